"""Reading an element as an object: its members, what it has beyond them, what it lacks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wiresmith.runtime.absent import ABSENT
from wiresmith.runtime.findings import excerpt
from wiresmith.runtime.report import Path
from wiresmith.runtime.schema import Member, ObjectType, QName
from wiresmith.runtime.undeclared import Undeclared
from wiresmith.runtime.xml.reading.initial import zero
from wiresmith.runtime.xml.reading.wording import spelled
from wiresmith.values.qnames import local_name, split_tag

if TYPE_CHECKING:
    from wiresmith.runtime.xml.reading.read import Reader
    from wiresmith.runtime.xml.tree import Element
    from wiresmith.values.xml_elements import XmlElement

_NONE = '""'


class Plan:
    """The members of a class by tag, with their places in contract order.

    ``places`` holds every place of a tag: two levels of a class may each have a member of one name.

    Raises ValueError for a class without an XML form.
    """

    def __init__(self, declared: ObjectType) -> None:
        by_attribute = {member.attribute: member for member in declared.members}
        if len(declared.xml_order) < len(by_attribute):
            raise ValueError(f"{declared.name} has no XML form: its schema has no order for its elements")
        self.extensible = declared.extensible
        self.members = [by_attribute[attribute] for attribute in declared.xml_order]
        self.places: dict[str, list[int]] = {}
        self.by_local_name: dict[str, QName] = {}
        for place, member in enumerate(self.members):
            if member.xml_name is None:
                raise ValueError(
                    f"{declared.name} has no XML form: its member {member.wire} has no element name"
                )
            self.places.setdefault(str(member.xml_name), []).append(place)
            self.by_local_name[member.xml_name.local.lower()] = member.xml_name

    def place(self, tag: str, last: int, taken: set[int]) -> int | None:
        """The member that an element is, in contract order if possible; -1 if all of that name are taken, None if there is none."""
        places = self.places.get(tag)
        if places is None:
            return None
        free = [place for place in places if place not in taken]
        return next((place for place in free if place > last), free[0] if free else -1)


def read_object(
    reader: Reader, element: Element, declared: ObjectType, path: Path, depth: int, instance: Any
) -> None:
    """Fill an instance of an object's class; where anything is wrong, members of it may be missing."""
    plan = reader.plans.get(declared.name)
    if plan is None:
        plan = reader.plans[declared.name] = Plan(declared)
    values: dict[str, Any] = {}
    unknown: list[tuple[int, XmlElement]] = []
    seen: dict[str, int] = {}
    taken: set[int] = set()
    last = -1
    reader.no_text(element.text, path)
    for child in element:
        tag = str(child.tag)
        local = local_name(tag)
        index = seen[local] = seen.get(local, 0) + 1
        place = plan.place(tag, last, taken) if tag in plan.places else None
        if place is None or place < 0:
            kept = None
            if depth < reader.limits.depth and reader.report.is_full:
                kept = reader.keeper.leaf(child)  # there may be millions, of which nothing is said any more
            if kept is not None:
                reader.report.pass_over()
            else:
                here = Path(path, local, index if index > 1 else 0)
                _note(reader, plan, tag, here, place)
                kept = reader.keeper.keep(child, here, depth + 1)
            if kept is not None:
                before = unknown[-1] if unknown else None
                alike = before is not None and before[1] is kept and before[0] == len(taken)
                unknown.append(before if before is not None and alike else (len(taken), kept))
        else:
            here = Path(path, local, index if index > 1 else 0)
            member = plan.members[place]
            if place < last:
                _note_order(reader, plan, member, plan.members[last], here)
            else:
                last = place
            taken.add(place)
            values[member.attribute] = reader.value(child, member.type, here, depth + 1)
        if child.tail:
            reader.no_text(child.tail, path)
    absent = _fill_in(reader, plan, values, path)
    for attribute, value in values.items():
        setattr(instance, attribute, value)
    undeclared = Undeclared(unknown_xml=tuple(unknown), absent=absent) if unknown or absent else None
    instance._undeclared = undeclared


def _note_order(reader: Reader, plan: Plan, member: Member, after: Member, path: Path) -> None:
    """Note a member that is read although it stands behind one that it has to stand before."""
    assert member.xml_name is not None
    assert after.xml_name is not None
    name, behind = member.xml_name.local, f"`{excerpt(after.xml_name.local)}`"
    if member.xml_required:
        message = f"{reader.refuses}the required `{excerpt(name)}` is passed over, it comes after {behind}"
    elif plan.extensible:
        message = f"{reader.taken_for_unknown}out of order after {behind}"
    else:
        message = f"{reader.dropped}out of order after {behind}"
    reader.report.warning(path, "out-of-order", message, f"{spelled(member.xml_name)} before {behind}")


def _note(reader: Reader, plan: Plan, tag: str, path: Path, place: int | None) -> None:
    """Note an element that is no member, or (with a place) one once too often."""
    if reader.report.is_full:
        reader.report.pass_over()
        return
    name = split_tag(tag)
    said = reader.kept if plan.extensible else reader.dropped
    meant = plan.by_local_name.get(name.local.lower())
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


def _fill_in(reader: Reader, plan: Plan, values: dict[str, Any], path: Path) -> frozenset[str]:
    """Give members that are not there their value; the attributes of those that should have been there."""
    if len(values) == len(plan.members):
        return frozenset()
    absent: set[str] = set()
    for member in plan.members:
        if member.attribute in values:
            continue
        name = member.xml_name or QName(member.wire)
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
            reader.report.error(path, "missing-member", message, spelled(name))
    return frozenset(absent)
