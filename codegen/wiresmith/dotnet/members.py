"""Reading an object: its members in contract order, forward only (XmlFormatReaderGenerator.ReadMembers, GetMemberIndex)."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Any

from wiresmith.dotnet.defaults import fresh
from wiresmith.dotnet.extension import read_unknown
from wiresmith.runtime.schema import ObjectType, QName
from wiresmith.runtime.undeclared import Undeclared
from wiresmith.values.xml_elements import XmlElement

if TYPE_CHECKING:
    from collections.abc import Generator

    from wiresmith.dotnet.context import Marks
    from wiresmith.dotnet.values import Values
    from wiresmith.plan.contracts import Contract


class Members:
    """The members of a class by element, with their places in contract order."""

    def __init__(self, names: list[QName], required: list[bool]) -> None:
        self.names = names
        self.required = required
        self._places: dict[QName, list[int]] = {}
        for place, name in enumerate(names):
            self._places.setdefault(name, []).append(place)

    def find(self, name: QName, after: int) -> int | None:
        """The place of the member with that element, behind another place."""
        places = self._places.get(name)
        if places is None:
            return None
        at = bisect_right(places, after)
        return places[at] if at < len(places) else None

    def next_required(self, start: int) -> int:
        """The first required member from a place on; as many as there are members if there is none."""
        return next(
            (place for place in range(start, len(self.names)) if self.required[place]), len(self.names)
        )

    def passed_over(self, last: int, required: int) -> list[str]:
        """The members that could have come behind the last one."""
        return [name.local for name in self.names[last + 1 : min(required, len(self.names) - 1) + 1]]


def read_object(values: Values, contract: Contract, marks: Marks) -> Generator[Any, Any, Any]:
    """The object whose element the cursor is at."""
    declared = contract.declared
    assert isinstance(declared, ObjectType)
    context, cursor = values.context, values.context.cursor
    slots = [slot for level in contract.levels for slot in level]
    members = values.members_of(contract)
    instance = fresh(contract)
    context.add(marks.id, instance, contract)
    context.count(len(slots))
    unknown: list[tuple[int, XmlElement]] = []
    last, required = -1, members.next_required(0)
    cursor.read()
    while cursor.move_to_content() != "EndElement":
        if cursor.kind != "Element":
            raise context.unexpected()
        place = members.find(cursor.name, last)
        if place is None:
            if declared.extensible:
                unknown.append((last + 1, read_unknown(context)))
            else:
                context.marks()
                cursor.skip()
            continue
        if required < place:
            raise context.missing(members.passed_over(last, required))
        slot = slots[place]
        member = slot.member
        assert member is not None
        if slot.contract.kind == "scalar":
            setattr(instance, member.attribute, values.primitive(slot.contract, nullable=slot.nullable))
        elif member.xml_get_only:
            yield values.into(slot.contract, getattr(instance, member.attribute))
        else:
            setattr(instance, member.attribute, (yield values.value(slot.contract, nullable=slot.nullable)))
        if members.required[place]:
            required = members.next_required(place + 1)
        last = place
    if required < len(slots):
        raise context.missing(members.passed_over(last, required))
    cursor.read_end()
    if unknown:
        instance._undeclared = Undeclared(unknown_xml=tuple(unknown))
    return instance
