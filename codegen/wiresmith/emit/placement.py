"""Whether safe text stands where it is safe: prose in docstrings, comments in comments, code in code.

Each kind of safe text is escaped for one kind of place. Our own templates put it there; of a project's
templates it is made sure: they are rendered with a mark around every piece, and the marks are compared with
Python's tokens.
"""

from __future__ import annotations

import io
import re
import tokenize
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from wiresmith.emit._expression import FText
from wiresmith.emit.header import Header
from wiresmith.emit.imports import Imports
from wiresmith.emit.safe_text import Comment, Docstring, Identifier, SafeText

_BEGIN, _NUMBER_ENDS, _END = "\x01", "\x02", "\x03"
_MARK: Final = re.compile(f"{_BEGIN}(\\d+){_NUMBER_ENDS}|{_END}")
_ANYWHERE: Final = (Identifier, Header, Imports)
"""What is safe in code, in strings and in comments."""


class MisplacedError(Exception):
    """A template puts safe text where it is not safe; ``number`` is that of the piece."""

    def __init__(self, message: str, number: int) -> None:
        super().__init__(message)
        self.number = number


class Marks:
    """The pieces of one module in the order in which they were put out.

    ``met`` is called when the piece of this number is put out: it can find out who does.
    """

    def __init__(self, number: int = -1, met: Callable[[], None] = lambda: None) -> None:
        self._pieces: list[SafeText] = []
        self._number = number
        self._met = met

    def marked(self, text: SafeText) -> str:
        """The text with a mark around it."""
        if isinstance(text, _ANYWHERE):
            return text.source
        number = len(self._pieces)
        self._pieces.append(text)
        if number == self._number:
            self._met()
        return f"{_BEGIN}{number}{_NUMBER_ENDS}{text.source}{_END}"

    def unmarked(self, source: str) -> str:
        """The source without its marks.

        Raises:
            MisplacedError: if a piece stands where its kind is not safe.
            SyntaxError: if the source has no tokens.
        """
        spans: list[tuple[int, int, int]] = []
        pieces: list[str] = []
        open_, length, before = (0, 0), 0, 0
        for mark in _MARK.finditer(source):
            pieces.append(source[before : mark.start()])
            length += len(pieces[-1])
            before = mark.end()
            if mark[1] is not None:
                open_ = int(mark[1]), length
            else:
                spans.append((*open_, length))
        clean = "".join((*pieces, source[before:]))
        tokens = iter(_tokens(clean))
        current = next(tokens, None)
        for number, start, end in sorted(spans, key=lambda span: span[1]):
            while current is not None and current.end <= start:
                current = next(tokens, None)
            token = current if current is not None and current.start <= start else None
            text = self._pieces[number]
            if start < end and not _is_safe(text, token, start, end):
                raise MisplacedError(_advice(text), number)
        return clean


@dataclass(frozen=True, slots=True)
class _Token:
    type: int
    text: str
    start: int
    end: int


def _tokens(source: str) -> Iterator[_Token]:
    lines = source.splitlines(keepends=True)
    starts = [0, *accumulate(map(len, lines))]
    try:
        for token in tokenize.generate_tokens(io.StringIO(source).readline):
            start, end = (
                starts[min(row - 1, len(lines))] + column for row, column in (token.start, token.end)
            )
            yield _Token(token.type, token.string, start, end)
    except tokenize.TokenError as error:
        raise SyntaxError(str(error.args[0])) from error


_F_STRING_MIDDLE: Final = getattr(tokenize, "FSTRING_MIDDLE", -1)
"""Python 3.12 has tokens for the parts of an f-string; before, it is one string."""


def _is_safe(text: SafeText, token: _Token | None, start: int, end: int) -> bool:
    """Is this a place for the text? ``token`` is the one that it begins in."""
    inside = token is not None and token.start < start
    if isinstance(text, Docstring):
        return (
            token is not None
            and token.type == tokenize.STRING
            and token.text.startswith('"""')
            and token.start + 3 <= start
            and end <= token.end - 3
        )
    if isinstance(text, Comment):
        return token is not None and token.type == tokenize.COMMENT and inside
    if isinstance(text, FText):
        if token is None or token.type == _F_STRING_MIDDLE:
            return token is not None
        is_f_string = token.type == tokenize.STRING and token.text.startswith("f'") and inside
        return is_f_string and _depth(token.text[2 : start - token.start]) == 0
    if token is None or not inside:
        return token is None or token.type not in (tokenize.COMMENT, _F_STRING_MIDDLE)
    if token.type == tokenize.STRING and token.text.startswith("f'"):
        return _depth(token.text[2 : start - token.start]) > 0
    return token.type not in (tokenize.STRING, tokenize.COMMENT, _F_STRING_MIDDLE)


def _depth(f_string: str) -> int:
    """How many braces are open at the end of this beginning of an f-string."""
    depth = 0
    for brace in re.findall(r"\{\{|\}\}|[{}]" if "{" in f_string or "}" in f_string else r"$^", f_string):
        if brace == "{":
            depth += 1
        elif brace == "}":
            depth -= 1
        elif depth:
            depth += 2 if brace == "{{" else -2
    return depth


def _advice(text: SafeText) -> str:
    match text:
        case Docstring():
            return 'prose is safe between """ and """ only'
        case Comment():
            return "a comment's text is safe behind # only"
        case FText():
            return "a piece of an f-string is safe between f' and ' only, outside of braces"
        case _:
            return "code is safe as code only, not in a string or comment"
