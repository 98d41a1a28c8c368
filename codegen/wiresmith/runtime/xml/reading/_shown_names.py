"""Names as findings show them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiresmith.runtime.findings import excerpt, quoted

if TYPE_CHECKING:
    from wiresmith.values.qnames import QName


def spelled(name: QName) -> str:
    """An element's name as shown to people: ``<Data> in namespace "urn:x"``."""
    element = f"<{excerpt(name.local, 120)}>"
    return f"{element} in namespace {quoted(name.namespace, 120)}" if name.namespace else element


def said(name: QName) -> str:
    """The name of a type as shown to people: ``Base in namespace "urn:x"``."""
    local = excerpt(name.local, 120)
    return f"{local} in namespace {quoted(name.namespace, 120)}" if name.namespace else local
