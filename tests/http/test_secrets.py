"""Secrets are sent and never shown."""

from __future__ import annotations

import copy
import html
import json
import logging
import pickle
import traceback
from collections.abc import Iterator
from types import FrameType
from typing import Any
from urllib.parse import quote, quote_plus

import pytest

from tests.http.driving import (
    ITEM,
    KEY,
    KINDS,
    LOGIN,
    LOGIN_SENT,
    SECRETS,
    TOKEN,
    Kind,
    call,
    client,
    error_of,
    told,
)
from tests.http.faulty import CLOSE, Faulty, Pause, Request, Script, answer, documents, free_port, redirect
from wiresmith.client import (
    BadRequestError,
    Caps,
    ClientError,
    CredentialError,
    EnvelopeError,
    PagingLoopError,
    RequestContext,
    ResponseError,
    ResponseFacts,
    Secret,
    UnauthorizedError,
    WaitTimeoutError,
)

CONCEALED = {name: Secret(value) for name, value in SECRETS.items()}
HIDDEN = (*SECRETS.values(), quote(KEY, safe=""), quote(KEY), quote_plus(KEY), LOGIN_SENT, "pa55-w0rd")


def assert_silent(text: str) -> None:
    for secret in HIDDEN:
        assert secret not in text, f"{secret} is shown"


def frames(error: BaseException) -> Iterator[FrameType]:
    """All frames of an error and of what led to it, but for those of the tests."""
    seen: list[BaseException] = []
    waiting: list[BaseException | None] = [error]
    while waiting:
        each = waiting.pop()
        if each is None or each in seen:
            continue
        seen.append(each)
        waiting += [each.__cause__, each.__context__]
        for frame, _ in traceback.walk_tb(each.__traceback__):
            if "/tests/" not in frame.f_code.co_filename:
                yield frame


def assert_error_is_silent(error: ClientError) -> None:
    assert_silent(f"{error} {error!r} {error.__cause__!r} {error.__context__!r}")
    assert_silent("".join(traceback.format_exception(error)))
    for frame in frames(error):
        for name, value in frame.f_locals.items():
            assert_silent(f"{name}={value!r}")
    copied = pickle.loads(pickle.dumps(error))
    assert type(copied) is type(error)
    assert str(copied) == str(error)
    assert_silent(repr(vars(copied)))
    assert_silent(pickle.dumps(error).decode("latin-1"))


def everything(client: Any) -> Any:
    return client.everything()


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


def test_every_error_can_be_pickled() -> None:
    facts = ResponseFacts(status=200, headers={}, content=b"", details={})
    context = RequestContext(operation="a.b", attempts=2)
    waiting = list(ClientError.__subclasses__())
    for kind in waiting:
        waiting += [each for each in kind.__subclasses__() if each not in waiting]
        arguments = (facts,) if hasattr(kind, "response") or hasattr(kind, "status") else ()
        error = kind("message", context, *arguments)
        copied = pickle.loads(pickle.dumps(error))
        assert (type(copied), str(copied), copied.attempts) == (kind, str(error), 2)
    assert {EnvelopeError, PagingLoopError, WaitTimeoutError} <= set(waiting)


def echo(request: Request) -> str:
    """What a talkative server says of a request."""
    forms = [KEY, quote(KEY, safe=""), quote(KEY), quote_plus(KEY), LOGIN, "pa55-w0rd"]
    return " ".join([*forms, request.text])


ECHOES = {
    "text": ("text/plain", str),
    "html": ("text/html", html.escape),
    "json": ("application/json", lambda text: json.dumps({"message": text})),
    "json with \\/": ("application/json", lambda text: json.dumps({"message": text}).replace("/", "\\/")),
    "xml": ("application/xml", lambda text: f"<Error><Message>{html.escape(text)}</Message></Error>"),
}


