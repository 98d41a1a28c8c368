"""Schemas → definitions: what .NET's SchemaImporter makes of them, and a remark for everything that a
contract cannot say.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from xsdata.models import xsd
from xsdata.models.enums import FormType
from xsdata.models.mixins import ElementBase

from wiresmith.description import QName
from wiresmith.kinds import by_contract_name
from wiresmith.language import Problem, Problems, Spot, shown
from wiresmith.values.namespaces import SERIALIZATION
from wiresmith.xsd._annotations import Annotations, annotations_of
from wiresmith.xsd._definitions import (
    ANY_TYPE,
    ClassDefinition,
    Definition,
    Definitions,
    DictionaryDefinition,
    Element,
    EnumDefinition,
    ListDefinition,
    Root,
)
from wiresmith.xsd._enum_numbers import enum_values
from wiresmith.xsd._schema_type_names import TypeNames
from wiresmith.xsd._unfounded import unfounded
from wiresmith.xsd.reading import SchemaFile

_REFERENCE: Final = {QName("Id", SERIALIZATION), QName("Ref", SERIALIZATION)}
_EXTENDS: Final = "a complex type of a data contract is a sequence of elements, or extends another by one"


class _Unfit(Exception):
    """A component that is no data contract; ``args`` are the component and the reason."""

    def __init__(self, at: ElementBase, why: str) -> None:
        super().__init__(why)
        self.at, self.why = at, why


def interpret(files: Sequence[SchemaFile]) -> tuple[Definitions, list[Problem]]:
    """The definitions of schema files, and what they hold besides, in file order."""
    problems = Problems()
    names = TypeNames(files, problems)
    read = [_File(file, names, problems) for file in files if file.namespace != SERIALIZATION]
    types: dict[QName, Definition] = {}
    places: dict[QName, Spot] = {}
    for file in read:
        for definition, at in file.types():
            places.setdefault(definition.name, at)
            if types.setdefault(definition.name, definition) != definition:
                problems.add(at, f"the type {shown(definition.name.local)} is another one than before")
    for name, why in unfounded(types).items():
        del types[name]
        problems.add(
            places[name], f"the type {shown(name.local)} is no data contract: {why}", "any stands for it"
        )
    roots: dict[QName, Root] = {}
    for file in read:
        for root in file.roots():
            if root.type in types or root.type in by_contract_name():
                roots.setdefault(root.name, root)
    known = {*types, *by_contract_name()}
    settled = {name: _settled(definition, known) for name, definition in types.items()}
    order = {file.path: place for place, file in enumerate(files)}
    remarks = sorted(set(problems.found), key=lambda each: (order[each.at.file], each))
    return Definitions(settled, tuple(roots.values())), remarks


def _settled(definition: Definition, known: set[QName]) -> Definition:
    """A definition in which any stands for the types that turned out to be no contracts."""

    def element(one: Element) -> Element:
        actual = one.actual if one.actual in known else None
        return replace(one, type=one.type if one.type in known else ANY_TYPE, actual=actual)

    match definition:
        case ClassDefinition():
            return replace(definition, elements=tuple(element(each) for each in definition.elements))
        case ListDefinition():
            return replace(definition, item=element(definition.item))
        case DictionaryDefinition():
            return replace(definition, key=element(definition.key), value=element(definition.value))
        case EnumDefinition():
            return definition


class _File:
    """The components of one file."""

    def __init__(self, file: SchemaFile, names: TypeNames, problems: Problems) -> None:
        self._file = file
        self._names = names
        self._problems = problems

    def types(self) -> list[tuple[Definition, Spot]]:
        """The contracts among the types, and where they stand; the others are reported."""
        schema = self._file.schema
        for line, name in self._file.foreign:
            self._problems.add(
                self._file.line(line), f"the attribute {shown(name.rpartition('}')[2])} means nothing here"
            )
        for what in (
            *schema.redefines,
            *schema.overrides,
            *schema.groups,
            *schema.attribute_groups,
            *schema.attributes,
        ):
            self._report(what, f"{what.class_name} is no part of data contracts")
        found: list[tuple[Definition, Spot]] = []
        for component in self._file.types:
            try:
                if isinstance(component, xsd.ComplexType):
                    found.append((self._complex(component), self._file.at(component)))
                elif (enum := self._enum(component)) is not None:
                    found.append((enum, self._file.at(component)))
            except _Unfit as unfit:
                self._report(
                    unfit.at,
                    f"the type {shown(component.name or '')} is no data contract: {unfit.why}",
                    "any stands for it",
                )
                self._names.drop(QName(component.name or "", self._file.namespace))
        return found

    def roots(self) -> list[Root]:
        """The document elements that no type brings by itself."""
        found: list[Root] = []
        for element in self._file.schema.elements:
            name = QName(element.name or "", self._file.namespace)
            if element.abstract or element.substitution_group or element.default or element.fixed:
                self._report(
                    element, f"the document element {shown(name.local)} has what no contract can say"
                )
            if element.type is None:
                self._report(
                    element,
                    f"the document element {shown(name.local)} has a type without a name",
                    "it is left out; give its type a name",
                )
                continue
            type_ = self._names.resolved(self._file, element, element.type)
            if type_ not in (name, ANY_TYPE):
                found.append(Root(name, type_))
        return found

    def _complex(self, component: xsd.ComplexType) -> Definition:
        name = QName(component.name or "", self._file.namespace)
        notes = self._annotations(component)
        base, sequence, attributes = self._content(component)
        elements = self._elements(sequence)
        if component.abstract:
            self._report(component, f"{shown(name.local)} is abstract", "it is taken as any other class")
        reference = self._is_reference(component, attributes)
        if base is None and len(elements) == 1 and elements[0].max_occurs != 1:
            return self._collection(name, notes, elements[0], reference)
        read: dict[str, Element] = {}
        for element in elements:
            if element.max_occurs != 1:
                raise _Unfit(element, f"{shown(element.name or '')} is repeated beside other elements")
            one = self._element(element)
            if read.setdefault(one.name, one) is not one:
                raise _Unfit(element, f"{shown(one.name)} stands twice in it")
        return ClassDefinition(
            name=name,
            base=base,
            elements=tuple(read.values()),
            value_type=notes.value_type,
            reference=reference,
            generic=notes.generic,
            doc=notes.doc,
        )

    def _content(
        self, component: xsd.ComplexType
    ) -> tuple[QName | None, xsd.Sequence | None, list[xsd.Attribute]]:
        if component.mixed or component.is_mixed:
            raise _Unfit(component, "it has mixed content")
        content: xsd.ComplexType | xsd.Extension = component
        base: QName | None = None
        if component.simple_content is not None:
            raise _Unfit(component, "it has text with attributes")
        if component.complex_content is not None:
            extension = component.complex_content.extension
            if extension is None or extension.base is None:
                raise _Unfit(component, _EXTENDS)
            content = extension
            base = self._file.name(extension.base, extension)
            if base == ANY_TYPE:
                base = None
            elif not self._names.is_complex(base):
                raise _Unfit(extension, f"its base {shown(base.local)} is no class of these files")
        if (
            content.group
            or content.all
            or content.choice
            or content.any_attribute
            or content.attribute_groups
        ):
            raise _Unfit(content, _EXTENDS)
        return base, content.sequence, content.attributes

    def _elements(self, sequence: xsd.Sequence | None) -> list[xsd.Element]:
        if sequence is None:
            return []
        if sequence.groups or sequence.choices or sequence.sequences or sequence.any:
            raise _Unfit(sequence, "its sequence holds other things than elements")
        if sequence.min_occurs != 1 or sequence.max_occurs != 1:
            raise _Unfit(sequence, "its sequence is repeated or may be missing")
        return sequence.elements

    def _is_reference(self, component: xsd.ComplexType, attributes: list[xsd.Attribute]) -> bool:
        found: set[QName] = set()
        for attribute in attributes:
            name = self._file.name(attribute.ref, attribute) if attribute.ref else QName(attribute.name or "")
            found.add(name)
            if name not in _REFERENCE:
                self._report(
                    attribute,
                    f"the attribute {shown(name.local)} of {shown(component.name or '')} is left out",
                )
        return found >= _REFERENCE

    def _collection(
        self, name: QName, notes: Annotations, element: xsd.Element, reference: bool
    ) -> Definition:
        if element.complex_type is not None:
            return self._dictionary(name, notes, element, element.complex_type, reference)
        return ListDefinition(
            name=name, item=self._element(element), reference=reference, generic=notes.generic, doc=notes.doc
        )

    def _dictionary(
        self, name: QName, notes: Annotations, element: xsd.Element, entry: xsd.ComplexType, reference: bool
    ) -> Definition:
        base, sequence, attributes = self._content(entry)
        parts = self._elements(sequence)
        if base is not None or attributes or len(parts) != 2 or any(part.max_occurs != 1 for part in parts):
            raise _Unfit(element, "its items have a type without a name that is no pair of key and value")
        if not notes.dictionary:
            self._report(
                element, f"{shown(name.local)} has no IsDictionary annotation", "it is taken as a dictionary"
            )
        key, value = (self._element(part) for part in parts)
        return DictionaryDefinition(
            name=name,
            entry=element.name or "",
            key=key,
            value=value,
            reference=reference,
            generic=notes.generic,
            doc=notes.doc,
        )

    def _element(self, element: xsd.Element) -> Element:
        if element.name is None:
            raise _Unfit(element, f"it refers to the element {shown(element.ref or '')}")
        name = element.name
        if element.form is not FormType.QUALIFIED and self._file.namespace:
            raise _Unfit(element, f"{shown(name)} is unqualified, without the namespace")
        for what in ("default", "fixed", "substitution_group"):
            if getattr(element, what) is not None:
                self._report(element, f"{what} of {shown(name)} is left out")
        notes = self._annotations(element)
        if element.type is None:
            self._report(element, f"{shown(name)} has a type without a name", "any stands for it")
            type_ = ANY_TYPE
        else:
            type_ = self._names.resolved(self._file, element, element.type)
        return Element(
            name,
            type_,
            nillable=element.nillable,
            required=element.min_occurs > 0,
            emit_default=notes.emit_default,
            actual=notes.actual,
            doc=notes.doc,
        )

    def _enum(self, component: xsd.SimpleType) -> EnumDefinition | None:
        """The enum that a simple type is; None for one that narrows a scalar, which stands for the scalar."""
        restriction, flags = component.restriction, False
        if component.list is not None and component.list.simple_type is not None:
            restriction, flags = component.list.simple_type.restriction, True
        if restriction is None:
            raise _Unfit(component, "it is a list or union of simple types")
        notes = self._annotations(component)
        if not restriction.enumerations:
            if flags:
                raise _Unfit(component, "it is a list of texts")
            return None
        if notes.actual is not None:
            self._report(
                component,
                f"the numbers of {shown(component.name or '')} are {shown(notes.actual.local)} in .NET",
            )
        values = enum_values(restriction, flags, self._annotations)
        return EnumDefinition(
            name=QName(component.name or "", self._file.namespace), values=values, flags=flags, doc=notes.doc
        )

    def _annotations(self, component: xsd.AnnotationBase) -> Annotations:
        notes = annotations_of(component)
        for name in notes.unknown:
            self._report(component, f"the annotation {shown(name)} is left out")
        return notes

    def _report(self, component: ElementBase, message: str, suggestion: str = "") -> None:
        self._problems.add(self._file.at(component), message, suggestion)
