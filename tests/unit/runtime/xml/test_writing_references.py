"""Objects that are written once and referred to: ``reference: true``, and preserveObjectReferences."""

from __future__ import annotations

from typing import Any

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
from tests.unit.runtime.xml.written import refused, stream, written, xml_writer
from wiresmith.description import ListType, Nullable, QName, Ref, Scalar
from wiresmith.values.namespaces import ARRAYS, SERIALIZATION, XS, XSI
from wiresmith.values.typed import Typed

Z = f'xmlns:z="{SERIALIZATION}"'
NODE = object_type("T", member("Next", Nullable(Ref("T"))), member("V", INT), reference=True)


def test_a_cycle_of_references() -> None:
    one, two = NODE.cls(v=1), NODE.cls(v=2)
    one.next, two.next = two, one
    assert written(schema_of(NODE), one) == (
        f'<T xmlns:i="{XSI}" z:Id="i1" {Z} xmlns="{N}"><Next z:Id="i2"><Next z:Ref="i1" '
        "/><V>2</V></Next><V>1</V></T>"
    )
    assert written(schema_of(NODE), one, style="stream") == (
        f'<T z:Id="i1" xmlns="{N}" xmlns:i="{XSI}" {Z}><Next z:Id="i2"><Next '
        'z:Ref="i1"/><V>2</V></Next><V>1</V></T>'
    )


def test_the_identity_stands_before_the_type() -> None:
    derived = object_type("D", *NODE.members, member("W", INT), base="T", reference=True)
    holder = object_type("H", member("A", Ref("T")), member("B", Nullable(ANY)), known=(Ref("D"),))
    value = derived.cls(next=None, v=1, w=2)
    document = written(schema_of(holder, NODE, derived), holder.cls(a=value, b=value), style="stream")
    assert f'<A z:Id="i1" i:type="D" {Z}><Next i:nil="true"/>' in document
    assert f'<B z:Ref="i1" {Z}/>' in document


def test_collections_by_reference() -> None:
    names = ListType(INT, root=QName("L", N), item_name=QName("It", N), reference=True)
    holder = object_type("T", member("A", names), member("B", names), member("C", names, xml_get_only=True))
    same = [1]
    assert xml_writer(schema_of(holder), holder.cls(a=same, b=same, c=same)) == (
        f'<A z:Id="i1" {Z}><It>1</It></A><B z:Ref="i1" {Z} /><C><It>1</It></C>'
    )


def test_a_cycle_without_references() -> None:
    plain = object_type(
        "T",
        member("Next", Nullable(Ref("T"))),
        member("Items", Nullable(ListType(Ref("T"), item_name=QName("T", N)))),
    )
    value = plain.cls()
    value.next = value
    assert refused(schema_of(plain), value) == [("holds-itself", "/*/Next")]
    value.next, value.items = None, [value]
    assert refused(schema_of(plain), value, style="stream") == [("holds-itself", "/*/Items/*[1]")]


def test_the_same_object_twice_is_no_cycle() -> None:
    leaf = object_type("U", member("X", INT))
    holder = object_type("T", member("A", Ref("U")), member("B", Ref("U")))
    same = leaf.cls(x=1)
    assert xml_writer(schema_of(holder, leaf), holder.cls(a=same, b=same)) == "<A><X>1</X></A><B><X>1</X></B>"


def test_all_references_preserved() -> None:
    leaf = object_type("U", member("X", INT))
    holder = object_type(
        "T",
        member("A", Ref("U")),
        member("B", Ref("U")),
        member("C", STRINGS),
        member("D", STR),
        member("E", STR),
    )
    schema = schema_of(holder, leaf, preserve_references=True)
    same = leaf.cls(x=1)
    value = holder.cls(a=same, b=same, c=["x", "y"], d="x", e=None)
    assert written(schema, value, style="stream") == (
        f'<T z:Id="1" xmlns="{N}" xmlns:i="{XSI}" {Z}><A z:Id="2"><X>1</X></A><B z:Ref="2" i:nil="true"/>'
        f'<C z:Id="3" z:Size="2" xmlns:a="{ARRAYS}"><a:string z:Id="4">x</a:string><a:string '
        'z:Id="5">y</a:string></C>'
        '<D z:Ref="4" i:nil="true"/><E i:nil="true"/></T>'
    )


def test_preserved_values() -> None:
    struct = object_type("S", member("X", INT), value_type=True)
    entries = dict_type(Scalar(kind="str"), INT, "E")
    holder = object_type(
        "T",
        member("A", Ref("S")),
        member("B", Nullable(ANY)),
        member("C", Nullable(ANY)),
        member("D", entries),
        member("F", entries, xml_get_only=True),
    )
    schema = schema_of(holder, struct, preserve_references=True)
    boxed = Typed("int16", 5)
    value = holder.cls(a=struct.cls(x=1), b=boxed, c=boxed, d={}, f={"k": 1})
    document = written(schema, value, style="stream")
    assert "<A><X>1</X></A>" in document
    assert f'<B z:Id="2" i:type="a:short" xmlns:a="{XS}">5</B><C z:Ref="2" i:nil="true"/>' in document
    assert f'<D z:Id="3" z:Size="0" xmlns:a="{ARRAYS}"/>' in document
    assert f'<F z:Size="1" xmlns:a="{ARRAYS}"><a:E><a:Key z:Id="4">k</a:Key>' in document


def test_equal_numbers_are_objects_of_their_own() -> None:
    holder = object_type("T", member("A", Nullable(ANY)), member("B", Nullable(ANY)))
    document = written(schema_of(holder, preserve_references=True), holder.cls(a=5, b=5), style="stream")
    assert 'z:Id="2"' in document
    assert 'z:Id="3"' in document


def test_a_struct_that_holds_itself_is_refused_even_if_references_are_preserved() -> None:
    struct = object_type("T", member("A", ListType(Ref("T"), item_name=QName("T", N))), value_type=True)
    value: Any = struct.cls(a=[])
    value.a.append(value)
    assert refused(schema_of(struct, preserve_references=True), value) == [("holds-itself", "/*/A/*[1]")]
    assert stream(schema_of(struct), struct.cls(a=[])) == "<A/>"
