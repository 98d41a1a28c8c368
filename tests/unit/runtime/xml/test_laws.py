"""Reading undoes writing, in each of the three forms, and writing undoes reading."""

from __future__ import annotations

import datetime
from decimal import Decimal
from enum import Enum, IntEnum
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.runtime.xml.shapes import (
    ANY,
    INT,
    STR,
    N,
    dict_type,
    member,
    object_type,
    reading,
    schema_of,
)
from wiresmith.description import EnumType, ListType, Nullable, QName, Ref, Scalar, Schema, Type
from wiresmith.runtime.undeclared import Undeclared
from wiresmith.runtime.writer_options import WriterOptions
from wiresmith.runtime.xml.indent import indent
from wiresmith.runtime.xml.writing.exact_document import write_document
from wiresmith.values.datetimes import DateTime, parse_datetime
from wiresmith.values.durations import parse_duration
from wiresmith.values.namespaces import ARRAYS, SYSTEM
from wiresmith.values.typed import Typed
from wiresmith.values.xml_elements import XmlElement

FORMS = (WriterOptions(), WriterOptions(style="stream"))


class Colour(IntEnum):
    RED = 0
    BLUE = 4


class Flag(IntEnum):
    NONE = 0
    A = 1
    B = 2
    AB = 3


class Mode(Enum):
    SLOW = "slow"


ENUMS = (
    EnumType(name="Colour", cls=Colour, base="int", root=QName("Colour", N),
    xml_values=(("Red", 0), ("blue <", 4))),
    EnumType(name="Flag", cls=Flag, base="int", flags=True, root=QName("Flag", "urn:f"),
    xml_values=(("None", 0), ("A", 1), ("B", 2), ("AB", 3))),
    EnumType(name="Mode", cls=Mode, closed=True, root=QName("Mode", N), xml_values=(("Slow", "slow"),)),
)  # fmt: skip
STRINGS = ListType(STR, root=QName("ArrayOfstring", ARRAYS), item_name=QName("string", ARRAYS))
NULLABLES = ListType(
    Nullable(INT), root=QName("ArrayOfNullableOfint", SYSTEM), item_name=QName("int", SYSTEM)
)
ANYS = ListType(Nullable(ANY), root=QName("ArrayOfanyType", ARRAYS), item_name=QName("anyType", ARRAYS))
BY_NAME = dict_type(Scalar(kind="str"), Nullable(ANY), "KeyValueOfstringanyType")
BASE = object_type("Base", member("X", INT), known=(Ref("Derived"),))
DERIVED = object_type("Derived", member("X", INT), member("Y", STR, "urn:d"), base="Base", namespace="urn:d")
T = object_type(
    "T",
    member("A", Nullable(ANY)), member("B", Nullable(Ref("Base"))), member("L", Nullable(NULLABLES)),
    member("S", STR), member("O", Nullable(ANYS)),
    known=(STRINGS, NULLABLES, ANYS, BY_NAME, *(Ref(enum.name) for enum in ENUMS),
    Scalar(kind="datetimeoffset"), Ref("Base")),
)  # fmt: skip
SCHEMA = schema_of(T, BASE, DERIVED, *ENUMS)
PRESERVING = schema_of(T, BASE, DERIVED, *ENUMS, preserve_references=True)


def check(schema: Schema, value: Any, type_: Type | None = None) -> None:
    """What is written comes back, with nothing to say about it, and is written again as it was."""
    type_ = type_ or Ref("T")
    for options in FORMS:
        written = write_document(value, schema, type_, options)
        forms = [written, indent(written, 2, "\n")] if options.style == "xmlwriter" else [written]
        for form in forms:
            found, findings = reading(schema, form, type_)
            assert findings == []
            assert found == value
            assert write_document(found, schema, type_, options) == written


def zoned(moment: datetime.datetime) -> DateTime:
    return parse_datetime(moment.isoformat())


TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\r", exclude_categories=["Cs"]), max_size=8)
MOMENTS = st.datetimes(datetime.datetime(1900, 1, 1), datetime.datetime(2100, 1, 1))
OFFSETS = st.integers(-840, 840).map(lambda minutes: datetime.timezone(datetime.timedelta(minutes=minutes)))
SIMPLE: st.SearchStrategy[Any] = st.one_of(
    TEXTS,
    st.booleans(),
    st.integers(-(2**31), 2**31 - 1),
    st.integers(2**31, 2**63 - 1),
    st.floats(allow_nan=False, width=32),
    st.decimals(-1000, 1000, places=2),
    st.binary(max_size=5),
    MOMENTS.map(zoned),
    st.builds(zoned, MOMENTS.map(lambda moment: moment.replace(tzinfo=datetime.UTC))),
    st.integers(0, 10**9).map(lambda seconds: parse_duration(f"PT{seconds}S")),
    st.dates(),
    # Not without a namespace: .NET's writers cannot say that in an object, or say what no reader understands.
    st.builds(QName, st.sampled_from(["a", "b"]), st.sampled_from(["urn:q", N])),
    st.sampled_from([Colour.RED, Colour.BLUE, Flag.AB, Flag.NONE, Mode.SLOW]),
    st.just(Typed("any", None)),
    st.builds(Typed, st.sampled_from(["int8", "uint8"]), st.integers(0, 127)),
    st.builds(Typed, st.sampled_from(["int16", "uint16", "uint32", "uint64", "int64"]), st.integers(0, 9)),
    st.builds(Typed, st.just("char"), st.characters(codec="utf-16", max_codepoint=0xFFFF)),
    st.builds(Typed, st.just("float32"), st.just(1.5)),
    st.builds(Typed, st.just("uri"), st.just("urn:x")),
    st.builds(Typed, st.just("uuid"), st.uuids().map(str)),
    st.builds(Typed, st.just("datetimeoffset"),
    st.builds(lambda moment, zone: moment.replace(tzinfo=zone, fold=0), MOMENTS, OFFSETS)),
    st.builds(Typed, st.just("list[str]"), st.lists(st.none() | TEXTS, max_size=3)),
    st.builds(Typed, st.just("list[int32 | None]"), st.lists(st.none() | st.integers(0, 9), max_size=3)),
)  # fmt: skip
OBJECTS = st.one_of(
    st.builds(BASE.cls, x=st.integers(0, 9)),
    st.builds(DERIVED.cls, x=st.integers(0, 9), y=st.none() | TEXTS),
)
VALUES: st.SearchStrategy[Any] = st.recursive(
    st.none() | SIMPLE | OBJECTS,
    lambda inner: st.one_of(
        st.builds(Typed, st.just("list[any]"), st.lists(inner, max_size=3)),
        st.builds(Typed, st.just("dict[str, any]"), st.dictionaries(TEXTS, inner, max_size=3)),
    ),
    max_leaves=8,
)
THINGS = st.builds(
    T.cls, a=VALUES, b=st.none() | OBJECTS, l=st.none() | st.lists(st.none() | st.integers(0, 9), max_size=3),
    s=st.none() | TEXTS,
    o=st.none() | st.lists(VALUES, max_size=3),
)  # fmt: skip


@settings(max_examples=80)
@given(THINGS)
def test_every_value_comes_back(value: Any) -> None:
    check(SCHEMA, value)


@settings(max_examples=40)
@given(THINGS)
def test_every_value_comes_back_where_references_are_preserved(value: Any) -> None:
    check(PRESERVING, value)


@settings(max_examples=25)
@given(VALUES)
def test_every_value_comes_back_as_a_document(value: Any) -> None:
    known = T.known
    check(schema_of(BASE, DERIVED, *ENUMS, known=known), value, ANY)


NODE = object_type(
    "Node", member("L", Nullable(Ref("Node"))), member("R", Nullable(ANY)), member("V", INT), reference=True
)
GRAPHS = schema_of(NODE)


def graph(edges: list[tuple[int, int]]) -> Any:
    """A node for each pair, which says where its two edges lead."""
    nodes = [NODE.cls(v=number) for number in range(len(edges))]
    for node, (left, right) in zip(nodes, edges, strict=True):
        node.l = nodes[left % len(nodes)] if left >= 0 else None
        node.r = nodes[right % len(nodes)] if right >= 0 else None
    return nodes[0]


