"""The OpenAPI document of a served API."""

from __future__ import annotations

from wiresmith.description import Contract
from wiresmith.export import json_text, openapi


def openapi_document(contract: Contract, url: str) -> bytes:
    """The export, with this server in place of the documented one.

    Raises:
        ExportError: if it has none, such as two operations of one path and method.
    """
    document = openapi(contract) | {"servers": [{"url": url, "description": "This server"}]}
    return json_text(document).encode()
