"""XML elements as values."""

from __future__ import annotations

from dataclasses import dataclass

from wiresmith.values.qnames import QName


@dataclass(frozen=True, slots=True)
class XmlElement:
    """An XML element that the description does not know: its name, its attributes, its texts and elements in
    order.

    The value of an ``i:type`` attribute is a name in Clark notation (``{namespace}local``), whatever its
    prefix was. ``<x/>`` has no content, ``<x></x>`` the content ``("",)``.
    """

    name: QName
    attributes: tuple[tuple[QName, str], ...] = ()
    content: tuple[str | XmlElement, ...] = ()
