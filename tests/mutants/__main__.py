"""``python -m tests.mutants``: change the code in many small ways, and see whether the tests that reach the
place notice.

One run of the tests records which of them reach which lines. Each change is then tried on a few of these, the
quickest first; if they all pass, on the others. What no test notices is printed as file, line and difference.
The same seed gives the same changes.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import pickle
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests.mutants.mutations import Mutant, mutants

ROOT: Final = Path(__file__).parents[2]
CODE: Final = ROOT / "codegen" / "wiresmith"
PARTS: Final = {
    "json": (("runtime/json",), ("unit/runtime", "unit/emit", "golden", "property")),
    "contract": (
        ("contract",),
        ("unit/contract", "unit/language", "unit/emit", "unit/test_specs.py", "mistakes"),
    ),
    "client": (("client",), ("client", "http")),
    "xml": (
        ("runtime/xml", "plan", "dotnet"),
        ("unit/runtime", "unit/dotnet", "unit/emit", "golden", "conformance", "property"),
    ),
}
"""The code of each part, and the tests that may notice what changes there."""
FIRST: Final = 40
"""Tests that a change is tried on at first."""
FILES: Final = 6
"""The files that these are in: collecting a file takes time, too."""
LONGEST: Final = 45.0
"""Seconds that the other tests of a change may take, by what was recorded."""

_QUIET: Final = (
    "-q",
    "-x",
    "-p",
    "no:cacheprovider",
    "-p",
    "no:xdist",
    "--no-header",
    "--tb=no",
    "-W",
    "ignore",
)


@dataclass(frozen=True, slots=True)
class Reach:
    """Which tests reach which lines of which files, and how long each takes."""

    lines: dict[str, dict[int, list[str]]]
    seconds: dict[str, float]

    def of(self, mutant: Mutant) -> list[str]:
        """The tests that reach a change, the quickest first."""
        lines = self.lines.get(str(mutant.path), {})
        found = lines.get(mutant.line, [])
        if not mutant.in_function:
            found = sorted({test for tests in lines.values() for test in tests})
        return sorted(found, key=lambda test: (round(self.seconds.get(test, 1.0), 2), test))


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a change."""

    mutant: Mutant
    fate: str
    """``failed``, ``broken`` (not even collected), ``endless``, ``survived`` or ``unreached``."""
    tests: int


