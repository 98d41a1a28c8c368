"""What takes more than one request, or more than a look at the status: paging, envelopes, waiting."""

from __future__ import annotations

from decimal import Decimal
from typing import Final, Literal

from wiresmith.language.document import EnvelopeDoc, PagingDoc, Placed, WaitDoc
from wiresmith.language.read_fields import entries, placed_text, placed_value, placed_values
from wiresmith.language.yaml_nodes import Mapping, Node

Expression = Literal["send", "size", "next", "more", "items", "total", "pages"]
State = Literal["pending", "succeeded", "failed"]
Number = Literal["min_delay", "max_delay", "backoff"]
_EXPRESSIONS: Final[tuple[Expression, ...]] = ("send", "size", "next", "more", "items", "total", "pages")
_STATES: Final[tuple[State, ...]] = ("pending", "succeeded", "failed")
_NUMBERS: Final[tuple[Number, ...]] = ("min_delay", "max_delay", "backoff")


def read_paging(node: Node | None) -> PagingDoc | None:
    """The ``paging:`` of an operation or an API."""
    if not isinstance(node, Mapping):
        return None
    found: dict[Expression, Placed[str]] = {}
    for name in _EXPRESSIONS:
        if (path := placed_text(node.get(name))) is not None:
            found[name] = path
    first = placed_value(node.get("first"))
    return PagingDoc(
        style=placed_text(node.get("style")),
        paths=found,
        first=Placed(first.value, first.at) if first is not None and isinstance(first.value, int) else None,
        backward=read_paging(node.get("backward")),
        at=node.at,
    )


def read_envelope(node: Node | None) -> EnvelopeDoc | None:
    """The ``envelope:`` of an operation or an API."""
    if not isinstance(node, Mapping):
        return None
    details = [(Placed(key.text, key.at), placed_text(path)) for key, path in entries(node.get("error"))]
    return EnvelopeDoc(
        unwrap=placed_text(node.get("unwrap")),
        success=placed_text(node.get("success")),
        error=tuple((name, path) for name, path in details if path is not None),
        at=node.at,
    )


def read_wait(node: Node | None) -> WaitDoc | None:
    """The ``wait:`` of an operation."""
    if not isinstance(node, Mapping):
        return None
    numbers: dict[Number, Placed[float]] = {}
    for name in _NUMBERS:
        value = placed_value(node.get(name))
        if value is not None and isinstance(value.value, int | float | Decimal):
            numbers[name] = Placed(float(value.value), value.at)
    return WaitDoc(
        on=placed_text(node.get("on")),
        url=placed_text(node.get("url")),
        states={name: placed_values(states) for name in _STATES if (states := node.get(name)) is not None},
        numbers=numbers,
        at=node.at,
    )
