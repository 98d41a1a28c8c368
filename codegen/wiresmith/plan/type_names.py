"""Types as a spec spells them, which is how a ``Typed`` value names its type."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wiresmith.description import DictType, EnumType, ListType, Nullable, Ref, Scalar
from wiresmith.kinds import kind_of

if TYPE_CHECKING:
    from wiresmith.description import Schema, Type

_NULLABLE = re.compile(r" *\| *None")


def spelled(type_: Type, schema: Schema) -> str:
    """``int16``, ``Batch``, ``list[int32 | None]``, ``dict[str, any]``, or the name of a collection that has
    one.

    ``| None`` stands only where it does not go without saying.
    """
    if isinstance(type_, Nullable):
        inner = spelled(type_.type, schema)
        implied = schema.rules.null_by_reference and is_reference(type_.type, schema)
        return inner if implied else f"{inner} | None"
    if isinstance(type_, Ref):
        return type_.name
    if isinstance(type_, ListType):
        return type_.name or f"list[{spelled(type_.item, schema)}]"
    if isinstance(type_, DictType):
        return type_.name or f"dict[{spelled(type_.key, schema)}, {spelled(type_.value, schema)}]"
    return type_.kind


def is_reference(type_: Type, schema: Schema) -> bool:
    """Is null one of the type's values in .NET?"""
    if isinstance(type_, Scalar):
        return kind_of(type_.kind).is_reference
    if isinstance(type_, Ref):
        declared = schema.types[type_.name]
        return not isinstance(declared, EnumType) and not declared.value_type
    return True


def normal(text: str) -> str:
    """A type's text with blanks where ``spelled`` has them."""
    return "".join(text.split()).replace(",", ", ").replace("|", " | ")


def without_null(text: str) -> str:
    """A type's text without every ``| None``."""
    return _NULLABLE.sub("", text)
