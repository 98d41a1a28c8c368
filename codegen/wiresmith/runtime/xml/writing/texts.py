"""Scalars as element text, and whether a Python value is one of a kind at all."""

from __future__ import annotations

import datetime
import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from wiresmith.runtime.scalars import scalar_text
from wiresmith.runtime.schema import QName
from wiresmith.values.datetimes import DateTime, fraction_text
from wiresmith.values.guids import guid
from wiresmith.values.uris import uri_text

if TYPE_CHECKING:
    from wiresmith.runtime.schema import ScalarKind, Schema

ACCEPTED: dict[ScalarKind, tuple[type, ...]] = {
    "str": (str,), "uri": (str,), "uuid": (str,), "char": (str,), "bool": (bool,), "number": (int, float),
    "float32": (float, int), "float64": (float, int), "decimal": (Decimal,), "datetime": (datetime.datetime,),
    "datetimeoffset": (datetime.datetime,), "date": (datetime.date,), "time": (datetime.time,),
    "timedelta": (datetime.timedelta,), "bytes": (bytes,), "qname": (QName,),
}  # fmt: skip
"""The Python types of each kind; kinds of integers are int. A bool is no number and a datetime no date, though Python says so."""

_INT: tuple[type, ...] = (int,)
_EXACT: dict[ScalarKind, tuple[type, ...]] = {**ACCEPTED, "date": ()}
"""Values of these very classes are accepted without a further look."""

_FRACTION = re.compile(r"\.([0-9]+)")
_FURTHEST = 14 * 60  # minutes of an offset


def accepts(kind: ScalarKind, value: object) -> bool:
    """Is the value one that stands for the kind in Python?"""
    if value.__class__ in _EXACT.get(kind, _INT):
        return True
    if not isinstance(value, ACCEPTED.get(kind, (int,))):
        return False
    if isinstance(value, bool):
        return kind == "bool"
    return kind != "date" or not isinstance(value, datetime.datetime)


def wanted(kind: ScalarKind) -> str:
    """What Python value stands for the kind, to say after "expected"."""
    return " or ".join(f"a {cls.__name__}" for cls in ACCEPTED.get(kind, (int,)))


def text_of(kind: ScalarKind, value: Any, schema: Schema) -> str:
    """The text of a value that is accepted, unescaped.

    Raises:
        ValueError: for a value that .NET's type does not have; the message says what was expected.
    """
    if kind == "uri" and schema.rules.texts == "dotnet":
        return uri_text(value)
    return scalar_text(
        kind, guid(value) if kind == "uuid" else value, schema.rules.texts, "xml", schema.floats
    )


def offset_parts(value: datetime.datetime) -> tuple[str, str]:
    """The two texts of a DateTimeOffset: the moment in UTC, and the offset in minutes.

    Raises:
        ValueError: for a moment without an offset, or one that .NET does not have.
    """
    offset = value.utcoffset()
    if offset is None:
        raise ValueError("a datetime with an offset")
    minutes = offset.days * 1440 + offset.seconds // 60
    if offset.seconds % 60 or offset.microseconds or abs(minutes) > _FURTHEST:
        raise ValueError("an offset of whole minutes, at most 14 hours")
    plain = value.plain() if isinstance(value, DateTime) else value
    try:
        moment = (plain - offset).replace(tzinfo=None, fold=0)
    except OverflowError:
        raise ValueError("a moment of the years 1 to 9999 in UTC") from None
    fraction = fraction_text(moment.microsecond)
    if isinstance(value, DateTime) and (digits := _FRACTION.search(value.text)):
        kept = digits[1][:7].rstrip("0")
        fraction = f".{kept}" if kept else ""
    moment = moment.replace(microsecond=0)
    return f"{moment.isoformat()}{fraction}Z", str(minutes)
