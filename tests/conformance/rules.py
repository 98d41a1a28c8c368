"""What the serializer decides from CLR facts: what kind of contract a type has, and which members are in it.

After System.Runtime.Serialization: DataContract.CreateDataContract, ClassDataContract.ImportDataMembers,
CollectionDataContract.IsCollectionOrTryCreate. What can be told from a contract alone is left to the linter.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Literal

from tests.conformance import library
from tests.conformance.clr import ClrMember, ClrType, Contract, TypeName, UnreadableCase
from tests.conformance.csharp import UNKNOWN, Declared, declarations
from tests.conformance.outcome import OutOfScope, Refused
from tests.conformance.scope import CLASSES

EXTENSION_DATA = "System.Runtime.Serialization.ExtensionDataObject"
_SERIALIZATION = "System.Runtime.Serialization."
_XML = "System.Xml.Serialization.IXmlSerializable"
_ROOTS = ("System.Object", "System.ValueType", "System.Enum", "System.Uri")
_INTERFACE = re.compile(r"\.I[A-Z]\w*(`[0-9]+)?$")

NOT_GIVEN = object()
"""The initial value of a member about which nothing is known."""


@dataclass(frozen=True, slots=True)
class Scalar:
    kind: str


@dataclass(frozen=True, slots=True)
class Anything:
    """object, and what is treated like it: an interface that is no collection."""


@dataclass(frozen=True, slots=True)
class Nullable:
    inner: TypeName


@dataclass(frozen=True, slots=True)
class Collection:
    """A list of ``parts[0]``, or a dictionary of (key, value); ``declared`` where it is a type of
    the case.
    """

    parts: tuple[TypeName, ...]
    declared: ClrType | None = None

    @property
    def has_contract_of_its_own(self) -> bool:
        return self.declared is not None and (
            self.declared.has("CollectionDataContract") or self.declared.has("KnownType")
        )


@dataclass(frozen=True, slots=True)
class Pair:
    key: TypeName
    value: TypeName


@dataclass(frozen=True, slots=True)
class Enumeration:
    type: ClrType


@dataclass(frozen=True, slots=True)
class Class:
    type: ClrType


Shape = Scalar | Anything | Nullable | Collection | Pair | Enumeration | Class


@dataclass(frozen=True, slots=True)
class Selected:
    """A member of a class contract.

    ``initial`` is what a constructor leaves there (NOT_GIVEN if that is not known).
    """

    clr: ClrMember
    type: TypeName
    name: str
    order: int | None = None
    required: bool = False
    emit_default: bool = True
    get_only: bool = False
    initial: Any = NOT_GIVEN


class Rules:
    """Answers for the types of one recorded contract."""

    def __init__(self, contract: Contract) -> None:
        self.contract = contract
        self._source = declarations(contract.source)
        self._shapes: dict[TypeName, Shape] = {}

    def declared(self, type_: ClrType) -> Declared | None:
        """The type as its source has it; None for one of the base library, or made by the compiler."""
        return self._source.get(type_.levels)

    def shape(self, name: TypeName) -> Shape:
        """What kind of contract a type has.

        Raises: Refused where the serializer refuses the type as such; OutOfScope for what the spec language
        cannot describe.
        """
        known = self._shapes.get(name)
        if known is None:
            known = self._shapes[name] = self._shape(name)
        return known

    def _shape(self, name: TypeName) -> Shape:
        text = str(name)
        if text in library.SCALARS:
            return Scalar(library.SCALARS[text])
        if text in library.ANYTHING:
            return Anything()
        if name.name == library.NULLABLE:
            return Nullable(name.arguments[0])
        if name.name == library.PAIR:
            return Pair(*name.arguments)
        if name.is_array and name.name != "[]":
            raise Refused("multidimensional", f"{name}: multi-dimensional arrays are not supported")
        parts = library.collection(name)
        if parts is not None:
            return Collection(parts)
        type_ = self.contract.find(name) or library.serializable_class(name)
        if type_ is not None:
            return self._declared_shape(type_)
        if name.name in CLASSES:
            raise OutOfScope(CLASSES[name.name], f"{name} is a class of the base library")
        if _INTERFACE.search(name.name) and name.name.startswith("System."):
            return Anything()
        raise UnreadableCase(
            f"the type {name} is unknown: neither recorded nor a known one of the base library"
        )

    def _declared_shape(self, type_: ClrType) -> Shape:
        if type_.kind == "enum":
            return Enumeration(type_)
        interfaces = {str(one) for one in type_.interfaces}
        if _XML in interfaces:
            raise OutOfScope("xml-serializable", f"{type_.full} writes its own XML")
        parts = self._collection(type_)
        if parts is not None:
            return Collection(parts, type_)
        if type_.kind == "interface":
            return Anything()
        if f"{_SERIALIZATION}ISerializable" in interfaces:
            raise OutOfScope("iserializable", f"{type_.full} writes its own members")
        if type_.has("DataContract") or type_.has("Serializable") or self.is_plain(type_):
            return Class(type_)
        raise Refused(
            "not-serializable",
            f"{type_.full} is neither [DataContract] nor public with a default constructor",
        )

    def is_plain(self, type_: ClrType) -> bool:
        """Is it written by its public members, because it has no attributes
        (IsNonAttributedTypeValidForSerialization)?
        """
        if type_.has("DataContract") or type_.has("Serializable") or type_.has("CollectionDataContract"):
            return False
        if type_.kind == "enum" or type_.levels[-1].startswith("<"):
            return False
        levels = type_.levels
        outer = [self._source.get(levels[: depth + 1]) for depth in range(len(levels))]
        if any(one is not None and "public" not in one.modifiers for one in outer):
            return False
        declared = outer[-1]
        return type_.kind == "struct" or declared is None or declared.has_default_constructor

    # --- collections ---

    def _collection(self, type_: ClrType) -> tuple[TypeName, ...] | None:
        own = (type_.full,) if type_.kind == "interface" else ()
        implemented = (*own, *type_.interfaces)
        kind = next(
            (name for name in library.INTERFACES if any(one.name == name for one in implemented)), None
        )
        attributed = type_.has("CollectionDataContract")
        fault = self._collection_fault(type_, kind, [one for one in implemented if one.name == kind])
        if type_.kind == "interface" or (kind is None and not attributed):
            return None
        if fault is None:
            return library.from_interface(next(one for one in implemented if one.name == kind))
        if attributed or (self._base_is_collection(type_) and not type_.has("Serializable")):
            raise Refused("collection", f"{type_.full}: {fault}")
        if fault == _NO_WAY_TO_ADD and not type_.has("Serializable"):
            # A read-only collection: it has a contract, which can only be written when the serializer is told
            # so.
            if not self.contract.serializer.get("serialize_read_only_types"):
                raise Refused("collection", f"{type_.full}: {fault}")
            return library.from_interface(next(one for one in implemented if one.name == kind))
        return None

    def _collection_fault(self, type_: ClrType, kind: str | None, found: list[TypeName]) -> str | None:
        if type_.has("DataContract"):
            return "is marked [DataContract]"
        if kind is None:
            return "does not implement IEnumerable"
        if len(found) > 1 and library.INTERFACES.index(kind) < 5:
            return "implements a collection interface more than once"
        declared = self.declared(type_)
        if declared is not None and not declared.has_default_constructor:
            return _NO_WAY_TO_ADD
        enumerable = library.INTERFACES.index(kind) >= 5
        if enumerable and not self._has_add(type_):
            return _NO_WAY_TO_ADD
        return None

    def is_collection(self, name: TypeName) -> bool:
        """Does it implement one of the collection interfaces, with a valid contract or without?"""
        type_ = self.contract.find(name)
        return type_ is not None and any(one.name in library.INTERFACES for one in type_.interfaces)

    def _has_add(self, type_: ClrType) -> bool:
        declared = self.declared(type_)
        if declared is not None and "Add" in declared.methods:
            return True
        if type_.base is None or str(type_.base) in _ROOTS:
            return False
        base = self.contract.find(type_.base)
        return self._has_add(base) if base is not None else library.collection(type_.base) is not None

    def _base_is_collection(self, type_: ClrType) -> bool:
        if type_.base is None or str(type_.base) in _ROOTS:
            return False
        try:
            return isinstance(self.shape(type_.base), Collection)
        except (Refused, OutOfScope, UnreadableCase):
            return False

    # --- classes ---

    def base(self, type_: ClrType) -> ClrType | None:
        """The class whose contract a class extends.

        Raises: Refused, as for the type itself and for a base that it cannot have.
        """
        if type_.base is None or str(type_.base) in _ROOTS:
            return None
        shape = self.shape(type_.base)
        if not isinstance(shape, Class):
            return None
        if self.is_plain(shape.type) and not self.is_plain(type_):
            raise Refused(
                "base-not-contract", f"{type_.full} cannot inherit from {type_.base}, which has no attribute"
            )
        return shape.type

    def is_reference(self, type_: ClrType) -> bool:
        """[DataContract(IsReference = true)] or [CollectionDataContract(IsReference = true)], or that of the
        base.
        """
        attribute = type_.attribute("DataContract") or type_.attribute("CollectionDataContract") or {}
        base = self.base(type_) if type_.kind == "class" and not type_.has("CollectionDataContract") else None
        own = attribute.get("IsReference")
        if base is not None:
            inherited = self.is_reference(base)
            if own is not None and own != inherited:
                raise Refused("reference", f"{type_.full} and {base.full} differ in IsReference")
            return inherited
        if own and type_.kind == "struct":
            raise Refused("reference", f"{type_.full} is a struct with IsReference")
        return bool(own)

    def is_extensible(self, type_: ClrType) -> bool:
        return any(one.name == f"{_SERIALIZATION}IExtensibleDataObject" for one in type_.interfaces)

    def members(self, type_: ClrType) -> list[Selected]:
        """The members of the contract that this level declares.

        Raises: Refused where a member makes the contract invalid.
        """
        if type_.has("DataContract"):
            chosen = [self._data_member(type_, member) for member in type_.members]
        elif self.is_plain(type_):
            chosen = [self._public_member(type_, member) for member in type_.members]
        else:
            chosen = [self._field(member) for member in type_.members]
        return [one for one in chosen if one is not None]

    def _data_member(self, type_: ClrType, member: ClrMember) -> Selected | None:
        attribute = member.attribute("DataMember")
        if attribute is None or member.type is None or self._is_override(type_, member):
            return None
        get_only = member.kind == "property" and member.settable == "none"
        if (
            get_only
            and not self._can_be_filled(member.type)
            and not self.contract.serializer.get("serialize_read_only_types")
        ):
            raise Refused("no-setter", f"{type_.full}.{member.name}: no set method")
        return Selected(
            member,
            member.type,
            member.name if attribute.get("Name", NOT_GIVEN) is NOT_GIVEN else attribute["Name"] or "",
            order=attribute.get("Order"),
            required=attribute.get("IsRequired", False),
            emit_default=attribute.get("EmitDefaultValue", True),
            get_only=get_only,
        )

    def _public_member(self, type_: ClrType, member: ClrMember) -> Selected | None:
        if not member.public or member.type is None or member.attribute("IgnoreDataMember") is not None:
            return None
        if (
            self.is_extensible(type_)
            and str(member.type) == EXTENSION_DATA
            and member.name == "ExtensionData"
        ):
            return None
        if self._is_override(type_, member) or member.settable in ("readonly", "nonpublic"):
            return None
        get_only = member.settable == "none"
        if get_only and not (member.kind == "property" and self._can_be_filled(member.type)):
            return None
        return Selected(
            member, member.type, member.name, get_only=get_only, initial=self._initial(type_, member)
        )

    def _field(self, member: ClrMember) -> Selected | None:
        if member.type is None or member.attribute("NonSerialized") is not None:
            return None
        required = member.attribute("OptionalField") is None
        if member.kind == "field":
            return Selected(member, member.type, member.name, required=required)
        if member.kind == "property" and self._is_auto(member):
            return Selected(member, member.type, f"<{member.name}>k__BackingField", required=required)
        return None

    def _is_auto(self, member: ClrMember) -> bool:
        return member.settable != "none"

    def _is_override(self, type_: ClrType, member: ClrMember) -> bool:
        declared = self.declared(type_)
        return member.kind == "property" and declared is not None and member.name in declared.overrides

    def _can_be_filled(self, name: TypeName) -> bool:
        return isinstance(self.shape(name), Collection)

    def _initial(self, type_: ClrType, member: ClrMember) -> Any:
        declared = self.declared(type_)
        if declared is None:
            return NOT_GIVEN
        value = declared.initial.get(declared.returns.get(member.name, member.name), NOT_GIVEN)
        return NOT_GIVEN if value is UNKNOWN else value

    # --- names ---

    def namespace(self, type_: ClrType) -> str | None:
        """The contract namespace where it does not follow from the CLR namespace."""
        attribute = type_.attribute("DataContract") or type_.attribute("CollectionDataContract") or {}
        if "Namespace" in attribute:
            return attribute["Namespace"] or ""
        mapped = self.contract.namespaces.get(type_.namespace)
        attributed = type_.has("DataContract") or type_.has("CollectionDataContract")
        return mapped if attributed or self.is_plain(type_) else None

    def known_types(self, type_: ClrType) -> list[str]:
        """The types of [KnownType], by their full names; of [KnownType(method)], those that its
        source names.
        """
        names: list[str] = []
        for attribute in type_.all("KnownType"):
            if attribute.get("Type"):
                names.append(attribute["Type"])
            elif attribute.get("MethodName"):
                names += self._from_method(type_, attribute["MethodName"])
        return names

    def _from_method(self, type_: ClrType, method: str) -> list[str]:
        declared = self.declared(type_)
        tokens = declared.methods.get(method, []) if declared is not None else []
        named = [tokens[at + 2] for at, token in enumerate(tokens[:-2]) if token == "typeof"]
        return [name for name, known in self.contract.types.items() if known.levels[-1] in named]


_NO_WAY_TO_ADD: Literal["has no default constructor, or no Add method for its items"] = (
    "has no default constructor, or no Add method for its items"
)
