"""JSON bytes to Python values without loss, through the C scanner of the standard library.

Numbers keep their spelling, lone surrogate escapes stay in the strings, and what has no place in a value
(duplicate names, NaN, integers that are too long) becomes a marker, so that the reader can say where it is.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NoReturn, cast

from wiresmith.runtime.findings import Finding, excerpt, quoted
from wiresmith.values.number_syntax import MAX_DIGITS
from wiresmith.values.numbers import LexicalFloat, LexicalInt, json_float_text

if TYPE_CHECKING:
    from wiresmith.runtime.limits import Limits

_BOM = b"\xef\xbb\xbf"


class JsonRefused(Exception):
    """A document that is broken JSON, or beyond the limits; ``finding`` says what and where."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding)
        self.finding = finding


class DuplicateNames(dict[str, object]):
    """A JSON object in which names occur more than once; it holds the last value of each."""

    __slots__ = ("names",)

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NotJsonNumber:
    """A literal that is not JSON though many programs write it: NaN, Infinity or -Infinity."""

    text: str


@dataclass(frozen=True, slots=True)
class LongNumber:
    """A number with more than MAX_DIGITS characters."""

    length: int


@dataclass(frozen=True, slots=True)
class Parsed:
    """A parsed document: ``value`` with the types of ``json`` and the markers; ``marked``: whether it has
    any.
    """

    value: object
    marked: bool


def parse_json(data: bytes, limits: Limits) -> Parsed:
    """Parse a document (UTF-8, a BOM is accepted). Raises JsonRefused.

    Nesting is bounded by Python's recursion limit here; the caller holds it to ``limits.depth``.
    """
    if len(data) > limits.bytes:
        _refuse("too-large", f"a document of {len(data)} bytes", f"at most {limits.bytes} bytes")
    text = _decoded(data)
    marks = _Marks()
    decoder = json.JSONDecoder(
        object_pairs_hook=marks.members,
        parse_int=marks.integer,
        parse_float=marks.floating,
        parse_constant=marks.constant,
    )
    try:
        value: object = decoder.decode(text)
    except json.JSONDecodeError as error:
        raise JsonRefused(_syntax_finding(error)) from None
    except RecursionError:
        _refuse("too-deep", "arrays and objects that nest too deep", f"a depth of at most {limits.depth}")
    # Each value but the first of a document or a container follows a comma: cheap bounds before counting.
    at_most = 1 + sum(map(data.count, (b",", b"[", b"{")))
    if at_most > limits.items or len(text) > limits.text:
        _measure(value, limits)
    return Parsed(value, marks.found)


class _Marks:
    """The hooks of the scanner; ``found`` becomes true with the first marker."""

    found = False

    def members(self, pairs: list[tuple[str, object]]) -> dict[str, object]:
        members = dict(pairs)
        if len(members) == len(pairs):
            return members
        self.found = True
        names: dict[str, int] = {}
        for name, _ in pairs:
            names[name] = names.get(name, 0) + 1
        duplicates = DuplicateNames(members)
        duplicates.names = tuple(name for name, times in names.items() if times > 1)
        return duplicates

    def integer(self, text: str) -> int | LongNumber:
        if len(text) > MAX_DIGITS:
            self.found = True
            return LongNumber(len(text))
        return int(text) if text != "-0" else LexicalInt(text)

    def floating(self, text: str) -> float | LongNumber:
        if len(text) > MAX_DIGITS:
            self.found = True
            return LongNumber(len(text))
        value = float(text)
        return value if json_float_text(value) == text else LexicalFloat(text)

    def constant(self, text: str) -> NotJsonNumber:
        self.found = True
        return NotJsonNumber(text)


def _decoded(data: bytes) -> str:
    encoding = json.detect_encoding(data)
    if not encoding.startswith("utf-8"):
        _refuse("wrong-encoding", f"a document in {encoding.upper()}", "UTF-8", 1, 1)
    data = data.removeprefix(_BOM)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        what = f"byte 0x{data[error.start]:02X}, which is not UTF-8"
        if error.reason == "unexpected end of data":
            what = "the document ends within a character"
        _refuse("wrong-encoding", what, "UTF-8", *line_and_column(before, len(before)))


def line_and_column(text: str, offset: int) -> tuple[int, int]:
    """Line and column (in code points) of an offset, both from 1; lines end with a line feed."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def _syntax_finding(error: json.JSONDecodeError) -> Finding:
    rest = error.doc[error.pos : error.pos + 20]
    reason = error.msg.removesuffix(" at").removesuffix(" starting")
    if not error.doc.strip(" \t\r\n"):
        code, message = "empty", "an empty document"
    elif not rest:
        code, message = "not-json", f"the document ends too early: {reason}"
    else:
        code, message = "not-json", f"{reason} at {quoted(rest, 20)}"
    return Finding(
        severity="error",
        code=code,
        message=excerpt(message, 120),
        expected="a JSON document",
        line=error.lineno,
        column=error.colno,
    )


def _measure(value: object, limits: Limits) -> None:
    """Count values and the lengths of texts; raises JsonRefused beyond the limits."""
    values = 1
    waiting: list[Any] = [value]
    while waiting:
        here = waiting.pop()
        children: list[object] = []
        texts: list[object] = [here]
        if isinstance(here, dict):
            members = cast("dict[str, object]", here)
            children = list(members.values())
            texts = list(members)
        elif isinstance(here, list):
            children = cast("list[object]", here)
        values += len(children)
        if values > limits.items:
            _refuse("too-many-items", f"more than {limits.items} values", f"at most {limits.items}")
        for text in texts:
            if isinstance(text, str) and len(text) > limits.text:
                _refuse("text-too-long", f"a text of {len(text)} characters", f"at most {limits.text}")
        waiting += children


def _refuse(
    code: str, message: str, expected: str, line: int | None = None, column: int | None = None
) -> NoReturn:
    raise JsonRefused(
        Finding(severity="error", code=code, message=message, expected=expected, line=line, column=column)
    )
