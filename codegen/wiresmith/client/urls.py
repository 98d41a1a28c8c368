"""URLs: which are allowed, which are of one origin, and how they are shown."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final
from urllib.parse import parse_qsl, quote, unquote_plus

import httpx2

from wiresmith.client.errors import ConfigurationError
from wiresmith.client.secrets import MASK

_ALLOWED: Final = re.compile(r"[!-\[\]-~]{1,8000}")
"""Visible ASCII but the backslash, which some take for a slash."""
_TELLING: Final = re.compile(r"(?i)key|token|secret|password|passwd|signature|^sig$|^auth|credential")
_HOST_VALUE: Final = re.compile(
    r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*"
)
_PATH_VALUE: Final = re.compile(r"[A-Za-z0-9_~-][A-Za-z0-9._~-]*")


class UnusableUrl(ValueError):
    """A URL that is not to be sent anything; the message says why."""


def parsed(text: str) -> httpx2.URL:
    """A URL of http or https with a host and without user and fragment.

    Raises:
        UnusableUrl: if it is none.
    """
    if not _ALLOWED.fullmatch(text):
        raise UnusableUrl("it has characters that a URL cannot have")
    try:
        url = httpx2.URL(text)
    except httpx2.InvalidURL:
        raise UnusableUrl("it is no URL") from None
    if url.scheme not in ("http", "https") or not url.host:
        raise UnusableUrl("it is not one of http or https")
    if url.port is not None and not 0 < url.port < 65536:
        raise UnusableUrl("it has a port that does not exist")
    if url.userinfo:
        raise UnusableUrl("it holds a user or password")
    return url.copy_with(fragment=None) if url.fragment else url


def joined(base: httpx2.URL, reference: str) -> httpx2.URL:
    """A URL that a server gave, absolute or relative to the one that was asked.

    Raises:
        UnusableUrl: if it is none, or leads from https to http.
    """
    if not _ALLOWED.fullmatch(reference):
        raise UnusableUrl("it has characters that a URL cannot have")
    try:
        target = parsed(str(base.join(reference)))
    except httpx2.InvalidURL:
        raise UnusableUrl("it is no URL") from None
    if base.scheme == "https" and target.scheme == "http":
        raise UnusableUrl("it leads from https to http")
    return target


def same_origin(one: httpx2.URL, other: httpx2.URL) -> bool:
    """Have both the same scheme, host and port?"""
    return one.origin == other.origin


def base_url(template: str, variables: dict[str, str | None]) -> httpx2.URL:
    """The URL that paths are put behind, its ``{name}`` filled in.

    Raises:
        ConfigurationError: if it cannot be that, or a value is missing or could lead elsewhere.
    """
    head, slashes, rest = template.partition("://")
    host, slash, path = rest.partition("/")
    for name, value in variables.items():
        place = f"{{{name}}}"
        if place not in template:
            continue
        if value is None:
            raise ConfigurationError(
                f"the base URL is {template}; expected a value for {place}, or another base_url"
            )
        if (place in host and not _HOST_VALUE.fullmatch(value)) or (
            place in path and not _PATH_VALUE.fullmatch(value)
        ):
            raise ConfigurationError(
                f"{value!r} cannot stand for {place} in {template}; letters, digits and - are expected"
            )
        host, path = host.replace(place, value), path.replace(place, value)
    text = f"{head}{slashes}{host}{slash}{path}".rstrip("/")
    try:
        url = parsed(text)
    except UnusableUrl as error:
        raise ConfigurationError(
            f"the base URL cannot be used: {error}; https://host/path is expected"
        ) from None
    if url.query:
        raise ConfigurationError("the base URL has a query; https://host/path is expected")
    return url


def with_query(url: httpx2.URL, pairs: list[tuple[str, str]]) -> httpx2.URL:
    """The URL with these parameters instead of those it has of the same names."""
    names = {quote(name, safe="").encode() for name, _ in pairs}
    path, _, query = url.raw_path.partition(b"?")
    kept = [part for part in query.split(b"&") if part and part.partition(b"=")[0] not in names]
    added = [f"{quote(name, safe='')}={quote(value, safe='')}".encode() for name, value in pairs]
    return url.copy_with(raw_path=path + b"?" + b"&".join([*kept, *added]))


def without(url: httpx2.URL, names: frozenset[str]) -> httpx2.URL:
    """The URL without these parameters: servers repeat the query of a request in URLs that they give, secrets
    included.
    """
    path, mark, query = url.raw_path.partition(b"?")
    kept = [part for part in query.split(b"&") if _name(part.decode("ascii", "replace")) not in names]
    if not names or not mark or len(kept) == query.count(b"&") + 1:
        return url
    return url.copy_with(raw_path=path + (b"?" + b"&".join(kept) if kept else b""))


def holds(url: httpx2.URL, values: Iterable[str]) -> bool:
    """Is one of these the value of a parameter?"""
    given = {value for _, value in parse_qsl(url.query.decode("ascii", "replace"), keep_blank_values=True)}
    return not given.isdisjoint(values)


def _name(parameter: str) -> str:
    return unquote_plus(parameter.partition("=")[0])


def shown(url: httpx2.URL, secret_names: frozenset[str] = frozenset()) -> str:
    """The URL for people: without the values of parameters that are secrets, or sound like it."""
    path, mark, query = url.raw_path.decode("ascii", "replace").partition("?")
    parts: list[str] = []
    for part in query.split("&") if mark else []:
        name, equals, _ = part.partition("=")
        is_telling = _name(name) in secret_names or _TELLING.search(name)
        parts.append(f"{name}={MASK}" if equals and is_telling else part)
    port = f":{url.port}" if url.port is not None else ""
    host = f"[{url.host}]" if ":" in url.host else url.raw_host.decode("ascii", "replace")
    text = f"{url.scheme}://{host}{port}{path}{mark}{'&'.join(parts)}"
    return text if len(text) <= 500 else text[:499] + "…"


class MaskedUrl(httpx2.URL):
    """A URL that is sent whole and shown without its secrets: HTTP libraries log what they send."""

    secret_names: frozenset[str] = frozenset()

    def __str__(self) -> str:
        return shown(self, self.secret_names)

    def __repr__(self) -> str:
        return f"URL({str(self)!r})"
