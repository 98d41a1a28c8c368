"""The contents of XSD files of data contracts, without their syntax: the records in which export and import
meet.

The names are those of .NET's SchemaExporter, which also says what each annotation means.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from wiresmith.description import QName
from wiresmith.kinds import Kind, kind_of
from wiresmith.values.namespaces import XS

ANY_TYPE: Final = QName("anyType", XS)
DATE_TIME_OFFSET: Final = kind_of("datetimeoffset").contract_name


@dataclass(frozen=True, slots=True)
class Element:
    """A local element.

    ``actual`` is the type of its values where ``type`` is anyType only because another level of the same
    class has an element of this name with another type.
    """

    name: str
    type: QName
    nillable: bool = False
    required: bool = False
    emit_default: bool = True
    actual: QName | None = None
    doc: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Argument:
    """One argument of a closed generic, itself closed or not; ``level`` counts the types around the one that
    it is a parameter of, outermost 0.
    """

    name: str
    namespace: str
    arguments: tuple[Argument, ...] = ()
    level: int = 0
    levels: int | None = None


@dataclass(frozen=True, slots=True)
class Generic:
    """The GenericType annotation: the format of the name (``PageOf{0}{#}``), and the arguments.

    ``levels`` is how many types the innermost one stands in, itself counted; said only where it has no
    parameters of its own.
    """

    name: str
    namespace: str
    arguments: tuple[Argument, ...]
    levels: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassDefinition:
    """A complex type with a sequence of different elements.

    ``reference``: it adds the attributes Id and Ref.
    """

    name: QName
    base: QName | None = None
    elements: tuple[Element, ...] = ()
    value_type: bool = False
    reference: bool = False
    generic: Generic | None = None
    doc: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class ListDefinition:
    """A complex type with one element that is repeated."""

    name: QName
    item: Element
    reference: bool = False
    generic: Generic | None = None
    doc: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class DictionaryDefinition:
    """A complex type with entries of a key and a value."""

    name: QName
    entry: str
    key: Element
    value: Element
    reference: bool = False
    generic: Generic | None = None
    doc: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class EnumDefinition:
    """A simple type with enumerated texts, each with its number."""

    name: QName
    values: tuple[tuple[str, int], ...]
    flags: bool = False
    doc: str = field(default="", compare=False)


Definition = ClassDefinition | ListDefinition | DictionaryDefinition | EnumDefinition


@dataclass(frozen=True, slots=True)
class Root:
    """A document element whose name is not that of its type."""

    name: QName
    type: QName


@dataclass(frozen=True, slots=True)
class Definitions:
    """All of an API: types by name, and the document elements that types do not bring by themselves."""

    types: dict[QName, Definition]
    roots: tuple[Root, ...] = ()
    dates: bool = False
    """Whether .NET 10's dateOnly and timeOnly occur, which older exporters do not declare."""
    scalars: tuple[Kind, ...] = field(default=(), compare=False)
    """The kinds of scalars that occur and whose types are in namespaces of their own."""


def elements_of(definition: Definition) -> tuple[Element, ...]:
    """The elements that a definition holds."""
    match definition:
        case ClassDefinition():
            return definition.elements
        case ListDefinition():
            return (definition.item,)
        case DictionaryDefinition():
            return definition.key, definition.value
        case EnumDefinition():
            return ()


def default_number(flags: bool, position: int) -> int:
    """The number of an enum's value that has no EnumerationValue annotation."""
    return 2**position if flags else position
