"""Numbers that keep the text they were read from where it is not the canonical one.

123, 123.0, 1e3 and -0 are four texts; a number whose text is canonical is a plain int, float or Decimal, any
other a Lexical one, which is equal to the plain one and goes out again as it came.
"""

from __future__ import annotations

import re
from _thread import RLock  # threading itself costs some ms to import
from typing import TYPE_CHECKING, Any, ClassVar

from wiresmith.values.forms import Floats as Floats
from wiresmith.values.forms import Format as Format
from wiresmith.values.number_syntax import JSON_NUMBER, MAX_DIGITS, XML_DECIMAL

if TYPE_CHECKING:
    from decimal import Decimal

    from wiresmith.values.decimals import LexicalDecimal as LexicalDecimal

Number = int | float
"""A JSON number as it is written: int without a fraction or an exponent, else float."""


_counting = RLock()  # re-entrant, since a __del__ may run at any time
_INTEGER = r"[+-]?[0-9]+"
_XML_FLOAT = rf"{XML_DECIMAL}(?:[eE][+-]?[0-9]+)?|-?INF|-?Infinity|NaN"
GREATEST_SINGLE = 3.4028235677973366e38
"""Halfway from the greatest 32-bit float to the next power of two: from there on, a number is beyond their
range.
"""
_GREATEST_DOUBLE = 2**1024 - 2**970
"""The same of 64-bit floats."""
_NAN_OR_INFINITE = {"inf": "INF", "-inf": "-INF", "nan": "NaN"}


class LexicalInt(int):
    """An int with ``text``, the text it was read from, such as ``-0`` or ``007``; arithmetic gives plain
    ints.
    """

    text: str
    alive: ClassVar[int] = 0
    """The number of these that are alive: JSON is written another way while there are any."""

    def __new__(cls, text: str) -> LexicalInt:
        if not re.fullmatch(_INTEGER, text):
            raise ValueError("an integer")
        value = super().__new__(cls, _int(text))
        value.text = text
        with _counting:
            LexicalInt.alive += 1
        return value

    def __del__(self) -> None:
        with _counting:
            LexicalInt.alive -= 1

    def __reduce__(self) -> tuple[Any, ...]:
        return LexicalInt, (self.text,)


class LexicalFloat(float):
    """A float with ``text``, the text it was read from, such as ``1.50`` or ``1E+20``; arithmetic gives plain
    floats.

    A text beyond the range of a float (``1e400``) is kept too; the value is then infinite.
    """

    text: str

    def __new__(cls, text: str) -> LexicalFloat:
        if not re.fullmatch(_XML_FLOAT, text):
            raise ValueError("a number")
        value = super().__new__(cls, text)
        value.text = text
        return value

    def __reduce__(self) -> tuple[Any, ...]:
        return LexicalFloat, (self.text,)


def _int(text: str) -> int:
    if len(text) > MAX_DIGITS:
        raise ValueError(f"an integer of at most {MAX_DIGITS} digits")
    return int(text)


def is_json_number(value: float) -> bool:
    """Does a float keep a text of JSON, such as ``1e400``, which no float comes near to?"""
    return isinstance(value, LexicalFloat) and re.fullmatch(JSON_NUMBER, value.text) is not None


def in_float_range(value: int, *, single: bool = False) -> bool:
    """Is an integer in the range of a float of 64 bits, or of 32 where ``single`` is asked for?"""
    beyond = GREATEST_SINGLE if single else _GREATEST_DOUBLE
    return -beyond < value < beyond


def parse_int(text: str, form: Format = "json") -> int:
    """The integer that a text says: digits with an optional sign; in XML also ``+1`` and ``007``.

    A LexicalInt unless the text is canonical. Raises ValueError, also beyond MAX_DIGITS.
    """
    if not re.fullmatch(JSON_NUMBER if form == "json" else _INTEGER, text):
        raise ValueError("an integer")
    digits = text[1:] if text[0] == "-" else text
    if not digits.isdigit():
        if form == "json":
            raise ValueError("an integer without fraction and exponent")
        return LexicalInt(text)
    return LexicalInt(text) if digits[0] == "0" and text != "0" else _int(text)


