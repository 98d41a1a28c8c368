"""Hypothesis strategies for every value that a type of a contract can have.

They know the contract only: what a codec makes of the values is what tests find out. One ``Values`` makes
values that one format can say; what it cannot (NaN in JSON, a carriage return in XML) is the matter of other
tests.
"""

from __future__ import annotations

import datetime
import functools
import math
import operator
import re
from typing import Any, Literal

from hypothesis import strategies as st

from tests.property.known_types import Scope, around, derived, inside, spelled
from tests.property.scalars import CHARACTERS, SCALARS, bounded, object_values
from tests.property.undeclared import undeclared_json, undeclared_xml
from wiresmith.description import (
    BareType,
    Contract,
    DictType,
    EnumType,
    ListType,
    ObjectType,
    Ref,
    Scalar,
    Type,
    bare,
    is_nullable,
)
from wiresmith.emit.json_types import has_names
from wiresmith.runtime import ABSENT, Typed

Format = Literal["json", "xml"]
Strategy = st.SearchStrategy[Any]

DEEPEST = 2
"""How many values of known types stand in one another where any may; each may hold several more."""

UNKNOWN = re.compile(r"\w{1,8}", re.ASCII)


class Values:
    """Strategies for the types of one contract, made of the classes of its emitted package.

    ``undeclared``: objects may hold what the contract does not know, in ``format``.
    """

    def __init__(self, contract: Contract, package: Any, format: Format, *, undeclared: bool = True) -> None:
        self.contract = contract
        self.package = package
        self.format = format
        self.undeclared = undeclared
        self._objects: dict[tuple[str, Scope, int], Strategy] = {}

    def of(self, use: Type) -> Strategy:
        """Values of the type of a document."""
        scope = around(self.contract, use) if self.format == "xml" else frozenset[BareType]()
        return self._of(use, scope, 0)

    def known(self, document: Type, type_: BareType) -> Strategy:
        """Values of a known type, as they stand in a document where any may."""
        scope = inside(self.contract, bare(document), around(self.contract, document))
        return self._known(type_, scope, DEEPEST)

    def _of(self, use: Type, scope: Scope, depth: int) -> Strategy:
        """Values of a type where it is used; ``scope`` are the types known there."""
        values = self._of_type(use, scope, depth)
        return st.none() | values if is_nullable(use) else values

    def _of_type(self, use: Type, scope: Scope, depth: int) -> Strategy:
        type_ = bare(use)
        scope = inside(self.contract, type_, scope) if self.format == "xml" else scope
        match type_:
            case Scalar(kind="any") if self.format == "xml":
                return self._open(scope, depth)
            case Scalar():
                return bounded(type_, SCALARS[type_.kind](self.format), self.format)
            case ListType():
                least, most = _lengths(type_)
                return st.lists(self._of(type_.item, scope, depth), min_size=least, max_size=most)
            case DictType():
                least, most = _lengths(type_)
                keys = self._key(type_.key, scope, depth)
                values = self._of(type_.value, scope, depth)
                if type_.pairs:
                    return st.lists(st.tuples(keys, values), min_size=least, max_size=most)
                return st.dictionaries(keys, values, min_size=least, max_size=most)
            case Ref():
                declared = self.contract.types[type_.name]
                if isinstance(declared, EnumType):
                    return self._enum(declared)
                others = derived(self.contract, declared, scope) if self.format == "xml" else []
                return st.one_of(*(self._object(one, scope, depth) for one in (declared, *others)))

    def _open(self, scope: Scope, depth: int) -> Strategy:
        """What may stand where any type may: what .NET always knows, and a value of each type known there."""
        known = sorted(scope, key=repr) if depth < DEEPEST else []
        if not known:
            return object_values()
        values = st.one_of(*(self._known(type_, scope, depth + 1) for type_ in known))
        # Mapped, so that each half stays one: else its many branches would leave little to the other.
        return object_values().map(lambda value: value) | values.map(lambda value: value)

    def _known(self, type_: BareType, scope: Scope, depth: int) -> Strategy:
        match type_:
            case Ref(name=identity):
                declared = self.contract.types[identity]
                if isinstance(declared, ObjectType):
                    return self._object(declared, scope, depth)
                return st.sampled_from(list(getattr(self.package, declared.name)))
            case _:
                name = spelled(self.contract, type_)
                return self._of_type(type_, scope, depth).map(lambda value: Typed(name, value))

    def _key(self, use: Type, scope: Scope, depth: int) -> Strategy:
        keys = self._of(use, scope, depth)
        # A name in JSON has to have a UTF-8 form.
        return keys.filter(_has_utf8) if self.format == "json" else keys

    def _enum(self, declared: EnumType) -> Strategy:
        cls = getattr(self.package, declared.name)
        known = st.sampled_from(list(cls))
        if declared.flags:
            numbers = st.sets(known).map(lambda members: functools.reduce(operator.or_, members, 0))
            return numbers.map(lambda number: cls._value2member_map_.get(number, int(number)))
        if self.format == "xml" and has_names(declared):
            return known  # .NET has no text for other numbers
        if declared.closed:
            return known
        if declared.base == "int":
            wires = {value.wire for value in declared.values}
            return known | st.integers(-(2**31), 2**31 - 1).filter(lambda number: number not in wires)
        texts = {value.wire for value in declared.values} | {value.xml for value in declared.values}
        unknown = st.from_regex(UNKNOWN, fullmatch=True) | CHARACTERS[self.format]
        return known | unknown.filter(lambda text: text not in texts)

    def _object(self, declared: ObjectType, scope: Scope, depth: int) -> Strategy:
        """Objects of this very class; of what .NET refers to also one that stands elsewhere in
        the document.
        """
        if self.format == "xml":
            scope = inside(self.contract, Ref(declared.name), scope)
        key = declared.name, scope, depth
        if key not in self._objects:
            # Deferred, so that a type may hold itself.
            self._objects[key] = made = st.deferred(lambda: self._build(declared, scope, depth))
            if declared.reference and self.format == "xml":
                self._objects[key] = made | st.shared(made, key=key)
        return self._objects[key]

    def _build(self, declared: ObjectType, scope: Scope, depth: int) -> Strategy:
        cls = getattr(self.package, declared.name)
        values = {member.attribute: self._of(member.type, scope, depth) for member in declared.members}
        members = {
            member.attribute: (st.just(ABSENT) | values[member.attribute])
            if member.optional
            else values[member.attribute]
            for member in declared.members
        }
        plain = st.fixed_dictionaries(members).map(lambda fields: cls(**fields))
        if not self.undeclared:
            return plain
        add = (undeclared_json if self.format == "json" else undeclared_xml)(declared)
        # Mostly none: what is declared is to be seen, too.
        return st.one_of(plain, plain, plain, plain.flatmap(add))


