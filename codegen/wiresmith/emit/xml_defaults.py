"""``EmitDefaultValue = false``: whether a member holds the value that .NET then leaves out, as an emitted condition."""

from __future__ import annotations

from wiresmith.contract.model import EnumType, Member, ObjectType, ScalarType
from wiresmith.emit.expression import Expression, expression
from wiresmith.emit.text import Identifier
from wiresmith.emit.xml_emission import XmlEmission

_FALSE_WHEN_DEFAULT = frozenset({"bool", "number", "float32", "float64", "decimal"})
_BY_FUNCTION = {
    "datetime": "is_least_datetime", "datetimeoffset": "is_least_moment", "date": "is_least_date",
    "time": "is_midnight", "timedelta": "is_no_time", "uuid": "is_empty_guid",
}  # fmt: skip


def is_default(emission: XmlEmission, member: Member, source: Expression) -> Expression | None:
    """The condition under which .NET leaves the member out; None if it always writes it.

    ``unusual()`` stands for one that the description does not decide: the number behind an enum of texts, and a struct.
    """
    if member.xml_emit_default:
        return None
    resolved = emission.shapes.resolve(member.use.type)
    if member.use.nullable or emission.shapes.is_object(resolved):
        return expression("{} is None", source)
    match resolved:
        case EnumType(base="int"):
            return expression("not {}", source)
        case EnumType() | ObjectType(value_type=True):
            emission.imports.add("unusual")
            return expression("unusual()")
        case ScalarType(kind="char"):
            return expression('{} == "\\0"', source)
        case ScalarType(kind=kind) if kind in _FALSE_WHEN_DEFAULT or "int" in kind:
            return expression("not {}", source)
        case ScalarType(kind=kind) if kind in _BY_FUNCTION:
            emission.imports.add(_BY_FUNCTION[kind])
            return expression("{}({})", Identifier(_BY_FUNCTION[kind]), source)
        case _:
            return None  # in .NET, null would be the default
