"""Whether a value can be written out: one that shares its parts may be more than anybody waits for.

Forty lists, each of which holds the next one twice, are 2**40 values in a document.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from wiresmith.runtime.model import Model
from wiresmith.runtime.narrowing import is_dict, is_list
from wiresmith.values.typed import Typed

if TYPE_CHECKING:
    from collections.abc import Collection

MOST_REPEATED = 10_000_000
"""The greatest number of values that a document repeats because lists, dicts and objects share them."""
REPEATS = f"a value that repeats at most {MOST_REPEATED} values"
_ENOUGH = 10**15


def repeats_too_much(value: Any, written_once: Collection[type] = ()) -> bool:
    """Would a document repeat more values than it may? It takes time in proportion to what there is.

    What holds itself counts once; it has no end, which the writers find out by themselves.

    Args:
        value: what is to be written.
        written_once: the classes whose objects a document only refers to where they come again.
    """
    return _repeated(value, written_once)[0] > MOST_REPEATED


def refuse_endless(value: Any) -> None:
    """Refuse a value that holds itself, or of which a document would repeat too much.

    Raises:
        ValueError: if it is one.
    """
    repeated, holds_itself = _repeated(value, ())
    if holds_itself or repeated > MOST_REPEATED:
        raise ValueError("a value that does not hold itself" if holds_itself else REPEATS)


def _repeated(value: Any, written_once: Collection[type]) -> tuple[int, bool]:
    """The number of values that a document repeats, and whether there is one that holds itself."""
    weights: dict[int, int] = {}
    there = 0
    above: set[int] = set()
    holds_itself = False
    pending: list[tuple[Any, list[Any] | None]] = [(value, None)]
    while pending:
        part, held = pending.pop()
        if held is not None:
            weight = 1 + len(held) + sum(weights.get(id(each), 1) - 1 for each in held)
            above.discard(id(part))
            if type(part) in written_once:
                there, weight = there - weight + 1, 1  # it is where it comes first, and nowhere else
            weights[id(part)] = min(weight, _ENOUGH)
        elif id(part) in weights:
            holds_itself = holds_itself or id(part) in above
        elif held := _parts(part):
            weights[id(part)] = 1
            above.add(id(part))
            there += len(held)
            pending.append((part, held))
            pending += [(each, None) for each in held]
    return weights.get(id(value), 1) - there, holds_itself


def _parts(value: Any) -> list[Any]:
    """What a value holds that may be shared, or hold more; nothing else of it has a weight."""
    if is_list(value) or isinstance(value, tuple):
        return list(cast("list[Any]", value))
    if is_dict(value):
        return list(value.values())
    if isinstance(value, Model):
        slots = [name for cls in type(value).__mro__ for name in cls.__dict__.get("__slots__", ())]
        return [getattr(value, name, None) for name in slots]
    return [value.value] if isinstance(value, Typed) else []
