"""Reading an element as an object: its members, what it has beyond them, what it lacks."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Any

from wiresmith.description import ObjectType
from wiresmith.runtime.findings import excerpt
from wiresmith.runtime.report import Path
from wiresmith.runtime.undeclared import Undeclared
from wiresmith.runtime.xml.reading._initial import zero
from wiresmith.runtime.xml.reading._shown_names import spelled
from wiresmith.values.absent import ABSENT
from wiresmith.values.qnames import local_name, split_tag

if TYPE_CHECKING:
    from wiresmith.description import Provenance
    from wiresmith.plan.contracts import Contract, Slot
    from wiresmith.plan.members import Members
    from wiresmith.runtime.xml.reading.careful_walk import Walk
    from wiresmith.runtime.xml.tree import Element
    from wiresmith.values.xml_elements import XmlElement

_NONE = '""'


def read_object(
    reader: Walk, element: Element, contract: Contract, path: Path, depth: int, instance: Any
) -> None:
    """Fill an instance of an object's class; where anything is wrong, members of it may be missing."""
    members, slots = contract.members, contract.slots
    declared = contract.declared
    assert isinstance(declared, ObjectType)
    around, marks = reader.said, declared.provenance
    values: dict[str, Any] = {}
    unknown: list[tuple[int, XmlElement]] = []
    doubled: dict[int, str] = {}
    seen: dict[str, int] = {}
    taken: set[int] = set()
    last = -1
    reader.no_text(element.text, path)
    for child in element:
        tag = str(child.tag)
        local = local_name(tag)
        index = seen[local] = seen.get(local, 0) + 1
        place = members.place(tag, last, taken)
        if place is None or place < 0:
            kept = None
            if depth < reader.limits.depth and reader.report.is_full:
                kept = reader.keeper.leaf(child)  # there may be millions, of which nothing is said any more
            if kept is not None:
                reader.report.pass_over()
            else:
                here = Path(path, local, index if index > 1 else 0)
                _note(reader, contract, tag, here, place)
                kept = reader.keeper.keep(child, here, depth + 1)
            if kept is not None:
                if place is not None:
                    doubled[len(unknown)] = tag
                before = unknown[-1] if unknown else None
                alike = before is not None and before[1] is kept and before[0] == len(taken)
                unknown.append(before if before is not None and alike else (len(taken), kept))
        else:
            here = Path(path, local, index if index > 1 else 0)
            slot = slots[place]
            if place < last:
                _note_order(reader, contract, slot, slots[last], here)
            else:
                last = place
            taken.add(place)
            member = slot.member
            assert member is not None
            reader.said = member.provenance or marks
            values[slot.attribute] = reader.value(child, slot, here, depth + 1)
            reader.said = around
        if child.tail:
            reader.no_text(child.tail, path)
    absent = _fill_in(reader, contract, values, path, marks)
    for attribute, value in values.items():
        setattr(instance, attribute, value)
    if doubled:
        unknown = _behind_the_first(unknown, doubled, contract.members, taken)
    undeclared = Undeclared(unknown_xml=tuple(unknown), absent=absent) if unknown or absent else None
    instance._undeclared = undeclared


def _behind_the_first(
    unknown: list[tuple[int, XmlElement]], doubled: dict[int, str], members: Members, taken: set[int]
) -> list[tuple[int, XmlElement]]:
    """The unknown elements with those that repeat a member (by index, their tags) behind it.

    Members are written in their own order, in which one that came first may come later, and what stands first
    is what a reader takes for the value.
    """
    order = sorted(taken)
    placed: list[tuple[int, XmlElement]] = []
    least = 0
    for index, (position, kept) in enumerate(unknown):
        tag = doubled.get(index)
        if tag is not None:
            position = max(position, bisect_right(order, max(members.by_tag[tag])))
        least = max(least, position)
        alike = bool(placed) and placed[-1][1] is kept and placed[-1][0] == least
        placed.append(placed[-1] if alike else (least, kept))
    return placed


def _note_order(reader: Walk, contract: Contract, slot: Slot, after: Slot, path: Path) -> None:
    """Note a member that is read although it stands behind one that it has to stand before."""
    name, behind = slot.local, f"`{excerpt(after.local)}`"
    if slot.member is not None and slot.member.xml_required:
        message = f"{reader.refuses}the required `{excerpt(name)}` is passed over, it comes after {behind}"
    elif contract.extensible:
        message = f"{reader.taken_for_unknown}out of order after {behind}"
    else:
        message = f"{reader.dropped}out of order after {behind}"
    reader.report.warning(path, "out-of-order", message, f"{spelled(slot.name)} before {behind}")


def _note(reader: Walk, contract: Contract, tag: str, path: Path, place: int | None) -> None:
    """Note an element that is no member, or (with a place) one once too often."""
    if reader.report.is_full:
        reader.report.pass_over()
        return
    name = split_tag(tag)
    said = reader.kept if contract.extensible else reader.dropped
    meant = contract.members.by_folded_name.get(name.local.lower())
    code, expected = "unknown-member", "a documented element"
    if place is not None:
        code, message, expected = "duplicate-member", f"a second {spelled(name)}", "one"
    elif meant is None:
        message = f"the unknown element {spelled(name)}"
    elif meant.local == name.local:
        code = "wrong-namespace"
        message = f"namespace {excerpt(name.namespace, 120) or _NONE}"
        expected = excerpt(meant.namespace, 120) or _NONE
    else:
        code, message, expected = "wrong-case", f"the unknown element {spelled(name)}", spelled(meant)
    reader.report.warning(path, code, said + message, expected)


def _fill_in(
    reader: Walk, contract: Contract, values: dict[str, Any], path: Path, marks: Provenance
) -> frozenset[str]:
    """Give members that are not there their value; the attributes of those that should have been there."""
    if len(values) == len(contract.slots):
        return frozenset()
    absent: set[str] = set()
    for slot in contract.slots:
        member, name = slot.member, slot.name
        assert member is not None
        if slot.attribute in values:
            continue
        if member.optional and not member.xml_required:
            values[member.attribute] = ABSENT
            continue
        default = zero(member.type, reader.schema)
        if not member.xml_emit_default and not member.xml_required and default:
            values[member.attribute] = default[0]
        elif member.absent_as_null and not member.xml_required:
            values[member.attribute] = None
            absent.add(member.attribute)
            message = f"no element {name.local}, read as null"
            reader.report.warning(path, "absent-member", message, f"{spelled(name)}, if only as nil")
        else:
            message = f"no element {name.local}"
            if member.xml_required:
                message = f"{reader.refuses}{message}, which is required"
            elif reader.refuses:
                initial = "its default" if default and default[0] is not None else "null"
                message = f"{message} (.NET would read {initial})"
            values[member.attribute] = ABSENT
            said = member.provenance or marks
            reader.broken("presence", path, "missing-member", message, spelled(name), said)
    return frozenset(absent)
