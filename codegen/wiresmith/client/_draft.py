"""Requests as they will be sent, but for their secrets."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field, replace
from typing import Any, Final

import httpx2

from wiresmith.client import urls
from wiresmith.client._bodies import encoded
from wiresmith.client._drift import Drift
from wiresmith.client.call import Call
from wiresmith.client.errors import ConfigurationError, RequestContext
from wiresmith.client.options import Format, Settings
from wiresmith.client.parameters import Misfit, checked_header, place
from wiresmith.description import Auth, Operation, Parameter
from wiresmith.runtime.findings import quoted
from wiresmith.runtime.media import media_codec
from wiresmith.runtime.package import Package

_NEW_ID: Final = uuid.uuid4


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One request without its secrets.

    ``foreign``: it goes to another origin than the API's, and gets none.
    """

    method: str
    url: httpx2.URL
    headers: tuple[tuple[str, str], ...] = field(repr=False)
    content: bytes | None = field(default=None, repr=False)
    request_id: str | None = None
    foreign: bool = False


@dataclass(frozen=True, slots=True)
class Shared:
    """The facts that all requests of one operation share; ``headers`` are those that do not depend on the
    arguments.
    """

    name: str
    headers: tuple[tuple[str, str], ...] = field(repr=False)
    secret_names: frozenset[str]
    request_id: Parameter | None


@dataclass(frozen=True, slots=True)
class Api:
    """The facts that all calls of one client share."""

    package: Package
    base: httpx2.URL
    settings: Settings
    _shared: dict[str, Shared] = field(default_factory=dict[str, Shared], repr=False, compare=False)
    drift: Drift = field(default_factory=Drift, repr=False, compare=False)
    """The deviations of bodies that were told in the log."""

    def shared(self, operation: Operation[Any]) -> Shared:
        """The facts that the requests of an operation share.

        Raises:
            ConfigurationError: if a header of the client's options cannot be sent.
        """
        found = self._shared.get(operation.name)
        if found is None:
            settings = self.settings
            headers = (
                *_own_headers(settings),
                ("Accept", accepted(operation, settings.format)),
                ("Accept-Encoding", "gzip, deflate"),
            )
            found = self._shared[operation.name] = Shared(
                f"{self.package.api}.{operation.name}",
                headers,
                query_secrets(operation.auth),
                next((each for each in operation.parameters if each.request_id), None),
            )
        return found

    def name(self, operation: Operation[Any]) -> str:
        """``api.operation``."""
        return self.shared(operation).name

    def shown(self, url: httpx2.URL, operation: Operation[Any]) -> str:
        """A URL without the secrets of the operation."""
        return urls.shown(url, self.shared(operation).secret_names)


def query_secrets(auths: tuple[Auth, ...]) -> frozenset[str]:
    """The names of the query parameters that are secrets."""
    return frozenset(auth.wire for auth in auths if auth.place == "query")


def draft(call: Call[Any], api: Api) -> Draft:
    """The request of a call, its arguments checked. What names one request is new each time.

    Raises:
        ParameterError: if an argument or the body is not what the operation documents.
    """
    operation, shared = call.operation, api.shared(call.operation)
    method = call.method or operation.method
    context = RequestContext(operation=shared.name, method=method)
    arguments = call.arguments
    request_id: str | None = None
    if shared.request_id is not None:
        own = shared.request_id.name
        given = arguments.get(own)
        request_id = str(_NEW_ID() if given is None else given)
        arguments = {**arguments, own: request_id}
    schema, strict = api.package.schema_of_requests(operation.name), api.settings.strict
    placed = place(operation, arguments, schema, context, strict)
    if placed.unmet:
        api.drift.tell(api.package.name, context.operation, placed.unmet, api.settings.hooks, {})
    url = call.url
    if url is None:
        query = f"?{placed.query}" if placed.query else ""
        url = httpx2.URL(f"{str(api.base).rstrip('/')}{placed.path}{query}")
    headers = [*shared.headers, *placed.headers]
    if placed.cookies:
        headers.append(("Cookie", "; ".join(f"{name}={value}" for name, value in placed.cookies)))
    content = None
    if operation.body is not None and operation.body.media and method == operation.method:
        content, media = encoded(operation.body, call.body, api.settings.format, api.package, context)
        headers.append(("Content-Type", media))
    return Draft(method=method, url=url, headers=tuple(headers), content=content, request_id=request_id)


def _own_headers(settings: Settings) -> list[tuple[str, str]]:
    agent = [("User-Agent", settings.user_agent)] if settings.user_agent else []
    headers: list[tuple[str, str]] = []
    for name, value in (*agent, *settings.headers):
        try:
            headers.append((name, checked_header(name, value)))
        except Misfit as misfit:
            # Not what the value is: it may be a secret.
            raise ConfigurationError(
                f"the header {quoted(name)} cannot be sent; expected {misfit.expected}"
            ) from None
    return headers


def accepted(operation: Operation[Any], format: Format) -> str:
    """The media types to ask for: those of the format where the operation has any, the first one
    preferred.
    """
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
