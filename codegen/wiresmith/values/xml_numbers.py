"""Numbers in XML as the straight-line codecs read and write them: .NET's spellings fast, the rest by the full
rules.
"""

from __future__ import annotations

from wiresmith.values.framework_floats import quick_text
from wiresmith.values.lexical import single_number, xml_float, xml_number
from wiresmith.values.numbers import Number, float_text_xml, parse_float, parse_number, single_text_xml


def read_float(text: bytes) -> float:
    """A float, with its spelling where that is not .NET's."""
    spelled = text.decode()
    try:
        value = float(spelled)
        if quick_text(value) == spelled:
            return value
    except ValueError:
        pass
    return parse_float(spelled, "xml")


def read_single(text: bytes) -> float:
    """A 32-bit float, with its spelling where that is not .NET's."""
    return parse_float(text.decode(), "xml", single=True)


def read_number(text: bytes) -> Number:
    """An int or float, with its spelling where that is not the canonical one."""
    return read_float(text) if b"." in text else parse_number(text.decode(), "xml")


def core_number(value: object) -> str:
    """The text of a number as .NET Core writes it.

    Raises:
        TypeError: for anything but a number.
    """
    return float_text_xml(value, floats="core") if type(value) is float else xml_number(value)


def core_float(value: object) -> str:
    """The text of a 64-bit float as .NET Core writes it.

    Raises:
        TypeError: for anything but a number in the range of one.
    """
    return float_text_xml(value, floats="core") if type(value) is float else xml_float(value)


def core_single(value: object) -> str:
    """The text of a 32-bit float as .NET Core writes it.

    Raises:
        ValueError: for an int beyond the range of one.
        TypeError: for anything but a number.
    """
    return single_text_xml(value, floats="core") if type(value) is float else single_number(value)


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
