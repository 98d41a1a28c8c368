"""A server on loopback that answers as a test says, and clients of both kinds that a test drives in the same words."""

from __future__ import annotations

import asyncio
import contextlib
import json
import ssl
import threading
from collections.abc import Awaitable, Callable, Generator, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Final
from urllib.parse import parse_qsl

from wiresmith.check.loading import load
from wiresmith.contract.resolve import load_api

SPECS: Final = Path(__file__).parent / "specs"
TRUST: Final = ssl.create_default_context()
"""Made once, since that takes long; nothing here is https."""


@dataclass(frozen=True, slots=True)
class Request:
    """What the server was sent; header names are in lower case."""

    method: str
    path: str
    query: str
    headers: list[tuple[str, str]]
    body: bytes

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """The query, decoded."""
        return parse_qsl(self.query, keep_blank_values=True)

    def header(self, name: str) -> str | None:
        """A header that came once; None if it did not come."""
        values = [value for each, value in self.headers if each == name.lower()]
        assert len(values) < 2, f"{name} came {len(values)} times"
        return values[0] if values else None


@dataclass(frozen=True, slots=True)
class Answer:
    """What the server sends. ``media`` None: no Content-Type."""

    status: int = 200
    body: bytes = b""
    media: str | None = None
    headers: Mapping[str, str] = field(default_factory=dict[str, str])
    reason: str | None = None


def as_json(value: object, status: int = 200, **headers: str) -> Answer:
    """An answer in JSON; ``X_Next="1"`` is a header."""
    named = {name.replace("_", "-"): text for name, text in headers.items()}
    return Answer(status, json.dumps(value).encode(), "application/json; charset=utf-8", named)


def empty(status: int = 200, **headers: str) -> Answer:
    """An answer without a body."""
    return Answer(status, headers={name.replace("_", "-"): text for name, text in headers.items()})


Answers = Callable[[Request], Answer]


class Service:
    """The server; ``requests`` has what came in since the last ``answer``."""

    def __init__(self) -> None:
        self.requests: list[Request] = []
        self._answers: Answers = lambda request: empty(500)
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler_of(self))
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True)
        self._thread.start()
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}"

    def answer(self, *answers: Answer | Answers) -> None:
        """Give these answers one after the other, the last one again and again."""
        self.requests = []
        left = list(answers)

        def choose(request: Request) -> Answer:
            chosen = left.pop(0) if len(left) > 1 else left[0]
            return chosen(request) if callable(chosen) else chosen

        self._answers = choose

    @property
    def request(self) -> Request:
        """The only request that came."""
        (only,) = self.requests
        return only

    def close(self) -> None:
        """Stop it."""
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def answered(self, request: Request) -> Answer:
        """What a request is answered; it is one of ``requests`` from now on."""
        self.requests.append(request)
        return self._answers(request)


def _handler_of(service: Service) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True
        wbufsize = -1

        def __getattr__(self, name: str) -> Any:
            if name.startswith("do_"):
                return self._serve
            raise AttributeError(name)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

        def _serve(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            path, _, query = self.path.partition("?")
            headers = [(name.lower(), value) for name, value in self.headers.items()]
            request = Request(self.command, path, query, headers, body)
            answer = service.answered(request)
            self.send_response(answer.status, answer.reason)
            if answer.media is not None:
                self.send_header("Content-Type", answer.media)
            for name, value in answer.headers.items():
                self.send_header(name, value)
            if answer.status != 204:
                self.send_header("Content-Length", str(len(answer.body)))
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(answer.body)

    return Handler


@cache
def emitted(folder: Path = SPECS / "shop") -> Any:
    """The package of a spec, and its module ``client``."""
    return load(load_api(folder))


class Driver:
    """A client of one kind. ``driver(client.method(…))`` gives what the call gives, whichever kind it is."""

    def __init__(self, kind: str, url: str) -> None:
        self.kind = kind
        self.url = url
        self._runner = asyncio.Runner() if kind == "async" else None
        self._opened: list[Any] = []

    def open(self, package: Any = None, **options: Any) -> Any:
        """A new client of a package (the shop's) for the server."""
        package = emitted() if package is None else package
        options = {"base_url": self.url, "verify": TRUST, "retries": 0, **options}
        client = (package.Client if self._runner is None else package.AsyncClient)(**options)
        self._opened.append(client)
        return client

    def __call__(self, given: Any) -> Any:
        """A value, or what is awaited for it; a list of what is iterated over."""
        if isinstance(given, Awaitable):
            return self._run(given)
        if hasattr(given, "__aiter__"):
            return list(self.each(given))
        return list(given) if hasattr(given, "__next__") or hasattr(given, "at_most") else given

    def each(self, given: Any) -> Generator[Any]:
        """What is iterated over, one by one."""
        if not hasattr(given, "__aiter__"):
            yield from given
            return
        items = given.__aiter__()
        while True:
            try:
                item = self._run(items.__anext__())
            except StopAsyncIteration:
                return
            yield item

    def close(self) -> None:
        """Close all clients, and the loop."""
        for client in self._opened:
            if self._runner is None:
                client.close()
            else:
                self._run(client.aclose())
        if self._runner is not None:
            self._runner.close()

    def _run(self, awaitable: Awaitable[Any]) -> Any:
        async def wait() -> Any:
            return await awaitable

        assert self._runner is not None, "clients for threads give no awaitables"
        return self._runner.run(wait())


@contextlib.contextmanager
def driver(kind: str, url: str) -> Iterator[Driver]:
    """A driver that is closed at the end."""
    made = Driver(kind, url)
    try:
        yield made
    finally:
        made.close()


PRODUCT: Final = {
    "Id": 5,
    "Name": "Hammer & Söhne",
    "Kind": "Tool",
    "Price": 12.50,
    "Added": "2026-03-01T08:00:00.1234567Z",
}
