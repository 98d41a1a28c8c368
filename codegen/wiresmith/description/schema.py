"""The records for types: what a contract resolves, and what readers, writers, exports and the server walk.

``contract`` fills them, an emitted package carries them in its ``_schema`` module. Fields that only the
generator reads (prose, Python's view, what .NET's exporter writes down) are marked ``aside``, and an emitted
package leaves them out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import KW_ONLY, dataclass, field
from decimal import Decimal
from enum import Enum
from functools import cached_property
from typing import Any, Final, Literal

from wiresmith.description.provenance import DOCUMENTED, Provenance
from wiresmith.dialects import PLAIN, Dialect, dialect_of
from wiresmith.values.absent import ABSENT, Absent
from wiresmith.values.qnames import QName

Literal_ = str | int | float | bool | Decimal | None
"""A documented default or example, as read from the spec."""

ASIDE: Final = {"aside": True}
"""The metadata of a field that only the generator reads: an emitted package does not carry it."""


def same_as(name: str) -> dict[str, str]:
    """The metadata of a field that is another one's value unless it is given; emitted where the
    two differ.
    """
    return {"same_as": name}


@dataclass(frozen=True, slots=True, kw_only=True)
class Constraints:
    """The constraints of a scalar, or (the lengths) of a list or dictionary; names as in annotated-types.

    ``ge``, ``gt``, ``le`` and ``lt`` bound numbers; lengths count code points of a str, bytes of a bytes, and
    items; ``pattern`` is searched for, in RE2 syntax.
    """

    ge: int | float | None = None
    gt: int | float | None = None
    le: int | float | None = None
    lt: int | float | None = None
    min_length: int | None = None
    max_length: int | None = None
    pattern: str | None = None


@dataclass(frozen=True, slots=True)
class Scalar(Constraints):
    """A value that is one JSON literal or one XML text.

    ``root`` is its XML element when it is a whole document; ``name`` is what the spec calls it (``BatchId:
    {type: str, pattern: …}``), ``doc`` what it says of it, ``provenance`` where its limits come from (None:
    from the place where it stands).
    """

    kind: str
    _: KW_ONLY
    root: QName | None = None
    provenance: Provenance | None = None
    name: str | None = field(default=None, metadata=ASIDE)
    doc: str = field(default="", metadata=ASIDE)


@dataclass(frozen=True, slots=True)
class Generic:
    """The generic type and arguments that a closed generic of .NET was made of.

    ``name`` is its contract name before it was closed (``PageOf{0}{#}``), ``arguments`` are those of the
    types around it first, and ``parameter_counts`` say how many are its own and each of theirs, innermost
    first.
    """

    name: str
    arguments: tuple[Type, ...]
    parameter_counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ListType(Constraints):
    """A JSON array; in XML an element that holds one ``item_name`` element for each item.

    ``contract`` is its name in ``i:type``, its root's unless another is given; ``name`` how the spec calls it
    (None: ``list[…]``). ``known`` and ``reference`` as for objects. ``array``: .NET reads it into an array.
    """

    item: Type
    root: QName | None = None
    item_name: QName | None = None
    contract: QName | None = field(default=None, metadata=same_as("root"))
    name: str | None = None
    known: tuple[BareType, ...] = ()
    reference: bool = False
    array: bool = False
    generic: Generic | None = field(default=None, metadata=ASIDE)

    def __post_init__(self) -> None:
        """Name its contract as its root."""
        if self.contract is None:
            object.__setattr__(self, "contract", self.root)


@dataclass(frozen=True, slots=True)
class DictType(Constraints):
    """A JSON object with free keys; in XML a list of entries, each a key element and a value element.

    ``pairs``: a Python list of (key, value) tuples, because the keys (objects, lists, ``any``, bytes) cannot
    be those of a dict. The rest as for lists.
    """

    key: Type
    value: Type
    root: QName | None = None
    entry_name: QName | None = None
    key_name: QName | None = None
    value_name: QName | None = None
    pairs: bool = False
    contract: QName | None = field(default=None, metadata=same_as("root"))
    name: str | None = None
    known: tuple[BareType, ...] = ()
    reference: bool = False
    generic: Generic | None = field(default=None, metadata=ASIDE)

    def __post_init__(self) -> None:
        """Name its contract as its root."""
        if self.contract is None:
            object.__setattr__(self, "contract", self.root)


@dataclass(frozen=True, slots=True)
class Nullable:
    """The same, or null (in XML: ``i:nil="true"``)."""

    type: BareType


@dataclass(frozen=True, slots=True)
class Ref:
    """A named type of the same schema: an ObjectType or an EnumType, by the name of its class."""

    name: str


BareType = Scalar | ListType | DictType | Ref
"""A type that null is no value of."""
Type = BareType | Nullable


def bare(type_: Type) -> BareType:
    """The type without null: ``bare(Nullable(t))`` is ``t``."""
    return type_.type if isinstance(type_, Nullable) else type_


def is_nullable(type_: Type) -> bool:
    """Is null a value of the type?"""
    return isinstance(type_, Nullable)


def is_bytes(type_: Type) -> bool:
    """Are its values bytes, which may come as a body of their own, in no format?"""
    return isinstance(inner := bare(type_), Scalar) and inner.kind == "bytes"


def with_null(type_: Type, nullable: bool) -> Type:
    """The type with null among its values or without, as ``nullable`` says."""
    inner = bare(type_)
    return Nullable(inner) if nullable else inner


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One member of an object, declared by it or inherited.

    ``wire`` is its JSON name, ``attribute`` the name of the dataclass field, ``xml_name`` its element, in the
    namespace of the level that declares it (``declared_by``). ``optional``: documented as a member that may
    be absent (``name?:``); its Python type then includes ABSENT. ``absent_as_null``: not documented as
    optional, but where it is missing it reads as None and is written back absent (and a warning says so);
    otherwise a missing member is an error. ``xml_initial`` is what .NET's constructor gives it (None:
    nothing; a tuple for a list), which .NET's reader leaves where the element is missing; ``xml_get_only`` is
    a collection without a setter, to which .NET's reader adds. A documented ``default`` is described, never
    filled in (ABSENT: none is). ``provenance`` is where what is said of it comes from; None: from the same as
    its object's.
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
    has_xml_initial: bool = field(default=False, metadata=ASIDE)
    xml_order: int | None = field(default=None, metadata=ASIDE)
    declared_by: str = field(default="", metadata=ASIDE)
    default: Literal_ | Absent = field(default=ABSENT, metadata=ASIDE)
    examples: tuple[Literal_, ...] = field(default=(), metadata=ASIDE)
    doc: str = field(default="", metadata=ASIDE)
    provenance: Provenance | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectType:
    """A class: a JSON object; in XML an element holding one element for each member.

    Open generics are in no schema; closed ones are.

    ``members`` come in the order JSON is written in; ``xml_order`` lists attributes in the order of the XML
    contract (base levels first), and is empty where the type has no XML form. ``own`` are the members that
    this level declares, in the spec's order. ``identity`` is what the spec calls it, with the arguments of a
    closed generic (``Page[Batch]``).

    What .NET's contract says besides: ``base``, the name of the type it extends; ``contract``, its name in
    ``i:type``, its root's unless another is given; ``known``, the types that may stand for declared ones
    inside it, of this level only; ``reference``: written once per document and referred to; ``value_type``: a
    struct; ``extensible``: .NET keeps unknown elements; ``typed``, the attributes of members that carry
    ``i:type`` although their type is the declared one (a member of that name at another level has another
    type).

    ``cls`` is the emitted class, where the record was bound to it.
    """

    name: str
    root: QName | None = None
    contract: QName | None = field(default=None, metadata=same_as("root"))
    base: str | None = None
    xml_order: tuple[str, ...] = ()
    known: tuple[BareType, ...] = ()
    reference: bool = False
    value_type: bool = False
    extensible: bool = False
    typed: tuple[str, ...] = ()
    members: tuple[Member, ...]
    own: tuple[Member, ...] = field(default=(), metadata=ASIDE)
    identity: str = field(default="", metadata=ASIDE)
    generic: Generic | None = field(default=None, metadata=ASIDE)
    doc: str = field(default="", metadata=ASIDE)
    provenance: Provenance = DOCUMENTED
    cls: type[Any] = field(default=object, compare=False, repr=False, metadata=ASIDE)

    def __post_init__(self) -> None:
        """Name its contract as its root, and it as its class."""
        if self.contract is None:
            object.__setattr__(self, "contract", self.root)
        if not self.identity:
            object.__setattr__(self, "identity", self.name)

    @property
    def xml_members(self) -> tuple[Member, ...]:
        """All members in the order of the XML contract; none where the API has no XML."""
        named = {member.attribute: member for member in self.members}
        return tuple(named[attribute] for attribute in self.xml_order)


@dataclass(frozen=True, slots=True, kw_only=True)
class EnumMember:
    """One documented value: ``wire`` in JSON, ``xml`` in XML (None: as in JSON), ``python`` the member's
    name.
    """

    wire: str | int
    python: str
    doc: str = ""
    xml: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EnumType:
    """An enumeration of strings or integers; unless ``closed``, other values are kept as they are.

    ``flags``: integers that combine with ``|``; in XML the names, separated by spaces. Several ``values`` may
    share one integer. ``xml_values`` are text in XML and wire value in JSON of all members in their order,
    where any of the two differ; the first text of a value is written. ``identity``, ``contract`` and ``cls``
    as for objects.
    """

    name: str
    base: Literal["str", "int"] = "str"
    closed: bool = False
    flags: bool = False
    root: QName | None = None
    contract: QName | None = field(default=None, metadata=same_as("root"))
    xml_values: tuple[tuple[str, str | int], ...] = ()
    values: tuple[EnumMember, ...] = field(default=(), metadata=ASIDE)
    identity: str = field(default="", metadata=ASIDE)
    doc: str = field(default="", metadata=ASIDE)
    provenance: Provenance = DOCUMENTED
    cls: type[Enum] = field(default=Enum, compare=False, repr=False, metadata=ASIDE)

    def __post_init__(self) -> None:
        """Name its contract as its root, and it as its class; work out its texts in XML."""
        if self.contract is None:
            object.__setattr__(self, "contract", self.root)
        if not self.identity:
            object.__setattr__(self, "identity", self.name)
        texts = tuple(
            (str(value.wire) if value.xml is None else value.xml, value.wire) for value in self.values
        )
        if any(text != str(wire) for text, wire in texts):
            object.__setattr__(self, "xml_values", texts)

    @property
    def is_open(self) -> bool:
        """May values be others than its members? Those of flags are, as soon as two of them combine."""
        return self.flags or not self.closed


Declared = ObjectType | EnumType
"""A named type."""


def bind(declared: Declared, cls: type) -> None:
    """Tell a record which class its objects have; a package does so once, when it finds the record."""
    object.__setattr__(declared, "cls", cls)


@dataclass(frozen=True)
class Schema:
    """The types of one API.

    ``dialect`` names the rules that its documents follow (`wiresmith.dialects`). ``types`` are the named
    ones, by the names of their classes, in an order that is stable across runs. ``documents`` are the types
    of the bodies of its operations, other than a named one alone, and may be null where any of these bodies
    may; after them come the lists among them without null as an item, which a caller may ask for, too; of two
    that are the same in Python the first one is meant. ``floats``: whose text of
    floating point numbers XML has (.NET Framework's, or .NET Core 3.0's and later); ``preserve_references``:
    every object and collection is written once and referred to (preserveObjectReferences); ``known``: types
    known everywhere, as .NET's serializer was given them.
    """

    api: str
    types: Mapping[str, Declared] = field(default_factory=dict[str, Declared])
    documents: tuple[Type, ...] = ()
    dialect: str = PLAIN.name
    floats: Literal["framework", "core"] = "framework"
    preserve_references: bool = False
    known: tuple[BareType, ...] = ()

    @cached_property
    def rules(self) -> Dialect:
        """The rules of its dialect.

        Raises:
            LookupError: no dialect of that name is registered.
        """
        return dialect_of(self.dialect)


def provenance_of(type_: Type, schema: Schema) -> Provenance:
    """The provenance of a document of a type: that of a named type."""
    declared = schema.types.get(inner.name) if isinstance(inner := bare(type_), Ref) else None
    return DOCUMENTED if declared is None else declared.provenance


def named(*types: Declared) -> dict[str, Declared]:
    """The named types of a schema by their names."""
    return {declared.name: declared for declared in types}