def parse_float(
    text: str, form: Format = "json", *, single: bool = False, floats: Floats = "framework"
) -> float:
    """The float that a text says; a LexicalFloat unless the text is canonical for the format.

    ``single``: the canonical text is that of a 32-bit float. In XML NaN, INF and -INF (also Infinity) are
    accepted. Raises ValueError; a text beyond the range of a float is not an error here.
    """
    if not re.fullmatch(JSON_NUMBER if form == "json" else _XML_FLOAT, text):
        raise ValueError("a number")
    value = float(text)
    canonical = (
        json_float_text(value) if form == "json" else float_text_xml(value, single=single, floats=floats)
    )
    return value if text == canonical else LexicalFloat(text)


def parse_number(text: str, form: Format = "json", *, floats: Floats = "framework") -> Number:
    """An int where the text has neither fraction nor exponent, else a float. Raises ValueError."""
    return parse_int(text, form) if re.fullmatch(_INTEGER, text) else parse_float(text, form, floats=floats)


def number_text(
    value: int | float | Decimal, form: Format = "json", *, single: bool = False, floats: Floats = "framework"
) -> str:
    """The text to write for a number: its own text where the format allows it, else the canonical one.

    Canonical JSON is what the JSON encoder writes for the plain value; canonical XML is .NET's. Raises
    ValueError for NaN and infinities in JSON, and for a number with too many digits.
    """
    if isinstance(value, int):
        if isinstance(value, LexicalInt) and (form == "xml" or re.fullmatch(JSON_NUMBER, value.text)):
            return value.text
        if value.bit_length() > MAX_DIGITS * 4:
            raise ValueError(f"an integer of at most {MAX_DIGITS} digits")
        return int.__repr__(value)
    if isinstance(value, float):
        allowed = JSON_NUMBER if form == "json" else _XML_FLOAT
        if isinstance(value, LexicalFloat) and re.fullmatch(allowed, value.text):
            return value.text
        value = float.__pos__(value)  # whatever the methods of a subclass say
        if form == "json":
            return json_float_text(value, strict=True)
        return single_text_xml(value, floats=floats) if single else float_text_xml(value, floats=floats)
    from wiresmith.values.decimals import decimal_text

    return decimal_text(value, form)


def json_float_text(value: float, *, strict: bool = False) -> str:
    """The shortest text that reads as the same float, laid out as the JSON encoder (msgspec) does: ``1e20``.

    Exponents have neither plus nor leading zero and begin at 1e16 and below 1e-5. With ``strict`` raises
    ValueError for NaN and infinities, which JSON cannot say; otherwise their text is not JSON.
    """
    text = float.__repr__(value)
    if strict and text in _NAN_OR_INFINITE:
        raise ValueError("a number that JSON can say (not NaN, not infinite)")
    mantissa, e, exponent = text.partition("e")
    if not e:
        return text
    if exponent == "-05":
        sign, digits = ("-", mantissa[1:]) if mantissa[0] == "-" else ("", mantissa)
        return f"{sign}0.0000{digits.replace('.', '')}"
    return f"{mantissa}e{int(exponent)}"


