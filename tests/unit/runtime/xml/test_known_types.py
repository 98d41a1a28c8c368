"""What ``i:type`` may say, and where."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from tests.unit.runtime.xml.shapes import (
    ANY,
    ANYS,
    INT,
    STR,
    STRINGS,
    N,
    class_of,
    codes,
    dict_type,
    document,
    member,
    object_type,
    read,
    reading,
    schema_of,
)
from wiresmith.description import ListType, Nullable, ObjectType, QName, Ref, Scalar, Schema, Type
from wiresmith.values.namespaces import ARRAYS, XSI
from wiresmith.values.typed import Typed
from wiresmith.values.xml_elements import XmlElement

BASE_CLASS = class_of("Base", "x")
BASE = object_type("Base", member("X", INT), cls=BASE_CLASS, known=(Ref("Derived"),))
DERIVED = object_type("Derived", member("X", INT), member("Y", STR), base="Base")
OTHER = object_type("Other", member("Z", INT))
BASES = ListType(
    Nullable(Ref("Base")), root=QName("ArrayOfBase", N), item_name=QName("Base", N), known=(Ref("Other"),)
)


def holding(type_: Type, *known: Type, base: ObjectType = BASE, everywhere: tuple[Type, ...] = ()) -> Schema:
    """A class T with a member V, and what it makes known."""
    return schema_of(
        object_type("T", member("V", type_), known=known), base, DERIVED, OTHER, known=everywhere
    )


UNKNOWING = object_type("Base", member("X", INT), cls=BASE_CLASS)


def test_the_declared_type_may_be_said() -> None:
    value = read(holding(Ref("Base")), document('<V i:type="Base"><X>1</X></V>'))
    assert value.v == BASE.cls(x=1)
    assert read(holding(STRINGS), document('<V i:type="a:ArrayOfstring"/>')).v == []
    assert read(holding(INT), document('<V i:type="x:int">1</V>')).v == 1


def test_a_declared_scalar_may_be_called_by_its_other_names() -> None:
    """.NET reads some that it never writes."""
    key = "0a1b2c3d-0000-4000-8000-000000000001"
    assert read(holding(Scalar("uuid")), document(f'<V i:type="w:guid">{key}</V>')).v == key
    assert read(holding(Scalar("char")), document('<V i:type="w:char">65</V>')).v == "A"
    assert read(holding(Scalar("str")), document('<V i:type="x:token">a</V>')).v == "a"
    assert read(holding(Scalar("timedelta")), document('<V i:type="x:duration">P1D</V>')).v == timedelta(1)


@pytest.mark.parametrize(
    "schema",
    [
        holding(Ref("Base")),
        holding(Ref("Base"), Ref("Derived"), base=UNKNOWING),
        holding(Ref("Base"), Nullable(Ref("Derived")), base=UNKNOWING),
        holding(Ref("Base"), base=UNKNOWING, everywhere=(Ref("Derived"),)),
        holding(Ref("Base"), ListType(STR, known=(Ref("Derived"),), contract=QName("L")), base=UNKNOWING),
    ],
    ids=[
        "declared type",
        "enclosing type",
        "as nullable",
        "whole API",
        "through a type that is known",
    ],
)
def test_a_known_type_that_extends_the_declared_one(schema: Schema) -> None:
    value = read(schema, document('<V i:type="Derived"><X>1</X><Y>y</Y></V>'))
    assert value.v == DERIVED.cls(x=1, y="y")


def test_known_types_reach_through_everything_that_is_open() -> None:
    lists = ListType(
        ANYS, root=QName("ArrayOfArrayOfanyType", ARRAYS), item_name=QName("ArrayOfanyType", ARRAYS)
    )
    schema = holding(lists, Ref("Derived"), base=UNKNOWING)
    inner = '<a:ArrayOfanyType><a:anyType i:type="Derived"><X>1</X><Y/></a:anyType></a:ArrayOfanyType>'
    assert read(schema, document(f"<V>{inner}</V>")).v == [[DERIVED.cls(x=1, y="")]]


def test_what_a_list_makes_known_is_known_inside_it_only() -> None:
    schema = schema_of(object_type("T", member("L", BASES), member("V", Nullable(ANY))), BASE, DERIVED, OTHER)
    item = '<Base i:type="Other"><Z>1</Z></Base>'
    assert codes(reading(schema, document(f"<L>{item}</L><V i:nil='true'/>"))[1]) == [
        ("error", "wrong-type", "/T/L/Base[1]")
    ]
    outside, findings = reading(schema, document('<L/><V i:type="Other"><Z>1</Z></V>'))
    assert isinstance(outside.v, XmlElement)
    assert codes(findings) == [("warning", "unknown-type", "/T/V")]


def test_base_levels_make_types_known_too() -> None:
    base = object_type("B", member("V", ANY), known=(Ref("Other"),))
    schema = schema_of(object_type("T", member("V", ANY), base="B"), base, OTHER)
    assert read(schema, document('<V i:type="Other"><Z>1</Z></V>')).v == OTHER.cls(z=1)


def test_the_type_of_the_document_and_of_its_items_are_known() -> None:
    schema = schema_of(object_type("T", member("V", Nullable(ANY))))
    value = read(schema, document('<V i:type="T"><V i:nil="true"/></V>'))
    assert value.v.v is None
    lists = ListType(
        ListType(Ref("T"), root=QName("ArrayOfT", N), item_name=QName("T", N)),
        QName("L", N),
        QName("ArrayOfT", N),
    )
    value = read(
        schema, document('<ArrayOfT><T><V i:type="T"><V i:type="ArrayOfT"/></V></T></ArrayOfT>', "L"), lists
    )
    assert value[0][0].v.v == Typed("list[T]", [])


def test_a_type_that_is_declared_nearer_hides_another_of_its_name() -> None:
    one = object_type("One", member("A", INT), contract=QName("Same", N))
    two = object_type("Two", member("A", INT), contract=QName("Same", N))
    inner = object_type("Inner", member("V", ANY), known=(Ref("Two"),))
    outer = object_type("T", member("V", ANY), member("I", Ref("Inner")), known=(Ref("One"),))
    same = '<V i:type="Same"><A>1</A></V>'
    value = read(schema_of(outer, inner, one, two), document(f"{same}<I>{same}</I>"))
    assert (value.v, value.i.v) == (one.cls(a=1), two.cls(a=1))


@pytest.mark.parametrize(
    ("declared", "said", "message", "expected"),
    [
        (Ref("Base"), "Nope", ".NET refuses: no knowledge of any type Nope in namespace",
        "or a known type that extends it"),
        (Ref("Base"), "Other", ".NET refuses: no knowledge of any type Other in namespace",
        "Base in namespace"),
        (Ref("Base"), "x:int", "i:type says int in namespace", "Base in namespace"),
        (Ref("Derived"), "Base", "i:type says Base in namespace", "Derived in namespace"),
        (Ref("Base"), "T", "i:type says T in namespace", "Base in namespace"),
        (INT, "x:string", "i:type says string", "int in namespace"),
        (INT, "Base", "i:type says Base", "int in namespace"),
        (STRINGS, "a:ArrayOfint", ".NET refuses: no knowledge of any type ArrayOfint",
        "ArrayOfstring in namespace"),
        (STRINGS, "Base", "i:type says Base", "ArrayOfstring in namespace"),
        (dict_type(STR, INT, "E"), "a:ArrayOfstring", ".NET refuses: no knowledge of any",
        "ArrayOfE in namespace"),
        (Ref("Base"), "nope:x", 'i:type="nope:x"', "a prefix that is declared"),
        (Ref("Base"), ":", 'i:type=":"', "a prefix that is declared"),
        (Ref("Base"), "i:i:Base", 'i:type="i:i:Base"', "a prefix that is declared"),
    ],
)  # fmt: skip
def test_forged_types(declared: Type, said: str, message: str, expected: str) -> None:
    schema = holding(declared, Ref("Base"), base=UNKNOWING)
    value, (finding,) = reading(schema, document(f'<V i:type="{said}"><X>1</X></V>'))
    assert value is None
    assert (finding.severity, finding.path) == ("error", "/T/V")
    assert message in finding.message
    assert expected in finding.expected


def test_an_i_type_that_says_nothing_is_ignored() -> None:
    value, findings = reading(holding(Ref("Base")), document('<V i:type=""><X>1</X></V>'))
    assert value.v == BASE.cls(x=1)
    assert codes(findings) == [("warning", "empty-type", "/T/V")]
    assert codes(reading(holding(Ref("Base")), document('<V i:type=" "><X>1</X></V>'))[1]) == [
        ("error", "wrong-type", "/T/V")
    ]


def test_a_prefix_means_what_it_is_declared_as_where_it_stands() -> None:
    schema = holding(Ref("Base"))
    other = f'<V xmlns="urn:other" xmlns:q="{N}" i:type="q:Derived"><q:X>1</q:X><q:Y/></V>'
    assert codes(reading(schema, document(other))[1]) == [
        ("warning", "wrong-namespace", "/T/V"),
        ("error", "missing-member", "/T"),
    ]
    redeclared = f'<q:V xmlns:q="{N}" xmlns="urn:other" i:type="q:Derived"><q:X>1</q:X><q:Y/></q:V>'
    assert read(schema, document(redeclared)).v == DERIVED.cls(x=1, y="")
    default = f'<q:V xmlns:q="{N}" xmlns="urn:other" i:type="Derived"><q:X>1</q:X></q:V>'
    assert codes(reading(schema, document(default))[1]) == [("error", "wrong-type", "/T/V")]
    swapped = f'<V xmlns:x="{XSI}" xmlns:i="urn:i" x:type="Derived"><X>1</X><Y/></V>'
    assert read(schema, document(swapped)).v == DERIVED.cls(x=1, y="")


def test_recursive_known_types_end() -> None:
    one = object_type("One", member("V", Nullable(ANY)), known=(Ref("Two"),), base="Two")
    two = object_type("Two", member("V", Nullable(ANY)), known=(Ref("One"), Ref("Two")), base="One")
    schema = schema_of(object_type("T", member("V", Ref("One"))), one, two)
    value = read(schema, document('<V i:type="Two"><V i:type="One"><V i:nil="true"/></V></V>'))
    assert value.v == two.cls(v=one.cls(v=None))


@pytest.mark.parametrize(
    ("content", "root", "expected"),
    [
        ("<X>1</X><Y/>", ' i:type="Derived"', DERIVED.cls(x=1, y="")),
        ("<X>1</X>", ' i:type="Base"', BASE.cls(x=1)),
        ("<X>1</X>", "", BASE.cls(x=1)),
    ],
)
def test_the_root_may_say_its_type(content: str, root: str, expected: Any) -> None:
    schema = schema_of(BASE, DERIVED, OTHER)
    assert read(schema, document(content, "Base", root)) == expected


@pytest.mark.parametrize("name", ["Other", "Nope", "x:int"])
def test_the_root_may_not_say_any_type(name: str) -> None:
    schema = schema_of(BASE, DERIVED, OTHER)
    value, findings = reading(schema, document("<X>1</X>", "Base", f' i:type="{name}"'))
    assert value is None
    assert codes(findings) == [("error", "wrong-type", "/Base")]


def test_a_null_root() -> None:
    schema = schema_of(BASE)
    nil = document("", "Base", ' i:nil="true"')
    assert read(schema, nil, Nullable(Ref("Base"))) is None
    assert codes(reading(schema, nil)[1]) == [("error", "null", "/Base")]
    assert read(schema, document("", "z:anyType", ' i:nil="true"'), ANY) is None


@pytest.mark.parametrize(
    ("root", "message"),
    [
        ("base", '<base> in namespace "urn:n"'),
        ("a:Base", f'<Base> in namespace "{ARRAYS}"'),
        ("Derived", '<Derived> in namespace "urn:n"'),
    ],
)
def test_a_wrong_root_says_what_was_expected(root: str, message: str) -> None:
    value, (finding,) = reading(schema_of(BASE, DERIVED), document("<X>1</X>", root))
    assert value is None
    assert str(finding).endswith(f'the root element is {message}; expected <Base> in namespace "urn:n"')


def test_documents_of_any_type() -> None:
    schema = schema_of(OTHER, known=(Ref("Other"),))
    assert read(schema, document("5", "z:anyType", ' i:type="x:int"'), ANY) == 5
    assert read(schema, document("<Z>1</Z>", "z:anyType", ' i:type="Other"'), ANY) == OTHER.cls(z=1)
    assert read(schema, document("", "z:anyType"), ANY) == Typed("any", None)
    assert read(schema, document("x:int", "z:QName"), Scalar(kind="qname")) == QName(
        "int", "http://www.w3.org/2001/XMLSchema"
    )
