"""Operations as path items."""

from __future__ import annotations

import re
from http import HTTPStatus
from typing import Any, Final

from wiresmith.description import Contract, Operation, Response, Type, is_nullable
from wiresmith.export._extension_facts import description, interactions, provenance, undocumented
from wiresmith.export._media_examples import examples, samples_of
from wiresmith.export._parameter_objects import header_object, parameter_object
from wiresmith.export._schemas import Schemas
from wiresmith.export._security_schemes import requirement
from wiresmith.export.written_json import Json, Object
from wiresmith.failure import ExportError
from wiresmith.runtime import media_codec

_PLACEHOLDER: Final = re.compile(r"\{[^}]*\}")
_CLASSES: Final = {
    "1": "Informational",
    "2": "Success",
    "3": "Redirection",
    "4": "Client error",
    "5": "Server error",
}


def paths(contract: Contract, schemas: Schemas) -> Object:
    """The operations of an API by path and method.

    Raises:
        ExportError: if two of them differ in nothing that OpenAPI tells operations by, or a sample cannot be
            read.

    Source: OpenAPI 3.1, 4.8.8.
    """
    items: dict[str, dict[str, Json]] = {}
    templates: dict[str, Operation[Any]] = {}
    for operation in contract.operations:
        template = _PLACEHOLDER.sub("{}", operation.path)
        first = templates.setdefault(template, operation)
        if first.path != operation.path:
            raise ExportError(
                f"{contract.api}.{operation.name}: OpenAPI takes {operation.path} for the path of "
                f"{first.name}, {first.path}; "
                "give the names in braces the same spelling"
            )
        item = items.setdefault(operation.path, {})
        method = operation.method.lower()
        if method in item:
            raise ExportError(
                f"{contract.api}.{operation.name}: another operation has {operation.method} "
                f"{operation.path}, and OpenAPI "
                "does not tell them by their parameters; make one operation of them"
            )
        item[method] = _operation(operation, contract, schemas)
    return {**items}


def _operation(operation: Operation[Any], contract: Contract, schemas: Schemas) -> Object:
    facts: Object = {"operationId": operation.name}
    if operation.summary:
        facts["summary"] = operation.summary
    facts |= description(operation.doc)
    if operation.parameters:
        facts["parameters"] = [
            parameter_object(parameter, schemas, operation.provenance) for parameter in operation.parameters
        ]
    if operation.body is not None and operation.body.type is not None:
        facts["requestBody"] = {
            "required": not is_nullable(operation.body.type),
            "content": {media: _media(media, operation.body.type, schemas) for media in operation.body.media},
        }
    facts["responses"] = {
        response.status: _response(response, operation, schemas) for response in operation.responses
    } or {"default": {"description": "Not documented."}}
    if operation.auth != contract.auth:
        facts["security"] = requirement(operation.auth)
    facts |= interactions(operation, contract)
    return facts | undocumented(operation.undocumented) | provenance(operation.provenance)


def _response(response: Response[Any], operation: Operation[Any], schemas: Schemas) -> Object:
    facts: Object = {"description": response.doc or _phrase(response.status)}
    if response.headers:
        facts["headers"] = {
            header.wire: header_object(header, schemas, response.provenance) for header in response.headers
        }
    content = _content(response, operation, schemas)
    if content:
        facts["content"] = content
    return facts | provenance(response.provenance, operation.provenance)


def _content(response: Response[Any], operation: Operation[Any], schemas: Schemas) -> Object:
    if response.type is None:
        return {}
    samples = samples_of(response, operation.responses, operation.samples)
    return {
        media: _media(media, response.type, schemas)
        | examples(samples, media, response, operation.provenance)
        for media in response.media
    }


def _media(media: str, use: Type, schemas: Schemas) -> Object:
    """A media type; one of bytes has no schema (OpenAPI 3.1, 4.8.14.2)."""
    return {} if media_codec(media) == "bytes" else {"schema": schemas.document(use)}


def _phrase(status: str) -> str:
    """The meaning of a status in HTTP, since OpenAPI wants a description."""
    if status == "default":
        return "Any other status."
    if status.isdigit():
        try:
            return HTTPStatus(int(status)).phrase
        except ValueError:
            pass
    return _CLASSES.get(status[:1], "Not documented.")
