"""Types that rest on themselves: classes that are their own base, collections that hold nothing but
collections for ever.
"""

from __future__ import annotations

from collections.abc import Mapping

from wiresmith.description import QName
from wiresmith.xsd._definitions import (
    ClassDefinition,
    Definition,
    DictionaryDefinition,
    ListDefinition,
    elements_of,
)


def unfounded(types: Mapping[QName, Definition]) -> dict[QName, str]:
    """Those that no contract can be, and why."""
    bases = {
        name: {each.base} if each.base is not None else set[QName]()
        for name, each in types.items()
        if isinstance(each, ClassDefinition)
    }
    collections = {
        name: {element.type for element in elements_of(each)}
        for name, each in types.items()
        if isinstance(each, (ListDefinition, DictionaryDefinition))
    }
    held = {name: items & collections.keys() for name, items in collections.items()}
    return {
        **dict.fromkeys(_without_ground(bases), "its base is no class of these files"),
        **dict.fromkeys(_without_ground(held), "it holds itself, with no class in between"),
    }


def _without_ground(rests_on: Mapping[QName, set[QName]]) -> set[QName]:
    """Names that rest on themselves, on what does, or on what is not there."""
    above: dict[QName, list[QName]] = {}
    for name, below in rests_on.items():
        for each in below:
            above.setdefault(each, []).append(name)
    open_ = {name: len(below) for name, below in rests_on.items()}
    ready = [name for name, count in open_.items() if count == 0]
    while ready:
        name = ready.pop()
        del open_[name]
        for each in above.get(name, ()):
            open_[each] -= 1
            if open_[each] == 0:
                ready.append(each)
    return set(open_)
