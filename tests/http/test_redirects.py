"""Where redirects and links of the server's lead, and what goes with them."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from typing import Any

import httpx2
import pytest
import trustme

from tests.client.faults import ITEM
from tests.client.silence import assert_bare, everything
from tests.http.driving import KINDS, Kind, call, error_of, told
from tests.http.faulty import Faulty, documents, redirect
from wiresmith.client import (
    RedirectError,
)

GOOD = documents(ITEM)


@pytest.fixture
def other() -> Iterator[Faulty]:
    """A server of another origin, which answers with an item."""
    with Faulty(GOOD) as server:
        yield server


@KINDS
def test_what_a_client_of_ones_own_adds_does_not_go_elsewhere(kind: Kind, other: Faulty) -> None:
    make: Any = httpx2.Client if kind == "sync" else httpx2.AsyncClient
    own = make(headers={"X-Own": "mine"}, cookies={"own": "1"}, params={"own": "1"}, auth=("me", "own-pa55"))
    with Faulty(redirect(f"{other.url}/file")) as server:

        def story(made: Any) -> Any:
            yield made.get_item("x")
            yield own.close() if kind == "sync" else own.aclose()

        told(kind, server.url, story, http=own)
        assert server.requests[0].header("x-own") == "mine"
        assert server.requests[0].header("authorization") is not None
        assert other.targets == ["/file"]
        assert_bare(other.requests[0])


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture
def trusting(authority: trustme.CA) -> ssl.SSLContext:
    context = ssl.create_default_context()
    authority.configure_trust(context)
    return context


@pytest.fixture
def tls(authority: trustme.CA) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    return context


@KINDS
def test_https_is_not_left(kind: Kind, tls: ssl.SSLContext, trusting: ssl.SSLContext, other: Faulty) -> None:
    with Faulty(redirect(f"{other.url}/plain"), tls=tls) as server:
        error = error_of(kind, server.url, everything, verify=trusting)
        assert type(error) is RedirectError
        assert "from https to http" in str(error)
        assert not other.requests


@KINDS
def test_http_to_https_is_another_origin(kind: Kind, tls: ssl.SSLContext, trusting: ssl.SSLContext) -> None:
    with Faulty(GOOD, tls=tls) as secure, Faulty(redirect(f"{secure.url}/x")) as server:
        assert call(kind, server.url, everything, verify=trusting).name == "pen"
        assert_bare(secure.requests[0])


@KINDS
def test_certificates_are_checked(kind: Kind, tls: ssl.SSLContext) -> None:
    with Faulty(GOOD, tls=tls) as server:
        error = error_of(kind, server.url, everything, retries=0)
        assert "certificate verify failed" in str(error).lower()
        assert not server.requests


@KINDS
def test_names_of_certificates_are_checked(kind: Kind, tls: ssl.SSLContext, trusting: ssl.SSLContext) -> None:
    with Faulty(GOOD, tls=tls) as server:
        url = server.url.replace("127.0.0.1", "localhost")
        error = error_of(kind, url, everything, retries=0, verify=trusting)
        assert "certificate" in str(error).lower()
        assert not server.requests
