"""The writer that has msgspec take objects apart: what it writes, and what it leaves to the emitted ones."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from enum import Enum, IntEnum, StrEnum
from typing import Any

import pytest

from wiresmith.description import (
    DictType,
    EnumType,
    ListType,
    Member,
    Nullable,
    ObjectType,
    Ref,
    Scalar,
    Schema,
    Type,
    named,
)
from wiresmith.runtime import ABSENT, Absent, LexicalInt, Undeclared
from wiresmith.runtime.json._checked import checked_writer
from wiresmith.runtime.model import Model


class Order(StrEnum):
    ASC = "asc"


class Level(IntEnum):
    LOW = 1


class Closed(Enum):
    YES = "yes"


@dataclass(slots=True, kw_only=True)
class Thing(Model):
    name: str
    note: str | Absent | None = ABSENT
    count: int | None = None
    _undeclared: Undeclared | None = field(default=None, repr=False)


@dataclass(slots=True, kw_only=True)
class Pair(Model):
    first: Thing
    second: Thing
    _undeclared: Undeclared | None = field(default=None, repr=False)


@dataclass(slots=True, kw_only=True)
class Base(Model):
    name: str


@dataclass(slots=True, kw_only=True)
class Derived(Base):
    more: str


NAME = Member(wire="Name", attribute="name", type=Scalar("str"))
SCHEMA = Schema(
    api="x",
    types=named(
        ObjectType(
            name="Thing",
            cls=Thing,
            members=(
                NAME,
                Member(wire="note", attribute="note", type=Nullable(Scalar("str")), optional=True),
                Member(wire="count", attribute="count", type=Nullable(Scalar("uint8"))),
            ),
        ),
        ObjectType(name="Base", cls=Base, members=(NAME,)),
        ObjectType(name="Derived", cls=Derived, members=(NAME,)),
        ObjectType(name="Loop", cls=Thing, members=(Member(wire="n", attribute="name", type=Ref("Loop")),)),
        ObjectType(
            name="Odd", cls=Thing, members=(Member(wire='a"b', attribute="name", type=Scalar("str")),)
        ),
        EnumType(name="Order", cls=Order),
        EnumType(name="Level", cls=Level, base="int"),
        ObjectType(
            name="Pair",
            cls=Pair,
            members=(
                Member(wire="a", attribute="first", type=Ref("Thing")),
                Member(wire="b", attribute="second", type=Ref("Thing")),
            ),
        ),
        EnumType(name="Closed", cls=Closed, closed=True),
    ),
)


@pytest.fixture(autouse=True)
def _no_number_with_a_text(monkeypatch: pytest.MonkeyPatch) -> None:
    """While there are any, as there are in other tests, all is left to the emitted writers."""
    monkeypatch.setattr(LexicalInt, "alive", 0)


def written(type_: Type, value: Any) -> bytes | None:
    write = checked_writer(SCHEMA, type_)
    assert write is not None
    return write(value)


INT = Scalar("int")
FLOAT = Scalar("float64")


@pytest.mark.parametrize(
    ("type_", "good", "bad"),
    [
        (Scalar("uint8"), [0, 255], [-1, 256]),
        (Scalar("int16"), [-(2**15), 2**15 - 1], [-(2**15) - 1, 2**15]),
        (Scalar("int32", ge=5), [5, 2**31 - 1], [4, 2**31]),
        (Scalar("int32", le=5), [5, -(2**31)], [6, -(2**31) - 1]),
        (Scalar("uint8", ge=-5, le=500), [0, 255], [-1, 256]),
        (Scalar("int", ge=3.0), [3], [2]),
        (Scalar("int", gt=3), [4], [3]),
        (Scalar("int", lt=3), [2], [3]),
        (Scalar("int", ge=-(2**63), le=2**63 - 1), [-(2**63), 2**63 - 1], ["1", None, 1.5]),
        (FLOAT, [0.5, -1e308], [math.nan, math.inf, -math.inf, "1"]),
        (Scalar("float64", ge=0, le=1), [0.0, 1.0], [-0.1, 1.1]),
        (Scalar("str", min_length=2), ["ab", "abc"], ["a", ""]),
        (Scalar("str", max_length=2), ["ab", ""], ["abc"]),
        (ListType(INT, min_length=1), [[1]], [[], None]),
        (ListType(INT, max_length=1), [[1], []], [[1, 2]]),
        (DictType(Scalar("str"), INT, min_length=1), [{"a": 1}], [{}]),
        (DictType(Scalar("str"), INT, max_length=1), [{"a": 1}, {}], [{"a": 1, "b": 2}]),
        (Ref("Closed"), [Closed.YES], ["no", Order.ASC]),
        (Ref("Order"), ["asc", Order.ASC, "other"], [1, None]),
        (Ref("Level"), [1, 500], ["asc", None]),
        (Scalar("number"), [5, 5.5], ["5", None]),
        (Nullable(Scalar("bool")), [True, None], [1, "true"]),
    ],
)
def test_what_is_documented_is_checked(type_: Type, good: list[Any], bad: list[Any]) -> None:
    assert [value for value in good if written(type_, value) is None] == []
    assert [value for value in bad if written(type_, value) is not None] == []


@pytest.mark.parametrize(
    "type_",
    [
        Scalar("int", ge=1.5), Scalar("int", le=2**63), Scalar("int", ge=-(2**63) - 1),
        Scalar("uint8", gt=3), Scalar("uint8", lt=3), Scalar("float64", gt=0), Scalar("float64", lt=0),
        Scalar("int", ge=1, gt=1), Scalar("int", le=1, lt=1), Scalar("str", pattern="a"),
        DictType(Scalar("int32"), INT), DictType(Scalar("str", pattern="a"), INT), Scalar("any"),
        Scalar("bytes", max_length=2),
        Ref("Base"), Ref("Derived"), Ref("Loop"), Ref("Odd"), ListType(Ref("Loop")),
    ],
)  # fmt: skip
def test_what_c_cannot_check_is_left_to_the_emitted_writers(type_: Type) -> None:
    assert checked_writer(SCHEMA, type_) is None


def test_objects_are_written_by_their_names() -> None:
    made = Thing(name="a", note="b", count=5)
    assert written(Ref("Thing"), made) == b'{"Name":"a","note":"b","count":5}'
    assert written(ListType(Ref("Thing")), [made]) == b'[{"Name":"a","note":"b","count":5}]'
    pair = b'{"a":{"Name":"a","note":"b","count":5},"b":{"Name":"a","note":"b","count":5}}'
    assert written(Ref("Pair"), Pair(first=made, second=made)) == pair
    made.note = made.count = None
    assert written(Ref("Thing"), made) == b'{"Name":"a","note":null,"count":null}'


@pytest.mark.parametrize(
    "made",
    [
        Thing(name="a", count=256),
        Thing(name="a"),  # has a member that is absent
        Thing(name="a", note=None, _undeclared=Undeclared()),
        Base(name="a"),
    ],
)
def test_unusual_objects_are_left_to_the_emitted_writers(made: Any) -> None:
    assert written(Ref("Thing"), made) is None


def test_so_is_everything_while_there_are_numbers_with_a_text() -> None:
    number = LexicalInt("-0")
    assert written(INT, 5) is None
    del number
    assert written(INT, 5) == b"5"
