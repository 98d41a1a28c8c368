"""What a call asks for is done by both kinds of client: requests over sockets, seconds that pass, redirects,
pages, waiting.
"""

from __future__ import annotations

import time
from typing import Any

import pytest

from tests.client.faults import ITEM, SECRETS, emitted
from tests.http.driving import KINDS, Kind, all_of, call, error_of
from tests.http.faulty import Faulty, documents, redirect
from wiresmith.client import Retries, ServerError

GOOD = documents(ITEM)


@KINDS
def test_a_request_arrives_whole(kind: Kind) -> None:
    with Faulty(GOOD) as server:
        item = emitted().Item(name="pen", count=2)
        assert call(kind, server.url, lambda made: made.put_item("a b", item)) == item
        (request,) = server.requests
        assert (request.method, request.target) == ("PUT", "/items/a%20b")
        assert request.body == b'{"name":"pen","count":2}'
        assert request.header("content-type") == "application/json"
        assert request.header("x-token") == SECRETS["token"]


@KINDS
def test_the_whole_response_comes_back(kind: Kind) -> None:
    with Faulty(documents(ITEM, X_Request_Id="r-1")) as server:
        response = call(kind, server.url, lambda made: made.get_item.with_response("x", q="y"))
        assert (response.status, response.headers["x-request-id"]) == (200, "r-1")
        assert (str(response.url), response.value.name) == (f"{server.url}/items/x?q=y", "pen")
        assert 0 < response.seconds < 30


@KINDS
@pytest.mark.parametrize("headers", [{}, {"Retry_After": "1"}], ids=["own delay", "Retry-After"])
def test_seconds_pass_between_attempts(kind: Kind, headers: dict[str, str]) -> None:
    with Faulty(documents({}, "503 Busy", **headers), GOOD) as server:
        call(kind, server.url, lambda made: made.get_item("x"), retries=Retries(first_delay=0.2))
        one, other = server.requests
        assert other.at - one.at > (0.9 if headers else 0.14)
        assert server.connections == 1


@KINDS
def test_an_error_has_its_attempts(kind: Kind) -> None:
    with Faulty(documents({"message": "later"}, "503 Busy")) as server:
        error = error_of(kind, server.url, lambda made: made.get_item("x"))
        assert type(error) is ServerError
        assert error.attempts == len(server.requests) == 3


@KINDS
def test_redirects_are_followed(kind: Kind) -> None:
    with Faulty(redirect("/elsewhere", "307 T"), GOOD) as server:
        assert call(kind, server.url, lambda made: made.everything()).name == "pen"
        assert [target.partition("?")[0] for target in server.targets] == ["/everything", "/elsewhere"]


@KINDS
def test_pages_come_one_after_the_other(kind: Kind) -> None:
    scripts = [documents({"data": [name], "next": name if name != "c" else None}) for name in "abc"]
    with Faulty(*scripts) as server:
        assert call(kind, server.url, lambda made: all_of(made.by_cursor.items())) == ["a", "b", "c"]
        assert server.targets == ["/cursor", "/cursor?cursor=a", "/cursor?cursor=b"]


@KINDS
def test_waiting_takes_time(kind: Kind) -> None:
    accepted = documents({"status_url": "/state"}, "202 Accepted", Retry_After="1")
    with Faulty(accepted, GOOD) as server:

        def use(made: Any) -> Any:
            return made.start.until_done(within=5)()

        started = time.monotonic()
        assert call(kind, server.url, use).name == "pen"
        assert time.monotonic() - started > 0.9
        assert server.targets == ["/start", "/state"]
