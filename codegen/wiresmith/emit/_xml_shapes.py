"""The shapes of a contract's types in XML: text, elements inside an element, or something only the exact
writer knows.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeGuard

from wiresmith.description import (
    BareType,
    Contract,
    DictType,
    EnumType,
    ListType,
    ObjectType,
    Ref,
    Scalar,
)
from wiresmith.kinds import kind_of
from wiresmith.plan.contracts import Contract as Planned
from wiresmith.plan.contracts import Slot, contracts_of

Leaf = Scalar | EnumType
"""The content of an element that holds a text."""
Nested = ObjectType | ListType | DictType | Scalar
"""The content of an element that holds elements; among scalars only a ``datetimeoffset``, which .NET writes
as an object.
"""
Resolved = ObjectType | EnumType | ListType | DictType | Scalar

_MOST_KNOWN = 16
"""More classes than this at one place are left to the exact writer; each would be written out there."""


class Shapes:
    """Answers for one API, out of what the plan says of its types."""

    def __init__(self, contract: Contract) -> None:
        self._contract = contract
        self._contracts = contracts_of(contract)
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

    def planned(self, type_: BareType | ObjectType | EnumType) -> Planned:
        """What the plan says of a type."""
        return self._contracts.of(Ref(type_.name) if isinstance(type_, ObjectType | EnumType) else type_)

    def is_object(self, resolved: Resolved) -> bool:
        """Is this .NET's object, whose value says with ``i:type`` what it is?"""
        return self._typed and self.planned(resolved).kind == "open"

    def is_value_type(self, resolved: Resolved) -> bool:
        """Is this one of .NET's types that are never null by themselves?"""
        return self.planned(resolved).value_type

    def is_elsewhere(self, resolved: Nested) -> bool:
        """Is the content of this type never one fixed shape?

        Then only the exact reader and writer know it.
        """
        if isinstance(resolved, ObjectType) and len(resolved.xml_order) < len(resolved.members):
            return True  # it has no XML form at all
        planned = self.planned(resolved)
        slots: Sequence[Slot] = ()
        match planned.kind:
            case "object":
                slots = planned.slots
            case "list":
                slots = (planned.item,)
            case "dict":
                slots = planned.entry[1:]
            case _:
                pass
        return planned.reference or any(slot.typed or slot.contract.is_name for slot in slots)

    def stand_ins(self, type_: BareType, around: Nested, known: frozenset[str]) -> list[ObjectType]:
        """The classes whose objects may stand where this type is declared, as far as that is sure at every
        such place.

        ``around`` is the object or collection that the place belongs to, ``known`` what is known there
        besides.
        """
        declared = self.planned(type_)
        if not self._has_known or not (declared.kind == "object" or self.is_object(self.resolve(type_))):
            return []
        everywhere = {contract.class_name for contract in self._contracts.api_known.values()}
        everywhere |= known | self.planned(around).known_classes
        found: list[ObjectType] = []
        for candidate in self._contract.types.values():
            if not isinstance(candidate, ObjectType):
                continue
            planned = self.planned(candidate)
            fits = declared.kind == "open" or (planned is not declared and planned.extends(declared))
            is_known = candidate.name in everywhere or candidate.name in planned.known_classes
            if fits and is_known and planned.name.namespace:
                found.append(candidate)
        return found if len(found) <= _MOST_KNOWN else []


def is_leaf(resolved: Resolved) -> TypeGuard[Leaf]:
    """Is a value of this type one text?"""
    if isinstance(resolved, Scalar):
        return kind_of(resolved.kind).xml_shape != "parts"
    return isinstance(resolved, EnumType)
