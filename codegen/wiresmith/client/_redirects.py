"""The target of a redirect, and the parts of the request that go with it."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from wiresmith.client import urls
from wiresmith.client._draft import Draft, query_secrets, without_credentials
from wiresmith.client.secrets import Secrets

REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
_SAFE: Final = ("GET", "HEAD", "OPTIONS")


class RefusedRedirect(ValueError):
    """A redirect that is not followed; the message says why."""


def redirected(request: Draft, status: int, location: str, secrets: Secrets) -> Draft:
    """The request that a redirect asks for.

    On the same origin it is the same one; 303, and 301 or 302 after POST, make it a GET without a body (RFC
    9110, 15.4). To another origin go no secrets, no headers of the API and no body, and only GET and HEAD are
    sent there.

    Raises:
        RefusedRedirect: if it leads from https to http, is no URL, or would take a body or a secret to
            another origin.
    """
    try:
        url = urls.joined(request.url, location)
    except urls.UnusableUrl as error:
        raise RefusedRedirect(f"redirected to a URL that is not followed: {error}") from None
    becomes_get = (status == 303 and request.method != "HEAD") or (
        status in (301, 302) and request.method == "POST"
    )
    method = "GET" if becomes_get else request.method
    if request.foreign or not urls.same_origin(request.url, url):
        if method not in _SAFE:
            raise RefusedRedirect(f"redirected to another origin ({url.host}), where no {method} is sent")
        if urls.holds(url, (secret.reveal() for secret in secrets.values())):
            raise RefusedRedirect(f"redirected to another origin ({url.host}) with a secret in the URL")
        return without_credentials(request, url, method)
    url = urls.without(url, query_secrets(tuple(secrets)))
    if not becomes_get:
        return replace(request, url=url)
    headers = tuple((name, value) for name, value in request.headers if name != "Content-Type")
    return replace(request, method=method, url=url, headers=headers, content=None)
