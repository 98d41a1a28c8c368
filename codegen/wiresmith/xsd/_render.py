"""Definitions → the text of XS files, in the form that .NET's XmlSchema.Write gives them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final
from xml.sax.saxutils import escape

from wiresmith.contract.dotnet_names import ordinal
from wiresmith.description import QName
from wiresmith.kinds import Kind
from wiresmith.values.namespaces import SERIALIZATION, XS
from wiresmith.xsd._definitions import (
    Argument,
    ClassDefinition,
    Definition,
    Definitions,
    DictionaryDefinition,
    Element,
    EnumDefinition,
    Generic,
    ListDefinition,
    Root,
    default_number,
)
from wiresmith.xsd._file_names import ENTRY, file_names
from wiresmith.xsd._serialization import scalar_type, serialization_schema

_IN_SER: Final = f' xmlns="{SERIALIZATION}"'


def render(definitions: Definitions) -> dict[str, str]:
    """The files of an export by name: one for each namespace, Serialization, and one that imports them all.

    Types stand in the order of their names, so that equal contracts give equal files.
    """
    by_namespace: dict[str, list[Definition]] = {}
    roots: dict[str, list[Root]] = {}
    for definition in definitions.types.values():
        by_namespace.setdefault(definition.name.namespace, []).append(definition)
    for root in definitions.roots:
        roots.setdefault(root.name.namespace, []).append(root)
    scalars: dict[str, list[Kind]] = {}
    for kind in definitions.scalars:
        scalars.setdefault(kind.contract_name.namespace, []).append(kind)
    namespaces = {*by_namespace, *roots, *scalars, SERIALIZATION}
    names = file_names(namespaces)
    files = {ENTRY: _entry(names), names[SERIALIZATION]: serialization_schema(definitions.dates)}
    for namespace in sorted(namespaces - {SERIALIZATION}):
        schema = _Schema(namespace, names)
        for definition in sorted(by_namespace.get(namespace, ()), key=lambda each: ordinal(each.name.local)):
            schema.add(definition)
        for kind in sorted(scalars.get(namespace, ()), key=lambda each: ordinal(each.contract_name.local)):
            schema.add_scalar(kind)
        for root in sorted(roots.get(namespace, ()), key=lambda each: ordinal(each.name.local)):
            schema.add_root(root)
        files[names[namespace]] = schema.text()
    return files


def _entry(names: Mapping[str, str]) -> str:
    lines = ['<?xml version="1.0" encoding="utf-8"?>', f'<xs:schema xmlns:xs="{XS}">']
    if "" in names:
        lines.append(f'  <xs:include schemaLocation="{names[""]}" />')
    lines += [
        f"  <xs:import{_attribute('schemaLocation', file)}{_attribute('namespace', namespace)} />"
        for namespace, file in names.items()
        if namespace
    ]
    return "\n".join([*lines, "</xs:schema>", ""])


class _Schema:
    """The schema of one namespace. .NET declares a prefix where it is used; here all stand at the root:
    xsdata misses those of a base.
    """

    def __init__(self, namespace: str, file_names: Mapping[str, str]) -> None:
        self._namespace = namespace
        self._file_names = file_names
        self._imports: dict[str, None] = {}
        self._names_serialization = False
        self._prefixes: dict[str, str] = {}
        self._lines: list[str] = []

    def text(self) -> str:
        """The whole file."""
        head = "".join(
            (
                "<xs:schema",
                *(_attribute(f"xmlns:{prefix}", namespace) for namespace, prefix in self._prefixes.items()),
                _attribute("xmlns:ser", SERIALIZATION) if self._names_serialization else "",
                _attribute("xmlns:tns", self._namespace) if self._namespace else "",
                ' elementFormDefault="qualified"',
                _attribute("targetNamespace", self._namespace) if self._namespace else "",
                f' xmlns:xs="{XS}">',
            )
        )
        imports = [
            f"  <xs:import{_attribute('schemaLocation', self._file_names[namespace])}"
            f"{_attribute('namespace', namespace) if namespace else ''} />"
            for namespace in self._imports
        ]
        return "\n".join(
            ['<?xml version="1.0" encoding="utf-8"?>', head, *imports, *self._lines, "</xs:schema>", ""]
        )

    def add(self, definition: Definition) -> None:
        """A type, and the document element of its name."""
        match definition:
            case ClassDefinition():
                self._class(definition)
            case ListDefinition():
                self._list(definition)
            case DictionaryDefinition():
                self._dictionary(definition)
            case EnumDefinition():
                self._enum(definition)
        self.add_root(Root(definition.name, definition.name))

    def add_scalar(self, kind: Kind) -> None:
        """The type of a kind of scalars, and the document element of its name."""
        self._lines += scalar_type(kind).splitlines()

    def add_root(self, root: Root) -> None:
        """A document element."""
        name = _attribute("name", root.name.local)
        self._line(1, f'<xs:element{name} nillable="true"{self._reference("type", root.type)} />')

    def _class(self, definition: ClassDefinition) -> None:
        notes = [_generic(definition.generic)] if definition.generic is not None else []
        if definition.value_type:
            self._import(SERIALIZATION)
            notes.append([f"<IsValueType{_IN_SER}>true</IsValueType>"])
        self._line(1, f"<xs:complexType{_attribute('name', definition.name.local)}>")
        self._annotation(2, notes)
        depth = 2
        if definition.base is not None:
            self._line(2, '<xs:complexContent mixed="false">')
            self._line(3, f"<xs:extension{self._reference('base', definition.base)}>")
            depth = 4
        if definition.elements:
            self._line(depth, "<xs:sequence>")
            for element in definition.elements:
                self._element(depth + 1, element)
            self._line(depth, "</xs:sequence>")
        else:
            self._line(depth, "<xs:sequence />")
        self._reference_attributes(depth, definition.reference)
        if definition.base is not None:
            self._line(3, "</xs:extension>")
            self._line(2, "</xs:complexContent>")
        self._line(1, "</xs:complexType>")

    def _list(self, definition: ListDefinition) -> None:
        self._line(1, f"<xs:complexType{_attribute('name', definition.name.local)}>")
        self._annotation(2, [_generic(definition.generic)] if definition.generic is not None else [])
        self._line(2, "<xs:sequence>")
        self._element(3, definition.item, ' minOccurs="0" maxOccurs="unbounded"')
        self._line(2, "</xs:sequence>")
        self._reference_attributes(2, definition.reference)
        self._line(1, "</xs:complexType>")

    def _dictionary(self, definition: DictionaryDefinition) -> None:
        notes = [[f"<IsDictionary{_IN_SER}>true</IsDictionary>"]]
        if definition.generic is not None:
            notes.append(_generic(definition.generic))
        self._line(1, f"<xs:complexType{_attribute('name', definition.name.local)}>")
        self._annotation(2, notes)
        self._line(2, "<xs:sequence>")
        self._line(
            3, f'<xs:element minOccurs="0" maxOccurs="unbounded"{_attribute("name", definition.entry)}>'
        )
        self._line(4, "<xs:complexType>")
        self._line(5, "<xs:sequence>")
        self._element(6, definition.key)
        self._element(6, definition.value)
        self._line(5, "</xs:sequence>")
        self._line(4, "</xs:complexType>")
        self._line(3, "</xs:element>")
        self._line(2, "</xs:sequence>")
        self._reference_attributes(2, definition.reference)
        self._line(1, "</xs:complexType>")

    def _enum(self, definition: EnumDefinition) -> None:
        self._line(1, f"<xs:simpleType{_attribute('name', definition.name.local)}>")
        depth = 2
        if definition.flags:
            self._line(2, "<xs:list>")
            self._line(3, "<xs:simpleType>")
            depth = 4
        self._line(depth, '<xs:restriction base="xs:string">')
        for position, (text, number) in enumerate(definition.values):
            start = f"<xs:enumeration{_attribute('value', text)}"
            if number == default_number(definition.flags, position):
                self._line(depth + 1, start + " />")
                continue
            self._import(SERIALIZATION)
            self._line(depth + 1, start + ">")
            self._annotation(depth + 2, [[f"<EnumerationValue{_IN_SER}>{number}</EnumerationValue>"]])
            self._line(depth + 1, "</xs:enumeration>")
        self._line(depth, "</xs:restriction>")
        if definition.flags:
            self._line(3, "</xs:simpleType>")
            self._line(2, "</xs:list>")
        self._line(1, "</xs:simpleType>")

    def _element(self, depth: int, element: Element, occurs: str = "") -> None:
        notes: list[list[str]] = []
        if element.actual is not None:
            self._import(element.actual.namespace)
            name, namespace = (
                _attribute("Name", element.actual.local),
                _attribute("Namespace", element.actual.namespace),
            )
            notes.append([f"<ActualType{name}{namespace}{_IN_SER} />"])
        if not element.emit_default:
            notes.append([f'<DefaultValue EmitDefaultValue="false"{_IN_SER} />'])
        start = "".join(
            (
                "<xs:element",
                occurs or ("" if element.required else ' minOccurs="0"'),
                _attribute("name", element.name),
                ' nillable="true"' if element.nillable else "",
                self._reference("type", element.type),
            )
        )
        if not notes:
            self._line(depth, start + " />")
            return
        self._line(depth, start + ">")
        self._annotation(depth + 1, notes)
        self._line(depth, "</xs:element>")

    def _annotation(self, depth: int, notes: list[list[str]]) -> None:
        if not notes:
            return
        self._line(depth, "<xs:annotation>")
        self._line(depth + 1, "<xs:appinfo>")
        for note in notes:
            for line in note:
                self._line(depth + 2, line)
        self._line(depth + 1, "</xs:appinfo>")
        self._line(depth, "</xs:annotation>")

    def _reference_attributes(self, depth: int, reference: bool) -> None:
        if not reference:
            return
        self._import(SERIALIZATION)
        self._names_serialization = True
        self._line(depth, '<xs:attribute ref="ser:Id" />')
        self._line(depth, '<xs:attribute ref="ser:Ref" />')

    def _reference(self, attribute: str, name: QName) -> str:
        """An attribute that names a type."""
        if name.namespace == XS:
            return _attribute(attribute, f"xs:{name.local}")
        self._import(name.namespace)
        if name.namespace == SERIALIZATION:
            self._names_serialization = True
            return _attribute(attribute, f"ser:{name.local}")
        if not name.namespace:
            return _attribute(attribute, name.local)
        if name.namespace == self._namespace:
            return _attribute(attribute, f"tns:{name.local}")
        prefix = self._prefixes.setdefault(name.namespace, f"q{len(self._prefixes) + 1}")
        return _attribute(attribute, f"{prefix}:{name.local}")

    def _import(self, namespace: str) -> None:
        if namespace not in (self._namespace, XS):
            self._imports.setdefault(namespace)

    def _line(self, depth: int, text: str) -> None:
        self._lines.append("  " * depth + text)


def _generic(generic: Generic) -> list[str]:
    start = "".join(
        (
            "<GenericType",
            _attribute("Name", generic.name),
            _attribute("Namespace", generic.namespace),
            _attribute("NestedLevel", str(generic.levels)) if generic.levels is not None else "",
            _IN_SER,
        )
    )
    return [start + ">", *_arguments(generic.arguments, 1), "</GenericType>"]


def _arguments(arguments: tuple[Argument, ...], depth: int) -> list[str]:
    lines: list[str] = []
    for argument in arguments:
        start = "  " * depth + "".join(
            (
                "<GenericParameter",
                _attribute("Name", argument.name),
                _attribute("Namespace", argument.namespace),
                _attribute("NestedLevel", str(argument.level or argument.levels))
                if argument.level or argument.levels
                else "",
            )
        )
        if argument.arguments:
            lines += [
                start + ">",
                *_arguments(argument.arguments, depth + 1),
                "  " * depth + "</GenericParameter>",
            ]
        else:
            lines.append(start + " />")
    return lines


def _attribute(name: str, value: str) -> str:
    text = escape(value, {'"': "&quot;", "\t": "&#x9;", "\n": "&#xA;", "\r": "&#xD;"})
    return f' {name}="{text}"'
