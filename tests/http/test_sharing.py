"""One client for many: threads, tasks, cancellation, closing, other options, a server that goes away."""

from __future__ import annotations

import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx2
import pytest

from tests.client.faults import ITEM, TOKEN
from tests.http.driving import KINDS, Kind, all_of, call, client, told
from tests.http.faulty import RESET, Faulty, Pause, Request, Script, documents, free_port
from wiresmith.client import (
    Attempt,
    Caps,
    ConfigurationError,
    Hooks,
    RequestTimeoutError,
    ResponseTooLargeError,
    Retries,
    Timeouts,
)

GOOD = documents(ITEM)
MANY = 200


def named(request: Request) -> Script:
    return documents({"name": request.target.rpartition("/")[2]})


def test_threads_share_a_client() -> None:
    together = threading.Barrier(MANY)
    with Faulty(choose=named) as server, client("sync", server.url) as shared:

        def work(number: int) -> str:
            together.wait()
            return str(shared.get_item(f"i{number}").name)

        with ThreadPoolExecutor(MANY) as pool:
            assert list(pool.map(work, range(MANY))) == [f"i{number}" for number in range(MANY)]
        assert len(server.requests) == MANY
        assert server.connections <= 100


def test_tasks_share_a_client() -> None:
    async def run(url: str) -> None:
        async with client("async", url) as shared:
            items = await asyncio.gather(*(shared.get_item(f"i{number}") for number in range(MANY)))
            assert [item.name for item in items] == [f"i{number}" for number in range(MANY)]

    with Faulty(choose=named) as server:
        asyncio.run(run(server.url))
        assert len(server.requests) == MANY
        assert server.connections <= 100


NARROW = httpx2.Limits(max_connections=2)


def pages_of(request: Request) -> Script:
    number = int(request.target.partition("cursor=")[2] or "0")
    return documents({"data": [f"i{number}"], "next": str(number + 1) if number < 9 else None})


@pytest.mark.parametrize("where", ["before the headers", "within the body", "between attempts"])
def test_cancelled_calls_leave_their_connections(where: str) -> None:
    hang: dict[str, Script] = {
        "before the headers": [Pause(30)],
        "within the body": [GOOD[:-5], Pause(30)],
        "between attempts": documents({}, "503 Busy", Retry_After="30"),
    }

    async def run(url: str) -> None:
        async with client("async", url, limits=NARROW, timeout=Timeouts(pool=2)) as shared:
            for _ in range(10):
                tasks = [asyncio.create_task(shared.get_item("hang")) for _ in range(3)]
                await asyncio.sleep(0.015)
                for task in tasks:
                    task.cancel()
                results = await asyncio.gather(*tasks, return_exceptions=True)
                assert all(isinstance(result, asyncio.CancelledError) for result in results)
            assert [(await shared.get_item("x")).name for _ in range(4)] == ["pen"] * 4

    with Faulty(choose=lambda request: hang[where] if "hang" in request.target else GOOD) as server:
        asyncio.run(run(server.url))


def test_a_cancelled_iteration_leaves_its_connection() -> None:
    slow = threading.Event()

    def choose(request: Request) -> Script:
        return [Pause(30)] if "cursor=3" in request.target and not slow.is_set() else pages_of(request)

    async def run(url: str) -> None:
        async with client("async", url, limits=NARROW, timeout=Timeouts(pool=2)) as shared:
            for _ in range(8):
                seen: list[str] = []

                async def iterate(into: list[str]) -> None:
                    async for item in shared.by_cursor.items():
                        into.append(item)

                task = asyncio.create_task(iterate(seen))
                while len(seen) < 3:
                    await asyncio.sleep(0.002)
                await asyncio.sleep(0.01)
                task.cancel()
                with pytest.raises(asyncio.CancelledError):
                    await task
                assert seen == ["i0", "i1", "i2"]
            slow.set()
            assert len(await all_of(shared.by_cursor.items())) == 10

    with Faulty(choose=choose) as server:
        asyncio.run(run(server.url))


