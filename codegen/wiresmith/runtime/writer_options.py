"""The options of a writer: how it lays a document out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Style = Literal["xmlwriter", "stream"]
"""The one of .NET's two XML writers to write like: ``WriteObject(XmlWriter)``, which Web API uses, or
``WriteObject(Stream)``.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class WriterOptions:
    """Layout of a document that is written; raises ValueError for what no writer can do."""

    style: Style = "xmlwriter"
    """XML only."""

    indent: int | None = None
    """Spaces for each level; None writes everything on one line."""

    newline: Literal["\n", "\r\n"] = "\n"
    """The line break between lines when indenting; with style ``xmlwriter`` also for each line break within a
    text.
    """

    max_items: int | None = None
    """XML only: how many members and items a document may have in all (.NET's MaxItemsInObjectGraph); None
    for any number.
    """

    def __post_init__(self) -> None:
        style: object = self.style
        indent: object = self.indent
        newline: object = self.newline
        max_items: object = self.max_items
        if style not in ("xmlwriter", "stream"):
            raise ValueError(f"style is {style!r}; expected 'xmlwriter' or 'stream'")
        if indent is not None and not (type(indent) is int and 0 <= indent <= 16):
            raise ValueError(f"indent is {indent!r}; expected None or an int from 0 to 16")
        if newline not in ("\n", "\r\n"):
            raise ValueError(f"newline is {newline!r}; expected '\\n' or '\\r\\n'")
        if max_items is not None and not (type(max_items) is int and max_items >= 0):
            raise ValueError(f"max_items is {max_items!r}; expected None or an int of at least 0")
