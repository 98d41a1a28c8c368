"""Members, items and scalars as the exact writer writes them.

Expected bytes are those of .NET's serializer.
"""

from __future__ import annotations

import datetime
from dataclasses import replace
from decimal import Decimal
from enum import IntEnum
from typing import Any

import pytest

from tests.unit.runtime.xml.shapes import (
    ANY,
    INT,
    STR,
    STRINGS,
    N,
    dict_type,
    member,
    object_type,
    schema_of,
)
from tests.unit.runtime.xml.written import STREAM_ROOT, XML_WRITER_ROOT, refused, stream, written, xml_writer
from wiresmith.description import EnumType, ListType, Nullable, QName, Ref, Scalar, Schema
from wiresmith.values.absent import ABSENT
from wiresmith.values.datetimes import parse_datetime
from wiresmith.values.namespaces import ARRAYS, SERIALIZATION, SYSTEM, XSI


def made(schema: Schema, **values: Any) -> Any:
    """An object of the schema's first class."""
    cls: Any = next(iter(schema.types.values())).cls
    return cls(**values)


def one(type_: Any, value: Any, **options: Any) -> tuple[Schema, Any]:
    """A schema with one member A, and an object that holds the value there."""
    schema = schema_of(object_type("T", member("A", type_, **options)))
    return schema, made(schema, a=value)


@pytest.mark.parametrize(
    ("kind", "value", "text"),
    [
        ("bool", True, "true"),
        ("int8", -128, "-128"),
        ("uint64", 2**64 - 1, "18446744073709551615"),
        ("float64", 1 / 3, "0.33333333333333331"),
        ("float32", 1e7, "1E+07"),
        ("decimal", Decimal("1.50"), "1.50"),
        ("char", "A", "65"),
        ("char", "\ud800", "55296"),
        ("uuid", "00112233-4455-6677-8899-aabbccddeeff", "00112233-4455-6677-8899-aabbccddeeff"),
        ("timedelta", datetime.timedelta(days=1, seconds=7384, milliseconds=5), "P1DT2H3M4.005S"),
        ("uri", "HTTP://Example.org:80/a b", "http://example.org/a%20b"),
        ("uri", "http://example.org/?a&b", "http://example.org/?a&amp;b"),
        ("bytes", b"\x01\x02", "AQI="),
        ("date", datetime.date(2014, 11, 6), "2014-11-06"),
    ],
)
def test_scalars(kind: Any, value: Any, text: str) -> None:
    assert xml_writer(*one(Scalar(kind=kind), value)) == f"<A>{text}</A>"
    assert stream(*one(Scalar(kind=kind), value)) == f"<A>{text}</A>"


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("date", datetime.datetime(2014, 11, 6)),
        ("date", 1),
        ("int32", True),
        ("bool", 1),
        ("str", 1),
        ("float64", "1"),
        ("qname", "n"),
        ("datetimeoffset", "2020-01-01T00:00:00Z"),
    ],
)
def test_values_of_other_types(kind: Any, value: Any) -> None:
    assert refused(*one(Scalar(kind=kind), value)) == [("wrong-type", "/*/A")]


def test_empty_text_is_text_only_for_xml_writer() -> None:
    assert xml_writer(*one(STR, "")) == "<A></A>"
    assert stream(*one(STR, "")) == "<A/>"
    assert xml_writer(*one(Scalar(kind="bytes"), b"")) == "<A />"
    assert stream(*one(Scalar(kind="bytes"), b"")) == "<A/>"


@pytest.mark.parametrize("type_", [STR, Nullable(INT), Nullable(ANY), Nullable(Scalar(kind="qname"))])
def test_null(type_: Any) -> None:
    assert xml_writer(*one(type_, None)) == '<A i:nil="true" />'
    assert stream(*one(type_, None)) == '<A i:nil="true"/>'


