"""Documented defaults and examples: whether they are values of the type they stand beside."""

from __future__ import annotations

import base64
import binascii
import datetime
import re
from decimal import Decimal
from typing import Final

from wiresmith.contract.constraints import INTEGERS, NUMBERS, integer_range
from wiresmith.description import Constraints, EnumType, ListType, Ref, Scalar, Type, bare, is_nullable
from wiresmith.language.placed import Plain
from wiresmith.language.problem import listed, shown
from wiresmith.runtime import pattern_found

_UUID: Final = re.compile(r"\{?[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\}?")
_DURATION: Final = re.compile(
    r"-?P(?=.)(?:\d+Y)?(?:\d+M)?(?:\d+W)?(?:\d+D)?(?:T(?=.)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d+)?S)?)?"  # ISO 8601
    r"|-?(?:\d+\.)?\d{1,2}:\d{2}:\d{2}(?:\.\d{1,7})?",  # .NET
    re.ASCII,
)
_QNAME: Final = re.compile(r"(?:\{[^{}]*\})?[^\s{}:]*")
_SHAPES: Final = {
    "char": "one character",
    "qname": "an XML name such as {urn:x}name",
    "datetimeoffset": "a date and time such as 2024-01-31T12:00:00+01:00",
    "datetime": "a date and time such as 2024-01-31T12:00:00Z",
    "date": "a date such as 2024-01-31",
    "time": "a time such as 12:00:00",
    "timedelta": "a duration such as PT1H30M",
    "uuid": "a UUID",
    "bytes": "base64",
    "str": "text",
    "uri": "text",
    "bool": "true or false",
    "any": "any value",
}

Fault = tuple[str, str]
"""What is wrong with a value, and what was expected."""


def value_fault(value: Plain, use: Type, enum: EnumType | None) -> Fault | None:
    """Why a default or example is not a value of a type; None if it is one. ``enum`` is the type when it is an enum."""
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
    kind, written = type_.kind, _written(value)
    if kind == "any":
        return None
    if kind in NUMBERS:
        if isinstance(value, str | bool):
            return f"{written} is not a number", f"{kind} is expected"
        return _number_fault(Decimal(value) if isinstance(value, float) else value, type_)
    if kind == "bool":
        return (
            None if isinstance(value, bool) else (f"{written} is not a boolean", "true or false is expected")
        )
    if not isinstance(value, str):
        return f"{written} is not text", f"{_SHAPES[kind]}, quoted, is expected"
    if not _has_shape(value, kind):
        return f"{written} is not {_SHAPES[kind]}", f"{kind} is expected"
    return _text_fault(value, kind, type_)


def _number_fault(value: int | Decimal, type_: Scalar) -> Fault | None:
    constraints, limits = type_, integer_range(type_.kind)
    if type_.kind in INTEGERS and value != int(value):
        return f"{value} is not an integer", f"{type_.kind} is expected"
    if type_.kind in INTEGERS and not isinstance(value, int):
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


def _text_fault(value: str, kind: str, constraints: Constraints) -> Fault | None:
    length = len(base64.b64decode(value)) if kind == "bytes" else len(value)
    if constraints.min_length is not None and length < constraints.min_length:
        return f"{shown(value)} is too short", f"min_length {constraints.min_length}"
    if constraints.max_length is not None and length > constraints.max_length:
        return f"{shown(value)} is too long", f"max_length {constraints.max_length}"
    if constraints.pattern is not None and not pattern_found(constraints.pattern, value):
        return f"{shown(value)} does not match", f"pattern {shown(constraints.pattern)}"
    return None


def _has_shape(value: str, kind: str) -> bool:
    if kind == "uuid":
        return _UUID.fullmatch(value) is not None
    if kind == "timedelta":
        return _DURATION.fullmatch(value) is not None
    try:
        match kind:
            case "char":
                return len(value.encode("utf-16-le", "surrogatepass")) == 2
            case "qname":
                return _QNAME.fullmatch(value) is not None
            case "datetimeoffset":
                return datetime.datetime.fromisoformat(value).tzinfo is not None
            case "datetime":
                datetime.datetime.fromisoformat(value)
                return "T" in value
            case "date":
                datetime.date.fromisoformat(value)
                return len(value) == len("2024-01-31")
            case "time":
                datetime.time.fromisoformat(value)
                return ":" in value
            case "bytes":
                base64.b64decode(value, validate=True)
            case _:
                pass
    except (ValueError, binascii.Error):
        return False
    return True
