"""What the exact writer finds wrong with a value, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiresmith.runtime.errors import EncodeError
from wiresmith.runtime.findings import Finding, excerpt

if TYPE_CHECKING:
    from typing import NoReturn


MOST = 1000
"""How many findings are collected."""


class Place:
    """An element of the document that is being written; ``step`` is its part of an XPath."""

    __slots__ = ("outer", "step")

    def __init__(self, outer: Place | None, step: str) -> None:
        self.outer = outer
        self.step = step

    def path(self) -> str:
        """The whole path, ``/*/Member/*[2]``."""
        steps: list[str] = []
        place: Place | None = self
        while place is not None:
            steps.append(place.step)
            place = place.outer
        return "".join(f"/{step}" for step in reversed(steps))


def at(outer: Place, step: str | int) -> Place:
    """A place inside another: a member, or an item by its number; an empty step is the same place."""
    if isinstance(step, int):
        return Place(outer, f"*[{step}]")
    return Place(outer, step) if step else outer


class Report:
    """Collects findings; the document is worth nothing once there is one."""

    def __init__(self) -> None:
        self.findings: list[Finding] = []

    def error(self, place: Place, code: str, message: str, expected: str) -> None:
        """Note what is wrong; writing goes on, to find the rest, unless there is too much of it."""
        self.findings.append(
            Finding(severity="error", code=code, message=message, expected=expected, path=place.path())
        )
        if len(self.findings) == MOST:
            raise EncodeError(self.findings)

    def stop(self, place: Place, code: str, message: str, expected: str) -> NoReturn:
        """Note what makes it senseless to go on, and raise everything noted."""
        self.error(place, code, message, expected)
        raise EncodeError(self.findings)


def kind_of(value: object) -> str:
    """What a value is, to say after "a"."""
    return "None" if value is None else type(value).__name__


def shown(value: object) -> str:
    """A value as a message quotes it."""
    try:
        return excerpt(repr(value))
    except (ValueError, TypeError, AttributeError, ArithmeticError, RecursionError, LookupError):
        return f"a {kind_of(value)}"
