"""Patterns from a description, run in time linear in the text: payloads are hostile and so may
patterns be.
"""

from __future__ import annotations

from functools import lru_cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable


class PatternError(ValueError):
    """A pattern that RE2 does not take; ``reason`` is what it says."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(f"not a pattern in RE2 syntax: {reason}")


@lru_cache(maxsize=1024)
def _searcher(pattern: str) -> Callable[[str], object]:
    re2: Any = import_module("re2")  # slow to import, and few descriptions have patterns; it has no types
    options = re2.Options()
    options.log_errors = False
    try:
        search: Callable[[str], object] = re2.compile(pattern, options).search
    except re2.error as error:
        reason: object = error.args[0] if error.args else error
        shown = reason.decode("utf-8", "replace") if isinstance(reason, bytes) else str(reason)
        raise PatternError(shown) from None
    except UnicodeEncodeError:
        raise PatternError("a lone surrogate is no text") from None
    return search


def pattern_found(pattern: str, text: str) -> bool:
    """Whether the pattern (RE2 syntax) matches anywhere in the text, as JSON Schema's ``pattern`` does.

    A text with a lone surrogate never matches: it has no UTF-8 form. Raises PatternError for a bad pattern.
    """
    search = _searcher(pattern)
    try:
        return search(text) is not None
    except UnicodeEncodeError:
        return False


def check_pattern(pattern: str) -> None:
    """Raises PatternError unless the pattern is in RE2 syntax."""
    _searcher(pattern)
