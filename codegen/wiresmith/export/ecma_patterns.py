"""Patterns in RE2 syntax as JSON Schema has them: ECMA-262, read with the flag u."""

from __future__ import annotations

import re
from typing import Final, Literal

_SPACE: Final = r"\t\n\f\r "
_PARTS: Final = re.compile(
    r"\\x[0-9A-Fa-f]{2}|\\.|\{[0-9]+(?:,[0-9]*)?\}|\(\?P?<[A-Za-z_]\w*>|\(\?:|\(\?|.", re.DOTALL | re.ASCII
)
_SAME: Final = frozenset("dDwWtnrfv^$\\.*+?()[]{}|/")
"""The letters that mean the same behind a backslash in both syntaxes."""
_EDGES: Final = frozenset({"^", "$", "|", r"\b", r"\B", r"\A", r"\z"})
"""The parts that match between characters, such as ``^``, and so cannot be repeated."""


def ecma_pattern(pattern: str) -> str | None:
    """The pattern of ECMA-262 that finds what this one of RE2 does; None if its parts do not show that there
    is one.

    Source: JSON Schema Validation 2020-12, 6.3.3; RE2's wiki, Syntax.
    """
    found: list[str] = []
    before: Literal["edge", "atom", "repeated", "lazy"] = "edge"
    in_class = False
    for part in _PARTS.findall(pattern):
        if in_class:
            first = found[-1] == "[" or (found[-1] == "^" and found[-2:-1] == ["["])
            text = _in_class(part, first=first)
            in_class = text != "]"
        elif part in ("*", "+", "?") or (part[0] == "{" != part):
            if before == "atom":
                before = "repeated"
            elif before == "repeated" and part == "?":
                before = "lazy"
            else:
                return None
            text = part
        else:
            before = "edge" if part in _EDGES or part[0] == "(" else "atom"
            in_class = part == "["
            text = _outside(part)
        if text is None:
            return None
        found.append(text)
    return None if in_class else "".join(found)


def _outside(part: str) -> str | None:
    match part:
        case ".":
            return r"[^\n]"
        case r"\s":
            return f"[{_SPACE}]"
        case r"\S":
            return f"[^{_SPACE}]"
        case r"\A":
            return "^"
        case r"\z":
            return "$"
        case r"\b" | r"\B":
            return part
        case "{" | "}" | "]":
            return f"\\{part}"
        case "(?":
            return None  # flags
        case _ if part.startswith("(?P<"):
            return f"(?<{part[4:]}"
        case _:
            return _escaped(part)


def _in_class(part: str, *, first: bool) -> str | None:
    match part:
        case "[":
            return None  # perhaps the beginning of [:alpha:]
        case "]" if first:
            return r"\]"
        case r"\s":
            return _SPACE
        case r"\-":
            return part
        case _:
            return None if part.startswith("(?") else _escaped(part)


def _escaped(part: str) -> str | None:
    if part[0] != "\\":
        return part
    if part == "\\" or part == r"\x":
        return None
    if part[1] in _SAME or part[1] == "x":
        return part
    # Punctuation that needs no backslash must have none in ECMA-262.
    return part[1] if part[1].isascii() and not part[1].isalnum() else None
