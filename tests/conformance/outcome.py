"""How a case can end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

State = Literal["passed", "failed", "out of scope"]


class Refused(Exception):
    """The serializer, or what stands for it here, refuses; ``reason`` names the class of reasons."""

    def __init__(self, reason: str, message: str) -> None:
        super().__init__(message)
        self.reason = reason


class OutOfScope(Exception):
    """A feature that the spec language does not describe on purpose; ``feature`` is a key of
    out_of_scope.toml.
    """

    def __init__(self, feature: str, message: str) -> None:
        super().__init__(message)
        self.feature = feature


class Mismatch(Exception):
    """What came out is not what .NET does."""


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was held against .NET: a form that was written, or a document that was read."""

    what: str
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one case."""

    case: str
    category: str
    state: State
    checks: tuple[Check, ...] = ()
    reason: str = ""

    @property
    def first_fault(self) -> str:
        return next((f"{check.what}: {check.fault}" for check in self.checks if check.fault), self.reason)
