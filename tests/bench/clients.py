"""Clients beside the plain HTTP library against one server: calls per second, and memory over many pages."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from collections.abc import Awaitable, Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass
from time import perf_counter

import httpx2

from batch_apis import tofupilot
from tests.bench.timing import REPOSITORY
from wiresmith.client import Caps

TARGET = 1.25
"""How many times the plain library's time a call may take, at most."""
_KEY = "not-a-secret"


@dataclass(frozen=True, slots=True)
class Calls:
    """Calls of one kind: seconds for each with the plain library, and with ours."""

    kind: str
    items: int
    plain: float
    ours: float


@contextmanager
def server() -> Generator[str]:
    """A server in a process of its own; gives its URL."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.bench.loopback"],
        cwd=REPOSITORY,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdin is not None
    try:
        yield f"http://127.0.0.1:{process.stdout.readline().strip()}"
    finally:
        process.stdin.close()
        process.wait(10)
        process.stdout.close()


def calls(url: str, items: int, seconds: float) -> list[Calls]:
    """One after the other on one connection, by threads' clients and by tasks'."""
    base = f"{url}/items/{items}"
    target = f"{base}/v2/batches"
    headers = {"Authorization": f"Bearer {_KEY}"}
    with httpx2.Client(headers=headers) as plain, tofupilot.Client(api_key=_KEY, base_url=base) as ours:
        for_threads = _alternating(
            lambda: json.loads(plain.get(target).content), lambda: ours.list_batches(), seconds
        )
    for_tasks = asyncio.run(_calls_of_tasks(base, target, headers, seconds))
    return [Calls("Client", items, *for_threads), Calls("AsyncClient", items, *for_tasks)]


async def _calls_of_tasks(
    base: str, target: str, headers: dict[str, str], seconds: float
) -> tuple[float, float]:
    async with (
        httpx2.AsyncClient(headers=headers) as plain,
        tofupilot.AsyncClient(api_key=_KEY, base_url=base) as ours,
    ):

        async def plainly() -> object:
            return json.loads((await plain.get(target)).content)

        async def typed() -> object:
            return await ours.list_batches()

        return await _alternating_tasks(plainly, typed, seconds)


def _alternating(
    one: Callable[[], object], other: Callable[[], object], seconds: float
) -> tuple[float, float]:
    """Mean seconds of each, in turns, so that whatever else the machine does falls on both."""
    one(), other()
    times, rounds, end = [0.0, 0.0], 0, perf_counter() + seconds
    while perf_counter() < end:
        rounds += 1
        for place, call in enumerate((one, other)):
            start = perf_counter()
            for _ in range(20):
                call()
            times[place] += perf_counter() - start
    return times[0] / (20 * rounds), times[1] / (20 * rounds)


async def _alternating_tasks(
    one: Callable[[], Awaitable[object]], other: Callable[[], Awaitable[object]], seconds: float
) -> tuple[float, float]:
    await one()
    await other()
    times, rounds, end = [0.0, 0.0], 0, perf_counter() + seconds
    while perf_counter() < end:
        rounds += 1
        for place, call in enumerate((one, other)):
            start = perf_counter()
            for _ in range(20):
                await call()
            times[place] += perf_counter() - start
    return times[0] / (20 * rounds), times[1] / (20 * rounds)


def memory(url: str, pages: int) -> tuple[int, int]:
    """Bytes of this process after a hundredth of the pages of one iteration, and after all of them."""
    early = 0
    client = tofupilot.Client(api_key=_KEY, base_url=f"{url}/pages/{pages}", caps=Caps(pages=pages + 1))
    with client:
        for page in client.list_batches.pages():
            if page.number == pages // 100:
                early = resident()
        assert page.number == pages, page.number
    return early, resident()


def resident() -> int:
    """The memory that this process has now (Linux)."""
    with open("/proc/self/statm", encoding="ascii") as statm:
        return int(statm.read().split()[1]) * 4096
