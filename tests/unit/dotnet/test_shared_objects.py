"""Enumerations, collections, references and quotas as .NET reads them."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.dotnet.peer import read, refused, schema_of, value_of
from tests.unit.dotnet.typed_objects import ABC, COLOUR, FLAGS, INTS, KEYED, Colour, holding
from tests.unit.runtime.xml.shapes import ANY, ANYS, INT, STR, STRINGS, N, member, object_type
from wiresmith.description import (
    EnumType,
    ListType,
    Nullable,
    QName,
    Ref,
    Scalar,
)
from wiresmith.runtime.limits import Limits
from wiresmith.values.typed import Typed

# --- texts and numbers ---


def test_members_that_are_texts_are_null_or_shared() -> None:
    texts = object_type("T", *(member(name, STR) for name in "ABC"))
    value = value_of("<A z:Id='1'>x</A><B z:Ref='1'/><C i:nil='1'/>", texts)
    assert (value.a, value.b, value.c) == ("x", "x", None)
    assert refused("<A z:Id='1'>x</A><B z:Id='1'>y</B>", texts).code == "duplicate-id"
    assert refused("<A z:Ref='1'/>", texts).code == "unknown-reference"


def test_items_that_are_texts_are_null_or_shared() -> None:
    items = "<a:string i:nil='1'/><a:string z:Id='1'>x</a:string><a:string z:Ref='1'/>"
    assert value_of(f"<A>{items}</A>", holding(STRINGS)).a == [None, "x", "x"]


def test_items_that_are_numbers_are_not_null() -> None:
    assert value_of("<A><a:int>1</a:int></A>", holding(INTS)).a == [1]
    assert refused("<A><a:int i:nil='1'/></A>", holding(INTS)).code == "wrong-nil"
    assert refused("<A><a:int z:Ref='1'/></A>", holding(INTS)).code == "wrong-value"


# --- enumerations ---


@pytest.mark.parametrize("text", ["Red", "<![CDATA[Red]]>", "R<!---->ed"])
def test_names_of_values(text: str) -> None:
    assert value_of(f"<A>{text}</A>", holding(Ref("Colour")), COLOUR).a is Colour.RED


@pytest.mark.parametrize("text", ["red", " Red", "0", "", "Red,Blue", "GREEN"])
def test_what_names_no_value(text: str) -> None:
    finding = refused(f"<A>{text}</A>", holding(Ref("Colour")), COLOUR)
    assert finding.code == "unknown-enum-value"
    assert '"rot & so"' in finding.expected


@pytest.mark.parametrize(("text", "value"), [("", 0), ("A", 1), (" B  A ", 5), ("A A", 1), ("B", 4)])
def test_flags(text: str, value: int) -> None:
    assert value_of(f"<A>{text}</A>", holding(Ref("Flags")), FLAGS).a == value


@pytest.mark.parametrize("text", ["A,B", "A\nB", "1", "a"])
def test_what_names_no_flag(text: str) -> None:
    assert refused(f"<A>{text}</A>", holding(Ref("Flags")), FLAGS).code == "unknown-enum-value"


def test_an_enumeration_of_texts() -> None:
    import enum

    texts = enum.Enum("texts", {"ONE": "one", "TWO": "two"})
    declared = EnumType(name="Texts", cls=texts, root=QName("Texts", N))
    assert value_of("<A>two</A>", holding(Ref("Texts")), declared).a is texts["TWO"]
    assert value_of("", holding(Ref("Texts")), declared).a is texts["ONE"]


# --- collections ---


def test_lists_skip_other_elements() -> None:
    assert value_of("<A><a:int>1</a:int><x/><int>2</int><a:int>3</a:int></A>", holding(INTS)).a == [1, 3]
    assert value_of("<A z:Size='9'/>", holding(INTS)).a == []
    assert refused("<A><a:int>1</a:int>text</A>", holding(INTS)).code == "stray-text"
    assert refused("<A><a:int i:nil='1'/></A>", holding(INTS)).code == "wrong-nil"
    assert refused("<A z:Size='-1'/>", holding(INTS)).code == "wrong-value"
    assert value_of("<A><a:string/><a:string i:nil='1'/></A>", holding(STRINGS)).a == ["", None]


def test_sizes_count_where_references_are_preserved() -> None:
    declared = holding(INTS)
    schema = schema_of(declared, preserve_references=True)
    items = "<a:int>1</a:int><x/><a:int>2</a:int><y/>"
    assert value_of(f"<A z:Size='2'>{items}</A>", declared, schema=schema).a == [1, 2]
    assert refused(f"<A z:Size='1'>{items}</A>", declared, schema=schema).code == "wrong-value"
    assert refused(f"<A z:Size='3'>{items}</A>", declared, schema=schema).code == "unexpected-element"


def entries(*parts: str) -> str:
    return "<A>" + "".join(f"<a:Entry>{part}</a:Entry>" for part in parts) + "</A>"


def test_dictionaries() -> None:
    declared = holding(KEYED)
    one, null = "<a:Value i:type='x:int'>1</a:Value>", "<a:Value i:nil='1'/>"
    assert value_of(entries(f"<a:Key>k</a:Key><q/>{one}<a:Key>x</a:Key>"), declared).a == {"k": 1}
    assert value_of(entries(f"<a:Key/>{null}"), declared).a == {"": None}
    assert value_of("<A><x/></A>", declared).a == {}
    assert refused(entries(f"{one}<a:Key>k</a:Key>"), declared).expected == "element Key"
    assert refused(entries("<a:Key>k</a:Key>"), declared).expected == "element Value"
    assert refused(entries(""), declared).expected == "element Key"
    assert refused("<A><a:Entry i:nil='1'/></A>", declared).code == "missing-member"
    assert refused(entries(f"text<a:Key>k</a:Key>{one}"), declared).code == "stray-text"
    assert refused(entries(f"<a:Key i:nil='1'/>{one}"), declared).code == "null-key"
    twice = refused(entries(f"<a:Key>k</a:Key>{one}", f"<a:Key>k</a:Key>{null}"), declared)
    assert twice.code == "duplicate-key"


def keys(kind: str, *texts: str, pairs: bool = False) -> Any:
    from dataclasses import replace

    type_ = replace(KEYED, key=Scalar(kind=kind), value=Nullable(ANY), pairs=pairs)
    return read(entries(*(f"{text}<a:Value i:nil='1'/>" for text in texts)), holding(type_))


def test_keys_that_are_equal_in_net() -> None:
    def key(text: str, more: str = "") -> str:
        return f"<a:Key {more}>{text}</a:Key>"

    assert keys("datetime", key("2020-01-01"), key("2020-01-01T00:00:00Z"))[1].code == "duplicate-key"
    assert keys("float64", key("NaN"), key("NaN"))[1].code == "duplicate-key"
    assert keys("float64", key("0"), key("1"))[1] is None
    assert keys("timedelta", key("PT60S"), key("PT1M"))[1].code == "duplicate-key"
    number = key("1", "i:type='x:int'")
    assert keys("any", number, key("1", "i:type='x:long'"), pairs=True)[0].a == [
        (1, None),
        (Typed("int64", 1), None),
    ]
    assert keys("any", number, number, pairs=True)[1].code == "duplicate-key"
    assert len(keys("bytes", key("AQ=="), key("AQ=="), pairs=True)[0].a) == 2


# --- references ---

NODE = object_type("Node", member("Next", Nullable(Ref("Node"))), member("V", INT), reference=True)
PAIR = object_type("T", member("A", Nullable(Ref("Node"))), member("B", Nullable(Ref("Node"))))


def test_references() -> None:
    got = value_of("<A z:Id='foo bar'><V>1</V></A><B z:Ref='foo bar'>skipped</B>", PAIR, NODE)
    assert got.a is got.b
    cycle = value_of("<A z:Id='1'><Next z:Ref='1'/><V>2</V></A>", PAIR, NODE).a
    assert cycle.next is cycle
    assert cycle.v == 2


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("<A z:Ref='i1'/><B z:Id='i1'/>", "unknown-reference"),
        ("<A z:Id='1' i:nil='1'/><B z:Ref='1'/>", "unknown-reference"),
        ("<A z:Id='1'/><B z:Id='1'/>", "duplicate-id"),
        ("<A z:Id=''/>", "wrong-id"),
        ("<A z:Ref=''/>", "wrong-id"),
    ],
)
def test_references_that_are_none(content: str, code: str) -> None:
    assert refused(content, PAIR, NODE).code == code


def test_references_to_strings_lists_and_other_types() -> None:
    declared = holding(STRINGS)
    assert value_of("<A><a:string z:Id='1'>x</a:string><a:string z:Ref='1'/></A>", declared).a == ["x", "x"]
    lists = ListType(Nullable(INTS), root=QName("L", N), item_name=QName("I", N))
    got = value_of("<A><I z:Id='1'><a:int>1</a:int></I><I z:Ref='1'/></A>", holding(lists)).a
    assert got[0] is got[1]
    mixed = "<A><a:anyType z:Id='1' i:type='x:string'>q</a:anyType><a:anyType z:Ref='1'/></A>"
    assert value_of(mixed, holding(ANYS)).a == ["q", "q"]
    two = object_type("T", member("A", STR), member("B", Nullable(Ref("Node"))))
    assert refused("<A z:Id='1'>x</A><B z:Ref='1'/>", two, NODE).code == "wrong-type"


# --- quotas ---


def test_items_in_the_object_graph() -> None:
    content = "<A><a:int>1</a:int><a:int>2</a:int><a:int>3</a:int></A>"
    assert value_of(content, holding(INTS), max_items=5).a == [1, 2, 3]
    assert refused(content, holding(INTS), max_items=4).code == "too-many-items"
    assert refused("", holding(INTS), max_items=0).code == "too-many-items"


def nested(levels: int) -> str:
    return "<Next>" * levels + "</Next>" * levels


def test_depth() -> None:
    chain = object_type("T", member("Next", Nullable(Ref("T"))))
    deep = value_of(nested(3000), chain)
    for _ in range(3000):
        deep = deep.next
    assert deep.next is None
    assert value_of(nested(255), chain, max_depth=256) is not None
    assert refused(nested(256), chain, max_depth=256).code == "too-deep"
    assert refused("<Q>" * 300 + "</Q>" * 300, chain, max_depth=256).code == "too-deep"
    assert refused(nested(5000), chain).code == "too-deep"
    assert refused(nested(20), chain, limits=Limits(depth=20)).code == "too-deep"


def test_limits() -> None:
    assert refused("", ABC, limits=Limits(bytes=10)).code == "too-large"
    assert refused("<Q/><Q/><Q/>", ABC, limits=Limits(items=3)).code == "too-many-items"
    long = "x" * 2000
    for content in (f"<B>{long}</B>", f"<A f='{long}'/>", f"<{long}/>"):
        for parser in ("stream", "xmlreader"):
            assert refused(content, ABC, limits=Limits(text=1000), parser=parser).code == "text-too-long"
