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


def split_tag(tag: str) -> QName:
    """The name that Clark notation (``{namespace}local``) spells."""
    namespace, _, local = tag[1:].rpartition("}") if tag.startswith("{") else ("", "", tag)
    return QName(local, namespace)


def local_name(tag: str) -> str:
    """The local part of a name in Clark notation."""
    return tag.rpartition("}")[2]