def test_null_where_the_root_is() -> None:
    schema, _ = one(STR, None)
    assert written(schema, None) == f'<T i:nil="true" xmlns:i="{XSI}" xmlns="{N}" />'
    assert written(schema, None, style="stream") == f'<T i:nil="true" xmlns="{N}" xmlns:i="{XSI}"/>'
    assert refused(schema, None, INT) == [("wrong-type", "/*")]


def test_texts() -> None:
    text = "a<b&\r\n\x01\u2028\ud83d\ude00"
    assert xml_writer(*one(STR, text)) == "<A>a&lt;b&amp;\n&#x1;\u2028\U0001f600</A>"
    assert stream(*one(STR, text)) == "<A>a&lt;b&amp;&#xD;\n&#x1;\u2028\U0001f600</A>"
    assert ">x\r\ny\r\n<" in written(*one(STR, "x\ry\n"), newline="\r\n")


def test_lone_surrogate() -> None:
    assert refused(*one(STR, "\ud800")) == [("surrogate", "/*/A")]
    assert stream(*one(STR, "\ud800")) == "<A>\ufffd</A>"


def test_a_moment_with_an_offset_is_two_elements() -> None:
    moment = parse_datetime("2020-01-02T03:04:05.1234567+05:30")
    schema, value = one(Scalar(kind="datetimeoffset"), moment)
    inside = (
        "<{0}:DateTime>2020-01-01T21:34:05.1234567Z</{0}:DateTime><{0}:OffsetMinutes>330</{0}:OffsetMinutes>"
    )
    assert xml_writer(schema, value) == f'<A xmlns:d2p1="{SYSTEM}">{inside.format("d2p1")}</A>'
    assert stream(schema, value) == f'<A xmlns:a="{SYSTEM}">{inside.format("a")}</A>'
    assert refused(*one(Scalar(kind="datetimeoffset"), datetime.datetime(2020, 1, 1))) == [
        ("cannot-write", "/*/A")
    ]


def test_a_name_has_a_prefix_of_its_own() -> None:
    schema, value = one(Scalar(kind="qname"), QName("n", "urn:q"))
    assert xml_writer(schema, value) == f'<q:A xmlns:d2p1="urn:q" xmlns:q="{N}">d2p1:n</q:A>'
    assert stream(schema, value) == f'<q:A xmlns:q="{N}" xmlns:a="urn:q">a:n</q:A>'
    assert xml_writer(*one(Scalar(kind="qname"), QName(""))) == f'<q:A xmlns:q="{N}" />'
    assert refused(*one(Scalar(kind="qname"), QName("", "urn:q"))) == [("cannot-write", "/*/A")]


@pytest.mark.parametrize(
    ("kind", "value", "document"),
    [
        ("int32", 5, f'<int xmlns="{SERIALIZATION}">5</int>'),
        ("str", "", f'<string xmlns="{SERIALIZATION}"></string>'),
        ("str", None, f'<string i:nil="true" xmlns:i="{XSI}" xmlns="{SERIALIZATION}" />'),
        ("qname", QName("n"), f'<z:QName xmlns="" xmlns:z="{SERIALIZATION}">n</z:QName>'),
        ("uuid", "0" * 32, f'<guid xmlns="{SERIALIZATION}">{"0" * 32}</guid>'),
    ],
)
def test_scalars_as_documents(kind: Any, value: Any, document: str) -> None:
    assert written(schema_of(), value, Scalar(kind=kind)) == document


class Colour(IntEnum):
    """An enum with names of its own in XML, and two names for 1."""

    RED = 0
    GREEN = 1
    ALSO_GREEN = 1


class Right(IntEnum):
    """Flags."""

    READ = 1
    WRITE = 2
    BOTH = 3


COLOUR = EnumType(
    name="Colour",
    cls=Colour,
    base="int",
    root=QName("Colour", N),
    xml_values=(("Red", 0), ("gr<n", 1), ("Also", 1)),
)
RIGHT = EnumType(
    name="Right",
    cls=Right,
    base="int",
    flags=True,
    root=QName("Right", N),
    xml_values=(("Read", 1), ("Write", 2), ("Both", 3)),
)


