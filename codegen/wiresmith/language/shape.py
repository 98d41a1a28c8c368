"""The words in which the records of `document` say what may stand under a key."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Literal

IDENTIFIER: Final = r"[A-Za-z_][A-Za-z0-9_]*"


@dataclass(frozen=True, slots=True)
class Text:
    """Text; ``pattern`` has to match all of it unless it is empty (where it may be), and ``form`` says so in
    words.
    """

    form: str = "text"
    pattern: str = ""
    may_be_empty: bool = False

    def accepts(self, text: str) -> bool:
        """Does the whole of ``text`` have the form?"""
        if not text:
            return self.may_be_empty
        return not self.pattern or re.fullmatch(self.pattern, text, re.ASCII) is not None


@dataclass(frozen=True, slots=True)
class Date:
    """A year, a month or a day, such as ``2026-08``; quotes are not needed."""

    form: str = "a date such as 2026-08-31, 2026-08 or 2026"
    pattern: str = r"[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?"


@dataclass(frozen=True, slots=True)
class Identifier:
    """A Python name that is not a keyword."""

    form: str = "a Python name"


@dataclass(frozen=True, slots=True)
class Word:
    """One of a few words; a function where more of them may be registered."""

    given: tuple[str, ...] | Callable[[], tuple[str, ...]]

    @property
    def options(self) -> tuple[str, ...]:
        """The words."""
        return self.given() if callable(self.given) else self.given


@dataclass(frozen=True, slots=True)
class Integer:
    """A whole number; ``rule`` says who has it that there are no others."""

    least: int
    greatest: int
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Number:
    """A number, integer or not.

    An integer is kept as one, unless all numbers are wanted as floats (``is_float``).
    """

    is_float: bool = False


@dataclass(frozen=True, slots=True)
class Flag:
    """``true`` or ``false``."""


@dataclass(frozen=True, slots=True)
class Value:
    """A value of the API: text, a number, true, false or null."""


@dataclass(frozen=True, slots=True)
class EnumValue:
    """Text or an integer."""


@dataclass(frozen=True, slots=True)
class TypeText:
    """A type annotation."""


@dataclass(frozen=True, slots=True)
class Nothing:
    """``null``, or nothing after the colon."""


@dataclass(frozen=True, slots=True)
class Many:
    """A list; in a ``distinct`` one nothing stands twice."""

    item: Shape
    may_be_empty: bool = False
    distinct: bool = False


@dataclass(frozen=True, slots=True)
class NameKey:
    """Keys of a `Table`: names.

    ``pattern`` has to match all of the name (without a ``?`` that says optional); ``form`` says so in words.
    ``question_mark``: what one at the end means. ``numeric``: an unquoted number is fine, and is read as text
    or as a number.
    """

    form: str
    pattern: str = ""
    question_mark: Literal["of the name", "optional", "refused"] = "of the name"
    numeric: Literal["", "text", "number"] = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A mapping whose keys are names that the spec chooses. ``what`` is what one entry is."""

    what: str
    key: NameKey
    value: Shape
    may_be_empty: bool = False


@dataclass(frozen=True, slots=True)
class Key:
    """One key of a `Keys` mapping.

    ``beside``: the key beside which alone it may stand, if it is not at home everywhere.
    """

    name: str
    value: Shape
    doc: str
    required: bool = False
    beside: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Keys:
    """A mapping with known keys; ``what`` it describes, under which name in the JSON Schema, and the record
    that it is read into.

    ``one_of``: exactly one of these is there. ``at_most_one``: of each of these groups. ``short``: the key
    whose value may stand in place of the whole mapping, where an `Either` says so.
    """

    name: str
    what: str
    record: type[object]
    keys: tuple[Key, ...]
    one_of: tuple[str, ...] = ()
    at_most_one: tuple[tuple[str, ...], ...] = ()
    short: str = ""

    def key(self, name: str) -> Key | None:
        """The key of that name."""
        return next((key for key in self.keys if key.name == name), None)


@dataclass(frozen=True, slots=True)
class Either:
    """One of several shapes, told apart by being a scalar, a list, a mapping or null."""

    shapes: tuple[Shape, ...]

    @property
    def mapping(self) -> Keys | None:
        """The mapping with known keys among the shapes."""
        return next((shape for shape in self.shapes if isinstance(shape, Keys)), None)


Scalar = Text | Date | Identifier | Word | Integer | Number | Flag | Value | EnumValue | TypeText
Shape = Scalar | Nothing | Many | Table | Keys | Either
