"""``python -m tests.conformance FOLDER``: hold wiresmith against recorded cases of .NET's
DataContractSerializer.

Exit status 0: all cases pass or are out of scope; 1: some fail; 2: the folder cannot be read.
"""

from __future__ import annotations

import argparse
import fnmatch
import json
import sys
import time
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from tests.conformance.clr import UnreadableCase, read_contract
from tests.conformance.deep import with_stack
from tests.conformance.outcome import OutOfScope, Refused, Result
from tests.conformance.package import translated
from tests.conformance.report import report
from tests.conformance.run import machine_of, run_case

CASES = Path(__file__).parents[1] / "data" / "datacontract" / "cases"
"""The cases that come with the repository."""


def case_folders(folder: Path, only: str = "*") -> list[Path]:
    """The cases below a folder whose names match a pattern (or hold a text), in the order of their names.

    Raises: UnreadableCase if there are none, or the folder cannot be read.
    """
    pattern = only if any(character in only for character in "*?[") else f"*{only}*"
    try:
        if not folder.is_dir():
            raise UnreadableCase(
                f"{folder} is no folder; expected one with cases in it, each with a clr.json"
            )
        found = sorted(path.parent for path in folder.rglob("clr.json"))
    except OSError as fault:
        raise UnreadableCase(f"{folder} cannot be read: {fault}") from fault
    if not found:
        raise UnreadableCase(f"{folder} holds no case; expected folders with a clr.json")
    chosen = [path for path in found if fnmatch.fnmatch(path.name, pattern)]
    if not chosen:
        raise UnreadableCase(f"none of the {len(found)} cases in {folder} matches {only!r}")
    return chosen


def categories(folder: Path) -> dict[str, str]:
    """The category of each case, from an index.json in the folder or above it; none where there is no index.

    Raises: UnreadableCase if the index is not what the layout says.
    """
    for path in (folder / "index.json", folder.resolve().parent / "index.json"):
        if path.is_file():
            try:
                return {str(one["id"]): str(one["category"]) for one in json.loads(path.read_text("utf-8"))}
            except (OSError, ValueError, KeyError, TypeError) as fault:
                raise UnreadableCase(f"{path}: {type(fault).__name__}: {fault}") from fault
    return {}


def run_folder(folder: Path, only: str = "*") -> list[Result]:
    """Run the cases below a folder.

    Raises: UnreadableCase if the folder as a whole cannot be read.
    """
    folders, known, machine = case_folders(folder, only), categories(folder), machine_of(folder)
    return with_stack(lambda: [run_case(case, machine, known.get(case.name, "")) for case in folders])


def show_specs(folder: Path, only: str) -> str:
    """The specs that cases are translated to."""
    texts: list[str] = []
    for case in case_folders(folder, only):
        texts.append(f"# {case.name}")
        try:
            contract = read_contract(case)
            _, translation = with_stack(partial(translated, contract, [contract.value], "framework"))
            texts.append(translation.text)
        except (UnreadableCase, Refused, OutOfScope) as reason:
            texts.append(f"# none: {reason}\n")
    return "\n".join(texts)


def main(arguments: Sequence[str] | None = None) -> int:
    """The command; returns its exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.conformance", description=__doc__)
    parser.add_argument(
        "folder", nargs="?", type=Path, default=CASES, help="cases, each in a folder with a clr.json"
    )
    parser.add_argument(
        "--only", metavar="PATTERN", default="*", help="run the cases whose names match (or hold) this"
    )
    parser.add_argument(
        "--show-spec", action="store_true", help="print the specs that the cases become, and run nothing"
    )
    chosen = parser.parse_args(arguments)
    begin = time.perf_counter()
    try:
        if chosen.show_spec:
            print(show_specs(chosen.folder, chosen.only))
            return 0
        results = run_folder(chosen.folder, chosen.only)
    except UnreadableCase as fault:
        print(f"conformance: {fault}", file=sys.stderr)
        return 2
    print(report(results, seconds=time.perf_counter() - begin))
    return 1 if any(result.state == "failed" for result in results) else 0


if __name__ == "__main__":
    sys.exit(main())