@pytest.mark.parametrize(
    ("name", "value", "element"),
    [
        ("Colour", Colour.RED, "<A>Red</A>"),
        ("Colour", 1, "<A>gr&lt;n</A>"),
        ("Right", 3, "<A>Both</A>"),
        ("Right", Right.WRITE, "<A>Write</A>"),
        ("Right", 0, "<A />"),
    ],
)
def test_enums(name: str, value: Any, element: str) -> None:
    schema = schema_of(object_type("T", member("A", Ref(name))), COLOUR, RIGHT)
    assert xml_writer(schema, made(schema, a=value)) == element


@pytest.mark.parametrize(
    ("name", "value"), [("Colour", 5), ("Right", 4), ("Colour", True), ("Right", Colour.GREEN)]
)
def test_enum_without_a_name(name: str, value: Any) -> None:
    schema = schema_of(object_type("T", member("A", Ref(name))), COLOUR, RIGHT)
    assert refused(schema, made(schema, a=value)) == [("unknown-enum-value", "/*/A")]


def test_flags_greedily_in_the_order_of_declaration() -> None:
    values = (("A", 1), ("AB", 3), ("C", 4))
    flags = EnumType(name="F", cls=Right, base="int", flags=True, xml_values=values)
    schema = schema_of(object_type("T", member("A", Ref("F"))), flags)
    cls: Any = next(iter(schema.types.values())).cls
    assert xml_writer(schema, cls(a=5)) == "<A>A C</A>"
    assert xml_writer(schema, cls(a=3)) == "<A>AB</A>"
    assert refused(schema, cls(a=7)) == [("unknown-enum-value", "/*/A")]


def test_lists() -> None:
    schema, value = one(STRINGS, ["x", None, ""])
    prefix = f'<A xmlns:d2p1="{ARRAYS}">'
    assert xml_writer(schema, value) == (
        f'{prefix}<d2p1:string>x</d2p1:string><d2p1:string i:nil="true" /><d2p1:string></d2p1:string></A>'
    )
    assert stream(*one(Nullable(STRINGS), None)) == f'<A i:nil="true" xmlns:a="{ARRAYS}"/>'
    assert xml_writer(*one(STRINGS, [])) == f'<A xmlns:d2p1="{ARRAYS}" />'


def test_dictionaries() -> None:
    entries = dict_type(Scalar(kind="str"), STRINGS, "KeyValueOfx")
    schema, value = one(entries, {"k": ["v"]})
    assert stream(schema, value) == (
        "<A "
        f'xmlns:a="{ARRAYS}"><a:KeyValueOfx><a:Key>k</a:Key><a:Value><a:string>v</a:string></a:Value></a:KeyValueOfx></A>'
    )
    pairs = dict_type(Scalar(kind="bytes"), INT, "KeyValueOfy", pairs=True)
    assert "<a:Key>AQ==</a:Key><a:Value>2</a:Value>" in stream(*one(pairs, [(b"\x01", 2)]))
    assert refused(*one(pairs, {b"\x01": 2})) == [("wrong-type", "/*/A")]
    assert refused(*one(pairs, [(b"\x01", 2, 3)])) == [("wrong-type", "/*/A")]
    assert refused(*one(entries, {"k": 5, "l": [6]})) == [
        ("wrong-type", "/*/A/*[1]"),
        ("wrong-type", "/*/A/*[2]/*[1]"),
    ]


def test_items_of_another_namespace_are_declared_on_the_collection() -> None:
    inner = object_type("U", member("X", INT, namespace="urn:u"), namespace="urn:u")
    items = ListType(Ref("U"), root=QName("Us", N), item_name=QName("U", N))
    schema = schema_of(object_type("T", member("A", items)), inner)
    value = made(schema, a=[inner.cls(x=1)])
    assert xml_writer(schema, value) == '<A xmlns:d2p1="urn:u"><U><d2p1:X>1</d2p1:X></U></A>'
    assert written(schema, value.a, items) == (
        f'<Us xmlns:i="{XSI}" xmlns:d1p1="urn:u" xmlns="{N}"><U><d1p1:X>1</d1p1:X></U></Us>'
    )


