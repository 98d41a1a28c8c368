"""The check of a pattern of a spec; patterns run in RE2, which no text makes slow."""

from __future__ import annotations

import re
from typing import Final

from wiresmith.runtime import PatternError, check_pattern

_BACKTRACKING: Final = re.compile(r"\(\?(?:<?[=!]|P=|>)|\\[1-9]")
_WHY: Final = "RE2 has no look-around and no backreferences: it never backtracks, whatever text it is given"


def pattern_fault(pattern: str) -> tuple[str, str] | None:
    """Why a pattern cannot be used, and what is expected; None if it can."""
    try:
        check_pattern(pattern)
    except PatternError as error:
        why = f"; {_WHY}" if _BACKTRACKING.search(pattern) else ""
        return error.reason, f"a pattern in RE2 syntax is expected{why}"
    return None
