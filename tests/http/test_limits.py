"""Bodies that are larger than they may be, and the memory that they take."""

from __future__ import annotations

import gzip
import time
import zlib
from typing import Any

import pytest

from tests.client.bombs import BYTES, MIB, bomb, download
from tests.client.faults import ITEM
from tests.http.driving import KINDS, Kind, error_of, told
from tests.http.faulty import CLOSE, Faulty, Script, answer, documents
from wiresmith.client import (
    Caps,
    ResponseTooLargeError,
)

ENDLESS = b"HTTP/1.1 200 OK\r\nContent-Type: application/octet-stream\r\n"
EMPTY_BLOCKS = b"\x00\x00\x00\xff\xff" * 13_000
MANY = 400


def chunked(data: bytes) -> bytes:
    return f"{len(data):x}\r\n".encode() + data + b"\r\n"


FLOODS: dict[str, Script] = {
    "plain": [ENDLESS + b"\r\n", *[b"x" * 65536] * MANY],
    "chunks": [ENDLESS + b"Transfer-Encoding: chunked\r\n\r\n", *[chunked(b"x" * 65536)] * MANY],
    "empty deflate blocks": [
        ENDLESS + b"Content-Encoding: deflate\r\n\r\n" + zlib.compress(b"")[:2],
        *[EMPTY_BLOCKS] * MANY,
    ],
    "a name in gzip": [
        ENDLESS + b"Content-Encoding: gzip\r\n\r\n\x1f\x8b\x08\x08" + bytes(6),
        *[b"n" * 65536] * MANY,
    ],
    "empty gzip members": [
        ENDLESS + b"Content-Encoding: gzip\r\n\r\n",
        *[gzip.compress(b"") * 3000] * MANY,
    ],
}


@KINDS
@pytest.mark.parametrize("script", FLOODS.values(), ids=list(FLOODS))
def test_a_flood_is_given_up_at_the_cap(kind: Kind, script: Script) -> None:
    with Faulty([*script, CLOSE]) as server:
        error = error_of(kind, server.url, download, caps=Caps(wire_bytes=MIB))
        assert type(error) is ResponseTooLargeError
        assert f"more than {MIB} bytes" in str(error)
        assert len(server.requests) == 1


@KINDS
def test_what_was_given_up_leaves_the_client_usable(kind: Kind) -> None:
    with Faulty(answer(b"x" * 300_000), documents(ITEM)) as server:

        def story(client: Any) -> Any:
            with pytest.raises(ResponseTooLargeError):
                yield client.get_item("x")
            item = yield client.get_item("x")
            assert item.name == "pen"

        told(kind, server.url, story, caps=Caps(body_bytes=1000))
        assert server.connections == 2


@KINDS
def test_a_deadline_ends_decompressing(kind: Kind) -> None:
    with Faulty(answer(bomb(), media=BYTES, Content_Encoding="gzip")) as server:
        started = time.monotonic()
        caps = Caps(body_bytes=10_000 * MIB)
        error = error_of(kind, server.url, download, caps=caps, timeout=0.05)
        assert "deadline" in str(error)
        assert time.monotonic() - started < 1.5
