"""The pieces of emitted XML codecs that are for reading and writing; ``xml.py.jinja`` shows each."""

from __future__ import annotations

from dataclasses import dataclass

from wiresmith.emit._codec_code import Code
from wiresmith.emit._expression import Expression
from wiresmith.emit.code_shape import Shape
from wiresmith.emit.safe_text import Identifier, PyLiteral


@dataclass(frozen=True, slots=True)
class EnumTables(Shape):
    """The two tables of an enum: from text in XML to member, and back.

    With aliases, the first text of a value is written. ``has_numbers``: plain numbers are looked up, too.
    """

    values: Identifier
    texts: Identifier
    entries: tuple[tuple[PyLiteral, Expression], ...]
    has_aliases: bool
    has_numbers: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class XmlDocument(Shape):
    """One entry of ``CODECS``: what may be asked for, its root element, and what reads and writes its
    content.
    """

    key: Expression
    local: PyLiteral
    namespace: PyLiteral
    read: Code
    write: Code
    form: PyLiteral | None = None
    is_deep: bool = False
    contract: PyLiteral | None = None
    items: PyLiteral | None = None
    prefixes: tuple[PyLiteral, ...] = ()
    is_never_null: bool = False


@dataclass(frozen=True, slots=True)
class Parameter(Shape):
    """A parameter of an emitted function."""

    name: Identifier
    type: Identifier
