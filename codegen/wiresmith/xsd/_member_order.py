"""The ``order:`` of members that brings a sequence of elements about."""

from __future__ import annotations

from collections.abc import Sequence

from wiresmith.contract.dotnet_names import ordinal


def orders(names: Sequence[str]) -> list[int | None]:
    """The DataMember.Order of each element of a class; None where the names alone give the sequence."""
    found: list[int | None] = []
    order: int | None = None
    for place, name in enumerate(names):
        if place > 0 and ordinal(name) <= ordinal(names[place - 1]):
            order = 0 if order is None else order + 1
        found.append(order)
    return found
