"""The classes of an API: a dataclass for each object, an enum for each enumeration."""

from __future__ import annotations

from dataclasses import dataclass

from wiresmith.contract.model import Contract, EnumType, Member, ObjectType, TypeUse
from wiresmith.emit.docstrings import class_docstring, member_docstring, value_docstring
from wiresmith.emit.expression import NOTHING, Expression, expression
from wiresmith.emit.imports import export_order
from wiresmith.emit.scope import ModuleScope
from wiresmith.emit.text import Docstring, Identifier, PublicName, PyLiteral, literal
from wiresmith.emit.types import python_annotation
from wiresmith.failure import EmitError


@dataclass(frozen=True, slots=True)
class FieldLines:
    """One field of a dataclass; ``default`` is empty where there is none."""

    name: Identifier
    annotation: Expression
    default: Expression
    doc: Docstring | None


@dataclass(frozen=True, slots=True)
class ValueLines:
    """One member of an enum."""

    name: Identifier
    value: PyLiteral
    doc: Docstring | None


@dataclass(frozen=True, slots=True)
class ClassLines:
    """One class. ``undeclared`` is the annotation of the private field that the root of a hierarchy has."""

    name: PublicName
    base: Expression
    doc: Docstring
    fields: tuple[FieldLines, ...] = ()
    values: tuple[ValueLines, ...] = ()
    undeclared: Expression = NOTHING
    is_enum: bool = False


def models_context(contract: Contract) -> dict[str, object]:
    """Everything ``models.py.jinja`` lays out.

    Raises:
        EmitError: if two things of the API would have one name in Python.
    """
    classes = [declared.python for declared in contract.types.values()]
    fields = {
        member.python
        for declared in contract.types.values()
        if isinstance(declared, ObjectType)
        for member in declared.own
    }
    for name in sorted(fields & set(classes)):
        raise EmitError(f"{name} is both a class and a field; give one of them another name with python:")
    scope = ModuleScope(fields, classes, own_classes=True)
    lines = [_class_lines(contract, declared, scope) for declared in bases_first(contract)]
    return {
        "classes": lines,
        "exported": [literal(name) for name in sorted(classes, key=export_order)],
        "dataclass": scope.name("dataclass") if any(not entry.is_enum for entry in lines) else NOTHING,
        "field_function": scope.name("field") if any(entry.undeclared for entry in lines) else NOTHING,
        "scope": scope,
    }


def bases_first(contract: Contract) -> list[ObjectType | EnumType]:
    """The types in the contract's order, except that a class comes after the one it extends."""
    ordered: dict[str, ObjectType | EnumType] = {}

    def add(identity: str) -> None:
        declared = contract.types[identity]
        if isinstance(declared, ObjectType) and declared.base is not None and declared.base not in ordered:
            add(declared.base)
        ordered.setdefault(identity, declared)

    for identity in contract.types:
        add(identity)
    return list(ordered.values())


def _class_lines(contract: Contract, declared: ObjectType | EnumType, scope: ModuleScope) -> ClassLines:
    if isinstance(declared, EnumType):
        return ClassLines(
            PublicName(declared.python),
            expression("{}", scope.name("StrEnum" if declared.base == "str" else "IntEnum")),
            class_docstring(declared),
            values=tuple(
                ValueLines(Identifier(value.python), literal(value.wire), value_docstring(value))
                for value in declared.values
            ),
            is_enum=True,
        )
    is_root = declared.base is None
    return ClassLines(
        PublicName(declared.python),
        expression("{}", scope.name("Model"))
        if declared.base is None
        else expression("{}", PublicName(contract.types[declared.base].python)),
        class_docstring(declared),
        fields=tuple(_field_lines(contract, member, declared, scope) for member in declared.own),
        undeclared=expression("{} | None", scope.name("Undeclared")) if is_root else NOTHING,
    )


def _field_lines(contract: Contract, member: Member, declared: ObjectType, scope: ModuleScope) -> FieldLines:
    annotation = scope.adopt(python_annotation(contract, member.use))
    default = expression("None") if member.use.nullable else NOTHING
    if member.optional:
        present = scope.adopt(python_annotation(contract, TypeUse(member.use.type)))
        union = "{} | {} | None" if annotation != present else "{} | {}"
        annotation = expression(union, present, scope.name("Absent"))
        default = expression("{}", scope.name("ABSENT"))
    return FieldLines(Identifier(member.python), annotation, default, member_docstring(member, declared))
