"""The two texts of a DateTimeOffset."""

from __future__ import annotations

import datetime
import re

from wiresmith.values.datetimes import DateTime, fraction_text

_FRACTION = re.compile(r"\.([0-9]+)")
_FURTHEST = 14 * 60  # minutes of an offset


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
