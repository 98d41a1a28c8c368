"""Texts of scalars as the straight-line codecs use them: the usual spellings fast, the rest by the full
rules.
"""

from __future__ import annotations

import base64
import binascii
from typing import NoReturn

from wiresmith.values.framework_floats import quick_text
from wiresmith.values.numbers import in_float_range, number_text, single_text_xml

_BOOLEANS = {True: "true", False: "false"}


def misfit(value: object) -> NoReturn:
    """Refuse an object with a member that does not hold what it is declared to hold.

    Raises:
        TypeError: always; which member it is, is looked for by whoever reports it.
    """
    raise TypeError(f"a {type(value).__name__} with a member of a wrong type")


def is_integer(value: object) -> bool:
    """Is this an int (one that keeps its text included), and not a bool?"""
    return isinstance(value, int) and not isinstance(value, bool)


def is_number(value: object) -> bool:
    """Is this an int or a float, and not a bool?"""
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def is_float(value: object) -> bool:
    """Is this a float, or an int in the range of one, and not a bool?"""
    return isinstance(value, float) or (
        isinstance(value, int) and not isinstance(value, bool) and in_float_range(value)
    )


def is_single(value: object) -> bool:
    """Is this a float, or an int in the range of one of 32 bits, and not a bool?"""
    return isinstance(value, float) or (
        isinstance(value, int) and not isinstance(value, bool) and in_float_range(value, single=True)
    )


def boolean_text(value: bool) -> str:
    """``true`` or ``false``.

    Raises:
        TypeError: for anything but a bool.
    """
    if type(value) is not bool:
        raise TypeError(f"{value!r} is not a bool")
    return _BOOLEANS[value]


def integer_text(value: object) -> str:
    """The digits of an integer, as it was written where it was read.

    Raises:
        TypeError: for anything but an int.
    """
    if type(value) is int:
        return str(value)
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError(f"{value!r} is not an int")
    return number_text(value, "xml")


def xml_number(value: object) -> str:
    """The text of a number in XML.

    Raises:
        TypeError: for anything but a number.
    """
    if type(value) is float:
        text = quick_text(value)
        if text is not None:
            return text
    elif type(value) is bool or not isinstance(value, int | float):
        raise TypeError(f"{value!r} is not a number")
    return number_text(value, "xml")


def xml_float(value: object) -> str:
    """The text of a 64-bit float in XML.

    Raises:
        TypeError: for anything but a number in the range of one.
    """
    if type(value) is float:
        return quick_text(value) or number_text(value, "xml")
    if not is_float(value):
        raise TypeError(f"a {type(value).__name__} is no float")
    return xml_number(value)


def xml_single(value: object) -> str:
    """The text of a 32-bit float in XML.

    Raises:
        ValueError: for an int beyond the range of one.
        TypeError: for anything but a number.
    """
    return single_text_xml(value) if type(value) is float else single_number(value)


def single_number(value: object) -> str:
    """The text in XML of a number that is not simply a float, for a 32-bit float.

    Raises:
        ValueError: for an int beyond the range of one.
        TypeError: for anything but a number.
    """
    if isinstance(value, int) and not in_float_range(value, single=True):
        raise ValueError("a number in the range of a 32-bit float")
    return xml_number(value)


def base64_text(value: bytes) -> str:
    """The Base64 text of a bytes value, without line breaks."""
    return base64.b64encode(value).decode("ascii")


def base64_bytes(text: str) -> bytes:
    """The bytes of a Base64 text in canonical form.

    Raises:
        ValueError: if it is not the text that ``base64_text`` gives.
    """
    try:
        value = base64.b64decode(text, validate=True)
    except binascii.Error as error:
        raise ValueError("Base64") from error
    if base64_text(value) != text:
        raise ValueError("Base64 without stray bits")
    return value


def read_base64(text: bytes) -> bytes:
    """Bytes in canonical Base64."""
    return base64_bytes(text.decode())


def char_text(value: str) -> str:
    """The number of a UTF-16 code unit, which is what .NET writes for a char.

    Raises:
        ValueError, TypeError: for anything but one code unit.
    """
    return str(ord(code_unit(value)))


def read_char(text: bytes) -> str:
    """The UTF-16 code unit of a number.

    Raises:
        ValueError: if it is too great.
    """
    code = int(text)
    if code > 0xFFFF:
        raise ValueError("a number of at most 65535")
    return chr(code)


def code_unit(value: str) -> str:
    """The same text, if it is one UTF-16 code unit: a char.

    Raises:
        ValueError, TypeError: if it is not.
    """
    plain = value if type(value) is str else str.__str__(value)
    if len(plain) != 1 or ord(plain) > 0xFFFF:
        raise ValueError("one UTF-16 code unit")
    return plain
