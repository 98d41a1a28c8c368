"""Servers that break off, dawdle or talk nonsense."""

from __future__ import annotations

import gzip
import time
from typing import Any

import pytest

from tests.client.faults import ITEM, emitted
from tests.http.driving import KINDS, Kind, call, error_of, told
from tests.http.faulty import (
    CLOSE,
    RESET,
    Drip,
    Faulty,
    Pause,
    Script,
    documents,
    free_port,
)
from wiresmith.client import (
    RequestTimeoutError,
    Retries,
    Timeouts,
    TransportError,
    UnreadableResponseError,
)

GOOD = documents(ITEM)
MARGIN = 1.5
"""Seconds that a busy machine may take longer; no server here stops by itself before that."""


def get(client: Any) -> Any:
    return client.get_item("x")


@KINDS
def test_connection_refused(kind: Kind) -> None:
    error = error_of(kind, f"http://127.0.0.1:{free_port()}", get)
    assert type(error) is TransportError
    assert error.attempts == 3
    assert "connection failed" in str(error)
    assert error.__cause__ is None


BREAKS: dict[str, Script] = {
    "before the headers": [CLOSE],
    "before the headers, by RST": [RESET],
    "within the status line": [b"HTTP/1.1 20", CLOSE],
    "within the headers": [GOOD[:40], CLOSE],
    "within the headers, by RST": [GOOD[:40], Pause(0.01), RESET],
}


@KINDS
@pytest.mark.parametrize("script", BREAKS.values(), ids=list(BREAKS))
def test_dropped_before_a_body_is_repeated(kind: Kind, script: Script) -> None:
    with Faulty(script, GOOD) as server:
        assert call(kind, server.url, get).name == "pen"
        assert len(server.requests) == 2
    with Faulty(script) as server:
        error = error_of(kind, server.url, get, retries=Retries(most=1, first_delay=0.01))
        assert type(error) is TransportError
        assert len(server.requests) == error.attempts == 2


TRUNCATED: dict[str, Script] = {
    "content length": [b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n" + b'{"name": "pen"}', CLOSE],
    "chunk": [b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nff\r\n" + b'{"name": "pen"}', CLOSE],
    "no last chunk": [
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nf\r\n" + b'{"name": "pen"}' + b"\r\n",
        CLOSE,
    ],
    "reset": [
        b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n" + b'{"name": "pen"}',
        Pause(0.1),
        RESET,
    ],
}


@KINDS
@pytest.mark.parametrize("script", TRUNCATED.values(), ids=list(TRUNCATED))
def test_a_truncated_body_is_no_body(kind: Kind, script: Script) -> None:
    with Faulty(script) as server:
        error = error_of(kind, server.url, get)
        assert type(error) is TransportError
        assert len(server.requests) == 1, "some of the body had come"


@KINDS
def test_a_content_length_that_is_too_small(kind: Kind) -> None:
    short = b'HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Type: application/json\r\n\r\n{"name": "pen"}'
    with Faulty(short, GOOD) as server:

        def story(client: Any) -> Any:
            with pytest.raises(UnreadableResponseError):
                yield client.get_item("x")
            item = yield client.get_item("x")
            assert item.name == "pen"

        told(kind, server.url, story)


SLOW: dict[str, Script] = {
    "nothing": [Pause(5)],
    "status line": [Drip(b"HTTP/1.1 200 OK" + b" " * 900)],
    "headers": [b"HTTP/1.1 200 OK\r\n", Drip(b"X-A: b\r\n" * 200)],
    "informational responses": [Drip(b"HTTP/1.1 100 Continue\r\n\r\n" * 100, every=0.002)],
    "body": [b"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n", Drip(b" " * 500)],
    "chunks": [b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", Drip(b"1\r\n \r\n" * 100)],
    "gzip without content": [
        b"HTTP/1.1 200 OK\r\nContent-Length: 5000\r\nContent-Encoding: gzip\r\n\r\n\x1f\x8b\x08\x08"
        + b"\0" * 6,
        Drip(b"n" * 5000),
    ],
    "after half a body": [b"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{", Pause(5)],
}


@KINDS
@pytest.mark.parametrize("script", SLOW.values(), ids=list(SLOW))
def test_the_deadline_holds_whatever_drips(kind: Kind, script: Script) -> None:
    with Faulty(script) as server:
        started = time.monotonic()
        error = error_of(kind, server.url, get, timeout=Timeouts(total=0.3))
        assert 0.25 < time.monotonic() - started < 0.3 + MARGIN
        assert type(error) is RequestTimeoutError
        assert len(server.requests) == 1


@KINDS
def test_a_pause_that_is_too_long_is_no_answer(kind: Kind) -> None:
    with Faulty([Pause(5)], GOOD) as server:
        assert call(kind, server.url, get, timeout=Timeouts(read=0.1)).name == "pen"
        assert len(server.requests) == 2


@KINDS
def test_a_request_that_nobody_reads_meets_the_deadline(kind: Kind) -> None:
    big = emitted().Item(name="n" * 20_000_000)
    with Faulty(GOOD) as server:
        server.deaf = True
        started = time.monotonic()
        error = error_of(kind, server.url, lambda client: client.put_item("x", big), timeout=0.3)
        assert type(error) is RequestTimeoutError
        assert time.monotonic() - started < 0.3 + MARGIN


NONSENSE: dict[str, bytes] = {
    "text": b"hello, who is there?\r\n\r\n",
    "binary": b"\x16\x03\x01\x02\x00\x01\x00" * 9 + b"\r\n\r\n",
    "status": b"HTTP/1.1 abc OK\r\n\r\n",
    "status 000": b"HTTP/1.1 000 OK\r\nContent-Length: 0\r\n\r\n",
    "another protocol": b"SSH-2.0-OpenSSH_9.9\r\n",
    "header": b"HTTP/1.1 200 OK\r\nno colon\r\n\r\n",
    "two lengths": b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n{}",
    "negative length": b"HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n{}",
    "endless header": b"HTTP/1.1 200 OK\r\nX: " + b"y" * 300_000,
    "endless headers": b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 60_000,
}


@KINDS
@pytest.mark.parametrize("nonsense", NONSENSE.values(), ids=list(NONSENSE))
def test_what_is_not_http(kind: Kind, nonsense: bytes) -> None:
    with Faulty([nonsense, CLOSE]) as server:
        error = error_of(kind, server.url, get, retries=0)
        assert type(error) is TransportError
        assert len(str(error)) < 600


@KINDS
def test_another_protocol_is_not_switched_to(kind: Kind) -> None:
    with Faulty(b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n") as server:
        error = error_of(kind, server.url, get)
        assert type(error) is TransportError


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


WRONG = {"name": 5, "count": "many", "colour": "red"}


@KINDS
def test_a_server_that_is_back_is_used_again(kind: Kind) -> None:
    with Faulty([RESET], [CLOSE], [b"garbage", CLOSE], GOOD) as server:

        def story(client: Any) -> Any:
            for _ in range(3):
                with pytest.raises(TransportError):
                    yield client.get_item("x")
            item = yield client.get_item("x")
            assert item.name == "pen"

        told(kind, server.url, story, retries=Retries(most=0))
