"""The files that a person means by a name on the command line, and their bytes."""

from __future__ import annotations

import glob
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from wiresmith.failure import Failure
from wiresmith.runtime import Limits

SUFFIXES = (".json", ".xml")
"""The endings of the files that are looked for in a folder."""

_MOST = Limits().bytes + 1


class Unreadable(Failure):
    """A file that cannot be checked; the message says which and why."""


def expand(name: str) -> Iterator[str]:
    """The files behind a name: itself, a folder's ``*.json`` and ``*.xml`` at any depth, or a pattern's
    matches.

    ``-`` is standard input and stays as it is. Files come in a stable order.

    Raises:
        Unreadable: there is nothing behind the name.
    """
    if name == "-":
        yield name
    elif Path(name).is_dir():
        yield from _inside(name)
    elif not os.path.lexists(name) and glob.has_magic(name):
        matches = sorted(glob.glob(name, recursive=True))
        if not matches:
            raise Unreadable(f"{name}: no file has such a name")
        for match in matches:
            if Path(match).is_dir():
                yield from _inside(match)
            else:
                yield match
    else:
        yield name


def read(name: str) -> bytes:
    """The bytes of a file, or of standard input for ``-``; of an endless one as many as are too many for any
    reader.

    Raises:
        Unreadable: it is missing, a folder, or may not be read.
    """
    try:
        if name == "-":
            return sys.stdin.buffer.read(_MOST)
        with Path(name).open("rb") as file:
            return file.read(_MOST)
    except (OSError, ValueError) as error:
        raise Unreadable(f"{name}: {_reason(error)}") from error


def _inside(folder: str) -> Iterator[str]:
    failures: list[OSError] = []
    found = False
    for place, folders, files in os.walk(folder, onerror=failures.append):
        folders.sort()
        for file in sorted(files):
            if file.lower().endswith(SUFFIXES):
                found = True
                yield os.path.join(place, file)
    if failures:
        raise Unreadable(f"{failures[0].filename}: {_reason(failures[0])}")
    if not found:
        raise Unreadable(f"{folder}: no {' or '.join(SUFFIXES)} file in this folder")


def _reason(error: OSError | ValueError) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error)
