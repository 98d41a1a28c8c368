"""The contracts of a schema: one record for each type, made once, for everything that reads or writes its
XML.

What .NET calls a data contract: the name in ``i:type``, the namespace that an element of this type declares,
its members in order, whether instances are written by reference, and which types it makes known. Source:
DataContract, ClassDataContract, CollectionDataContract.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal

from wiresmith.description import (
    DictType,
    EnumType,
    ListType,
    Nullable,
    ObjectType,
    QName,
    Ref,
    Scalar,
)
from wiresmith.kinds import kind_of
from wiresmith.plan.contract_names import type_names
from wiresmith.plan.enum_names import EnumNames
from wiresmith.plan.levels import levels
from wiresmith.plan.members import Members
from wiresmith.plan.mentions import mentioned
from wiresmith.plan.type_names import is_reference, spelled, without_null
from wiresmith.values.namespaces import SYSTEM

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from wiresmith.description import Member, Schema, Type

Kind = Literal["scalar", "open", "offset", "enum", "object", "list", "dict"]
"""``offset`` is a DateTimeOffset, which .NET writes as a class of two members."""

_KINDS: dict[str, Kind] = {"open": "open", "parts": "offset"}


class Contract:
    """One type; what it consists of is looked up when it is first written."""

    def __init__(self, type_: Scalar | ListType | DictType | Ref, contracts: Contracts) -> None:
        self.type = type_
        self.declared = contracts.schema.types[type_.name] if isinstance(type_, Ref) else type_
        self.kind = _kind(self.declared)
        self.spelled = spelled(type_, contracts.schema)
        self._contracts = contracts
        declared = self.declared
        self.scalar = declared if isinstance(declared, Scalar) else Scalar(kind="any")
        self.scalar_kind = kind_of(self.scalar.kind)
        self.name = (
            self.scalar_kind.contract_name
            if isinstance(declared, Scalar)
            else declared.contract or declared.root or QName("")
        )
        self.value_type = not is_reference(type_, contracts.schema)
        self.reference = self._is_by_reference()
        self.extensible = isinstance(declared, ObjectType) and declared.extensible
        self.primitive = self.kind == "scalar"
        self.is_name = self.primitive and self.scalar_kind.xml_shape == "name"
        """Whether it is a name, whose prefix the element declares."""
        self.cls = declared.cls if isinstance(declared, ObjectType | EnumType) else None
        self.bounded = _is_bounded(declared)
        self.declares = self.name.namespace if self.kind in ("object", "list", "dict", "offset") else ""
        """The namespace that elements of this declared type bring into scope; ``""`` for none."""
        self.can_refer = self.kind not in ("scalar", "enum")
        """Whether documents of this type declare ``i`` at once (CanContainReferences)."""

    def __repr__(self) -> str:
        return f"Contract({self.spelled})"

    def _is_by_reference(self) -> bool:
        """Is an instance written once, and referred to after that?

        What a class says holds for those that extend it.
        """
        declared = self.declared
        if isinstance(declared, ObjectType):
            return any(level.reference for level in self._contracts.bases(declared))
        return isinstance(declared, ListType | DictType) and declared.reference

    @cached_property
    def known(self) -> dict[QName, Contract]:
        """The types it makes known inside its instances, by contract name."""
        return self._contracts.known_through(self.own_known)

    @property
    def own_known(self) -> tuple[Type, ...]:
        """The types it declares known, and after them those of its base levels."""
        declared = self.declared
        if isinstance(declared, ObjectType):
            return tuple(type_ for level in self._contracts.bases(declared) for type_ in level.known)
        return declared.known if isinstance(declared, ListType | DictType) else ()

    @cached_property
    def names(self) -> frozenset[QName]:
        """The names by which ``i:type`` may repeat it where it is declared."""
        return type_names(self.type, self._contracts.schema)

    @property
    def also_read(self) -> tuple[QName, ...]:
        """Other names of a scalar, which .NET reads and never writes."""
        return self.scalar_kind.also_read if self.primitive else ()

    @cached_property
    def levels(self) -> tuple[tuple[Slot, ...], ...]:
        """The members of an object in the order they are written, one tuple for each level, base first.

        Raises:
            ValueError: the class has no XML form.
        """
        assert isinstance(self.declared, ObjectType)
        return self._contracts.slots(self.declared)

    @cached_property
    def slots(self) -> tuple[Slot, ...]:
        """The members of all levels; raises ValueError as they do."""
        return tuple(slot for level in self.levels for slot in level)

    @cached_property
    def by_attribute(self) -> dict[str, Slot]:
        """The members by their field in Python; raises ValueError as ``levels`` does."""
        return {slot.attribute: slot for slot in self.slots}

    @cached_property
    def members(self) -> Members:
        """The elements of the members, and their places among ``slots``."""
        return Members(
            [slot.name for slot in self.slots],
            [slot.member is not None and slot.member.xml_required for slot in self.slots],
        )

    @cached_property
    def item(self) -> Slot:
        """The items of a list. What they declare, the list does for all of them (``item_declares``)."""
        declared = self.declared
        assert isinstance(declared, ListType)
        name = declared.item_name or QName("item")
        contract = self._contracts.of(declared.item)
        return Slot(name, contract, nullable=isinstance(declared.item, Nullable))

    @cached_property
    def item_declares(self) -> str:
        """The namespace that a list brings into scope for its items; ``""`` for none, and for what is no list
        (ChildElementNamespace).
        """
        if self.kind != "list":
            return ""
        namespace = self.item.contract.declares
        return namespace if namespace != self.name.namespace else ""

    @cached_property
    def entry(self) -> tuple[QName, Slot, Slot]:
        """The entry element of a dictionary, its key and its value."""
        declared = self.declared
        assert isinstance(declared, DictType)
        entry = declared.entry_name or QName("entry")
        key = declared.key_name or QName("Key", entry.namespace)
        value = declared.value_name or QName("Value", entry.namespace)
        return (
            entry,
            self._contracts.slot(declared.key, key, key.namespace),
            self._contracts.slot(declared.value, value, value.namespace),
        )

    @cached_property
    def entry_members(self) -> Members:
        """The key and the value of an entry."""
        return Members([slot.name for slot in self.entry[1:]], [True, True])

    @cached_property
    def enum_names(self) -> EnumNames:
        """The texts of an enum's values."""
        assert isinstance(self.declared, EnumType)
        return EnumNames(self.declared)

    def member_of(self, wire: Any) -> Any:
        """The member of an enum that stands for a value of JSON; the value itself if none does."""
        assert isinstance(self.declared, EnumType)
        return self.declared.cls._value2member_map_.get(wire, wire)

    @property
    def zero(self) -> object:
        """The value that a new .NET enum has: 0, or the first text where the numbers are not said."""
        declared = self.declared
        assert isinstance(declared, EnumType)
        return 0 if declared.base == "int" else next(iter(self.enum_names.texts), None)

    @cached_property
    def known_classes(self) -> frozenset[str]:
        """The names of the classes and enums that it makes known."""
        return frozenset(named for contract in self.known.values() if (named := contract.class_name))

    @property
    def class_name(self) -> str:
        """The name of a class or an enum; "" for other types."""
        return self.type.name if isinstance(self.type, Ref) else ""

    def extends(self, base: Contract) -> bool:
        """Is it the other type, or derived from it?"""
        if self is base:
            return True
        declared = self.declared
        return isinstance(declared, ObjectType) and any(
            level is base.declared for level in self._contracts.bases(declared)
        )

    def fits(self, declared: Contract) -> bool:
        """May a value that was read by this contract stand where the other is declared?"""
        if declared.kind == "open" or self.extends(declared):
            return True
        return self.kind == declared.kind and self.kind != "object" and self.name == declared.name


