"""Prose and provenance of declarations, as the contract has them."""

from __future__ import annotations

from wiresmith.description import Provenance
from wiresmith.language import Placed, ProvenanceDoc


def provenance(*nearest_first: ProvenanceDoc | None) -> Provenance:
    """The provenance of a fact: that of the nearest place which says one; else it is documented."""
    found = next((each for each in nearest_first if each is not None), None)
    return Provenance(found.kind, found.source) if found is not None else Provenance()


def text(placed: Placed[str] | None) -> str:
    """The text, or nothing."""
    return placed.value if placed is not None else ""
