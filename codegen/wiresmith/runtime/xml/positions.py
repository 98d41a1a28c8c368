"""Lines and columns for findings that say where they are by XPath only."""

from __future__ import annotations

import re
from dataclasses import replace
from pyexpat import ExpatError, ParserCreate
from typing import TYPE_CHECKING

from wiresmith.runtime.limits import Limits
from wiresmith.runtime.xml.source import open_source

if TYPE_CHECKING:
    from wiresmith.runtime.findings import Finding

_STEP = re.compile(r"([^\[]+)(?:\[([0-9]{1,9})\])?")


class _Wanted:
    """An element that findings are about, or one on the way to it."""

    __slots__ = ("children", "place", "seen")

    def __init__(self) -> None:
        self.children: dict[str, dict[int, _Wanted]] = {}
        self.seen: dict[str, int] = {}
        self.place: tuple[int, int] | None = None


def with_positions(data: bytes, findings: list[Finding]) -> list[Finding]:
    """Give each finding the line and column of the start tag of its element.

    An element that is not there gets the place of the nearest element around it that is. Findings that have a
    line, or no path, stay as they are, and so do all where the document cannot be parsed.

    Args:
        data: the document that the findings are about.
        findings: with paths as ``report.Path`` writes them; ``/@name`` at the end stands for the element.
    """
    if not any(finding.path and finding.line is None for finding in findings):
        return findings
    source, _ = open_source(data, Limits(bytes=len(data) + 1))
    if source is None:
        return findings
    document = _Wanted()
    trails = [_trail(document, f.path) if f.path and f.line is None else [] for f in findings]
    wanted = {id(step) for trail in trails for step in trail[1:]}
    _locate(source.blanked(), document, len(wanted))
    return [_placed(finding, trail) for finding, trail in zip(findings, trails, strict=True)]


def _trail(document: _Wanted, path: str) -> list[_Wanted]:
    """Note that the element of a path is wanted; the elements from the root to it."""
    trail = [document]
    for step in path.strip("/").split("/"):
        match = _STEP.fullmatch(step)
        if match is None or step.startswith("@"):
            break
        same_name = trail[-1].children.setdefault(match[1], {})
        trail.append(same_name.setdefault(int(match[2] or 1), _Wanted()))
    return trail


def _placed(finding: Finding, trail: list[_Wanted]) -> Finding:
    for wanted in reversed(trail):
        if wanted.place is not None:
            return replace(finding, line=wanted.place[0], column=wanted.place[1])
    return finding


class _AllFound(Exception):
    pass


def _locate(utf8: bytes, document: _Wanted, missing: int) -> None:
    """Find the places of all wanted elements (so many are missing) in one pass.

    There is no DTD, so no entity to expand.
    """
    open_elements: list[_Wanted | None] = [document]

    def start(name: str, _: object) -> None:
        nonlocal missing
        parent = open_elements[-1]
        found = None
        if parent is not None:
            local = name.rpartition(":")[2]
            if (same_name := parent.children.get(local)) is not None:
                index = parent.seen[local] = parent.seen.get(local, 0) + 1
                found = same_name.get(index)
                if found is not None:
                    found.place = parser.CurrentLineNumber, parser.CurrentColumnNumber + 1
                    missing -= 1
                    if not missing:
                        raise _AllFound
        open_elements.append(found)

    def end(_: str) -> None:
        open_elements.pop()

    parser = ParserCreate(encoding="utf-8")
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    try:
        parser.Parse(utf8, True)
    except (ExpatError, _AllFound):
        return  # what came before it has its place
