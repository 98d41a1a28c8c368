"""The types that a spec has to declare, their names, and which of them are one generic type closed several
times.
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from dataclasses import dataclass, replace

from wiresmith.contract.dotnet_names import ordinal
from wiresmith.description import QName
from wiresmith.xsd._definitions import (
    ANY_TYPE,
    DATE_TIME_OFFSET,
    ClassDefinition,
    Definition,
    DictionaryDefinition,
    Element,
    EnumDefinition,
    Generic,
    ListDefinition,
    elements_of,
)
from wiresmith.xsd._spec_names import TypeNameBook
from wiresmith.xsd._spelling import Spelling, Unspellable, parameter_counts
from wiresmith.xsd._terms import Term, generalized


@dataclass(frozen=True, slots=True)
class Declared:
    """One declaration of the spec: a type, or all closed instances of a generic type, which say ``arguments``
    for ``variables``.
    """

    head: str
    definitions: tuple[Definition, ...]
    generic: Generic | None = None
    variables: tuple[str, ...] = ()
    arguments: tuple[tuple[Term, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """All declarations, in the order of their names, and how types are spelled by them."""

    declared: tuple[Declared, ...]
    spelling: Spelling
    book: TypeNameBook
    remarks: tuple[tuple[QName, str], ...]

    def term(self, declared: Declared, elements: list[Element]) -> Term:
        """The type of an element in a declaration, from its types in the instances.

        Raises: Unspellable where they have nothing in common.
        """
        return self.common(declared, [self.spelling.of(element) for element in elements])

    def common(self, declared: Declared, terms: list[Term]) -> Term:
        """The term for types that are spelled already (`term` spells them first)."""
        if declared.generic is None:
            return terms[0]
        found = generalized(terms, declared.arguments, declared.variables, self.spelling.is_reference)
        if found is None:
            raise Unspellable("the closed types of its generic type differ in more than their arguments")
        return found


def planned(types: Mapping[QName, Definition]) -> Plan:
    """The declarations for these types.

    A closed generic whose annotation cannot be what the type was closed from becomes a type of its own, with
    a remark.
    """
    remarks: dict[QName, str] = {}
    while True:
        plan, failed = _attempt(types, remarks)
        if not failed:
            return plan
        remarks |= failed


def _attempt(types: Mapping[QName, Definition], alone: Mapping[QName, str]) -> tuple[Plan, dict[QName, str]]:
    plain = Spelling(types, {}, {})
    book = TypeNameBook()
    heads: dict[QName, str] = {}
    closed: dict[QName, Generic] = {}
    groups: dict[tuple[object, ...], list[Definition]] = {}
    for name, definition in sorted(
        types.items(), key=lambda each: (ordinal(each[0].local), each[0].namespace)
    ):
        if plain.is_pair(definition) or name == DATE_TIME_OFFSET or _is_computed(plain, definition):
            continue
        generic = None if isinstance(definition, EnumDefinition) or name in alone else definition.generic
        if generic is None or not generic.arguments:
            heads[name] = book.add(name.local)
            continue
        closed[name] = generic
        key = generic.name, generic.namespace, parameter_counts(generic), type(definition)
        groups.setdefault(key, []).append(definition)
    for definitions in groups.values():
        head = book.add(closed[definitions[0].name].name)
        heads |= dict.fromkeys((each.name for each in definitions), head)
    spelling = Spelling(types, heads, closed)
    failed: dict[QName, str] = {}
    declared = [Declared(head, (types[name],)) for name, head in heads.items() if name not in closed]
    for definitions in groups.values():
        one = _closed(definitions, heads, closed, spelling, failed)
        if one is not None:
            declared.append(one)
    declared.sort(key=lambda each: ordinal(each.head))
    plan = Plan(tuple(declared), spelling, book, tuple(alone.items()))
    for each in declared:
        if each.generic is not None:
            failed |= _misfits(plan, each)
    return plan, failed


def _is_computed(spelling: Spelling, definition: Definition) -> bool:
    return isinstance(definition, (ListDefinition, DictionaryDefinition)) and spelling.is_computed(definition)


def _closed(
    definitions: list[Definition],
    heads: Mapping[QName, str],
    closed: Mapping[QName, Generic],
    spelling: Spelling,
    failed: dict[QName, str],
) -> Declared | None:
    arguments: list[tuple[Term, ...]] = []
    fitting: list[Definition] = []
    for definition in definitions:
        try:
            arguments.append(spelling.named(definition.name).arguments)
            fitting.append(definition)
        except Unspellable as why:
            failed[definition.name] = f"its GenericType annotation is left out: {why}"
    if not fitting:
        return None
    generic = closed[fitting[0].name]
    names = (f"T{number or ''}" for number in itertools.count())
    free = (name for name in names if name not in heads.values())
    variables = tuple(itertools.islice(free, len(generic.arguments)))
    return Declared(heads[fitting[0].name], tuple(fitting), generic, variables, tuple(arguments))


def _misfits(plan: Plan, declared: Declared) -> dict[QName, str]:
    """The instances of a generic that no one declaration is right for: all of them, if there are any."""
    try:
        if len({_shape(each) for each in declared.definitions}) > 1:
            raise Unspellable("the closed types of its generic type differ in more than their arguments")
        for elements in zip(*map(elements_of, declared.definitions), strict=True):
            plan.term(declared, list(elements))
        bases = [
            each.base for each in declared.definitions if isinstance(each, ClassDefinition) and each.base
        ]
        if bases:
            plan.common(declared, [plan.spelling.named(base) for base in bases])
    except Unspellable as why:
        message = f"its GenericType annotation is left out: {why}"
        return dict.fromkeys((each.name for each in declared.definitions), message)
    return {}


def _shape(definition: Definition) -> Definition:
    """A definition without the types in it."""

    def blank(element: Element) -> Element:
        return replace(element, type=ANY_TYPE, actual=None, nillable=False)

    nameless = QName("")
    match definition:
        case ClassDefinition():
            return replace(
                definition,
                name=nameless,
                base=None if definition.base is None else nameless,
                elements=tuple(map(blank, definition.elements)),
                generic=None,
            )
        case ListDefinition():
            item = replace(blank(definition.item), name="")
            return replace(definition, name=nameless, item=item, generic=None)
        case DictionaryDefinition():
            key, value = blank(definition.key), blank(definition.value)
            return replace(definition, name=nameless, entry="", key=key, value=value, generic=None)
        case EnumDefinition():
            return definition
