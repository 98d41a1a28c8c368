"""The package of a large API: as that of any other, but every module is a package whose modules are imported
when they are first used.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from wiresmith.description import Contract
from wiresmith.emit._client_module import client_context
from wiresmith.emit._exports import exports_context
from wiresmith.emit._json_codec import json_codec_context
from wiresmith.emit._model_classes import models_context
from wiresmith.emit._operation_records import operations_context
from wiresmith.emit._schema_table import schema_context
from wiresmith.emit._xml_codec import xml_codec_context
from wiresmith.emit.imports import export_order
from wiresmith.emit.parts import REST, Parts
from wiresmith.emit.safe_text import Identifier, literal
from wiresmith.emit.scope import ModuleScope

Rendered = tuple[str, str, dict[str, object]]
"""A file, its template, and what fills it."""


def large_package(contract: Contract, parts: Parts, *, has_client: bool) -> Iterator[Rendered]:
    """The files of a large API's package.

    Raises:
        EmitError: if the contract cannot be emitted.
    """
    from_models = {name: f".{module}" for name, module in parts.classes.items()}
    from_others = {name: f"..models.{module}" for name, module in parts.classes.items()}
    yield "__init__.py", "large_init.py.jinja", _outside(contract, parts)
    yield "_parts.py", "large_parts.py.jinja", _index(contract, parts)
    for name in ("_schema", *_formats(contract)):
        yield f"{name}/__init__.py", "large_folder.py.jinja", {"scope": ModuleScope(())}
    yield "models/__init__.py", "large_models.py.jinja", _of_classes(parts)
    for part in parts.parts:
        if part.own:
            made = models_context(contract, part.own)
            yield f"models/{part.module}.py", "models.py.jinja", _nested(made, from_models)
        made = schema_context(part.contract)
        yield f"_schema/{part.module}.py", "schema.py.jinja", _nested(made, from_others)
        if contract.has_json:
            made = json_codec_context(part.contract)
            yield f"_json/{part.module}.py", "json.py.jinja", _nested(made, from_others)
        if contract.has_xml:
            made = xml_codec_context(part.contract)
            yield f"_xml/{part.module}.py", "xml.py.jinja", _nested(made, from_others)
    yield "operations/__init__.py", "large_operations.py.jinja", operations_context(contract)
    if has_client:
        yield "client/__init__.py", "large_client.py.jinja", _nested(client_context(contract), from_others)
    for operation in contract.operations:
        alone = replace(contract, operations=(operation,))
        made = operations_context(alone)
        yield f"operations/_{operation.python}.py", "operations.py.jinja", _nested(made, from_others)
        if has_client:
            made = client_context(alone)
            yield f"client/_{operation.python}.py", "large_call.py.jinja", _nested(made, from_others)


def _formats(contract: Contract) -> list[str]:
    return [name for name, there in (("_json", contract.has_json), ("_xml", contract.has_xml)) if there]


def _nested(made: dict[str, object], homes: dict[str, str]) -> dict[str, object]:
    scope = made["scope"]
    assert isinstance(scope, ModuleScope)
    scope.nest(homes)
    return made


def _outside(contract: Contract, parts: Parts) -> dict[str, object]:
    """What ``__init__`` hands on; it imports nothing of it."""
    made = exports_context(contract)
    return {
        **made,
        "classes": [Identifier(name) for name in sorted(parts.classes, key=export_order)],
        "scope": ModuleScope(()),
    }


def _index(contract: Contract, parts: Parts) -> dict[str, object]:
    return {
        "rest": literal(REST),
        "classes": [(literal(name), literal(module)) for name, module in parts.classes.items()],
        "operations": [(literal(name), literal(module)) for name, module in parts.operations.items()],
        "homes": [
            (literal(operation.name), literal(parts.operations[operation.python]))
            for operation in contract.operations
        ],
        "scope": ModuleScope(()),
    }


def _of_classes(parts: Parts) -> dict[str, object]:
    return {
        "exported": [literal(name) for name in sorted(parts.classes, key=export_order)],
        "modules": [
            (Identifier(part.module), [Identifier(name) for name in sorted(part.own, key=export_order)])
            for part in sorted(parts.parts, key=lambda each: export_order(each.module))
            if part.own
        ],
        "scope": ModuleScope(()),
    }
