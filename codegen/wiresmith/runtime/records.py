"""What makes generic named tuples, at next to no cost for each.

``typing.NamedTuple`` compiles a constructor for each class, and typing itself takes some ms to import; every
import of an emitted package would pay for that. Type checkers are to see the names of typing instead.
"""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING, Any


class _Fields(type):
    def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> Any:
        names = tuple(body.get("__annotations__", ()))
        defaults = {field: body[field] for field in names if field in body}
        places = {field: property(itemgetter(place)) for place, field in enumerate(names)}
        about = {"__slots__": (), "__match_args__": names, "_fields": names, "_field_defaults": defaults}
        return super().__new__(cls, name, bases, {**body, **places, **about})


class NamedTuple(tuple["Any", ...], metaclass=_Fields):
    """In place of ``typing.NamedTuple``: the annotations of a class are its fields."""

    if TYPE_CHECKING:
        _fields: tuple[str, ...]
        _field_defaults: dict[str, Any]

    def __new__(cls, *values: Any, **named: Any) -> Any:
        """Raises TypeError for an unknown, a missing or a repeated field."""
        names = cls._fields
        given = {**dict(zip(names, values, strict=False)), **named}
        everything = {**cls._field_defaults, **given}
        if (
            len(given) < len(values) + len(named)
            or len(everything) != len(names)
            or everything.keys() - names
        ):
            raise TypeError(
                f"{cls.__name__} takes each of {', '.join(names)} at most once, and needs those without a "
                "default"
            )
        return super().__new__(cls, map(everything.__getitem__, names))

    def __getnewargs__(self) -> tuple[Any, ...]:
        return tuple(self)

    def __repr__(self) -> str:
        said = ", ".join(f"{name}={value!r}" for name, value in zip(self._fields, self, strict=True))
        return f"{type(self).__name__}({said})"

    def _asdict(self) -> dict[str, Any]:
        return dict(zip(self._fields, self, strict=True))

    def _replace(self, **changes: Any) -> Any:
        return type(self)(**{**self._asdict(), **changes})

    __replace__ = _replace


class Generic:
    """In place of ``typing.Generic`` beside NamedTuple, which can be subscripted already."""

    __slots__ = ()

    def __class_getitem__(cls, parameter: object) -> Any:
        return cls


class TypeVar:
    """In place of ``typing.TypeVar``."""

    def __init__(self, name: str) -> None:
        self.__name__ = name
