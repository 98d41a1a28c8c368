"""A deadline for everything that a thread reads and writes.

Timeouts of HTTP libraries bound single reads: a server that sends a byte now and then is never late. The
sockets of a sync client therefore look at the deadline of the call at every read. (Async clients cancel the
call instead.)
"""

from __future__ import annotations

import ssl
import time
from collections.abc import Generator, Iterable
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

import httpcore2
import httpx2

_deadline: ContextVar[float | None] = ContextVar("_deadline", default=None)


@contextmanager
def deadline(moment: float) -> Generator[None]:
    """Bound everything that this thread does with a socket of a `BoundedClient` by a moment of
    ``time.monotonic``.
    """
    token = _deadline.set(moment)
    try:
        yield
    finally:
        _deadline.reset(token)


class BoundedClient(httpx2.Client):
    """An HTTP client whose connections, proxied ones too, keep to `deadline`."""

    def _init_transport(self, *arguments: Any, **named: Any) -> httpx2.BaseTransport:
        return _bounded(super()._init_transport(*arguments, **named))

    def _init_proxy_transport(self, *arguments: Any, **named: Any) -> httpx2.BaseTransport:
        return _bounded(super()._init_proxy_transport(*arguments, **named))


def _bounded(transport: httpx2.BaseTransport) -> httpx2.BaseTransport:
    # The pool takes a network backend when it is made; the transport that makes it passes none on.
    pool = vars(transport).get("_pool")
    if isinstance(pool, httpcore2.ConnectionPool):
        pool_facts = vars(pool)
        pool_facts["_network_backend"] = _Backend(pool_facts["_network_backend"])
    return transport


def _left(timeout: float | None, late: type[Exception]) -> float | None:
    """The timeout, or what is left of the deadline where that is less."""
    moment = _deadline.get()
    if moment is None:
        return timeout
    left = moment - time.monotonic()
    if left <= 0:
        raise late("the deadline of the call has passed")
    return left if timeout is None else min(timeout, left)


class _Backend(httpcore2.NetworkBackend):
    def __init__(self, inner: httpcore2.NetworkBackend) -> None:
        self._inner = inner

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore2.NetworkStream:
        left = _left(timeout, httpcore2.ConnectTimeout)
        return _Stream(self._inner.connect_tcp(host, port, left, local_address, socket_options))

    def connect_unix_socket(
        self, path: str, timeout: float | None = None, socket_options: Iterable[Any] | None = None
    ) -> httpcore2.NetworkStream:
        left = _left(timeout, httpcore2.ConnectTimeout)
        return _Stream(self._inner.connect_unix_socket(path, left, socket_options))

    def sleep(self, seconds: float) -> None:
        self._inner.sleep(seconds)


class _Stream(httpcore2.NetworkStream):
    def __init__(self, inner: httpcore2.NetworkStream) -> None:
        self._inner = inner

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._inner.read(max_bytes, _left(timeout, httpcore2.ReadTimeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, _left(timeout, httpcore2.WriteTimeout))

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore2.NetworkStream:
        left = _left(timeout, httpcore2.ConnectTimeout)
        return _Stream(self._inner.start_tls(ssl_context, server_hostname, left))

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)
