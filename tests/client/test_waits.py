"""Waiting until work is done: by the value that says so, or by the URL that a 202 names."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from batch_apis import os1
from tests.client.network import Answer, Pause, Server, as_json, empty
from tests.client.service import PRODUCT, Driver, emitted
from wiresmith.client import (
    BadRequestError,
    ConfigurationError,
    ParameterError,
    ServerError,
    WaitFailedError,
    WaitTimeoutError,
)

SHOP = emitted()


@pytest.fixture
def do(each: Driver) -> Driver:
    """A client of each kind: iterating and waiting differ for threads and tasks."""
    return each


CHANGE = SHOP.Change(name="a", tags=[], price=None, grade=None, owner=None)
BATCH = "batch:0a1b2c3d-0000-4000-8000-000000000001"


def job(state: str | None, format: str = "json", **headers: str) -> Answer:
    value = SHOP.Job(state=state, finished=state == "Done", result="r")
    named = {name.replace("_", "-"): text for name, text in headers.items()}
    return Answer(200, SHOP.encode(value, format=format), f"application/{format}", named)


@pytest.mark.parametrize("format", ["json", "xml"])
def test_the_work_is_done(do: Driver, service: Server, slept: list[float], format: str) -> None:
    service.answer(job("Queued", format), job("Running", format), job("Done", format))
    found = do(do.open(format=format).get_job.until_done(within=30)(5))
    assert (found.state, found.result) == (SHOP.JobState.DONE, "r")
    assert [request.path for request in service.requests] == ["/jobs/5"] * 3
    assert len(slept) == 2


def test_done_at_once(do: Driver, service: Server, slept: list[float]) -> None:
    service.answer(job("Done"))
    assert do(do.open().get_job.until_done(within=30)(5)).state == "Done"
    assert slept == []


def test_the_plain_call_does_not_wait(do: Driver, service: Server) -> None:
    service.answer(job("Queued"))
    assert do(do.open().get_job(5)).state == "Queued"
    assert len(service.requests) == 1


def test_the_work_fails(do: Driver, service: Server, slept: list[float]) -> None:
    service.answer(job("Running"), job("Broken"))
    with pytest.raises(WaitFailedError, match="the work failed: Broken") as caught:
        do(do.open().get_job.until_done(within=30)(5))
    assert (caught.value.state, caught.value.body.result, len(slept)) == ("Broken", "r", 1)


def test_a_state_that_nobody_knows(do: Driver, service: Server, slept: list[float]) -> None:
    service.answer(job("Melted"))
    with pytest.raises(WaitFailedError, match="'Melted', which is none of the known values") as caught:
        do(do.open().get_job.until_done(within=30)(5))
    assert (caught.value.state, slept) == ("Melted", [])


def test_a_state_that_is_not_there_yet(do: Driver, service: Server, slept: list[float]) -> None:
    service.answer(as_json({"State": "Running", "Result": None}), job("Done"))
    assert do(do.open(strict="nothing").get_job.until_done(within=30)(5)).state == "Done"


def test_values_may_be_bools(do: Driver, service: Server, slept: list[float]) -> None:
    service.answer(job("Running"), job("Running"), job("Done"))
    assert do(do.open().get_flag.until_done(within=30)(5)).finished is True
    assert len(service.requests) == 3


def test_the_time_is_up(do: Driver, service: Server, slept: list[float]) -> None:
    service.answer(job("Running"))
    with pytest.raises(WaitTimeoutError, match=r"not done within 0\.6 s: still Running") as caught:
        do(do.open().get_job.until_done(within=0.6)(5))
    assert 0.4 < sum(slept) < 0.6
    assert (caught.value.state, caught.value.body.result) == ("Running", "r")
    assert len(service.requests) > 10


def test_the_time_is_up_during_a_request(do: Driver, service: Server) -> None:
    service.answer(job("Running"), [Pause(5), job("Done")])
    with pytest.raises(WaitTimeoutError, match="still Running") as caught:
        do(do.open().get_job.until_done(within=0.6)(5))
    assert len(service.requests) == 2
    assert (caught.value.state, caught.value.body.result) == ("Running", "r")


def test_delays_grow_within_their_bounds(do: Driver, service: Server, slept: list[float]) -> None:
    service.answer(*[job("Running")] * 6, job("Done"))
    do(do.open().get_job.until_done(within=30)(5))
    assert slept[0] == 0.01
    assert all(0.01 <= seconds <= 0.04 for seconds in slept)
    assert slept[1] <= 0.02
    assert min(slept[2:]) > 0.03


def test_retry_after_is_waited_for(do: Driver, service: Server, slept: list[float]) -> None:
    service.answer(job("Running", Retry_After="7"), job("Running", Retry_After="0"), job("Done"))
    do(do.open().get_job.until_done(within=30)(5))
    assert slept[0] == 7
    assert 0.01 <= slept[1] <= 0.02


def test_a_retry_after_beyond_the_end_is_not_waited_for(
    do: Driver, service: Server, slept: list[float]
) -> None:
    service.answer(job("Running", Retry_After="60"))
    with pytest.raises(WaitTimeoutError):
        do(do.open().get_job.until_done(within=30)(5))
    assert slept == []


def test_the_url_of_a_202(do: Driver, service: Server, slept: list[float]) -> None:
    """A relative one is relative to the URL that answered."""
    service.answer(
        as_json({"StatusUrl": "/state/1?a=b"}, 202), as_json({"StatusUrl": "2"}, 202), as_json(PRODUCT)
    )
    assert do(do.open().submit.until_done(within=30)(CHANGE)).id == 5
    assert [(each.method, each.path, each.query) for each in service.requests] == [
        ("POST", "/jobs", ""),
        ("GET", "/state/1", "a=b"),
        ("GET", "/state/2", ""),
    ]
    assert len(slept) == 2
    assert all(not each.body and not each.header("content-type") for each in service.requests[1:])


def test_the_location_of_a_202(do: Driver, service: Server, slept: list[float]) -> None:
    service.answer(
        empty(202, Location="/state/1", Retry_After="3"),
        empty(202),
        empty(202, Location=f"{service.url}/state/2"),
        as_json(PRODUCT),
    )
    assert do(do.open().submit_with_location.until_done(within=30)()).id == 5
    assert [(each.method, each.path) for each in service.requests] == [
        ("POST", "/jobs/located"),
        ("GET", "/state/1"),
        ("GET", "/state/1"),
        ("GET", "/state/2"),
    ]
    assert slept[0] == 3


def test_done_without_a_202(do: Driver, service: Server) -> None:
    service.answer(as_json(PRODUCT))
    assert do(do.open().submit.until_done(within=30)(CHANGE)).id == 5
    assert len(service.requests) == 1


@pytest.mark.parametrize(
    ("answer", "error", "message"),
    [
        (as_json({"StatusUrl": ""}, 202), WaitFailedError, "202 without a URL"),
        (as_json({"StatusUrl": "ftp://x/"}, 202), WaitFailedError, "the URL of the status cannot be used"),
        (as_json({"Message": "no"}, 400), BadRequestError, "400 Bad Request: no"),
    ],
)
def test_a_202_that_leads_nowhere(
    do: Driver, service: Server, answer: Answer, error: type[Exception], message: str
) -> None:
    service.answer(answer)
    with pytest.raises(error, match=message):
        do(do.open().submit.until_done(within=5)(CHANGE))
    assert len(service.requests) == 1


def test_an_error_ends_the_wait(do: Driver, service: Server, slept: list[float]) -> None:
    service.answer(job("Running"), as_json({"Message": "down"}, 500))
    with pytest.raises(ServerError, match="500 Internal Server Error: down"):
        do(do.open().get_job.until_done(within=30)(5))


@pytest.mark.parametrize(
    ("wait", "error", "message"),
    [
        (
            lambda c: c.get_job.until_done(within=0)(5),
            ConfigurationError,
            "within=0; expected a number of seconds",
        ),
        (lambda c: c.get_job.until_done(within=True)(5), ConfigurationError, "within=True"),
        (lambda c: c.get_job.until_done(within=float("nan"))(5), ConfigurationError, "within=nan"),
        (lambda c: c.get_job.until_done(within=1)("x"), ParameterError, "id: "),
        (
            lambda c: c.get_job.until_done(within=1, failed=["Done"])(5),
            ConfigurationError,
            r"\['Done'\] would mean two things",
        ),
        (
            lambda c: c.get_job.until_done(within=1, succeeded=[])(5),
            ConfigurationError,
            "is not documented; pass succeeded=",
        ),
    ],
)
def test_what_no_wait_is(
    do: Driver, service: Server, wait: Callable[[Any], Any], error: type[Exception], message: str
) -> None:
    with pytest.raises(error, match=message):
        do(wait(do.open()))
    assert service.requests == []


def os1_status(status: str) -> Answer:
    meta = {"status": status, "success": 1, "failed": 0, "total": 2}
    return as_json({"data": {"meta": meta, "errors": [], "success": []}})


def open_os1(do: Driver) -> Any:
    return do.open(os1, access_token="a", tenant_id="t")


def test_os1_takes_the_states_from_whoever_knows_them(
    do: Driver, service: Server, slept: list[float]
) -> None:
    service.answer(os1_status("QUEUED"), os1_status("ANYTHING"), os1_status("COMPLETED"))
    until_done = open_os1(do).container_batch_status.until_done
    found = do(until_done(within=60, succeeded=["COMPLETED"], failed=["FAILED"])("box", batch_id=BATCH))
    assert found.data.meta.status == "COMPLETED"
    # Each request has an id of its own, and the documented delays hold: 2 s at least.
    assert len({request.header("x-coreos-request-id") for request in service.requests}) == 3
    assert slept[0] == 2
    assert 2 <= slept[1] <= 4


def test_os1_says_no_states_by_itself(do: Driver, service: Server) -> None:
    with pytest.raises(ConfigurationError, match=r"data.meta.status .* not documented; pass succeeded="):
        do(open_os1(do).container_batch_status.until_done(within=60)("box", batch_id=BATCH))
    assert service.requests == []


def test_os1_fails(do: Driver, service: Server, slept: list[float]) -> None:
    service.answer(os1_status("FAILED"))
    until_done = open_os1(do).container_batch_status.until_done
    with pytest.raises(WaitFailedError, match="the work failed: FAILED") as caught:
        do(until_done(within=60, succeeded={"COMPLETED"}, failed={"FAILED"})("box", batch_id=BATCH))
    assert caught.value.request_id == service.request.header("x-coreos-request-id")
