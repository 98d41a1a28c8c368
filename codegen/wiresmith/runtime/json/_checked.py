"""Writing the usual value: msgspec takes the objects apart, checking every member in C.

For each type of a schema a Struct is made whose fields are the members, by attribute; converting an object to
it checks types, ranges and lengths as it reads the attributes. What C cannot check or say as we do (patterns,
numbers with a text of their own, members that are absent, undeclared ones) makes the conversion fail or the
type unfit for it; the emitted writers take over then.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import GenericAlias
from typing import Annotated, Any

import msgspec

from wiresmith.description import (
    DictType,
    EnumType,
    ListType,
    Nullable,
    ObjectType,
    Ref,
    Scalar,
    Schema,
    Type,
)
from wiresmith.kinds import kind_of
from wiresmith.runtime.json.encoder import ENCODER
from wiresmith.runtime.json.fast import ODD_NAME
from wiresmith.runtime.model import Model
from wiresmith.values.numbers import LexicalInt

_GREATEST = sys.float_info.max
_INT64 = (-(2**63), 2**63 - 1)


class Unfit(Exception):
    """A type that C cannot check as our own writers do."""


class CheckedTypes:
    """The types to convert the values of one schema to, made on first use."""

    def __init__(self, schema: Schema) -> None:
        self._schema = schema
        self._structs: dict[str, Any] = {}
        self._making: set[str] = set()

    def of(self, type_: Type) -> Any:
        """The type to convert a value to.

        Raises:
            Unfit: if there is none for this type.
        """
        match type_:
            case Nullable():
                return self.of(type_.type) | None
            case ListType():
                return self._sized(GenericAlias(list, (self.of(type_.item),)), type_)
            case DictType():
                if not isinstance(type_.key, Scalar) or self.of(type_.key) is not str:
                    raise Unfit
                return self._sized(GenericAlias(dict, (str, self.of(type_.value))), type_)
            case Ref():
                declared = self._schema.types[type_.name]
                return self._enum(declared) if isinstance(declared, EnumType) else self._struct(declared)
            case Scalar():
                return _scalar(type_)

    def _sized(self, made: Any, type_: ListType | DictType) -> Any:
        if type_.min_length is None and type_.max_length is None:
            return made
        return Annotated[made, msgspec.Meta(min_length=type_.min_length, max_length=type_.max_length)]

    def _enum(self, declared: EnumType) -> Any:
        return declared.cls if declared.closed else str if declared.base == "str" else int

    def _struct(self, declared: ObjectType) -> Any:
        # A derived object has all the attributes of its base: C would take it for one, and drop the rest.
        bases = [base for base in declared.cls.__mro__[1:] if base not in (Model, object)]
        related = bases or declared.cls.__subclasses__()
        if related or declared.name in self._making:
            raise Unfit
        if declared.name not in self._structs:
            self._making.add(declared.name)
            fields: list[tuple[str, Any] | tuple[str, Any, Any]] = []
            for member in declared.members:
                made = self.of(member.type)
                if member.optional:
                    fields.append((member.attribute, made | msgspec.UnsetType, msgspec.UNSET))
                else:
                    fields.append((member.attribute, made))
            # An object that has something undeclared is none of ours; as a default, None is not written.
            fields.append(("_undeclared", None, None))
            if any(ODD_NAME.search(member.wire) for member in declared.members):
                raise Unfit
            self._structs[declared.name] = msgspec.defstruct(
                declared.name,
                fields,
                rename={member.attribute: member.wire for member in declared.members},
                omit_defaults=True,
                kw_only=True,
                gc=False,
            )
            self._making.discard(declared.name)
        return self._structs[declared.name]


def _scalar(scalar: Scalar) -> Any:
    if scalar.pattern is not None:
        raise Unfit
    types = kind_of(scalar.kind).checked()
    if not types:
        raise Unfit
    made: Any = None
    for type_ in types:
        if type_ in (int, float):
            type_ = _bounded(type_, scalar)
        elif scalar.min_length is not None or scalar.max_length is not None:
            if type_ is not str:
                raise Unfit
            type_ = Annotated[str, msgspec.Meta(min_length=scalar.min_length, max_length=scalar.max_length)]
        made = type_ if made is None else made | type_
    return made


def _bounded(cls: type[int] | type[float], scalar: Scalar) -> Any:
    """The numeric type within the scalar's bounds; those of a float also keep NaN and the infinities out."""
    width = kind_of(scalar.kind).range
    low, high = (-_GREATEST, _GREATEST) if cls is float else width or (None, None)
    bounds: dict[str, Any] = {}
    for inclusive, exclusive, edge in (("ge", "gt", low), ("le", "lt", high)):
        within, beyond = getattr(scalar, inclusive), getattr(scalar, exclusive)
        if beyond is not None:
            if within is not None or cls is float:
                raise Unfit
            bounds[exclusive] = beyond
        elif within is not None or edge is not None:
            known = [bound for bound in (within, edge) if bound is not None]
            bounds[inclusive] = max(known) if inclusive == "ge" else min(known)
    for name, bound in bounds.items():
        if cls is int and (bound != int(bound) or not _INT64[0] <= bound <= _INT64[1]):
            raise Unfit
        bounds[name] = cls(bound)
    if width is not None and ("gt" in bounds or "lt" in bounds):
        raise Unfit  # the width's own bound on that side would be lost
    return Annotated[cls, msgspec.Meta(**bounds)] if bounds else cls


def checked_writer(schema: Schema, type_: Type) -> Callable[[Any], bytes | None] | None:
    """The function that writes usual values of a type as compact JSON; None if there is none for this type.

    The function returns None for a value that does not fit, or that only the emitted writers can say.
    """
    try:
        made = CheckedTypes(schema).of(type_)
    except Unfit:
        return None
    convert, encode = msgspec.convert, ENCODER.encode

    def write(value: Any) -> bytes | None:
        if LexicalInt.alive:
            return None  # C would take the text from it: a -0 would go out as 0
        try:
            return encode(convert(value, made, from_attributes=True))
        except (msgspec.MsgspecError, TypeError, ValueError, OverflowError, RecursionError):
            return None

    return write
