"""Time of calls in this process and of fresh processes."""

from __future__ import annotations

import gc
import os
import statistics
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from time import perf_counter

REPOSITORY = Path(__file__).resolve().parent.parent.parent


def best(call: Callable[[], object], seconds: float = 1.0) -> float:
    """Seconds of the fastest of many calls, made for about ``seconds`` (at least three).

    The fastest is the one that was disturbed least; the garbage collector runs between calls only as it does
    in use.
    """
    call()
    gc.collect()
    fastest, calls, end = float("inf"), 0, perf_counter() + seconds
    while calls < 3 or perf_counter() < end:
        start = perf_counter()
        result = call()
        fastest = min(fastest, perf_counter() - start)
        del result
        calls += 1
    return fastest


def fresh(*commands: Sequence[str], runs: int = 7) -> list[float]:
    """Median wall time in seconds of Python run anew with each argument list; the commands take turns."""
    times: list[list[float]] = [[] for _ in commands]
    for run in range(runs + 1):
        for command, taken in zip(commands, times, strict=True):
            start = perf_counter()
            python(command)
            if run:  # the first one compiles
                taken.append(perf_counter() - start)
    return [statistics.median(taken) for taken in times]


def python(arguments: Sequence[str]) -> str:
    """Standard output of a fresh Python that finds this repository's code; raises where it fails."""
    roots = [REPOSITORY, REPOSITORY / "codegen", REPOSITORY / "generated"]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(map(str, roots))}
    done = subprocess.run(
        [sys.executable, *arguments],
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        cwd=REPOSITORY,
    )
    return done.stdout
