"""The only kinds of text that may stand in emitted code.

Spec text was copied from web pages and is hostile until proven otherwise. A template can output nothing but
these types, and each is safe by how it is made: checked (names), written as a literal (values), or escaped
(prose). None of them is a ``str``, so that plain text neither passes for one nor becomes part of one by
accident.
"""

from __future__ import annotations

import keyword
import math
import re
import textwrap
import unicodedata
from typing import Self, cast

LINE_WIDTH = 110
"""The columns of an emitted line; the formatter is told the same."""


class SafeText:
    """Python source text that is safe to write into a module; ``source`` is that text."""

    __slots__ = ("source",)
    source: str

    def __init__(self, source: str) -> None:
        raise TypeError(
            f"{type(self).__name__} has no check of its own; use the class that says what the text is"
        )

    @classmethod
    def trusted(cls, source: str) -> Self:
        """Wrap source text that was put together from safe pieces; never text of a spec."""
        made = object.__new__(cls)
        made.source = source
        return made

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and isinstance(other, SafeText) and self.source == other.source

    def __hash__(self) -> int:
        return hash((type(self), self.source))

    def __bool__(self) -> bool:
        return bool(self.source)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.source!r})"


class Identifier(SafeText):
    """A name that a module may define: of a field, a function, a constant.

    Names that Python or the compiler treats in a special way (keywords, ``__x``, ``__x__``) are refused, and
    so is a name that the compiler would normalise to another one.

    Raises:
        ValueError: if the text is not such a name.
    """

    __slots__ = ()

    def __init__(self, name: str) -> None:
        if not name.isidentifier() or keyword.iskeyword(name) or name.startswith("__"):
            raise ValueError(f"{name!r} cannot be a Python name")
        if unicodedata.normalize("NFKC", name) != name:
            raise ValueError(f"{name!r} is another name after Unicode normalisation (NFKC)")
        self.source = name


class PublicName(Identifier):
    """The name of a class, an enum or a package: one for which a leading underscore would be private.

    Raises:
        ValueError: if the text is not a public name.
    """

    __slots__ = ()

    def __init__(self, name: str) -> None:
        super().__init__(name)
        if name.startswith("_"):
            raise ValueError(f"{name!r} cannot be a public name")


class PyLiteral(SafeText):
    """The literal of a value; made by ``literal`` only."""

    __slots__ = ()


def literal(value: object) -> PyLiteral:
    """The literal of a str, bytes, bool, int, finite float, None, or tuple of those.

    What is not printable (controls, bidirectional marks, lone surrogates) is escaped.

    Raises:
        TypeError: for a value of any other type, subclasses included, since their ``repr`` is their own.
        ValueError: for NaN and the infinities, which have no literal.
    """
    if type(value) is tuple:
        items = [literal(item).source for item in cast("tuple[object, ...]", value)]
        return PyLiteral.trusted(f"({', '.join(items)}{',' if len(items) == 1 else ''})")
    if isinstance(value, float) and not math.isfinite(value):
        raise ValueError(f"{value!r} has no literal")
    if value is not None and type(value) not in (str, bytes, bool, int, float):
        raise TypeError(f"a {type(value).__name__} has no literal in emitted code")
    return PyLiteral.trusted(repr(value))


class Docstring(SafeText):
    """The inside of triple quotes: prose, wrapped, with everything escaped that could end it or hide in it.

    Blank lines separate paragraphs; lines that begin with ``- `` or ``* `` stay lines. ``indent`` is that of
    the quotes, which makes the lines shorter; who puts the docstring there moves all of it to the right.

    Raises:
        ValueError: if there is no text but white space.
    """

    __slots__ = ()

    def __init__(self, text: str, *, indent: int = 0) -> None:
        # LINE_WIDTH bounds the code; prose reads better a little narrower, and quotes take six columns.
        lines = _wrapped(text, LINE_WIDTH - 10 - indent)
        if not lines:
            raise ValueError("a docstring needs text")
        self.source = "\n".join(_escaped(line) for line in lines)


class Comment(SafeText):
    """The text of a one-line comment, without its ``#``.

    Text that tools take for an instruction (``type: ignore``, ``noqa``, ``fmt: off``, a coding line) no
    longer reads as one.

    Raises:
        ValueError: if there is no text but white space.
    """

    __slots__ = ()

    def __init__(self, text: str) -> None:
        line = " ".join(text.split())
        if not line:
            raise ValueError("a comment needs text")
        line = re.sub(r"(?i)coding(?=[:=])", "coding ", line.replace("#", "\N{FULLWIDTH NUMBER SIGN}"))
        if re.match(r"(?i)noqa|nosec|[\w-]+\s*:", line):
            line = f"({line})"
        self.source = "".join(char if char.isprintable() else _code_point(char) for char in line)


def _wrapped(text: str, width: int) -> list[str]:
    """The text as lines: paragraphs filled to the width, items of a list kept apart."""
    lines: list[str] = []
    for paragraph in re.split(r"\n[ \t]*\n", text.replace("\r\n", "\n").strip()):
        blocks: list[str] = []
        for line in paragraph.split("\n"):
            # doctest would run what follows a prompt.
            words = " ".join(line.split()).replace(">>>", ">> >")
            if blocks and not words.startswith(("- ", "* ")):
                blocks[-1] = f"{blocks[-1]} {words}".strip()
            else:
                blocks.append(words)
        filled = [
            part
            for block in blocks
            for part in textwrap.wrap(
                block,
                width,
                break_long_words=False,
                break_on_hyphens=False,
                subsequent_indent="  " if block.startswith(("- ", "* ")) else "",
            )
        ]
        if filled:
            lines += ["", *filled] if lines else filled
    return lines


def _escaped(line: str) -> str:
    last = len(line) - 1
    pieces: list[str] = []
    for index, char in enumerate(line):
        if char == "\\":
            pieces.append("\\\\")
        elif char == '"' and (index in (0, last) or '"' in (line[index - 1], line[index + 1])):
            pieces.append('\\"')
        else:
            pieces.append(char if char.isprintable() else _code_point(char))
    return "".join(pieces)


def _code_point(char: str) -> str:
    return char.encode("unicode_escape").decode("ascii")
