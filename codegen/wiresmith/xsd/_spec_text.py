"""Definitions → the spec that says the same."""

from __future__ import annotations

from collections import Counter
from urllib.parse import unquote

from wiresmith.contract import MOST_LEVELS
from wiresmith.contract.dotnet_names import namespace_of_clr, ordinal
from wiresmith.description import QName
from wiresmith.dialects import DATACONTRACT
from wiresmith.values.namespaces import CONTRACTS
from wiresmith.xsd._definitions import (
    ANY_TYPE,
    ClassDefinition,
    Definitions,
    EnumDefinition,
    Root,
    elements_of,
)
from wiresmith.xsd._spec_plan import planned
from wiresmith.xsd._spec_types import Declarations, base_first
from wiresmith.xsd._spelling import Unspellable
from wiresmith.xsd._yaml_text import Node, yaml_text


def spec_text(definitions: Definitions, api: str) -> tuple[str, list[tuple[QName, str]]]:
    """The ``api.yaml`` of an API whose documents these definitions describe, and what it does not say, by
    type.
    """
    return _Spec(definitions, api).text()


class _Spec:
    def __init__(self, definitions: Definitions, api: str) -> None:
        self._types = definitions.types
        self._api = api
        self._plan = planned(self._types)
        self._remarks = list(self._plan.remarks)
        self._namespace = _commonest([one.definitions[0].name.namespace for one in self._plan.declared])
        self._roots = self._roots_of_types(definitions.roots)
        self._said: dict[str, Node] = {}

    def text(self) -> tuple[str, list[tuple[QName, str]]]:
        """The file and the remarks."""
        declarations = Declarations(self._plan, self._derived())
        for declared in base_first(self._plan.declared, self._types, MOST_LEVELS + 1):
            first = declared.definitions[0]
            xml: dict[str, Node] = {}
            if first.name.namespace != self._namespace:
                xml = _namespace_key(first.name.namespace)
            if declared.generic is None and first.name in self._roots:
                xml["root"] = _root(self._roots.pop(first.name))
            try:
                said = declarations.said(declared, xml)
            except Unspellable as why:
                self._remarks.append((first.name, f"any stands for it: {why}"))
                said = {"type": "any"}
            variables = f"[{', '.join(declared.variables)}]" if declared.variables else ""
            self._said[declared.head + variables] = said
        known = dict.fromkeys((*self._known(), *self._root_aliases()))
        api_xml: dict[str, Node] = {"dialect": DATACONTRACT.name, **_namespace_key(self._namespace)}
        if known:
            api_xml["known_types"] = list(known)
        spec: dict[str, Node] = {"wiresmith": 1, "api": self._api, "xml": api_xml, "formats": ["xml"]}
        if self._said:
            spec["types"] = dict(sorted(self._said.items(), key=lambda each: ordinal(each[0])))
        return yaml_text(spec).rstrip("\n") + "\n", self._remarks

    def _derived(self) -> dict[QName, list[QName]]:
        found: dict[QName, list[QName]] = {}
        for name, definition in sorted(self._types.items(), key=lambda each: ordinal(each[0].local)):
            if isinstance(definition, ClassDefinition) and definition.base is not None:
                found.setdefault(definition.base, []).append(name)
        return found

    def _known(self) -> list[str]:
        """The types that must be declared known everywhere: all types where a value may be of any, else those
        that no class leads to.
        """
        anything = any(
            element.type == ANY_TYPE and element.actual is None
            for definition in self._types.values()
            for element in elements_of(definition)
        )
        reached: set[QName] = set() if anything else self._reached()
        found: list[str] = []
        for name in sorted(
            self._types.keys() - reached, key=lambda each: (ordinal(each.local), each.namespace)
        ):
            try:
                found.append(str(self._plan.spelling.named(name)))
            except Unspellable as why:
                self._remarks.append((name, f"it is left out: {why}"))
        return found

    def _reached(self) -> set[QName]:
        """The types that the contract of the spec holds without further words."""
        waiting = [
            one.definitions[0].name
            for one in self._plan.declared
            if one.generic is None and isinstance(one.definitions[0], (ClassDefinition, EnumDefinition))
        ]
        reached: set[QName] = set()
        while waiting:
            name = waiting.pop()
            definition = self._types.get(name)
            if name in reached or definition is None:
                continue
            reached.add(name)
            waiting += [element.actual or element.type for element in elements_of(definition)]
            if isinstance(definition, ClassDefinition) and definition.base is not None:
                waiting.append(definition.base)
        return reached

    def _roots_of_types(self, roots: tuple[Root, ...]) -> dict[QName, QName]:
        found: dict[QName, QName] = {}
        for root in roots:
            if root.type in found:
                self._remarks.append(
                    (root.type, f"its document element {root.name.local} is left out: a type has one")
                )
            else:
                found[root.type] = root.name
        return found

    def _root_aliases(self) -> list[str]:
        """Names for the types that documents of their own element are of, and that the spec does
        not declare.
        """
        found: list[str] = []
        for type_, root in sorted(self._roots.items(), key=lambda each: ordinal(each[1].local)):
            head = self._plan.book.add(root.local)
            try:
                term = self._plan.spelling.named(type_)
            except Unspellable:
                continue
            if isinstance(self._types.get(type_), ClassDefinition):
                self._remarks.append(
                    (type_, f"its document element {root.local} is left out: a closed generic has none")
                )
                continue
            self._said[head] = {"type": str(term), "xml": {"root": _root(root)}}
            found.append(head)
        return found


def _commonest(namespaces: list[str]) -> str:
    counted = Counter(namespaces)
    return min(counted, key=lambda each: (-counted[each], each)) if counted else CONTRACTS


def _namespace_key(namespace: str) -> dict[str, Node]:
    if namespace.startswith(CONTRACTS):
        clr = unquote(namespace.removeprefix(CONTRACTS))
        try:
            if namespace_of_clr(clr) == namespace:
                return {"clr_namespace": clr}
        except ValueError:
            pass
    return {"namespace": namespace}


def _root(name: QName) -> Node:
    return {"name": name.local, "namespace": name.namespace}
