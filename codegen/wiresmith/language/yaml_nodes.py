"""YAML as a tree of nodes that know where they stand, limited to what the spec language uses.

PyYAML's event parser does the reading. Anchors, aliases, tags, merge keys, several documents and duplicate
keys are problems; so is an annotation such as ``dict[str, str]`` that stands unquoted in ``{…}`` or ``[…]``,
where YAML ends a text at every bracket and comma. That one is mended in the text, so that the rest of the
file is read too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, Protocol, cast

import yaml

from wiresmith.language._yaml_faults import ORIGINALS, STAND_INS, Fault, find_cut, report_cut, report_fault
from wiresmith.language.placed import Spot
from wiresmith.language.problem import Problems, shown
from wiresmith.language.yaml_source import decoded, spot_after

DEEPEST: Final = 32
"""Levels of nesting; the language itself needs ten."""
MOST_REPARSED: Final = 128 * 1024
"""Characters that are read again, all in all, after an unquoted annotation was mended."""

_INNER_QUESTION_MARK: Final = re.compile(r"(?<=[^\s\[\]{},?])\?")


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text as written. ``begin`` is where its characters start; None: they are not one run in the file."""

    text: str
    plain: bool
    at: Spot
    begin: Spot | None


@dataclass(frozen=True, slots=True)
class Sequence:
    """``- item`` or ``[item]``."""

    items: tuple[Node, ...]
    at: Spot


@dataclass(frozen=True, slots=True)
class Mapping:
    """``key: value`` or ``{key: value}``."""

    entries: tuple[tuple[Scalar, Node], ...]
    at: Spot
    flow: bool = False

    def get(self, key: str) -> Node | None:
        """The value under ``key``, or None."""
        return next((value for name, value in self.entries if name.text == key), None)


@dataclass(frozen=True, slots=True)
class Broken:
    """Stands where something was that is already reported as a problem."""

    at: Spot


Node = Scalar | Sequence | Mapping | Broken


class _Mark(Protocol):
    """A place as PyYAML gives it; all three count from 0, in characters."""

    index: int
    line: int
    column: int


class _Parser(Protocol):
    """The part of PyYAML's loaders that is used here, which its stubs leave untyped."""

    def check_event(self) -> bool: ...
    def get_event(self) -> yaml.Event: ...
    def get_mark(self) -> _Mark: ...
    def dispose(self) -> None: ...


def read_yaml(data: bytes, file: str, problems: Problems) -> Node | None:
    """Read one spec file.

    Parameters: ``data``, its bytes; ``file``, the name to show in problems.
    Returns: the root node; None where the text is not YAML, so that nothing can be said about what it
    declares.
    """
    text = decoded(data, file, problems)
    if text is None:
        return None
    text = _INNER_QUESTION_MARK.sub(chr(STAND_INS[ord("?")]), text)
    budget = MOST_REPARSED
    cuts: dict[int, int] = {}
    while True:
        attempt = Problems()
        composer = _Composer(file, text, attempt)
        fault = composer.run()
        if fault is None or budget <= 0 or (cut := find_cut(text, fault)) is None:
            break
        start, end = cut
        budget -= fault.index
        cuts = {first: last for first, last in cuts.items() if not start <= first < end} | {start: end}
        text = text[:start] + text[start:end].translate(STAND_INS) + text[end:]
    for start, end in cuts.items():
        report_cut(spot_after(text[:start], file), text[start:end].translate(ORIGINALS), problems)
    for problem in attempt.found:
        problems.add(problem.at, problem.message, problem.expected, problem.suggestion)
    if fault is not None:
        report_fault(fault, file, text, composer.block_lines, problems)
        return None
    if composer.too_deep:
        return None
    if composer.root is None:
        problems.add(Spot(file, 1, 1), "the file is empty")
    return composer.root


@dataclass(slots=True)
class _Frame:
    """A collection that is being read; ``key`` is set while a mapping waits for its value."""

    at: Spot
    is_mapping: bool
    flow: bool
    items: list[Node] = field(default_factory=list["Node"])
    entries: dict[str, tuple[Scalar, Node]] = field(default_factory=dict[str, "tuple[Scalar, Node]"])
    key: Node | None = None


