"""Findings: one thing to be said about one place of a document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning"]
"""An error means that there is no value; a warning leaves the value whole."""

EXCERPT = 60
"""The most characters of a payload that are quoted."""


def excerpt(text: str, limit: int = EXCERPT) -> str:
    """Text of a payload, fit to be shown: at most ``limit`` characters, none that could act on a terminal.

    Control, bidirectional and other unprintable characters and lone surrogates become escapes; ``…`` marks a
    cut.
    """
    shown = text[: limit + 1]
    if not shown.isprintable():
        shown = "".join(c if c.isprintable() else ascii(c)[1:-1] for c in shown)
    return shown if len(text) <= limit and len(shown) <= limit else shown[: limit - 1] + "…"


def quoted(text: str, limit: int = EXCERPT) -> str:
    """An excerpt in double quotes."""
    return f'"{excerpt(text, limit)}"'


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that a document does not do as its description says.

    ``code`` names the kind in kebab-case; ``message`` says what was found, ``expected`` what should be there;
    ``path`` is a JSON pointer (RFC 6901; ``""`` is the whole document) or an XPath; ``line`` and ``column``
    count from 1, columns in code points, and are None until positions were looked for. ``provenance`` says
    where the fact comes from that is broken, where it is only expected (``inferred from samples/a.json``).
    """

    severity: Severity
    code: str
    message: str
    expected: str = ""
    path: str = ""
    line: int | None = None
    column: int | None = None
    file: str = ""
    provenance: str = ""

    def __str__(self) -> str:
        """``file: path (line L, column C): what was found; expected what should be there (its
        source, if that is not the documentation)``, on one line."""
        where = excerpt(self.path, 200) or "the document"
        if self.line is not None:
            where += f" (line {self.line}" + (f", column {self.column})" if self.column is not None else ")")
        if self.file:
            where = f"{excerpt(self.file, 200)}: {where}"
        expected = f"; expected {self.expected}" if self.expected else ""
        return f"{where}: {self.message}{expected}" + (f" ({self.provenance})" if self.provenance else "")