def _lengths(type_: ListType | DictType) -> tuple[int, int]:
    least = type_.min_length or 0
    most = type_.max_length
    return least, min(3 if most is None else most, max(3, least))


def _has_utf8(key: object) -> bool:
    return not isinstance(key, str) or not any("\ud800" <= character <= "\udfff" for character in key)


def alike(one: Any, other: Any) -> bool:
    """Equal, NaN to NaN included, and of the same text wherever a value carries one."""
    if isinstance(one, float) and isinstance(other, float) and math.isnan(one) and math.isnan(other):
        return True
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(alike, one, other))
    if isinstance(one, dict) and isinstance(other, dict):
        return list(one) == list(other) and all(alike(one[key], other[key]) for key in one)
    if hasattr(one, "__dataclass_fields__"):
        return type(one) is type(other) and all(
            alike(getattr(one, name), getattr(other, name)) for name in one.__dataclass_fields__
        )
    if isinstance(one, tuple) and isinstance(other, tuple):
        return len(one) == len(other) and all(map(alike, one, other))
    texts = getattr(one, "text", None), getattr(other, "text", None)
    if None not in texts and not isinstance(one, datetime.timedelta) and texts[0] != texts[1]:
        return False
    if isinstance(one, bool) != isinstance(other, bool):
        return False
    same: bool = one == other
    return same