class _Composer:
    """Builds the tree from parser events, without recursion."""

    def __init__(self, file: str, text: str, problems: Problems) -> None:
        self.file = file
        self.text = text
        self.problems = problems
        self.root: Node | None = None
        self.too_deep = False
        self.block_lines: set[int] = set()
        self._stack: list[_Frame] = []
        self._documents = 0

    def run(self) -> Fault | None:
        """Read everything; returns what made PyYAML give up, if anything did."""
        parser = cast("_Parser", yaml.SafeLoader(self.text))
        try:
            for event in _events(parser):
                self._take(event)
                if self.too_deep:
                    return None
        except yaml.MarkedYAMLError as error:
            unclosed = "end of stream" in (error.problem or "") or "<stream end>" in (error.problem or "")
            mark = (error.context_mark if unclosed else None) or error.problem_mark or error.context_mark
            message = ", ".join(part for part in (error.context, error.problem) if part)
            return self._fault(message, cast("_Mark", mark) if mark is not None else parser.get_mark())
        except (yaml.YAMLError, ValueError, OverflowError) as error:
            # ValueError: "\U00110000" is past the last character, which PyYAML leaves to chr().
            return self._fault(str(error), parser.get_mark())
        return None

    def _fault(self, message: str, mark: _Mark) -> Fault:
        return Fault(message, mark.index, self._spot(mark))

    def _spot(self, mark: _Mark) -> Spot:
        return Spot(self.file, mark.line + 1, mark.column + 1)

    def _take(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents == 2:
                self.problems.add(
                    self._spot(_start(event)),
                    "a second YAML document starts here",
                    "",
                    "make it a file of its own",
                )
        elif isinstance(event, yaml.ScalarEvent):
            self._refuse_properties(event)
            self._add(self._scalar(event))
        elif isinstance(event, yaml.AliasEvent):
            at = self._spot(_start(event))
            self.problems.add(
                at,
                f"an alias (*{event.anchor}) is not allowed",
                "",
                "write it out, or quote text that starts with *",
            )
            self._add(Broken(at))
        elif isinstance(event, yaml.CollectionStartEvent):
            self._refuse_properties(event)
            at = self._spot(_start(event))
            if len(self._stack) == DEEPEST:
                self.problems.add(at, f"nested deeper than {DEEPEST} levels")
                self.too_deep = True
            is_mapping = isinstance(event, yaml.MappingStartEvent)
            self._stack.append(_Frame(at, is_mapping, bool(event.flow_style)))
        elif isinstance(event, yaml.CollectionEndEvent):
            frame = self._stack.pop()
            if frame.is_mapping:
                self._add(Mapping(tuple(frame.entries.values()), frame.at, frame.flow))
            else:
                self._add(Sequence(tuple(frame.items), frame.at))

    def _refuse_properties(self, event: yaml.NodeEvent) -> None:
        at = self._spot(_start(event))
        if event.anchor is not None:
            hint = "remove it, or quote text that starts with &"
            self.problems.add(at, f"an anchor (&{event.anchor}) is not allowed", "", hint)
        if getattr(event, "tag", None) is not None:
            self.problems.add(
                at, "a tag (!…) is not allowed", "", "remove it, or quote text that starts with !"
            )

    def _scalar(self, event: yaml.ScalarEvent) -> Scalar:
        first, end = _start(event), cast("_Mark", event.end_mark)
        at = self._spot(first)
        text = str(event.value)
        start = first.index + (1 if event.style else 0)
        if event.anchor is not None or getattr(event, "tag", None) is not None:
            start = end.index - len(text) - (1 if event.style else 0)
        verbatim = event.style in (None, "'", '"') and self.text[start : start + len(text)] == text
        begin = Spot(self.file, at.line, at.column + start - first.index) if verbatim else None
        if event.style is not None:
            self.block_lines.update(range(first.line + 2, end.line + 2))
        restored = text.translate(ORIGINALS)
        if any("\ud800" <= c <= "\udfff" for c in restored):
            self.problems.add(at, "the text holds half of a surrogate pair", "", "write the character itself")
            restored = re.sub("[\ud800-\udfff]", "\ufffd", restored)
        return Scalar(restored, event.style is None, at, begin)

    def _add(self, node: Node) -> None:
        if not self._stack:
            if self.root is None and not _is_nothing(node):
                self.root = node
            return
        frame = self._stack[-1]
        if not frame.is_mapping:
            frame.items.append(node)
        elif frame.key is None:
            frame.key = node
        else:
            key, frame.key = frame.key, None
            self._add_entry(frame, key, node)

    def _add_entry(self, frame: _Frame, key: Node, value: Node) -> None:
        if not isinstance(key, Scalar):
            if not isinstance(key, Broken):
                self.problems.add(
                    key.at, "a key is a list or a mapping", "a key is text", "quote it if it is a name"
                )
        elif key.plain and key.text == "<<":
            self.problems.add(key.at, "a merge key (<<) is not allowed", "", "write the members out")
        elif key.text in frame.entries:
            first = frame.entries[key.text][0].at
            self.problems.add(key.at, f"{shown(key.text)} stands twice; the first is in line {first.line}")
        else:
            frame.entries[key.text] = (key, value)


def _start(event: yaml.Event) -> _Mark:
    return cast("_Mark", event.start_mark)


def _is_nothing(node: Node) -> bool:
    return isinstance(node, Scalar) and node.plain and node.text == ""


def _events(parser: _Parser) -> Iterator[yaml.Event]:
    try:
        while parser.check_event():
            yield parser.get_event()
    finally:
        parser.dispose()
