"""Scalars and enumerations of data contracts, and the values of members that are left out."""

from __future__ import annotations

import datetime
from decimal import Decimal
from enum import Enum, IntEnum
from typing import Any

import pytest

from tests.unit.runtime.xml.shapes import (
    INT,
    STRINGS,
    N,
    codes,
    document,
    member,
    object_type,
    read,
    reading,
    schema_of,
)
from wiresmith.description import BareType, EnumType, Nullable, QName, Ref, Scalar, Type
from wiresmith.values.namespaces import SERIALIZATION


class Colour(IntEnum):
    RED = 0
    GREEN = 1
    VERT = 1
    BLUE = 4


class Flag(IntEnum):
    NONE = 0
    A = 1
    B = 2
    AB = 3
    C = 8


class Mode(Enum):
    SLOW = "slow"
    FAST = "fast"


COLOUR = EnumType(
    name="Colour",
    cls=Colour,
    base="int",
    root=QName("Colour", N),
    xml_values=(("Red", 0), ("Green", 1), ("Vert", 1), ("blue & ", 4)),
)
FLAG = EnumType(
    name="Flag",
    cls=Flag,
    base="int",
    flags=True,
    root=QName("Flag", N),
    xml_values=(("None", 0), ("A", 1), ("B", 2), ("AB", 3), ("C", 8)),
)
MODE = EnumType(name="Mode", cls=Mode, root=QName("Mode", N), xml_values=(("Slow", "slow"), ("Fast", "fast")))


def one(type_: Type, content: str, attributes: str = "") -> tuple[Any, Any]:
    """The value and the findings of a member of this type."""
    schema = schema_of(object_type("T", member("V", type_)), COLOUR, FLAG, MODE)
    value, findings = reading(schema, document(f"<V{attributes}>{content}</V>"))
    return (value.v if value else None), findings


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        ("char", "97", "a"),
        ("char", " 0 ", "\0"),
        ("char", "55296", "\ud800"),
        ("char", "65535", "\uffff"),
        ("qname", "x:int", QName("int", "http://www.w3.org/2001/XMLSchema")),
        ("qname", " v ", QName("v", N)),
        ("qname", "", QName("")),
        ("uri", "http://example.org", "http://example.org"),
        ("uint8", "+7", 7),
        ("decimal", "1.50", Decimal("1.50")),
        ("float32", "INF", float("inf")),
    ],
)
def test_scalars(kind: Any, text: str, value: Any) -> None:
    assert one(Scalar(kind=kind), text) == (value, [])


def test_a_name_without_prefix_has_the_default_namespace_where_it_stands() -> None:
    assert one(Scalar(kind="qname"), "v", ' xmlns="urn:n" xmlns:q="urn:q"')[0] == QName("v", N)
    assert one(Scalar(kind="qname"), "q:v", ' xmlns:q="urn:q"')[0] == QName("v", "urn:q")
    assert one(Scalar(kind="qname"), "xml:lang")[0] == QName("lang", "http://www.w3.org/XML/1998/namespace")


@pytest.mark.parametrize(
    ("kind", "text", "code"),
    [
        ("char", "a", "wrong-value"),
        ("char", "65536", "wrong-value"),
        ("char", "-1", "wrong-value"),
        ("char", "", "wrong-value"),
        ("qname", "nope:v", "unknown-prefix"),
        ("qname", "<v/>", "unexpected-element"),
        ("int32", "", "wrong-value"),
    ],
)
def test_wrong_scalars(kind: Any, text: str, code: str) -> None:
    value, (finding,) = one(Scalar(kind=kind), text)
    assert (value, finding.severity, finding.code) == (None, "error", code)
    assert finding.expected


OFFSET = Scalar(kind="datetimeoffset")


def moment(instant: str, minutes: object) -> str:
    return f"<s:DateTime>{instant}</s:DateTime><s:OffsetMinutes>{minutes}</s:OffsetMinutes>"


