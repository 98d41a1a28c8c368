"""C# programs with Newtonsoft.Json compiled for Mono, and what starting and stopping servers needs."""

from __future__ import annotations

import os
import shutil
import subprocess
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import IO

from tests.interop.mono import ZONE, MonoMissing

_NEWTONSOFT = ("cli/Newtonsoft.Json*/Newtonsoft.Json.dll", "mono/gac/Newtonsoft.Json/*/Newtonsoft.Json.dll")
"""Where Debian and others keep it, below /usr/lib."""
_SECONDS_TO_START = 60.0
_SECONDS_TO_STOP = 5.0


def compiled(program: Path, main: str, sources: Sequence[Path]) -> Path:
    """The program, with the library that it needs beside it.

    Args:
        program: where to put it.
        main: the class whose Main it runs.
        sources: its C# files.

    Raises:
        MonoMissing: if it cannot be compiled here; the message says why.
    """
    folder = program.parent
    missing = [tool for tool in ("mcs", "mono") if shutil.which(tool) is None]
    newtonsoft = [file for place in _NEWTONSOFT for file in sorted(Path("/usr/lib").glob(place))]
    if not newtonsoft:
        missing.append("Newtonsoft.Json.dll (Debian's libnewtonsoft-json5.0-cil)")
    if missing:
        raise MonoMissing(f"not found: {', '.join(missing)}; `make interop` installs Mono where it may")
    newtonsoft_beside = shutil.copy(newtonsoft[0], folder)
    libraries = f"-r:System.Runtime.Serialization.dll,System.Xml.dll,{newtonsoft_beside}"
    # Warning 0649: fields that only a serializer sets.
    command = ["mcs", "-nowarn:0649", f"-main:{main}", f"-out:{program}", libraries, *map(str, sources)]
    made = subprocess.run(command, capture_output=True, text=True, check=False, cwd=folder)
    if made.returncode:
        raise MonoMissing(f"mcs cannot compile {program.stem}:\n{made.stdout}{made.stderr}")
    return program


def environment() -> dict[str, str]:
    """That of a program on Mono."""
    # Mono leaves a file behind where it crashes; not in the work tree.
    return {**os.environ, "TZ": ZONE, "MONO_DEBUG": "no-gdb-backtrace"}


def first_line(process: subprocess.Popen[str], errors: IO[str]) -> str:
    """What a server says first: where it listens.

    Raises:
        RuntimeError: if it says nothing, with what it wrote to ``errors``.
    """
    assert process.stdout is not None
    too_late = threading.Timer(_SECONDS_TO_START, process.kill)
    too_late.start()
    try:
        line = process.stdout.readline().strip()
    finally:
        too_late.cancel()
    if not line:
        process.kill()
        process.wait()
        errors.seek(0)
        raise RuntimeError(f"the server does not start:\n{errors.read()[-2000:]}")
    return line


def wait_or_kill(process: subprocess.Popen[str]) -> None:
    """Let a program that was told to end do so, for some seconds."""
    try:
        process.wait(_SECONDS_TO_STOP)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    if process.stdout is not None:
        process.stdout.close()
