"""The XML names of types: which namespace a declared type is in, and what roots, items and entries are
called.

The plain dialect names collections the same way; it has one namespace for everything, and takes names as they
are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Final, TypeVar

from wiresmith.contract import dotnet_names
from wiresmith.contract._generics import closed_from
from wiresmith.contract.namespace_faults import namespace_fault
from wiresmith.description import BareType, DictType, ListType, QName, Ref, Scalar, Type, bare, is_nullable
from wiresmith.dialects import PLAIN, Dialect, dialect_names, dialect_of
from wiresmith.kinds import kind_of
from wiresmith.language import (
    ApiDocument,
    ApiXmlDoc,
    Placed,
    Problems,
    Spot,
    TypeDoc,
    TypeXmlDoc,
    XmlDoc,
    is_true,
    shown,
    value_of,
)

X = TypeVar("X", bound=XmlDoc)
_OF_USE: Final = frozenset({"root", "known_types", "array"})
"""The keys by which an alias describes its documents, without becoming a contract of its own."""


def dialect_said(xml: ApiXmlDoc | None) -> Dialect | None:
    """The dialect that an API names; None where it names none that there is."""
    name = xml.dialect.value if xml is not None and xml.dialect is not None else None
    return dialect_of(name) if name in dialect_names() else None


def is_contract(xml: TypeXmlDoc) -> bool:
    """Whether what a named list or dictionary says about XML makes it a contract of its own
    (``[CollectionDataContract]``).
    """
    return not xml.places or bool(set(xml.places) - _OF_USE)


class XmlNames:
    """Names the types of one API; ``has_xml`` and ``rules`` say whether and by whose rules, ``has_json``
    whether it has JSON too.

    ``named`` gives the XML name of an object or enum by the name of its class, ``is_reference`` whether a
    type is a reference type in .NET, which may be null without being ``Nullable<T>``.
    """

    def __init__(
        self,
        document: ApiDocument,
        problems: Problems,
        named: Callable[[str], QName | None],
        is_reference: Callable[[BareType], bool],
    ) -> None:
        self._problems = problems
        self._named = named
        self._is_reference = is_reference
        xml = document.xml
        self.has_json = [each.value for each in document.formats] != ["xml"]
        self.has_xml = xml is not None
        self.rules = dialect_said(xml) or PLAIN
        if xml is not None and dialect_said(xml) is None:
            expected = " or ".join(f"dialect: {name}" for name in dialect_names())
            problems.add(xml.at, "xml without a dialect", f"{expected} is expected")
        self.namespace = self._namespace(xml, self.rules.default_namespace) if xml is not None else ""
        if xml is not None:
            self._check_dialect(xml)

    def allowed(self, xml: X | None) -> X | None:
        """The facts that a spec states about the XML of something; reported where the API has no XML."""
        if xml is not None and not self.has_xml:
            self._problems.add(
                xml.at, "xml here, and the API has no XML", "", "add xml: {dialect: …} to api.yaml"
            )
            return None
        if xml is not None:
            self._check_dialect(xml)
        return xml

    def _check_dialect(self, xml: XmlDoc) -> None:
        """Report what only means something in another dialect."""
        for key in xml.places:
            others = [each for each in map(dialect_of, dialect_names()) if key in each.xml_keys]
            if others and self.rules not in others:
                self._problems.add(
                    xml.places[key],
                    f"{key} is part of {others[0].title}",
                    f"dialect: {others[0].name} is expected in api.yaml",
                )

    def type_namespace(self, doc: TypeDoc) -> str:
        """The namespace of a declared type and of the members it declares."""
        return self._namespace(self.allowed(doc.xml), self.namespace)

    def type_name(self, doc: TypeDoc, arguments: Sequence[Type]) -> QName | None:
        """The XML name of a declared type, closed over its arguments."""
        if not self.has_xml:
            return None
        namespace, counts = self.type_namespace(doc), self._parameter_counts(doc)
        given = doc.xml.name if doc.xml is not None else None
        if given is None:
            local = doc.name.value
            if arguments:
                names = [self.contract_of(argument) for argument in arguments]
                local = dotnet_names.generic_name(local, names, parameter_counts=counts)
            return QName(dotnet_names.encode_local_name(local), namespace)
        local, at = given.value, given.at
        if arguments:
            try:
                names = [self.contract_of(argument) for argument in arguments]
                local = dotnet_names.expanded_name(local, names, parameter_counts=counts)
            except ValueError as error:
                message = f"the XML name {shown(local)} has {error}"
                self._problems.add(at, message, "{0}, {1}, … and {#} can stand in it")
                local = doc.name.value
        return QName(self.local_name(local, at), namespace)

    def root_name(self, doc: TypeDoc, contract: QName | None) -> QName | None:
        """The root element of a declared type: its contract's name, unless a root is given."""
        xml = self.allowed(doc.xml)
        if xml is None or xml.root is None or contract is None:
            return contract
        given, namespace = xml.root.name, value_of(xml.root.namespace)
        name = contract.local if given is None else given.value
        if not dotnet_names.is_ncname(name):
            self._problems.add(
                xml.root.at if given is None else given.at,
                f"the root element cannot be {shown(name)}: it has an invalid name character",
                "an XML name without colons and spaces is expected; .NET does not encode the name of a root",
            )
        return QName(name, contract.namespace if namespace is None else namespace)

    def local_name(self, name: str, at: Spot) -> str:
        """A name as it stands in XML: encoded, or as it is and reported where that is no XML name."""
        if self.rules.encodes_names and name:
            return dotnet_names.encode_local_name(name)
        if not dotnet_names.is_ncname(name):
            self._problems.add(
                at, f"{shown(name)} is not an XML name", "a name without colons and spaces is expected"
            )
        return name

    def _parameter_counts(self, doc: TypeDoc) -> tuple[int, ...] | None:
        if doc.xml is None or not doc.xml.generic_parameters:
            return None
        counts = tuple(count.value for count in doc.xml.generic_parameters)
        if sum(counts) != len(doc.parameters):
            self._problems.add(
                doc.xml.places["generic_parameters"],
                f"generic_parameters add up to {sum(counts)}, and {shown(doc.name.value)} has "
                f"{len(doc.parameters)} type variables",
                "the type variables of the type and of those it is nested in",
            )
        return counts

    def contract_of(self, use: Type) -> QName:
        """The contract name of a type as an item or type argument; nullable value types have one of their
        own.
        """
        name = self.contract_of_type(bare(use))
        wrapped = self.rules.names_nullable and is_nullable(use) and not self._is_reference(bare(use))
        return dotnet_names.nullable_of(name) if wrapped else name

    def contract_of_type(self, type_: BareType) -> QName:
        """The contract name of a type."""
        match type_:
            case Scalar():
                return kind_of(type_.kind).contract_name
            case Ref():
                return self._named(type_.name) or QName("unknown")
            case ListType() | DictType():
                return type_.contract or QName("unknown")

    def same_to_dotnet(self, one: Type, other: Type) -> bool:
        """Whether two types are one type in .NET, as far as their contracts tell."""
        return type(bare(one)) is type(bare(other)) and self.contract_of(one) == self.contract_of(other)

    def scalar_root(self, kind: str) -> QName | None:
        """The root element of a document that is a scalar."""
        if not self.has_xml:
            return None
        return self._placed(dotnet_names.primitive_root(kind))

    def list_of(self, item: Type) -> ListType:
        """A list with the names of its root and its items."""
        if not self.has_xml:
            return ListType(item)
        root = self._placed(dotnet_names.array_of(self.contract_of(item)))
        return ListType(
            item,
            root=root,
            item_name=QName(self.contract_of_type(bare(item)).local, root.namespace),
            contract=root,
        )

    def dict_of(self, key: Type, value: Type, *, pairs: bool) -> DictType:
        """A dictionary with the names of its root, its entries, and their two parts.

        A nullable key counts for the names only: a key is never null.
        """
        if not self.has_xml:
            return DictType(_never_null(key), value, pairs=pairs)
        names = self.contract_of(key), self.contract_of(value)
        root = self._placed(dotnet_names.dictionary_of(*names))
        return DictType(
            _never_null(key),
            value,
            root=root,
            entry_name=QName(dotnet_names.key_value_of(*names).local, root.namespace),
            key_name=QName("Key", root.namespace),
            value_name=QName("Value", root.namespace),
            pairs=pairs,
            contract=root,
        )

    def collection(
        self, type_: ListType | DictType, doc: TypeDoc, arguments: Sequence[Type], identity: str
    ) -> ListType | DictType:
        """A named list or dictionary with ``xml:`` facts of its own; ``identity`` is how a spec spells it.

        Its names make it a contract, as ``[CollectionDataContract]`` does, unless all it says is its root and
        its known types.
        """
        xml = self.allowed(doc.xml)
        if xml is None:
            return type_
        self.refuse(xml, ("value_type", "extensible"), "it is for objects")
        type_ = replace(type_, name=identity)
        if isinstance(type_, ListType):
            type_ = replace(type_, array=is_true(xml.array))
        else:
            self.refuse(xml, ("array",), "it is for lists")
        if is_contract(xml):
            type_ = self._collection_contract(type_, doc, arguments, xml)
        return replace(type_, root=self.root_name(doc, type_.contract))

    def _collection_contract(
        self, type_: ListType | DictType, doc: TypeDoc, arguments: Sequence[Type], xml: TypeXmlDoc
    ) -> ListType | DictType:
        contract = self.type_name(doc, arguments)
        assert contract is not None

        def named(given: Placed[str] | None, default: str) -> QName:
            local = default if given is None else self.local_name(given.value, given.at)
            return QName(local, contract.namespace)

        reference = is_true(xml.reference)
        if isinstance(type_, ListType):
            self.refuse(
                xml,
                ("key_name", "value_name"),
                "a list has no keys: .NET refuses it for a type that is not IDictionary",
            )
            item = named(xml.item_name, self.contract_of_type(bare(type_.item)).local)
            return replace(
                type_,
                contract=contract,
                item_name=item,
                reference=reference,
                known=(),
                generic=closed_from(doc, arguments),
            )
        key, value, entry = named(xml.key_name, "Key"), named(xml.value_name, "Value"), type_.entry_name
        if key == value:
            clashing = xml.value_name or xml.key_name
            self._problems.add(
                clashing.at if clashing is not None else xml.at,
                f"{shown(doc.name.value)} specifies the same value {shown(key.local)} for both the KeyName "
                "and the ValueName",
                "two names, or .NET refuses the collection",
            )
        return replace(
            type_,
            contract=contract,
            entry_name=named(xml.item_name, entry.local if entry is not None else ""),
            key_name=key,
            value_name=value,
            reference=reference,
            known=(),
            generic=closed_from(doc, arguments),
        )

    def refuse(self, xml: XmlDoc | None, keys: Iterable[str], why: str) -> None:
        """Report those of the keys that are given although they mean nothing here."""
        for key in keys:
            if xml is not None and key in xml.places:
                self._problems.add(xml.places[key], f"{key} means nothing here", why)

    def _placed(self, name: QName) -> QName:
        return QName(name.local, self.namespace) if self.rules.one_namespace else name

    def _namespace(self, xml: ApiXmlDoc | TypeXmlDoc | None, default: str) -> str:
        if xml is None:
            return default
        if (given := xml.namespace) is not None:
            fault = namespace_fault(given.value) if self.rules.checks_namespaces else None
            if fault is not None:
                self._problems.add(given.at, f"DataContract namespace {shown(given.value)} {fault}")
            return given.value
        clr = xml.clr_namespace
        if clr is None:
            return default
        try:
            return dotnet_names.namespace_of_clr(clr.value)
        except ValueError as error:
            self._problems.add(clr.at, f"{shown(clr.value)} is {error}")
            return default


def _never_null(key: Type) -> Type:
    return bare(key)