@pytest.mark.parametrize(
    ("instant", "minutes", "text"),
    [
        ("2020-01-01T21:34:05Z", 330, "2020-01-02T03:04:05+05:30"),
        ("2020-01-02T03:04:05.6780001Z", 0, "2020-01-02T03:04:05.6780001+00:00"),
        ("2020-01-02T11:04:05Z", -480, "2020-01-02T03:04:05-08:00"),
        ("0001-01-01T00:00:00Z", 0, "0001-01-01T00:00:00+00:00"),
        ("9999-12-31T23:59:59.9999999Z", 0, "9999-12-31T23:59:59.9999999+00:00"),
        ("2020-01-02T03:04:05", 60, "2020-01-02T03:04:05+01:00"),
        ("2020-01-02T03:04:05+02:00", 60, "2020-01-02T02:04:05+01:00"),
    ],
)
def test_a_datetimeoffset_is_an_instant_seen_elsewhere(instant: str, minutes: int, text: str) -> None:
    value, findings = one(OFFSET, moment(instant, minutes))
    assert findings == []
    assert (value.text, value) == (text, datetime.datetime.fromisoformat(text))


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (moment("2020-01-01T00:00:00Z", 841), ["wrong-value"]),
        (moment("0001-01-01T00:00:00Z", -1), ["wrong-value"]),
        (moment("2020-01-01T00:00:00Z", ""), ["wrong-value"]),
        (moment("2020-01-01", 0), ["wrong-value"]),
        ("<s:DateTime>2020-01-01T00:00:00Z</s:DateTime>", ["missing-member"]),
        ("<s:OffsetMinutes>0</s:OffsetMinutes>", ["missing-member"]),
        ("", ["missing-member", "missing-member"]),
        ("2020-01-01T00:00:00Z", ["stray-text", "missing-member", "missing-member"]),
        (moment("2020-01-01T00:00:00Z", 0) + "<s:x/>", ["unknown-element"]),
        (moment("2020-01-01T00:00:00Z", 0) + "<s:OffsetMinutes>1</s:OffsetMinutes>", ["duplicate-member"]),
        (moment("2020-01-01T00:00:00Z", 0).replace("s:", ""),
        ["unknown-element"] * 2 + ["missing-member"] * 2),
    ],
)  # fmt: skip
def test_both_parts_of_a_datetimeoffset_are_needed(content: str, expected: list[str]) -> None:
    value, findings = one(OFFSET, content)
    assert value is None
    assert [finding.code for finding in findings] == expected
    assert {finding.severity for finding in findings} == {"error"}


def test_the_parts_of_a_datetimeoffset_have_an_order() -> None:
    content = "<s:OffsetMinutes>0</s:OffsetMinutes><s:DateTime>2020-01-01T00:00:00Z</s:DateTime>"
    value, (finding,) = one(OFFSET, content)
    assert value.text == "2020-01-01T00:00:00+00:00"
    assert (finding.severity, finding.message) == (
        "warning",
        ".NET refuses: DateTime after OffsetMinutes",
    )


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("Colour", "Red", Colour.RED),
        ("Colour", "Green", Colour.GREEN),
        ("Colour", "Vert", Colour.GREEN),
        ("Colour", "blue &amp; ", Colour.BLUE),
        ("Flag", "", Flag.NONE),
        ("Flag", "None", Flag.NONE),
        ("Flag", "A", Flag.A),
        ("Flag", "AB", Flag.AB),
        ("Flag", "A B", Flag.AB),
        ("Flag", "  B   A ", Flag.AB),
        ("Flag", "A C", 9),
        ("Mode", "Slow", Mode.SLOW),
    ],
)
def test_enumerations(name: str, text: str, value: Any) -> None:
    found, findings = one(Ref(name), text)
    assert findings == []
    assert (found, type(found)) == (value, type(value))


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("Colour", "red", "one of Red, Green, Vert, blue & "),
        ("Colour", "1", "one of Red, Green, Vert, blue & "),
        ("Colour", "", "one of Red, Green, Vert, blue & "),
        ("Flag", "A D", "some of None, A, B, AB, C, separated by spaces"),
        ("Flag", "A\nB", "some of None, A, B, AB, C, separated by spaces"),
        ("Flag", "3", "some of None, A, B, AB, C, separated by spaces"),
    ],
)
def test_unknown_names_of_numbers_are_errors(name: str, text: str, expected: str) -> None:
    value, (finding,) = one(Ref(name), text)
    assert value is None
    assert (finding.severity, finding.code, finding.expected) == ("error", "unknown-enum-value", expected)


@pytest.mark.parametrize(("count", "more"), [(10, ""), (11, " …")])
def test_ten_names_are_listed(count: int, more: str) -> None:
    names = [f"N{number}" for number in range(count)]
    made: Any = IntEnum  # type checkers know its functional form for names that are literals only
    listed = EnumType(
        name="Listed",
        cls=made("Listed", names, start=0),
        base="int",
        root=QName("Listed", N),
        xml_values=tuple((name, number) for number, name in enumerate(names)),
    )
    schema = schema_of(object_type("T", member("V", Ref("Listed"))), listed)
    _, (finding,) = reading(schema, document("<V>x</V>"))
    assert finding.expected == "one of N0, N1, N2, N3, N4, N5, N6, N7, N8, N9" + more


def test_an_unknown_text_is_kept() -> None:
    value, (finding,) = one(Ref("Mode"), "slow")
    assert value == "slow"
    assert finding.severity == "warning"
    assert finding.message.startswith(".NET refuses: ")


