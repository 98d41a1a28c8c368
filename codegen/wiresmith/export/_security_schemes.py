"""Secrets as security schemes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from wiresmith.description import Auth
from wiresmith.export._extension_facts import description, provenance
from wiresmith.export.written_json import Json, Object

_HTTP: Final = frozenset({"basic", "bearer"})


def security_schemes(secrets: Sequence[Auth]) -> Object:
    """The schemes of an API's secrets by their names.

    Source: OpenAPI 3.1, 4.8.27.
    """
    return {secret.name: _scheme(secret) for secret in secrets}


def requirement(secrets: Sequence[Auth]) -> Json:
    """The secrets that a request needs, all of them at once. Source: OpenAPI 3.1, 4.8.30."""
    return [{secret.name: [] for secret in secrets}] if secrets else []


def _scheme(secret: Auth) -> Object:
    scheme = description(secret.doc)
    if (secret.place, secret.wire.lower()) == ("header", "authorization") and secret.scheme.lower() in _HTTP:
        scheme |= {"type": "http", "scheme": secret.scheme.lower()}
    else:
        scheme |= {"type": "apiKey", "in": secret.place, "name": secret.wire}
        if secret.scheme:
            scheme["x-wiresmith-scheme"] = secret.scheme
    if secret.env:
        scheme["x-wiresmith-env"] = secret.env
    return scheme | provenance(secret.provenance)
