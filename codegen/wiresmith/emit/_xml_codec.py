"""The straight-line XML codec of an API: run patterns, readers and writers, one pair for each type in each
scope.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from wiresmith.description import Contract, Scalar, Type, bare, is_nullable
from wiresmith.emit import _xml_reading, _xml_writing
from wiresmith.emit._codec_code import OfValue
from wiresmith.emit._expression import expression
from wiresmith.emit._python_types import document_uses, python_annotation
from wiresmith.emit._xml_code import XmlDocument
from wiresmith.emit._xml_emission import Variant, XmlEmission, attribute_text
from wiresmith.emit._xml_scope import root_tag
from wiresmith.emit._xml_shapes import is_leaf
from wiresmith.emit.safe_text import Identifier, literal
from wiresmith.emit.scope import ModuleScope
from wiresmith.kinds import kind_of


def _document(emission: XmlEmission, use: Type) -> XmlDocument | None:
    """The codec of a whole document, if it has a root element that the straight-line form covers."""
    resolved = emission.shapes.resolve(bare(use))
    root = resolved.root
    if root is None:
        return None
    shapes = emission.shapes
    entry = XmlDocument(
        key=python_annotation(emission.contract, bare(use), qualified=True),
        local=literal(root.local),
        namespace=literal(root.namespace),
        read=Identifier("read_elsewhere"),
        write=Identifier("write_elsewhere"),
        is_never_null=not is_nullable(use) and shapes.is_value_type(resolved),
    )
    is_qname = isinstance(resolved, Scalar) and kind_of(resolved.kind).xml_shape == "name"
    if emission.contract.preserve_references or shapes.is_object(resolved) or is_qname:
        return replace(entry, is_never_null=True)
    if is_leaf(resolved):
        write = OfValue(emission.values.write(resolved, expression("value")))
        form = "text" if not emission.values.may_be_empty(resolved) else "data"
        return replace(entry, write=write, form=literal(form))
    planned = shapes.planned(bare(use))
    declares = planned.declares if planned.declares != root.namespace else ""
    tag = root_tag(root, declares, planned.item_declares)
    functions = emission.reader(bare(use), tag)
    declared = [
        f' xmlns:d1p{number}="{attribute_text(namespace)}"'
        for number, namespace in enumerate(tag.declares, 1)
    ]
    return replace(
        entry,
        read=functions.read,
        write=functions.write,
        is_deep=functions.takes("depth"),
        contract=literal("".join(declared[: tag.of_null])) if tag.of_null else None,
        items=literal("".join(declared[tag.of_null :])) if tag.declares[tag.of_null :] else None,
        prefixes=tuple(
            literal(f"d1p{tag.declares.index(namespace) + 1}:")
            for namespace in tag.inner.prefixed
            if functions.takes(emission.prefix(namespace).source)
        ),
    )


def _emitted(
    contract: Contract, needs: Mapping[Variant, frozenset[str]] | None = None
) -> tuple[XmlEmission, list[XmlDocument]]:
    emission = XmlEmission(contract, needs)
    documents = [built for use in document_uses(contract) if (built := _document(emission, use)) is not None]
    while emission.unwritten or emission.unread:
        is_written = bool(emission.unwritten)
        variant = emission.current = (emission.unwritten if is_written else emission.unread).popleft()
        functions = emission.functions[variant]
        (_xml_writing if is_written else _xml_reading).fill(emission, variant, functions)
    return emission, documents


def xml_codec_context(contract: Contract) -> dict[str, object]:
    """Everything ``xml.py.jinja`` lays out."""
    # Which functions need the depth and which prefixes is known once all have been made.
    known, _ = _emitted(contract)
    emission, documents = _emitted(contract, known.all_needs())
    return {
        "definitions": [
            definition for functions in emission.functions.values() for definition in functions.definitions
        ],
        "documents": documents,
        "lookups": list(emission.values.lookups.values()),
        "checks": [(name, source) for source, name in emission.values.checks.items()],
        "scope": ModuleScope(()),
    }
