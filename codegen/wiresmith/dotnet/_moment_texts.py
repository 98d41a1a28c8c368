"""Dates, times and durations as .NET reads them: XsdDateTime, XsdDuration, and DateTime's conversions to
local time.

Moments count in ticks of 100 ns since the year 1, as a DateTime does.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from wiresmith.dotnet._refusal import Refused, wrong_value
from wiresmith.values.datetimes import DateTime, Time, parse_datetime, parse_time
from wiresmith.values.durations import Duration, parse_duration

if TYPE_CHECKING:
    from wiresmith.runtime.dotnet_reader import DotNetReader

Kind = Literal["Unspecified", "Utc", "Local"]

_SECOND = 10_000_000
_DAY = 86400 * _SECOND
_LAST = 3_652_059 * _DAY - 1
_LONGEST = 2**63 - 1
_LEAP_YEAR = 1904  # the year of a day or a month without one
_FIRST = datetime.datetime(1, 1, 1)
_ZONE = r"([Zz]|[+-][0-9]{2}:[0-9]{2})?\s*"
_CLOCK = r"([0-9]{2}):([0-9]{2}):([0-9]{2})(?:\.([0-9]+))?"
_DATE_AND_TIME = re.compile(rf"\s*([0-9]{{4}})-([0-9]{{2}})-([0-9]{{2}})(?:T{_CLOCK})?{_ZONE}")
_TIME = re.compile(rf"\s*{_CLOCK}{_ZONE}")
_YEAR = re.compile(rf"\s*([0-9]{{4}})(?:-([0-9]{{2}}))?{_ZONE}")
_MONTH_DAY = re.compile(rf"\s*--([0-9]{{2}})(?:-([0-9]{{2}})|--)?{_ZONE}")
_DAY_OF_MONTH = re.compile(rf"\s*---([0-9]{{2}}){_ZONE}")
_DURATION = re.compile(
    r"(-?)P(?:([0-9]+)Y)?(?:([0-9]+)M)?(?:([0-9]+)D)?"
    r"(?:T(?:([0-9]+)H)?(?:([0-9]+)M)?(?:([0-9]*)(?:\.([0-9]*))?S)?)?"
)
_GREATEST_PART = 2**31 - 1


@dataclass(frozen=True, slots=True)
class Moment:
    """A DateTime; ``offset`` is that of a local one, in minutes."""

    ticks: int
    kind: Kind
    offset: int = 0

    def value(self) -> DateTime:
        """The same moment as a value of Python, with the text that .NET would write."""
        suffix = {"Unspecified": "", "Utc": "Z", "Local": offset_text(self.offset)}[self.kind]
        return parse_datetime(_ticks_text(self.ticks) + suffix)


def moment(text: str, machine: DotNetReader) -> Moment:
    """The moment that XmlConvert.ToDateTime makes of a text, with RoundtripKind. Raises Refused."""
    refused = wrong_value(text, "DateTime", "a date and time such as 2014-11-06T15:38:36Z")
    try:
        ticks, zone = _parse(text, machine)
    except (ValueError, OverflowError):
        raise refused from None
    if not 0 <= ticks <= _LAST:
        raise refused
    if not zone:
        return Moment(ticks, "Unspecified")
    if zone in "Zz":
        return Moment(ticks, "Utc")
    offset = int(zone[1:3]) * 60 + int(zone[4:6])
    utc = ticks - (offset if zone[0] == "+" else -offset) * 60 * _SECOND
    if 0 <= utc <= _LAST:
        return to_local(utc, machine.zone)
    # Beyond DateTime's range: the local time is taken as far as it goes.
    local = utc + _offset(ticks, machine.zone, of_utc=False) * 60 * _SECOND
    local = min(max(local, 0), _LAST)
    return Moment(local, "Local", _offset(local, machine.zone, of_utc=False))


def _parse(text: str, machine: DotNetReader) -> tuple[int, str]:
    """Ticks, and the text of the zone."""
    if match := _DATE_AND_TIME.fullmatch(text):
        year, month, day, hour, minute, second, fraction, zone = match.groups()
        clock = _clock(hour, minute, second, fraction) if hour else 0
        return _date_ticks(int(year), int(month), int(day)) + clock, zone or ""
    today = machine.today()
    if match := _TIME.fullmatch(text):
        hour, minute, second, fraction, zone = match.groups()
        clock = _clock(hour, minute, second, fraction)
        return _date_ticks(today.year, today.month, today.day) + clock, zone or ""
    if match := _YEAR.fullmatch(text):
        return _date_ticks(int(match[1]), int(match[2] or 1), 1), match[3] or ""
    if match := _MONTH_DAY.fullmatch(text):
        month, day = int(match[1]), int(match[2] or 1)
        _date_ticks(_LEAP_YEAR, month, day)
        # xs:gMonthDay keeps the leap year, xs:gMonth gets this one.
        return _date_ticks(_LEAP_YEAR if match[2] else today.year, month, day), match[3] or ""
    if match := _DAY_OF_MONTH.fullmatch(text):
        return _date_ticks(today.year, 1, int(match[1])), match[2] or ""
    raise ValueError


def _date_ticks(year: int, month: int, day: int) -> int:
    return (datetime.date(year, month, day).toordinal() - 1) * _DAY


def _clock(hour: str, minute: str, second: str, fraction: str | None) -> int:
    if int(hour) > 23 or int(minute) > 59 or int(second) > 59:
        raise ValueError
    digits = fraction or ""
    ticks = int(digits[:7].ljust(7, "0"))
    if digits[7:8] > "5" or (digits[7:8] == "5" and (digits[8:].strip("0") or ticks % 2)):
        ticks += 1
    return ((int(hour) * 60 + int(minute)) * 60 + int(second)) * _SECOND + ticks


def to_local(utc: int, zone: datetime.tzinfo | None) -> Moment:
    """A moment in UTC as a local one; at the ends of DateTime's range the nearest there is."""
    offset = _offset(utc, zone, of_utc=True)
    local = utc + offset * 60 * _SECOND
    if not 0 <= local <= _LAST:
        local = min(max(local, 0), _LAST)
        offset = _offset(local, zone, of_utc=False)
    return Moment(local, "Local", offset)


