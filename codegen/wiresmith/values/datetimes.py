"""Dates and times that keep the text they were read from.

.NET writes ticks of 100 ns, Python's types hold microseconds, and ``Z``, ``+00:00`` and no zone are three
things; so a value that was read carries its text and goes out again as it came. Equality, order and hash are
those of the standard types: the text takes no part in them.
"""

from __future__ import annotations

import datetime as _datetime
import re
from typing import TYPE_CHECKING, Any, SupportsIndex, TypeVar

_ZONE = r"(?:Z|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])?"
_CLOCK = r"[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]+)?"

DATETIME_FORM = "a date and time YYYY-MM-DDThh:mm:ss[.fffffff][Z|+hh:mm|-hh:mm]"
DATE_FORM = "a date YYYY-MM-DD"
OFFSET_FORM = (
    "a date and time with an offset YYYY-MM-DDThh:mm:ss[.fffffff](Z|+hh:mm|-hh:mm) of at most 14 hours"
)
TIME_FORM = "a time hh:mm:ss[.fffffff][Z|+hh:mm|-hh:mm]"

_ZEROS = bytes.maketrans(b"0123456789", b"0" * 10)
# Every usual shape, and whether it ends in minutes of an offset, which fromisoformat takes up to 99.
_SHAPES = {
    b"0000-00-00T00:00:00" + fraction + zone: len(zone) == 6
    for fraction in (b"", *(b"." + b"0" * digits for digits in range(1, 10)))
    for zone in (b"", b"Z", b"+00:00", b"-00:00")
}
_FRACTION = re.compile(r"\.0*[1-9]")
_FIRST = _datetime.datetime(1, 1, 1)
_FURTHEST = _datetime.timedelta(hours=14)
_Moment = TypeVar("_Moment", bound=_datetime.datetime)
_from_iso = _datetime.datetime.fromisoformat
_iso = _datetime.datetime.isoformat
_iso_date = _datetime.date.isoformat
_state: Any = _datetime.datetime.__reduce__


def fraction_text(microsecond: int) -> str:
    """``.005`` for 5,000 microseconds, ``""`` for none: .NET writes fractions without trailing zeros."""
    return f".{microsecond:06d}".rstrip("0") if microsecond else ""


