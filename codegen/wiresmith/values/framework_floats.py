"""Reading the digits of a floating point number as .NET Framework does: with 64 bits of precision, so that
some results are one off.

It matters for writing too: a double is written with 15 digits if .NET Framework reads those back as the same
double, and with 17 if not. The powers of ten are products of products, rounded to 64 bits each time, which is
where the error comes from (NumberToDouble in the runtime's number.cpp; .NET Core 3.0 and later read exactly).
"""

from __future__ import annotations

from math import inf, ldexp, ulp

_BITS = 64
_MASK = 2**_BITS - 1
_POWERS_OF_TEN = tuple(10**power for power in range(20))
_USED = 18
"""Digits that are read; further ones are ignored."""
_TIES = 2.0**21
"""A number with 18 digits, the first at 1E-04 at the least, has at most 21 binary places behind the point."""


def _powers(first: int, count: int) -> list[int]:
    """The mantissas of a number's powers, with the highest bit set."""
    powers = [first]
    while len(powers) < count:
        product = ((powers[-1] * first >> _BITS - 1) + 1) >> 1
        powers.append(product if product >> _BITS - 1 else product << 1)
    return powers


_Factors = list[tuple[int, int]]
"""The mantissa of each power and how much it adds to the exponent."""


def _factors(ten: int, tenth: int, unit: int, count: int) -> tuple[_Factors, _Factors]:
    lengths = [(10 ** (unit * times)).bit_length() for times in range(1, count + 1)]
    return (
        list(zip(_powers(ten, count), lengths, strict=True)),
        [(power, 1 - length) for power, length in zip(_powers(tenth, count), lengths, strict=True)],
    )


_TENS, _TENTHS = _factors(0xA000_0000_0000_0000, 0xCCCC_CCCC_CCCC_CCCD, 1, 15)
_TENS_BY_16, _TENTHS_BY_16 = _factors(0x8E1B_C9BF_0400_0000, 0xE695_94BE_C44D_E160, 16, 21)


def has_15_digits(value: float) -> bool:
    """Whether .NET Framework writes a finite double with at most 15 digits: those are what it reads as the
    same double.
    """
    text = f"{abs(value):.14e}"
    return framework_double(text[0] + text[2:16], int(text[17:])) == abs(value)


def is_frameworks(text: str) -> bool:
    """Whether Python's text of a double, of at most 15 digits and without exponent, is .NET Framework's too
    (``has_15_digits``).

    Mostly decided by what 64 bits of the exact quotient are: .NET's differ by less than 48 units in the last
    place, and that matters only next to the middle between two doubles. Two decimals are never that near: by
    1024/25 units at least.
    """
    if "." in text[-3:]:
        return True
    quotient = (abs(int(text.replace(".", ""))) << 80) // _POWERS_OF_TEN[len(text) - text.index(".") - 1]
    last_bits = quotient >> quotient.bit_length() - _BITS & 0x7FF
    return not 0x3C0 < last_bits < 0x440 or has_15_digits(float(text))


def quick_text(value: float) -> str | None:
    """.NET Framework's text of a double that Python writes without an exponent; None for others, and where
    the two would round differently.
    """
    text = repr(value)
    if "e" in text or "n" in text:
        return None
    if len(text) <= 16 and is_frameworks(text):
        return text.removesuffix(".0")
    text = f"{value:.15g}"
    # Where the next double but one is nearer to these digits, .NET Framework does not read them as this one:
    # it is never so wrong.
    if abs(float(text) - value) <= 1.5 * ulp(value) and has_15_digits(value):
        return text if "e" not in text else None
    # Python rounds a tie to even, .NET up; only a number of few binary places has one at the 18th digit.
    return f"{value:.17g}" if not (value * _TIES).is_integer() else None


def framework_double(digits: str, power: int) -> float:
    """The double that .NET Framework reads.

    Args:
        digits: ASCII digits, the first not zero; ``0`` and ``""`` are zero. Trailing zeros may change the
            result.
        power: the power of ten of the first digit.

    Returns: the double, not negative; infinity and zero for what is too large and too small.
    """
    digits = digits[:_USED]
    mantissa = int(digits or "0")
    if not mantissa:
        return 0.0
    scale = power + 1 - len(digits)
    if abs(scale) >= 22 * 16:
        return inf if scale > 0 else 0.0
    exponent = mantissa.bit_length()
    mantissa <<= _BITS - exponent
    large, small = divmod(abs(scale), 16)
    if small:
        mantissa, exponent = _times(mantissa, exponent, *(_TENTHS if scale < 0 else _TENS)[small - 1])
    if large:
        mantissa, exponent = _times(
            mantissa, exponent, *(_TENTHS_BY_16 if scale < 0 else _TENS_BY_16)[large - 1]
        )
    return _double(mantissa, exponent)


def _times(mantissa: int, exponent: int, factor: int, adds: int) -> tuple[int, int]:
    """Multiply, losing what the lower halves of both give together."""
    high, low, high_factor, low_factor = (
        mantissa >> 32,
        mantissa & 0xFFFF_FFFF,
        factor >> 32,
        factor & 0xFFFF_FFFF,
    )
    product = high * high_factor + (high * low_factor >> 32) + (low * high_factor >> 32)
    if product >> _BITS - 1:
        return product, exponent + adds
    return product << 1 & _MASK, exponent + adds - 1


def _double(mantissa: int, exponent: int) -> float:
    """Round to 53 bits, ties to even, and put the double together."""
    if mantissa & 0x400:
        mantissa += 0x3FF + (mantissa >> 11 & 1)
        if mantissa > _MASK:
            mantissa, exponent = (mantissa & _MASK) >> 1 | 1 << _BITS - 1, exponent + 1
    if exponent > 1024:
        return inf
    if exponent > -1022:
        return ldexp(mantissa >> 11, exponent - 53)
    if exponent > -1074:  # too small for 53 bits: the rest is cut off
        return ldexp(mantissa >> -1010 - exponent, -1074)
    # The least double there is, for what is more than half of it.
    return ldexp(exponent == -1074 and mantissa >= 0x8000_0000_0000_0058, -1074)