@pytest.mark.parametrize("type_", [INT, Ref("Flag"), Ref("Mode"), OFFSET, Scalar(kind="uuid"), Ref("S")])
def test_value_types_are_not_null(type_: BareType) -> None:
    struct = object_type("S", member("A", INT), value_type=True)
    schema = schema_of(object_type("T", member("V", type_)), FLAG, MODE, struct)
    assert codes(reading(schema, document('<V i:nil="true"/>'))[1]) == [("error", "null", "/T/V")]
    nullable = schema_of(object_type("T", member("V", Nullable(type_))), FLAG, MODE, struct)
    assert read(nullable, document('<V i:nil="true"/>')).v is None


DEFAULTS: list[tuple[Type, Any]] = [
    (Scalar(kind="bool"), False),
    (Scalar(kind="int"), 0),
    (Scalar(kind="uint64"), 0),
    (Scalar(kind="number"), 0),
    (Scalar(kind="float32"), 0.0),
    (Scalar(kind="decimal"), Decimal(0)),
    (Scalar(kind="char"), "\0"),
    (Scalar(kind="uuid"), "00000000-0000-0000-0000-000000000000"),
    (Scalar(kind="datetime"), datetime.datetime(1, 1, 1)),
    (OFFSET, datetime.datetime(1, 1, 1, tzinfo=datetime.UTC)),
    (Scalar(kind="date"), datetime.date(1, 1, 1)),
    (Scalar(kind="time"), datetime.time()),
    (Scalar(kind="timedelta"), datetime.timedelta()),
    (Scalar(kind="any"), None),
    (Nullable(INT), None),
    (Nullable(STRINGS), None),
    (Ref("Colour"), Colour.RED),
    (Ref("Flag"), Flag.NONE),
    (Ref("Mode"), Mode.SLOW),
]


@pytest.mark.parametrize(("type_", "default"), DEFAULTS)
def test_what_is_left_out_has_its_default(type_: Type, default: Any) -> None:
    left_out = member("V", type_, xml_emit_default=False, absent_as_null=False)
    schema = schema_of(object_type("T", left_out), COLOUR, FLAG, MODE)
    value = read(schema, document(""))
    assert (value.v, type(value.v) is bool) == (default, default is False)
    assert value._undeclared is None


def test_a_struct_that_is_left_out_has_the_defaults_of_its_members() -> None:
    struct = object_type("S", member("A", INT), member("B", Nullable(STRINGS)), value_type=True)
    left_out = member("V", Ref("S"), xml_emit_default=False)
    value = read(schema_of(object_type("T", left_out), struct), document(""))
    assert value.v == struct.cls(a=0, b=None)


@pytest.mark.parametrize("type_", [Scalar(kind="str"), STRINGS, Ref("C"), Ref("S")])
def test_what_has_no_default_may_not_be_left_out(type_: Type) -> None:
    """.NET has null there, which the member may not be."""
    struct = object_type("S", member("A", Scalar(kind="uri")), value_type=True)
    left_out = member("V", type_, xml_emit_default=False)
    schema = schema_of(object_type("T", left_out), object_type("C"), struct)
    assert codes(reading(schema, document(""))[1]) == [("error", "missing-member", "/T")]


def test_what_is_missing_says_what_dotnet_makes_of_it() -> None:
    schema = schema_of(object_type("T", member("V", INT), member("W", STRINGS)))
    assert [finding.message for finding in reading(schema, document(""))[1]] == [
        "no element V (.NET would read its default)",
        "no element W (.NET would read null)",
    ]


def test_a_required_member_has_no_default() -> None:
    left_out = member("V", INT, xml_emit_default=False, xml_required=True)
    schema = schema_of(object_type("T", left_out))
    assert codes(reading(schema, document(""))[1]) == [("error", "missing-member", "/T")]


SCALAR_ROOTS = [
    ("int32", "int", "5", 5),
    ("str", "string", "a", "a"),
    ("uuid", "guid", "00112233-4455-6677-8899-aabbccddeeff", "00112233-4455-6677-8899-aabbccddeeff"),
    ("char", "char", "65", "A"),
    ("uri", "anyURI", "urn:x", "urn:x"),
    ("bytes", "base64Binary", "AQ==", b"\x01"),
    ("timedelta", "duration", "PT1S", datetime.timedelta(seconds=1)),
]


@pytest.mark.parametrize(("kind", "root", "text", "value"), SCALAR_ROOTS)
def test_scalar_documents(kind: Any, root: str, text: str, value: Any) -> None:
    schema = schema_of()
    assert read(schema, f'<{root} xmlns="{SERIALIZATION}">{text}</{root}>', Scalar(kind=kind)) == value
    overridden = Scalar(kind=kind, root=QName("Root", "urn:root"))
    assert read(schema, f'<r:Root xmlns:r="urn:root">{text}</r:Root>', overridden) == value
