"""Servers in memory, and the driver that carries out the steps of a call with them: no sockets, no threads, a
clock of its own.
"""

from __future__ import annotations

import itertools
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Final, Self
from urllib.parse import parse_qsl

import httpx2

from wiresmith.client.connection import Body, build, failure
from wiresmith.client.options import Settings
from wiresmith.client.steps import Obtain, Outcome, Send, Sleep

_CHUNK: Final = 65536


class Clock:
    """The time as the client sees it: it passes when a call sleeps, when a server dawdles, and a little with
    each request.
    """

    def __init__(self) -> None:
        self.now = 1000.0
        self.slept: list[float] = []
        """What calls waited for, in seconds."""

    def monotonic(self) -> float:
        """Seconds since some moment."""
        return self.now

    def sleep(self, seconds: float) -> None:
        """Let time pass."""
        self.slept.append(seconds)
        self.now += seconds


clock: Final = Clock()


@dataclass(frozen=True, slots=True)
class Request:
    """What a server was sent; header names are in lower case. ``at`` is the time of the clock."""

    method: str
    target: str
    headers: list[tuple[str, str]]
    body: bytes
    at: float

    @property
    def path(self) -> str:
        """The target without the query."""
        return self.target.partition("?")[0]

    @property
    def query(self) -> str:
        """The query as it was sent."""
        return self.target.partition("?")[2]

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """The query, decoded."""
        return parse_qsl(self.query, keep_blank_values=True)

    @property
    def text(self) -> str:
        """All of it, to look for what must not be in it."""
        return f"{self.method} {self.target} {self.headers} {self.body!r}"

    def header(self, name: str) -> str | None:
        """A header that came once; None if it did not come."""
        values = [value for each, value in self.headers if each == name.lower()]
        assert len(values) < 2, f"{name} came {len(values)} times"
        return values[0] if values else None


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server sends. ``media`` None: no Content-Type."""

    status: int = 200
    body: bytes = b""
    media: str | None = None
    headers: Mapping[str, str] = field(default_factory=dict[str, str])


@dataclass(frozen=True, slots=True)
class Pause:
    """Nothing for some time."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Broken:
    """The end of the connection, as the HTTP library tells it."""

    error: type[httpx2.RequestError]
    text: str


CLOSE: Final = Broken(httpx2.RemoteProtocolError, "Server disconnected without sending a response.")
RESET: Final = Broken(httpx2.ReadError, "Connection reset by peer")
Step = Answer | Pause | Broken
Script = Step | Sequence[Step]
Answers = Callable[[Request], Script]


def as_json(value: object, status: int = 200, **headers: str) -> Answer:
    """An answer in JSON; ``X_Next="1"`` is a header."""
    return Answer(status, json.dumps(value).encode(), "application/json; charset=utf-8", _named(headers))


def answer(body: bytes = b"", status: int = 200, media: str = "application/json", **headers: str) -> Answer:
    """An answer with some bytes."""
    return Answer(status, body, media, _named(headers))


def empty(status: int = 200, **headers: str) -> Answer:
    """An answer without a body."""
    return Answer(status, headers=_named(headers))


def redirect(location: str, status: int = 302) -> Answer:
    """An answer that leads elsewhere."""
    return empty(status, Location=location)


def _named(headers: Mapping[str, str]) -> dict[str, str]:
    return {name.replace("_", "-"): text for name, text in headers.items()}


