"""The values of an enum in a schema, with their numbers."""

from __future__ import annotations

from collections.abc import Callable

from xsdata.models import xsd

from wiresmith.xsd._annotations import Annotations
from wiresmith.xsd._definitions import default_number


def enum_values(
    restriction: xsd.Restriction, flags: bool, annotations: Callable[[xsd.AnnotationBase], Annotations]
) -> tuple[tuple[str, int], ...]:
    """The texts of an enumeration with the numbers that annotations give them, or else their places."""
    values: dict[str, int] = {}
    for position, facet in enumerate(restriction.enumerations):
        notes = annotations(facet)
        try:
            number = int(notes.number) if notes.number is not None else None
        except ValueError:
            number = None
        values.setdefault(facet.value, default_number(flags, position) if number is None else number)
    return tuple(values.items())
