"""Durations that keep the text they were read from: ISO 8601, or as .NET prints a TimeSpan."""

from __future__ import annotations

import datetime as _datetime
import re
from functools import cache
from typing import TYPE_CHECKING, Any, Literal, SupportsIndex

from wiresmith.values.datetimes import fraction_text, has_fraction

DurationForm = Literal["iso", "timespan"]
"""``iso``: ISO 8601 as XML Schema's duration has it; ``timespan``: .NET's ``[-][d.]hh:mm:ss[.fffffff]``."""

FORMS: dict[DurationForm, str] = {
    "iso": "a duration such as P1DT2H3M4.005S",
    "timespan": "a time span [-][d.]hh:mm:ss[.fffffff]",
}
# .NET reads a year as 365 days and a month as 30 (DataContractSerializer, duration).
_PATTERNS: dict[DurationForm, str] = {
    "iso": r"(?P<sign>-?)P(?=.*[0-9])(?!.*T$)"
    r"(?:(?P<years>[0-9]+)Y)?(?:(?P<months>[0-9]+)M)?(?:(?P<days>[0-9]+)D)?"
    r"(?:T(?:(?P<hours>[0-9]+)H)?(?:(?P<minutes>[0-9]+)M)?"
    r"(?:(?P<seconds>[0-9]+)(?:\.(?P<fraction>[0-9]+))?S)?)?",
    "timespan": r"(?P<sign>-?)(?:(?P<days>[0-9]+)\.)?(?P<hours>[01][0-9]|2[0-3]):(?P<minutes>[0-5][0-9]):"
    r"(?P<seconds>[0-5][0-9])(?:\.(?P<fraction>[0-9]+))?",
}
_SECONDS = {
    "years": 365 * 86400,
    "months": 30 * 86400,
    "days": 86400,
    "hours": 3600,
    "minutes": 60,
    "seconds": 1,
}
# What .NET writes of whole seconds; the rest takes the full rules.
_USUAL_DURATION = re.compile(
    rb"P(?:([0-9]{1,8})D)?(?:T(?=[0-9])(?:([0-9]{1,2})H)?(?:([0-9]{1,2})M)?(?:([0-9]{1,2})S)?)?"
).fullmatch
_LONGEST = 10**9 * 86400  # seconds; a timedelta holds fewer days than 10**9


class Duration(_datetime.timedelta):
    """A timedelta with ``text``, the text it was read from (canonical ISO 8601 for one built by hand).

    Equal to, ordered and hashed like any timedelta; arithmetic gives plain ones; pickle and copy keep the
    text. Digits beyond microseconds are in the text only.
    """

    __slots__ = ("text",)

    text: str

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> str:  # only reached while the slot is empty
            if name != "text":
                raise AttributeError(name, name=name, obj=self)
            return _canonical(self, "iso")

    def __reduce_ex__(self, protocol: SupportsIndex, /) -> tuple[Any, ...]:
        return _with_text, (self.days, self.seconds, self.microseconds, self.text)


def _with_text(days: int, seconds: int, microseconds: int, text: str) -> Duration:
    value = Duration(days, seconds, microseconds)
    value.text = text
    return value


def parse_duration(text: str, form: DurationForm = "iso") -> Duration:
    """The duration that a text says; the text is kept.

    A year counts 365 days and a month 30, as .NET reads them.

    Raises ValueError for another form, and for what a timedelta cannot hold (10⁹ days).
    """
    sign, seconds, fraction = _parts(text, form)
    microseconds = int(fraction[:6].ljust(6, "0"))
    days, rest = divmod(seconds, 86400)
    try:
        plain = sign * _datetime.timedelta(days, rest, microseconds)
    except OverflowError:
        raise ValueError(f"{FORMS[form]} of less than 10⁹ days") from None
    return _with_text(plain.days, plain.seconds, plain.microseconds, text)


def duration_text(value: _datetime.timedelta, form: DurationForm = "iso") -> str:
    """The text to write for a duration: its own text where it is in that form, else the canonical one.

    Canonical is .NET's: days, never months; ``PT0S``; seven digits of a fraction in a time span. A text of
    the other form is converted with all its digits.
    """
    if isinstance(value, Duration):
        text = value.text
        if _compiled(form).fullmatch(text):
            return text
        sign, seconds, fraction = _parts(text, "timespan" if form == "iso" else "iso")
        return _write(sign, seconds, fraction, form)
    return _canonical(value, form)


def _canonical(value: _datetime.timedelta, form: DurationForm) -> str:
    if value.days >= 0:
        seconds, fraction = value.days * 86400 + value.seconds, fraction_text(value.microseconds)[1:]
        return _write(1, seconds, fraction, form)
    size = abs(_datetime.timedelta(value.days, value.seconds, value.microseconds))
    fraction = fraction_text(size.microseconds)[1:]
    return _write(-1, size.days * 86400 + size.seconds, fraction, form)


@cache
def _compiled(form: DurationForm) -> re.Pattern[str]:
    return re.compile(_PATTERNS[form])


def _parts(text: str, form: DurationForm) -> tuple[int, int, str]:
    """Sign, whole seconds, and the digits of the fraction."""
    match = _compiled(form).fullmatch(text)
    if match is None:
        raise ValueError(FORMS[form])
    fields = match.groupdict()
    seconds = 0
    for unit, digits in fields.items():
        if digits is None or unit not in _SECONDS:
            continue
        if len(digits) > 15 and len(digits := digits.lstrip("0") or "0") > 15:
            raise ValueError(f"{FORMS[form]} of less than 10⁹ days")
        seconds += int(digits) * _SECONDS[unit]
    if seconds >= _LONGEST:
        raise ValueError(f"{FORMS[form]} of less than 10⁹ days")
    return -1 if fields["sign"] else 1, seconds, fields["fraction"] or ""


def _write(sign: int, whole_seconds: int, fraction: str, form: DurationForm) -> str:
    days, rest = divmod(whole_seconds, 86400)
    hours, rest = divmod(rest, 3600)
    minutes, seconds = divmod(rest, 60)
    fraction = fraction.rstrip("0")
    minus = "-" if sign < 0 and (whole_seconds or fraction) else ""
    if form == "timespan":
        tail = f".{fraction.ljust(7, '0')}" if fraction else ""
        return f"{minus}{f'{days}.' if days else ''}{hours:02d}:{minutes:02d}:{seconds:02d}{tail}"
    date = f"{days}D" if days else ""
    clock = (f"{hours}H" if hours else "") + (f"{minutes}M" if minutes else "")
    if seconds or fraction or not (date or clock):
        clock += f"{seconds}{f'.{fraction}' if fraction else ''}S"
    return f"{minus}P{date}{f'T{clock}' if clock else ''}"


def read_duration(text: bytes) -> Duration:
    """A duration (ISO 8601)."""
    match = _USUAL_DURATION(text)
    if match is not None and len(text) > 1:
        days, hours, minutes, seconds = match.groups(b"0")
        value = Duration(int(days), int(hours) * 3600 + int(minutes) * 60 + int(seconds))
        value.text = text.decode()
        return value
    return parse_duration(text.decode())


def is_no_time(value: _datetime.timedelta) -> bool:
    """Is it TimeSpan.Zero?"""
    return value == _datetime.timedelta() and not has_fraction(value)