class Server:
    """A server at a URL of its own.

    Each request is answered by the next script, or what a function says; the last one stays.

    Without scripts it answers 500. ``requests`` has what came in since the last ``answer``.
    """

    _ports = itertools.count(20_000)
    _running: Final[dict[int, Server]] = {}

    def __init__(self, *scripts: Script | Answers) -> None:
        self.port = next(self._ports)
        self.url = f"http://127.0.0.1:{self.port}"
        self.requests: list[Request] = []
        self._left: list[Script | Answers] = []
        self.answer(*(scripts or (empty(500),)))

    def __enter__(self) -> Self:
        self._running[self.port] = self
        return self

    def __exit__(self, *_: object) -> None:
        del self._running[self.port]

    def answer(self, *scripts: Script | Answers) -> None:
        """Forget what came in, and answer with these from now on."""
        self.requests = []
        self._left = list(scripts)

    @property
    def request(self) -> Request:
        """The only request that came."""
        (only,) = self.requests
        return only

    @property
    def targets(self) -> list[str]:
        """What was asked for, in order."""
        return [request.target for request in self.requests]

    def script(self, request: Request) -> Sequence[Step]:
        """What to do for a request."""
        self.requests.append(request)
        chosen = self._left.pop(0) if len(self._left) > 1 else self._left[0]
        script = chosen(request) if callable(chosen) else chosen
        return [script] if isinstance(script, Answer | Pause | Broken) else script

    @classmethod
    def at(cls, url: httpx2.URL) -> Server:
        """The server that a URL leads to.

        Raises:
            httpx2.ConnectError: if there is none.
        """
        found = cls._running.get(url.port or 0)
        if found is None or url.scheme != "http" or url.host not in ("127.0.0.1", "localhost"):
            raise httpx2.ConnectError("All connection attempts failed")
        return found


def sent(step: Send, settings: Settings) -> Outcome:
    """Carry out one step: the request is built and the body is taken as the clients for threads and tasks do
    it.
    """
    clock.now += 0.001
    began = False
    try:
        request = build(None, step, settings.timeouts)
        server = Server.at(request.url)
        seen = Request(
            request.method,
            request.url.raw_path.decode("ascii"),
            [(name.lower(), value) for name, value in request.headers.multi_items()],
            request.read(),
            clock.now,
        )
        for each in server.script(seen):
            match each:
                case Pause(seconds):
                    patience = min(settings.timeouts.read, step.deadline - clock.now)
                    clock.now += min(seconds, patience)
                    if seconds >= patience:
                        raise httpx2.ReadTimeout("timed out")
                case Broken(error, text):
                    raise error(text)
                case Answer():
                    body = Body(_response(each, request), settings.caps, step.deadline)
                    content = b"" if seen.method == "HEAD" else each.body
                    for at in range(0, len(content), _CHUNK):
                        began = True
                        if (given_up := body.add(content[at : at + _CHUNK])) is not None:
                            return given_up
                    return body.end()
    except (httpx2.RequestError, httpx2.InvalidURL) as error:
        return failure(error, began, step.deadline)
    raise AssertionError("a script without an answer")


def _response(answer: Answer, request: httpx2.Request) -> httpx2.Response:
    headers = [(name.encode(), value.encode()) for name, value in answer.headers.items()]
    if answer.media is not None:
        headers.append((b"Content-Type", answer.media.encode()))
    return httpx2.Response(answer.status, headers=headers, request=request)


def _no_transport(request: httpx2.Request) -> httpx2.Response:
    raise AssertionError(f"{request.url} was sent")


@cache
def clients(package: Any) -> tuple[type[Any], type[Any]]:
    """The client of a package for threads and the one for tasks, whose calls go to servers in memory."""

    class Client(package.Client):  # type: ignore[misc]
        def _run(self, steps: Any) -> Any:
            answer: Any = None
            while True:
                try:
                    step = steps.send(answer)
                except StopIteration as end:
                    return end.value
                match step:
                    case Send():
                        answer = sent(step, self._api.settings)
                    case Obtain():
                        answer = self._obtain(step)
                    case Sleep(seconds):
                        clock.sleep(seconds)
                        answer = None

    class AsyncClient(package.AsyncClient):  # type: ignore[misc]
        async def _run(self, steps: Any) -> Any:
            answer: Any = None
            while True:
                try:
                    step = steps.send(answer)
                except StopIteration as end:
                    return end.value
                match step:
                    case Send():
                        answer = sent(step, self._api.settings)
                    case Obtain():
                        answer = await self._obtain(step)
                    case Sleep(seconds):
                        clock.sleep(seconds)
                        answer = None

    return Client, AsyncClient


def opened(package: Any, url: str, kind: str = "sync", **options: Any) -> Any:
    """A new client of a package for a server in memory."""
    client, asynchronous = clients(package)
    transport = httpx2.MockTransport(_no_transport)
    return (client if kind == "sync" else asynchronous)(base_url=url, transport=transport, **options)
