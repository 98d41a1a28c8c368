"""Pieces of emitted code that a template lays out: each kind of piece is a class here and a macro there."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any, ClassVar

from wiresmith.emit._function_names import snake_case


@dataclass(frozen=True)
class Shape:
    """A piece of code of one shape, such as an object's reader or an element that may be null.

    A subclass is a dataclass. The macro that lays it out is called as the class is, in snake_case, and has
    the fields as its parameters, in their order. Fields hold safe text, other shapes, bools, None, and tuples
    of those: the template decides what the code looks like, Python decides which shape it is and what stands
    in it.
    """

    __slots__ = ()
    macro: ClassVar[str]

    def __init_subclass__(cls, **facts: Any) -> None:
        super().__init_subclass__(**facts)
        cls.macro = snake_case(cls.__name__)


def arguments(shape: Shape) -> list[object]:
    """The values of a shape's fields: what its macro is called with."""
    return [getattr(shape, name) for name in parameters(type(shape))]


def parameters(shape: type[Shape]) -> tuple[str, ...]:
    """The names of a shape's fields: the parameters of its macro."""
    names = _PARAMETERS.get(shape)
    if names is None:
        names = _PARAMETERS[shape] = tuple(field.name for field in fields(shape))
    return names


_PARAMETERS: dict[type[Shape], tuple[str, ...]] = {}
