"""The shape of an API's documents as data.

An emitted package describes its types once in these records (its ``_schema`` module). The exact readers
walk them whenever a document is not in the one layout that the straight-line readers expect, and they are
what findings are phrased from.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property
from typing import Any, Literal

from wiresmith.dialects import PLAIN, Dialect, dialect_of
from wiresmith.values.qnames import QName as QName


@dataclass(frozen=True, slots=True, kw_only=True)
class Scalar:
    """A value that is one JSON literal or one XML text.

    ``ge``, ``gt``, ``le`` and ``lt`` bound numbers; lengths count code points of a str and bytes of a bytes;
    ``pattern`` is searched for, in RE2 syntax.
    """

    kind: str
    ge: int | float | None = None
    gt: int | float | None = None
    le: int | float | None = None
    lt: int | float | None = None
    min_length: int | None = None
    max_length: int | None = None
    pattern: str | None = None
    root: QName | None = None
    """Its XML root element when it is a whole document."""


@dataclass(frozen=True, slots=True)
class ListType:
    """A JSON array; in XML an element that holds one ``item_name`` element for each item.

    ``contract`` is its name in ``i:type``, where that is not its root's; ``name`` how the spec calls it (None: ``list[…]``). ``known`` and
    ``reference`` as for objects. ``array``: .NET reads it into an array.
    """

    item: Type
    root: QName | None = None
    item_name: QName | None = None
    min_length: int | None = None
    max_length: int | None = None
    contract: QName | None = None
    name: str | None = None
    known: tuple[Type, ...] = ()
    reference: bool = False
    array: bool = False


@dataclass(frozen=True, slots=True)
class DictType:
    """A JSON object with free keys; in XML a list of entries, each a key element and a value element.

    ``pairs``: a Python list of (key, value) tuples, because the keys cannot be those of a dict. The rest as for lists.
    """

    key: Type
    value: Type
    root: QName | None = None
    entry_name: QName | None = None
    key_name: QName | None = None
    value_name: QName | None = None
    min_length: int | None = None
    max_length: int | None = None
    pairs: bool = False
    contract: QName | None = None
    name: str | None = None
    known: tuple[Type, ...] = ()
    reference: bool = False


@dataclass(frozen=True, slots=True)
class Nullable:
    """The same, or null (in XML: ``i:nil="true"``)."""

    type: Type


@dataclass(frozen=True, slots=True)
class Ref:
    """A named type of the same schema: an ObjectType or an EnumType."""

    name: str


Type = Scalar | ListType | DictType | Nullable | Ref


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One member of an object.

    ``wire`` is its JSON name, ``attribute`` the name of the dataclass field, ``xml_name`` its element.
    ``optional``: documented as a member that may be absent (``name?:``); its Python type then includes ABSENT.
    ``absent_as_null``: not documented as optional, but where it is missing it reads as None and is written
    back absent (and a warning says so); otherwise a missing member is an error.
    ``xml_initial`` is what .NET's constructor gives it (None: nothing; a tuple for a list), ``xml_get_only`` a collection without a setter;
    both matter to the reader that does what .NET does.
    """

    wire: str
    attribute: str
    type: Type
    optional: bool = False
    absent_as_null: bool = False
    xml_name: QName | None = None
    xml_required: bool = False
    xml_emit_default: bool = True
    xml_get_only: bool = False
    xml_initial: Any = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectType:
    """A class: a JSON object; in XML an element holding one element for each member.

    ``members`` come in the order JSON is written in; ``xml_order`` lists attributes in the order of the XML
    contract (base levels first), and is empty where the type has no XML form.

    What .NET's contract says besides: ``base``, the name of the type it extends; ``contract``, its name in ``i:type``, where that is not its
    root's; ``known``, the types that may stand for declared ones inside it, of this level only; ``reference``: written once per
    document and referred to; ``value_type``: a struct; ``extensible``: .NET keeps unknown elements; ``typed``, the attributes of members
    that carry ``i:type`` although their type is the declared one (a member of that name at another level has another type).
    """

    name: str
    cls: type[Any]
    members: tuple[Member, ...]
    xml_order: tuple[str, ...] = ()
    root: QName | None = None
    base: str | None = None
    contract: QName | None = None
    known: tuple[Type, ...] = ()
    reference: bool = False
    value_type: bool = False
    extensible: bool = False
    typed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EnumType:
    """An enumeration of strings or integers; unless ``closed``, other values are kept as they are.

    ``flags``: integers that combine with ``|``; in XML the names, separated by spaces.
    """

    name: str
    cls: type[Enum]
    closed: bool = False
    base: Literal["str", "int"] = "str"
    flags: bool = False
    root: QName | None = None
    contract: QName | None = None
    xml_values: tuple[tuple[str, str | int], ...] = ()
    """Text in XML and wire value in JSON of all members in their order, where any of the two differ; the first text of a value is written."""


@dataclass(frozen=True)
class Schema:
    """Everything that one API's readers need to know.

    ``dialect`` names the rules that its documents follow (`wiresmith.dialects`). ``documents`` maps what a caller may ask for (a class, or
    an alias such as ``list[Batch]``) to its type, ``parameters`` the name of an operation to the types of what its requests carry, by their
    names in Python. ``floats``: whose text of floating point numbers XML has (.NET Framework's, or .NET Core's);
    ``preserve_references``: every object and collection is written once and referred to; ``known``: types known everywhere.
    """

    api: str
    types: tuple[ObjectType | EnumType, ...]
    documents: dict[Any, Type] = field(default_factory=dict[Any, Type])
    dialect: str = PLAIN.name
    floats: Literal["framework", "core"] = "framework"
    preserve_references: bool = False
    known: tuple[Type, ...] = ()
    parameters: dict[str, dict[str, Type]] = field(default_factory=dict[str, "dict[str, Type]"])

    @cached_property
    def rules(self) -> Dialect:
        """The rules of its dialect.

        Raises:
            LookupError: no dialect of that name is registered.
        """
        return dialect_of(self.dialect)

    @cached_property
    def by_name(self) -> dict[str, ObjectType | EnumType]:
        """The named types, for looking up a Ref."""
        return {declared.name: declared for declared in self.types}
