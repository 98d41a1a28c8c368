"""Deep and hostile values, the number of items, and refusals that name everything."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.runtime.xml.shapes import ANY, INT, STR, STRINGS, N, dict_type, member, object_type, schema_of
from tests.unit.runtime.xml.written import refused, stream, written
from wiresmith.description import ListType, Nullable, QName, Ref, Scalar
from wiresmith.runtime.codec_errors import EncodeError
from wiresmith.runtime.writer_options import WriterOptions
from wiresmith.runtime.xml.writing.sink import WriterError
from wiresmith.runtime.xml.writing.stream_writer import StreamSink
from wiresmith.runtime.xml.writing.xml_writer import XmlWriterSink

NODE = object_type("T", member("Next", Nullable(Ref("T"))))


@pytest.mark.parametrize("style", ["xmlwriter", "stream"])
@pytest.mark.slow
def test_depth_costs_no_recursion(style: Any) -> None:
    value = None
    for _ in range(20_000):
        value = NODE.cls(next=value)
    assert written(schema_of(NODE), value, style=style).count("<Next") == 20_000


def test_a_wrong_value_that_holds_itself() -> None:
    loop: list[Any] = []
    loop.append(loop)
    holder = object_type("T", member("A", INT), member("B", STRINGS), member("C", Nullable(ANY)))
    found = refused(schema_of(holder), holder.cls(a=loop, b=loop, c=loop))
    assert found == [("wrong-type", "/*/A"), ("wrong-type", "/*/B/*[1]"), ("untyped-value", "/*/C")]


def test_a_value_whose_repr_fails() -> None:
    class Broken(str):
        __slots__ = ()

        def __repr__(self) -> str:
            raise ValueError

    holder = object_type("T", member("A", Scalar(kind="uuid")))
    assert refused(schema_of(holder), holder.cls(a=Broken("x"))) == [("cannot-write", "/*/A")]


def test_everything_that_is_wrong_is_named() -> None:
    bounded = Scalar(kind="str", max_length=1)
    items = ListType(INT, item_name=QName("i", N), min_length=2)
    holder = object_type(
        "T", member("A", INT), member("B", bounded), member("C", items), member("D", STR), member("E", STR)
    )
    value = object.__new__(holder.cls)
    value.a, value.b, value.c, value.d, value._undeclared = "x", "yy", [2**31], "\ud800", None
    assert refused(schema_of(holder), value) == [
        ("wrong-type", "/*/A"),
        ("out-of-bounds", "/*/B"),
        ("out-of-bounds", "/*/C"),
        ("out-of-bounds", "/*/C/*[1]"),
        ("surrogate", "/*/D"),
        ("missing-member", "/*/E"),
    ]


def test_findings_are_limited() -> None:
    assert len(refused(schema_of(documents=()), [1] * 5000, STRINGS)) == 1000


def test_a_type_without_a_root() -> None:
    assert refused(schema_of(), [], ListType(INT)) == [("no-xml-form", "/*")]


# --- MaxItemsInObjectGraph ---

PAIRS = dict_type(Scalar(kind="str"), INT, "E")
COUNTED = object_type("T", member("A", STRINGS), member("B", PAIRS))
ITEMS = 1 + 2 + 2 + 1 + 2
"""The root, its members, two items, an entry and its two members."""


def counted() -> Any:
    """A value of that many items."""
    return COUNTED.cls(a=["x", "y"], b={"k": 1})


def test_as_many_items_as_allowed() -> None:
    assert "<T" in written(schema_of(COUNTED), counted(), max_items=ITEMS)


@pytest.mark.parametrize(("most", "path"), [(ITEMS - 1, "/*/B"), (4, "/*/A"), (2, "/*"), (0, "/*")])
def test_more_items_than_allowed(most: int, path: str) -> None:
    with pytest.raises(EncodeError) as caught:
        written(schema_of(COUNTED), counted(), max_items=most)
    (finding,) = caught.value.findings
    assert (finding.code, finding.path) == ("too-many-items", path)
    assert finding.message == (
        f"Maximum number of items that can be serialized or deserialized in an object graph is '{most}'."
    )


def test_levels_count_by_themselves() -> None:
    base = object_type("B", member("X", INT))
    derived = object_type("T", *base.members, member("Y", INT), member("Z", INT), base="B")
    value = derived.cls(x=1, y=2, z=3)
    assert stream(schema_of(derived, base), value) == "<X>1</X><Y>2</Y><Z>3</Z>"
    assert refused(schema_of(derived, base), value, max_items=3) == [("too-many-items", "/*")]


@pytest.mark.parametrize("most", [-1, True, 1.5, "1"])
def test_the_option_is_a_number(most: Any) -> None:
    with pytest.raises(ValueError, match="max_items"):
        WriterOptions(max_items=most)


# --- what .NET's writers refuse ---


@pytest.mark.parametrize("sink", [XmlWriterSink(), StreamSink()])
def test_one_prefix_for_two_namespaces(sink: Any) -> None:
    sink.start("a", "urn:a", "p")
    with pytest.raises(WriterError, match="'urn:a' and 'urn:b'"):
        sink.declare_prefix("p", "urn:b")


@pytest.mark.parametrize("sink", [XmlWriterSink(), StreamSink()])
def test_namespaces_of_xml_itself(sink: Any) -> None:
    sink.start("a", "urn:a")
    with pytest.raises(WriterError, match="belongs to XML"):
        sink.declare_prefix("p", "http://www.w3.org/2000/xmlns/")


@pytest.mark.parametrize("sink", [XmlWriterSink(), StreamSink()])
def test_a_prefix_without_a_namespace(sink: Any) -> None:
    with pytest.raises(WriterError, match="needs a namespace"):
        sink.start("a", "", "p")


def test_a_contract_that_the_writer_refuses() -> None:
    """A derived class without a namespace: its type cannot be said where the default namespace is another
    one.
    """
    base = object_type("B", member("X", INT))
    derived = object_type("D", *base.members, base="B", namespace="")
    holder = object_type("T", member("M", Ref("B")), known=(Ref("D"),))
    schema = schema_of(holder, base, derived)
    assert refused(schema, holder.cls(m=derived.cls(x=1))) == [("cannot-write", "/*/M")]
