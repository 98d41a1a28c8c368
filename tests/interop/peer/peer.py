"""The C# server compiled, started and stopped."""

from __future__ import annotations

import os
import shutil
import subprocess
import threading
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, Self

from tests.interop.mono import ZONE, MonoMissing

HERE = Path(__file__).parent
SPEC = HERE / "specs" / "peer"
_INTEROP = HERE.parent
_SOURCES = (_INTEROP / "Types.cs", _INTEROP / "Program.cs", *sorted(HERE.glob("*.cs")))
"""The interop program lends its random numbers and its comparison of objects."""
_NEWTONSOFT = ("cli/Newtonsoft.Json*/Newtonsoft.Json.dll", "mono/gac/Newtonsoft.Json/*/Newtonsoft.Json.dll")
"""Where Debian and others keep it, below /usr/lib."""
_SECONDS_TO_START = 60.0
_SECONDS_TO_STOP = 5.0


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
            program = _compiled(folder)
            errors = opened.enter_context((folder / "errors.txt").open("w+"))
            process = _started(program, errors)
            opened.callback(_stop, process)
            self.url = _announced(process, errors)
            self._opened = opened.pop_all()
        return self

    def __exit__(self, *_: object) -> None:
        self._opened.close()


def _compiled(folder: Path) -> Path:
    """The program, with the library that it needs beside it."""
    missing = [tool for tool in ("mcs", "mono") if shutil.which(tool) is None]
    newtonsoft = [file for place in _NEWTONSOFT for file in sorted(Path("/usr/lib").glob(place))]
    if not newtonsoft:
        missing.append("Newtonsoft.Json.dll (Debian's libnewtonsoft-json5.0-cil)")
    if missing:
        raise MonoMissing(f"not found: {', '.join(missing)}; `make interop` installs Mono where it may")
    newtonsoft_beside = shutil.copy(newtonsoft[0], folder)
    program = folder / "peer.exe"
    libraries = f"-r:System.Runtime.Serialization.dll,System.Xml.dll,{newtonsoft_beside}"
    # Warning 0649: fields that only a serializer sets.
    command = ["mcs", "-nowarn:0649", "-main:Peer.Server", f"-out:{program}", libraries, *map(str, _SOURCES)]
    made = subprocess.run(command, capture_output=True, text=True, check=False, cwd=folder)
    if made.returncode:
        raise MonoMissing(f"mcs cannot compile {HERE.name}/*.cs:\n{made.stdout}{made.stderr}")
    return program


def _started(program: Path, errors: IO[str]) -> subprocess.Popen[str]:
    # Mono leaves a file behind where it crashes; not in the work tree.
    environment = {**os.environ, "TZ": ZONE, "MONO_DEBUG": "no-gdb-backtrace"}
    return subprocess.Popen(
        ["mono", str(program)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=errors,
        text=True,
        env=environment,
        cwd=program.parent,
    )


def _announced(process: subprocess.Popen[str], errors: IO[str]) -> str:
    """The address that the server says first."""
    assert process.stdout is not None
    too_late = threading.Timer(_SECONDS_TO_START, process.kill)
    too_late.start()
    try:
        word, _, url = process.stdout.readline().strip().partition(" ")
    finally:
        too_late.cancel()
    if word != "listening":
        process.kill()
        process.wait()
        errors.seek(0)
        raise RuntimeError(f"the server does not start:\n{errors.read()[-2000:]}")
    return url


def _stop(process: subprocess.Popen[str]) -> None:
    """Close its input, which ends it; kill it if that does not."""
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.close()
    try:
        process.wait(_SECONDS_TO_STOP)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    process.stdout.close()
