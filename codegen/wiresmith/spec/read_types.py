"""Declared types: checked nodes become `TypeDoc` records."""

from __future__ import annotations

import re
from typing import Literal

from wiresmith.spec.document import EnumValueDoc, Placed, ProvenanceDoc, TypeDoc
from wiresmith.spec.problem import Problems, shown
from wiresmith.spec.read_fields import (
    entries,
    placed_flag,
    placed_text,
    placed_texts,
    read_constraints,
    read_fields,
    read_provenance,
    read_type,
    read_xml,
)
from wiresmith.spec.scalars import meaning
from wiresmith.spec.yaml_nodes import Mapping, Node, Scalar, Sequence


def read_types(node: Node | None, of_file: ProvenanceDoc | None, problems: Problems) -> list[TypeDoc]:
    """The ``types:`` of one file; ``of_file`` is the provenance of those that say none themselves."""
    return [_read_type(key, value, of_file, problems) for key, value in entries(node)]


def _read_type(key: Scalar, node: Node, of_file: ProvenanceDoc | None, problems: Problems) -> TypeDoc:
    name, _, rest = key.text.partition("[")
    parameters = tuple(re.findall(r"\w+", rest))
    for position, parameter in enumerate(parameters):
        if parameter in parameters[:position]:
            problems.add(key.at, f"the type variable {shown(parameter)} stands twice in {shown(key.text)}")
    placed = Placed(name, key.at)
    if not isinstance(node, Mapping):
        return TypeDoc(name=placed, parameters=parameters, kind="object", provenance=of_file)
    doc, python = placed_text(node.get("doc")), placed_text(node.get("python"))
    xml, provenance = read_xml(node.get("xml")), read_provenance(node) or of_file
    if (values := node.get("enum")) is not None:
        enum = _read_enum(values, problems)
        closed = placed_flag(node.get("closed"))
        return TypeDoc(
            name=placed,
            parameters=parameters,
            kind="enum",
            doc=doc,
            python=python,
            enum=enum,
            enum_base=_enum_base(enum, placed_text(node.get("base")), problems),
            closed=closed is not None and closed.value,
            xml=xml,
            provenance=provenance,
        )
    if (alias := node.get("type")) is not None:
        return TypeDoc(
            name=placed,
            parameters=parameters,
            kind="alias",
            doc=doc,
            python=python,
            alias=read_type(alias, alias.at, problems),
            constraints=read_constraints(node, problems),
            xml=xml,
            provenance=provenance,
        )
    extends, order = node.get("extends"), node.get("json_order")
    return TypeDoc(
        name=placed,
        parameters=parameters,
        kind="object",
        doc=doc,
        python=python,
        extends=read_type(extends, extends.at, problems) if isinstance(extends, Scalar) else None,
        fields=read_fields(node.get("fields"), problems),
        json_order=_read_order(order, problems) if isinstance(order, Sequence) else None,
        xml=xml,
        provenance=provenance,
    )


def _read_order(node: Sequence, problems: Problems) -> tuple[Placed[str], ...]:
    first: dict[str, Placed[str]] = {}
    for name in placed_texts(node):
        if name.value in first:
            problems.add(name.at, f"{shown(name.value)} stands twice in json_order")
        else:
            first[name.value] = name
    return tuple(first.values())


def _read_enum(node: Node, problems: Problems) -> tuple[EnumValueDoc, ...]:
    found: dict[str, EnumValueDoc] = {}
    pairs = entries(node)
    if isinstance(node, Sequence):
        pairs = tuple((item, item) for item in node.items if isinstance(item, Scalar))
    for key, facts in pairs:
        value = meaning(key)
        wire = Placed(value if isinstance(value, int) and not isinstance(value, bool) else key.text, key.at)
        if key.text in found:
            problems.add(key.at, f"{shown(key.text)} stands twice in the enum")
        elif isinstance(facts, Mapping):
            found[key.text] = EnumValueDoc(
                wire=wire,
                doc=placed_text(facts.get("doc")),
                python=placed_text(facts.get("python")),
                xml=read_xml(facts.get("xml")),
            )
        else:
            found[key.text] = EnumValueDoc(wire=wire)
    return tuple(found.values())


def _enum_base(
    values: tuple[EnumValueDoc, ...], base: Placed[str] | None, problems: Problems
) -> Literal["str", "int"]:
    wanted: Literal["str", "int"] = "int" if values and isinstance(values[0].wire.value, int) else "str"
    if base is not None:
        wanted = "int" if base.value == "int" else "str"
    for value in values:
        wire = value.wire
        if wanted == "str" and isinstance(wire.value, int):
            hint = f'quote it: "{wire.value}"'
            problems.add(wire.at, f"{wire.value} is an integer in an enum of text", "", hint)
        elif wanted == "int" and isinstance(wire.value, str):
            problems.add(wire.at, f"{shown(wire.value)} is text in an enum of integers")
    return wanted
