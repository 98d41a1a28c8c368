"""Elements that a description does not know, written back.

As .NET does for ``IExtensibleDataObject``: whatever prefix an unknown element came with, its namespace goes
out as the default one, unless something in scope is bound to it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiresmith.values.namespaces import SERIALIZATION, TYPE, XSI
from wiresmith.values.qnames import split_tag
from wiresmith.values.xml_elements import XmlElement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiresmith.runtime.xml.writing.sink import Sink

_PREFIXES = {XSI: "i", SERIALIZATION: "z"}


def write_unknown(element: XmlElement, sink: Sink) -> None:
    """Write an element that no contract describes.

    Raises:
        ValueError: for text that the form cannot hold, or an ``i:type`` without a namespace where there is a
            default one.
    """
    sink.start(element.name.local, element.name.namespace)
    write_inside(element, sink)
    sink.end()


def write_inside(element: XmlElement, sink: Sink) -> None:
    """Write the attributes and the content of an unknown element into the one that was begun; raises
    ValueError as above.
    """
    _attributes(element, sink)
    pending: list[Iterator[str | XmlElement]] = [iter(element.content)]
    while pending:
        part = next(pending[-1], None)
        if part is None:
            pending.pop()
            if pending:
                sink.end()
        elif isinstance(part, str):
            sink.text(part)
        else:
            sink.start(part.name.local, part.name.namespace)
            _attributes(part, sink)
            pending.append(iter(part.content))


def _attributes(element: XmlElement, sink: Sink) -> None:
    for name, value in element.attributes:
        prefix = _PREFIXES.get(name.namespace, "")
        if str(name) == TYPE:
            sink.qualified_attribute(prefix, name.local, name.namespace, split_tag(value))
        else:
            sink.attribute(prefix, name.local, name.namespace, value)