def test_items_declare_nothing_themselves() -> None:
    # The item's own xmlns="" hides the namespace of its contract, which the collection found in scope.
    inner = object_type("U", member("X", INT))
    items = ListType(Ref("U"), root=QName("Us"), contract=QName("Us"), item_name=QName("U"))
    schema = schema_of(object_type("T", member("A", items)), inner)
    value = made(schema, a=[inner.cls(x=1)])
    expected = f'<A><U xmlns=""><X xmlns="{N}">1</X></U></A>'
    assert xml_writer(schema, value) == expected
    assert stream(schema, value) == expected


def test_levels_in_other_namespaces() -> None:
    base = object_type("B", member("X", INT, namespace="urn:b"), namespace="urn:b")
    derived = object_type("T", *base.members, member("Y", INT), base="B")
    schema = schema_of(derived, base)
    value = derived.cls(x=1, y=2)
    assert xml_writer(schema, value) == '<X xmlns="urn:b">1</X><Y>2</Y>'
    assert stream(schema, value) == '<X xmlns="urn:b">1</X><Y>2</Y>'


def test_a_class_without_a_namespace() -> None:
    inner = object_type("U", member("X", INT, namespace=""), namespace="")
    schema = schema_of(object_type("T", member("A", Ref("U"))), inner)
    assert xml_writer(schema, made(schema, a=inner.cls(x=1))) == '<A><X xmlns="">1</X></A>'


def test_a_root_with_a_name_of_its_own_declares_the_contract() -> None:
    named = object_type("T", member("A", INT), contract=QName("T", N))
    schema = schema_of(named)
    renamed = schema_of(replace(named, root=QName("Root", "urn:r")))
    value = named.cls(a=1)
    assert written(schema, value).startswith(f"<T {XML_WRITER_ROOT}>")
    assert written(renamed, value) == (
        f'<Root xmlns:d1p1="{N}" xmlns:i="{XSI}" xmlns="urn:r"><d1p1:A>1</d1p1:A></Root>'
    )
    assert written(renamed, value, style="stream") == (
        f'<Root xmlns="urn:r" xmlns:a="{N}" xmlns:i="{XSI}"><a:A>1</a:A></Root>'
    )


def test_prefixes_of_the_stream_form_run_out() -> None:
    depth = 30
    types = [
        object_type(
            f"T{level}", member("C", Ref(f"T{level + 1}"), namespace=f"urn:{level}"), namespace=f"urn:{level}"
        )
        for level in range(depth)
    ]
    types.append(
        object_type(f"T{depth}", member("C", INT, namespace=f"urn:{depth}"), namespace=f"urn:{depth}")
    )
    value: Any = 1
    for made in reversed(types):
        value = made.cls(c=value)
    document = written(schema_of(*types), value, style="stream")
    assert "xmlns:h=" in document
    assert "xmlns:j=" in document
    assert document.count("xmlns:i=") == 1
    assert 'xmlns:z="urn:25"' in document
    assert 'xmlns:d27p0="urn:26"' in document


def test_optional_members() -> None:
    schema = schema_of(object_type("T", member("A", INT, optional=True), member("B", INT)))
    cls: Any = next(iter(schema.types.values())).cls
    assert xml_writer(schema, cls(a=ABSENT, b=1)) == "<B>1</B>"
    assert refused(schema, cls(a=1, b=ABSENT)) == [("wrong-type", "/*/B")]


def test_stream_root() -> None:
    schema, value = one(INT, 1)
    assert written(schema, value, style="stream") == f"<T {STREAM_ROOT}><A>1</A></T>"
