"""Values of the spec as expressions: long texts over several lines, decimals by their text."""

from __future__ import annotations

from decimal import Decimal

from wiresmith.description import Literal_
from wiresmith.emit._expression import Expression, expression, joined, value_literal
from wiresmith.emit.safe_text import Identifier, literal
from wiresmith.emit.scope import ModuleScope

_WIDTH = 88
"""Characters of a text on one line, which leaves room for indentation, quotes and a few escapes."""


def keyword(name: str, value: Expression) -> Expression:
    """``name=value``, as one argument of a call."""
    return expression("{}={}", Identifier(name), value)


def call(function: Identifier, *arguments: Expression) -> Expression:
    """A call; the arguments may be keywords."""
    return expression("{}({})", function, joined(", ", list(arguments)))


def tuple_of(items: list[Expression]) -> Expression:
    """A tuple."""
    return expression("({},)", joined(", ", items)) if items else expression("()")


def text_literal(text: str) -> Expression:
    """A text; a long one is broken into adjacent literals, between words where there are any."""
    if len(text) <= _WIDTH:
        return value_literal(text)
    pieces: list[Expression] = []
    rest = text
    while len(rest) > _WIDTH:
        end = rest.rfind(" ", 1, _WIDTH) + 1 or _WIDTH
        pieces.append(value_literal(rest[:end]))
        rest = rest[end:]
    return expression("({})", joined("\n", [*pieces, value_literal(rest)]))


def documented_literal(value: Literal_, scope: ModuleScope) -> Expression:
    """A default or example."""
    if isinstance(value, Decimal):
        return expression("{}.Decimal({})", scope.name("decimal"), literal(str(value)))
    return value_literal(value)
