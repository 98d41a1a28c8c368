"""The steps that both kinds of client share on their way to the HTTP library: requests with their secrets,
failures in words, responses in bounds.
"""

from __future__ import annotations

import time
from http.cookiejar import DefaultCookiePolicy
from typing import Any, Final

import httpx2

from wiresmith.client import urls
from wiresmith.client._decoding import Decoder, Undecodable
from wiresmith.client._draft import query_secrets
from wiresmith.client.errors import ConfigurationError
from wiresmith.client.options import Caps, Timeouts
from wiresmith.client.secrets import Secrets, sent
from wiresmith.client.steps import Failure, Outcome, Received, Send

_CONNECTION_OPTIONS: Final = ("limits", "verify", "proxy", "transport")


def http_arguments(options: dict[str, Any]) -> dict[str, Any]:
    """Takes what concerns the HTTP library out of a client's options.

    Raises:
        ConfigurationError: if such options stand beside a client of one's own.
    """
    found: dict[str, Any] = {name: options.pop(name) for name in _CONNECTION_OPTIONS if name in options}
    if found and options.get("http") is not None:
        raise ConfigurationError(f"{', '.join(found)} and http: set them on the client of your own")
    return {**found, "follow_redirects": False}


def without_cookies(client: httpx2.Client | httpx2.AsyncClient) -> None:
    """Have a client keep no cookies: one caller's session is not another's."""
    client.cookies.jar.set_policy(DefaultCookiePolicy(allowed_domains=[]))


def build(http: httpx2.Client | httpx2.AsyncClient | None, step: Send, timeouts: Timeouts) -> httpx2.Request:
    """The request with its secrets.

    Args:
        http: a client of the caller's own, whose headers, cookies and parameters are added; not to another
            origin, though.
        step: what is to be sent.
        timeouts: how long each part of it may take.
    """
    draft = step.request
    left = max(0.001, step.deadline - time.monotonic())
    timeout = {
        "connect": min(timeouts.connect, left),
        "read": min(timeouts.read, left),
        "write": min(timeouts.write, left),
        "pool": min(timeouts.pool, left),
    }
    headers = [*draft.headers, *step.headers.items()]
    url = draft.url if draft.foreign else _authorize(draft.url, headers, step.secrets)
    facts: dict[str, Any] = {
        "headers": headers,
        "content": draft.content,
        "extensions": {"timeout": timeout},
    }
    if http is None or draft.foreign:
        request = httpx2.Request(draft.method, url, **facts)
    else:
        request = http.build_request(draft.method, url, **facts)
    if isinstance(url, urls.MaskedUrl):
        masked = urls.MaskedUrl(request.url)
        masked.secret_names = url.secret_names
        request.url = masked
    return request


def _authorize(url: httpx2.URL, headers: list[tuple[str, str]], secrets: Secrets) -> httpx2.URL:
    """Add the secrets to the headers; returns the URL with those that go there."""
    query: list[tuple[str, str]] = []
    cookies: list[str] = []
    for auth, secret in secrets.items():
        value = sent(auth, secret)
        if auth.scheme:
            value = f"{auth.scheme} {value}"
        match auth.place:
            case "header":
                headers.append((auth.wire, value))
            case "cookie":
                cookies.append(f"{auth.wire}={value}")
            case "query":
                query.append((auth.wire, value))
    if cookies:
        own = next((at for at, (name, _) in enumerate(headers) if name == "Cookie"), None)
        others = [] if own is None else [headers.pop(own)[1]]
        headers.append(("Cookie", "; ".join([*others, *cookies])))
    if not query:
        return url
    masked = urls.MaskedUrl(urls.with_query(url, query))
    masked.secret_names = query_secrets(tuple(secrets))
    return masked


class Body:
    """A body while it comes in, within its caps and its deadline."""

    def __init__(self, response: httpx2.Response, caps: Caps, deadline: float) -> None:
        self.response = response
        self.caps = caps
        self.deadline = deadline
        self.content = bytearray()
        self.wire_bytes = 0
        self.decoder = Decoder(response.headers.get("content-encoding", ""))

    def add(self, chunk: bytes) -> Failure | None:
        """Take a piece as it was sent; what is wrong, if the body is to be given up."""
        self.wire_bytes += len(chunk)
        if self.wire_bytes > self.caps.wire_bytes:
            return Failure("too-large", f"the body has more than {self.caps.wire_bytes} bytes", began=True)
        try:
            for piece in self.decoder.pieces(chunk):
                self.content += piece
                if len(self.content) > self.caps.body_bytes:
                    return Failure(
                        "too-large",
                        f"the body has more than {self.caps.body_bytes} bytes, decompressed",
                        began=True,
                    )
                if time.monotonic() > self.deadline:
                    return late(began=True)
        except Undecodable as error:
            return _undecodable(error)
        return late(began=True) if time.monotonic() > self.deadline else None

    def end(self) -> Outcome:
        """The response, now that all of it is there; what is wrong, if that is not so."""
        try:
            self.decoder.check_end()
        except Undecodable as error:
            return _undecodable(error)
        return self.received(bytes(self.content))

    def ready(self) -> Outcome:
        """The response, where a transport of the caller's own has read and decoded it already."""
        content = self.response.content
        if len(content) > self.caps.body_bytes:
            return Failure("too-large", f"the body has more than {self.caps.body_bytes} bytes", began=True)
        return self.received(content)

    def received(self, content: bytes) -> Received:
        """The response with this body."""
        headers = {name.lower(): value for name, value in self.response.headers.items()}
        return Received(self.response.status_code, headers, content)


def _undecodable(error: Exception) -> Failure:
    return Failure("undecodable", f"the body cannot be decompressed: {error}", began=True)


def late(*, began: bool = False) -> Failure:
    """The deadline of the call has passed."""
    return Failure("deadline", "no whole response came before the deadline of the call", began=began)


def failure(error: Exception, began: bool, deadline: float) -> Failure:
    """A failure of the HTTP library in words; nothing of the error itself is kept, since it holds the
    request.
    """
    text = str(error)
    name = type(error).__name__
    described = f"{name}: {text}" if text else name
    match error:
        case httpx2.TimeoutException():
            if time.monotonic() >= deadline - 0.001:
                return late(began=began)
            return Failure("timeout", f"no answer in time ({described})", began)
        case httpx2.DecodingError():
            return _undecodable(error)
        case httpx2.UnsupportedProtocol() | httpx2.LocalProtocolError():
            return Failure("undecodable", f"the request cannot be sent ({described})", began)
        case _:
            return Failure("connection", f"the connection failed ({described})", began)
