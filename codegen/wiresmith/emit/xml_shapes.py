"""What the types of a contract are in XML: text, elements inside an element, or something only the exact writer knows."""

from __future__ import annotations

from typing import TypeGuard

from wiresmith.description import (
    BareType,
    Contract,
    DictType,
    EnumType,
    ListType,
    ObjectType,
    QName,
    Ref,
    Scalar,
    bare,
)
from wiresmith.values.namespaces import SYSTEM

Leaf = Scalar | EnumType
"""What an element holds as text."""
Nested = ObjectType | ListType | DictType | Scalar
"""What an element holds as elements; of scalars only a ``datetimeoffset``, which .NET writes as an object."""
Resolved = ObjectType | EnumType | ListType | DictType | Scalar

_NULLABLE = frozenset({"str", "uri", "bytes", "qname", "any"})
_MOST_KNOWN = 16
"""More classes than this at one place are left to the exact writer; each would be written out there."""


class Shapes:
    """Answers for one contract."""

    def __init__(self, contract: Contract) -> None:
        self._contract = contract
        self._typed = contract.rules.any_says_its_type
        self._has_known = bool(contract.known) or any(
            isinstance(declared, ObjectType) and declared.known for declared in contract.types.values()
        )

    def resolve(self, type_: BareType) -> Resolved:
        """The declaration behind a named type."""
        return self._contract.types[type_.name] if isinstance(type_, Ref) else type_

    def nested(self, type_: BareType) -> Nested:
        """The declaration of a type that is elements inside an element.

        Raises:
            TypeError: for any other type.
        """
        resolved = self.resolve(type_)
        if isinstance(resolved, EnumType) or is_leaf(resolved):
            raise TypeError(f"{resolved!r} is text in XML")
        return resolved

    def contract_name(self, type_: BareType) -> QName | None:
        """What ``i:type`` says of an object or collection; None for scalars and enums, whose elements declare nothing."""
        resolved = self.resolve(type_)
        if isinstance(resolved, Scalar):
            return QName("DateTimeOffset", SYSTEM) if resolved.kind == "datetimeoffset" else None
        return None if isinstance(resolved, EnumType) else resolved.contract or resolved.root

    def contract_namespace(self, type_: BareType) -> str | None:
        """The namespace that an element of this declared type may have to declare; None for scalars and enums."""
        name = self.contract_name(type_)
        return name.namespace if name is not None else None

    def item_namespace(self, type_: BareType) -> str | None:
        """The namespace that a list declares besides its own: that of its items."""
        resolved = self.resolve(type_)
        return self.contract_namespace(bare(resolved.item)) if isinstance(resolved, ListType) else None

    def is_object(self, resolved: Resolved) -> bool:
        """Is this .NET's object, whose value says with ``i:type`` what it is?"""
        return self._typed and isinstance(resolved, Scalar) and resolved.kind == "any"

    def is_value_type(self, resolved: Resolved) -> bool:
        """Is this one of .NET's types that are never null by themselves?"""
        match resolved:
            case Scalar():
                return resolved.kind not in _NULLABLE
            case ObjectType():
                return resolved.value_type
            case _:
                return isinstance(resolved, EnumType)

    def is_elsewhere(self, resolved: Nested) -> bool:
        """Is the content of this type never one fixed shape? Then only the exact reader and writer know it."""
        match resolved:
            case ObjectType():
                return (
                    resolved.reference
                    or bool(resolved.typed)
                    or any(self._is_qname(bare(member.type)) for member in resolved.xml_members)
                )
            case ListType():
                return resolved.reference or self._is_qname(bare(resolved.item))
            case DictType():
                return resolved.reference or any(
                    self._is_qname(bare(use)) for use in (resolved.key, resolved.value)
                )
            case Scalar():
                return False

    def _is_qname(self, type_: BareType) -> bool:
        return isinstance(type_, Scalar) and type_.kind == "qname"

    # --- known types ---

    def declared_known(self, resolved: Nested) -> frozenset[str]:
        """The classes that a type and the levels it extends declare to be known, and those that these do."""
        found: set[str] = set()
        pending = list(self._own_known(resolved))
        while pending:
            type_ = pending.pop()
            if isinstance(type_, Ref):
                if type_.name in found:
                    continue
                found.add(type_.name)
            known = self.resolve(type_)
            if not isinstance(known, EnumType):
                pending.extend(self._own_known(known))
        return frozenset(found)

    def _own_known(self, resolved: Nested) -> tuple[BareType, ...]:
        if isinstance(resolved, Scalar):
            return ()
        known = resolved.known
        if isinstance(resolved, ObjectType) and resolved.base is not None:
            base = self._contract.types.get(resolved.base)
            return (*known, *self._own_known(base)) if isinstance(base, ObjectType) else known
        return known

    def stand_ins(self, type_: BareType, around: Nested, known: frozenset[str]) -> list[ObjectType]:
        """The classes whose objects may stand where this type is declared, as far as that is sure at every such place.

        ``around`` is the object or collection that the place belongs to, ``known`` what is known there besides.
        """
        resolved = self.resolve(type_)
        if not self._has_known or not (isinstance(resolved, ObjectType) or self.is_object(resolved)):
            return []
        everywhere = {given.name for given in self._contract.known if isinstance(given, Ref)}
        everywhere |= known | self.declared_known(around)
        for identity in tuple(everywhere):
            declared = self._contract.types[identity]
            if isinstance(declared, ObjectType):
                everywhere |= self.declared_known(declared)
        found = [
            declared
            for declared in self._contract.types.values()
            if isinstance(declared, ObjectType)
            and declared is not resolved
            and (not isinstance(resolved, ObjectType) or self._extends(declared, resolved))
            and (declared.name in everywhere or declared.name in self.declared_known(declared))
            and (name := declared.contract or declared.root) is not None
            and name.namespace
        ]
        return found if len(found) <= _MOST_KNOWN else []

    def _extends(self, declared: ObjectType, ancestor: ObjectType) -> bool:
        base = declared.base
        while base is not None:
            if base == ancestor.name:
                return True
            level = self._contract.types.get(base)
            base = level.base if isinstance(level, ObjectType) else None
        return False


def is_leaf(resolved: Resolved) -> TypeGuard[Leaf]:
    """Is a value of this type one text?"""
    if isinstance(resolved, Scalar):
        return resolved.kind != "datetimeoffset"
    return isinstance(resolved, EnumType)
