"""The facts of .NET's data contracts about classes and members besides names: references, structs, extension
data, constructors.

Each rule that .NET enforces when it imports a contract is enforced here, in its words
(ClassDataContract.EnsureIsReferenceImported and ImportDataMembers).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from wiresmith.contract._type_resolver import Instance, is_value_type
from wiresmith.contract._xml_names import XmlNames
from wiresmith.contract.documented_values import value_fault
from wiresmith.description import DictType, EnumType, ListType, Literal_, ObjectType, Ref, Type, bare
from wiresmith.language import MemberDoc, MemberXmlDoc, Placed, Problems, TypeDoc, TypeXmlDoc, is_true, shown


@dataclass(frozen=True, slots=True)
class Level:
    """The facts of one class, by its own words and those of its base."""

    reference: bool
    value_type: bool
    extensible: bool


class ContractRules:
    """Checks the classes of one API."""

    def __init__(self, names: XmlNames, problems: Problems) -> None:
        self._names = names
        self._problems = problems

    def level(self, instance: Instance, parent: ObjectType | None) -> Level:
        """The facts of a class: whether it is written once and referred to, a struct, or keeps unknown
        elements.
        """
        doc = instance.doc
        xml = self._names.allowed(doc.xml)
        value_type = is_value_type(doc)
        if value_type and doc.extends is not None:
            self._problems.add(
                doc.extends.at,
                f"the value type {shown(doc.name.value)} extends {shown(doc.extends.text)}",
                "a struct of .NET has no base",
            )
        if parent is not None and parent.value_type and doc.extends is not None:
            self._problems.add(
                doc.extends.at,
                f"{shown(doc.name.value)} extends the value type {shown(parent.name)}",
                "nothing derives from a struct of .NET",
            )
        extensible = xml is not None and is_true(xml.extensible)
        level = Level(
            reference=self._reference(doc, xml, parent),
            value_type=value_type,
            extensible=extensible or (parent is not None and parent.extensible),
        )
        if level.reference and value_type:
            self._problems.add(
                xml.places.get("reference", doc.name.at) if xml is not None else doc.name.at,
                f"value type {shown(doc.name.value)} cannot have the IsReference setting of 'True'",
                "a class is expected",
                "change reference to false, or leave it out",
            )
        if level.reference:
            self._check_required(doc)
        return level

    def _reference(self, doc: TypeDoc, xml: TypeXmlDoc | None, parent: ObjectType | None) -> bool:
        said = xml.reference if xml is not None else None
        if parent is None:
            return is_true(said)
        if said is not None and said.value is not parent.reference:
            self._problems.add(
                said.at,
                f"the IsReference setting for type {shown(doc.name.value)} is '{said.value}', but the same "
                "setting for its parent class "
                f"{shown(parent.name)} is '{parent.reference}'",
                "derived types must have the same value for IsReference as the base type",
                "leave reference out: it is inherited",
            )
        return parent.reference

    def _check_required(self, doc: TypeDoc) -> None:
        for field in doc.fields:
            required = field.xml.required if field.xml is not None else None
            if required is not None and required.value:
                self._problems.add(
                    required.at,
                    f"{shown(f'{doc.name.value}.{field.key.value}')} has the IsRequired setting of 'True', "
                    "and "
                    f"{shown(doc.name.value)} the IsReference setting of 'True'",
                    "set IsRequired to false, or disable IsReference",
                )

    def check_member(self, field: MemberDoc, use: Type, enums: Mapping[str, EnumType]) -> None:
        """Check what a member says about its setter and about what the constructor gives it."""
        xml = self._names.allowed(field.xml)
        if xml is None:
            return
        if is_true(xml.get_only) and not isinstance(bare(use), ListType | DictType):
            self._problems.add(
                xml.places["get_only"],
                f"no set method for property {shown(field.key.value)}: it is no collection",
                "get_only is for lists and dictionaries",
            )
        if xml.initial is None:
            return
        if isinstance(xml.initial, Placed):
            self._check_initial(field, xml, use, enums)
        elif isinstance(inner := bare(use), ListType):
            self._check_initial(field, xml, inner.item, enums)
        elif not (isinstance(inner, DictType) and not xml.initial):
            self._problems.add(
                xml.places["initial"],
                f"the initial value of {shown(field.key.value)} is a list",
                "a list is for lists, and an empty one for dictionaries",
            )

    def _check_initial(
        self, field: MemberDoc, xml: MemberXmlDoc, use: Type, enums: Mapping[str, EnumType]
    ) -> None:
        assert xml.initial is not None
        enum = enums.get(inner.name) if isinstance(inner := bare(use), Ref) else None
        for value in (xml.initial,) if isinstance(xml.initial, Placed) else xml.initial:
            fault = value_fault(value.value, use, enum)
            if fault is not None:
                self._problems.add(
                    value.at, f"the initial value of {shown(field.key.value)}: {fault[0]}", fault[1]
                )


def initial_value(xml: MemberXmlDoc | None) -> Literal_ | tuple[Literal_, ...]:
    """The value that the constructor gives a member, as the contract has it; a list is a tuple."""
    if xml is None or xml.initial is None:
        return None
    if isinstance(xml.initial, Placed):
        return xml.initial.value
    return tuple(each.value for each in xml.initial)
