"""The straight-line XML codec of an API: run patterns, readers and writers, one pair for each type in each scope."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from wiresmith.contract.model import Contract, ScalarType, TypeUse
from wiresmith.emit import xml_reading, xml_writing
from wiresmith.emit.expression import Expression, expression, joined, value_literal
from wiresmith.emit.scope import ModuleScope
from wiresmith.emit.text import Identifier
from wiresmith.emit.types import document_uses, python_annotation
from wiresmith.emit.xml_emission import Variant, XmlEmission, attribute_text
from wiresmith.emit.xml_scope import root_tag
from wiresmith.emit.xml_shapes import is_leaf


@dataclass(frozen=True, slots=True)
class Document:
    """One entry of ``CODECS``: what may be asked for, and the codec's arguments."""

    key: Expression
    arguments: tuple[Expression, ...]


def _document(emission: XmlEmission, use: TypeUse) -> Document | None:
    """The codec of a whole document, if it has a root element that the straight-line form covers."""
    resolved = emission.shapes.resolve(use.type)
    root = resolved.xml_root
    if root is None:
        return None
    key = python_annotation(emission.contract, TypeUse(use.type), qualified=True)
    name = (value_literal(root.local), value_literal(root.namespace))
    shapes = emission.shapes
    is_qname = isinstance(resolved, ScalarType) and resolved.kind == "qname"
    if emission.contract.preserve_references or shapes.is_object(resolved) or is_qname:
        elsewhere = (expression("read_elsewhere"), expression("write_elsewhere"), expression("null=False"))
        return Document(key, (*name, *elsewhere))
    never_null = () if use.nullable or not shapes.is_value_type(resolved) else (expression("null=False"),)
    if is_leaf(resolved):
        write = expression("lambda value: {}", emission.values.write(resolved, expression("value")))
        form = "text" if not emission.values.may_be_empty(resolved) else "data"
        form_argument = expression("form={}", value_literal(form))
        return Document(key, (*name, expression("read_elsewhere"), write, form_argument, *never_null))
    tag = root_tag(root, shapes.contract_namespace(use.type), shapes.item_namespace(use.type))
    functions = emission.reader(use.type, tag)
    arguments = [*name, expression("{}", functions.read), expression("{}", functions.write)]
    if Identifier("depth") in functions.parameters:
        arguments.append(expression("deep=True"))
    declared = [
        f' xmlns:d1p{number}="{attribute_text(namespace)}"'
        for number, namespace in enumerate(tag.declares, 1)
    ]
    if tag.of_null:
        arguments.append(expression("contract={}", value_literal("".join(declared[: tag.of_null]))))
    if tag.declares[tag.of_null :]:
        arguments.append(expression("items={}", value_literal("".join(declared[tag.of_null :]))))
    bound = [
        value_literal(f"d1p{tag.declares.index(namespace) + 1}:")
        for namespace in tag.inner.prefixed
        if emission.prefix(namespace) in functions.parameters
    ]
    if bound:
        arguments.append(expression("prefixes=({},)", joined(", ", bound)))
    return Document(key, (*arguments, *never_null))


def _emitted(
    contract: Contract, needs: Mapping[Variant, frozenset[str]] | None = None
) -> tuple[XmlEmission, list[Document]]:
    emission = XmlEmission(contract, needs)
    documents = [built for use in document_uses(contract) if (built := _document(emission, use)) is not None]
    while emission.unwritten or emission.unread:
        is_written = bool(emission.unwritten)
        variant = emission.current = (emission.unwritten if is_written else emission.unread).popleft()
        functions = emission.functions[variant]
        (xml_writing if is_written else xml_reading).fill(emission, variant, functions)
    return emission, documents


def xml_codec_context(contract: Contract) -> dict[str, object]:
    """Everything ``xml.py.jinja`` lays out."""
    # Which functions need the depth and which prefixes is known once all have been made.
    known, _ = _emitted(contract)
    emission, documents = _emitted(contract, known.all_needs())
    functions = list(emission.functions.values())
    return {
        "functions": functions,
        "documents": documents,
        "lookups": list(emission.values.lookups.values()),
        "checks": [(name, source) for source, name in emission.values.checks.items()],
        "scope": ModuleScope(()),
    }
