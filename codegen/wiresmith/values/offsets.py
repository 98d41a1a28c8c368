"""The two members that .NET writes a DateTimeOffset as: an instant in UTC, and the minutes of its offset."""

from __future__ import annotations

import datetime
import re
from datetime import timedelta, timezone

from wiresmith.values.datetimes import DateTime, fraction_text, parse_datetime

_FRACTION = re.compile(r"\.([0-9]+)")
_FARTHEST = 14 * 60  # minutes of an offset


def offset_parts(value: datetime.datetime) -> tuple[str, str]:
    """The two texts of a DateTimeOffset: the moment in UTC, and the offset in minutes.

    Raises:
        ValueError: for a moment without an offset, or one that .NET does not have.
    """
    offset = value.utcoffset()
    if offset is None:
        raise ValueError("a datetime with an offset")
    minutes = offset.days * 1440 + offset.seconds // 60
    if offset.seconds % 60 or offset.microseconds or abs(minutes) > _FARTHEST:
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


def moment(instant: DateTime, minutes: int) -> DateTime:
    """The moment that .NET makes of an instant and an offset in minutes: the time of day there; without a
    zone, the text is that already.

    Raises:
        ValueError: for more than 14 hours.
        OverflowError: for a time outside of the years 1 to 9999.
    """
    if abs(minutes) > _FARTHEST:
        raise ValueError(f"an offset of at most {_FARTHEST} minutes")
    zone = timezone(timedelta(minutes=minutes))
    there = instant.plain()
    there = there.replace(tzinfo=zone) if there.tzinfo is None else there.astimezone(zone)
    fraction = _FRACTION.search(instant.text)
    sign, (hours, rest) = "-" if minutes < 0 else "+", divmod(abs(minutes), 60)
    text = f"{there:%Y-%m-%dT%H:%M:%S}".rjust(19, "0")
    return parse_datetime(f"{text}{fraction[0] if fraction else ''}{sign}{hours:02d}:{rest:02d}")
