"""Pieces of emitted Python, as kinds bring them."""

from __future__ import annotations

from typing import NamedTuple


class Code(NamedTuple):
    """A piece of emitted Python around a value.

    In ``template`` each ``{}`` is the value. ``functions`` are the names in it that have to be imported, each
    with its module: ``wiresmith.values.durations.duration_text``; a name without one is a module itself.
    """

    template: str
    functions: tuple[str, ...] = ()


def calling(function: str, *arguments: object) -> Code:
    """The code that calls a function, given with its module, with the value and what follows it."""
    given = "".join(f", {argument!r}" for argument in arguments)
    return Code(f"{function.rpartition('.')[2]}({{}}{given})", (function,))
