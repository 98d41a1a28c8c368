"""Declared types: checked nodes become `TypeDoc` records."""

from __future__ import annotations

import re

from wiresmith.language.document import Placed, ProvenanceDoc, TypeDoc
from wiresmith.language.problem import Problems, shown
from wiresmith.language.read_enums import read_enum
from wiresmith.language.read_fields import (
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
from wiresmith.language.yaml_nodes import Mapping, Node, Scalar, Sequence


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
    xml, provenance = read_xml(node.get("xml"), problems), read_provenance(node) or of_file
    if (values := node.get("enum")) is not None:
        enum, base = read_enum(values, placed_text(node.get("base")), problems)
        closed = placed_flag(node.get("closed"))
        return TypeDoc(
            name=placed,
            parameters=parameters,
            kind="enum",
            doc=doc,
            python=python,
            enum=enum,
            enum_base=base,
            closed=closed is not None and closed.value,
            flags=placed_flag(node.get("flags")),
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
