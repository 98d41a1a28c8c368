"""Texts of numbers as .NET's number parser takes them (XmlConvert, NumberStyles), and the values that it
gives.
"""

from __future__ import annotations

import re
import struct
from decimal import Decimal
from typing import TYPE_CHECKING

from wiresmith.dotnet._refusal import wrong_value
from wiresmith.kinds import kind_of
from wiresmith.values.numbers import Floats, float_text_xml

if TYPE_CHECKING:
    from wiresmith.kinds import Kind

# The number parser's white space is wider than XML's, and it ignores zero characters at the end.
_SPACE = r"[\t-\r ]*"
_INTEGER = re.compile(rf"{_SPACE}([+-]?[0-9]+){_SPACE}\0*")
_FLOAT = re.compile(rf"{_SPACE}([+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?){_SPACE}\0*")
_DECIMAL = re.compile(rf"{_SPACE}([+-]?)(?=\.?[0-9])([0-9]*)(?:(\.)([0-9]*))?{_SPACE}\0*")
_ANY_INTEGER = re.compile(  # NumberStyles.Any: also 1,000 and 1.0 and 1e3 and (5) and ¤5
    r"([\t-\r +(¤-]*)([0-9][0-9,]*)(?:\.([0-9]*))?(?:[eE]([+-]?[0-9]+))?([\t-\r +)¤-]*)\0*"
)
_SHORT_FLOAT = re.compile(r"(-?)([0-9]*)(?:(\.)([0-9]*))?")
_NAMED = {"Infinity": float("inf"), "-Infinity": float("-inf"), "NaN": float("nan")}
_GREATEST_DECIMAL = 2**96 - 1
_DECIMAL_DIGITS = 50
_MOST_DIGITS = 4000
_INT32 = (-(2**31), 2**31 - 1)


def integer(text: str, kind: Kind, *, core: bool = False) -> int:
    """The value of an integer kind; one without a width is an Int32. .NET Core reads a UInt64 in any style.

    Raises Refused.
    """
    least, greatest = kind.range or _INT32
    refused = wrong_value(
        text, kind.clr_name.removeprefix("System."), f"an integer from {least} to {greatest}"
    )
    if core and greatest == 2**64 - 1:
        value = _any_integer(text)
    else:
        match = _INTEGER.fullmatch(text)
        value = int(match[1]) if match and len(match[1]) <= _MOST_DIGITS else None
    if value is None or not least <= value <= greatest:
        raise refused
    return value


def int32(text: str) -> int:
    """An Int32. Raises Refused."""
    return integer(text, kind_of("int32"))


def int16(text: str) -> int:
    """An Int16. Raises Refused."""
    return integer(text, kind_of("int16"))


def _any_integer(text: str) -> int | None:
    match = _ANY_INTEGER.fullmatch(text)
    if match is None or len(text) > _MOST_DIGITS:
        return None
    marks = match[1] + match[5]
    repeated = any(marks.count(mark) > 1 for mark in "()¤") or sum(map(marks.count, "+-(")) > 1
    if repeated or marks.count("(") != marks.count(")"):
        return None
    digits = match[2].replace(",", "") + (match[3] or "")
    exponent = int(match[4] or 0) - len(match[3] or "")
    if abs(exponent) > _MOST_DIGITS:
        return 0 if not digits.strip("0") else None
    value = Decimal(digits).scaleb(exponent)
    if value != value.to_integral_value():
        return None
    whole = int(value)
    return -whole if "-" in marks or "(" in marks else whole


def floating(text: str, *, single: bool, short: bool, core: bool) -> float:
    """The value of a float; that of a 32-bit one is what its text says, so 0.1 and not 0.10000000149011612.

    Args:
        text: the text.
        single: whether it is a 32-bit one.
        short: whether .NET reads it from bytes, where a few digits have a parser of their own that knows no
            -0.
        core: whether texts are those of .NET Core, and numbers beyond the range infinite rather than refused.

    Raises: Refused.
    """
    value = _short_float(text) if short else None
    if value is None:
        value = _long_float(text, single=single, core=core)
    if single and value == value and abs(value) != float("inf"):
        try:
            (value,) = struct.unpack("<f", struct.pack("<f", value))
        except OverflowError:
            value = float("inf") if value > 0 else float("-inf")
            if not core:
                raise _no_float(text, single) from None
        floats: Floats = "core" if core else "framework"
        return float(float_text_xml(value, single=True, floats=floats).replace("INF", "inf"))
    return value


def _short_float(text: str) -> float | None:
    match = _SHORT_FLOAT.fullmatch(text)
    size = len(text) - len(match[1]) if match else 0
    if match is None or not 1 <= size <= 10 or (size == 10 and not match[3]):
        return None
    whole, fraction = match[2], match[4] or ""
    value = int(whole + fraction or "0") / float("1e" + str(len(fraction)))
    return -value if match[1] and (match[3] or value) else value


def _long_float(text: str, *, single: bool, core: bool) -> float:
    trimmed = text.strip(" \t\r\n")
    if trimmed in ("INF", "-INF"):
        return float(trimmed.replace("INF", "inf"))
    match = _FLOAT.fullmatch(trimmed)
    if match is None:
        named = _NAMED.get(trimmed.strip())
        if named is None:
            raise _no_float(text, single)
        return named
    value = float(match[1])
    if abs(value) == float("inf") and not core:
        raise _no_float(text, single)
    return value


def _no_float(text: str, single: bool) -> Exception:
    return wrong_value(text, "Single" if single else "Double", "a number, NaN, INF or -INF")


def decimal(text: str) -> Decimal:
    """The value of a decimal: at most 96 bits and 28 digits behind the point, the rest rounded.

    Raises Refused.
    """
    match = _DECIMAL.fullmatch(text.strip(" \t\r\n"))
    refused = wrong_value(text, "Decimal", "a decimal number without exponent")
    if match is None:
        raise refused
    sign, whole, _, fraction = match.groups()
    digits = ((whole or "") + (fraction or "")).lstrip("0")
    scale = len(digits) - len(
        fraction or ""
    )  # how many of the digits stand before the point; negative: zeros behind it
    kept, used, exponent = 0, 0, scale
    digits = digits[:_DECIMAL_DIGITS]
    if not digits:
        return Decimal((0, (0,), max(-28, -len(fraction or ""))))  # never written with a sign
    if scale > 29:
        raise refused
    while exponent > 0 or (used < len(digits) and exponent > -28):
        following = kept * 10 + (int(digits[used]) if used < len(digits) else 0)
        if following > _GREATEST_DECIMAL:
            break
        kept, used, exponent = following, used + 1, exponent - 1
    if _rounds_up(digits, used):
        kept += 1
        if kept > _GREATEST_DECIMAL:
            kept, exponent = (kept + 5) // 10, exponent + 1
    if exponent > 0:
        raise refused
    if not kept or exponent < -28:
        return Decimal((0, (0,), max(exponent, -28)))
    return Decimal((int(sign == "-"), tuple(map(int, str(kept))), exponent))


def _rounds_up(digits: str, used: int) -> bool:
    if used >= len(digits) or digits[used] < "5":
        return False
    if digits[used] > "5" or digits[used + 1 : used + 21].strip("0"):
        return True
    return used > 0 and int(digits[used - 1]) % 2 == 1
