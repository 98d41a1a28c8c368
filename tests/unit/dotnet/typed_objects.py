"""Types that several tests of the reader use."""

from __future__ import annotations

from enum import IntEnum
from typing import Any

from tests.unit.runtime.xml.shapes import ANY, INT, STR, N, member, object_type
from wiresmith.description import (
    DictType,
    EnumType,
    ListType,
    Nullable,
    ObjectType,
    QName,
    Type,
)
from wiresmith.values.namespaces import ARRAYS

ABC = object_type("T", member("A", INT), member("B", STR), member("C", INT))
REQUIRED = object_type(
    "T", member("A", INT, xml_required=True), member("B", STR), member("C", STR, xml_required=True)
)
INTS = ListType(INT, root=QName("ArrayOfint", ARRAYS), item_name=QName("int", ARRAYS))
KEYED = DictType(
    STR,
    Nullable(ANY),
    root=QName("ArrayOfKeyValueOfstringanyType", ARRAYS),
    entry_name=QName("Entry", ARRAYS),
    key_name=QName("Key", ARRAYS),
    value_name=QName("Value", ARRAYS),
)


class Colour(IntEnum):
    RED = 0
    GREEN = 1
    BLUE = 4


COLOUR = EnumType(
    name="Colour",
    cls=Colour,
    base="int",
    root=QName("Colour", N),
    xml_values=(("Red", 0), ("rot & so", 1), ("Blue", 4)),
)
FLAGS = EnumType(
    name="Flags", cls=Colour, base="int", flags=True, root=QName("Flags", N), xml_values=(("A", 1), ("B", 4))
)


def holding(type_: Type, **options: Any) -> ObjectType:
    return object_type("T", member("A", type_), **options)
