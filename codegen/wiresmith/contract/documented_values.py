"""Documented defaults and examples: whether they are values of the type they stand beside."""

from __future__ import annotations

from decimal import Decimal

from wiresmith.contract.constraints import is_whole
from wiresmith.description import Constraints, EnumType, ListType, Ref, Scalar, Type, bare, is_nullable
from wiresmith.kinds import Kind, kind_of
from wiresmith.language import Plain, listed, shown
from wiresmith.runtime import pattern_found

Fault = tuple[str, str]
"""A fault of a value, and what was expected."""


def value_fault(value: Plain, use: Type, enum: EnumType | None) -> Fault | None:
    """Why a default or example is not a value of a type; None if it is one.

    ``enum`` is the type when it is an enum.
    """
    written = _written(value)
    if value is None:
        return None if is_nullable(use) else ("null is not a value of the type", "it has no | None")
    if enum is not None:
        values = [member.wire for member in enum.values]
        if any(wire == value and isinstance(wire, type(value)) for wire in values):
            return None
        return (
            f"{written} is not a value of the enum",
            f"one of {listed([str(wire) for wire in values[:12]] or ['none'])}",
        )
    if isinstance(inner := bare(use), Scalar):
        return _scalar_fault(value, inner)
    what = (
        "a list" if isinstance(inner, ListType) else "an object" if isinstance(inner, Ref) else "a dictionary"
    )
    return f"{written} is not a value of the type, {what}", "defaults and examples are single values"


def _written(value: Plain) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return shown(value) if isinstance(value, str) else shown(str(value))[1:-1]


def _scalar_fault(value: str | float | bool | Decimal, type_: Scalar) -> Fault | None:
    kind, written = kind_of(type_.kind), _written(value)
    match kind.json_type:
        case "any":
            return None
        case "number" | "integer":
            if isinstance(value, str | bool):
                return f"{written} is not a number", f"{kind.name} is expected"
            return _number_fault(Decimal(value) if isinstance(value, float) else value, type_)
        case "boolean":
            is_flag = isinstance(value, bool)
            return None if is_flag else (f"{written} is not a boolean", "true or false is expected")
        case _:
            if not isinstance(value, str):
                return f"{written} is not text", f"{kind.spec_form}, quoted, is expected"
            if not kind.is_spelled(value):
                return f"{written} is not {kind.spec_form}", f"{kind.name} is expected"
            return _text_fault(value, kind, type_)


def _number_fault(value: int | Decimal, type_: Scalar) -> Fault | None:
    constraints, limits = type_, kind_of(type_.kind).range
    if is_whole(type_) and value != int(value):
        return f"{value} is not an integer", f"{type_.kind} is expected"
    if is_whole(type_) and not isinstance(value, int):
        return f"{value} is not written as an integer", f"{int(value)} is expected"
    if limits is not None and not limits[0] <= value <= limits[1]:
        return f"{value} is outside {type_.kind}", f"{limits[0]} to {limits[1]}"
    for name, bound, fits in (
        ("ge", constraints.ge, constraints.ge is None or value >= constraints.ge),
        ("gt", constraints.gt, constraints.gt is None or value > constraints.gt),
        ("le", constraints.le, constraints.le is None or value <= constraints.le),
        ("lt", constraints.lt, constraints.lt is None or value < constraints.lt),
    ):
        if not fits:
            return f"{value} is out of range", f"{name} {bound}"
    return None


def _text_fault(value: str, kind: Kind, constraints: Constraints) -> Fault | None:
    length = kind.length(value)
    if constraints.min_length is not None and length < constraints.min_length:
        return f"{shown(value)} is too short", f"min_length {constraints.min_length}"
    if constraints.max_length is not None and length > constraints.max_length:
        return f"{shown(value)} is too long", f"max_length {constraints.max_length}"
    if constraints.pattern is not None and not pattern_found(constraints.pattern, value):
        return f"{shown(value)} does not match", f"pattern {shown(constraints.pattern)}"
    return None
