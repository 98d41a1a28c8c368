"""Secrets that callables give: asked for when they are needed, and once more after a 401."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from tests.client.faults import ITEM, emitted
from tests.http.driving import KINDS, Kind, call, client, error_of, told
from tests.http.faulty import Faulty, Request, Script, answer, documents
from wiresmith.client import CredentialError, Secret, UnauthorizedError

GOOD = documents(ITEM)
MANY = 200


class Tokens:
    """Gives ``tok-1``, ``tok-2``, …"""

    def __init__(self, seconds: float = 0) -> None:
        self.given = 0
        self._seconds = seconds

    def __call__(self) -> str:
        time.sleep(self._seconds)
        self.given += 1
        return f"tok-{self.given}"

    async def later(self) -> str:
        await asyncio.sleep(self._seconds)
        self.given += 1
        return f"tok-{self.given}"

    def of(self, kind: Kind) -> Callable[[], Any]:
        return self if kind == "sync" else self.later


def from_token(number: int) -> Callable[[Request], Script]:
    """Takes tokens from that number on."""

    def choose(request: Request) -> Script:
        token = request.header("x-token") or "tok-0"
        return GOOD if int(token[4:]) >= number else documents({"message": "no"}, "401 No")

    return choose


def get(client: Any) -> Any:
    return client.get_item("x")


@KINDS
def test_a_callable_is_asked_once(kind: Kind) -> None:
    tokens = Tokens()

    def story(client: Any) -> Any:
        assert tokens.given == 0
        for _ in range(3):
            yield client.get_item("x")

    with Faulty(GOOD) as server:
        told(kind, server.url, story, token=tokens.of(kind))
        assert tokens.given == 1
        assert {request.header("x-token") for request in server.requests} == {"tok-1"}


@KINDS
def test_401_asks_once_and_repeats(kind: Kind) -> None:
    tokens = Tokens()
    with Faulty(choose=from_token(2)) as server:
        assert call(kind, server.url, get, token=tokens.of(kind), retries=0).name == "pen"
        assert [request.header("x-token") for request in server.requests] == ["tok-1", "tok-2"]


@KINDS
def test_post_is_repeated_after_401_too(kind: Kind) -> None:
    tokens = Tokens()
    with Faulty(answer(status="401 No"), documents(ITEM, "201 Created")) as server:
        item = emitted().Item(name="pen")
        call(kind, server.url, lambda client: client.add_item(item), token=tokens.of(kind))
        first, second = server.requests
        assert first.body == second.body == b'{"name":"pen"}'


@KINDS
def test_401_again_is_an_error(kind: Kind) -> None:
    tokens = Tokens()
    with Faulty(choose=from_token(99)) as server:
        error = error_of(kind, server.url, get, token=tokens.of(kind))
        assert type(error) is UnauthorizedError
        assert len(server.requests) == tokens.given == 2
        assert "tok-" not in str(error)


@KINDS
def test_the_same_secret_again_is_not_tried_again(kind: Kind) -> None:
    with Faulty(answer(status="401 No")) as server:
        error = error_of(kind, server.url, get, token=lambda: "tok-1")
        assert type(error) is UnauthorizedError
        assert len(server.requests) == 1


@KINDS
def test_an_async_client_takes_plain_callables_and_a_client_no_awaitables(kind: Kind) -> None:
    tokens = Tokens()
    with Faulty(GOOD) as server:
        if kind == "async":
            assert call(kind, server.url, get, token=tokens).name == "pen"
        else:
            error = error_of(kind, server.url, get, token=tokens.later)
            assert type(error) is CredentialError
            assert "awaitable" in str(error)
            assert not server.requests


@KINDS
@pytest.mark.parametrize("value", [None, "", 5, b"tok"])
def test_what_is_no_text_is_refused(kind: Kind, value: object) -> None:
    with Faulty(GOOD) as server:
        error = error_of(kind, server.url, get, token=lambda: value)
        assert type(error) is CredentialError
        assert "token" in str(error)
        assert not server.requests


@KINDS
def test_a_callable_may_give_a_secret(kind: Kind) -> None:
    with Faulty(GOOD) as server:
        call(kind, server.url, get, token=lambda: Secret("tok-7"))
        assert server.requests[0].header("x-token") == "tok-7"


@KINDS
def test_a_callable_that_fails_is_asked_again_next_time(kind: Kind) -> None:
    answers: list[Any] = [OSError("no vault"), "tok-1"]

    def token() -> str:
        if isinstance(value := answers.pop(0), OSError):
            raise value
        return str(value)

    with Faulty(GOOD) as server:

        def story(client: Any) -> Any:
            with pytest.raises(OSError, match="no vault"):
                yield client.get_item("x")
            yield client.get_item("x")

        told(kind, server.url, story, token=token)
        assert len(server.requests) == 1


def test_threads_that_get_401_at_once_ask_once() -> None:
    tokens = Tokens(seconds=0.02)
    together = threading.Barrier(MANY)

    with (
        Faulty(choose=from_token(2)) as server,
        client("sync", server.url, token=tokens, retries=0) as shared,
    ):

        def work(_: int) -> Any:
            together.wait()
            return shared.get_item("x").name

        with ThreadPoolExecutor(MANY) as pool:
            assert list(pool.map(work, range(MANY))) == ["pen"] * MANY
        assert tokens.given == 2


def test_tasks_that_get_401_at_once_ask_once() -> None:
    tokens = Tokens(seconds=0.02)

    async def run(url: str) -> None:
        async with client("async", url, token=tokens.later, retries=0) as shared:
            items = await asyncio.gather(*(shared.get_item("x") for _ in range(MANY)))
            assert [item.name for item in items] == ["pen"] * MANY

    with Faulty(choose=from_token(2)) as server:
        asyncio.run(run(server.url))
        assert tokens.given == 2


def test_a_task_that_is_cancelled_while_it_asks_holds_up_nobody() -> None:
    async def run(url: str) -> None:
        asked = asyncio.Event()
        first = True

        async def token() -> str:
            nonlocal first
            if first:
                first = False
                asked.set()
                await asyncio.sleep(60)
            return "tok-1"

        async with client("async", url, token=token) as shared:
            task = asyncio.create_task(shared.get_item("x"))
            await asked.wait()
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            assert (await shared.get_item("x")).name == "pen"

    with Faulty(GOOD) as server:
        asyncio.run(run(server.url))