def float_text_xml(value: float, *, single: bool = False, floats: Floats = "framework") -> str:
    """A float as .NET's DataContractSerializer writes it (format "R", so that reading gives it back).

    ``framework``: 15 digits where they read back as the same double, else 17 (7 and 9 for ``single``, a
    32-bit float), and an exponent past those. ``core``: as few digits as read back, and an exponent past 17
    digits (9). Below 1E-04 both have an exponent, which has at least two digits; NaN, INF and -INF. Raises
    ValueError for a number beyond the range of a 32-bit float where ``single`` is asked for.
    """
    text = float.__repr__(value)
    if text in _NAN_OR_INFINITE:
        return _NAN_OR_INFINITE[text]
    exact = _single(value) if single else value
    if floats == "framework":
        digits, power, precision = _rounded(exact, 7 if single else 15, single)
    else:
        shortest = _shortest_single(exact) if single else text
        digits, power = _digits(shortest)
        precision = 9 if single else 17
    sign = "-" if text[0] == "-" else ""
    if power >= precision or power < -4:
        fraction = f".{digits[1:]}" if len(digits) > 1 else ""
        return f"{sign}{digits[0]}{fraction}E{'-' if power < 0 else '+'}{abs(power):02d}"
    if power < 0:
        return f"{sign}0.{'0' * (-power - 1)}{digits}"
    whole, fraction = digits[: power + 1].ljust(power + 1, "0"), digits[power + 1 :]
    return f"{sign}{whole}.{fraction}" if fraction else f"{sign}{whole}"


def single_text_xml(value: float, *, floats: Floats = "framework") -> str:
    """A 32-bit float as .NET writes it, where the value is one or that text says the whole value; else the
    text of the 64-bit float.

    Values that were read are what their text says (0.1, not 0.10000000149011612), so theirs is .NET's. Raises
    ValueError for a number beyond the range of a 32-bit float.
    """
    text = float_text_xml(value, single=True, floats=floats)
    if value != value or _single(value) == value or float(text.replace("INF", "inf")) == value:
        return text
    return float_text_xml(value, floats=floats)


def _rounded(exact: float, precision: int, single: bool) -> tuple[str, int, int]:
    """Digits, power and precision of .NET Framework's text: so many digits, or two more where .NET Framework
    does not read those back.
    """
    from wiresmith.values.framework_floats import framework_double

    text = f"{exact:.{precision - 1}e}"
    digits, _, power = text.lstrip("-").partition("e")
    again = framework_double(digits.replace(".", ""), int(power))
    if (_single(again) if single else again) != abs(exact):
        from decimal import ROUND_HALF_UP, Context, Decimal

        precision += 2
        rounded = Context(prec=precision, rounding=ROUND_HALF_UP).create_decimal(Decimal(exact))
        text = f"{rounded:.{precision - 1}e}"
    return *_digits(text), precision


def _shortest_single(exact: float) -> str:
    """The least number of digits that read back as a 32-bit float, the nearest of those."""
    from decimal import ROUND_UP, Context, Decimal
    from math import frexp

    is_power = abs(frexp(exact)[0]) == 0.5
    for precision in range(1, 9):
        candidates = [f"{exact:.{precision - 1}e}"]
        if (
            is_power
        ):  # the next float is twice as far away as the one before, so that one may round away from zero
            away = Context(prec=precision, rounding=ROUND_UP).create_decimal(Decimal(exact))
            candidates.append(f"{away:.{precision - 1}e}")
        for candidate in candidates:
            if abs(float(candidate)) < GREATEST_SINGLE and _single(float(candidate)) == exact:
                return candidate
    return f"{exact:.8e}"


def _digits(text: str) -> tuple[str, int]:
    """The significant digits of a finite float's text, at least one, and the power of ten of the first."""
    mantissa, _, exponent = text.lstrip("-").partition("e")
    whole, _, fraction = mantissa.partition(".")
    digits = (whole + fraction).lstrip("0")
    if not digits:
        return "0", 0
    leading = len(whole + fraction) - len(digits)
    return digits.rstrip("0"), int(exponent or "0") + len(whole) - 1 - leading


def _single(value: float) -> float:
    import struct

    try:
        rounded: float = struct.unpack("<f", struct.pack("<f", value))[0]
    except OverflowError:
        raise ValueError("a number in the range of a 32-bit float") from None
    return rounded
