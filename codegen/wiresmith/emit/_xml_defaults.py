"""``EmitDefaultValue = false``: whether a member holds the value that .NET then leaves out, as an emitted
condition.
"""

from __future__ import annotations

from wiresmith.description import EnumType, Member, ObjectType, Scalar, Type, bare, is_nullable
from wiresmith.emit._expression import Expression, applied, expression, joined
from wiresmith.emit._python_types import class_reference
from wiresmith.emit._xml_emission import XmlEmission
from wiresmith.emit.safe_text import Identifier
from wiresmith.kinds import Code, kind_of

_INTEGER_ZERO = Code("({} == 0 and isinstance({}, int) and {} is not False)")


def is_default(emission: XmlEmission, member: Member, source: Expression) -> Expression | None:
    """The condition under which .NET leaves the member out; None if it always writes it."""
    return None if member.xml_emit_default else _is_default(emission, member.type, source)


def _is_default(emission: XmlEmission, use: Type, source: Expression) -> Expression | None:
    resolved = emission.shapes.resolve(bare(use))
    if is_nullable(use) or emission.shapes.is_object(resolved):
        return expression("{} is None", source)
    match resolved:
        case EnumType(base="int"):
            return applied(_INTEGER_ZERO, source)
        case EnumType():
            return expression("unusual()")  # the description does not know the numbers behind its texts
        case ObjectType(value_type=True):
            return _is_default_struct(emission, resolved, source)
        case Scalar() if (code := kind_of(resolved.kind).zero_if) is not None:
            return applied(code, source)
        case _:
            return None  # in .NET, null would be the default


def _is_default_struct(emission: XmlEmission, declared: ObjectType, source: Expression) -> Expression | None:
    conditions = [expression("type({}) is {}", source, class_reference(declared.name))]
    for member in declared.xml_members:
        inner = expression("{}.{}", source, Identifier(member.attribute))
        condition = _is_default(emission, member.type, inner)
        if condition is None:
            return None
        if member.optional:
            condition = expression("({} is ABSENT or {})", inner, condition)
        conditions.append(condition)
    return joined(" and ", conditions)
