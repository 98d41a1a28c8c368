"""The annotations of specs for the types of schema files."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from wiresmith.contract.dotnet_names import (
    array_of,
    dictionary_of,
    encode_local_name,
    expanded_name,
    generic_name,
    key_value_of,
    nullable_of,
)
from wiresmith.description import QName
from wiresmith.kinds import by_contract_name, kind_names, kind_of
from wiresmith.values.namespaces import SYSTEM
from wiresmith.xsd._definitions import (
    Argument,
    ClassDefinition,
    Definition,
    DictionaryDefinition,
    Element,
    EnumDefinition,
    Generic,
    ListDefinition,
)
from wiresmith.xsd._terms import Term

PAIR: Final = "KeyValuePair"
_PAIR_NAMESPACE: Final = f"{SYSTEM}.Collections.Generic"
_NULLABLE: Final = ("NullableOf{0}{#}", SYSTEM)
_DEEPEST: Final = 40
"""Types without a declaration in each other; annotations go less deep."""


class Unspellable(Exception):
    """A type that no annotation can spell; the message says why."""


class Spelling:
    """Spells types by name.

    ``heads`` are the names of those that the spec declares, ``closed`` the generics that some are closed
    from.
    """

    def __init__(
        self, types: Mapping[QName, Definition], heads: Mapping[QName, str], closed: Mapping[QName, Generic]
    ) -> None:
        self._types = types
        self._heads = heads
        self._closed = closed
        self._open: set[QName] = set()
        self._values = {PAIR, *(head for name, head in heads.items() if self._is_value(name))}

    def of(self, element: Element) -> Term:
        """The type of an element."""
        term = self.named(element.actual or element.type)
        nullable = element.nillable and not self.is_reference(term)
        return Term(term.head, term.arguments, nullable)

    def named(self, name: QName) -> Term:
        """A type by its name.

        Raises: Unspellable for collections that hold nothing but themselves.
        """
        kind = by_contract_name().get(name)
        if kind is not None and kind.xml_shape != "parts":
            return Term(kind.name)
        definition = self._types.get(name)
        if definition is None:
            raise Unspellable(f"{name.local} is in none of the files")
        if kind is not None:
            return Term(kind.name)
        if name in self._heads and name not in self._closed:
            return Term(self._heads[name])
        if name in self._open:
            raise Unspellable(f"{name.local} holds itself, with no class in between")
        if len(self._open) == _DEEPEST:
            raise Unspellable(f"{name.local} holds types in more than {_DEEPEST} types")
        self._open.add(name)
        try:
            return self._composed(definition)
        finally:
            self._open.remove(name)

    def content(self, definition: ListDefinition | DictionaryDefinition) -> Term:
        """The contents of a collection, whatever its name."""
        if isinstance(definition, ListDefinition):
            return Term("list", (self.of(definition.item),))
        return Term("dict", (self.of(definition.key), self.of(definition.value)))

    def is_computed(self, definition: ListDefinition | DictionaryDefinition) -> bool:
        """Whether a collection has the names and nothing but what .NET gives every collection of
        its items.
        """
        if definition.reference or definition.generic is not None:
            return False
        if isinstance(definition, ListDefinition):
            item = definition.item
            return definition.name == array_of(self.contract(item)) and item.name == item.type.local
        key, value = definition.key, definition.value
        names = self.contract(key), self.contract(value)
        return (
            definition.name == dictionary_of(*names)
            and definition.entry == self.entry(definition)
            and (key.name, value.name) == ("Key", "Value")
        )

    def is_pair(self, definition: Definition) -> bool:
        """Whether it is .NET's KeyValuePair, which specs need not declare."""
        if not isinstance(definition, ClassDefinition) or definition.name.namespace != _PAIR_NAMESPACE:
            return False
        if [element.name for element in definition.elements] != ["key", "value"]:
            return False
        return definition.name.local == generic_name(
            PAIR, [self.contract(each) for each in definition.elements]
        )

    def entry(self, definition: DictionaryDefinition) -> str:
        """The entry element that .NET gives every dictionary of these keys and values."""
        return key_value_of(self.contract(definition.key), self.contract(definition.value)).local

    def contract(self, element: Element) -> QName:
        """The contract name of an item: that of its type, or of Nullable of it."""
        return (
            nullable_of(element.type) if element.nillable and self._is_value(element.type) else element.type
        )

    def is_reference(self, term: Term) -> bool:
        """Whether a type may be null without saying so."""
        if term.head in self._values:
            return False
        return term.head not in kind_names() or kind_of(term.head).is_reference

    def closed_name(self, generic: Generic | Argument) -> QName:
        """The contract name that a generic has with its arguments.

        Raises: Unspellable where its format is none.
        """
        if not generic.arguments:
            return QName(generic.name, generic.namespace)
        names = [self.closed_name(each) for each in generic.arguments]
        try:
            local = expanded_name(generic.name, names, parameter_counts=parameter_counts(generic))
        except ValueError as error:
            raise Unspellable(f"the name {generic.name} of a generic type has {error}") from error
        return QName(encode_local_name(local), generic.namespace)

    def _argument(self, argument: Argument) -> Term:
        if (argument.name, argument.namespace) == _NULLABLE and len(argument.arguments) == 1:
            inner = self._argument(argument.arguments[0])
            return Term(inner.head, inner.arguments, nullable=True)
        return self.named(self.closed_name(argument))

    def _composed(self, definition: Definition) -> Term:
        generic = self._closed.get(definition.name)
        if generic is not None:
            if self.closed_name(generic) != definition.name:
                raise Unspellable(
                    f"{definition.name.local} is not the name that its GenericType annotation gives"
                )
            return Term(
                self._heads[definition.name], tuple(self._argument(each) for each in generic.arguments)
            )
        if isinstance(definition, (ListDefinition, DictionaryDefinition)):
            return self.content(definition)
        assert isinstance(definition, ClassDefinition), "all enums are declared"
        return Term(PAIR, tuple(self.of(element) for element in definition.elements))

    def _is_value(self, name: QName) -> bool:
        kind = by_contract_name().get(name)
        if kind is not None and kind.xml_shape != "parts":
            return not kind.is_reference
        definition = self._types.get(name)
        if isinstance(definition, ClassDefinition):
            return definition.value_type
        return isinstance(definition, EnumDefinition)


def parameter_counts(generic: Generic | Argument) -> tuple[int, ...]:
    """The numbers of parameters of the generic type and of each type around it, innermost first."""
    deepest = max((each.level for each in generic.arguments), default=0)
    levels = generic.levels or deepest + 1
    counts = [sum(each.level == level for each in generic.arguments) for level in range(levels)]
    return tuple(reversed(counts))
