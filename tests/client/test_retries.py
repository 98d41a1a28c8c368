"""Which requests are repeated, how often and when."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

import pytest

from batch_apis import os1
from tests.client.faults import ITEM, call, client, emitted, error_of
from tests.client.network import CLOSE, RESET, Answer, Script, Server, answer, as_json, opened
from wiresmith.client import (
    ApiResponse,
    RequestTimeoutError,
    Retries,
    ServerError,
    StatusError,
    Timeouts,
    TooManyRequestsError,
    TransportError,
)

GOOD = as_json(ITEM)
CREATED = as_json(ITEM, 201)


def get(made: Any) -> Any:
    return made.get_item("x")


def item() -> Any:
    return emitted().Item(name="pen")


def busy(status: int = 503, **headers: str) -> Answer:
    return as_json({"message": "later"}, status, **headers)


def in_seconds(seconds: float) -> str:
    return format_datetime(datetime.now(UTC) + timedelta(seconds=seconds), usegmt=True)


@pytest.mark.parametrize("status", [408, 429, 500, 502, 503, 504])
def test_what_may_pass_is_repeated(status: int) -> None:
    with Server(busy(status), busy(status), GOOD) as server:
        response: ApiResponse[Any] = call(server.url, lambda made: made.get_item.with_response("x"))
        assert response.request.attempts == len(server.requests) == 3
    with Server(busy(status)) as server:
        error = error_of(server.url, get)
        assert isinstance(error, StatusError)
        assert error.status == status
        assert error.attempts == len(server.requests) == 3
        assert "3 attempts" in str(error)


@pytest.mark.parametrize("status", [400, 403, 404, 409, 422, 301])
def test_what_will_not_pass_is_not_repeated(status: int) -> None:
    with Server(busy(status, Retry_After="0")) as server:
        error = error_of(server.url, get)
        assert isinstance(error, StatusError)
        assert len(server.requests) == 1


@pytest.mark.parametrize("script", [busy(), [CLOSE], [RESET]], ids=["503", "close", "reset"])
def test_without_retries_there_is_one_request(script: Script) -> None:
    with Server(script) as server:
        error = error_of(server.url, get, retries=0)
        assert len(server.requests) == error.attempts == 1


@pytest.mark.parametrize("script", [busy(Retry_After="0"), [CLOSE], [RESET]], ids=["503", "close", "reset"])
def test_post_is_sent_once(script: Script) -> None:
    with Server(script, CREATED) as server:
        error = error_of(server.url, lambda made: made.add_item(item()))
        assert isinstance(error, ServerError | TransportError)
        assert len(server.requests) == 1


@pytest.mark.parametrize("script", [busy(Retry_After="0"), [CLOSE], [RESET]], ids=["503", "close", "reset"])
@pytest.mark.parametrize("operation", ["add_once", "put_item"])
def test_what_is_idempotent_is_repeated_with_its_body(script: Script, operation: str) -> None:
    with Server(script, choose_status(operation)) as server:
        arguments = (item(),) if operation == "add_once" else ("x", item())
        call(server.url, lambda made: getattr(made, operation)(*arguments))
        first, second = server.requests
        assert first.body == second.body == b'{"name":"pen"}'


def choose_status(operation: str) -> Answer:
    return CREATED if operation == "add_once" else GOOD


@pytest.mark.parametrize("form", ["seconds", "date"])
def test_the_server_says_when(slept: list[float], form: str) -> None:
    with Server(lambda _: GOOD if len(server.requests) > 1 else first) as server:
        first = busy(Retry_After="3" if form == "seconds" else in_seconds(30))
        call(server.url, get, retries=Retries(first_delay=0.01))
        (seconds,) = slept
        # A date has whole seconds.
        assert seconds == 3 if form == "seconds" else 20 < seconds <= 30


def test_a_moment_that_has_passed_is_now(slept: list[float]) -> None:
    with Server(busy(Retry_After=in_seconds(-3600)), GOOD) as server:
        call(server.url, get, retries=Retries(first_delay=5))
        assert slept == [0]


@pytest.mark.parametrize("later", ["3600", "9" * 400, in_seconds(3660)], ids=["seconds", "for ever", "date"])
def test_a_server_that_asks_for_long_is_left_alone(slept: list[float], later: str) -> None:
    with Server(busy(429, Retry_After=later)) as server:
        error = error_of(server.url, get)
        assert isinstance(error, TooManyRequestsError)
        assert error.retry_after is not None
        assert error.retry_after > 3000
        assert len(server.requests) == 1
        assert slept == []


ODD_MOMENTS = [
    "-1", "1.5", "soon", "", "Wed, 21 Oct 2015 07:99999999999999999999:00 GMT", "٣", "²",
    "Wed, 21 Oct 2015 07:28:00 +99999999999",
    "Wed, 21 Oct 99999 07:28:00 GMT", "Wed, 99 Oct 2015 07:28:00 GMT", "Wed, 21 Oct 0001 00:00:00 +2359",
]  # fmt: skip


@pytest.mark.parametrize("text", ODD_MOMENTS)
def test_a_moment_that_is_none_is_not_waited_for(text: str) -> None:
    with Server([busy(Retry_After=text.encode().decode("latin-1"))], GOOD) as server:
        assert call(server.url, get).name == "pen"
        assert len(server.requests) == 2


@pytest.mark.parametrize("headers", [{}, {"Retry_After": "1"}], ids=["own delay", "Retry-After"])
def test_the_deadline_bounds_the_time_between_attempts(slept: list[float], headers: dict[str, Any]) -> None:
    with Server(busy(**headers)) as server:
        error = error_of(
            server.url, get, timeout=Timeouts(total=0.5), retries=Retries(first_delay=0.9, most=5)
        )
        assert isinstance(error, ServerError)
        assert slept == []
        assert len(server.requests) == 1


def test_the_deadline_bounds_all_attempts(slept: list[float]) -> None:
    with Server([CLOSE]) as server:
        error = error_of(
            server.url,
            get,
            timeout=0.3,
            retries=Retries(most=1000, first_delay=0.02, longest_delay=0.02),
        )
        assert isinstance(error, RequestTimeoutError | TransportError)
        assert 0.25 < sum(slept) < 0.3
        assert 12 < len(server.requests) < 20


def test_delays_grow_and_are_not_all_the_same(slept: list[float]) -> None:
    with Server(busy()) as server:
        for _ in range(2):
            error_of(server.url, get, retries=Retries(most=4, first_delay=0.04, longest_delay=0.2))
        assert len(set(slept)) == 8
        for seconds, most in zip(slept, [0.04, 0.08, 0.16, 0.2] * 2, strict=True):
            assert most * 0.75 <= seconds <= most


def test_each_attempt_has_an_id_of_its_own() -> None:
    with Server(busy()) as server:
        error = error_of(server.url, lambda made: made.traced())
        ids = [request.header("x-trace") for request in server.requests]
        assert len(set(ids)) == 3
        assert None not in ids
        assert error.request_id == ids[-1]
        assert f"request id {ids[-1]}" in str(error)


def test_an_id_that_was_given_is_kept() -> None:
    with Server(busy()) as server:
        error = error_of(server.url, lambda made: made.traced(x_trace="mine"))
        assert [request.header("x-trace") for request in server.requests] == ["mine"] * 3
        assert error.request_id == "mine"


@pytest.mark.parametrize(
    "script",
    [CLOSE, answer(b"<p>", media="text/html"), answer(), busy(404)],
    ids=["close", "html", "empty", "404"],
)
def test_every_error_has_the_id(script: Script) -> None:
    with Server(script) as server:
        error = error_of(server.url, lambda made: made.traced(), retries=0)
        assert error.request_id is not None
        assert error.request_id == server.requests[-1].header("x-trace")
        assert error.request_id in str(error)
        assert (error.operation, error.method, error.url) == ("faults.traced", "GET", f"{server.url}/traced")


def test_an_id_that_the_server_gave_is_in_the_error() -> None:
    with Server(busy(404, X_Request_Id="srv-1")) as server:
        assert error_of(server.url, get).request_id == "srv-1"


def test_the_documented_header_of_an_api() -> None:
    with Server(busy()) as server:
        made = opened(os1, server.url, access_token="tok", tenant_id="ten")
        with pytest.raises(ServerError):
            made.container_batch_status("box", batch_id="batch:00000000-0000-4000-8000-000000000001")
        assert len({request.header("x-coreos-request-id") for request in server.requests}) == 3


def test_options_may_differ_for_one_call() -> None:
    with Server(busy(), busy(), GOOD) as server:
        made = client(server.url)
        with pytest.raises(ServerError):
            made.with_options(retries=0).get_item("x")
        assert len(server.requests) == 1
        made.get_item("x")
        assert len(server.requests) == 3
