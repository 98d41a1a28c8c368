"""What .NET leaves out where ``EmitDefaultValue`` is false: the value that a member has before anything is assigned to it."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

from wiresmith.runtime.schema import EnumType, Nullable, ObjectType, Ref, Scalar
from wiresmith.values.datetimes import parse_datetime, parse_time
from wiresmith.values.durations import parse_duration
from wiresmith.values.guids import guid

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from wiresmith.runtime.schema import ScalarKind, Schema, Type


def _decimal() -> Any:
    from decimal import Decimal  # slow to import

    return Decimal(0)


_ZEROS: Mapping[ScalarKind, Callable[[], Any]] = {
    "bool": bool,
    "number": int,
    "float32": float,
    "float64": float,
    "decimal": _decimal,
    "datetime": lambda: parse_datetime("0001-01-01T00:00:00"),
    "datetimeoffset": lambda: parse_datetime("0001-01-01T00:00:00+00:00"),
    "date": lambda: datetime.date.min,
    "time": lambda: parse_time("00:00:00"),
    "timedelta": lambda: parse_duration("PT0S"),
    "uuid": lambda: guid("00000000-0000-0000-0000-000000000000"),
    "char": lambda: "\0",
}


def zero(type_: Type, schema: Schema) -> tuple[Any] | None:
    """The default value of a type, in a tuple; None where Python has none for it: .NET's is null, and null is not allowed.

    Of an enumeration without numbers it is the first member.
    """
    if isinstance(type_, Nullable):
        return (None,)
    if isinstance(type_, Scalar):
        if "int" in type_.kind:
            return (0,)
        if type_.kind == "any":
            return (None,)
        make = _ZEROS.get(type_.kind)
        return (make(),) if make else None
    if not isinstance(type_, Ref):
        return None
    described = schema.by_name[type_.name]
    if isinstance(described, EnumType):
        first: Any = next(iter(described.cls), None)
        if described.base == "str" and described.xml_values:
            first = described.cls._value2member_map_.get(described.xml_values[0][1], first)
        return (described.cls._value2member_map_.get(0, 0) if described.base == "int" else first,)
    return _struct(described, schema) if described.value_type else None


def _struct(described: ObjectType, schema: Schema) -> tuple[Any] | None:
    """A struct whose members all have their default value."""
    instance = object.__new__(described.cls)
    for member in described.members:
        default = zero(member.type, schema)
        if default is None:
            return None
        setattr(instance, member.attribute, default[0])
    instance._undeclared = None
    return (instance,)
