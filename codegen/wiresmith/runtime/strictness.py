"""What a deviation means: an error where a fact is held, a warning where it is only expected."""

from __future__ import annotations

from typing import Final, Literal, TypeAlias

from wiresmith.description import Aspect, Provenance

Strict: TypeAlias = Literal["documented", "everything", "nothing"]
"""The facts that are held: what the page documents, everything that is described, or nothing."""
STRICT: Final[tuple[Strict, ...]] = ("documented", "everything", "nothing")


def checked_strict(strict: Strict) -> Strict:
    """The setting, if it is one.

    Raises:
        ValueError: if it is none.
    """
    if strict not in STRICT:
        raise ValueError(f"strict is {strict!r}; one of {', '.join(map(repr, STRICT))} is expected")
    return strict


def expectation(strict: Strict, provenance: Provenance, aspect: Aspect) -> str | None:
    """The source of a fact that is only expected, in words (``inferred from samples/a.json``); None where
    the fact is held.
    """
    if strict == "everything":
        return None
    said = provenance.of(aspect)
    if said.mark == "documented":
        return "documented" if strict == "nothing" else None
    return str(said)
