"""Lines for a person at a terminal."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable, Sequence
from typing import Final, TextIO

from wiresmith.check import line, printable
from wiresmith.cli._verb import FAILED, FOUND, OK
from wiresmith.runtime import Finding

_COLOURS: Final = {"error": "31", "warning": "33", "ok": "32"}


def print_findings(file: str, findings: Sequence[Finding], stream: TextIO) -> None:
    """Print a line for each finding in a file."""
    for finding in findings:
        print(line(file, finding, coloured(finding.severity, finding.severity, stream)), file=stream)


def found(arguments: argparse.Namespace, findings: Iterable[Finding]) -> int:
    """The exit status for findings: 1 where one is as bad as ``--fail-on`` says."""
    failing = ("error", "warning") if arguments.fail_on == "warning" else ("error",)
    return FOUND if any(finding.severity in failing for finding in findings) else OK


def coloured(text: str, colour: str, stream: TextIO) -> str:
    """The text in the colour of ``error``, ``warning`` or ``ok``, where the stream shows colours."""
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb" or not stream.isatty():
        return text
    return f"\x1b[{_COLOURS[colour]}m{text}\x1b[0m"


def counted(number: int, noun: str) -> str:
    """``1 file``, ``2 files``."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def failed(message: str) -> int:
    """Say why the command failed; its exit status is returned."""
    print(f"wiresmith: {printable(message)}", file=sys.stderr)
    return FAILED
