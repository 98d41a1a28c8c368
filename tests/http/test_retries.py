"""Which requests are repeated, how often and when."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from itertools import pairwise
from typing import Any

import pytest

from batch_apis.os1.client import AsyncClient, Client
from tests.http.driving import ITEM, KINDS, Kind, call, emitted, error_of, told, using
from tests.http.faulty import CLOSE, RESET, Faulty, Script, answer, documents, free_port
from wiresmith.client import (
    ApiResponse,
    Attempt,
    Hooks,
    RequestTimeoutError,
    Retries,
    ServerError,
    StatusError,
    Timeouts,
    TooManyRequestsError,
    TransportError,
)

GOOD = documents(ITEM)
CREATED = documents(ITEM, "201 Created")


def get(client: Any) -> Any:
    return client.get_item("x")


def item() -> Any:
    return emitted().Item(name="pen")


def busy(status: str = "503 Busy", **headers: str) -> bytes:
    return documents({"message": "later"}, status, **headers)


def in_seconds(seconds: float) -> str:
    return format_datetime(datetime.now(UTC) + timedelta(seconds=seconds), usegmt=True)


@KINDS
@pytest.mark.parametrize(
    "status", ["408 Timeout", "429 Too Many", "500 Oops", "502 Bad", "503 Busy", "504 Late"]
)
def test_what_may_pass_is_repeated(kind: Kind, status: str) -> None:
    with Faulty(busy(status), busy(status), GOOD) as server:
        response: ApiResponse[Any] = call(kind, server.url, lambda client: client.get_item.with_response("x"))
        assert response.request.attempts == len(server.requests) == 3
        assert server.connections == 1
    with Faulty(busy(status)) as server:
        error = error_of(kind, server.url, get)
        assert isinstance(error, StatusError)
        assert error.status == int(status[:3])
        assert error.attempts == len(server.requests) == 3
        assert "3 attempts" in str(error)


@KINDS
@pytest.mark.parametrize("status", ["400 Bad", "403 No", "404 None", "409 Both", "422 Odd", "301 Moved"])
def test_what_will_not_pass_is_not_repeated(kind: Kind, status: str) -> None:
    with Faulty(busy(status, Retry_After="0")) as server:
        error = error_of(kind, server.url, get)
        assert isinstance(error, StatusError)
        assert len(server.requests) == 1


@KINDS
@pytest.mark.parametrize("script", [busy(), [CLOSE], [RESET]], ids=["503", "close", "reset"])
def test_without_retries_there_is_one_request(kind: Kind, script: Script) -> None:
    with Faulty(script) as server:
        error = error_of(kind, server.url, get, retries=0)
        assert len(server.requests) == error.attempts == 1


@KINDS
@pytest.mark.parametrize("script", [busy(Retry_After="0"), [CLOSE], [RESET]], ids=["503", "close", "reset"])
def test_post_is_sent_once(kind: Kind, script: Script) -> None:
    with Faulty(script, CREATED) as server:
        error = error_of(kind, server.url, lambda client: client.add_item(item()))
        assert isinstance(error, ServerError | TransportError)
        assert len(server.requests) == 1


@KINDS
@pytest.mark.parametrize("script", [busy(Retry_After="0"), [CLOSE], [RESET]], ids=["503", "close", "reset"])
@pytest.mark.parametrize("operation", ["add_once", "put_item"])
def test_what_is_idempotent_is_repeated_with_its_body(kind: Kind, script: Script, operation: str) -> None:
    with Faulty(script, choose_status(operation)) as server:
        arguments = (item(),) if operation == "add_once" else ("x", item())
        call(kind, server.url, lambda client: getattr(client, operation)(*arguments))
        first, second = server.requests
        assert first.body == second.body == b'{"name":"pen"}'


def choose_status(operation: str) -> bytes:
    return CREATED if operation == "add_once" else GOOD


@KINDS
def test_nobody_there_at_first(kind: Kind) -> None:
    port = free_port()
    started: list[Faulty] = []

    class Starting(Hooks):
        def after_failure(self, attempt: Attempt) -> None:
            if not started:
                started.append(Faulty(GOOD, port=port))

    try:
        assert call(kind, f"http://127.0.0.1:{port}", get, hooks=[Starting()]).name == "pen"
    finally:
        started[0].stop()


@KINDS
@pytest.mark.parametrize("form", ["seconds", "date"])
def test_the_server_says_when(kind: Kind, form: str) -> None:
    with Faulty(choose=lambda _: GOOD if len(server.requests) > 1 else first) as server:
        # A date has whole seconds: this one is half a second away at least.
        first = busy(Retry_After="1" if form == "seconds" else in_seconds(1.5))
        call(kind, server.url, get, retries=Retries(first_delay=0.01))
        one, other = server.requests
        assert 0.3 < other.at - one.at < 3


@KINDS
def test_a_moment_that_has_passed_is_now(kind: Kind) -> None:
    with Faulty(busy(Retry_After=in_seconds(-3600)), GOOD) as server:
        started = time.monotonic()
        call(kind, server.url, get, retries=Retries(first_delay=5))
        assert time.monotonic() - started < 3


@KINDS
@pytest.mark.parametrize("later", ["3600", "9" * 400, in_seconds(3660)], ids=["seconds", "for ever", "date"])
def test_a_server_that_asks_for_long_is_left_alone(kind: Kind, later: str) -> None:
    with Faulty(busy("429 Too Many", Retry_After=later)) as server:
        started = time.monotonic()
        error = error_of(kind, server.url, get)
        assert isinstance(error, TooManyRequestsError)
        assert error.retry_after is not None
        assert error.retry_after > 3000
        assert len(server.requests) == 1
        assert time.monotonic() - started < 1.5


ODD_MOMENTS = [
    "-1", "1.5", "soon", "", "Wed, 21 Oct 2015 07:99999999999999999999:00 GMT", "٣", "²", "Wed, 21 Oct 2015 07:28:00 +99999999999",
    "Wed, 21 Oct 99999 07:28:00 GMT", "Wed, 99 Oct 2015 07:28:00 GMT", "Wed, 21 Oct 0001 00:00:00 +2359",
]  # fmt: skip


@KINDS
@pytest.mark.parametrize("text", ODD_MOMENTS)
def test_a_moment_that_is_none_is_not_waited_for(kind: Kind, text: str) -> None:
    with Faulty([busy(Retry_After=text.encode().decode("latin-1"))], GOOD) as server:
        assert call(kind, server.url, get).name == "pen"
        assert len(server.requests) == 2


@KINDS
@pytest.mark.parametrize("headers", [{}, {"Retry_After": "1"}], ids=["own delay", "Retry-After"])
def test_the_deadline_bounds_the_time_between_attempts(kind: Kind, headers: dict[str, str]) -> None:
    with Faulty(busy(**headers)) as server:
        started = time.monotonic()
        error = error_of(
            kind, server.url, get, timeout=Timeouts(total=0.5), retries=Retries(first_delay=0.9, most=5)
        )
        assert isinstance(error, ServerError)
        assert time.monotonic() - started < 0.4
        assert len(server.requests) == 1


@KINDS
def test_the_deadline_bounds_all_attempts(kind: Kind) -> None:
    with Faulty([CLOSE]) as server:
        started = time.monotonic()
        error = error_of(
            kind,
            server.url,
            get,
            timeout=0.3,
            retries=Retries(most=1000, first_delay=0.02, longest_delay=0.02),
        )
        assert isinstance(error, RequestTimeoutError | TransportError)
        assert time.monotonic() - started < 1.5
        assert 2 < len(server.requests) < 40


@KINDS
def test_delays_grow_and_are_not_all_the_same(kind: Kind) -> None:
    with Faulty(busy()) as server:
        error_of(kind, server.url, get, retries=Retries(most=4, first_delay=0.04, longest_delay=0.2))
        at = [request.at for request in server.requests]
        waited = [later - earlier for earlier, later in pairwise(at)]
        assert len(waited) == 4
        assert all(
            seconds >= least * 0.74 for seconds, least in zip(waited, (0.04, 0.08, 0.16, 0.2), strict=True)
        )


@KINDS
def test_each_attempt_has_an_id_of_its_own(kind: Kind) -> None:
    with Faulty(busy()) as server:
        error = error_of(kind, server.url, lambda client: client.traced())
        ids = [request.header("x-trace") for request in server.requests]
        assert len(set(ids)) == 3
        assert None not in ids
        assert error.request_id == ids[-1]
        assert f"request id {ids[-1]}" in str(error)


@KINDS
def test_an_id_that_was_given_is_kept(kind: Kind) -> None:
    with Faulty(busy()) as server:
        error = error_of(kind, server.url, lambda client: client.traced(x_trace="mine"))
        assert [request.header("x-trace") for request in server.requests] == ["mine"] * 3
        assert error.request_id == "mine"


@KINDS
@pytest.mark.parametrize(
    "script",
    [[CLOSE], answer(b"<p>", media="text/html"), answer(), busy("404 None"), [b"\0\r\n\r\n", CLOSE]],
    ids=["close", "html", "empty", "404", "garbage"],
)
def test_every_error_has_the_id(kind: Kind, script: Script) -> None:
    with Faulty(script) as server:
        error = error_of(kind, server.url, lambda client: client.traced(), retries=0)
        assert error.request_id is not None
        assert error.request_id == server.requests[-1].header("x-trace")
        assert error.request_id in str(error)
        assert (error.operation, error.method, error.url) == ("faults.traced", "GET", f"{server.url}/traced")


@KINDS
def test_an_id_that_the_server_gave_is_in_the_error(kind: Kind) -> None:
    with Faulty(busy("404 None", X_Request_Id="srv-1")) as server:
        assert error_of(kind, server.url, get).request_id == "srv-1"


@KINDS
def test_the_documented_header_of_an_api(kind: Kind) -> None:
    def make(kind: Kind, url: str) -> Any:
        return (Client if kind == "sync" else AsyncClient)(
            access_token="tok", tenant_id="ten", base_url=url, retries=Retries(first_delay=0.01)
        )

    with Faulty(busy()) as server:
        with pytest.raises(ServerError):
            using(
                kind,
                make,
                lambda client: client.container_batch_status(
                    "box", batch_id="batch:00000000-0000-4000-8000-000000000001"
                ),
                server.url,
            )
        assert len({request.header("x-coreos-request-id") for request in server.requests}) == 3


@KINDS
def test_options_may_differ_for_one_call(kind: Kind) -> None:
    with Faulty(busy(), busy(), GOOD) as server:

        def story(client: Any) -> Any:
            with pytest.raises(ServerError):
                yield client.with_options(retries=0).get_item("x")
            assert len(server.requests) == 1
            yield client.get_item("x")

        told(kind, server.url, story)
        assert len(server.requests) == 3
