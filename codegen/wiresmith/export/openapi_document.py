"""The OpenAPI document of an API."""

from __future__ import annotations

from typing import Final

from wiresmith.description import Contract
from wiresmith.export._extension_facts import description, undocumented
from wiresmith.export._path_items import paths
from wiresmith.export._schemas import Schemas
from wiresmith.export._security_schemes import requirement, security_schemes
from wiresmith.export._xml_facts import api_facts
from wiresmith.export.written_json import Json, Object
from wiresmith.runtime import Strict

_VERSION: Final = "0.1.0"
"""Pages name no version of their API, and OpenAPI wants one."""


def openapi(contract: Contract, strict: Strict = "documented") -> Object:
    """An API as an OpenAPI document.

    ``strict`` says which facts it holds; the others stand in ``x-expected``.

    Raises:
        ExportError: if two operations share path and method, or a sample cannot be read.

    Source: OpenAPI 3.1.1.
    """
    schemas = Schemas(contract, "#/components/schemas/", xml=True, strict=strict)
    info: Object = {"title": contract.title or contract.api} | description(contract.doc)
    document: Object = {"openapi": "3.1.1", "info": {**info, "version": _VERSION}}
    if contract.docs.url:
        document["externalDocs"] = {"url": contract.docs.url}
    if contract.docs.page:
        document["x-wiresmith-page"] = contract.docs.page
    document["servers"] = [_server(contract)]
    if contract.auth:
        document["security"] = requirement(contract.auth)
    document["paths"] = paths(contract, schemas)
    components: Object = {}
    if named := schemas.components():
        components["schemas"] = {**named}
    if contract.auth:
        components["securitySchemes"] = security_schemes(contract.auth)
    if components:
        document["components"] = components
    if not contract.has_client:
        document["x-wiresmith-client"] = False
    return document | undocumented(contract.undocumented) | api_facts(contract)


def _server(contract: Contract) -> Json:
    """The URL of the API; a relative one where no page says it. Source: OpenAPI 3.1, 4.8.5."""
    if contract.base_url is None:
        return {"url": "/", "x-wiresmith-undocumented": True}
    server: Object = {"url": contract.base_url.rstrip("/")}
    if contract.base_url_variables:
        server["variables"] = {
            # A default is wanted, and there is none: each user has a value of their own.
            name: {"default": name, "description": "Each user has one of their own."}
            for name, _ in contract.base_url_variables
        }
    return server
