"""Bodies that are larger than they may be, and the memory that they take."""

from __future__ import annotations

import tracemalloc

import pytest

from tests.client.bombs import BYTES, MIB, bomb, bomb_in_bomb, download
from tests.client.faults import call, error_of
from tests.client.network import Server, answer, as_json
from wiresmith.client import (
    Caps,
    RedirectError,
    ResponseTooLargeError,
    UnreadableResponseError,
)
from wiresmith.runtime import Limits


@pytest.mark.parametrize("coding", ["gzip", "gzip, gzip"])
@pytest.mark.slow
def test_a_bomb_is_given_up_at_the_cap(coding: str) -> None:
    body = bomb() if coding == "gzip" else bomb_in_bomb()
    with Server(answer(body, media=BYTES, Content_Encoding=coding)) as server:
        tracemalloc.start()
        error = error_of(server.url, download, caps=Caps(body_bytes=MIB))
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert type(error) is ResponseTooLargeError
        assert "decompressed" in str(error)
        assert len(server.requests) == 1
        assert most < 12 * MIB


def test_a_body_of_just_the_cap_is_taken() -> None:
    caps = Caps(body_bytes=1000, wire_bytes=1000)
    with Server(answer(b"x" * 1000, media=BYTES)) as server:
        assert len(call(server.url, download, caps=caps)) == 1000
    with Server(answer(b"x" * 1001, media=BYTES)) as server:
        assert type(error_of(server.url, download, caps=caps)) is ResponseTooLargeError


def test_an_error_may_not_be_larger_either() -> None:
    with Server(answer(b"x" * 5000, 404)) as server:
        error = error_of(server.url, lambda client: client.get_item("x"), caps=Caps(body_bytes=1000))
        assert type(error) is ResponseTooLargeError


def test_a_document_has_limits_of_its_own() -> None:
    deep = b'{"name": "pen", "more": ' + b"[" * 5000 + b"]" * 5000 + b"}"
    with Server(answer(deep)) as server:
        error = error_of(server.url, lambda client: client.get_item("x"))
        assert type(error) is UnreadableResponseError
    caps = Caps(documents=Limits(text=10))
    with Server(as_json({"name": "p" * 11})) as server:
        error = error_of(server.url, lambda client: client.get_item("x"), caps=caps)
        assert type(error) is UnreadableResponseError


def test_a_deep_error_is_still_an_error() -> None:
    with Server(answer(b"[" * 200_000, 404)) as server:
        error = error_of(server.url, lambda client: client.get_item("x"))
        assert "404" in str(error)
        assert len(str(error)) < 1000


def test_redirects_have_a_cap() -> None:
    with Server(lambda request: answer(status=302, Location=f"{request.target}x")) as server:
        error = error_of(server.url, lambda client: client.get_item("x"), caps=Caps(redirects=3))
        assert type(error) is RedirectError
        assert len(server.requests) == 4
