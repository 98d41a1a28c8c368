"""Runs a reading in a process of its own, and says how long it took and how much memory."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import textwrap
from dataclasses import dataclass
from typing import Any

from tests.golden.documented import REPOSITORY

SECONDS = 5.0
MEGABYTES = 1000

_BEFORE = """
import json, resource, sys, time
sys.path[:0] = PATH
from tests.golden.documented import package
from wiresmith.runtime import DecodeError, Limits
asavie, bemicron, isometric, os1, tofupilot = map(package, ("asavie", "bemicron", "isometric", "os1", "tofupilot"))
pantry, kitchen = package("pantry"), package("kitchen")
outcome = "accepted"
findings = []
"""
_MIDDLE = """
# What making the document took is not counted.
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
start = time.perf_counter()
try:
    value, findings = emitted.read(data, as_, **options)
    if any(finding.severity == "error" for finding in findings):
        outcome = "refused"
    start_decode = time.perf_counter()
    emitted.decode(data, as_, **options)
except DecodeError as error:
    assert list(error.findings) == [finding for finding in findings if finding.severity == "error"]
seconds = time.perf_counter() - start
print(json.dumps({
    "outcome": outcome, "seconds": seconds,
    "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    "codes": [finding.code for finding in findings][:5],
    "places": [[finding.path, finding.line, finding.column] for finding in findings][:5],
    "text": str(DecodeError(findings))[:10_000],
}))
"""


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading a document twice, with ``read`` and with ``decode``."""

    outcome: str
    seconds: float
    megabytes: float
    codes: list[str]
    places: list[list[Any]]
    text: str


def reading(document: str) -> Reading:
    """Read what a few lines of Python make: ``emitted`` and ``as_`` say what it is, ``data`` is it, ``options`` may be set."""
    path = [str(REPOSITORY), str(REPOSITORY / "codegen"), str(REPOSITORY / "generated")]
    program = f"PATH = {path!r}\n{_BEFORE}\noptions = {{}}\n{textwrap.dedent(document)}\n{_MIDDLE}"
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=REPOSITORY,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(path)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return Reading(**json.loads(done.stdout))


def refused(document: str, *codes: str, seconds: float = SECONDS, megabytes: float = MEGABYTES) -> Reading:
    """Assert that a document is refused with one of these codes first, in bounded time and memory."""
    result = reading(document)
    assert result.outcome == "refused"
    assert result.codes[0] in codes
    assert result.seconds < seconds
    assert result.megabytes < megabytes
    assert len(result.text) < 10_000
    return result
