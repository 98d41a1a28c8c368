"""Secrets are sent and never shown."""

from __future__ import annotations

import copy
import logging
import pickle
from typing import Any

import pytest

from tests.client.faults import ITEM, TOKEN
from tests.client.silence import assert_error_is_silent, assert_silent, everything
from tests.http.driving import KINDS, Kind, call, error_of
from tests.http.faulty import CLOSE, Faulty, Pause, Script, answer, documents, free_port, redirect
from wiresmith.client import (
    Caps,
)

NAMED = documents(ITEM)
FAILURES: dict[str, tuple[Script, dict[str, Any]]] = {
    "dropped": ([CLOSE], {}),
    "garbage": ([b"garbage\r\n\r\n", CLOSE], {}),
    "truncated": ([NAMED[:-3], CLOSE], {}),
    "late": ([Pause(5)], {"timeout": 0.1}),
    "read timeout": ([Pause(5)], {"timeout": 0.1}),
    "too large": (answer(b"x" * 99), {"caps": Caps(body_bytes=9)}),
    "broken gzip": (answer(b"x", Content_Encoding="gzip"), {}),
    "redirect": (redirect("//["), {}),
    "redirects": (redirect("/everything"), {}),
    "400": (documents({"message": "no"}, "400 Bad"), {}),
    "401": (documents({"message": "no"}, "401 No"), {}),
    "429": (documents({"message": "no"}, "429 Slow", Retry_After="900"), {}),
    "500": (documents({"message": "no"}, "500 Oops"), {}),
    "html": (answer(b"<p>", media="text/html"), {}),
    "wrong types": (documents({"name": 1}), {}),
    "header that cannot be sent": (NAMED, {"headers": {"X": "a\r\nb"}}),
    "agent that cannot be sent": (NAMED, {"user_agent": "a\r\nb"}),
}


@KINDS
@pytest.mark.parametrize(("script", "options"), FAILURES.values(), ids=list(FAILURES))
def test_errors_and_logs_show_no_secret(
    kind: Kind, script: Script, options: dict[str, Any], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    with Faulty(script) as server:
        error = error_of(kind, server.url, everything, **{"retries": 0, **options})
        assert_error_is_silent(error)
        for request in server.requests:
            assert request.header("x-token") == TOKEN
    assert {record.name for record in caplog.records} & {
        "httpcore2.connection",
        "asyncio",
    } or not server.requests
    for record in caplog.records:
        assert_silent(f"{record.getMessage()} {record.args!r}")


@KINDS
def test_success_shows_no_secret(kind: Kind, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    with Faulty(documents(ITEM)) as server:
        response = call(kind, server.url, lambda client: client.everything.with_response())
    assert_silent(f"{response!r} {response.url} {response.request}")
    assert {"httpx2", "httpcore2.http11"} <= {record.name for record in caplog.records}
    for record in caplog.records:
        assert_silent(f"{record.getMessage()} {record.args!r}")


@KINDS
def test_nobody_there_shows_no_secret(kind: Kind) -> None:
    assert_error_is_silent(error_of(kind, f"http://127.0.0.1:{free_port()}", everything))


@KINDS
def test_a_client_shows_nothing(kind: Kind) -> None:
    def use(made: Any) -> Any:
        assert_silent(f"{made} {made!r} {made.everything!r} {made.with_options(retries=0)!r}")
        assert_silent(repr(vars(made)))
        for give_away in (pickle.dumps, copy.copy, copy.deepcopy):
            with pytest.raises(TypeError, match="not pickled"):
                give_away(made)
        return made.get_item("x")

    with Faulty(documents(ITEM)) as server:
        call(kind, server.url, use)
