"""What ``emit_default: false`` leaves out."""

from __future__ import annotations

import datetime
from decimal import Decimal
from enum import Enum
from typing import Any

import pytest

from tests.unit.runtime.xml.shapes import ANY, INT, STR, STRINGS, N, member, object_type, schema_of
from tests.unit.runtime.xml.test_writing_types import COLOUR, Colour
from tests.unit.runtime.xml.written import refused, written, xml_writer
from wiresmith.description import EnumType, Nullable, QName, Ref, Scalar
from wiresmith.values.datetimes import parse_datetime
from wiresmith.values.durations import parse_duration

UTC = datetime.UTC
STRUCT = object_type("S", member("X", INT), member("Y", STR), value_type=True)


@pytest.mark.parametrize(
    ("kind", "value", "other"),
    [
        ("int32", 0, 1),
        ("bool", False, True),
        ("float64", -0.0, 0.1),
        ("decimal", Decimal("0.00"), Decimal("0.01")),
        ("uuid", "00000000-0000-0000-0000-000000000000", "10000000-0000-0000-0000-000000000000"),
        ("char", "\x00", "0"),
        ("timedelta", datetime.timedelta(), parse_duration("PT0.0000001S")),
        ("datetime", datetime.datetime(1, 1, 1), parse_datetime("0001-01-01T00:00:00.0000001")),
        ("datetime", datetime.datetime(1, 1, 1, tzinfo=UTC), datetime.datetime(1, 1, 2)),
        ("datetimeoffset", datetime.datetime(1, 1, 1, tzinfo=UTC), datetime.datetime(1, 1, 2, tzinfo=UTC)),
        ("date", datetime.date(1, 1, 1), datetime.date(1, 1, 2)),
        ("time", datetime.time(), datetime.time(1)),
    ],
)
def test_defaults_of_scalars(kind: Any, value: Any, other: Any) -> None:
    holder = object_type("T", member("A", Scalar(kind=kind), xml_emit_default=False))
    assert xml_writer(schema_of(holder, COLOUR, STRUCT), holder.cls(a=other)) != ""
    assert "<A" not in _document(holder, value)
    nullable = object_type("T", member("A", Nullable(Scalar(kind=kind)), xml_emit_default=False))
    assert "<A" in _document(nullable, value)
    assert "<A" not in _document(nullable, None)


def _document(holder: Any, value: Any) -> str:
    return written(schema_of(holder, COLOUR, STRUCT), holder.cls(a=value))


@pytest.mark.parametrize(
    ("type_", "value", "kept"),
    [
        (Ref("Colour"), Colour.RED, False),
        (Ref("S"), STRUCT.cls(x=0, y=None), False),
        (Ref("S"), STRUCT.cls(x=0, y=""), True),
        (STR, "", True),
        (STR, None, False),
        (STRINGS, [], True),
        (Nullable(ANY), None, False),
        (Nullable(ANY), 0, True),
    ],
)
def test_defaults_of_other_types(type_: Any, value: Any, kept: bool) -> None:
    holder = object_type("T", member("A", type_, xml_emit_default=False))
    assert ("<A" in _document(holder, value)) is kept


class Words(Enum):
    """Texts whose numbers are not said."""

    A = "a"
    B = "b"


def test_the_zero_of_an_enum_of_texts_is_its_first() -> None:
    declared = EnumType(name="Words", cls=Words, root=QName("Words", N))
    holder = object_type("T", member("A", Ref("Words"), xml_emit_default=False))
    assert xml_writer(schema_of(holder, declared), holder.cls(a=Words.B)) == "<A>b</A>"
    assert "<A" not in written(schema_of(holder, declared), holder.cls(a=Words.A))


def test_a_required_member_must_not_hold_its_default() -> None:
    holder = object_type("T", member("A", INT, xml_emit_default=False, xml_required=True))
    assert refused(schema_of(holder), holder.cls(a=0)) == [("required-default", "/*/A")]
    assert xml_writer(schema_of(holder), holder.cls(a=1)) == "<A>1</A>"


def test_none_is_no_default_where_null_is_not_allowed() -> None:
    holder = object_type("T", member("A", INT, xml_emit_default=False))
    assert refused(schema_of(holder), holder.cls(a=None)) == [("wrong-type", "/*/A")]


@pytest.mark.parametrize(
    ("type_", "value"),
    [
        (INT, False),
        (INT, 0.0),
        (INT, Decimal(0)),
        (Scalar(kind="bool"), 0),
        (Scalar(kind="float64"), False),
        (Scalar(kind="decimal"), 0),
        (Scalar(kind="char"), 0),
    ],
)
def test_a_zero_of_another_type_is_no_default(type_: Any, value: Any) -> None:
    holder = object_type("T", member("A", type_, xml_emit_default=False))
    assert refused(schema_of(holder), holder.cls(a=value)) == [("wrong-type", "/*/A")]
    outer = object_type("S", member("A", type_), value_type=True)
    holder = object_type("T", member("B", Ref("S"), xml_emit_default=False))
    assert refused(schema_of(holder, outer), holder.cls(b=outer.cls(a=value))) == [("wrong-type", "/*/B/A")]


@pytest.mark.parametrize("value", [False, 0.0])
def test_a_zero_of_another_type_is_no_enum_either(value: Any) -> None:
    holder = object_type("T", member("A", Ref("Colour"), xml_emit_default=False))
    found = refused(schema_of(holder, COLOUR), holder.cls(a=value))
    assert found == [("unknown-enum-value", "/*/A")]
