"""What a field of a record is annotated with is what the shape of its key is read into: no type checker sees
that.
"""

from __future__ import annotations

import dataclasses
import functools
import operator
import typing
from types import GenericAlias
from typing import Any

import pytest

from wiresmith.language.document import DEFINITIONS
from wiresmith.language.placed import Annotation, Placed, Plain
from wiresmith.language.record import entry_of, has_default, own_key
from wiresmith.language.shape import (
    Date,
    Either,
    EnumValue,
    Flag,
    Identifier,
    Integer,
    Keys,
    Many,
    Nothing,
    Number,
    Shape,
    Table,
    Text,
    TypeText,
    Value,
    Word,
)

NORMALIZED = {("type", "enum"): "values alone become records once the whole type is read"}


def read_into(shape: Shape) -> Any:
    match shape:
        case Text() | Date() | Identifier() | Word():
            return Placed[str]
        case Integer():
            return Placed[int]
        case Number(is_float):
            return Placed[float] if is_float else Placed[int | float]
        case Flag():
            return Placed[bool]
        case Value():
            return Placed[Plain]
        case EnumValue():
            return Placed[str | int]
        case TypeText():
            return Annotation
        case Nothing():
            return Placed[None]
        case Many(item):
            return GenericAlias(tuple, (read_into(item), ...))
        case Table(value=value):
            inner = read_into(value)
            is_record = isinstance(inner, type) and dataclasses.is_dataclass(inner)
            is_entry = is_record and entry_of(inner) is not None
            entry = inner if is_entry else GenericAlias(tuple, (Placed[str], inner))
            return GenericAlias(tuple, (entry, ...))
        case Keys(record=record):
            return record
        case Either(shapes):
            keys = shape.mapping
            if keys is not None and keys.short:
                return keys.record
            return functools.reduce(operator.or_, map(read_into, shapes))


def parts(type_: Any) -> set[Any]:
    """The members of a union; a value or null has one place."""
    found = set(typing.get_args(type_)) if typing.get_origin(type_) not in (tuple, Placed) else set()
    return found or {type_}


@pytest.mark.parametrize("keys", DEFINITIONS, ids=lambda keys: keys.name)
def test_annotations_are_what_the_shapes_are_read_into(keys: Keys) -> None:
    hints = typing.get_type_hints(keys.record)
    assert dataclasses.is_dataclass(keys.record)
    for field in dataclasses.fields(keys.record):
        key = own_key(field)
        if key is None or (keys.name, key.name) in NORMALIZED:
            continue
        expected = parts(read_into(key.value))
        if has_default(field) and field.default is None:
            expected.add(type(None))
        if expected == {Placed[int], Placed[None], type(None)}:
            expected = {Placed[int | None], type(None)}
        assert parts(hints[field.name]) == expected, f"{keys.name}.{key.name}"