def main() -> int:
    """Exit status 1 if fewer were noticed than ``--least`` says."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.mutants", description=(__doc__ or "").partition("\n")[0]
    )
    parser.add_argument("parts", nargs="*", help=f"of {', '.join(PARTS)} (all of them)")
    parser.add_argument("--count", type=int, default=320, help="changes in all (320)")
    parser.add_argument("--seed", type=int, default=1, help="which ones (1)")
    parser.add_argument(
        "--jobs", type=int, default=os.cpu_count() or 1, help="at once (as many as there are cores)"
    )
    parser.add_argument("--least", type=float, default=0.0, help="percent that have to be noticed (0)")
    arguments = parser.parse_args()
    start = time.monotonic()
    if unknown := set(arguments.parts) - set(PARTS):
        parser.error(f"no such part: {', '.join(sorted(unknown))}")
    parts = arguments.parts or list(PARTS)
    reach = recorded(sorted({tests for part in parts for tests in PARTS[part][1]}))
    print(f"mutants: {len(reach.seconds):,} tests recorded, {time.monotonic() - start:.0f} s", flush=True)
    chosen = chosen_mutants(parts, arguments.count, arguments.seed)
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(arguments.jobs) as pool:
        outcomes: list[tuple[str, Outcome]] = []
        for part, outcome in pool.map(lambda one: (one[0], tried(one[1], reach, Path(folder))), chosen):
            outcomes.append((part, outcome))
            if outcome.fate in ("survived", "unreached"):
                where = f"{outcome.mutant.path.relative_to(ROOT)}:{outcome.mutant.line}"
                print(
                    f"{where}: {outcome.fate} {outcome.tests} tests\n{outcome.mutant.difference()}",
                    flush=True,
                )
    return report(outcomes, time.monotonic() - start, arguments.least)


def report(outcomes: list[tuple[str, Outcome]], seconds: float, least: float) -> int:
    """Print the rates; the exit status."""
    by_part: dict[str, Counter[str]] = defaultdict(Counter)
    for part, outcome in outcomes:
        by_part[part][outcome.fate] += 1
    for part, fates in by_part.items():
        noticed = fates.total() - fates["survived"] - fates["unreached"]
        print(f"{part}: {noticed} of {fates.total()} noticed ({dict(fates)})")
    total = len(outcomes)
    noticed = sum(outcome.fate not in ("survived", "unreached") for _, outcome in outcomes)
    rate = 100 * noticed / max(total, 1)
    print(f"mutants: {noticed} of {total} noticed, {rate:.1f} %, in {seconds:.0f} s")
    return 1 if rate < least else 0


def chosen_mutants(parts: list[str], count: int, seed: int) -> list[tuple[str, Mutant]]:
    """As many of each part."""
    chosen: list[tuple[str, Mutant]] = []
    for part in parts:
        files = sorted(file for name in PARTS[part][0] for file in (CODE / name).rglob("*.py"))
        every = [mutant for file in files for mutant in mutants(file)]
        few = random.Random(f"{seed} {part}").sample(every, min(len(every), count // len(parts)))
        chosen += [(part, mutant) for mutant in few]
    return chosen


def tried(mutant: Mutant, reach: Reach, folder: Path) -> Outcome:
    """Run tests against a change until one notices it."""
    tests = reach.of(mutant)
    if not tests:
        return Outcome(mutant, "unreached", 0)
    first = few(tests)
    for chosen in (first, others(tests, set(first), reach)):
        if chosen and (fate := _run(mutant, chosen, reach, folder)) != "survived":
            return Outcome(mutant, fate, len(chosen))
    return Outcome(mutant, "survived", len(tests))


def few(tests: list[str]) -> list[str]:
    """The quickest tests, of few files."""
    files: set[str] = set()
    chosen: list[str] = []
    for test in tests:
        file = test.partition("::")[0]
        if len(chosen) < FIRST and (file in files or len(files) < FILES):
            files.add(file)
            chosen.append(test)
    return chosen


def others(tests: list[str], without: set[str], reach: Reach) -> list[str]:
    """As many of the other tests as there is time for: some of each file, then more of each."""
    by_file: dict[str, list[str]] = defaultdict(list)
    for test in tests:
        if test not in without:
            by_file[test.partition("::")[0]].append(test)
    chosen: list[str] = []
    seconds = 0.0
    while by_file:
        for file, left in list(by_file.items()):
            for test in left[:20]:
                seconds += reach.seconds.get(test, 1.0)
                if seconds > LONGEST and chosen:
                    return chosen
                chosen.append(test)
            del left[:20]
            if not left:
                del by_file[file]
    return chosen


def _run(mutant: Mutant, tests: list[str], reach: Reach, folder: Path) -> str:
    given = folder / f"{mutant.path.stem}-{mutant.start}-{len(tests)}-{abs(hash(mutant.text))}.json"
    facts = {"path": str(mutant.path), "source": mutant.source().decode(), "tests": tests}
    given.write_text(json.dumps(facts), "utf-8")
    expected = sum(reach.seconds.get(test, 1.0) for test in tests)
    files = dict.fromkeys(test.partition("::")[0] for test in tests)
    command = [sys.executable, "-m", "pytest", "-p", "tests.mutants.changing", *_QUIET, *files]
    environment = {
        **os.environ,
        "WIRESMITH_MUTANT": str(given),
        "PYTHONPATH": str(ROOT),
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    try:
        done = subprocess.run(
            command, cwd=ROOT, env=environment, capture_output=True, timeout=90 + 6 * expected, check=False
        )
    except subprocess.TimeoutExpired:
        return "endless"
    return {0: "survived", 1: "failed", 5: "survived"}.get(done.returncode, "broken")


def recorded(tests: list[str]) -> Reach:
    """The tests that reach each line, from an earlier run of the same code and tests if there was one."""
    digest = hashlib.sha256(" ".join(tests).encode())
    for file in sorted([*CODE.rglob("*.py"), *(ROOT / "tests").rglob("*.py")]):
        if "mutants" not in file.parts:
            digest.update(file.read_bytes())
    kept = ROOT / ".mutants" / f"{digest.hexdigest()[:16]}.pickle"
    if not kept.exists():
        kept.parent.mkdir(exist_ok=True)
        kept.write_bytes(pickle.dumps(_recorded_now(tests)))
    lines, seconds = pickle.loads(kept.read_bytes())
    return Reach(lines, seconds)


def _recorded_now(tests: list[str]) -> tuple[dict[str, dict[int, list[str]]], dict[str, float]]:
    lines: dict[str, dict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
    seconds: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as folder:
        command = [
            sys.executable,
            "-m",
            "pytest",
            "-p",
            "tests.mutants.recording",
            "-q",
            "-p",
            "no:cacheprovider",
            "--no-header",
            "--tb=short",
        ]
        command += ["--numprocesses", "auto", "--dist", "worksteal", *(f"tests/{name}" for name in tests)]
        environment = {**os.environ, "WIRESMITH_REACH": folder, "PYTHONPATH": str(ROOT)}
        done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
        if done.returncode not in (0, 1):
            raise SystemExit(done.stdout[-3000:] + done.stderr[-2000:])
        for file in Path(folder).glob("gw*.pickle"):
            reach, took = pickle.loads(file.read_bytes())
            seconds |= took
            for path, reached in reach.items():
                for line, names in reached.items():
                    lines[path][line].update(names)
    return {
        path: {line: sorted(names) for line, names in reached.items()} for path, reached in lines.items()
    }, seconds


if __name__ == "__main__":
    sys.exit(main())
