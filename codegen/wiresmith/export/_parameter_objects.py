"""The parameters of requests, and the headers of responses."""

from __future__ import annotations

from wiresmith.description import ListType, Parameter, Provenance, bare, is_nullable, with_null
from wiresmith.export._extension_facts import description, provenance
from wiresmith.export._schemas import Schemas
from wiresmith.export.written_json import Object
from wiresmith.runtime import ABSENT


def parameter_object(parameter: Parameter, schemas: Schemas, around: Provenance) -> Object:
    """A parameter of a request. Lists say how they are sent, as clients send them.

    Source: OpenAPI 3.1, 4.8.12.
    """
    facts: Object = {"name": parameter.wire, "in": parameter.place}
    facts |= description(parameter.doc)
    is_expected = schemas.expectations.has(parameter.provenance, "presence")
    if parameter.required and (not is_expected or parameter.place == "path"):
        facts["required"] = True
    elif parameter.required:
        facts["x-expected"] = {"required": True}
    if isinstance(bare(parameter.type), ListType):
        facts["style"] = "simple" if parameter.place in ("path", "header") else "form"
        facts["explode"] = parameter.place == "query" and parameter.explode
    facts["schema"] = _schema(parameter, schemas)
    facts |= _examples(parameter)
    if parameter.request_id:
        facts["x-wiresmith-request-id"] = True
    return facts | provenance(parameter.provenance, around)


def header_object(header: Parameter, schemas: Schemas, around: Provenance) -> Object:
    """A header of a response. Source: OpenAPI 3.1, 4.8.21."""
    facts = description(header.doc)
    if header.required:
        facts["required"] = True
    facts["schema"] = _schema(header, schemas)
    return facts | _examples(header) | provenance(header.provenance, around)


def _schema(parameter: Parameter, schemas: Schemas) -> Object:
    held = schemas.expectations.held(parameter.type, parameter.provenance)
    schema = schemas.expected_use(parameter.type, with_null(held, is_nullable(parameter.type)))
    if parameter.default is not ABSENT:
        schema["default"] = parameter.default
    return schema


def _examples(parameter: Parameter) -> Object:
    if not parameter.examples:
        return {}
    return {
        "examples": {
            f"example_{number}": {"value": value} for number, value in enumerate(parameter.examples, 1)
        }
    }
