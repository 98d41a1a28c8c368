"""One document while it is read: its texts as they are, what has been found wrong with it, and how findings
speak of it.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING

from wiresmith.runtime.findings import quoted
from wiresmith.runtime.xml.reading._shown_names import spelled
from wiresmith.values.qnames import split_tag

if TYPE_CHECKING:
    from wiresmith.runtime.limits import Limits
    from wiresmith.runtime.report import Path, Report
    from wiresmith.runtime.xml.tree import Element, Tree
    from wiresmith.values.qnames import QName


class Document(ABC):
    """The document as every part of the exact reader needs it.

    Args:
        tree: the document.
        limits: how much of it is accepted.
        report: takes the findings.
        whose: whose reader findings speak of; "" where they speak of the documentation alone.
    """

    def __init__(self, tree: Tree, limits: Limits, report: Report[Path], whose: str) -> None:
        self.limits = limits
        self.mark = tree.mark
        self.report = report
        self.misplaced: int = 0
        """The number of things that have no place in the value around them, where that is only expected."""
        self.prefix_work = 0
        """The number of namespace declarations that were looked at to resolve prefixes."""
        self._controls = tree.controls
        self._space = " \t\r\n" + tree.mark
        self.refuses = f"{whose} refuses: " if whose else ""
        """The beginning of a finding where the dialect's own reader would throw; the others likewise."""
        self.dropped = f"dropped silently by {whose}: " if whose else ""
        self.kept = f"kept by {whose} as extension data: " if whose else ""
        self.taken_for_unknown = f"taken for extension data by {whose}, its member lost: " if whose else ""

    def too_deep(self, path: Path, depth: int) -> bool:
        """Whether elements nest deeper here than allowed, which is then noted."""
        if depth <= self.limits.depth:
            return False
        self.report.error(path, "too-deep", "elements nest too deep", f"at most {self.limits.depth:,} levels")
        return True

    def original(self, text: str) -> str:
        """Text as it is in the document: control characters are back, marks of empty elements are gone."""
        if self.mark and self.mark in text:
            text = text.replace(self.mark, "")
        return text.translate(self._controls) if self._controls else text

    def is_blank(self, text: str | None) -> bool:
        """Whether there is nothing but XML white space."""
        return not text or not text.strip(self._space)

    def no_text(self, text: str | None, path: Path) -> None:
        """Note text beside elements, where only white space may be."""
        if text and text.strip(self._space):
            shown = quoted(self.original(text.strip()))
            self.structure_broken(path, "stray-text", f"the text {shown} between elements", "elements only")

    def text(self, element: Element, path: Path) -> str | None:
        """The text of an element; None if it holds elements, which is noted."""
        if len(element):
            inner = split_tag(str(element[0].tag))
            message = f"the element {spelled(inner)} inside a simple value"
            self.structure_broken(path, "unexpected-element", message, "text")
            return None
        text = element.text or ""
        if len(text) > self.limits.text:
            message = f"a text of {len(text):,} characters"
            self.report.error(path, "text-too-long", message, f"at most {self.limits.text:,}")
            return None
        return self.original(text)

    def refuse_unknown(self, child: Element, path: Path, expected: QName) -> None:
        """Note an element that has no meaning and no place to be kept."""
        message = f"{self.dropped}the unknown element {spelled(split_tag(str(child.tag)))}"
        self.structure_broken(path, "unknown-element", message, spelled(expected))

    @abstractmethod
    def structure_broken(self, path: Path, code: str, message: str, expected: str) -> None:
        """Note what has no place in the value around it, which is then no value of its type."""