def _zone_text(offset: _datetime.timedelta | None) -> str:
    if offset is None:
        return ""
    if not offset:
        return "Z"
    seconds = offset.days * 86400 + offset.seconds
    if seconds % 60 or offset.microseconds:
        raise ValueError(f"an offset of whole minutes, not {offset}")
    hours, minutes = divmod(abs(seconds) // 60, 60)
    return f"{'-' if seconds < 0 else '+'}{hours:02d}:{minutes:02d}"


class DateTime(_datetime.datetime):
    """A datetime with ``text``, the text it was read from (canonical text for one built by hand).

    Equal to, ordered and hashed like any datetime. Arithmetic, ``replace`` and ``astimezone`` give a plain
    datetime; pickle and copy keep the text.
    """

    __slots__ = ("text",)

    text: str

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> str:  # only reached while the slot is empty
            if name != "text":
                raise AttributeError(name, name=name, obj=self)
            return _canonical_datetime(self)

    def plain(self) -> _datetime.datetime:
        """The same moment as a plain datetime, without the text."""
        return _datetime.datetime.combine(self.date(), self.timetz())

    # A result of arithmetic has no text of its own, so it is a plain datetime where typeshed promises Self.
    def __add__(self, other: _datetime.timedelta, /) -> _datetime.datetime:  # type: ignore[override]
        return self.plain() + other

    __radd__ = __add__  # type: ignore[assignment]

    def __sub__(self, other: Any, /) -> Any:
        return self.plain() - other

    def replace(self, *arguments: Any, **fields: Any) -> _datetime.datetime:  # type: ignore[override]
        """A plain datetime with the change, without the text."""
        return self.plain().replace(*arguments, **fields)

    __replace__ = replace

    def astimezone(self, tz: _datetime.tzinfo | None = None) -> _datetime.datetime:  # type: ignore[override]
        """A plain datetime with the change, without the text."""
        return self.plain().astimezone(tz)

    def __reduce_ex__(self, protocol: SupportsIndex, /) -> tuple[Any, ...]:
        return _with_text, (DateTime, self.plain(), self.text)


class Time(_datetime.time):
    """A time of day with ``text``, the text it was read from; otherwise a datetime.time, as DateTime is."""

    __slots__ = ("text",)

    text: str

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> str:
            if name != "text":
                raise AttributeError(name, name=name, obj=self)
            return _canonical_time(self)

    def plain(self) -> _datetime.time:
        """The same time of day as a plain time, without the text."""
        return _datetime.time(
            self.hour, self.minute, self.second, self.microsecond, self.tzinfo, fold=self.fold
        )

    def replace(self, *arguments: Any, **fields: Any) -> _datetime.time:  # type: ignore[override]
        """A plain time with the change, without the text."""
        return self.plain().replace(*arguments, **fields)

    __replace__ = replace

    def __reduce_ex__(self, protocol: SupportsIndex, /) -> tuple[Any, ...]:
        return _with_text, (Time, self.plain(), self.text)


def _with_text(cls: type[DateTime] | type[Time], plain: Any, text: str) -> DateTime | Time:
    # The constructors of datetime and time take the state that __reduce__ gives (the pickle protocol).
    value = cls(*plain.__reduce_ex__(4)[1])
    value.text = text
    return value


def parse_datetime(text: str) -> DateTime:
    """The moment that a text says, e.g. ``2014-11-06T15:38:36.6853105+00:00``; the text is kept as ``.text``.

    Strictly ``YYYY-MM-DDThh:mm:ss``, then any number of fraction digits (beyond six they are in the text
    only), then ``Z``, an offset, or nothing. Raises ValueError for anything else, ``24:00:00`` included.
    """
    # fromisoformat takes many more forms, and any characters after six digits of a fraction; looking up the
    # shape is a third of the price of a regular expression. A subclass is made fastest from pickle state.
    offset = _SHAPES.get(text.encode("utf-8", "replace").translate(_ZEROS))
    if offset is None:
        if not re.fullmatch(rf"[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}T{_CLOCK}{_ZONE}", text):
            raise ValueError(DATETIME_FORM)
    elif offset and text[-2] > "5":
        raise ValueError(DATETIME_FORM)
    try:
        value = DateTime(*_state(_from_iso(text))[1])
    except ValueError as error:
        raise ValueError(f"{DATETIME_FORM}: {error}") from None
    value.text = text
    return value


def parse_offset(text: str) -> DateTime:
    """The moment that a text with an offset says: .NET's DateTimeOffset.

    Raises ValueError without one, or beyond 14 hours.
    """
    return _with_offset(parse_datetime(text))


def parse_date(text: str) -> _datetime.date:
    """The date that ``YYYY-MM-DD`` says; raises ValueError for anything else."""
    if text.encode("utf-8", "replace").translate(_ZEROS) != b"0000-00-00":
        raise ValueError(DATE_FORM)
    try:
        return _datetime.date.fromisoformat(text)
    except ValueError as error:
        raise ValueError(f"{DATE_FORM}: {error}") from None


def parse_time(text: str) -> Time:
    """The time of day that ``hh:mm:ss[.f][Z|±hh:mm]`` says; the text is kept. Raises ValueError."""
    if not re.fullmatch(_CLOCK + _ZONE, text):
        raise ValueError(TIME_FORM)
    try:
        plain: Any = _datetime.time.fromisoformat(text)
    except ValueError as error:
        raise ValueError(f"{TIME_FORM}: {error}") from None
    value = Time(*plain.__reduce__()[1])
    value.text = text
    return value


def datetime_text(value: _datetime.datetime) -> str:
    """The text to write for a datetime: its own text, else the canonical one.

    Canonical: a fraction only where there is one, without trailing zeros; ``Z`` for an offset of zero; no
    suffix without a zone. Raises ValueError for an offset that is not whole minutes.
    """
    return value.text if isinstance(value, DateTime) else _canonical_datetime(value)


def offset_text(value: _datetime.datetime) -> str:
    """The text to write for a DateTimeOffset in JSON: as ``datetime_text``, but our own text of an offset of
    zero is .NET's ``+00:00``.

    Raises ValueError for a moment without an offset, or with one that .NET does not have.
    """
    text = datetime_text(_with_offset(value))
    return text if text[-1] != "Z" or isinstance(value, DateTime) else f"{text[:-1]}+00:00"


def _with_offset(value: _Moment) -> _Moment:
    offset = value.utcoffset()
    if offset is None or offset.seconds % 60 or offset.microseconds or abs(offset) > _FURTHEST:
        raise ValueError(OFFSET_FORM)
    return value


def date_text(value: _datetime.date) -> str:
    """A date as ``YYYY-MM-DD``; raises ValueError for a datetime, whose time would be lost."""
    if isinstance(value, _datetime.datetime):
        raise ValueError("a date without a time")
    return _iso_date(value)  # also of subclasses; a time of day has none


def time_text(value: _datetime.time) -> str:
    """The text to write for a time of day: its own text, else the canonical one, as for a datetime."""
    return value.text if isinstance(value, Time) else _canonical_time(value)


def _canonical_datetime(value: _datetime.datetime) -> str:
    zone = value.tzinfo
    if zone is None or zone is _datetime.UTC:
        text = _iso(value)
        if zone is not None:
            text = text[:-6]  # +00:00
        if value.microsecond:
            text = text.rstrip("0")
        return text if zone is None else f"{text}Z"
    return (
        f"{value.year:04d}-{value.month:02d}-{value.day:02d}T{value.hour:02d}:{value.minute:02d}:"
        f"{value.second:02d}{fraction_text(value.microsecond)}{_zone_text(value.utcoffset())}"
    )


def _canonical_time(value: _datetime.time) -> str:
    return (
        f"{value.hour:02d}:{value.minute:02d}:{value.second:02d}"
        f"{fraction_text(value.microsecond)}{_zone_text(value.utcoffset())}"
    )


def read_datetime(text: bytes) -> DateTime:
    """A moment."""
    return parse_datetime(text.decode())


def read_date(text: bytes) -> _datetime.date:
    """A date."""
    return parse_date(text.decode())


def read_time(text: bytes) -> Time:
    """A time of day."""
    return parse_time(text.decode())


def is_least_datetime(value: _datetime.datetime) -> bool:
    """Is it DateTime.MinValue, of whatever zone?"""
    clock = (value.year, value.month, value.day, value.hour, value.minute, value.second, value.microsecond)
    return clock == (1, 1, 1, 0, 0, 0, 0) and not has_fraction(value)


def is_least_moment(value: _datetime.datetime) -> bool:
    """Is it DateTimeOffset.MinValue?"""
    return is_least_datetime(value) and value.utcoffset() == _datetime.timedelta()


def is_least_date(value: _datetime.date) -> bool:
    """Is it DateOnly.MinValue?"""
    return value == _FIRST.date()


def is_midnight(value: _datetime.time) -> bool:
    """Is it TimeOnly.MinValue?"""
    return value == _FIRST.time() and not has_fraction(value)


def has_fraction(value: object) -> bool:
    """Does a value that keeps its text have digits beyond microseconds?"""
    return _FRACTION.search(getattr(value, "text", "")) is not None
