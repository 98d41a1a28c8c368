"""Colours for code: text as pieces that templates can put into elements of their own."""

from __future__ import annotations

import re
from typing import Final, Literal

Language = Literal["json", "xml", "python", "text"]
Lines = tuple[tuple[str, str], ...]
"""Pieces of a text, each with its kind (``key``, ``text``, ``number``, ``word``, ``comment``, ``name``;
empty: nothing special).
"""

_LARGEST: Final = 200_000
"""A larger text is left as it is: nobody reads that much of it, and each piece becomes an element."""

_RULES: Final[dict[str, re.Pattern[str]]] = {
    "json": re.compile(
        r'(?P<key>"(?:[^"\\\n]|\\.)*"(?=\s{0,99}:))|(?P<text>"(?:[^"\\\n]|\\.)*")'
        r"|(?P<number>-?\d[\d.eE+-]*)|(?P<word>\b(?:true|false|null)\b)"
    ),
    "xml": re.compile(
        r"(?P<comment><!--(?:(?!-->)[\s\S])*-->)|(?P<key></?[^\s<>/!?]+|/?>)"
        r"|(?P<text>(?<==)(?:\"[^\"<]*\"|'[^'<]*'))"
    ),
    "python": re.compile(
        r"(?P<comment>#[^\n]*)|(?P<text>b?(?:\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'))"
        r"|(?P<word>\b(?:import|from|with|async|await|as|for|in|def|None|True|False)\b)|(?P<number>\b\d[\d._]*\b)"
    ),
}


def highlighted(text: str, language: Language) -> Lines:
    """A text in pieces; put together they are the text again."""
    rule = _RULES.get(language)
    if rule is None or len(text) > _LARGEST:
        return (("", text),)
    pieces: list[tuple[str, str]] = []
    end = 0
    for found in rule.finditer(text):
        if found.start() > end:
            pieces.append(("", text[end : found.start()]))
        pieces.append((found.lastgroup or "", found[0]))
        end = found.end()
    if end < len(text):
        pieces.append(("", text[end:]))
    return tuple(pieces)
