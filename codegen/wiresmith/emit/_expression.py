"""Python expressions put together from safe pieces.

An ``Expression`` is made in three ways only: from a literal written in this code base with safe pieces filled
in, from a value (as its literal), or as an f-string whose fixed text is escaped here. Text of a spec cannot
become code.
"""

from __future__ import annotations

from typing import Final, LiteralString

from wiresmith.emit.safe_text import Identifier, PublicName, PyLiteral, SafeText, literal
from wiresmith.kinds import Code


class Expression(SafeText):
    """Source text of one Python expression (or one simple statement)."""

    __slots__ = ()


class Text(Expression):
    """An f-string, or the literal of a str: two of them side by side are one string, which Python makes at
    once.
    """

    __slots__ = ()


Piece = Expression | Identifier | PublicName | PyLiteral


def expression(template: LiteralString, *pieces: Piece) -> Expression:
    """Fill ``{}`` places of a literal template with safe pieces; ``{{`` and ``}}`` stand for braces.

    Raises:
        TypeError: if a piece is not of a safe type.
    """
    for piece in pieces:
        if not isinstance(piece, SafeText):  # pyright: ignore[reportUnnecessaryIsInstance] - what this is for
            raise TypeError(f"{type(piece).__name__} is not a safe piece of an expression")
    return Expression.trusted(template.format(*(piece.source for piece in pieces)))


def applied(code: Code, value: Expression) -> Expression:
    """The code of a kind of scalars around a value; whoever registers a kind is trusted as the
    generator is.
    """
    return Expression.trusted(code.template.replace("{}", value.source))


def joined(separator: LiteralString, pieces: list[Expression]) -> Expression:
    """The expressions with a literal separator between them."""
    return Expression.trusted(separator.join(piece.source for piece in pieces))


def value_literal(value: object) -> Expression:
    """The literal of a str, number, bool, None or tuple of them."""
    return Expression.trusted(literal(value).source)


NOTHING: Final = Expression.trusted("")


class FText(SafeText):
    """The inside of an f-string, between ``f'`` and ``'``: fixed text (escaped) and expressions in braces."""

    __slots__ = ()


def ftext(*parts: str | Expression) -> FText:
    """A piece of an f-string: a str is fixed text (escaped), an Expression is formatted into its place."""
    source: list[str] = []
    for part in parts:
        if isinstance(part, Expression):
            source.append("{" + part.source + "}")
        else:
            fixed = literal(part).source[1:-1]
            if literal(part).source[0] == '"':
                fixed = fixed.replace("'", "\\'")
            source.append(fixed.replace("{", "{{").replace("}", "}}"))
    return FText.trusted("".join(source))


def fstring(*parts: str | Expression) -> Text:
    """A whole f-string; the literal of a str where nothing is formatted into it."""
    if not any(isinstance(part, Expression) for part in parts):
        return Text.trusted(literal("".join(str(part) for part in parts)).source)
    return Text.trusted(f"f'{ftext(*parts).source}'")
