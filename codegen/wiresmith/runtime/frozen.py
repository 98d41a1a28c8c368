"""Frozen dataclasses that share their methods: having them compiled costs each class most of a millisecond."""

from __future__ import annotations

import dataclasses

from wiresmith.runtime.model import Model, compiled

TYPE_CHECKING = False  # as typing's, which would take some ms to import
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any


def dataclass(*, frozen: bool, slots: bool, kw_only: bool = False) -> Callable[[Any], Any]:
    """Takes the place of ``dataclasses.dataclass``, which type checkers are to see; ``frozen`` and ``slots`` are understood."""
    assert frozen
    assert slots

    def with_methods(cls: Any) -> Any:
        for name in _METHODS:
            setattr(cls, name, getattr(_Frozen, name))
        return dataclasses.dataclass(init=False, repr=False, eq=False, slots=True, kw_only=kw_only)(cls)

    return with_methods


class _Frozen(Model):
    __slots__ = ()

    def __init__(self, *values: Any, **named: Any) -> None:
        fields = self.__dataclass_fields__
        positional = [name for name, field in fields.items() if not field.kw_only]
        given = {**dict(zip(positional, values, strict=False)), **named}
        if len(given) < len(values) + len(named) or given.keys() - fields.keys():
            raise TypeError(f"{type(self).__name__} takes {', '.join(fields)}, each at most once")
        for name, field in fields.items():
            value = given.get(name, field.default)
            if value is dataclasses.MISSING:
                raise TypeError(f"{type(self).__name__} needs {name}")
            object.__setattr__(self, name, value)

    def __hash__(self) -> int:
        hashed: int = compiled(self.__class__).__hash__(self)
        return hashed

    def __setattr__(self, name: str, value: object) -> None:
        raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")

    def __delattr__(self, name: str) -> None:
        raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")

    def __getstate__(self) -> list[Any]:
        return [getattr(self, field.name) for field in dataclasses.fields(self)]

    def __setstate__(self, state: list[Any]) -> None:
        for field, value in zip(dataclasses.fields(self), state, strict=True):
            object.__setattr__(self, field.name, value)


_METHODS = ("__eq__", "__repr__", *(name for name in vars(_Frozen) if callable(getattr(_Frozen, name))))
