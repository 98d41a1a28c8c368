"""Types as a spec spells them, which is how a ``Typed`` value names its type."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiresmith.runtime.schema import DictType, ListType, Nullable, Ref

if TYPE_CHECKING:
    from wiresmith.runtime.schema import Type


def spelled(type_: Type) -> str:
    """``int16``, ``Batch``, ``list[str | None]``, ``dict[str, any]``, or the name of a collection that has one."""
    if isinstance(type_, Nullable):
        return f"{spelled(type_.type)} | None"
    if isinstance(type_, Ref):
        return type_.name
    if isinstance(type_, ListType):
        return type_.name or f"list[{spelled(type_.item)}]"
    if isinstance(type_, DictType):
        return type_.name or f"dict[{spelled(type_.key)}, {spelled(type_.value)}]"
    return type_.kind


def normal(text: str) -> str:
    """A type's text with blanks where ``spelled`` has them."""
    return "".join(text.split()).replace(",", ", ").replace("|", " | ")
