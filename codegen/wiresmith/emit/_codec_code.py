"""The pieces of code that JSON and XML codecs share; ``codecs.jinja`` shows the code of each."""

from __future__ import annotations

from dataclasses import dataclass

from wiresmith.emit._expression import Expression
from wiresmith.emit.code_shape import Shape
from wiresmith.emit.safe_text import Identifier, SafeText

Code = SafeText | Shape
"""An expression or a statement, whether Python or a macro spells it."""


@dataclass(frozen=True, slots=True)
class NullOr(Shape):
    """None where the source is None, else the value."""

    source: Expression | Identifier
    value: Code


@dataclass(frozen=True, slots=True)
class OfValue(Shape):
    """A function of a value that is no more than this expression."""

    result: Code
