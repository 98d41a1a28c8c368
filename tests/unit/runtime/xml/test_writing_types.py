"""``i:type``: values where ``object`` or a base class is declared, and which types are expected there."""

from __future__ import annotations

import datetime
from decimal import Decimal
from enum import IntEnum
from typing import Any

import pytest

from tests.unit.runtime.xml.shapes import (
    ANY,
    ANYS,
    INT,
    STR,
    STRINGS,
    N,
    dict_type,
    member,
    object_type,
    schema_of,
)
from tests.unit.runtime.xml.written import refused, stream, written, xml_writer
from wiresmith.description import EnumType, ListType, Nullable, QName, Ref, Scalar, Schema, named
from wiresmith.values.namespaces import ARRAYS, SERIALIZATION, SYSTEM, XS, XSI
from wiresmith.values.typed import Typed
from wiresmith.values.xml_elements import XmlElement

HOLDER = object_type("T", member("A", Nullable(ANY)))


@pytest.mark.parametrize(
    ("value", "name", "text"),
    [
        (True, "boolean", "true"),
        (5, "int", "5"),
        (2**31, "long", "2147483648"),
        (1.5, "double", "1.5"),
        (Decimal("1.50"), "decimal", "1.50"),
        ("x", "string", "x"),
        (b"\x01", "base64Binary", "AQ=="),
        (datetime.datetime(2020, 1, 2), "dateTime", "2020-01-02T00:00:00"),
        (Typed("int64", 5), "long", "5"),
        (Typed("uint8", 5), "unsignedByte", "5"),
        (Typed("uri", "urn:x"), "anyURI", "urn:x"),
        (Typed("float32", 0.5), "float", "0.5"),
    ],
)
def test_primitives(value: Any, name: str, text: str) -> None:
    document = xml_writer(schema_of(HOLDER), HOLDER.cls(a=value))
    assert document == f'<A xmlns:d2p1="{XS}" i:type="d2p1:{name}">{text}</A>'


@pytest.mark.parametrize(
    ("value", "name", "text"),
    [
        (datetime.timedelta(), "duration", "PT0S"),
        (datetime.date(2020, 1, 2), "dateOnly", "2020-01-02"),
        (datetime.time(1, 2, 3), "timeOnly", "01:02:03"),
        (Typed("char", "A"), "char", "65"),
        (Typed("uuid", "0" * 32), "guid", "0" * 32),
    ],
)
def test_primitives_of_the_serializer(value: Any, name: str, text: str) -> None:
    document = stream(schema_of(HOLDER), HOLDER.cls(a=value))
    assert document == f'<A i:type="a:{name}" xmlns:a="{SERIALIZATION}">{text}</A>'


def test_a_name_as_object() -> None:
    document = xml_writer(schema_of(HOLDER), HOLDER.cls(a=QName("n", "urn:q")))
    assert document == (f'<A xmlns:d2p1="{XS}" i:type="d2p1:QName" xmlns:d2p2="urn:q">d2p2:n</A>')


def test_what_says_no_type() -> None:
    schema = schema_of(HOLDER)
    assert xml_writer(schema, HOLDER.cls(a=Typed("any", None))) == "<A />"
    assert xml_writer(schema, HOLDER.cls(a=Typed("any", "x"))) == "<A>x</A>"
    assert refused(schema, HOLDER.cls(a=Typed("any", 5))) == [("wrong-type", "/*/A")]
    kept = XmlElement(
        QName("A", N),
        ((QName("type", XSI), "{urn:t}Foo"),),
        (XmlElement(QName("x", "urn:t"), (), ("1",)),),
    )
    assert stream(schema, HOLDER.cls(a=kept)) == '<A i:type="a:Foo" xmlns:a="urn:t"><a:x>1</a:x></A>'


def test_the_root_as_object() -> None:
    schema = schema_of()
    assert written(schema, 5, ANY) == (
        f'<z:anyType xmlns:d1p1="{XS}" i:type="d1p1:int" xmlns:i="{XSI}" '
        f'xmlns:z="{SERIALIZATION}">5</z:anyType>'
    )
    assert written(schema, 5, ANY, style="stream") == (
        f'<z:anyType i:type="a:int" xmlns:z="{SERIALIZATION}" xmlns:a="{XS}" xmlns:i="{XSI}">5</z:anyType>'
    )


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ([1], "untyped-value"),
        ({}, "untyped-value"),
        (object(), "wrong-type"),
        (2**63, "out-of-bounds"),
        (Typed("list[str]", ["x"]), "unknown-type"),
        (Typed("int16", 40000), "out-of-bounds"),
        (Typed("int16", "x"), "wrong-type"),
        (Typed("T", 5), "wrong-type"),
        (Typed("datetimeoffset", 5), "wrong-type"),
        (1j, "wrong-type"),
    ],
)
def test_values_without_a_type_of_the_api(value: Any, code: str) -> None:
    assert (code, "/*/A") in refused(schema_of(HOLDER), HOLDER.cls(a=value))


class Colour(IntEnum):
    """An enum."""

    RED = 0


COLOUR = EnumType(name="Colour", cls=Colour, base="int", root=QName("Colour", N), xml_values=(("Red", 0),))
BASE = object_type("B", member("X", INT), namespace="urn:b")
DERIVED = object_type("D", *BASE.members, member("Y", INT), base="B", namespace="urn:d")


