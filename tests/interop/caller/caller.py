"""The C# client compiled, and run against `wiresmith serve`."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Self

from tests.interop.peer.peer import SOURCES, SPEC
from tests.interop.programs import compiled, environment, first_line, wait_or_kill

HERE = Path(__file__).parent
_SECONDS_TO_CALL = 600.0
SERVERS = ((0, 25), (1, 4), (2, 11))
"""The seed of each server's values, and how many items it has in all."""

FAULTS = "get_batch=404:4,500:4"
"""The documented errors that the client asks for first, once in each media type."""


@dataclass(slots=True)
class Called:
    """How many calls the client made, and what went wrong."""

    calls: int = 0
    failures: list[str] = field(default_factory=list[str])

    def text(self) -> str:
        """The outcome, failures first."""
        lines = [
            *self.failures,
            f"{self.calls} calls of a .NET client to wiresmith serve; {len(self.failures)} failures",
        ]
        return "\n".join(lines)


class Caller:
    """The compiled client, while its ``with`` block lasts.

    Raises:
        MonoMissing: on entering, if it cannot be compiled here; the message says why.
    """

    def __enter__(self) -> Self:
        with ExitStack() as opened:
            folder = Path(opened.enter_context(TemporaryDirectory(prefix="caller-")))
            sources = (*SOURCES, *sorted(HERE.glob("*.cs")))
            self._program = compiled(folder / "caller.exe", "Caller.Program", sources)
            self._opened = opened.pop_all()
        return self

    def __exit__(self, *_: object) -> None:
        self._opened.close()

    def call(self, url: str, seed: int, items: int, objects: int) -> Called:
        """Make all calls.

        Args:
            url: of the API that is served.
            seed: of the bodies that are sent.
            items: how many there are in all on the server's pages.
            objects: how many bodies of each kind.
        """
        done = subprocess.run(
            ["mono", str(self._program), url, str(seed), str(items), str(objects)],
            capture_output=True,
            text=True,
            check=False,
            env=environment(),
            cwd=self._program.parent,
            timeout=_SECONDS_TO_CALL,
        )
        *failures, last = done.stdout.splitlines() or [""]
        word, _, calls = last.partition(" ")
        if word != "called":
            raise RuntimeError(f"the C# client stopped:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
        return Called(int(calls), failures)


@contextmanager
def served(seed: int, items: int) -> Iterator[str]:
    """`wiresmith serve` of the peer's spec; the URL of its API."""
    command = [sys.executable, "-m", "wiresmith", "serve", str(SPEC.parent), "--port", "0"]
    options = ["--data", "generated", "--seed", str(seed), "--items", str(items), "--fault", FAULTS]
    with TemporaryDirectory(prefix="served-") as folder, (Path(folder) / "errors.txt").open("w+") as errors:
        process = subprocess.Popen(
            [*command, *options], stdout=subprocess.PIPE, stderr=errors, text=True, cwd=folder
        )
        try:
            yield first_line(process, errors)
        finally:
            process.terminate()
            wait_or_kill(process)


def call_servers(objects: int) -> Called:
    """Have the client call a server of each kind; ``objects`` is how many bodies it sends in all, at least
    one to each.
    """
    whole = Called()
    with Caller() as caller:
        for seed, items in SERVERS:
            with served(seed, items) as url:
                called = caller.call(url, seed, items, max(1, objects // len(SERVERS)))
            whole.calls += called.calls
            whole.failures += [f"seed {seed}, {items} items: {failure}" for failure in called.failures]
    return whole
