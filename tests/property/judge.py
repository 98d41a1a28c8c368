"""What a JSON document says according to a parser that is none of ours, and what the texts of scalars mean in
both formats.
"""

from __future__ import annotations

import base64
import datetime
import enum
import json
import math
import re
import struct
from decimal import Decimal
from typing import Any

from wiresmith.description import Contract, DictType, EnumType, ListType, Ref, Scalar, Type, bare
from wiresmith.runtime import ABSENT

_DURATION = re.compile(r"(-?)P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?)?")
_TIME_SPAN = re.compile(r"(-?)(?:(\d+)\.)?(\d\d):(\d\d):(\d\d(?:\.\d{1,7})?)")


class Pairs(list[tuple[str, Any]]):
    """A JSON object as it stands: names in order, twice if they are there twice."""


class Numeral(str):
    """A JSON number as it stands."""

    __slots__ = ()


def json_says(contract: Contract, use: Type, value: Any, written: bytes) -> None:
    """Assert that a JSON document is exactly what a value of a type has to look like, members in order."""
    found = json.loads(written, object_pairs_hook=Pairs, parse_int=Numeral, parse_float=Numeral)
    _json(contract, use, value, found)


def _json(contract: Contract, use: Type, value: Any, found: Any) -> None:
    if value is None:
        assert found is None
        return
    match bare(use):
        case Scalar(kind="any"):
            _free(value, found)
        case Scalar(kind="qname"):
            assert found == [("name", value.local), ("ns", value.namespace)]
        case Scalar(kind=kind):
            is_number = isinstance(value, int | float | Decimal) and not isinstance(value, bool)
            assert isinstance(found, Numeral) == is_number
            timespan = contract.rules.texts == "dotnet"
            assert (
                found is value
                if isinstance(value, bool)
                else text_says(kind, value, found, timespan=timespan)
            )
        case ListType(item=item):
            assert type(found) is list
            assert len(found) == len(value)
            for part, part_found in zip(value, found, strict=True):
                _json(contract, item, part, part_found)
        case DictType(key=key, value=item):
            assert type(found) is Pairs
            assert len(found) == len(value)
            for (name, part), (name_found, part_found) in zip(value.items(), found, strict=True):
                if isinstance(type_ := bare(key), Ref):
                    assert name_found == _key_name(contract.types[type_.name], name)
                else:
                    assert text_says(_kind(key), name, name_found, timespan=False)
                _json(contract, item, part, part_found)
        case Ref(name=identity):
            declared = contract.types[identity]
            if isinstance(declared, EnumType):
                wire = value.value if isinstance(value, enum.Enum) else value
                assert found == str(wire)
                assert isinstance(found, Numeral) == (declared.base == "int")
                return
            assert type(found) is Pairs
            there = [member for member in declared.members if getattr(value, member.attribute) is not ABSENT]
            assert [name for name, _ in found] == [member.wire for member in there]
            for member, (_, part_found) in zip(there, found, strict=True):
                _json(contract, member.type, getattr(value, member.attribute), part_found)


def _key_name(declared: Any, key: Any) -> str:
    """An enum as a key: by its name, if it has one besides its number."""
    wire = key.value if isinstance(key, enum.Enum) else key
    names = {member.wire: member.xml for member in reversed(declared.values)}
    return str((names.get(wire) if declared.base == "int" else None) or wire)


def _free(value: Any, found: Any) -> None:
    if isinstance(value, dict):
        assert [name for name, _ in found] == list(value)
        for part, (_, part_found) in zip(value.values(), found, strict=True):
            _free(part, part_found)
    elif isinstance(value, list):
        assert len(found) == len(value)
        for part, part_found in zip(value, found, strict=True):
            _free(part, part_found)
    elif isinstance(value, int | float) and not isinstance(value, bool):
        assert text_says("number", value, found, timespan=False)
    else:
        assert found == value
        assert type(found) is type(value)


def text_says(kind: str, value: Any, text: str, *, timespan: bool) -> Any:
    """Whether a text means a scalar, by rules of this module's own; a text that the value carries is the
    text.
    """
    kept = getattr(value, "text", None)
    if kept is not None and kind != "timedelta":
        return text == kept or (kind in ("decimal", "float64") and Decimal(text) == Decimal(kept))
    match kind:
        case "bool":
            return text == ("true" if value else "false")
        case "float32" | "float64" | "number" if isinstance(value, float):
            return _float_says(value, text, single=kind == "float32")
        case "decimal":
            return Decimal(text) == value
        case "datetime" | "datetimeoffset":
            return datetime.datetime.fromisoformat(text) == value
        case "date":
            return text == value.isoformat()
        case "time":
            return datetime.time.fromisoformat(text) == value
        case "timedelta":
            return kept == text or _seconds(text, timespan) == Decimal(
                value // datetime.timedelta(microseconds=1)
            )
        case "qname":
            return text == (f"{value.namespace}:{value.local}" if value.namespace else value.local)
        case "bytes":
            return base64.b64decode(text, validate=True) == value
        case _:
            return text == str(value)


def _float_says(value: float, text: str, *, single: bool) -> bool:
    if math.isnan(value) or math.isinf(value):
        return text == {"nan": "NaN", "inf": "INF", "-inf": "-INF"}[str(value)]
    if single:
        return struct.pack("<f", float(text)) == struct.pack("<f", value)
    return float(text) == value


def _seconds(text: str, timespan: bool) -> Decimal:
    """Microseconds of a duration; digits beyond them are cut off."""
    match = (_TIME_SPAN if timespan else _DURATION).fullmatch(text)
    assert match is not None, text
    sign, days, hours, minutes, seconds = match.groups()
    total = int(days or 0) * 86400 + int(hours or 0) * 3600 + int(minutes or 0) * 60
    size = ((total + Decimal(seconds or 0)) * 10**6).to_integral_value(rounding="ROUND_DOWN")
    return -size if sign else size


def _kind(use: Type) -> str:
    type_ = bare(use)
    assert isinstance(type_, Scalar)
    return type_.kind
