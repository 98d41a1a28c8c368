"""Values that keep the text they were read from, and the texts that each format and .NET give them.

Nothing of wiresmith lies below.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wiresmith.values.xml_elements import XmlElement

__all__ = ["XmlElement"]


def __getattr__(name: str) -> object:
    if name != "XmlElement":  # what annotations of emitted classes lead to, and few documents hold
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from wiresmith.values.xml_elements import XmlElement

    return XmlElement
