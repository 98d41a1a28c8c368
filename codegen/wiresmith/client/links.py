"""The Link header (RFC 8288), as far as paging needs it."""

from __future__ import annotations

import re
from typing import Final

_LINK: Final = re.compile(
    r'\s*<([^<>]*)>((?:\s*;\s*[^\s;,="]+(?:\s*=\s*(?:"(?:[^"\\]|\\.)*"|[^\s;,"]*))?)*)\s*(?:,|$)'
)
_PARAMETER: Final = re.compile(r';\s*([^\s;,="]+)(?:\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;,"]*)))?')
_LONGEST: Final = 16_384


def link(header: str, relation: str) -> str | None:
    """The target of the first link of a relation (``next``); None if there is none, or the header is longer
    than any.
    """
    at = 0
    while at < len(header) <= _LONGEST and (found := _LINK.match(header, at)) is not None:
        for name, quoted, plain in _PARAMETER.findall(found[2]):
            if name.lower() == "rel" and relation in (quoted or plain).lower().split():
                return found[1].strip()
        at = found.end()
    return None
