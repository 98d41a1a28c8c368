"""Pages and states that are at another origin, or so the server says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

import pytest

from tests.http.driving import ITEM, KEY, KINDS, Kind, all_of, call, error_of, told
from tests.http.faulty import Faulty, Request, Script, documents
from wiresmith.client import PagingLoopError, RedirectError, WaitFailedError


@pytest.fixture
def other() -> Iterator[Faulty]:
    """A server of another origin."""
    with Faulty(documents(ITEM)) as server:
        yield server


def page(next_: str | None, **headers: str) -> bytes:
    return documents({"data": ["a"], "next": next_}, **headers)


@KINDS
@pytest.mark.parametrize("target", ["{}/url", "//localhost:{port}/url", "http://localhost:{port}/url"])
@pytest.mark.parametrize("operation", ["by_url", "by_link"])
def test_a_next_page_of_another_origin_is_not_asked_for(
    kind: Kind, target: str, operation: str, other: Faulty
) -> None:
    elsewhere = target.format(other.url, port=other.port)
    script = page(elsewhere, Link=f'<{elsewhere}>; rel="next"')
    with Faulty(script) as server:
        seen: list[str] = []

        def story(client: Any) -> Any:
            pages = yield all_of(getattr(client, operation).pages().at_most(1))
            seen.extend(item for each in pages for item in each.items)
            with pytest.raises(RedirectError, match="another origin"):
                yield all_of(getattr(client, operation).items())

        told(kind, server.url, story)
        assert seen == ["a"]
        assert len(server.requests) == 2
        assert not other.requests


@KINDS
def test_the_url_of_the_next_page_holds_no_secret(kind: Kind) -> None:
    def choose(request: Request) -> Script:
        return page(f"{server.url}{request.target}&at={len(server.requests)}")

    with Faulty(choose=choose) as server:
        pages = call(kind, server.url, lambda client: all_of(client.by_url.pages().at_most(3)))
        assert [each.next for each in pages] == [
            f"{server.url}/url?{query}" for query in ("at=1", "at=1&at=2", "at=1&at=2&at=3")
        ]
        assert all(target.count(f"api_key={quote(KEY, safe='')}") == 1 for target in server.targets)


@KINDS
def test_pages_in_a_circle_show_no_secret(kind: Kind) -> None:
    with Faulty(choose=lambda request: page(request.target)) as server:
        error = error_of(kind, server.url, lambda client: all_of(client.by_url.items()))
        assert type(error) is PagingLoopError
        assert quote(KEY, safe="") not in str(error)


@KINDS
@pytest.mark.parametrize(
    "target", ["http://u:p@127.0.0.1:{port}/url", "ftp://h/x", "http://h\\@x/", "javascript:1"]
)
def test_garbage_is_no_next_page(kind: Kind, target: str, other: Faulty) -> None:
    with Faulty(page(target.format(port=other.port))) as server:
        error = error_of(kind, server.url, lambda client: all_of(client.by_url.items()))
        assert type(error) is RedirectError
        assert len(server.requests) == 1
        assert not other.requests


@KINDS
@pytest.mark.parametrize("target", ["{}/status", "//localhost:{port}/status"])
def test_a_status_of_another_origin_is_not_asked_for(kind: Kind, target: str, other: Faulty) -> None:
    elsewhere = target.format(other.url, port=other.port)
    with Faulty(documents({"status_url": elsewhere}, "202 Accepted")) as server:
        error = error_of(kind, server.url, lambda client: client.start.until_done(within=5)())
        assert isinstance(error, RedirectError | WaitFailedError)
        assert len(server.requests) == 1
        assert not other.requests


@KINDS
def test_a_cursor_of_the_caller_leads_to_no_other_origin(kind: Kind, other: Faulty) -> None:
    with Faulty(page(None)) as server:
        error = error_of(
            kind, server.url, lambda client: all_of(client.by_url.pages().starting_at(f"{other.url}/url"))
        )
        assert type(error) is RedirectError
        assert not other.requests
        assert not server.requests
