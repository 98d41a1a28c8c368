"""The elements of a class, an entry or a DateTimeOffset, in the order of the contract: which place an element
has, and what is required.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence, Set

    from wiresmith.values.qnames import QName


class Members:
    """Elements in contract order, with their places; two levels of a class may each have one of the same
    name.
    """

    def __init__(self, names: Sequence[QName], required: Sequence[bool]) -> None:
        self.names = names
        self.required = required
        self._places: dict[QName, list[int]] = {}
        for place, name in enumerate(names):
            self._places.setdefault(name, []).append(place)

    @cached_property
    def by_tag(self) -> dict[str, list[int]]:
        """The places of each name in Clark notation."""
        return {str(name): places for name, places in self._places.items()}

    @cached_property
    def by_folded_name(self) -> dict[str, QName]:
        """The names by their local parts in small letters, for what is written nearly like them."""
        return {name.local.lower(): name for name in self.names}

    def find(self, name: QName, after: int) -> int | None:
        """The place of the element behind another place, where .NET looks for it (GetMemberIndex)."""
        places = self._places.get(name)
        if places is None:
            return None
        at = bisect_right(places, after)
        return places[at] if at < len(places) else None

    def place(self, tag: str, last: int, taken: Set[int]) -> int | None:
        """The free place of an element wherever it stands, behind the last one if possible; -1 if all of that
        name are taken, None if there is none.
        """
        places = self.by_tag.get(tag)
        if places is None:
            return None
        free = [place for place in places if place not in taken]
        return next((place for place in free if place > last), free[0] if free else -1)

    def next_required(self, start: int) -> int:
        """The first required element from a place on; as many as there are elements if there is none."""
        return next(
            (place for place in range(start, len(self.names)) if self.required[place]), len(self.names)
        )

    def passed_over(self, last: int, required: int) -> list[str]:
        """The elements that could have come behind the last one."""
        return [name.local for name in self.names[last + 1 : min(required, len(self.names) - 1) + 1]]
