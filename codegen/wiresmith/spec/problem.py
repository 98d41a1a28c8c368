"""What is wrong with a spec, and where."""

from __future__ import annotations

from dataclasses import dataclass

from wiresmith.spec.document import Spot


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One mistake in a spec file: where, what is wrong, what was expected, and what to do about it."""

    at: Spot
    message: str
    expected: str = ""
    suggestion: str = ""

    def __str__(self) -> str:
        """``file:line:col: what is wrong; what was expected; a suggestion``."""
        return f"{self.at}: " + "; ".join(part for part in (self.message, self.expected, self.suggestion) if part)


class SpecError(Exception):
    """A spec that cannot be used; ``problems`` holds every mistake that was found, in file order."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = sorted(set(problems))
        super().__init__("\n".join(map(str, self.problems)))
