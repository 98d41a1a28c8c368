"""The results of a run as text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import get_args

from tests.conformance.outcome import Result, State

_STATES: tuple[State, ...] = get_args(State)
_WIDTH = 400


def report(results: Sequence[Result], *, seconds: float) -> str:
    """A table of categories, then every failure with its first difference, then what is out of
    scope and why.
    """
    lines = [f"{'category':<20} {'passed':>7} {'failed':>7} {'out of scope':>13}"]
    for category in sorted({result.category for result in results}):
        lines.append(_row(category, [result for result in results if result.category == category]))
    lines.append(_row("all", results))
    for state in ("failed", "out of scope"):
        told = [result for result in results if result.state == state]
        if told:
            lines += ["", f"{state}:"]
            lines += [f"  {_told(result)}" for result in told]
    checks = sum(len(result.checks) for result in results)
    lines += ["", f"{len(results)} cases, {checks} checks, {seconds:.1f} s"]
    return "\n".join(lines)


def _row(category: str, results: Sequence[Result]) -> str:
    counts = Counter(result.state for result in results)
    passed, failed, outside = (counts[state] for state in _STATES)
    return f"{category:<20} {passed:>7} {failed:>7} {outside:>13}"


def _told(result: Result) -> str:
    faults = sum(bool(check.fault) for check in result.checks)
    first = result.first_fault
    more = f" (and {faults - 1} more of {len(result.checks)} checks)" if faults > 1 else ""
    return f"{result.case}: {first if len(first) <= _WIDTH else first[: _WIDTH - 1] + '…'}{more}"
