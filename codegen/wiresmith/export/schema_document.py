"""The JSON Schema of an API: one document, with a name for each type and for each body."""

from __future__ import annotations

from typing import Any

from wiresmith.description import Body, Contract, Operation, Response
from wiresmith.export._component_names import Names
from wiresmith.export._extension_facts import description, provenance, undocumented
from wiresmith.export._schemas import Schemas
from wiresmith.export.written_json import Object
from wiresmith.failure import ExportError
from wiresmith.runtime import Strict, media_codec

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def json_schema(contract: Contract, strict: Strict = "documented") -> Object:
    """The JSON Schema of an API's JSON.

    ``$defs`` holds the types by the names of their classes, and each body in JSON under
    ``<operation>.request`` or ``<operation>.response.<status>``, which is its ``$anchor``, too. The document
    itself accepts everything. ``strict`` says which facts it holds, the others stand in ``x-expected``.

    Raises:
        ExportError: if the API has no JSON.

    Source: JSON Schema 2020-12, Core.
    """
    if not contract.has_json:
        raise ExportError(
            f"{contract.api} has no JSON, so there is no JSON Schema of it; `wiresmith export xsd` has its "
            "XML"
        )
    schema: Object = {"$schema": _DIALECT, "$id": f"urn:wiresmith:{contract.api}"}
    if contract.title:
        schema["title"] = contract.title
    return (
        schema
        | description(contract.doc)
        | undocumented(contract.undocumented)
        | {"$defs": {**definitions(contract, strict=strict)}}
    )


def definitions(
    contract: Contract, *, unions: bool = True, strict: Strict = "documented"
) -> dict[str, Object]:
    """The schemas of an API's types, then those of its bodies, by name; ``unions`` and
    ``strict`` as for `Schemas`."""
    schemas = Schemas(contract, "#/$defs/", xml=False, unions=unions, strict=strict)
    found = schemas.components()
    names = Names()
    for operation in contract.operations:
        found |= _bodies(names.unique(operation.name), operation, schemas)
    return found


def _bodies(name: str, operation: Operation[Any], schemas: Schemas) -> dict[str, Object]:
    found: dict[str, Object] = {}
    if operation.body is not None:
        found |= _entry(f"{name}.request", operation.body, schemas, {})
    for response in operation.responses:
        facts = description(response.doc) | provenance(response.provenance)
        found |= _entry(f"{name}.response.{response.status}", response, schemas, facts)
    return found


def _entry(
    name: str, payload: Body[Any] | Response[Any], schemas: Schemas, facts: Object
) -> dict[str, Object]:
    if payload.type is None or all(media_codec(media) != "json" for media in payload.media):
        return {}
    return {name: {"$anchor": name} | facts | schemas.document(payload.type)}
