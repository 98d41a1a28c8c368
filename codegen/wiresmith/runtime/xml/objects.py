"""Reading an element as an object: its members, what it has beyond them, what it lacks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wiresmith.runtime.absent import ABSENT
from wiresmith.runtime.schema import Member, Nullable, ObjectType, QName, Scalar
from wiresmith.runtime.undeclared import Undeclared, XmlElement
from wiresmith.runtime.xml.attributes import attributes_of, resolve
from wiresmith.runtime.xml.namespaces import TYPE, local_name, spelled, split_tag
from wiresmith.runtime.xml.report import Path
from wiresmith.runtime.xml.tree import is_blank

if TYPE_CHECKING:
    from wiresmith.runtime.xml.read import Reader
    from wiresmith.runtime.xml.tree import Element

IN_ORDER = "contract order: .NET's reader would lose its value silently"


class Plan:
    """The members of a class by tag, with their place in contract order.

    Raises ValueError for a class without an XML form.
    """

    def __init__(self, declared: ObjectType) -> None:
        by_attribute = {member.attribute: member for member in declared.members}
        if len(declared.xml_order) < len(by_attribute):
            raise ValueError(f"{declared.name} has no XML form: its schema has no order for its elements")
        self.members = [by_attribute[attribute] for attribute in declared.xml_order]
        self.by_tag: dict[str, tuple[int, Member]] = {}
        self.by_local_name: dict[str, QName] = {}
        for place, member in enumerate(self.members):
            if member.xml_name is None:
                raise ValueError(
                    f"{declared.name} has no XML form: its member {member.wire} has no element name"
                )
            self.by_tag[str(member.xml_name)] = (place, member)
            self.by_local_name[member.xml_name.local.lower()] = member.xml_name


def read_object(reader: Reader, element: Element, declared: ObjectType, path: Path, depth: int) -> Any:
    """Make an instance of an object's class; where anything is wrong, members of it may be missing."""
    plan = reader.plans.get(declared.name)
    if plan is None:
        plan = reader.plans[declared.name] = Plan(declared)
    report = reader.report
    by_tag = plan.by_tag
    values: dict[str, Any] = {}
    unknown: list[tuple[int, XmlElement]] = []
    seen: dict[str, int] = {}
    last = -1
    reader.no_text(element.text, path)
    for child in element:
        tag = str(child.tag)
        local = local_name(tag)
        index = seen[local] = seen.get(local, 0) + 1
        here = Path(path, local, index if index > 1 else 0)
        known = by_tag.get(tag)
        if known is None:
            _note_unknown(reader, plan, tag, here)
            kept = _keep(reader, child, here, depth + 1)
            if kept is not None:
                unknown.append((len(values), kept))
        else:
            place, member = known
            if member.attribute in values:
                report.error(here, "duplicate-member", f"a second {local}", "one")
            else:
                if place < last:
                    after = plan.members[last].xml_name
                    report.warning(
                        here, "out-of-order", f"{local} after {after.local if after else ''}", IN_ORDER
                    )
                else:
                    last = place
                values[member.attribute] = reader.value(child, member.type, here, depth + 1)
        if child.tail:
            reader.no_text(child.tail, path)
    absent = _fill_in(reader, plan, values, path)
    instance = object.__new__(declared.cls)
    for attribute, value in values.items():
        setattr(instance, attribute, value)
    undeclared = Undeclared(unknown_xml=tuple(unknown), absent=absent) if unknown or absent else None
    instance._undeclared = undeclared
    return instance


def _note_unknown(reader: Reader, plan: Plan, tag: str, path: Path) -> None:
    name = split_tag(tag)
    meant = plan.by_local_name.get(name.local.lower())
    code = "wrong-namespace" if meant is not None and meant.local == name.local else "unknown-member"
    expected = "a documented element" if meant is None else spelled(meant)
    reader.report.warning(path, code, f"the unknown element {spelled(name)}", expected)


def _fill_in(reader: Reader, plan: Plan, values: dict[str, Any], path: Path) -> frozenset[str]:
    """Give members that are not there their value; the attributes of those that should have been there."""
    if len(values) == len(plan.members):
        return frozenset()
    absent: set[str] = set()
    for member in plan.members:
        if member.attribute in values:
            continue
        name = member.xml_name or QName(member.wire)
        if member.optional:
            values[member.attribute] = ABSENT
        elif not member.xml_emit_default and not member.xml_required and (default := _default(member)):
            values[member.attribute] = default[0]
        elif member.absent_as_null and not member.xml_required:
            values[member.attribute] = None
            absent.add(member.attribute)
            message = f"no element {name.local}, read as null"
            reader.report.warning(path, "absent-member", message, f"{spelled(name)}, if only as nil")
        else:
            reader.report.error(path, "missing-member", f"no element {name.local}", spelled(name))
    return frozenset(absent)


def _default(member: Member) -> tuple[Any] | None:
    """What ``EmitDefaultValue=false`` leaves out, for types where that is one Python value."""
    if isinstance(member.type, Nullable):
        return (None,)
    if isinstance(member.type, Scalar):
        kind = member.type.kind
        if kind == "bool":
            return (False,)
        if kind == "number" or kind.startswith(("int", "uint")):
            return (0,)
        if kind.startswith("float"):
            return (0.0,)
    return None


def _keep(reader: Reader, element: Element, path: Path, depth: int) -> XmlElement | None:
    """An unknown element as it is; white space between elements and prefixes are not part of it."""
    if reader.too_deep(path, depth):
        return None
    attributes: list[tuple[QName, str]] = []
    for tag, value in attributes_of(reader, element, path):
        if tag == TYPE:
            name = resolve(element, value)
            if name is None:
                reader.report.error(path, "unknown-prefix", f"i:type={value!r}", "a prefix that is declared")
                return None
            value = str(name)
        attributes.append((split_tag(tag), reader.original(value)))
    content: list[str | XmlElement] = []
    texts = [element.text, *(child.tail for child in element)] if len(element) else [element.text]
    spaced = len(element) > 0 and all(is_blank(text) for text in texts)
    seen: dict[str, int] = {}
    if element.text and not spaced:
        content.append(reader.original(element.text))
    for child in element:
        local = local_name(str(child.tag))
        index = seen[local] = seen.get(local, 0) + 1
        kept = _keep(reader, child, Path(path, local, index), depth + 1)
        if kept is None:
            return None
        content.append(kept)
        if child.tail and not spaced:
            content.append(reader.original(child.tail))
    return XmlElement(split_tag(str(element.tag)), tuple(attributes), tuple(content))
