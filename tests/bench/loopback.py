"""``python -m tests.bench.loopback``: an HTTP server on loopback that costs as little as one in Python can.

It answers every GET with a page of batches in a body that is ready, and prints its port first. ``/items/N/…``
are pages of N items, each the last one; in ``/pages/N/…`` the cursor counts up to N.
"""

from __future__ import annotations

import asyncio
import json
import re
import sys
from functools import cache
from pathlib import Path
from typing import Any

_SAMPLE = Path(__file__).parents[2] / "specs" / "tofupilot" / "samples" / "list_batches.json"
_REQUEST = re.compile(rb"GET /(items|pages)/(\d+)/[^ ?]*(?:\?[^ ]*cursor=(\d+))?")


@cache
def body(items: int, cursor: int | None) -> bytes:
    """A page of the documented sample's batch, repeated."""
    page: dict[str, Any] = json.loads(_SAMPLE.read_bytes())
    page["data"] = page["data"][:1] * items
    page["meta"] = {"has_more": cursor is not None, "next_cursor": cursor}
    return json.dumps(page, separators=(",", ":")).encode()


def answer(request: bytes) -> bytes:
    """The whole response to a request."""
    found = _REQUEST.match(request)
    if found is None:
        return b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"
    number = int(found[2])
    if found[1] == b"items":
        return _response(body(number, None))
    cursor = int(found[3] or 0)
    following = cursor + 1 if cursor + 1 < number else None
    template = body(1, 0 if following is not None else None)
    return _response(
        template
        if following is None
        else template.replace(b'"next_cursor":0', b'"next_cursor":%d' % following)
    )


def _response(content: bytes) -> bytes:
    return b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%b" % (
        len(content),
        content,
    )


class _Answering(asyncio.Protocol):
    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        self._waiting = b""

    def data_received(self, data: bytes) -> None:
        *requests, self._waiting = (self._waiting + data).split(b"\r\n\r\n")
        for request in requests:
            self._transport.write(answer(request))


async def _serve() -> None:
    loop = asyncio.get_running_loop()
    server = await loop.create_server(_Answering, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await loop.run_in_executor(None, sys.stdin.read)


if __name__ == "__main__":
    asyncio.run(_serve())
