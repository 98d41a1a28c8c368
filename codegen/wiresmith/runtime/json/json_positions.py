"""The places in a JSON document that pointers lead to; looked for only once there is a finding to show.

The standard library's scanner keeps no positions, so this one runs over the text a second time. It makes no
values, visits only what lies on the way to a pointer, and stops as soon as it knows enough.
"""

from __future__ import annotations

import json
import re
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wiresmith.runtime.findings import Finding

_STRING = r'"[^"\\]*+(?:\\.[^"\\]*+)*+"'
_END = "\0"
"""Stands behind the text, so that no place needs to look whether there is more; JSON has it nowhere."""

_space = re.compile(r"[ \t\r\n]*+")
_string = re.compile(_STRING, re.DOTALL)
_literal = re.compile(r"[-+.0-9A-Za-z]++")
_to_bracket = re.compile(rf'[^"\[\]{{}}\0]*+(?:{_STRING}[^"\[\]{{}}\0]*+)*+', re.DOTALL)
_leaf = re.compile(rf'[\[{{][^"\[\]{{}}\0]*+(?:{_STRING}[^"\[\]{{}}\0]*+)*+[\]}}]', re.DOTALL)
"""A container that holds no other."""


class _Wanted:
    """A node of the tree of pointers: the steps that go on from it, and where its value was found."""

    __slots__ = ("offset", "sought", "steps")

    def __init__(self) -> None:
        self.steps: dict[str, _Wanted] = {}
        self.sought = False
        self.offset = -1


class _Ended(Exception):
    """The text is not the JSON that it should be, or all that was sought is found."""


def locate(data: bytes, pointers: Iterable[str], *, duplicates: bool = True) -> dict[str, tuple[int, int]]:
    """Line and column, each from 1, columns in code points, of the values that JSON pointers lead to.

    Of members with the same name the last counts, which is the one that readers keep; with
    ``duplicates=False`` the caller knows that there are none, and the search ends with the last pointer
    found. A pointer that leads nowhere is left out, and so is everything behind a syntax error.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return {}
    root = _Wanted()
    nodes: dict[str, _Wanted] = {}
    for pointer in pointers:
        node = root
        for step in pointer.split("/")[1:]:
            node = node.steps.setdefault(step.replace("~1", "/").replace("~0", "~"), _Wanted())
        node.sought = True
        nodes[pointer] = node
    if nodes:
        with suppress(_Ended):
            _Scan(text, len({id(node) for node in nodes.values()}), duplicates).run(root)
    places = _lines_and_columns(text, sorted({node.offset for node in nodes.values() if node.offset >= 0}))
    return {pointer: places[node.offset] for pointer, node in nodes.items() if node.offset >= 0}


def with_positions(data: bytes, findings: list[Finding]) -> list[Finding]:
    """The findings of a reader with line and column filled in where they were not; one whose member is
    missing points at the object that lacks it.
    """
    pointers = {finding.path for finding in findings if finding.line is None}
    duplicates = any(finding.code in ("duplicate-member", "more-findings") for finding in findings)
    places = locate(data, pointers, duplicates=duplicates)
    return [
        replace(finding, line=places[finding.path][0], column=places[finding.path][1])
        if finding.line is None and finding.path in places
        else finding
        for finding in findings
    ]


@dataclass(slots=True)
class _Open:
    """A container that the scan is in: its node, and which item it is at."""

    node: _Wanted
    is_object: bool
    index: int = 0


class _Scan:
    """One pass over a text. ``missing`` counts the nodes whose value is still to be found."""

    def __init__(self, text: str, missing: int, duplicates: bool) -> None:
        self.text = text + _END
        self.missing = missing
        self.duplicates = duplicates
        self.open: list[_Open] = []

    def run(self, root: _Wanted) -> NoReturn:
        """Find the value of every node; raises _Ended where the text ends or enough is known."""
        position = self._skip_space(0)
        node: _Wanted | None = root
        self._note(position, root)
        while True:
            first = self.text[position]
            if first in "[{" and node is not None and node.steps:
                self.open.append(_Open(node, first == "{"))
                position = self._skip_space(position + 1)
                if self.text[position] not in "]}":
                    position, node = self._next(position)
                    continue
            else:
                position = self._skip_space(self._past_value(position))
            while self.open and self.text[position] in "]}":
                self.open.pop()
                position = self._skip_space(position + 1)
            if not self.open or self.text[position] != ",":
                raise _Ended
            self.open[-1].index += 1
            position, node = self._next(self._skip_space(position + 1))

    def _next(self, position: int) -> tuple[int, _Wanted | None]:
        """The start of the next value of the innermost container, and its node."""
        container = self.open[-1]
        step = str(container.index)
        if container.is_object:
            step, position = self._name(position)
        node = container.node.steps.get(step)
        self._note(position, node)
        return position, node

    def _name(self, position: int) -> tuple[str, int]:
        match = _string.match(self.text, position)
        if match is None:
            raise _Ended
        name = match[0][1:-1]
        if "\\" in name:
            try:
                name = json.loads(match[0], strict=False)
            except ValueError:
                raise _Ended from None
        position = self._skip_space(match.end())
        if self.text[position] != ":":
            raise _Ended
        return name, self._skip_space(position + 1)

    def _note(self, position: int, node: _Wanted | None) -> None:
        if node is None or self.text[position] == _END:
            return
        if node.offset >= 0:
            self._forget(node)
        node.offset = position
        if node.sought:
            self.missing -= 1
            if not self.missing and not self.duplicates:
                raise _Ended

    def _forget(self, node: _Wanted) -> None:
        """A name stands again: what was found in its first value is not in the document that readers see."""
        waiting = [node]
        while waiting:
            here = waiting.pop()
            if here.offset >= 0:
                self.missing += here.sought
                here.offset = -1
                waiting += here.steps.values()

    def _past_value(self, position: int) -> int:
        first = self.text[position]
        if first in "[{":
            leaf = _leaf.match(self.text, position)
            return leaf.end() if leaf else self._past_container(position)
        match = (_string if first == '"' else _literal).match(self.text, position)
        if match is None:
            raise _Ended
        return match.end()

    def _past_container(self, position: int) -> int:
        depth = 0
        while True:
            bracket = self.text[position]
            if bracket not in "[{]}":  # the end, or a string that does not end
                raise _Ended
            depth += 1 if bracket in "[{" else -1
            position += 1
            if not depth:
                return position
            match = _to_bracket.match(self.text, position)
            position = match.end() if match else position

    def _skip_space(self, position: int) -> int:
        if self.text[position] not in " \t\r\n":
            return position
        match = _space.match(self.text, position)
        return match.end() if match else position


def _lines_and_columns(text: str, offsets: list[int]) -> dict[int, tuple[int, int]]:
    places: dict[int, tuple[int, int]] = {}
    line = 1
    for before, offset in pairwise([0, *offsets]):
        line += text.count("\n", before, offset)
        places[offset] = line, offset - text.rfind("\n", 0, offset)
    return places