def shape(node: Any) -> list[tuple[int, Any, Any]]:
    """The graph below a node, by the numbers of its nodes."""
    met: dict[int, Any] = {}
    waiting = [node]
    while waiting:
        each = waiting.pop()
        if each is not None and id(each) not in met:
            met[id(each)] = each
            waiting += [each.l, each.r]
    order = sorted(met.values(), key=lambda each: int(each.v))
    assert len({each.v for each in order}) == len(order)
    return [(each.v, each.l and each.l.v, each.r and each.r.v) for each in order]


@given(st.lists(st.tuples(st.integers(-1, 8), st.integers(-1, 8)), min_size=1, max_size=9))
def test_every_graph_comes_back(edges: list[tuple[int, int]]) -> None:
    node = graph(edges)
    for options in FORMS:
        written = write_document(node, GRAPHS, Ref("Node"), options)
        found, findings = reading(GRAPHS, written)
        assert findings == []
        assert shape(found) == shape(node)
        assert write_document(found, GRAPHS, Ref("Node"), options) == written


NAMES = st.builds(QName, st.sampled_from(["u", "V", "x"]), st.sampled_from(["", N, "urn:u", "urn:v"]))
ATTRIBUTES = st.dictionaries(
    st.builds(QName, st.sampled_from(["p", "q"]), st.sampled_from(["", "urn:u"])), TEXTS, max_size=2
)
ELEMENTS: st.SearchStrategy[XmlElement] = st.recursive(
    st.builds(XmlElement, NAMES, ATTRIBUTES.map(lambda said: tuple(said.items())),
    TEXTS.map(lambda text: (text,)) | st.just(())),
    lambda inner: st.builds(
        XmlElement, NAMES, ATTRIBUTES.map(lambda said: tuple(said.items())),
        st.lists(inner, min_size=1, max_size=3).map(tuple)
    ),
    max_leaves=5,
)  # fmt: skip
P = object_type("P", member("X", INT), member("Y", STR), extensible=True)
PLAIN = schema_of(P)


@settings(max_examples=60)
@given(st.lists(st.tuples(st.integers(0, 2), ELEMENTS), min_size=1, max_size=4))
def test_unknown_elements_come_back(unknown: list[tuple[int, XmlElement]]) -> None:
    unknown.sort(key=lambda pair: pair[0])
    kept = Undeclared(unknown_xml=tuple(unknown))
    value = P.cls(x=1, y="y", _undeclared=kept)
    written = write_document(value, PLAIN, Ref("P"), FORMS[0])
    found, findings = reading(PLAIN, written)
    assert {finding.severity for finding in findings} == {"warning"}
    assert found == value
    for options in FORMS:
        again = write_document(found, PLAIN, Ref("P"), options)
        assert write_document(reading(PLAIN, again)[0], PLAIN, Ref("P"), options) == again


@pytest.mark.parametrize(
    "value",
    [
        XmlElement(QName("A", N), (), (XmlElement(QName("foo", N), (), ("1",)),)),
        XmlElement(QName("A", N), ((QName("type", "http://www.w3.org/2001/XMLSchema-instance"),
        "{urn:f}Nope"),), ("1",)),
        Typed("any", "text"),
    ],
)  # fmt: skip
def test_what_is_kept_in_place_of_a_value_comes_back(value: Any) -> None:
    thing = T.cls(a=value)
    for options in FORMS:
        written = write_document(thing, SCHEMA, Ref("T"), options)
        found, findings = reading(SCHEMA, written)
        assert [finding.severity for finding in findings] == ["warning"]
        assert found == thing


@pytest.mark.parametrize("value", [Decimal("1.50"), 2**31, -(2**31) - 1, Typed("int64", 5), "", b"", True])
def test_types_of_numbers_come_back(value: Any) -> None:
    written = write_document(T.cls(a=value), SCHEMA, Ref("T"), FORMS[0])
    found, _ = reading(SCHEMA, written)
    assert (found.a, type(found.a)) == (value, type(value))
