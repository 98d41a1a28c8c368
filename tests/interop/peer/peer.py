"""The C# server compiled, started and stopped."""

from __future__ import annotations

import subprocess
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, Self

from tests.interop.programs import compiled, environment, first_line, wait_or_kill

HERE = Path(__file__).parent
SPEC = HERE / "specs" / "peer"
_INTEROP = HERE.parent
SOURCES = (_INTEROP / "Types.cs", _INTEROP / "Program.cs", *sorted(HERE.glob("*.cs")))
"""The interop program lends its random numbers and its comparison of objects."""


class Peer:
    """The running server, while its ``with`` block lasts.

    Raises:
        MonoMissing: on entering, if the server cannot be compiled here; the message says why.
        RuntimeError: on entering, if it does not start.
    """

    url: str
    """Where it listens, with a slash at the end."""

    def __enter__(self) -> Self:
        with ExitStack() as opened:
            folder = Path(opened.enter_context(TemporaryDirectory(prefix="peer-")))
            program = compiled(folder / "peer.exe", "Peer.Server", SOURCES)
            errors = opened.enter_context((folder / "errors.txt").open("w+"))
            process = _started(program, errors)
            opened.callback(_stop, process)
            self.url = first_line(process, errors).removeprefix("listening ")
            self._opened = opened.pop_all()
        return self

    def __exit__(self, *_: object) -> None:
        self._opened.close()


def _started(program: Path, errors: IO[str]) -> subprocess.Popen[str]:
    return subprocess.Popen(
        ["mono", str(program)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=errors,
        text=True,
        env=environment(),
        cwd=program.parent,
    )


def _stop(process: subprocess.Popen[str]) -> None:
    """Close its input, which ends it; kill it if that does not."""
    assert process.stdin is not None
    process.stdin.close()
    wait_or_kill(process)