class Slot:
    """The place of a value of a declared type: a member, an item, a key.

    Args:
        name: its element; ``local`` and ``namespace`` are its parts, ``tag`` is its Clark notation.
        contract: the declared type.
        nullable: whether null may stand there.
        declares: a namespace that the element brings into scope, ``""`` for none.
        attribute: the member's field in Python.
        member: the member.
        typed: whether it says its ``i:type`` in any case.
    """

    __slots__ = (
        "attribute", "contract", "declares", "local", "member", "name", "namespace", "nullable", "tag",
        "typed",
    )  # fmt: skip

    def __init__(
        self,
        name: QName,
        contract: Contract,
        *,
        nullable: bool,
        declares: str = "",
        attribute: str = "",
        member: Member | None = None,
        typed: bool = False,
    ) -> None:
        self.name = name
        self.local = name.local
        self.namespace = name.namespace
        self.tag = str(name)
        self.contract = contract
        self.nullable = nullable
        self.declares = declares
        self.attribute = attribute
        self.member = member
        self.typed = typed


class Contracts:
    """All contracts of a schema."""

    def __init__(self, schema: Schema) -> None:
        self.schema = schema
        self._of_type: dict[Type, Contract] = {}
        self._of_class: dict[type, Contract] = {}

    @cached_property
    def any(self) -> Contract:
        """The contract of ``object``."""
        return self.of(Scalar(kind="any"))

    def of(self, type_: Type) -> Contract:
        """The contract of a type, without regard to null."""
        while isinstance(type_, Nullable):
            type_ = type_.type
        contract = self._of_type.get(type_)
        if contract is None:
            contract = self._of_type[type_] = Contract(type_, self)
        return contract

    def of_class(self, cls: type) -> Contract | None:
        """The contract of an object's or an enum's class."""
        if not self._of_class:
            self._of_class.update(
                {declared.cls: self.of(Ref(declared.name)) for declared in self.schema.types.values()}
            )
        return self._of_class.get(cls)

    @cached_property
    def offset_parts(self) -> tuple[Slot, Slot]:
        """The two members of a DateTimeOffset: an instant, and the minutes of its offset."""
        instant, minutes = Scalar(kind="datetime"), Scalar(kind="int16")
        return (
            self.slot(instant, QName("DateTime", SYSTEM), SYSTEM),
            self.slot(minutes, QName("OffsetMinutes", SYSTEM), SYSTEM),
        )

    @cached_property
    def by_text(self) -> dict[str, Contract]:
        """Every type that the schema mentions, as a spec spells it."""
        found: dict[str, Contract] = {}
        for type_ in mentioned(self.schema):
            contract = self.of(type_)
            found.setdefault(contract.spelled, contract)
        return found

    def named(self, text: str) -> Contract | None:
        """The contract of a type that the schema mentions; where the text leaves one only, ``| None`` may be
        too much or missing.
        """
        contract = self.by_text.get(text)
        if contract is not None:
            return contract
        text = without_null(text)
        close = [contract for known, contract in self.by_text.items() if without_null(known) == text]
        return close[0] if len(close) == 1 else None

    @cached_property
    def api_known(self) -> dict[QName, Contract]:
        """The types that are known in every document of the API."""
        return self.known_through(self.schema.known)

    def known_through(self, types: Iterable[Type]) -> dict[QName, Contract]:
        """Types, and what they declare known themselves, by contract name; the first of a name stays."""
        found: dict[QName, Contract] = {}
        pending = [self.of(type_) for type_ in types][::-1]
        while pending:
            contract = pending.pop()
            if contract.name not in found:
                found[contract.name] = contract
                pending += [self.of(type_) for type_ in contract.own_known][::-1]
        return found

    def bases(self, declared: ObjectType) -> Iterator[ObjectType]:
        """A class and what it extends, itself first."""
        return levels(declared, self._base)

    def _base(self, declared: ObjectType) -> ObjectType | None:
        base = self.schema.types[declared.base] if declared.base is not None else None
        assert base is None or isinstance(base, ObjectType)
        return base

    def slot(self, type_: Type, name: QName, container: str, **facts: Any) -> Slot:
        """A place for values of a type in a class level or collection with the namespace ``container``."""
        contract = self.of(type_)
        declares = contract.declares if contract.declares != container else ""
        return Slot(name, contract, nullable=isinstance(type_, Nullable), declares=declares, **facts)

    def slots(self, declared: ObjectType) -> tuple[tuple[Slot, ...], ...]:
        """The members of a class, level by level."""
        by_attribute = {member.attribute: member for member in declared.members}
        if len(declared.xml_order) < len(by_attribute):
            raise ValueError(f"{declared.name} has no XML form: its schema has no order for its elements")
        slots: list[Slot] = []
        for attribute in declared.xml_order:
            member = by_attribute[attribute]
            if member.xml_name is None:
                raise ValueError(
                    f"{declared.name} has no XML form: its member {member.wire} has no element name"
                )
            namespace = member.xml_name.namespace
            typed = attribute in declared.typed
            slots.append(
                self.slot(
                    member.type, member.xml_name, namespace, attribute=attribute, member=member, typed=typed
                )
            )
        sizes = [len(level.members) for level in self.bases(declared)][::-1]
        return tuple(tuple(slots[before:size]) for before, size in zip([0, *sizes[:-1]], sizes, strict=True))


def contracts_of(schema: Schema) -> Contracts:
    """The contracts of a schema, made when they are first asked for and kept with it."""
    kept: dict[str, Any] = vars(schema)
    made = kept.get("_contracts")
    if not isinstance(made, Contracts):
        made = kept["_contracts"] = Contracts(schema)
    return made


def _kind(declared: Scalar | ListType | DictType | ObjectType | EnumType) -> Kind:
    if isinstance(declared, Scalar):
        return _KINDS.get(kind_of(declared.kind).xml_shape, "scalar")
    if isinstance(declared, ObjectType):
        return "object"
    if isinstance(declared, EnumType):
        return "enum"
    return "list" if isinstance(declared, ListType) else "dict"


def _is_bounded(declared: Scalar | ListType | DictType | ObjectType | EnumType) -> bool:
    """Whether the Python type has values that this type excludes."""
    if isinstance(declared, ListType | DictType):
        return declared.min_length is not None or declared.max_length is not None
    if not isinstance(declared, Scalar):
        return False
    return declared != Scalar(kind=declared.kind, root=declared.root) or kind_of(declared.kind).is_ranged