def test_a_derived_class_where_its_base_is_declared() -> None:
    holder = object_type("T", member("M", Ref("B")), known=(Ref("D"),))
    value = holder.cls(m=DERIVED.cls(x=1, y=2))
    schema = schema_of(holder, BASE, DERIVED)
    assert xml_writer(schema, value) == (
        '<M xmlns:d2p1="urn:b" xmlns:d2p2="urn:d" i:type="d2p2:D"><X>1</X><Y>2</Y></M>'
    )
    assert stream(schema, value) == ('<M i:type="b:D" xmlns:a="urn:b" xmlns:b="urn:d"><X>1</X><Y>2</Y></M>')
    assert refused(schema, holder.cls(m=holder.cls())) == [("wrong-type", "/*/M")]


def _with_known(where: str) -> Any:
    known = (Ref("D"),)
    base = object_type("B", *BASE.members, cls=BASE.cls, known=known if where == "declared type" else ())
    derived = object_type(
        "D", *DERIVED.members, cls=DERIVED.cls, base="B", known=known if where == "itself" else ()
    )
    level = object_type("L", known=known if where == "base level" else ())
    items = ListType(Ref("B"), item_name=QName("B", N), known=known if where == "collection" else ())
    holder = object_type("T", member("M", items), base="L", known=known if where == "holder" else ())
    other = object_type("O", known=known)
    holder_known = (Ref("O"),) if where == "through another" else holder.known
    holder = object_type("T", *holder.members, cls=holder.cls, base="L", known=holder_known)
    schema = schema_of(holder, level, base, derived, other, known=known if where == "api" else ())
    return schema, holder.cls(m=[DERIVED.cls(x=1, y=2)])


@pytest.mark.parametrize(
    "where", ["declared type", "itself", "base level", "collection", "holder", "through another", "api"]
)
def test_where_types_are_made_known(where: str) -> None:
    schema, value = _with_known(where)
    assert xml_writer(schema, value) == '<M><B i:type="D"><X>1</X><Y>2</Y></B></M>'


def test_unknown_types() -> None:
    schema, value = _with_known("nowhere")
    assert refused(schema, value) == [("unknown-type", "/*/M/*[1]")]
    items = ListType(Nullable(ANY), root=QName("L", N), item_name=QName("It", N))
    assert refused(schema_of(COLOUR), [Colour.RED], items) == [("unknown-type", "/*/*[1]")]
    moment = Typed("datetimeoffset", datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC))
    assert refused(schema_of(), [moment], items) == [("unknown-type", "/*/*[1]")]


def test_known_types_are_forgotten_behind_the_value() -> None:
    inner = object_type("U", member("X", INT), known=(Ref("Colour"),))
    holder = object_type("T", member("A", Ref("U")), member("B", Nullable(ANY)))
    value = holder.cls(a=inner.cls(x=1), b=Colour.RED)
    assert refused(schema_of(holder, inner, COLOUR), value) == [("unknown-type", "/*/B")]


def test_known_collections() -> None:
    entries = dict_type(Scalar(kind="str"), Nullable(ANY), "KeyValueOfstringanyType")
    schema = schema_of(HOLDER, known=(STRINGS, entries))
    assert stream(schema, HOLDER.cls(a=Typed("list[str]", ["x"]))) == (
        f'<A i:type="a:ArrayOfstring" xmlns:a="{ARRAYS}"><a:string>x</a:string></A>'
    )
    value = Typed("dict[str,any]", {"k": Typed("list[ str | None ]", [])})
    assert '<a:Value i:type="a:ArrayOfstring"/>' in stream(schema, HOLDER.cls(a=value))
    assert refused(schema, HOLDER.cls(a=Typed("list[str]", 5))) == [("wrong-type", "/*/A")]


def test_the_contract_of_the_root_and_of_its_items_is_known() -> None:
    document = written(schema_of(documents=(ANYS,)), [1, Typed("list[any]", [2])], ANYS)
    assert '<anyType i:type="ArrayOfanyType"><anyType' in document
    nested = ListType(
        ListType(Ref("T"), item_name=QName("T", N), root=QName("Ts", N)),
        item_name=QName("Ts", N),
        root=QName("Tss", N),
    )
    value = HOLDER.cls(a=HOLDER.cls(a=None))
    assert 'i:type="T"' in written(schema_of(HOLDER), [[value]], nested)


def test_a_moment_with_an_offset_as_object() -> None:
    moment = Typed("datetimeoffset", datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC))
    schema = schema_of(HOLDER, known=(Scalar(kind="datetimeoffset"),))
    assert stream(schema, HOLDER.cls(a=moment)).startswith(
        f'<A i:type="a:DateTimeOffset" xmlns:a="{SYSTEM}">'
    )


def test_members_that_say_their_type_in_any_case() -> None:
    holder = object_type("T", member("A", INT), member("B", STR), typed=("a", "b"))
    assert stream(schema_of(holder), holder.cls(a=1, b=None)) == (
        f'<A i:type="a:int" xmlns:a="{XS}">1</A><B i:nil="true"/>'
    )


def test_any_without_data_contracts_is_text() -> None:
    schema = Schema("plain", named(HOLDER))
    assert xml_writer(schema, HOLDER.cls(a="x")) == "<A>x</A>"
