"""Reading an object: its members in contract order, forward only (XmlFormatReaderGenerator.ReadMembers,
GetMemberIndex).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wiresmith.description import ObjectType
from wiresmith.dotnet._extension import read_unknown
from wiresmith.dotnet._initial_values import fresh
from wiresmith.runtime.undeclared import Undeclared
from wiresmith.values.xml_elements import XmlElement

if TYPE_CHECKING:
    from collections.abc import Generator

    from wiresmith.dotnet._context import Marks
    from wiresmith.dotnet._graph_walk import Walk
    from wiresmith.plan.contracts import Contract


def read_object(values: Walk, contract: Contract, marks: Marks) -> Generator[Any, Any, Any]:
    """The object whose element the cursor is at."""
    declared = contract.declared
    assert isinstance(declared, ObjectType)
    context, cursor = values.context, values.context.cursor
    slots, members = contract.slots, contract.members
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
