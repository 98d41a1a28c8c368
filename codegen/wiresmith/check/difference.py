"""The difference between two documents that should be the same bytes, for a person to read."""

from __future__ import annotations

import re
from difflib import unified_diff

_LONG = 400
"""A longer line, in characters, is broken up: a document on one line would be one line of difference."""
_SPAN = 2_000
"""Lines compared after the first difference; difflib's time grows with the square of it."""
_BREAK = re.compile(r"(?<=[>,{}\[\]])")


def unified(read: bytes, written: bytes, name: str) -> str:
    """A unified diff from ``read`` to ``written``, or the empty string where they are equal.

    Line numbers count the lines as compared: a long line is broken after brackets, commas and tags.
    """
    if read == written:
        return ""
    before, after = _lines(read), _lines(written)
    start = 0
    while start < min(len(before), len(after)) and before[start] == after[start]:
        start += 1
    start = max(0, start - 3)
    hunks = unified_diff(
        before[start : start + _SPAN],
        after[start : start + _SPAN],
        f"{name} (as read)",
        f"{name} (as written)",
        lineterm="",
    )
    return "\n".join(_numbered_from(line, start) for line in hunks)


def _lines(data: bytes) -> list[str]:
    text = data.decode("utf-8", "backslashreplace")
    lines: list[str] = []
    for line in text.split("\n"):
        lines += _BREAK.split(line) if len(line) > _LONG else [line]
    return [line.replace("\r", "\\r") for line in lines]


def _numbered_from(line: str, start: int) -> str:
    def moved(number: re.Match[str]) -> str:
        return f"{number[1]}{int(number[2]) + start}"

    return re.sub(r"([-+])(\d+)", moved, line) if line.startswith("@@ ") else line
