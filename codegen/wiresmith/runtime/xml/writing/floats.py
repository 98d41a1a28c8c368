"""Floating point numbers as .NET Core 3.0 and later write them."""

from __future__ import annotations

import struct
from decimal import Decimal


def core_float_text(value: float, *, single: bool = False) -> str:
    """The shortest digits that read back as the same number; an exponent below 1E-04 and where it takes more than 15 digits.

    ``single``: a 32-bit float, with 7 digits in place of 15. Source: Number.Formatting (format "R"). Raises ValueError for a number
    beyond the range of a 32-bit float where ``single`` is asked for.
    """
    if value != value:
        return "NaN"
    if abs(value) == float("inf"):
        return "INF" if value > 0 else "-INF"
    sign, digits, exponent = Decimal(_shortest_single(value) if single else float.__repr__(value)).as_tuple()
    assert isinstance(exponent, int)
    text = "".join(map(str, digits))
    stripped = text.rstrip("0") or "0"
    point = len(text) + exponent if stripped != "0" else 1  # how many digits stand before the point
    minus = "-" if sign else ""
    if point > max(len(stripped), 7 if single else 15) or point < -3:
        fraction = f".{stripped[1:]}" if len(stripped) > 1 else ""
        power = point - 1
        return f"{minus}{stripped[0]}{fraction}E{'-' if power < 0 else '+'}{abs(power):02d}"
    if point <= 0:
        return f"{minus}0.{'0' * -point}{stripped}"
    whole, fraction = stripped[:point].ljust(point, "0"), stripped[point:]
    return f"{minus}{whole}.{fraction}" if fraction else f"{minus}{whole}"


def _shortest_single(value: float) -> str:
    exact = _single(value)
    for precision in range(9):
        text = f"{exact:.{precision}e}"
        if _single(float(text)) == exact:
            return text
    raise ValueError("a number in the range of a 32-bit float")


def _single(value: float) -> float:
    try:
        rounded: float = struct.unpack("<f", struct.pack("<f", value))[0]
    except OverflowError:
        return float("inf")
    if abs(rounded) == float("inf"):
        raise ValueError("a number in the range of a 32-bit float")
    return rounded
