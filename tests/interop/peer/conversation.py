"""What clients and the .NET server say to each other: every operation, by both kinds of client, in both
formats.
"""

from __future__ import annotations

import asyncio
import random
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from batch_apis import asavie, bemicron
from tests.interop.peer.peer import SPEC
from wiresmith.check.loading import load
from wiresmith.client import (
    BadRequestError,
    ClientError,
    ConflictError,
    EnvelopeError,
    NotFoundError,
    ServerError,
)
from wiresmith.contract.resolve import load_api

CLEANROOM = "0a1b2c3d-0000-4000-8000-00000000000a"
IN_ALL = 23
FORMATS = ("json", "xml")
Part = Callable[["_Caller", int], Awaitable[None]]


@dataclass(slots=True)
class Conversation:
    """How many parts there were, and what went wrong in which."""

    parts: int = 0
    objects: int = 0
    failures: list[str] = field(default_factory=list[str])

    def text(self) -> str:
        """The outcome, failures first."""
        lines = [*self.failures, f"{self.parts} conversations with the .NET server"]
        return (
            "\n".join(lines) + f", {self.objects} objects sent back in both formats and found equal there; "
            f"{len(self.failures)} failures"
        )


class _Caller:
    """One client, whichever kind it is: what is called is awaited."""

    def __init__(self, client: Any, other: Any) -> None:
        self.client = client
        self.other = other
        """The same one with the other format."""

    async def call(self, name: str, *arguments: Any, client: Any = None, **named: Any) -> Any:
        outcome = getattr(client or self.client, name)(*arguments, **named)
        return await outcome if isinstance(outcome, Awaitable) else outcome

    async def items(self, name: str, **named: Any) -> list[Any]:
        found = getattr(self.client, name).items(**named)
        return list(found) if isinstance(found, Iterator) else [item async for item in found]

    async def until_done(self, name: str, *arguments: Any, **named: Any) -> Any:
        outcome = getattr(self.client, name).until_done(within=20)(*arguments, **named)
        return await outcome if isinstance(outcome, Awaitable) else outcome

    async def refused(self, kind: type[ClientError], name: str, *arguments: Any, **named: Any) -> Any:
        try:
            await self.call(name, *arguments, **named)
        except kind as error:
            return error
        raise AssertionError(f"{name} raised no {kind.__name__}")


async def _pages(caller: _Caller, seed: int) -> None:
    count = random.Random(seed).choice([1, 4, 5, 23, 50, None])
    items = await caller.items("batch_details", cleanroom_id=CLEANROOM, count=count)
    assert len(items) == IN_ALL
    assert items == await caller.call("batch_details", CLEANROOM, count=IN_ALL)
    by_token = await caller.items("list_batches")
    assert [batch.id for batch in by_token] == [f"listed-{number}" for number in range(11)]


async def _envelopes(caller: _Caller, seed: int) -> None:
    package = load(load_api(SPEC))
    batch = await caller.call("get_batch", f"a {seed} ü")
    assert type(batch).__name__ == "Batch"
    missing = await caller.refused(NotFoundError, "get_batch", "missing")
    assert missing.details["error_code"] == 17
    assert missing.details["message"] in str(missing)
    assert type(missing.body).__module__.startswith(package.__name__)
    refused = await caller.refused(EnvelopeError, "get_batch", "refused")
    assert (refused.status, refused.details["code"], refused.details["error_sub_code"]) == (200, 409, -7)
    boom = await caller.refused(ServerError, "get_batch", "boom")
    assert "An error has occurred." in str(boom)


async def _commands(caller: _Caller, seed: int) -> None:
    batch = await caller.call("get_checked_batch", seed=seed)
    named = replace(batch, name=f"batch {seed}", id=None)
    created = await caller.call("create_batch", named)
    assert replace(created, id=None) == named
    assert await caller.call("get_batch", created.id) == created
    nameless = await caller.refused(BadRequestError, "create_batch", replace(batch, name=" "))
    assert "batch.Name" in str(nameless)
    assert await caller.call("update_batch", created.id, named) is None
    assert await caller.call("start_batch", created.id) is None
    assert await caller.until_done("start_batch", created.id, relative=bool(seed % 2)) == await caller.call(
        "get_batch", created.id
    )


async def _objects(caller: _Caller, seed: int) -> None:
    batch = await caller.call("get_checked_batch", seed=seed)
    details = await caller.call("get_checked_details", seed=seed)
    for client in (caller.client, caller.other):
        assert (await caller.call("check_batch", batch, seed=seed, client=client)).equal
        assert (await caller.call("check_details", details, seed=seed, client=client)).equal
    other = replace(batch, timeout_minutes=batch.timeout_minutes ^ 1)
    refused = await caller.refused(ConflictError, "check_batch", other, seed=seed)
    assert "TimeoutMinutes" in str(refused)


async def _shipped(caller: _Caller, url: str) -> None:
    """The packages that come with the repository."""
    format = caller.client._api.settings.format
    with asavie.Client(base_url=url, format=format) as client:
        assert isinstance(client.get_batch("ok"), asavie.Batch)
        response = client.get_batch.with_response("ok")
        assert not response.findings
    async with bemicron.AsyncClient(base_url=url, format=format) as tasks:
        found = [item async for item in tasks.batch_details.items(CLEANROOM, count=6)]
        assert len(found) == IN_ALL


def converse(url: str, seeds: int, conversation: Conversation) -> None:
    """Have every conversation, in both formats, with threads' clients and with tasks'."""
    package: Any = load(load_api(SPEC))
    for format, other in (FORMATS, FORMATS[::-1]):
        with package.Client(base_url=url, format=format) as client:
            caller = _Caller(client, client.with_options(format=other))
            asyncio.run(_all(caller, url, seeds, conversation, f"Client, {format}"))
        asyncio.run(_tasks(package, url, seeds, conversation, format, other))


async def _tasks(
    package: Any, url: str, seeds: int, conversation: Conversation, format: str, other: str
) -> None:
    async with package.AsyncClient(base_url=url, format=format) as client:
        caller = _Caller(client, client.with_options(format=other))
        await _all(caller, url, seeds, conversation, f"AsyncClient, {format}")


async def _all(caller: _Caller, url: str, seeds: int, conversation: Conversation, who: str) -> None:
    parts: list[tuple[Part, int]] = [(_pages, 6), (_envelopes, 3), (_commands, 6), (_objects, seeds)]
    for part, times in parts:
        for seed in range(times):
            conversation.parts += 1
            try:
                await part(caller, seed)
            except (AssertionError, ClientError) as error:
                conversation.failures.append(f"{who}: {part.__name__} {seed}: {type(error).__name__} {error}")
    conversation.objects += 2 * seeds
    conversation.parts += 1
    try:
        await _shipped(caller, url)
    except (AssertionError, ClientError) as error:
        conversation.failures.append(f"{who}: shipped packages: {type(error).__name__} {error}")
