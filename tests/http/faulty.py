"""A server on loopback that does what its scripts say, however wrong that is."""

from __future__ import annotations

import contextlib
import json
import socket
import ssl
import struct
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, Self

from tests.client.network import Request as Sent

_NO_LINGER: Final = struct.pack("ii", 1, 0)


@dataclass(frozen=True, slots=True)
class Request(Sent):
    """What came in, on which connection."""

    at: float = field(default_factory=time.monotonic, kw_only=True)
    connection: int = 0


@dataclass(frozen=True, slots=True)
class Drip:
    """Bytes one by one."""

    data: bytes
    every: float = 0.02


@dataclass(frozen=True, slots=True)
class Pause:
    """Nothing for some time."""

    seconds: float


class Close:
    """The end of the connection, in order."""


class Reset:
    """The end of the connection, by RST."""


CLOSE: Final = Close()
RESET: Final = Reset()
Step = bytes | Drip | Pause | Close | Reset
Script = bytes | Sequence[Step]


def answer(
    body: bytes = b"", status: str = "200 OK", media: str = "application/json", **headers: str
) -> bytes:
    """A whole response; ``Retry_After="1"`` is a header."""
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}"]
    lines += [f"Content-Type: {media}"] if media else []
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def documents(value: Any, status: str = "200 OK", **headers: str) -> bytes:
    """A response with a JSON body."""
    return answer(json.dumps(value).encode(), status, **headers)


def redirect(location: str, status: str = "302 Found") -> bytes:
    """A response that leads elsewhere."""
    return answer(status=status, media="", Location=location)


class Faulty:
    """A server.

    Each request is answered by the next script, and those after the last one by that; or by what ``choose``
    says.

    Args:
        scripts: what to do for each request.
        choose: the script for a request, in place of those.
        tls: makes it a server of https.
        port: where it listens; some free port unless given.
    """

    def __init__(
        self,
        *scripts: Script,
        choose: Callable[[Request], Script] | None = None,
        tls: ssl.SSLContext | None = None,
        port: int = 0,
    ) -> None:
        self.requests: list[Request] = []
        self.connections = 0
        self.deaf = False
        """Connections that are accepted from now on are not read from."""
        self._choose = choose or self._next
        self._scripts = list(scripts)
        self._tls = tls
        self._lock = threading.Lock()
        self._stopped = threading.Event()
        self._open: set[socket.socket] = set()
        self._threads: list[threading.Thread] = []
        self._listener = socket.socket()
        self._listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self._listener.bind(("127.0.0.1", port))
        self._listener.listen(512)
        self.port: int = self._listener.getsockname()[1]
        self._start(self._accept)

    @property
    def url(self) -> str:
        """Its origin."""
        return f"http{'s' if self._tls else ''}://127.0.0.1:{self.port}"

    @property
    def targets(self) -> list[str]:
        """What was asked for, in order."""
        return [request.target for request in self.requests]

    def stop(self) -> None:
        """Close everything at once."""
        self._stopped.set()
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        with self._lock:
            connections = list(self._open)
        for connection in connections:
            _reset(connection)
        for thread in self._threads:
            thread.join(5)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def _start(self, work: Callable[..., None], *arguments: Any) -> None:
        thread = threading.Thread(target=work, args=arguments, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        while not self._stopped.is_set():
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            with self._lock:
                self._open.add(connection)
                self.connections += 1
                number = self.connections
            self._start(self._serve, connection, number)

    def _serve(self, connection: socket.socket, number: int) -> None:
        stream = connection
        try:
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            if self._tls is not None:
                stream = self._tls.wrap_socket(connection, server_side=True)
            buffer = bytearray()
            if self.deaf:
                self._stopped.wait()
            while (request := _read(stream, buffer, number)) is not None:
                with self._lock:
                    self.requests.append(request)
                    script = self._choose(request)
                if not self._play(stream, [script] if isinstance(script, bytes) else script):
                    return
        except (OSError, ValueError):
            return
        finally:
            with self._lock:
                self._open.discard(connection)
            stream.close()

    def _next(self, _: Request) -> Script:
        return self._scripts.pop(0) if len(self._scripts) > 1 else self._scripts[0]

    def _play(self, stream: socket.socket, script: Sequence[Step]) -> bool:
        """Do what the script says; is the connection still there?"""
        for step in script:
            match step:
                case bytes():
                    stream.sendall(step)
                case Drip(data, every):
                    for byte in data:
                        stream.sendall(bytes([byte]))
                        if self._stopped.wait(every):
                            return False
                case Pause(seconds):
                    if self._stopped.wait(seconds):
                        return False
                case Close():
                    return False
                case Reset():
                    _reset(stream)
                    return False
        return True


def free_port() -> int:
    """A port where nobody listens."""
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port: int = unused.getsockname()[1]
        return port


def _reset(connection: socket.socket) -> None:
    with contextlib.suppress(OSError):
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _NO_LINGER)
        connection.shutdown(socket.SHUT_RD)
    connection.close()


def _read(stream: socket.socket, buffer: bytearray, number: int) -> Request | None:
    while b"\r\n\r\n" not in buffer:
        if not (data := stream.recv(65536)):
            return None
        buffer += data
    head, _, rest = bytes(buffer).partition(b"\r\n\r\n")
    first, *lines = head.decode("latin-1").split("\r\n")
    method, target, _ = first.split(" ", 2)
    headers = [
        (name.strip().lower(), value.strip()) for name, _, value in (line.partition(":") for line in lines)
    ]
    length = int(next((value for name, value in headers if name == "content-length"), "0"))
    while len(rest) < length:
        if not (data := stream.recv(65536)):
            return None
        rest += data
    buffer[:] = rest[length:]
    return Request(method, target, headers, rest[:length], connection=number)
