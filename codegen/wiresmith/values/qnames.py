"""Names with a namespace."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class QName:
    """An XML name: local part and namespace (``""`` for none)."""

    local: str
    namespace: str = ""

    def __str__(self) -> str:
        """The name in Clark notation, as lxml spells a tag."""
        return f"{{{self.namespace}}}{self.local}" if self.namespace else self.local
