"""A server on loopback, and clients of both kinds."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.http.service import Driver, Service, driver, empty


@pytest.fixture(scope="module")
def _service() -> Iterator[Service]:
    made = Service()
    yield made
    made.close()


@pytest.fixture
def service(_service: Service) -> Service:
    """The server, which answers 500 until it is told what to answer."""
    _service.answer(empty(500))
    return _service


@pytest.fixture(params=["sync", "async"])
def do(request: pytest.FixtureRequest, service: Service) -> Iterator[Driver]:
    """A client's driver, of each kind."""
    with driver(request.param, service.url) as made:
        yield made
