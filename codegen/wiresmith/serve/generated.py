"""Values that obey a contract, made from a seed: the same seed and name give the same value everywhere."""

from __future__ import annotations

import base64
import hashlib
import math
from collections.abc import Mapping
from random import Random
from typing import Any, Final

import rstr

from wiresmith.description import (
    DictType,
    EnumType,
    ListType,
    Nullable,
    ObjectType,
    Ref,
    Scalar,
    Type,
)
from wiresmith.kinds import LENGTH, kind_of
from wiresmith.runtime import ABSENT, pattern_found
from wiresmith.runtime.bounds import check_constraints
from wiresmith.runtime.package import Package

_WORDS: Final = (
    "amber",
    "birch",
    "cedar",
    "delta",
    "ember",
    "fjord",
    "grove",
    "heron",
    "islet",
    "jetty",
    "knoll",
    "larch",
)
_DEEPEST: Final = 6
"""Below this many objects, what may be left out is: recursive types come to an end."""
_TRIES: Final = 200


class CannotGenerate(ValueError):
    """The search for a value that obeys the contract ended without one; the message says of what type."""


class Generator:
    """Makes values of the types of one package.

    Args:
        package: whose types they are.
        seed: another seed gives other values.
    """

    def __init__(self, package: Package, seed: int) -> None:
        self._schema = package.schema
        self._seed = seed

    def value(self, type_: Type, *name: object) -> Any:
        """The value of a type that belongs to a name, such as an operation and the number of an item.

        Raises:
            CannotGenerate: if the constraints leave none that is found.
        """
        text = "\0".join(map(str, (self._seed, *name)))
        random = Random(int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "big"))
        try:
            return _Maker(self._schema.types, random).make(type_, "", 0)
        except CannotGenerate as error:
            raise CannotGenerate(f"{' '.join(map(str, name))}: {error}") from None


class _Maker:
    def __init__(self, by_name: Mapping[str, ObjectType | EnumType], random: Random) -> None:
        self._by_name = by_name
        self._random = random

    def make(self, type_: Type, name: str, depth: int) -> Any:
        match type_:
            case Nullable(inner):
                if depth > _DEEPEST:
                    return None
                return self.make(inner, name, depth)
            case Ref(target):
                declared = self._by_name[target]
                if isinstance(declared, EnumType):
                    return self._random.choice(list(declared.cls))
                return self._object(declared, depth)
            case ListType():
                least = type_.min_length or 0
                wanted = 0 if depth > _DEEPEST else self._random.randint(1, 3)
                length = max(least, min(wanted, wanted if type_.max_length is None else type_.max_length))
                return [self.make(type_.item, name, depth + 1) for _ in range(length)]
            case DictType():
                return self._dict(type_, name, depth)
            case Scalar():
                return self._scalar(type_, name)

    def _object(self, declared: ObjectType, depth: int) -> Any:
        instance: Any = object.__new__(declared.cls)
        instance._undeclared = None
        for member in declared.members:
            leave_out = member.optional and depth >= _DEEPEST
            value = ABSENT if leave_out else self.make(member.type, member.wire, depth + 1)
            setattr(instance, member.attribute, value)
        return instance

    def _dict(self, type_: DictType, name: str, depth: int) -> Any:
        least = type_.min_length or 0
        wanted = max(least, 0 if depth > _DEEPEST else 2)
        if type_.max_length is not None:
            wanted = min(wanted, type_.max_length)
        pairs: list[tuple[Any, Any]] = []
        for _ in range(wanted * 10):
            if len(pairs) == wanted:
                break
            key = self.make(type_.key, "key", depth + 1)
            if type_.pairs or key not in dict(pairs):
                pairs.append((key, self.make(type_.value, name, depth + 1)))
        return pairs if type_.pairs else dict(pairs)

    def _scalar(self, scalar: Scalar, name: str) -> Any:
        kind, examples = kind_of(scalar.kind), _Examples(self._random, scalar, name)
        for _ in range(_TRIES):
            value = kind.example(scalar, examples)
            if isinstance(value, str) and LENGTH in kind.bounded_by:
                value = self._within_lengths(scalar, value)
            if value is not None and self._fits(scalar, value):
                return value
        raise CannotGenerate(f"{name or scalar.kind}: no value was found within its bounds")

    def _fits(self, scalar: Scalar, value: Any) -> bool:
        if check_constraints(scalar, value) is not None:
            return False
        if scalar.pattern is None or isinstance(value, str):
            return True
        return pattern_found(scalar.pattern, kind_of(scalar.kind).text(value, "json", "standard", "core"))

    def _within_lengths(self, scalar: Scalar, text: str) -> str:
        if scalar.pattern is not None:
            return text
        if scalar.min_length is not None and len(text) < scalar.min_length:
            text += "".join(self._random.choices("0123456789abcdef", k=scalar.min_length - len(text)))
        return text if scalar.max_length is None else text[: scalar.max_length]


class _Examples:
    """The random source that kinds make their values of."""

    def __init__(self, random: Random, scalar: Scalar, name: str) -> None:
        self.random = random
        self._scalar = scalar
        self._name = name

    def word(self) -> str:
        """One of a few words."""
        return self.random.choice(_WORDS)

    def words(self) -> str:
        """The name of the member, a word and a number."""
        said = self._name.replace("_", " ").strip().lower() or "text"
        return f"{said} {self.word()} {self.random.randint(1, 999)}"

    def match(self, pattern: str) -> str:
        """A text that matches a pattern."""
        made: str = rstr.Rstr(self.random).xeger(pattern)
        return made

    def number(self, *, fraction: bool) -> int | float:
        """A number within the bounds: near them where both are given, small where they are not."""
        scalar = self._scalar
        least, greatest = kind_of(scalar.kind).range or (-(2**31), 2**31 - 1)
        low: float = max([least, *(bound for bound in (scalar.ge, scalar.gt) if bound is not None)])
        high: float = min([greatest, *(bound for bound in (scalar.le, scalar.lt) if bound is not None)])
        if scalar.ge is None and scalar.gt is None:
            low = max(low, min(0, high))
        high = min(high, low + 1_000)
        if fraction:
            return round(self.random.uniform(low, high), 3)
        return self.random.randint(math.ceil(low), max(math.ceil(low), math.floor(high)))


def as_opaque(position: int) -> str:
    """A position as a text that says nothing to whoever gets it."""
    return base64.urlsafe_b64encode(f"at:{position}".encode()).decode().rstrip("=")


def from_opaque(text: str) -> int | None:
    """The position that a text stands for; None if it is none of ours."""
    try:
        word, _, number = (
            base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)).decode("ascii").partition(":")
        )
        return int(number) if word == "at" and number.isdigit() else None
    except ValueError:
        return None
