"""Constraints: whether they fit a type, agree with each other, and can be checked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Final

from wiresmith.contract._pattern_faults import pattern_fault
from wiresmith.description import BareType, Constraints, DictType, ListType, Ref, Scalar
from wiresmith.kinds import LENGTH, PATTERN, RANGE, all_kinds, kind_of
from wiresmith.language import ConstraintsDoc, Problems, shown

_BOUNDS: Final = ("ge", "gt", "le", "lt")
_LENGTHS: Final = ("min_length", "max_length")

Narrowable = Scalar | ListType | DictType
"""A type that constraints can narrow."""


def constrained(type_: BareType, doc: ConstraintsDoc | None, problems: Problems) -> BareType:
    """The type narrowed by the constraints that stand beside it; those that make no sense are reported and
    left out.
    """
    if doc is None or not doc.given:
        return type_
    if isinstance(type_, Ref):
        for name, placed in doc.given.items():
            problems.add(placed.at, f"{name} does not fit an object or an enum")
        return type_
    narrowed: Narrowable = type_
    for name, placed in doc.given.items():
        value = placed.value
        fault = _misfit(type_, name, value) or (_pattern_fault(value) if name == "pattern" else None)
        if fault is not None:
            problems.add(placed.at, *fault)
        elif name == "pattern" and narrowed.pattern not in (None, value):
            problems.add(
                placed.at,
                "a second pattern",
                "the type that it narrows has one",
                "write one pattern that says both",
            )
        else:
            narrowed = _narrowed(narrowed, name, value)
    if (contradiction := _contradiction(narrowed)) is not None:
        first = min(placed.at for placed in doc.given.values())
        problems.add(first, f"no value fits: {contradiction}")
        return type_
    return narrowed


def _misfit(type_: Narrowable, name: str, value: object) -> tuple[str, str] | None:
    kind = kind_of(type_.kind) if isinstance(type_, Scalar) else None
    bounded_by = {LENGTH} if kind is None else kind.bounded_by
    said = kind.name if kind is not None else "list" if isinstance(type_, ListType) else "dict"
    if name in _BOUNDS:
        if RANGE not in bounded_by:
            return f"{name} does not fit {said}", "it bounds numbers"
        if (
            isinstance(value, bool)
            or not isinstance(value, int | float)
            or value != value
            or abs(value) == float("inf")
        ):
            return f"{name} is {value}", "a number is expected"
        if is_whole(type_) and value != int(value):
            return f"{name} is {value}, and the type {said}", "an integer is expected"
    elif name in _LENGTHS:
        if LENGTH not in bounded_by:
            with_length = ", ".join(each.name for each in all_kinds() if LENGTH in each.bounded_by)
            return f"{name} does not fit {said}", f"it bounds {with_length}, lists and dictionaries"
        if isinstance(value, bool) or not isinstance(value, int) or value < 0:
            return f"{name} is {value}", "an integer from 0 is expected"
    elif PATTERN not in bounded_by:
        return f"pattern does not fit {said}", "it is searched for in text"
    return None


def is_whole(type_: BareType) -> bool:
    """Is it a scalar of whole numbers?"""
    return isinstance(type_, Scalar) and kind_of(type_.kind).json_type == "integer"


def _pattern_fault(pattern: object) -> tuple[str, str] | None:
    if not isinstance(pattern, str):
        return f"pattern is {pattern}", "text is expected"
    fault = pattern_fault(pattern)
    return (
        (f"the pattern {shown(pattern)} cannot be used ({shown(fault[0])[1:-1]})", fault[1])
        if fault
        else None
    )


def _narrowed(constraints: Narrowable, name: str, value: object) -> Narrowable:
    """The type with another constraint besides those it has."""
    if isinstance(value, str):
        return replace(constraints, pattern=value)
    assert isinstance(value, int | float)
    match name:
        case "ge":
            return replace(constraints, ge=_stricter(max, constraints.ge, value))
        case "gt":
            return replace(constraints, gt=_stricter(max, constraints.gt, value))
        case "le":
            return replace(constraints, le=_stricter(min, constraints.le, value))
        case "lt":
            return replace(constraints, lt=_stricter(min, constraints.lt, value))
        case "min_length":
            return replace(constraints, min_length=int(_stricter(max, constraints.min_length, value)))
        case _:
            return replace(constraints, max_length=int(_stricter(min, constraints.max_length, value)))


def _stricter(
    choose: Callable[[int | float, int | float], int | float], before: int | float | None, value: int | float
) -> int | float:
    return value if before is None else choose(before, value)


def _contradiction(type_: Narrowable) -> str | None:
    constraints: Constraints = type_
    low, high = constraints.min_length, constraints.max_length
    if low is not None and high is not None and low > high:
        return f"min_length {low} is more than max_length {high}"
    limits = kind_of(type_.kind).range if isinstance(type_, Scalar) else None
    whole = is_whole(type_)
    lower = [(constraints.ge, "ge", 0), (constraints.gt, "gt", 1)]
    upper = [(constraints.le, "le", 0), (constraints.lt, "lt", 1)]
    if limits is not None:
        kind = type_.kind if isinstance(type_, Scalar) else ""
        lower.append((limits[0], f"the least {kind},", 0))
        upper.append((limits[1], f"the greatest {kind},", 0))
    for least, low_name, low_open in lower:
        for greatest, high_name, high_open in upper:
            if least is None or greatest is None:
                continue
            gap = Decimal(greatest) - Decimal(least)
            needed = (low_open + high_open) if whole else 0
            if gap < needed or (not whole and gap == 0 and (low_open or high_open)):
                return f"{low_name} {least} and {high_name} {greatest}"
    return None
