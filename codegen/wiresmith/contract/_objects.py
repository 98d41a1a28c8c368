"""Objects and enums: their members with inheritance, the orders of JSON and XML, and the names
that collide.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from wiresmith.contract import dotnet_names
from wiresmith.contract._conflicts import Conflicts
from wiresmith.contract._contract_rules import ContractRules, initial_value
from wiresmith.contract._enums import build_enum
from wiresmith.contract._naming import Taken, did_you_mean, python_name
from wiresmith.contract._provenance_rules import text
from wiresmith.contract._type_resolver import Instance, TypeResolver, without_name
from wiresmith.contract.constraints import constrained
from wiresmith.contract.documented_values import value_fault
from wiresmith.description import (
    BareType,
    DictType,
    EnumType,
    ListType,
    Member,
    ObjectType,
    Provenance,
    QName,
    Ref,
    Type,
    bare,
    is_nullable,
    with_null,
)
from wiresmith.language import FieldDoc, MemberDoc, Placed, Plain, Problems, TypeDoc, is_true, shown, value_of
from wiresmith.runtime import ABSENT


def check_values(field: FieldDoc, use: Type, enums: Mapping[str, EnumType], problems: Problems) -> None:
    """Report a default and examples that are not values of their own type."""
    enum = enums.get(inner.name) if isinstance(inner := bare(use), Ref) else None
    stated: list[tuple[str, Placed[Plain]]] = [("example", example) for example in field.examples]
    if field.default is not None:
        stated.append(("default", field.default))
    for what, value in stated:
        fault = value_fault(value.value, use, enum)
        if fault is not None:
            problems.add(value.at, f"the {what} of {shown(field.key.value)}: {fault[0]}", fault[1])


_HIDING: Final = (
    "leave it out if it overrides that one (.NET writes it where it was declared first); "
    "if it hides that one, call it otherwise and set xml: {name: …}"
)


def _inherited(parent: ObjectType, heir: Provenance) -> tuple[Member, ...]:
    """The members of a base as those of a type with this provenance."""
    if parent.provenance == heir:
        return parent.members
    resolved = ((member, member.provenance or parent.provenance) for member in parent.members)
    return tuple(replace(member, provenance=said if said != heir else None) for member, said in resolved)


class ObjectBuilder:
    """Builds the types of a contract from their closed declarations, each base before what extends it."""

    def __init__(self, types: TypeResolver, problems: Problems) -> None:
        self.marks = types.marks
        self._types = types
        self._problems = problems
        self.objects: dict[str, ObjectType] = {}
        self.enums: dict[str, EnumType] = {}
        self._conflicts = Conflicts(self.objects, types.xml.same_to_dotnet)
        self._rules = ContractRules(types.xml, problems)
        self._fields: dict[str, list[tuple[MemberDoc, Type]]] = {}

    def build(self, instance: Instance) -> None:
        """Build one type, after its bases."""
        if instance.doc.kind == "enum":
            self.enums[instance.name] = build_enum(instance, self._types.xml, self.marks, self._problems)
            return
        chain = [instance]
        while (base := self._base(chain[-1])) is not None and base.name not in self.objects:
            chain.append(base)
        for each in reversed(chain):
            if each.name not in self.objects:
                self.objects[each.name] = self._object(each)

    def check_values(self) -> None:
        """Check the defaults and examples of all members, once all enums are there."""
        for fields in self._fields.values():
            for field, use in fields:
                check_values(field, use, self.enums, self._problems)
                self._rules.check_member(field, use, self.enums)

    def parent(self, declared: ObjectType) -> ObjectType | None:
        """The type that one of its types extends."""
        return self.objects.get(declared.base) if declared.base is not None else None

    def _base(self, instance: Instance) -> Instance | None:
        if instance.doc.extends is None:
            return None
        use = self._types.use(instance.doc.extends, instance.bindings)
        if use is None or not isinstance(inner := bare(use), Ref):
            return None
        return self._types.instances[inner.name]

    def _object(self, instance: Instance) -> ObjectType:
        doc, xml = instance.doc, self._types.xml
        base = self._base(instance)
        parent = self.objects[base.name] if base is not None else None
        xml.refuse(
            doc.xml,
            ("item_name", "key_name", "value_name", "array"),
            "it is for named lists and dictionaries",
        )
        level = self._rules.level(instance, parent)
        own = self._own(instance, parent)
        said = self.marks.of(doc.provenance)
        inherited = _inherited(parent, said) if parent is not None else ()
        members = (*inherited, *own) if xml.rules.json_base_first else (*own, *inherited)
        if xml.rules.json_by_order:
            members = tuple(
                sorted(members, key=lambda member: -1 if member.xml_order is None else member.xml_order)
            )
        return ObjectType(
            name=instance.name,
            identity=instance.identity,
            doc=text(doc.doc),
            base=base.name if base is not None else None,
            own=own,
            members=self._json_order(instance, members),
            xml_order=tuple(member.attribute for member in self._xml_members(own, parent)),
            root=xml.root_name(doc, instance.xml),
            contract=instance.xml,
            generic=instance.generic,
            known=self._types.known(doc.xml, instance.bindings),
            reference=level.reference,
            value_type=level.value_type,
            extensible=level.extensible,
            typed=self._conflicts.typed(instance.name, own, parent) if xml.rules.levels_share_names else (),
            provenance=said,
        )

    def _own(self, instance: Instance, parent: ObjectType | None) -> tuple[Member, ...]:
        namespace = self._types.xml.type_namespace(instance.doc) if self._types.xml.has_xml else ""
        inherited = {member.wire: member for member in parent.members} if parent is not None else {}
        taken = Taken("members of a type", self._problems)
        elements: dict[QName, str] = {}
        for wire, above in inherited.items():
            taken.add(above.attribute, wire, instance.doc.name.at)
            if above.xml_name is not None and not self._types.xml.rules.levels_share_names:
                elements[above.xml_name] = wire
        own: dict[str, Member] = {}
        for field in instance.doc.fields:
            member = self._member(instance, field, namespace)
            if member is None:
                continue
            at = (field.wire or field.key).at
            if member.wire in inherited:
                self._problems.add(
                    at,
                    f"{shown(member.wire)} is inherited already, from "
                    f"{shown(self.objects[inherited[member.wire].declared_by].identity)}",
                    "a member is declared once",
                    _HIDING if self._types.xml.rules.levels_share_names else "",
                )
                continue
            if member.wire in own:
                self._problems.add(
                    at, f"two members with the wire name {shown(member.wire)}", "a member is declared once"
                )
                continue
            taken.add(member.attribute, member.wire, (field.python or field.key).at)
            own[member.wire] = member
            if member.xml_name is not None:
                other = elements.setdefault(member.xml_name, member.wire)
                if other != member.wire:
                    self._problems.add(
                        at,
                        f"{shown(member.wire)} and {shown(other)} would both be the element "
                        f"{shown(member.xml_name.local)}",
                        "multiple members with the same data member name in one type are not supported",
                        "set xml: {name: …} for one of them",
                    )
        return tuple(own.values())

    def _member(self, instance: Instance, field: MemberDoc, namespace: str) -> Member | None:
        use = self._types.use(field.annotation, instance.bindings)
        if use is None:
            return None
        narrowed = constrained(bare(use), field.constraints, self._problems)
        xml = self._types.xml.allowed(field.xml)
        if narrowed != bare(use):
            use = with_null(without_name(narrowed), is_nullable(use))
        use = self._as_array(self._with_item_name(use, field), field)
        if field.nullable is not None:
            if field.annotation.nullable and not field.nullable.value:
                message = f"nullable: false beside the type {shown(field.annotation.text)}"
                self._problems.add(field.nullable.at, message, "one of them is wrong")
            use = with_null(bare(use), field.nullable.value)
        wire = (field.wire or field.key).value
        self._fields.setdefault(instance.name, []).append((field, use))
        return Member(
            wire=wire,
            attribute=python_name(wire, field.python, "member", (field.wire or field.key).at, self._problems),
            type=use,
            optional=field.optional,
            absent_as_null=is_nullable(use) and not field.optional,
            declared_by=instance.name,
            doc=text(field.doc),
            provenance=self._own_marks(field, instance.doc),
            xml_name=self._xml_name(field, wire, namespace),
            xml_order=value_of(xml.order) if xml is not None else None,
            xml_required=xml is not None and is_true(xml.required),
            xml_emit_default=xml is None or xml.emit_default is None or xml.emit_default.value,
            xml_get_only=xml is not None and is_true(xml.get_only),
            has_xml_initial=xml is not None and xml.initial is not None,
            xml_initial=initial_value(xml),
            default=field.default.value if field.default is not None else ABSENT,
            examples=tuple(example.value for example in field.examples),
        )

    def _own_marks(self, field: MemberDoc, doc: TypeDoc) -> Provenance | None:
        """The provenance of a member; None where it is that of its type."""
        said = self.marks.of(field.provenance, doc.provenance)
        return said if field.provenance is not None and said != self.marks.of(doc.provenance) else None

    def _xml_name(self, field: MemberDoc, wire: str, namespace: str) -> QName | None:
        names = self._types.xml
        if not names.has_xml:
            return None
        given = field.xml.name if field.xml is not None else None
        if given is None:
            return QName(names.local_name(wire, (field.wire or field.key).at), namespace)
        return QName(names.local_name(given.value, given.at), namespace)

    def _with_item_name(self, use: Type, field: MemberDoc) -> Type:
        given = field.xml.item_name if field.xml is not None else None
        if given is None or not self._types.xml.has_xml:
            return use
        at, type_ = given.at, bare(use)
        local = self._types.xml.local_name(given.value, at)
        if isinstance(type_, ListType) and type_.item_name is not None:
            named: BareType = replace(type_, item_name=replace(type_.item_name, local=local))
            return with_null(named, is_nullable(use))
        if isinstance(type_, DictType) and type_.entry_name is not None:
            named = replace(type_, entry_name=replace(type_.entry_name, local=local))
            return with_null(named, is_nullable(use))
        self._problems.add(at, "item_name means nothing here", "it is for lists and dictionaries")
        return use

    def _as_array(self, use: Type, field: MemberDoc) -> Type:
        xml = self._types.xml.allowed(field.xml)
        if xml is None or not is_true(xml.array):
            return use
        if isinstance(inner := bare(use), ListType):
            return with_null(replace(inner, array=True), is_nullable(use))
        self._problems.add(xml.places["array"], "array means nothing here", "it is for lists")
        return use

    def _json_order(self, instance: Instance, members: tuple[Member, ...]) -> tuple[Member, ...]:
        order = instance.doc.json_order
        if order is None:
            return members
        known = {member.wire: member for member in members}
        listed: dict[str, Member] = {}
        for name in order:
            found = known.get(name.value)
            if found is None:
                self._problems.add(
                    name.at,
                    f"json_order has {shown(name.value)}, which is no member of {shown(instance.identity)}",
                    "the wire names of all members are expected, inherited ones too",
                    did_you_mean(name.value, known),
                )
            elif name.value in listed:
                self._problems.add(name.at, f"{shown(name.value)} stands twice in json_order")
            else:
                listed[name.value] = found
        missing = [member.wire for member in members if member.wire not in listed]
        if missing:
            names = ", ".join(shown(wire) for wire in missing[:5]) + (", …" if len(missing) > 5 else "")
            self._problems.add(
                order[0].at if order else instance.doc.name.at,
                f"json_order of {shown(instance.identity)} lacks {names}",
                "the wire names of all members are expected, inherited ones too",
            )
        return (*listed.values(), *(member for member in members if member.wire not in listed))

    def _xml_members(self, own: tuple[Member, ...], parent: ObjectType | None) -> tuple[Member, ...]:
        names = self._types.xml
        if not names.has_xml:
            return ()
        level = list(own)
        if names.rules.xml_by_name:
            level.sort(key=lambda member: dotnet_names.member_order(_local(member), member.xml_order))
        else:
            level.sort(key=lambda member: -1 if member.xml_order is None else member.xml_order)
        return (*(parent.xml_members if parent is not None else ()), *level)


def _local(member: Member) -> str:
    return member.xml_name.local if member.xml_name is not None else member.wire
