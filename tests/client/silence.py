"""No secret of the API in `faults` is in what is shown, whatever form it has there."""

from __future__ import annotations

import html
import json
import pickle
import traceback
from collections.abc import Iterator
from types import FrameType
from typing import Any
from urllib.parse import quote, quote_plus

from tests.client.faults import KEY, LOGIN, LOGIN_SENT, SECRETS
from tests.client.network import Request
from wiresmith.client import ClientError

HIDDEN = (*SECRETS.values(), quote(KEY, safe=""), quote(KEY), quote_plus(KEY), LOGIN_SENT, "pa55-w0rd")


def assert_silent(text: str) -> None:
    """No secret is in a text."""
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
    """No secret is in an error, in its traceback, its frames and its pickle."""
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


def assert_bare(request: Request) -> None:
    """Nothing of the API's is in it."""
    allowed = {"host", "connection", "user-agent", "accept", "accept-encoding"}
    assert {name for name, _ in request.headers} <= allowed
    assert not request.body
    for secret in (*SECRETS.values(), quote(KEY, safe=""), LOGIN_SENT):
        assert secret not in request.text


def assert_authorized(request: Request) -> None:
    assert request.header("x-token") == SECRETS["token"]
    assert request.header("cookie") == f"SID={SECRETS['session']}"
    assert request.header("authorization") == f"Basic {LOGIN_SENT}"
    assert f"api_key={quote(KEY, safe='')}" in request.target


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
