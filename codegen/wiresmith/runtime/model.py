"""The base of emitted classes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from functools import cache
from operator import attrgetter
from reprlib import recursive_repr
from typing import Any


class Model:
    """Gives dataclasses the ``==`` and the repr that the decorator would write for each of them anew.

    Compiling those is half of what an import of emitted classes costs.
    """

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        if other.__class__ is not self.__class__:
            return NotImplemented
        values = compared(self.__class__)
        return values(self) == values(other)

    @recursive_repr()
    def __repr__(self) -> str:
        shown = [f"{name}={getattr(self, name)!r}" for name in _shown(self.__class__)]
        return f"{self.__class__.__qualname__}({', '.join(shown)})"


@cache
def compared(cls: Any) -> Callable[[Any], object]:
    """What gives all that is compared of an object of the class."""
    # With the class there are always two names or more, hence a tuple, which looks at identity first.
    return attrgetter("__class__", *(field.name for field in fields(cls) if field.compare))


@cache
def _shown(cls: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(cls) if field.repr)
