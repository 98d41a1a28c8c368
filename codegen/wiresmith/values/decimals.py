"""Decimals that keep their text; apart from the other numbers because ``decimal`` is slow to import."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

from wiresmith.values.number_syntax import JSON_NUMBER, MAX_DIGITS, XML_DECIMAL

if TYPE_CHECKING:
    from wiresmith.values.forms import Format


class LexicalDecimal(Decimal):
    """A Decimal with ``text``, the text it was read from, such as ``+1.5``; arithmetic gives
    plain Decimals.
    """

    __slots__ = ("text",)

    text: str

    def __new__(cls, text: str) -> LexicalDecimal:
        value = super().__new__(cls, _decimal(text))
        value.text = text
        return value

    def __reduce__(self) -> tuple[Any, ...]:
        return LexicalDecimal, (self.text,)


def _decimal(text: str) -> Decimal:
    if not re.fullmatch(rf"{JSON_NUMBER}|{XML_DECIMAL}", text):
        raise ValueError("a decimal number")
    try:
        return Decimal(text)
    except InvalidOperation:
        raise ValueError("a decimal number with an exponent that fits") from None


def parse_decimal(text: str, form: Format = "json") -> Decimal:
    """The decimal that a text says, with its scale; in XML without exponent (xs:decimal).

    A LexicalDecimal unless the text is canonical for the format. Raises ValueError.
    """
    if form == "xml" and not re.fullmatch(XML_DECIMAL, text):
        raise ValueError("a decimal number without exponent")
    if form == "json" and not re.fullmatch(JSON_NUMBER, text):
        raise ValueError("a decimal number")
    value = _decimal(text)
    return value if text == _canonical(value, form) else LexicalDecimal(text)


def decimal_text(value: Decimal, form: Format = "json") -> str:
    """The text to write for a decimal: its own text where the format allows it, else the canonical one.

    Canonical JSON is ``str(value)``; canonical XML is the same without exponent. Raises ValueError for NaN
    and infinities, and in XML for more than MAX_DIGITS digits.
    """
    if not value.is_finite():
        raise ValueError("a decimal that is a number (not NaN, not infinite)")
    allowed = JSON_NUMBER if form == "json" else XML_DECIMAL
    if isinstance(value, LexicalDecimal) and re.fullmatch(allowed, value.text):
        return value.text
    return _canonical(value, form)


def _canonical(value: Decimal, form: Format) -> str:
    if form == "json":
        return Decimal.__str__(value)
    if abs(value.adjusted()) > MAX_DIGITS or abs(int(value.as_tuple().exponent)) > MAX_DIGITS:
        raise ValueError(f"a decimal of at most {MAX_DIGITS} digits")
    return Decimal.__format__(value, "f")


def read_decimal(text: bytes) -> Decimal:
    """A decimal without sign or zeros before its digits, as its pattern has it."""
    return Decimal(text.decode())


def xml_decimal(value: Decimal) -> str:
    """The text of a decimal in XML.

    Raises:
        ValueError: for NaN and the infinities.
    """
    if type(value) is Decimal:
        text = str(value)
        # Without an exponent, and far from too many digits; NaN and the infinities have letters, too.
        if len(text) <= 40 and text.isascii() and "E" not in text and "N" not in text and "I" not in text:
            return text
    return decimal_text(value, "xml")
