"""``wiresmith serve`` beside a bare Starlette route that returns the same bytes: requests per second, the
slowest ones, memory over many.
"""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from time import perf_counter

from tests.bench.timing import REPOSITORY

TARGET = "tofupilot/v2/batches?limit=10"
_BARE = """
import sys, uvicorn
from starlette.applications import Starlette
from starlette.responses import Response
from starlette.routing import Route
content = sys.stdin.buffer.read()
async def answer(request):
    return Response(content, 200, {"Content-Type": "application/json"})
app = Starlette(routes=[Route("/{path:path}", answer)])
uvicorn.run(app, port=int(sys.argv[1]), log_level="warning", access_log=False)
"""


@dataclass(frozen=True, slots=True)
class Load:
    """Many requests: how many for each second, the 99th percentile of their times in ms, and how
    many failed.
    """

    per_second: float
    p99: float
    failures: int


@contextmanager
def served() -> Generator[tuple[int, subprocess.Popen[str]]]:
    """The server with made-up data; gives its port."""
    command = [sys.executable, "-m", "wiresmith", "serve", "specs", "--api", "tofupilot", "--port", "0"]
    process = subprocess.Popen(
        [*command, "--data", "generated", "--no-auth", "--quiet"],
        cwd=REPOSITORY,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert process.stdout is not None
    try:
        yield int(process.stdout.readline().strip().rpartition(":")[2].partition("/")[0]), process
    finally:
        process.terminate()
        process.wait(10)
        process.stdout.close()


@contextmanager
def bare(port: int, content: bytes) -> Generator[int]:
    """Starlette with one route that returns this content."""
    process = subprocess.Popen([sys.executable, "-c", _BARE, str(port)], stdin=subprocess.PIPE)
    assert process.stdin is not None
    process.stdin.write(content)
    process.stdin.close()
    try:
        yield port
    finally:
        process.terminate()
        process.wait(10)


async def answer(port: int, target: str) -> bytes:
    """One answer, once the server is there."""
    for _ in range(200):
        try:
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
        except OSError:
            await asyncio.sleep(0.05)
            continue
        status, content = await _exchange(reader, writer, target)
        writer.close()
        assert status == 200, content
        return content
    raise TimeoutError(f"nothing listens on port {port}")


async def load(port: int, target: str, clients: int, requests: int) -> Load:
    """That many requests in all, by that many clients at once, each on a connection of its own."""
    times: list[float] = []
    failures = 0
    left = requests

    async def client() -> None:
        nonlocal left, failures
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        while left > 0:
            left -= 1
            start = perf_counter()
            status, _ = await _exchange(reader, writer, target)
            times.append(perf_counter() - start)
            failures += status != 200
        writer.close()

    start = perf_counter()
    await asyncio.gather(*(client() for _ in range(clients)))
    seconds = perf_counter() - start
    times.sort()
    return Load(len(times) / seconds, times[int(len(times) * 0.99)] * 1000, failures)


async def _exchange(
    reader: asyncio.StreamReader, writer: asyncio.StreamWriter, target: str
) -> tuple[int, bytes]:
    writer.write(f"GET /{target} HTTP/1.1\r\nHost: localhost\r\nAccept: application/json\r\n\r\n".encode())
    head = await reader.readuntil(b"\r\n\r\n")
    lines = head.decode("latin-1").lower().split("\r\n")
    length = next(int(line.partition(":")[2]) for line in lines if line.startswith("content-length:"))
    return int(lines[0].split(" ")[1]), await reader.readexactly(length)


def resident(process: subprocess.Popen[str]) -> int:
    """The memory that a process has now, in bytes (Linux)."""
    with open(f"/proc/{process.pid}/statm", encoding="ascii") as statm:
        return int(statm.read().split()[1]) * 4096
