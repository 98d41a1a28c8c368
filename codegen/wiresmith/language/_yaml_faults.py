"""Text that is not YAML: what to say about it, and how to read on where an annotation or a path was not
quoted.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from wiresmith.language.placed import Spot
from wiresmith.language.problem import Problems, shown

# While PyYAML reads, these stand for characters inside a plain text that would end it in flow context. ``?``
# may stand inside a key in YAML 1.2 (``{name?: str}``), which PyYAML does not know; the others are a reported
# mistake.
STAND_INS: Final = str.maketrans("[],?{}", "".join(map(chr, range(0x10FFF0, 0x10FFF6))))
ORIGINALS: Final = {stand_in: chr(original) for original, stand_in in STAND_INS.items()}
_NAME_BEFORE: Final = re.compile(r"[A-Za-z0-9_.\U0010fff0-\U0010fff2]+\Z")
_PATH_BEFORE: Final = re.compile(r"[^\s,\[\]{}\"']+\Z")
_PATH_AFTER: Final = re.compile(r"(?:\{[^\s,{}\[\]]*\}[^\s,{}\[\]:]*)+")
_LEADING_TAB: Final = re.compile(r"^ *\t[ \t]*(?=[^\s#])", re.MULTILINE)

# What PyYAML says, and what that means to the one who wrote the file; {} is the character at the place.
_EXPLANATIONS: Final = (
    ("mapping values are not allowed", "a second ':' in one line", "quote a text that contains ': '"),
    ("cannot start any token", "a text cannot start with {}", "quote it"),
    ("could not find expected ':'", "a key without ':' after it", "write key: value"),
    ("scanning a quoted scalar, found unexpected end", "the quote that opens here is never closed", ""),
    ("but got '<stream end>'", "the bracket or brace that opens here is never closed", ""),
    ("but got '['", "{} where a comma or the end is expected", "quote the annotation or the text"),
    ("but found '<stream end>'", "the file ends where a value is expected", "close the bracket or brace"),
    ("expected ',' or", "{} where a comma or the end is expected", "quote the text"),
    ("expected the node content", "{} where a value is expected", "quote it if it is text"),
    ("expected <block end>", "{} does not line up with what is above", "check the indentation"),
    (
        "scanning a block scalar",
        "a text cannot start with | or >",
        "quote it, or start the text in the next line",
    ),
    ("chr() arg not in range", "an escape that names no character", "\\U goes up to 0010FFFF"),
    ("found undefined tag handle", "a tag (!…) is not allowed", "quote text that starts with !"),
)


@dataclass(frozen=True, slots=True)
class Fault:
    """The complaint of PyYAML about text that is not YAML; ``index`` (in characters) and ``spot``
    are where.
    """

    message: str
    index: int
    spot: Spot


def find_cut(text: str, fault: Fault) -> tuple[int, int] | None:
    """The start and end of the text that YAML has cut apart before the fault; None where something else is
    wrong.
    """
    index, found = fault.index, text[fault.index : fault.index + 1]
    if found == "|" and "cannot start any token" in fault.message:
        # The scanner is ahead of the parser: it meets the bar of ``list[a] | None`` before the parser meets
        # the bracket.
        index, found = _start_of_brackets(text, index), "["
    elif found not in ("[", "{") or f"but got '{found}'" not in fault.message:
        return None
    before = _NAME_BEFORE if found == "[" else _PATH_BEFORE
    start = before.search(text, max(0, index - 200), index)
    end = _end_of_brackets(text, index) if found == "[" else _end_of_path(text, index)
    return (start.start(), end) if start is not None and end is not None else None


def report_cut(at: Spot, written: str, problems: Problems) -> None:
    """Say that ``written`` has to be quoted."""
    what = "path" if "{" in written else "annotation"
    problems.add(
        at,
        f"the {what} {shown(written)} is not quoted",
        "inside { } and [ ] YAML ends a text at every bracket, brace and comma",
        f'quote the {what}: "{shown(written)[1:-1]}"',
    )


def _start_of_brackets(text: str, bar: int) -> int:
    """The index of the bracket whose end stands before the bar; of the bar if none does."""
    depth = 0
    end = len(text[max(0, bar - 500) : bar].rstrip(" ")) + max(0, bar - 500)
    for position in range(end - 1, max(-1, end - 500), -1):
        depth += {"]": 1, "[": -1}.get(text[position], 0)
        if depth == 0:
            return position if position < end - 1 else bar
        if text[position] in "\n:{}":
            return bar
    return bar


def _end_of_brackets(text: str, start: int) -> int | None:
    depth = 0
    for position in range(start, min(len(text), start + 500)):
        depth += {"[": 1, "]": -1}.get(text[position], 0)
        if depth == 0:
            return position + 1
        if text[position] in "\n:{}":
            return None
    return None


def _end_of_path(text: str, start: int) -> int | None:
    path = _PATH_AFTER.match(text, start, start + 500)
    return path.end() if path is not None else None


def report_fault(fault: Fault, file: str, text: str, block_lines: set[int], problems: Problems) -> None:
    """Say what makes the file no YAML: all tabs in indentation, or the one thing that PyYAML
    stumbled over.
    """
    if "'\\t'" in fault.message:
        reported = False
        line, counted = 1, 0
        for match in _LEADING_TAB.finditer(text):
            line, counted = line + text.count("\n", counted, match.start()), match.start()
            if line not in block_lines:
                column = match.group().index("\t") + 1
                problems.add(Spot(file, line, column), "a tab in the indentation", "", "indent with spaces")
                reported = reported or line == fault.spot.line
        if not reported:
            problems.add(fault.spot, "a tab where YAML allows none", "", "use spaces")
        return
    character = shown(text[fault.index : fault.index + 1].translate(ORIGINALS))
    for sign, message, suggestion in _EXPLANATIONS:
        if sign in fault.message:
            problems.add(
                fault.spot, "not YAML: " + message.format(character), "", suggestion.format(character)
            )
            return
    problems.add(fault.spot, f"not YAML: {fault.message.translate(ORIGINALS)}")
