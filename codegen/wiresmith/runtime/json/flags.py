"""Numbers that combine the members of an enum."""

from __future__ import annotations

from collections.abc import Iterable


def combines(known: Iterable[object], value: int) -> bool:
    """Has a number no bit that none of these numbers has?"""
    mask = 0
    for flag in known:
        assert isinstance(flag, int)
        mask |= flag
    return value & ~mask == 0
