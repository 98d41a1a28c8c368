"""A client of either kind that a test drives in the same words, and the API that most tests use."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Awaitable, Generator, Iterator
from functools import cache
from pathlib import Path
from typing import Any, Final

from tests.client.network import opened
from wiresmith.check.loading import load
from wiresmith.contract.resolve import load_api

SPECS: Final = Path(__file__).parent / "specs"


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
        client = opened(package, self.url, self.kind, **{"retries": 0, **options})
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
