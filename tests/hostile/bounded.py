"""Runs a reading in a process of its own, and says how long it took and how much memory."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import textwrap
import time
from dataclasses import dataclass
from typing import Any

from tests.golden.documented import REPOSITORY, package
from wiresmith.runtime import DecodeError, Limits

SECONDS = 5.0
MEGABYTES = 1000

_PROGRAM = """
import json, resource, sys
sys.path[:0] = PATH
from tests.hostile.bounded import read_here
result = read_here(DOCUMENT)
megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps({**result, "megabytes": megabytes}))
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


def read_here(document: str) -> dict[str, Any]:
    """Read what a few lines of Python make: ``emitted`` and ``as_`` say what it is, ``data`` is it,
    ``options`` may be set.
    """
    scope: dict[str, Any] = {"package": package, "Limits": Limits, "options": {}}
    exec(textwrap.dedent(document), scope)
    emitted, as_, data, options = (scope[name] for name in ("emitted", "as_", "data", "options"))
    start = time.process_time()
    _, findings = emitted.read(data, as_, strict="everything", **options)
    errors = [finding for finding in findings if finding.severity == "error"]
    raised: list[Any] = []
    try:
        emitted.decode(data, as_, strict="everything", **options)
    except DecodeError as error:
        raised = list(error.findings)
    assert raised == errors
    return {
        "outcome": "refused" if errors else "accepted",
        "seconds": time.process_time() - start,
        "codes": [finding.code for finding in findings][:5],
        "places": [[finding.path, finding.line, finding.column] for finding in findings][:5],
        "text": str(DecodeError(findings))[:10_000],
    }


def reading(document: str, *, here: bool = False) -> Reading:
    """Read a document in a process of its own, so that memory can be measured and a crash survived; or
    ``here``.
    """
    if here:
        return Reading(**read_here(document), megabytes=0)
    path = [str(REPOSITORY), str(REPOSITORY / "codegen"), str(REPOSITORY / "generated")]
    program = _PROGRAM.replace("PATH", repr(path)).replace("DOCUMENT", repr(document))
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


def refused(document: str, *codes: str, here: bool = False) -> Reading:
    """Assert that a document is refused with one of these codes first, in bounded time and memory."""
    result = reading(document, here=here)
    assert result.outcome == "refused"
    assert result.codes[0] in codes
    assert result.seconds < SECONDS
    assert result.megabytes < MEGABYTES
    assert len(result.text) < 10_000
    return result
