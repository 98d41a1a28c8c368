"""Requests as they will be sent, but for their secrets."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final

import httpx2

from wiresmith.runtime.client import urls
from wiresmith.runtime.client.bodies import encoded
from wiresmith.runtime.client.call import Call
from wiresmith.runtime.client.errors import ConfigurationError, RequestContext
from wiresmith.runtime.client.parameters import Misfit, checked_header, place
from wiresmith.runtime.media import media_codec
from wiresmith.runtime.operations import Auth, Operation

if TYPE_CHECKING:
    from wiresmith.runtime.client.options import Format, Settings
    from wiresmith.runtime.package import Package

_NEW_ID: Final = uuid.uuid4


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One request without its secrets. ``foreign``: it goes to another origin than the API's, and gets none."""

    method: str
    url: httpx2.URL
    headers: tuple[tuple[str, str], ...] = field(repr=False)
    content: bytes | None = field(default=None, repr=False)
    request_id: str | None = None
    foreign: bool = False


@dataclass(frozen=True, slots=True)
class Api:
    """What all calls of one client share."""

    package: Package
    base: httpx2.URL
    settings: Settings

    def name(self, operation: Operation[Any]) -> str:
        """``api.operation``."""
        return f"{self.package.schema.api}.{operation.name}"

    def shown(self, url: httpx2.URL, operation: Operation[Any]) -> str:
        """A URL without the secrets of the operation."""
        return urls.shown(url, query_secrets(operation.auth))


def query_secrets(auths: tuple[Auth, ...]) -> frozenset[str]:
    """The names of the query parameters that are secrets."""
    return frozenset(auth.wire for auth in auths if auth.place == "query")


def draft(call: Call[Any], api: Api) -> Draft:
    """The request of a call, its arguments checked. What names one request is new each time.

    Raises:
        ParameterError: if an argument or the body is not what the operation documents.
    """
    operation, settings = call.operation, api.settings
    method = call.method or operation.method
    context = RequestContext(operation=api.name(operation), method=method)
    arguments = dict(call.arguments)
    request_id: str | None = None
    for parameter in operation.parameters:
        if parameter.request_id:
            if arguments.get(parameter.name) is None:
                arguments[parameter.name] = str(_NEW_ID())
            request_id = str(arguments[parameter.name])
    placed = place(operation, arguments, api.package.schema, context)
    url = call.url
    if url is None:
        query = f"?{placed.query}" if placed.query else ""
        base = api.base.raw_path.rstrip(b"/")
        url = api.base.copy_with(raw_path=base + f"{placed.path}{query}".encode("ascii"))
    headers = [
        *_own_headers(settings),
        ("Accept", accepted(operation, settings.format)),
        ("Accept-Encoding", "gzip, deflate"),
        *placed.headers,
    ]
    if placed.cookies:
        headers.append(("Cookie", "; ".join(f"{name}={value}" for name, value in placed.cookies)))
    content = None
    if operation.body is not None and operation.body.media and method == operation.method:
        content, media = encoded(operation.body, call.body, settings.format, api.package, context)
        headers.append(("Content-Type", media))
    return Draft(method=method, url=url, headers=tuple(headers), content=content, request_id=request_id)


def _own_headers(settings: Settings) -> list[tuple[str, str]]:
    headers = [("User-Agent", settings.user_agent)] if settings.user_agent else []
    try:
        return headers + [(name, checked_header(name, value)) for name, value in settings.headers]
    except Misfit as misfit:
        raise ConfigurationError(f"headers: {misfit.found}; expected {misfit.expected}") from None


def accepted(operation: Operation[Any], format: Format) -> str:
    """The media types to ask for: those of the format where the operation has any, the first one preferred."""
    media = list(dict.fromkeys(each for response in operation.responses for each in response.media))
    wanted = [each for each in media if media_codec(each) == format] or media
    if not wanted:
        return "*/*"
    first, *others = wanted
    return ", ".join([first, *(f"{each};q=0.9" for each in others)])


def without_credentials(request: Draft, url: httpx2.URL, method: str) -> Draft:
    """The same request to another origin: what it accepts, and nothing else of what it carried."""
    kept = tuple(
        (name, value)
        for name, value in request.headers
        if name in ("Accept", "Accept-Encoding", "User-Agent")
    )
    return replace(request, method=method, url=url, headers=kept, content=None, foreign=True)
