"""Facts that are only expected, which documents may break: they stand in ``x-expected``, beside the keywords
that hold what is documented.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from wiresmith.description import (
    DOCUMENTED,
    Aspect,
    BareType,
    DictType,
    EnumType,
    ListType,
    Provenance,
    Scalar,
    Type,
    bare,
    is_nullable,
    with_null,
)
from wiresmith.export.written_json import Object
from wiresmith.kinds import kind_of
from wiresmith.runtime import Strict, expectation

B = TypeVar("B", Scalar, ListType, DictType)


class Expectations:
    """Tells what of a type an export holds.

    Args:
        strict: the facts that are held.
    """

    def __init__(self, strict: Strict) -> None:
        self._strict: Strict = strict

    def has(self, said: Provenance, aspect: Aspect) -> bool:
        """Is an aspect only expected?"""
        return expectation(self._strict, said, aspect) is not None

    def held(self, type_: Type, said: Provenance) -> Type:
        """The type without the limits, and with the null, that are only expected where it stands."""
        inner = bare(type_)
        held: BareType = inner
        if isinstance(inner, ListType):
            held = self._within(replace(inner, item=self.held(inner.item, said)), said)
        elif isinstance(inner, DictType):
            held = self._within(replace(inner, value=self.held(inner.value, said)), said)
        elif isinstance(inner, Scalar) and inner.name is None:  # those of named ones stand with them
            held = self.scalar(inner, said)
        any_value = isinstance(inner, Scalar) and kind_of(inner.kind).json_type == "any"
        return with_null(held, is_nullable(type_) or (self.has(said, "null") and not any_value))

    def scalar(self, scalar: Scalar, said: Provenance = DOCUMENTED) -> Scalar:
        """The scalar without limits that are only expected."""
        return self._within(scalar, scalar.provenance or said)

    def enum(self, declared: EnumType) -> EnumType:
        """The enum, open where its values are only expected."""
        return replace(declared, closed=False) if self.has(declared.provenance, "values") else declared

    def _within(self, type_: B, said: Provenance) -> B:
        """The type without limits, if they are only expected."""
        if not self.has(said, "limits"):
            return type_
        return replace(
            type_, ge=None, gt=None, le=None, lt=None, min_length=None, max_length=None, pattern=None
        )


def expected(full: Object, held: Object) -> Object:
    """``x-expected``: the keywords of the whole schema that the one without expectations has not got."""
    more: Object = {name: value for name, value in full.items() if held.get(name) != value}
    return {"x-expected": more} if more else {}
