"""Which type an ``i:type`` means: primitives, and the known types in scope.

A type other than the declared one has to be known: declared as such by a type whose element is open, by the declared type itself, or for the
whole API; or it is the type of the document, or of its items. Source: XmlObjectSerializerContext.ResolveDataContractFromKnownTypes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiresmith.kinds import kind_of
from wiresmith.plan.contract_names import built_in_types, contract_name, type_names
from wiresmith.runtime.schema import DictType, ListType, Nullable, ObjectType, QName, Ref, Scalar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiresmith.runtime.schema import Schema, Type

ANY = Scalar(kind="any")


class KnownTypes:
    """The types that ``i:type`` may name while one document is read."""

    def __init__(self, schema: Schema, document: Type) -> None:
        self._schema = schema
        self._document = document
        self._tables: dict[str | int, dict[QName, Type]] = {}
        self._repeated: dict[str | int, tuple[frozenset[QName], Type]] = {}
        """With the types themselves, so that their ids stay theirs."""
        self._open: list[dict[QName, Type]] = []
        self._everywhere = self._closure(schema.known)

    def enter(self, type: Ref | ListType | DictType) -> bool:
        """An element of this type is open from now on; whether ``leave`` has to be called for it."""
        table = self._table(type)
        if table:
            self._open.append(table)
        return bool(table)

    def leave(self) -> None:
        """The last element that was entered is closed."""
        self._open.pop()

    def find(self, name: QName, declared: Type) -> Type | None:
        """The type of this contract name where ``declared`` (not Nullable) is expected; None if none is known there."""
        if declared is not ANY and name in self._names(declared):
            return declared
        primitive = built_in_types().get(name)
        if primitive is not None:
            return primitive
        tables = [self._everywhere, *self._open]
        if not isinstance(declared, Scalar | Nullable):
            tables.append(self._table(declared))
        known = next((table[name] for table in reversed(tables) if name in table), None)
        return known or self._of_document(name)

    def _names(self, declared: Type) -> frozenset[QName]:
        """By which names ``i:type`` may repeat a declared type."""
        key = declared.name if isinstance(declared, Ref) else id(declared)
        found = self._repeated.get(key)
        if found is None:
            others = kind_of(declared.kind).also_read if isinstance(declared, Scalar) else ()
            found = self._repeated[key] = (type_names(declared, self._schema).union(others), declared)
        return found[0]

    def _of_document(self, name: QName) -> Type | None:
        """The type of the document, or of its items, those of its items…, if this is its name."""
        type_: Type = self._document
        while True:
            while isinstance(type_, Nullable):
                type_ = type_.type
            if contract_name(type_, self._schema) == name:
                return type_
            if not isinstance(type_, ListType):
                return None
            type_ = type_.item

    def _table(self, type_: Ref | ListType | DictType) -> dict[QName, Type]:
        key = type_.name if isinstance(type_, Ref) else id(type_)
        table = self._tables.get(key)
        if table is None:
            table = self._tables[key] = self._closure(tuple(self._declared_by(type_)))
        return table

    def _closure(self, types: tuple[Type, ...]) -> dict[QName, Type]:
        """These types and those that they make known, by name."""
        table: dict[QName, Type] = {}
        waiting = list(reversed(types))
        while waiting:
            type_ = waiting.pop()
            while isinstance(type_, Nullable):
                type_ = type_.type
            name = contract_name(type_, self._schema)
            if name is not None and name not in table:
                table[name] = type_
                waiting.extend(self._declared_by(type_))
        return table

    def _declared_by(self, type_: Type) -> Iterator[Type]:
        """What a type and those that it extends declare as known."""
        if isinstance(type_, ListType | DictType):
            yield from type_.known
        elif isinstance(type_, Ref):
            for level in levels(type_.name, self._schema):
                yield from level.known


def levels(name: str, schema: Schema) -> Iterator[ObjectType]:
    """A class and those that it extends, itself first; nothing for an enumeration."""
    met: set[str] = set()
    next_name: str | None = name
    while next_name is not None and next_name not in met:
        met.add(next_name)
        described = schema.by_name[next_name]
        if not isinstance(described, ObjectType):
            return
        yield described
        next_name = described.base


def stands_for(type_: Type, declared: Type, schema: Schema) -> bool:
    """Whether a value of a type may stand where another is declared: the same one, one that extends it, or anything for ``any``."""
    if isinstance(declared, Scalar) and declared.kind == "any":
        return True
    if isinstance(type_, Ref) and isinstance(declared, Ref):
        return type_.name == declared.name or any(
            level.name == declared.name for level in levels(type_.name, schema)
        )
    if isinstance(type_, Scalar) and isinstance(declared, Scalar):
        return kind_of(type_.kind).contract_name == kind_of(declared.kind).contract_name
    return type(type_) is type(declared) and contract_name(type_, schema) == contract_name(declared, schema)
