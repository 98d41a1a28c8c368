"""Named tuples that cost next to nothing to define.

``typing.NamedTuple`` compiles a constructor for each class, which every import of an emitted package would pay for.
"""

from __future__ import annotations

from operator import itemgetter
from typing import Any


class Record(tuple[Any, ...]):
    """The base of named tuples, in place of ``typing.NamedTuple``: the annotations of a class are its fields.

    Type checkers are to see ``typing.NamedTuple`` instead.
    """

    __slots__ = ()
    _fields: tuple[str, ...] = ()
    _field_defaults: dict[str, Any] = {}  # noqa: RUF012 - as typing.NamedTuple has it

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        own = vars(cls)
        cls._fields = tuple(own["__annotations__"])
        cls.__match_args__ = cls._fields
        cls._field_defaults = {name: own[name] for name in cls._fields if name in own}
        for position, name in enumerate(cls._fields):
            setattr(cls, name, property(itemgetter(position)))

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
                f"{cls.__name__} takes each of {', '.join(names)} at most once, and needs those without a default"
            )
        return tuple.__new__(cls, map(everything.__getitem__, names))

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
