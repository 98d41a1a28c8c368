"""Levels of inheritance: the one walk along what classes extend."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

T = TypeVar("T")


def levels(first: T, base_of: Callable[[T], T | None]) -> Iterator[T]:
    """A class and those that it extends, itself first; the walk ends before a class that it has met."""
    met: set[int] = set()
    level: T | None = first
    while level is not None and id(level) not in met:
        met.add(id(level))
        yield level
        level = base_of(level)
