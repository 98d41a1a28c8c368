"""Secrets are sent and never shown."""

from __future__ import annotations

import copy
import html
import json
import pickle
from itertools import product
from typing import Any

import pytest

from tests.client.faults import (
    ITEM,
    KEY,
    SECRETS,
    TOKEN,
    call,
    client,
    error_of,
)
from tests.client.network import Request, Script, Server, answer, as_json
from tests.client.silence import ECHOES, assert_error_is_silent, assert_silent, echo, everything
from wiresmith.client import (
    BadRequestError,
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


@pytest.mark.parametrize("status", [200, 400, 404, 500])
@pytest.mark.parametrize(("media", "write"), ECHOES.values(), ids=list(ECHOES))
def test_a_secret_that_the_server_repeats_is_masked(status: int, media: str, write: Any) -> None:
    def choose(request: Request) -> Script:
        return answer(write(echo(request)).encode(), status, media=media)

    with Server(choose) as server:
        error = error_of(server.url, everything, retries=0)
        assert "***" in str(error)
        assert isinstance(error, ResponseError)
        assert_silent(f"{error} {error!r} {error.excerpt} {error.details}")
        for secret in (html.escape(KEY), json.dumps(KEY)[1:-1].replace("/", "\\/")):
            assert secret not in str(error)


def test_no_half_of_a_secret_is_shown() -> None:
    bodies = [b" " * before + TOKEN.encode() + b" " * 2000 for before in range(770, 850)]
    scripts = [answer(body, 400, media="text/plain") for body in bodies]
    with Server(*scripts) as server:
        made = client(server.url)
        for _ in scripts:
            with pytest.raises(BadRequestError) as raised:
                made.get_item("x")
            assert TOKEN[:3] not in str(raised.value)


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


@pytest.mark.parametrize(
    ("place", "end"),
    [
        *product(["token", "session", "login"], ["\n", "\r\nX-Evil: 1", "\x00"]),
        *product(["token", "session"], ["\u20ac", " "]),
    ],
)
def test_a_secret_that_cannot_be_sent_is_refused_unseen(place: str, end: str) -> None:
    broken = SECRETS[place] + end
    with pytest.raises(CredentialError) as raised:
        client("http://127.0.0.1:1", **{**CONCEALED, place: Secret(broken)})
    assert place in str(raised.value)
    assert_error_is_silent(raised.value)
    with Server(as_json(ITEM)) as server:
        error = error_of(server.url, everything, **{**CONCEALED, place: lambda: broken})
        assert type(error) is CredentialError
        assert_error_is_silent(error)
        assert not server.requests


def test_a_secret_of_a_query_may_be_anything_that_is_text() -> None:
    with Server(as_json(ITEM)) as server:
        call(server.url, everything, key="a b\r\n&x=ä")
        assert server.targets == ["/everything?api_key=a%20b%0D%0A%26x%3D%C3%A4"]
        error = error_of(server.url, everything, key=lambda: "key-\udc80")
        assert type(error) is CredentialError


def test_secrets_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("FAULTS_TOKEN", raising=False)
    with Server(as_json(ITEM)) as server:
        error = error_of(server.url, everything, token=None)
        assert type(error) is CredentialError
        assert "FAULTS_TOKEN" in str(error)
        assert not server.requests
        monkeypatch.setenv("FAULTS_TOKEN", "from-env")
        call(server.url, everything, token=None)
        call(server.url, everything, token="given")
        assert [request.header("x-token") for request in server.requests] == ["from-env", "given"]


def test_only_the_secrets_of_the_operation_are_sent() -> None:
    with Server(as_json(ITEM)) as server:
        call(server.url, lambda made: made.get_item("x"), key=None, session=None, login=None)
        (request,) = server.requests
        assert request.header("x-token") == TOKEN
        assert request.header("cookie") is None
        assert request.header("authorization") is None
        assert request.target == "/items/x"


def test_a_text_is_not_asked_again() -> None:
    with Server(as_json({}, 401)) as server:
        error = error_of(server.url, everything)
        assert type(error) is UnauthorizedError
        assert len(server.requests) == 1
