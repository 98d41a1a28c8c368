"""The same calls with a client for threads and with one for tasks, of an API made for the purpose."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Generator
from typing import Any, Final, Literal

import pytest

from tests.client.faults import QUICK, SECRETS, emitted
from wiresmith.client import ClientError

Kind = Literal["sync", "async"]
KINDS: Final = pytest.mark.parametrize("kind", ["sync", "async"])


def client(kind: Kind, base_url: str, **options: Any) -> Any:
    """A client of the API above, with all its secrets and short delays."""
    module = emitted().client
    make = module.Client if kind == "sync" else module.AsyncClient
    return make(base_url=base_url, **{**SECRETS, "retries": QUICK, **options})


def call(kind: Kind, base_url: str, use: Callable[[Any], Any], **options: Any) -> Any:
    """What one use of a new client gives; ``use`` calls a method and does not await it."""
    return using(kind, client, use, base_url, **options)


def using(
    kind: Kind, make: Callable[..., Any], use: Callable[[Any], Any], *arguments: Any, **options: Any
) -> Any:
    """The same with any client: of ``make(kind, …)``."""
    if kind == "sync":
        with make(kind, *arguments, **options) as made:
            return use(made)

    async def run() -> Any:
        async with make(kind, *arguments, **options) as made:
            return await use(made)

    return asyncio.run(run())


def error_of(kind: Kind, base_url: str, use: Callable[[Any], Any], **options: Any) -> ClientError:
    """What one use of a new client raises."""
    with pytest.raises(ClientError) as raised:
        call(kind, base_url, use, **options)
    return raised.value


Story = Generator[Any, Any, Any]


def told(kind: Kind, base_url: str, story: Callable[[Any], Story], **options: Any) -> Any:
    """Several uses of one client: a story yields what it would await, and goes on with the value or the
    error.
    """

    def in_thread(made: Any) -> Any:
        steps = story(made)
        value: Any = None
        while True:
            try:
                value = steps.send(value)
            except StopIteration as end:
                return end.value

    async def in_task(made: Any) -> Any:
        steps = story(made)
        value: Any = None
        error: BaseException | None = None
        while True:
            try:
                step = steps.send(value) if error is None else steps.throw(error)
            except StopIteration as end:
                return end.value
            value, error = step, None
            if isinstance(step, Awaitable):
                (value,) = await asyncio.gather(step, return_exceptions=True)
                error = value if isinstance(value, Exception) else None

    return call(kind, base_url, in_thread if kind == "sync" else in_task, **options)


def all_of(iterable: Any) -> Any:
    """What an iterable gives as a list, to be awaited if it is one of tasks."""
    if not hasattr(iterable, "__aiter__"):
        return list(iterable)

    async def collect() -> list[Any]:
        return [item async for item in iterable]

    return collect()
