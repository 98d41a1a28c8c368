"""A server in memory, and a client for it, with a clock of their own."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.client import network
from tests.client.network import Server
from tests.client.service import Driver, driver


@pytest.fixture(autouse=True)
def slept(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """How long the calls of a test sleep; nobody waits for it."""
    network.clock.slept = []
    for module in ("exchange", "connection", "waiting"):
        monkeypatch.setattr(f"wiresmith.client.{module}.time", network.clock)
    return network.clock.slept


@pytest.fixture
def service() -> Iterator[Server]:
    """The server, which answers 500 until it is told what to answer."""
    with Server() as made:
        yield made


@pytest.fixture
def do(service: Server) -> Iterator[Driver]:
    """A client for threads, and how to drive it."""
    with driver("sync", service.url) as made:
        yield made


@pytest.fixture(params=["sync", "async"])
def each(request: pytest.FixtureRequest, service: Server) -> Iterator[Driver]:
    """The same for each kind of client, where threads and tasks have code of their own."""
    with driver(request.param, service.url) as made:
        yield made
