"""What a benchmark measures of one document."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Case:
    """One document and what each library does with it; ours comes first."""

    name: str
    size: int
    calls: dict[str, Callable[[], object]]
    targets: dict[str, float]
    """How many times as fast as another library ours has to be (below 1: it may be slower)."""
