"""Patterns from a description, run in time linear in the text: payloads are hostile and so may patterns be."""

from __future__ import annotations

from functools import lru_cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable


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
        raise ValueError(f"not a pattern in RE2 syntax: {shown}") from None
    return search


def pattern_found(pattern: str, text: str) -> bool:
    """Whether the pattern (RE2 syntax) matches anywhere in the text, as JSON Schema's ``pattern`` does.

    A text with a lone surrogate never matches: it has no UTF-8 form. Raises ValueError for a bad pattern.
    """
    search = _searcher(pattern)
    try:
        return search(text) is not None
    except UnicodeEncodeError:
        return False


def check_pattern(pattern: str) -> None:
    """Raises ValueError, saying why, unless the pattern is in RE2 syntax."""
    _searcher(pattern)
