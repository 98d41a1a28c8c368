"""The classes of an API: a dataclass for each object, an enum for each enumeration."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from wiresmith.description import Contract, EnumType, Member, ObjectType, bare, is_nullable
from wiresmith.emit._docstrings import Documentation, class_docstring, member_docstring, value_docstring
from wiresmith.emit._expression import Expression, expression
from wiresmith.emit._python_types import python_annotation
from wiresmith.emit.code_shape import Shape
from wiresmith.emit.imports import export_order
from wiresmith.emit.safe_text import Identifier, PublicName, PyLiteral, literal
from wiresmith.emit.scope import ModuleScope
from wiresmith.failure import EmitError


@dataclass(frozen=True, slots=True)
class ModelClass(Shape):
    """The dataclass of an object. ``has_undeclared``: it is the root of its hierarchy, and has the
    private field."""

    name: PublicName
    base: Identifier
    doc: Documentation
    fields: tuple[ModelField, ...]
    has_undeclared: bool


@dataclass(frozen=True, slots=True)
class ModelField(Shape):
    """One field of a dataclass; ``default`` is None where it has none."""

    name: Identifier
    annotation: Expression
    default: Expression | Identifier | None
    doc: Documentation | None


@dataclass(frozen=True, slots=True)
class EnumClass(Shape):
    """The class of an enumeration."""

    name: PublicName
    base: Identifier
    doc: Documentation
    values: tuple[EnumValue, ...]


@dataclass(frozen=True, slots=True)
class EnumValue(Shape):
    """One member of an enum."""

    name: Identifier
    value: PyLiteral
    doc: Documentation | None


def models_context(contract: Contract, only: Collection[str] | None = None) -> dict[str, object]:
    """Everything ``models.py.jinja`` lays out; ``only`` are the classes of one part.

    Raises:
        EmitError: if two things of the API would have one name in Python.
    """
    classes = [declared.name for declared in contract.types.values()]
    fields = {
        member.attribute
        for declared in contract.types.values()
        if isinstance(declared, ObjectType)
        for member in declared.own
    }
    for name in sorted(fields & set(classes)):
        raise EmitError(f"{name} is both a class and a field; give one of them another name with python:")
    own = [declared for declared in bases_first(contract) if only is None or declared.name in only]
    scope = ModuleScope(fields, classes, own_classes=True)
    return {
        "classes": [_class(contract, declared, scope) for declared in own],
        "exported": [literal(name) for name in sorted((each.name for each in own), key=export_order)],
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


def _class(contract: Contract, declared: ObjectType | EnumType, scope: ModuleScope) -> ModelClass | EnumClass:
    name, doc = PublicName(declared.name), class_docstring(declared)
    if isinstance(declared, EnumType):
        values = tuple(
            EnumValue(Identifier(value.python), literal(value.wire), value_docstring(value))
            for value in declared.values
        )
        return EnumClass(name, scope.name("StrEnum" if declared.base == "str" else "IntEnum"), doc, values)
    is_root = declared.base is None
    base = scope.name("Model") if declared.base is None else PublicName(contract.types[declared.base].name)
    fields = tuple(_field(contract, member, scope) for member in declared.own)
    return ModelClass(name, base, doc, fields, is_root)


def _field(contract: Contract, member: Member, scope: ModuleScope) -> ModelField:
    name, doc = Identifier(member.attribute), member_docstring(member)
    annotation = scope.adopt(python_annotation(contract, member.type))
    if not member.optional:
        return ModelField(name, annotation, expression("None") if is_nullable(member.type) else None, doc)
    present = scope.adopt(python_annotation(contract, bare(member.type)))
    union = "{} | {} | None" if annotation != present else "{} | {}"
    return ModelField(name, expression(union, present, scope.name("Absent")), scope.name("ABSENT"), doc)