@KINDS
def test_deadlines_leave_their_connections(kind: Kind) -> None:
    with Faulty(choose=lambda request: [Pause(30)] if "hang" in request.target else GOOD) as server:

        def story(made: Any) -> Any:
            for _ in range(6):
                with pytest.raises(RequestTimeoutError):
                    yield made.with_options(timeout=0.03).get_item("hang")
            item = yield made.get_item("x")
            assert item.name == "pen"

        told(kind, server.url, story, limits=NARROW, timeout=Timeouts(pool=2))


@KINDS
def test_bodies_that_are_given_up_leave_their_connections(kind: Kind) -> None:
    hang: Script = [b"HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n" + b"x" * 5000, Pause(30)]
    with Faulty(choose=lambda request: hang if "hang" in request.target else GOOD) as server:

        def story(made: Any) -> Any:
            for _ in range(6):
                with pytest.raises(ResponseTooLargeError):
                    yield made.get_item("hang")
            item = yield made.get_item("x")
            assert item.name == "pen"

        told(kind, server.url, story, limits=NARROW, timeout=Timeouts(pool=2), caps=Caps(body_bytes=1000))


@KINDS
def test_an_iteration_that_is_left_holds_nothing(kind: Kind) -> None:
    with Faulty(choose=pages_of) as server:

        def story(made: Any) -> Any:
            for _ in range(5):
                yield first_of(made.by_cursor.items())
            items = yield all_of(made.by_cursor.items())
            assert items == [f"i{number}" for number in range(10)]

        told(kind, server.url, story, limits=NARROW, timeout=Timeouts(pool=2))
        assert server.connections == 1


def first_of(items: Any) -> Any:
    if not hasattr(items, "__aiter__"):
        return next(items)

    async def first() -> Any:
        return await anext(items)

    return first()


class Restarting:
    """A server that dies in the middle of one page, and is back on its port a little later."""

    def __init__(self) -> None:
        self.port = free_port()
        self.asked: list[str] = []
        self.died = False
        self.server = Faulty(choose=self._choose, port=self.port)
        self._threads: list[threading.Thread] = []

    def _choose(self, request: Request) -> Script:
        self.asked.append(request.target)
        if "cursor=4" in request.target and not self.died:
            self.died = True
            thread = threading.Thread(target=self._restart)
            self._threads.append(thread)
            thread.start()
            return [RESET]
        return pages_of(request)

    def _restart(self) -> None:
        self.server.stop()
        threading.Event().wait(0.1)
        self.server = Faulty(choose=self._choose, port=self.port)

    def stop(self) -> None:
        for thread in self._threads:
            thread.join(5)
        self.server.stop()


@KINDS
def test_a_server_that_restarts_loses_and_doubles_nothing(kind: Kind) -> None:
    restarting = Restarting()
    try:
        items = call(
            kind,
            f"http://127.0.0.1:{restarting.port}",
            lambda made: all_of(made.by_cursor.items()),
            retries=Retries(most=50, first_delay=0.02, longest_delay=0.05),
            timeout=10,
        )
        assert items == [f"i{number}" for number in range(10)]
        assert restarting.died
    finally:
        restarting.stop()


@KINDS
def test_a_closed_client_says_so(kind: Kind) -> None:
    with Faulty(GOOD) as server:
        kept: list[Any] = []

        def use(made: Any) -> Any:
            kept.append(made)
            return made.get_item("x")

        call(kind, server.url, use)
        for closed in (kept[0], kept[0].with_options(retries=0)):
            with pytest.raises(ConfigurationError, match="the client is closed"):
                asyncio.run(closed.get_item("x")) if kind == "async" else closed.get_item("x")
        assert len(server.requests) == 1


def closing(made: Any) -> Any:
    return made.close() if hasattr(made, "close") else made.aclose()