def _offset(ticks: int, zone: datetime.tzinfo | None, *, of_utc: bool) -> int:
    """The offset of a zone in whole minutes."""
    return int(_seconds(ticks, zone, of_utc=of_utc) // 60)


def _seconds(ticks: int, zone: datetime.tzinfo | None, *, of_utc: bool) -> float:
    clock = _FIRST + datetime.timedelta(microseconds=ticks // 10)
    try:
        if of_utc:
            offset = clock.replace(tzinfo=datetime.UTC).astimezone(zone).utcoffset()
        else:
            offset = (clock.astimezone() if zone is None else clock.replace(tzinfo=zone)).utcoffset()
    except (OverflowError, ValueError, OSError):
        # At the ends of the range: the offset some days inwards.
        inwards = 3 * _DAY if ticks < _LAST // 2 else -3 * _DAY
        try:
            return _seconds_inside(ticks + inwards, zone)
        except (OverflowError, ValueError, OSError):
            return 0.0
    return offset.total_seconds() if offset else 0.0


def _seconds_inside(ticks: int, zone: datetime.tzinfo | None) -> float:
    clock = _FIRST + datetime.timedelta(microseconds=ticks // 10)
    offset = clock.replace(tzinfo=datetime.UTC).astimezone(zone).utcoffset()
    return offset.total_seconds() if offset else 0.0


def with_offset(at: Moment, minutes: int) -> DateTime:
    """The DateTimeOffset of a moment and an offset in minutes. Raises Refused."""
    refused = Refused(
        "wrong-value", f"the offset {minutes} of {_ticks_text(at.ticks)}", "an offset of at most 14 hours"
    )
    if abs(minutes) > 14 * 60:
        raise refused
    ticks = at.ticks
    if at.kind != "Unspecified":
        ticks += (minutes - (at.offset if at.kind == "Local" else 0)) * 60 * _SECOND
    if not 0 <= ticks <= _LAST or not 0 <= ticks - minutes * 60 * _SECOND <= _LAST:
        raise refused
    return parse_datetime(_ticks_text(ticks) + offset_text(minutes))


def offset_text(minutes: int) -> str:
    """``+05:30``, also for zero."""
    hours, rest = divmod(abs(minutes), 60)
    return f"{'-' if minutes < 0 else '+'}{hours:02d}:{rest:02d}"


def _ticks_text(ticks: int) -> str:
    seconds, fraction = divmod(ticks, _SECOND)
    clock = _FIRST + datetime.timedelta(seconds=seconds)
    digits = f".{fraction:07d}".rstrip("0") if fraction else ""
    return f"{clock.year:04d}{clock:-%m-%dT%H:%M:%S}{digits}"


def duration(text: str) -> Duration:
    """The duration that XmlConvert.ToTimeSpan makes of a text: a year is 365 days, a month 30.

    Raises Refused.
    """
    refused = wrong_value(text, "TimeSpan", "a duration such as P1DT2H3M4.005S")
    match = _DURATION.fullmatch(text.strip())
    if match is None or (not any(part for part in match.groups()[1:]) and match[8] is None):
        raise refused
    sign, *parts, fraction = match.groups()
    if match[0].endswith("T") or (parts[5] == "" and fraction is None):
        raise refused
    counts = [int(part or 0) for part in parts if len(part or "") < 20]
    if len(counts) < len(parts) or max(counts) > _GREATEST_PART:
        raise refused
    years, months, days, hours, minutes, seconds = counts
    whole = (years + months // 12) * 365 + months % 12 * 30 + days
    ticks = ((whole * 24 + hours) * 60 + minutes) * 60 + seconds
    ticks = ticks * _SECOND + int((fraction or "")[:7].ljust(7, "0"))
    if ticks > _LONGEST + bool(sign):
        raise refused
    return timespan(-ticks if sign else ticks)


def timespan(ticks: int) -> Duration:
    """The duration of that many ticks, as .NET writes it."""
    minutes, rest = divmod(abs(ticks), 60 * _SECOND)
    days, minutes = divmod(minutes, 1440)
    hours, minutes = divmod(minutes, 60)
    seconds, fraction = divmod(rest, _SECOND)
    clock = (f"{hours}H" if hours else "") + (f"{minutes}M" if minutes else "")
    if seconds or fraction:
        clock += str(seconds) + (f".{fraction:07d}".rstrip("0") if fraction else "") + "S"
    text = (f"{days}D" if days else "") + (f"T{clock}" if clock else "")
    return parse_duration(f"{'-' if ticks < 0 else ''}P{text or 'T0S'}")


def date(text: str) -> datetime.date:
    """A DateOnly. Raises Refused."""
    try:
        return datetime.date.fromisoformat(text.strip()) if len(text.strip()) == 10 else _no_date()
    except ValueError:
        raise wrong_value(text, "DateOnly", "a date YYYY-MM-DD") from None


def _no_date() -> datetime.date:
    raise ValueError


def time(text: str, machine: DotNetReader) -> Time:
    """A TimeOnly: the time of day of whatever moment a text says. Raises Refused."""
    try:
        ticks, _ = _parse(text, machine)
    except (ValueError, OverflowError):
        raise wrong_value(text, "TimeOnly", "a time hh:mm:ss") from None
    return parse_time(_ticks_text(ticks % _DAY).partition("T")[2])
