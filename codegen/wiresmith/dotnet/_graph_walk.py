"""The walk of this reader, as its parts see it: how they go into an element.

Depth is a list of generators, so that it is not Python's.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Generator
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from wiresmith.dotnet._context import Context
    from wiresmith.plan.contracts import Contract

Reading: TypeAlias = Generator[Any, Any, Any]
"""A generator that reads one value: it yields the readings of values inside and returns its own."""


def run(reading: Reading) -> Any:
    """The value of a reading."""
    stack = [reading]
    value: Any = None
    while stack:
        try:
            following = stack[-1].send(value)
        except StopIteration as done:
            stack.pop()
            value = done.value
        else:
            stack.append(following)
            value = None
    return value


class Walk(ABC):
    """Reads the values of one document."""

    def __init__(self, context: Context) -> None:
        self.context = context

    @abstractmethod
    def primitive(self, contract: Contract, *, nullable: bool) -> Any:
        """The scalar whose element the cursor is at; ``i:type`` does not count."""

    @abstractmethod
    def value(self, contract: Contract, *, nullable: bool) -> Reading:
        """The value of another type, whose element the cursor is at."""

    @abstractmethod
    def into(self, contract: Contract, existing: Any) -> Reading:
        """Add what the element holds to the collection of a member without a setter."""

    @abstractmethod
    def content(self, contract: Contract) -> Any:
        """The scalar that the text of the element at the cursor is; its attributes do not count."""
