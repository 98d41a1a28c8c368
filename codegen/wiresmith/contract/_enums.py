"""Enums: their values in JSON, XML and Python, and what keeps them apart."""

from __future__ import annotations

from typing import Final

from wiresmith.contract._naming import Taken, python_name
from wiresmith.contract._provenance_rules import Marks, text
from wiresmith.contract._type_resolver import Instance
from wiresmith.contract._xml_names import XmlNames
from wiresmith.description import EnumMember, EnumType
from wiresmith.language import EnumValueDoc, Problems, TypeDoc, is_true, shown, value_of

_OF_COLLECTIONS: Final = ("item_name", "key_name", "value_name", "array")
_OF_CLASSES: Final = ("known_types", "reference", "value_type", "extensible", "generic_parameters")


def build_enum(instance: Instance, names: XmlNames, marks: Marks, problems: Problems) -> EnumType:
    """The enum of a declaration."""
    return _EnumBuilder(instance.doc, names, marks, problems).build(instance)


class _EnumBuilder:
    def __init__(self, doc: TypeDoc, names: XmlNames, marks: Marks, problems: Problems) -> None:
        self._doc = doc
        self._names = names
        self._marks = marks
        self._problems = problems
        self._taken = Taken("values of an enum", problems)
        self._texts: dict[str, EnumValueDoc] = {}

    def build(self, instance: Instance) -> EnumType:
        doc, names = self._doc, self._names
        names.refuse(doc.xml, _OF_COLLECTIONS, "it is for named lists and dictionaries")
        names.refuse(doc.xml, _OF_CLASSES, "it is not for enums")
        self._check_flags()
        values: list[EnumMember] = []
        seen: set[str | int] = set()
        for value in doc.enum:
            wire = value.wire.value
            if wire in seen and value.name is None:
                self._problems.add(
                    value.wire.at, f"{shown(str(wire))} stands twice in the enum {shown(doc.name.value)}"
                )
                continue
            seen.add(wire)
            values.append(self._member(value))
        return EnumType(
            name=instance.name,
            identity=instance.identity,
            doc=text(doc.doc),
            base=doc.enum_base,
            values=tuple(values),
            closed=is_true(doc.closed),
            flags=is_true(doc.flags),
            root=names.root_name(doc, instance.xml),
            contract=instance.xml,
            provenance=self._marks.of(doc.provenance),
        )

    def _member(self, value: EnumValueDoc) -> EnumMember:
        name = value.name or value.wire
        python = python_name(str(name.value), value.python, "enum member", name.at, self._problems)
        self._taken.add(python, str(name.value), (value.python or name).at)
        self._names.allowed(value.xml)
        return EnumMember(
            wire=value.wire.value,
            python=python,
            doc=text(value.doc),
            xml=self._text(value) if self._names.has_xml else None,
        )

    def _text(self, value: EnumValueDoc) -> str:
        """The text in XML: the name, as it is. .NET neither encodes nor checks it."""
        xml, name = value.xml, value.name or value.wire
        given = value_of(xml.name) if xml is not None else None
        if given is None and self._names.rules.names_enum_values and isinstance(name.value, int):
            self._problems.add(
                name.at,
                f"{name.value} has no XML name",
                ".NET writes the name of an enum's value in XML",
                "set xml: {name: …}",
            )
        written = str(name.value) if given is None else given
        if is_true(self._doc.flags) and any(blank in written for blank in " \t\r\n"):
            self._problems.add(
                xml.name.at if xml is not None and xml.name is not None else name.at,
                f"the flag {shown(written)} of {shown(self._doc.name.value)} has a blank",
                "blanks stand between flags in XML, so that nobody can read it back",
                "set xml: {name: …} without blanks",
            )
        if self._texts.setdefault(written, value) is not value:
            self._problems.add(
                name.at,
                f"two values of the enum {shown(self._doc.name.value)} are {shown(written)} in XML",
                "multiple members with the same name in one type are not supported"
                if self._names.rules.reader
                else "",
            )
        return written

    def _check_flags(self) -> None:
        doc = self._doc
        if doc.flags is None or not is_true(doc.flags):
            return
        if doc.enum_base != "int":
            self._problems.add(
                doc.flags.at,
                f"the flags of {shown(doc.name.value)} are text in JSON",
                "integers are expected, which combine with |",
                "write enum: {Name: <number>, …}",
            )
        if is_true(doc.closed):
            self._problems.add(
                doc.flags.at,
                f"the flags {shown(doc.name.value)} are closed",
                "flags have more values than those that are named: their combinations",
                "leave closed out",
            )
