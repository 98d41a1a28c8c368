"""A mistake in a spec, and its place."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from wiresmith.language.placed import Spot

MOST_PROBLEMS = 1_000
"""The most problems of one file that are kept; nobody mends more of them line by line."""
SHOWN_LENGTH = 60


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One mistake in a spec file: where, what is wrong, what was expected, and what to do about it."""

    at: Spot
    message: str
    expected: str = ""
    suggestion: str = ""

    def __str__(self) -> str:
        """``file:line:col: what is wrong; what was expected; a suggestion``."""
        return f"{self.at}: " + "; ".join(
            part for part in (self.message, self.expected, self.suggestion) if part
        )


class SpecError(Exception):
    """A spec that cannot be used; ``problems`` holds every mistake that was found, in file order."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = sorted(set(problems))
        super().__init__("\n".join(map(str, self.problems)))


class Problems:
    """Collects what is wrong while reading goes on."""

    def __init__(self) -> None:
        self.found: list[Problem] = []
        self._per_file: Counter[str] = Counter()

    def add(self, at: Spot, message: str, expected: str = "", suggestion: str = "") -> None:
        """Record one problem; past `MOST_PROBLEMS` of a file, only that there are more."""
        self._per_file[at.file] += 1
        if self._per_file[at.file] <= MOST_PROBLEMS:
            self.found.append(Problem(at, message, expected, suggestion))
        elif self._per_file[at.file] == MOST_PROBLEMS + 1:
            self.found.append(
                Problem(at, f"more than {MOST_PROBLEMS:,} problems in this file; the rest is not listed")
            )


def shown(text: str) -> str:
    """``text`` in quotes as a message shows it: shortened, and with nothing a terminal would act on."""
    short = text if len(text) <= SHOWN_LENGTH else text[: SHOWN_LENGTH - 1] + "…"
    visible = "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in short)
    return f"'{visible}'"


def listed(words: Iterable[str]) -> str:
    """``a, b or c``."""
    *most, last = words
    return f"{', '.join(most)} or {last}" if most else last


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that ``word`` was probably meant to be."""
    if len(word) > SHOWN_LENGTH:
        return None
    by_lower = {candidate.lower(): candidate for candidate in known}
    close = difflib.get_close_matches(word.lower(), by_lower, n=1)
    return by_lower[close[0]] if close else None
