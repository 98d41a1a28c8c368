"""Values and places as findings show them."""

from __future__ import annotations

from wiresmith.runtime.findings import excerpt
from wiresmith.runtime.report import Path


def at(outer: Path, step: str | int) -> Path:
    """A place inside another: a member, or an item by its number; an empty step is the same place."""
    if isinstance(step, int):
        return Path(outer, "*", step)
    return Path(outer, step) if step else outer


def class_of(value: object) -> str:
    """The class of a value in words, to say after "a"."""
    return "None" if value is None else type(value).__name__


def shown(value: object) -> str:
    """A value as a message quotes it."""
    try:
        return excerpt(repr(value))
    except (ValueError, TypeError, AttributeError, ArithmeticError, RecursionError, LookupError):
        return f"a {class_of(value)}"
