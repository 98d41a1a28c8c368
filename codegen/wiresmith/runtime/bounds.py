"""The bounds of a value: the range of its kind, and the constraints of a description."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar, cast

from wiresmith.kinds import kind_of
from wiresmith.runtime.findings import excerpt
from wiresmith.runtime.patterns import pattern_found

if TYPE_CHECKING:
    from wiresmith.description import DictType, ListType, Scalar
    from wiresmith.values.forms import Texts

T = TypeVar("T")
_TEXTS = (str, bytes)


def within(scalar: Scalar, value: T) -> T:
    """The same value; raises ValueError, saying what was expected, if it is outside the scalar's bounds."""
    if (broken := check_constraints(scalar, value)) is not None:
        raise ValueError(broken)
    return value


def check_constraints(scalar: Scalar, value: object, texts: Texts = "standard") -> str | None:
    """The text of a finding's ``expected`` for a value of this kind outside the scalar's bounds; None where
    it is inside.

    Bounds are the width of the kind, ge/gt/le/lt, lengths (code points of a str, bytes of a bytes) and
    pattern.
    """
    kind = kind_of(scalar.kind)
    if kind.is_ranged and not kind.in_range(value):
        return kind.expected("json", texts)
    if isinstance(value, _TEXTS):
        return length_broken(len(value), scalar) or _pattern_broken(scalar, value)
    # Written so that NaN, which compares as false, is outside of every bound.
    number = cast("float", value)
    if scalar.ge is not None and not number >= scalar.ge:
        return f"at least {scalar.ge}"
    if scalar.gt is not None and not number > scalar.gt:
        return f"more than {scalar.gt}"
    if scalar.le is not None and not number <= scalar.le:
        return f"at most {scalar.le}"
    if scalar.lt is not None and not number < scalar.lt:
        return f"less than {scalar.lt}"
    return None


def length_broken(length: int, bounds: Scalar | ListType | DictType) -> str | None:
    """The text of a finding's ``expected`` for a length outside the bounds; None where it is inside."""
    least, greatest = bounds.min_length, bounds.max_length
    if least is not None and length < least:
        return f"a length of at least {least}"
    if greatest is not None and length > greatest:
        return f"a length of at most {greatest}"
    return None


def _pattern_broken(scalar: Scalar, value: str | bytes) -> str | None:
    if scalar.pattern is None or not isinstance(value, str) or pattern_found(scalar.pattern, value):
        return None
    return f"a text that matches {excerpt(scalar.pattern)}"


def is_within(scalar: Scalar, value: object) -> bool:
    """Is the value within the scalar's bounds?"""
    return check_constraints(scalar, value) is None
