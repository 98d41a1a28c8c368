"""The parts of a document beyond its description, kept so that they can be written back."""

from __future__ import annotations

from contextvars import ContextVar
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from wiresmith import values

if TYPE_CHECKING:
    JsonValue = None | bool | int | float | str | list["JsonValue"] | dict[str, "JsonValue"]
    """Any JSON value; numbers whose text is not the canonical one are LexicalInt or LexicalFloat."""
else:
    # What reads annotations at run time (pydantic, cattrs) would follow the alias without end.
    JsonValue = None | bool | int | float | str | list[Any] | dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Undeclared:
    """The differences of one object of a document from its description.

    A position is the number of known members that stand before the unknown one. The order of known members is
    not part of it.
    """

    unknown_json: tuple[tuple[int, str, JsonValue], ...] = ()
    """Unknown JSON members: position, name, value."""

    unknown_xml: tuple[tuple[int, values.XmlElement], ...] = ()
    """Unknown XML elements, and known ones that stand once too often: position, element."""

    absent: frozenset[str] = frozenset()
    """Attribute names of members that were not there, though not documented as optional; they
    read as None.
    """


dropping: ContextVar[bool] = ContextVar("dropping", default=False)
"""Whether a value is being written without the parts that only the other format has."""
