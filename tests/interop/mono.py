"""Mono: the C# program compiled and run, and where its own writer differs from Microsoft's."""

from __future__ import annotations

import base64
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal, cast, get_args

HERE = Path(__file__).parent
ZONE = "America/New_York"
"""The zone that the program runs in; reading moments with an offset depends on it."""
Form = Literal["xmlwriter", "stream", "indent"]
FORMS: Final = get_args(Form)


class MonoMissing(Exception):
    """There is no Mono with a C# compiler and System.Runtime.Serialization here, or it does not compile the
    program.
    """


@dataclass(frozen=True, slots=True)
class Written:
    """One document: of which type and seed the value is, in which form it is written."""

    type: str
    seed: int
    form: Form
    document: bytes

    def line(self) -> str:
        """As the C# program reads it."""
        return f"{self.type}\t{self.seed}\t{self.form}\t{base64.b64encode(self.document).decode()}"


class Mono:
    """The compiled program.

    Raises:
        MonoMissing: if it cannot be made; the message says why.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._program = folder / "interop.exe"
        missing = [tool for tool in ("mcs", "mono") if shutil.which(tool) is None]
        if missing:
            raise MonoMissing(f"not found: {', '.join(missing)}; `make interop` installs Mono where it may")
        sources = [str(HERE / name) for name in ("Types.cs", "Program.cs")]
        libraries = "-r:System.Runtime.Serialization.dll,System.Xml.dll"
        made = _run("mcs", "-nowarn:0649", f"-out:{self._program}", libraries, *sources)
        if made.returncode:
            raise MonoMissing(f"mcs cannot compile {HERE.name}/*.cs:\n{made.stdout}{made.stderr}")

    def types(self) -> list[str]:
        """The classes whose values the program makes."""
        return self._checked("types").split()

    def write(self, seed: int, count: int) -> Iterator[Written]:
        """``count`` values of every type."""
        file = self._folder / "written.txt"
        self._checked("write", str(seed), str(count), str(file))
        with file.open(encoding="ascii") as lines:
            for line in lines:
                name, own_seed, form, document = line.rstrip("\n").split("\t")
                assert form in FORMS
                yield Written(name, int(own_seed), cast(Form, form), base64.b64decode(document))

    def compare(self, documents: Iterable[Written]) -> list[str]:
        """What Mono reads from documents that is not the value of their seed; a line for each."""
        file = self._folder / "ours.txt"
        file.write_text("".join(f"{each.line()}\n" for each in documents), encoding="ascii")
        found = _run("mono", str(self._program), "compare", str(file)).stdout.splitlines()
        if not found or not found[-1].startswith("compared\t"):
            raise RuntimeError("the C# program stopped while comparing:\n" + "\n".join(found[-20:]))
        return found[:-1]

    def read(self, documents: Iterable[tuple[str, bytes]]) -> list[tuple[bytes | None, str]]:
        """What Mono's ReadObject(Stream) makes of each document (type and bytes): written again, or why it is
        refused.
        """
        file = self._folder / "documents.txt"
        lines = (f"{name}\t{base64.b64encode(document).decode()}\n" for name, document in documents)
        file.write_text("".join(lines), encoding="ascii")
        found: list[tuple[bytes | None, str]] = []
        for line in self._checked("read", str(file)).rstrip("\n").split("\n"):
            outcome, _, rest = line.partition("\t")
            # Mono says anyType of a new object(), Microsoft's writer nothing.
            found.append(
                (_OBJECT.sub(b"/>", base64.b64decode(rest)), "") if outcome == "read" else (None, rest)
            )
        return found

    def _checked(self, *arguments: str) -> str:
        done = _run("mono", str(self._program), *arguments)
        if done.returncode:
            raise RuntimeError(f"the C# program failed:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
        return done.stdout


def _run(*command: str) -> subprocess.CompletedProcess[str]:
    # Mono leaves a file behind where it crashes; not in the work tree.
    environment = {**os.environ, "TZ": ZONE, "MONO_DEBUG": "no-gdb-backtrace"}
    return subprocess.run(
        command, capture_output=True, text=True, check=False, env=environment, cwd=tempfile.gettempdir()
    )


_OBJECT = re.compile(rb' i:type="([a-z]+):anyType"(?: xmlns:\1="http://www.w3.org/2001/XMLSchema")?/>')
_DEFAULTS = re.compile(
    rb"\s*<(?:Id>00000000-0000-0000-0000-000000000000</Id|Colour>Red</Colour|Lasting>PT0S</Lasting"
    rb"|Point>\s*<X>0</X>\s*<Y>0</Y>\s*</Point|At>0001-01-01T00:00:00</At)>"
)


def microsoft_form(written: Written) -> bytes:
    """What Microsoft's serializer writes where Mono's writer is known to write something else.

    With ``EmitDefaultValue = false`` Mono leaves out null and numbers that are zero, but keeps the defaults
    of Guid, enum, TimeSpan, DateTime and other structs.
    """
    if written.type != "SparseStructs":
        return written.document
    bare = _DEFAULTS.sub(b"", written.document)
    root = re.match(rb"<SparseStructs[^>]*>", bare)
    assert root is not None
    if bare[root.end() :].strip() == b"</SparseStructs>":
        return root[0][:-1] + (b"/>" if written.form == "stream" else b" />")
    return bare
