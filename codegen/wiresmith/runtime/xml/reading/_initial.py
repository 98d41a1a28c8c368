"""The values that .NET leaves out where ``EmitDefaultValue`` is false: the one that a member has before
anything is assigned to it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wiresmith.description import EnumType, Nullable, ObjectType, Ref, Scalar
from wiresmith.kinds import kind_of

if TYPE_CHECKING:
    from wiresmith.description import Schema, Type


def zero(type_: Type, schema: Schema) -> tuple[Any] | None:
    """The default value of a type, in a tuple; None where Python has none for it: .NET's is null, and null is
    not allowed.

    Of an enumeration without numbers it is the first member.
    """
    if isinstance(type_, Nullable):
        return (None,)
    if isinstance(type_, Scalar):
        kind = kind_of(type_.kind)
        if kind.is_reference:
            return (None,) if kind.xml_shape == "open" else None
        return (kind.zero(),)
    if not isinstance(type_, Ref):
        return None
    described = schema.types[type_.name]
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
