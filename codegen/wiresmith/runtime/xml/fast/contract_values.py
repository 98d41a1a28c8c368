"""Values of data contracts that the emitted XML code does not spell out itself: characters, flags, .NET Core's floats, defaults left out."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from enum import IntEnum
from typing import Any, TypeVar

from wiresmith.runtime.xml.fast.runs import unusual
from wiresmith.values.lexical import xml_number
from wiresmith.values.numbers import Number, float_text_xml, parse_float, parse_number, single_text_xml

F = TypeVar("F", bound=IntEnum)

_FRACTION = re.compile(r"\.0*[1-9]")
_FIRST = datetime.datetime(1, 1, 1)


def char_text(value: str) -> str:
    """The number of a UTF-16 code unit, which is what .NET writes for a char.

    Raises:
        ValueError, TypeError: for anything but one code unit.
    """
    code = ord(value)
    if code > 0xFFFF:
        raise ValueError("one UTF-16 code unit")
    return str(code)


def read_char(text: bytes) -> str:
    """The UTF-16 code unit of a number.

    Raises:
        ValueError: if it is too great.
    """
    code = int(text)
    if code > 0xFFFF:
        raise ValueError("a number of at most 65535")
    return chr(code)


def flags_text(texts: Mapping[Any, str], value: int) -> str:
    """The names of the flags in a number, with spaces between them: one name where there is one for all, else greedily in
    the order of their declaration, as .NET does.

    Raises:
        KeyError: if a bit has no name.
        TypeError: for anything but an int.
    """
    text = texts.get(value)
    if text is not None:
        return text
    names: list[str] = []
    rest = int(value)
    for member, name in texts.items():
        if member and rest & member == member:
            names.append(name)
            rest &= ~int(member)
    if rest or type(value) is bool:
        raise KeyError(value)
    return " ".join(names)


def read_flags(values: Mapping[bytes, F], texts: Mapping[Any, str], text: bytes) -> F | int:
    """The member or combination that a text names in the way that .NET writes it.

    Raises:
        KeyError: for a name that no flag has.
        Unusual: for another way to name it.
    """
    member = values.get(text)
    if member is not None:
        return member
    combined = 0
    for name in text.split(b" "):
        combined |= values[name]
    return combined if flags_text(texts, combined).encode() == text else unusual()


def core_number(value: object) -> str:
    """The text of a number as .NET Core writes it.

    Raises:
        TypeError: for anything but a number.
    """
    return float_text_xml(value, floats="core") if type(value) is float else xml_number(value)


def core_single(value: object) -> str:
    """The text of a 32-bit float as .NET Core writes it.

    Raises:
        TypeError: for anything but a number.
    """
    return single_text_xml(value, floats="core") if type(value) is float else xml_number(value)


def read_core_float(text: bytes) -> float:
    """A float, with its spelling where that is not .NET Core's."""
    if b"E" not in text and b"N" not in text:
        value = float(text)
        # Without an exponent both are the shortest digits that read back.
        if repr(value).encode() == text and text[-2:] != b".0":
            return value
    return parse_float(text.decode(), "xml", floats="core")


def read_core_single(text: bytes) -> float:
    """A 32-bit float, with its spelling where that is not .NET Core's."""
    return parse_float(text.decode(), "xml", single=True, floats="core")


def read_core_number(text: bytes) -> Number:
    """An int or float, with its spelling where that is not the canonical one."""
    return parse_number(text.decode(), "xml", floats="core")


# --- what EmitDefaultValue = false leaves out ---


def is_least_datetime(value: datetime.datetime) -> bool:
    """Is it DateTime.MinValue, of whatever zone?"""
    clock = (value.year, value.month, value.day, value.hour, value.minute, value.second, value.microsecond)
    return clock == (1, 1, 1, 0, 0, 0, 0) and not _has_fraction(value)


def is_least_moment(value: datetime.datetime) -> bool:
    """Is it DateTimeOffset.MinValue?"""
    return is_least_datetime(value) and value.utcoffset() == datetime.timedelta()


def is_least_date(value: datetime.date) -> bool:
    """Is it DateOnly.MinValue?"""
    return value == _FIRST.date()


def is_midnight(value: datetime.time) -> bool:
    """Is it TimeOnly.MinValue?"""
    return value == _FIRST.time() and not _has_fraction(value)


def is_no_time(value: datetime.timedelta) -> bool:
    """Is it TimeSpan.Zero?"""
    return value == datetime.timedelta() and not _has_fraction(value)


def is_empty_guid(value: str) -> bool:
    """Is it Guid.Empty, in any of its forms?"""
    return "0" in value and not value.strip("{}()-0")


def _has_fraction(value: object) -> bool:
    """Does a value that keeps its text have digits beyond microseconds?"""
    return _FRACTION.search(getattr(value, "text", "")) is not None