@KINDS
def test_other_options_share_the_connections(kind: Kind) -> None:
    with Faulty(GOOD) as server:

        def story(made: Any) -> Any:
            yield made.get_item("x")
            other = made.with_options(timeout=5, headers={"X-Other": "1"})
            yield other.get_item("x")
            yield closing(other)
            with pytest.raises(ConfigurationError):
                yield other.get_item("x")
            yield made.get_item("x")
            yield closing(made)
            yield closing(made)

        told(kind, server.url, story)
        assert server.connections == 1
        assert [request.header("x-other") for request in server.requests] == [None, "1", None]


@KINDS
def test_a_client_of_ones_own_is_used_and_not_closed(kind: Kind) -> None:
    own: Any = httpx2.Client() if kind == "sync" else httpx2.AsyncClient()
    with Faulty(GOOD) as server:

        def story(made: Any) -> Any:
            yield made.get_item("x")
            yield closing(made)
            with pytest.raises(ConfigurationError):
                yield made.get_item("x")
            assert not own.is_closed
            response = yield own.get(server.url)
            assert response.status_code == 200
            yield closing(own)

        told(kind, server.url, story, http=own)
        assert server.requests[0].header("x-token") == TOKEN


@KINDS
def test_a_transport_of_ones_own(kind: Kind) -> None:
    seen: list[httpx2.Request] = []

    def handle(request: httpx2.Request) -> httpx2.Response:
        seen.append(request)
        return httpx2.Response(200, json=ITEM)

    transport = httpx2.MockTransport(handle)
    assert (
        call(kind, "http://shop.example", lambda made: made.get_item("x"), transport=transport).name == "pen"
    )
    assert str(seen[0].url) == "http://shop.example/items/x"
    assert seen[0].headers["x-token"] == TOKEN


@KINDS
def test_a_client_of_ones_own_must_be_of_the_kind(kind: Kind) -> None:
    wrong: Any = httpx2.AsyncClient() if kind == "sync" else httpx2.Client()
    with pytest.raises(ConfigurationError, match="expected an httpx2"):
        client(kind, "http://127.0.0.1:1", http=wrong)
    with pytest.raises(ConfigurationError, match="set them on the client of your own"):
        client(kind, "http://127.0.0.1:1", http=wrong, limits=NARROW)


@KINDS
def test_cookies_of_one_answer_are_not_sent_with_the_next(kind: Kind) -> None:
    with Faulty(documents(ITEM, Set_Cookie="SID=other; Path=/")) as server:

        def story(made: Any) -> Any:
            for _ in range(2):
                yield made.get_item("x")

        told(kind, server.url, story)
        assert [request.header("cookie") for request in server.requests] == [None, None]


class Recording(Hooks):
    def __init__(self) -> None:
        self.lines: list[tuple[Any, ...]] = []

    def before_request(self, attempt: Attempt) -> None:
        attempt.headers["traceparent"] = f"00-{attempt.number}"
        self.lines.append(("before", attempt.number))

    def after_response(self, attempt: Attempt) -> None:
        self.lines.append(("response", attempt.number, attempt.status))

    def after_failure(self, attempt: Attempt) -> None:
        assert attempt.failure
        self.lines.append(("failure", attempt.number, attempt.status))


@KINDS
def test_hooks_see_each_attempt(kind: Kind) -> None:
    hooks = Recording()
    with Faulty([RESET], documents({}, "503 Busy"), GOOD) as server:
        call(kind, server.url, lambda made: made.get_item("x"), hooks=[hooks])
        assert hooks.lines == [
            ("before", 1), ("failure", 1, None), ("before", 2), ("response", 2, 503), ("before", 3),
            ("response", 3, 200),
        ]  # fmt: skip
        assert [request.header("traceparent") for request in server.requests] == ["00-1", "00-2", "00-3"]


@KINDS
def test_a_hook_that_fails_fails_the_call(kind: Kind) -> None:
    class Failing(Hooks):
        def before_request(self, attempt: Attempt) -> None:
            raise LookupError("no span")

    with Faulty(GOOD) as server:
        with pytest.raises(LookupError):
            call(kind, server.url, lambda made: made.get_item("x"), hooks=[Failing()])
        assert not server.requests
