"""Patterns in RE2 syntax: no look-around and no backreferences, so that no text makes them slow."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, Protocol, cast

import re2  # pyright: ignore[reportMissingTypeStubs]

_BACKTRACKING: Final = re.compile(r"\(\?(?:<?[=!]|P=|>)|\\[1-9]")
_WHY: Final = "RE2 has no look-around and no backreferences: it never backtracks, whatever text it is given"


class _Options(Protocol):
    log_errors: bool


class _Compiled(Protocol):
    def search(self, text: str) -> object: ...


class _Re2(Protocol):
    error: type[Exception]

    def Options(self) -> _Options: ...  # noqa: N802
    def compile(self, pattern: str, options: _Options) -> _Compiled: ...


_RE2: Final = cast("_Re2", re2)


@lru_cache(maxsize=1024)
def _compiled(pattern: str) -> _Compiled:
    options = _RE2.Options()
    options.log_errors = False
    try:
        return _RE2.compile(pattern, options)
    except _RE2.error as error:
        reason: object = error.args[0] if error.args else error
        raise ValueError(
            reason.decode("utf-8", "replace") if isinstance(reason, bytes) else str(reason)
        ) from None
    except UnicodeEncodeError:
        raise ValueError("a lone surrogate is no text") from None


def pattern_fault(pattern: str) -> tuple[str, str] | None:
    """Why a pattern cannot be used, and what is expected; None if it can."""
    try:
        _compiled(pattern)
    except ValueError as error:
        why = f"; {_WHY}" if _BACKTRACKING.search(pattern) else ""
        return str(error), f"a pattern in RE2 syntax is expected{why}"
    return None


def pattern_found(pattern: str, text: str) -> bool:
    """Whether a pattern matches anywhere in a text. Raises ValueError for a pattern that cannot be used."""
    try:
        return _compiled(pattern).search(text) is not None
    except UnicodeEncodeError:
        return False
