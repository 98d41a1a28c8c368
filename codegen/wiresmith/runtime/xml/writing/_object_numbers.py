"""The objects that a document has written already, by number."""

from __future__ import annotations


class References:
    """Numbers objects in the order they are first written (ObjectToIdCache)."""

    def __init__(self) -> None:
        self._numbers: dict[object, int] = {}
        self._kept: list[object] = []
        """The objects that are numbered by identity, which must not die and leave it to others."""
        self._last = 0

    def number(self, value: object, *, equal: bool = False) -> tuple[int, bool]:
        """The number of an object, and whether it is new.

        ``equal``: what is equal is the same object. So it is for strings: .NET has one object for equal
        literals, and Python's identity says nothing about them.
        """
        key = ("equal", value) if equal else id(value)
        known = self._numbers.get(key)
        if known is not None:
            return known, False
        self._kept.append(value)
        self._numbers[key] = number = self.fresh()
        return number, True

    def fresh(self) -> int:
        """The number of a value that is an object only here (a boxed one)."""
        self._last += 1
        return self._last
