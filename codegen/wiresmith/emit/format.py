"""Formats emitted sources with the pinned ruff, all in one run of it."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import Final

from wiresmith.emit.safe_text import LINE_WIDTH
from wiresmith.failure import EmitError

RUFF_VERSION: Final = "0.17.6"
"""The version of ruff that lays emitted files out; with another one they might change."""

_INSTALL: Final = 'install it with: pip install "wiresmith[codegen]"'


def formatted(files: Mapping[PurePosixPath, str]) -> dict[PurePosixPath, str]:
    """The same files, formatted. No configuration of the place it runs in has a say.

    Raises:
        EmitError: if ruff is missing, of another version than the pinned one, or cannot read a file.
    """
    with tempfile.TemporaryDirectory(prefix="wiresmith-") as folder:
        top = Path(folder)
        for path, source in files.items():
            target = top / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(source.encode())
        _run_ruff(top)
        return {path: (top / path).read_bytes().decode() for path in files}


def find_ruff() -> str:
    """The path of ruff: beside the running Python, else on PATH.

    Raises:
        EmitError: if there is none.
    """
    beside = Path(sys.executable).parent
    found = shutil.which("ruff", path=str(beside)) or shutil.which("ruff")
    if found is None:
        raise EmitError(f"ruff {RUFF_VERSION}, which formats the emitted files, is not installed; {_INSTALL}")
    return found


def _run_ruff(folder: Path) -> None:
    command = [
        find_ruff(), "format", "--isolated", "--no-cache",
        "--line-length", str(LINE_WIDTH),
        "--target-version", "py311",
        "--config", f"required-version = '=={RUFF_VERSION}'",
        ".",
    ]  # fmt: skip
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode == 0:
        return
    said = " ".join(done.stderr.split())
    if "Required version" in said:
        raise EmitError(
            f"emitted files are formatted with ruff {RUFF_VERSION}, and another one is installed; {_INSTALL}"
        )
    raise EmitError(f"ruff could not format the emitted files: {said}")
