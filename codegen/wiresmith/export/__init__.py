"""Contracts in other people's languages: OpenAPI 3.1 and JSON Schema 2020-12, and the models that others make
of those.

``_schemas`` turns types into schemas, with what stands beside it; ``openapi_document`` and
``schema_document`` are the two documents, ``library_models`` hands the second to datamodel-code-generator,
and ``written_files`` puts them into files.
"""

from __future__ import annotations

from wiresmith.export.library_models import FLAVOURS
from wiresmith.export.openapi_document import openapi
from wiresmith.export.written_files import LANGUAGES, Written, write_export, write_models
from wiresmith.export.written_json import json_text

__all__ = [
    "FLAVOURS",
    "LANGUAGES",
    "Written",
    "json_text",
    "openapi",
    "write_export",
    "write_models",
]
