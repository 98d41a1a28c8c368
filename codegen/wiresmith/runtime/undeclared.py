"""What a document holds beyond its description, kept so that it can be written back."""

from __future__ import annotations

from _contextvars import ContextVar  # contextvars is no more than this, in one more file

TYPE_CHECKING = False  # as typing's, which would take some ms to import
if TYPE_CHECKING:
    from dataclasses import dataclass

    from wiresmith.runtime.schema import QName
else:
    from wiresmith.runtime.frozen import dataclass

JsonValue = None | bool | int | float | str | list["JsonValue"] | dict[str, "JsonValue"]
"""Any JSON value; numbers whose text is not the canonical one are LexicalInt or LexicalFloat."""


@dataclass(frozen=True, slots=True)
class XmlElement:
    """An XML element that the description does not know: its name, its attributes, its texts and elements in order.

    The value of an ``i:type`` attribute is a name in Clark notation (``{namespace}local``), whatever its prefix was. ``<x/>`` has no content,
    ``<x></x>`` the content ``("",)``.
    """

    name: QName
    attributes: tuple[tuple[QName, str], ...] = ()
    content: tuple[str | XmlElement, ...] = ()


def xml_element(
    name: QName, attributes: tuple[tuple[QName, str], ...], content: tuple[str | XmlElement, ...]
) -> XmlElement:
    """An XmlElement, made in a tenth of the time that its constructor takes: documents may hold millions."""
    made = object.__new__(XmlElement)
    _set(made, "name", name)
    _set(made, "attributes", attributes)
    _set(made, "content", content)
    return made


_set = object.__setattr__


@dataclass(frozen=True, slots=True, kw_only=True)
class Undeclared:
    """What one object of a document has or lacks against its description.

    A position is the number of known members that stand before the unknown one. The order of known members is
    not part of it.
    """

    unknown_json: tuple[tuple[int, str, JsonValue], ...] = ()
    """Unknown JSON members: position, name, value."""

    unknown_xml: tuple[tuple[int, XmlElement], ...] = ()
    """Unknown XML elements, and known ones that stand once too often: position, element."""

    absent: frozenset[str] = frozenset()
    """Attribute names of members that were not there, though not documented as optional; they read as None."""


dropping: ContextVar[bool] = ContextVar("dropping", default=False)
"""Set while a value is written without what only the other format can say."""
