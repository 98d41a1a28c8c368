"""What becomes of a response: its status, its coding, its media type, its body."""

from __future__ import annotations

import gzip
import zlib
from typing import Any

import pytest

from tests.client.faults import ITEM, call, error_of
from tests.client.network import (
    Server,
    answer,
    as_json,
)
from wiresmith.client import (
    StatusError,
    TransportError,
    UnreadableResponseError,
)
from wiresmith.runtime import Unexpected

GOOD = as_json(ITEM)
"""Seconds that a busy machine may take longer; no server here stops by itself before that."""


def get(client: Any) -> Any:
    return client.get_item("x")


@pytest.mark.parametrize("status", [304, 204, 299, 418, 999])
def test_statuses_that_nobody_documents(status: int) -> None:
    with Server(answer(status=status, media="")) as server:
        if status < 300:
            assert call(server.url, get) is None
        else:
            error = error_of(server.url, get, retries=0)
            assert isinstance(error, StatusError)
            assert error.status == status


ZIPPED = gzip.compress(b'{"name": "' + b"pen" * 3000 + b'"}')
BROKEN_ZIP: dict[str, bytes] = {
    "not gzip": b'{"name": "pen"}',
    "header only": ZIPPED[:10],
    "cut": ZIPPED[:-12],
    "no checksum": ZIPPED[:-8],
    "wrong checksum": ZIPPED[:-8] + b"\0" * 8,
    "flipped": ZIPPED[:20] + bytes([ZIPPED[20] ^ 0xFF]) + ZIPPED[21:],
    "garbage behind it": ZIPPED + b"garbage",
}


@pytest.mark.parametrize("body", BROKEN_ZIP.values(), ids=list(BROKEN_ZIP))
def test_a_broken_gzip_is_no_body(body: bytes) -> None:
    media = "application/octet-stream"
    with Server(answer(body, media=media, Content_Encoding="gzip")) as server:
        error = error_of(server.url, lambda client: client.download())
        assert type(error) is TransportError
        assert "decompress" in str(error)
        assert len(server.requests) == 1


def test_an_empty_body_is_not_compressed() -> None:
    with Server(answer(media="application/octet-stream", Content_Encoding="gzip")) as server:
        assert call(server.url, lambda client: client.download()) == b""


@pytest.mark.parametrize(
    "coding",
    ["gzip", "x-gzip", "deflate", "raw deflate", "deflate, gzip", "two members", "identity", "GZIP", ""],
)
def test_codings_that_were_asked_for(coding: str) -> None:
    body = b'{"name": "pen"}'
    encoded = {
        "gzip": gzip.compress(body),
        "deflate": zlib.compress(body),
        "raw deflate": zlib.compress(body)[2:-4],
        "deflate, gzip": gzip.compress(zlib.compress(body)),
        "two members": gzip.compress(body[:4]) + gzip.compress(body[4:]),
    }.get(coding.lower().removeprefix("x-"), body)
    coding = "gzip" if coding == "two members" else coding.removeprefix("raw ")
    with Server(answer(encoded, Content_Encoding=coding)) as server:
        assert call(server.url, get).name == "pen"


@pytest.mark.parametrize("coding", ["br", "zstd", "compress", "gzip, br", ", ".join(["gzip"] * 9)])
def test_codings_that_nobody_asked_for(coding: str) -> None:
    with Server(answer(b'{"name": "pen"}', Content_Encoding=coding)) as server:
        error = error_of(server.url, get)
        assert type(error) is TransportError
        assert "decompress" in str(error)


def test_a_body_of_another_media_type() -> None:
    with Server(answer(b"<h1>Maintenance</h1>", media="text/html")) as server:
        error = error_of(server.url, get)
        assert type(error) is UnreadableResponseError
        assert "text/html" in str(error)
        assert "Maintenance" in error.excerpt


def test_an_empty_body() -> None:
    with Server(answer()) as server:
        error = error_of(server.url, get)
        assert type(error) is UnreadableResponseError
        assert "the body is empty" in str(error)


WRONG = {"name": 5, "count": "many", "colour": "red"}


def test_a_body_of_wrong_types_has_findings() -> None:
    with Server(as_json(WRONG)) as server:
        error = error_of(server.url, get)
        assert isinstance(error, UnreadableResponseError)
        assert [finding.path for finding in error.findings if finding.severity == "error"] == [
            "/name",
            "/count",
        ]
        assert "/name" in str(error)
        assert "/count" in str(error)
        assert error.content.startswith(b'{"name"')


@pytest.mark.parametrize("options", [{"strict": "nothing"}, {"lenient": True}])
def test_a_client_that_holds_nothing_reads_what_comes(options: dict[str, Any]) -> None:
    with Server(as_json(WRONG)) as server:
        response = call(server.url, lambda client: client.get_item.with_response("x"), **options)
        assert (response.value.name, response.value.count) == (Unexpected(5), Unexpected("many"))
        wrong = [finding.path for finding in response.findings if finding.provenance]
        assert wrong == ["/name", "/count"]


def test_unknown_members_do_not_matter() -> None:
    with Server(as_json({**ITEM, "colour": "red"})) as server:
        response = call(server.url, lambda client: client.get_item.with_response("x"))
        assert response.value.name == "pen"