@KINDS
@pytest.mark.parametrize("status", ["200 OK", "400 Bad", "404 No", "500 Oops"])
@pytest.mark.parametrize(("media", "write"), ECHOES.values(), ids=list(ECHOES))
def test_a_secret_that_the_server_repeats_is_masked(kind: Kind, status: str, media: str, write: Any) -> None:
    def choose(request: Request) -> Script:
        return answer(write(echo(request)).encode(), status, media=media)

    with Faulty(choose=choose) as server:
        error = error_of(kind, server.url, everything, retries=0)
        assert "***" in str(error)
        assert isinstance(error, ResponseError)
        assert_silent(f"{error} {error!r} {error.excerpt} {error.details}")
        for secret in (html.escape(KEY), json.dumps(KEY)[1:-1].replace("/", "\\/")):
            assert secret not in str(error)


@KINDS
def test_no_half_of_a_secret_is_shown(kind: Kind) -> None:
    bodies = [b" " * before + TOKEN.encode() + b" " * 2000 for before in range(770, 850)]
    scripts = [answer(body, "400 Bad", media="text/plain") for body in bodies]
    with Faulty(*scripts) as server:

        def story(made: Any) -> Any:
            for _ in scripts:
                with pytest.raises(BadRequestError) as raised:
                    yield made.get_item("x")
                assert TOKEN[:3] not in str(raised.value)

        told(kind, server.url, story, **SECRETS)


def test_a_secret_shows_nothing() -> None:
    secret = Secret(TOKEN)
    assert secret.reveal() == TOKEN
    assert_silent(f"{secret} {secret!r} {[secret]}")
    assert copy.copy(secret) is copy.deepcopy(secret) is secret
    assert secret == Secret(TOKEN) != Secret("other")
    assert not hasattr(secret, "__dict__")
    with pytest.raises(TypeError, match="not pickled"):
        pickle.dumps(secret)
    with pytest.raises(ValueError, match="empty"):
        Secret("")


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


@KINDS
@pytest.mark.parametrize("place", ["token", "session", "login"])
@pytest.mark.parametrize("end", ["\n", "\r\nX-Evil: 1", "\x00", "\u20ac", " "])
def test_a_secret_that_cannot_be_sent_is_refused_unseen(kind: Kind, place: str, end: str) -> None:
    broken = SECRETS[place] + end
    with pytest.raises(CredentialError) as raised:
        client(kind, "http://127.0.0.1:1", **{**CONCEALED, place: Secret(broken)})
    assert place in str(raised.value)
    assert_error_is_silent(raised.value)
    with Faulty(documents(ITEM)) as server:
        error = error_of(kind, server.url, everything, **{**CONCEALED, place: lambda: broken})
        assert type(error) is CredentialError
        assert_error_is_silent(error)
        assert not server.requests


@KINDS
def test_a_secret_of_a_query_may_be_anything_that_is_text(kind: Kind) -> None:
    with Faulty(documents(ITEM)) as server:
        call(kind, server.url, everything, key="a b\r\n&x=ä")
        assert server.targets == ["/everything?api_key=a%20b%0D%0A%26x%3D%C3%A4"]
        error = error_of(kind, server.url, everything, key=lambda: "key-\udc80")
        assert type(error) is CredentialError


@KINDS
def test_secrets_of_the_environment(kind: Kind, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("FAULTS_TOKEN", raising=False)
    with Faulty(documents(ITEM)) as server:
        error = error_of(kind, server.url, everything, token=None)
        assert type(error) is CredentialError
        assert "FAULTS_TOKEN" in str(error)
        assert not server.requests
        monkeypatch.setenv("FAULTS_TOKEN", "from-env")
        call(kind, server.url, everything, token=None)
        call(kind, server.url, everything, token="given")
        assert [request.header("x-token") for request in server.requests] == ["from-env", "given"]


@KINDS
def test_only_the_secrets_of_the_operation_are_sent(kind: Kind) -> None:
    with Faulty(documents(ITEM)) as server:
        call(kind, server.url, lambda client: client.get_item("x"), key=None, session=None, login=None)
        (request,) = server.requests
        assert request.header("x-token") == TOKEN
        assert request.header("cookie") is None
        assert request.header("authorization") is None
        assert request.target == "/items/x"


@KINDS
def test_a_text_is_not_asked_again(kind: Kind) -> None:
    with Faulty(documents({}, "401 No")) as server:
        error = error_of(kind, server.url, everything)
        assert type(error) is UnauthorizedError
        assert len(server.requests) == 1
