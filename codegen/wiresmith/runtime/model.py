"""The base of emitted classes."""

from __future__ import annotations

from contextvars import ContextVar
from dataclasses import Field, fields
from typing import TYPE_CHECKING, Any, ClassVar


class Model:
    """The base of emitted dataclasses, which gives them ``==`` and a repr.

    They are those that the decorator would write, but having it compile them for each class would double the
    time that importing takes. Objects may be shared and hold themselves: the repr shows each once, then
    ``Node(...)``, and ``==`` asks whether two graphs look the same however one walks through them.
    """

    __slots__ = ()
    if TYPE_CHECKING:
        __dataclass_fields__: ClassVar[dict[str, Field[Any]]]

    def __eq__(self, other: object) -> bool:
        return _same(self, other) if self.__class__ is other.__class__ else NotImplemented

    def __repr__(self) -> str:
        shown = _shown.get()
        token = None
        if shown is None:
            token = _shown.set(shown := set())
        try:
            if id(self) in shown:
                return f"{self.__class__.__qualname__}(...)"
            shown.add(id(self))
            members = [f"{about.name}={getattr(self, about.name)!r}" for about in fields(self) if about.repr]
            text = f"{self.__class__.__qualname__}({', '.join(members)})"
        except RecursionError:
            if token is None:
                raise
            text = f"{self.__class__.__qualname__}(... nests too deep to be shown)"
        finally:
            if token is not None:
                _shown.reset(token)
        return text


_shown: ContextVar[set[int] | None] = ContextVar("_shown", default=None)
"""The objects that the repr under way has shown: a graph of shared ones would have a repr without end."""
_compared: dict[object, tuple[str, ...]] = {}


def _names(cls: Any) -> tuple[str, ...]:
    known = _compared.get(cls)
    if known is None:
        known = _compared[cls] = tuple(about.name for about in fields(cls) if about.compare)
    return known


def _same(left: Any, right: Any) -> bool:
    """Whether two graphs of objects are equal, found in time linear in their size, however deep they are and
    whatever they share.
    """
    waiting: list[tuple[Any, Any]] = [(left, right)]
    met: set[tuple[int, int]] = set()  # pairs that are equal unless another pair tells otherwise
    while waiting:
        left, right = waiting.pop()
        if left is right:
            continue
        cls = left.__class__
        is_model = cls.__eq__ is Model.__eq__
        if cls is not right.__class__ or not (is_model or cls is list or cls is tuple or cls is dict):
            if left != right:
                return False
            continue
        pair = (id(left), id(right))
        if pair in met:
            continue
        met.add(pair)
        if is_model:
            waiting += [(getattr(left, name), getattr(right, name)) for name in _names(cls)]
        elif len(left) != len(right):
            return False
        elif cls is dict:
            if left.keys() != right.keys():
                return False
            waiting += [(value, right[key]) for key, value in left.items()]
        else:
            waiting += zip(left, right, strict=True)
    return True
