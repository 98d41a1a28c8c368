"""Pages and states that are at another origin, or so the server says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

import pytest

from tests.client.faults import ITEM, KEY, call, client, error_of
from tests.client.network import Answer, Request, Script, Server, as_json
from wiresmith.client import PagingLoopError, RedirectError, WaitFailedError


@pytest.fixture
def other() -> Iterator[Server]:
    """A server of another origin."""
    with Server(as_json(ITEM)) as server:
        yield server


def page(next_: str | None, **headers: Any) -> Answer:
    return as_json({"data": ["a"], "next": next_}, **headers)


@pytest.mark.parametrize("target", ["{}/url", "//localhost:{port}/url", "http://localhost:{port}/url"])
@pytest.mark.parametrize("operation", ["by_url", "by_link"])
def test_a_next_page_of_another_origin_is_not_asked_for(target: str, operation: str, other: Server) -> None:
    elsewhere = target.format(other.url, port=other.port)
    script = page(elsewhere, Link=f'<{elsewhere}>; rel="next"')
    with Server(script) as server:
        method = getattr(client(server.url), operation)
        assert [item for each in method.pages().at_most(1) for item in each.items] == ["a"]
        with pytest.raises(RedirectError, match="another origin"):
            list(method.items())
        assert len(server.requests) == 2
        assert not other.requests


def test_the_url_of_the_next_page_holds_no_secret() -> None:
    def choose(request: Request) -> Script:
        return page(f"{server.url}{request.target}&at={len(server.requests)}")

    with Server(choose) as server:
        pages = call(server.url, lambda made: list(made.by_url.pages().at_most(3)))
        assert [each.next for each in pages] == [
            f"{server.url}/url?{query}" for query in ("at=1", "at=1&at=2", "at=1&at=2&at=3")
        ]
        assert all(target.count(f"api_key={quote(KEY, safe='')}") == 1 for target in server.targets)


def test_pages_in_a_circle_show_no_secret() -> None:
    with Server(lambda request: page(request.target)) as server:
        error = error_of(server.url, lambda made: list(made.by_url.items()))
        assert type(error) is PagingLoopError
        assert quote(KEY, safe="") not in str(error)


@pytest.mark.parametrize(
    "target", ["http://u:p@127.0.0.1:{port}/url", "ftp://h/x", "http://h\\@x/", "javascript:1"]
)
def test_garbage_is_no_next_page(target: str, other: Server) -> None:
    with Server(page(target.format(port=other.port))) as server:
        error = error_of(server.url, lambda made: list(made.by_url.items()))
        assert type(error) is RedirectError
        assert len(server.requests) == 1
        assert not other.requests


@pytest.mark.parametrize("target", ["{}/status", "//localhost:{port}/status"])
def test_a_status_of_another_origin_is_not_asked_for(target: str, other: Server) -> None:
    elsewhere = target.format(other.url, port=other.port)
    with Server(as_json({"status_url": elsewhere}, 202)) as server:
        error = error_of(server.url, lambda made: made.start.until_done(within=5)())
        assert isinstance(error, RedirectError | WaitFailedError)
        assert len(server.requests) == 1
        assert not other.requests


def test_a_cursor_of_the_caller_leads_to_no_other_origin(other: Server) -> None:
    with Server(page(None)) as server:
        error = error_of(server.url, lambda made: list(made.by_url.pages().starting_at(f"{other.url}/url")))
        assert type(error) is RedirectError
        assert not other.requests
        assert not server.requests
