"""The smallest pieces of a spec: values, names of types, and the places in files where they stand."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Generic, TypeVar

T = TypeVar("T")
Plain = str | int | float | bool | Decimal | None
"""A scalar of the spec that is a value of the API (a default, an example, an enum value)."""


@dataclass(frozen=True, slots=True, order=True)
class Spot:
    """A place in a spec file; line and column count from 1."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Placed(Generic[T]):
    """A value and where it stands."""

    value: T
    at: Spot


@dataclass(frozen=True, slots=True)
class TypeName:
    """``uuid``, ``Batch``, ``PBPRReturn[Batch]``, ``list[T]``: a name with its arguments."""

    name: str
    arguments: tuple[Annotation, ...]
    at: Spot


@dataclass(frozen=True, slots=True)
class Annotation:
    """A type name, or null, or both (``UserRef | None``)."""

    type: TypeName
    nullable: bool
    text: str
    at: Spot


def is_true(flag: Placed[bool] | None) -> bool:
    """Is ``true`` written there?"""
    return flag is not None and flag.value


def value_of(placed: Placed[T] | None) -> T | None:
    """The value alone; None where there is none."""
    return placed.value if placed is not None else None
