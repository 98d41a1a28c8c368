"""The XML names of types: which namespace a declared type is in, and what roots, items and entries are called.

The plain dialect names collections the same way; it has one namespace for everything, and takes names as they are.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from wiresmith.contract import datacontract
from wiresmith.contract.model import (
    DictType,
    ListType,
    NamedType,
    QName,
    ScalarKind,
    ScalarType,
    Type,
    TypeUse,
)
from wiresmith.spec.document import ApiDocument, Spot, TypeDoc, XmlDoc
from wiresmith.spec.problem import Problems, shown


class XmlNames:
    """Names the types of one API; ``has_xml`` and ``datacontract`` say whether and by whose rules.

    ``named`` gives the XML name of an object or enum by its identity, ``is_reference`` whether a type is a reference type in .NET, which
    may be null without being ``Nullable<T>``.
    """

    def __init__(
        self,
        document: ApiDocument,
        problems: Problems,
        named: Callable[[str], QName | None],
        is_reference: Callable[[Type], bool],
    ) -> None:
        self._problems = problems
        self._named = named
        self._is_reference = is_reference
        xml = document.xml
        self.has_xml = xml is not None
        self.datacontract = xml is not None and xml.values.get("dialect") == "datacontract"
        if xml is not None and xml.values.get("dialect") not in ("datacontract", "plain"):
            problems.add(
                xml.place, "xml without a dialect", "dialect: datacontract or dialect: plain is expected"
            )
        default = datacontract.CONTRACTS if self.datacontract else ""
        self.namespace = self._namespace(xml, default) if xml is not None else ""

    def allowed(self, xml: XmlDoc | None) -> XmlDoc | None:
        """What a spec says about XML beside something; reported where the API has no XML."""
        if xml is not None and not self.has_xml:
            self._problems.add(
                xml.place, "xml here, and the API has no XML", "", "add xml: {dialect: …} to api.yaml"
            )
            return None
        return xml

    def type_namespace(self, doc: TypeDoc) -> str:
        """The namespace of a declared type and of the members it declares."""
        return self._namespace(self.allowed(doc.xml), self.namespace)

    def type_name(self, doc: TypeDoc, arguments: Sequence[TypeUse]) -> QName | None:
        """The XML name of a declared type, closed over its arguments."""
        if not self.has_xml:
            return None
        namespace, name = self.type_namespace(doc), doc.name.value
        given = doc.xml.values.get("name") if doc.xml is not None else None
        at = doc.xml.at.get("name", doc.name.at) if doc.xml is not None else doc.name.at
        if given is not None:
            name = str(given)
            if not (arguments and "{" in name):
                self.check_name(name, at)
                return QName(datacontract.encode_local_name(name), namespace)
        if not arguments:
            return QName(datacontract.encode_local_name(name), namespace)
        try:
            local = datacontract.generic_name(name, [self.contract_of(argument) for argument in arguments])
        except ValueError as error:
            self._problems.add(
                at,
                f"the XML name {shown(name)} cannot be filled in: {error}",
                "{0}, {1}, … and {#} can stand in it",
            )
            local = doc.name.value
        return QName(datacontract.encode_local_name(local), namespace)

    def check_name(self, name: str, at: Spot) -> None:
        """Report a name that a spec gives for XML and XML cannot have."""
        if not datacontract.is_ncname(name):
            encoded = datacontract.encode_local_name(name)
            suggestion = f".NET would write {shown(encoded)}" if datacontract.is_ncname(encoded) else ""
            self._problems.add(
                at,
                f"{shown(name)} is not an XML name",
                "a name without colons and spaces is expected",
                suggestion,
            )

    def member_local_name(self, wire: str, at: Spot) -> str:
        """The element name of a member that has the name ``wire`` in JSON."""
        if not self.datacontract or not wire:
            self.check_name(wire, at)
            return wire
        return datacontract.encode_local_name(wire)

    def contract_of(self, use: TypeUse) -> QName:
        """The contract name of a type as an item or type argument; nullable value types have one of their own."""
        name = self.contract_of_type(use.type)
        wrapped = self.datacontract and use.nullable and not self._is_reference(use.type)
        return datacontract.nullable_of(name) if wrapped else name

    def contract_of_type(self, type_: Type) -> QName:
        """The contract name of a type."""
        match type_:
            case ScalarType():
                return datacontract.PRIMITIVES[type_.kind]
            case NamedType():
                return self._named(type_.identity) or QName("unknown")
            case ListType() | DictType():
                return type_.xml_root or QName("unknown")

    def scalar_root(self, kind: ScalarKind) -> QName | None:
        """The root element of a document that is a scalar."""
        if not self.has_xml:
            return None
        root = datacontract.primitive_root(kind)
        return root if self.datacontract else QName(root.local, self.namespace)

    def list_of(self, item: TypeUse) -> ListType:
        """A list with the names of its root and its items."""
        if not self.has_xml:
            return ListType(item)
        root = self._placed(datacontract.array_of(self.contract_of(item)))
        return ListType(
            item, xml_root=root, xml_item=QName(self.contract_of_type(item.type).local, root.namespace)
        )

    def dict_of(self, key: TypeUse, value: TypeUse) -> DictType:
        """A dictionary with the names of its root, its entries, and their two parts."""
        if not self.has_xml:
            return DictType(key, value)
        names = self.contract_of(key), self.contract_of(value)
        root = self._placed(datacontract.dictionary_of(*names))
        return DictType(
            key,
            value,
            xml_root=root,
            xml_entry=QName(datacontract.key_value_of(*names).local, root.namespace),
            xml_key=QName("Key", root.namespace),
            xml_value=QName("Value", root.namespace),
        )

    def collection_contract(
        self, type_: ListType | DictType, doc: TypeDoc, arguments: Sequence[TypeUse]
    ) -> ListType | DictType:
        """A named list or dictionary with ``xml:`` facts of its own, as ``[CollectionDataContract]`` makes it."""
        xml, root = self.allowed(doc.xml), self.type_name(doc, arguments)
        if xml is None or root is None:
            return type_

        def named(key: str, default: QName | None) -> QName:
            given = xml.values.get(key)
            if given is None:
                return QName(default.local if default is not None else "item", root.namespace)
            self.check_name(str(given), xml.at[key])
            return QName(datacontract.encode_local_name(str(given)), root.namespace)

        if isinstance(type_, ListType):
            self.refuse(xml, ("key_name", "value_name"), "a list has no keys")
            item = named("item_name", type_.xml_item)
            return ListType(type_.item, type_.constraints, root, item)
        return DictType(
            type_.key,
            type_.value,
            type_.constraints,
            root,
            named("item_name", type_.xml_entry),
            named("key_name", type_.xml_key),
            named("value_name", type_.xml_value),
        )

    def refuse(self, xml: XmlDoc | None, keys: Sequence[str], why: str) -> None:
        """Report those of the keys that are given although they mean nothing here."""
        for key in keys:
            if xml is not None and key in xml.values:
                self._problems.add(xml.at.get(key, xml.place), f"{key} means nothing here", why)

    def _placed(self, name: QName) -> QName:
        return name if self.datacontract else QName(name.local, self.namespace)

    def _namespace(self, xml: XmlDoc | None, default: str) -> str:
        if xml is None:
            return default
        if (given := xml.values.get("namespace")) is not None:
            fault = datacontract.namespace_fault(str(given))
            if fault is not None:
                self._problems.add(xml.at["namespace"], f"the namespace {shown(str(given))} {fault}")
            return str(given)
        clr = xml.values.get("clr_namespace")
        if clr is None:
            return default
        try:
            return datacontract.namespace_of_clr(str(clr))
        except ValueError as error:
            self._problems.add(xml.at["clr_namespace"], f"{shown(str(clr))} is {error}")
            return default
