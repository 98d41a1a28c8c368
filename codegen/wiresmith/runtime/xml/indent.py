"""``XmlWriter`` with ``Indent = true``, made from its compact form."""

from __future__ import annotations

import re

_TOKEN = re.compile("<[^/>][^>]*(?<!/)>[^<]*</[^>]*>|<[^>]*>|[^<]+")
"""An element without child elements, or a tag, or text between tags."""


def indent(document: str, spaces: int, newline: str) -> str:
    """Lay out a compact document as ``XmlWriter`` does when it indents.

    Each tag goes on a line of its own, except inside an element that has had text, even empty text, before it
    (``<A></A>``); text is never touched, and there is no newline at the end.

    Args:
        document: as our writers write it: no comments, CDATA, instructions, and ``>`` escaped in attributes.
        spaces: for each level; 0 gives line breaks only.
        newline: what goes between lines.

    Returns:
        The document. To lay out an indented one again is not meant: its white space is text here.
    """
    pieces: list[str] = []
    unit = " " * spaces
    breaks = [newline]  # by depth
    mixed = False
    outer: list[bool] = []  # was the parent mixed when the element began
    empty = False  # is this directly after a start tag
    for token in _TOKEN.findall(document):
        if not token.startswith("<"):
            mixed = True
        elif token.startswith("</"):
            if not mixed and not empty:
                pieces.append(breaks[len(outer) - 1])
            mixed = outer.pop()
        else:
            depth = len(outer)
            if not mixed and pieces:
                pieces.append(breaks[depth])
            if not token.endswith("/>") and "</" not in token:
                outer.append(mixed)
                if depth + 1 == len(breaks):
                    breaks.append(breaks[depth] + unit)
                empty = True
                pieces.append(token)
                continue
        empty = False
        pieces.append(token)
    return "".join(pieces)
