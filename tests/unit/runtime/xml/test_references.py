"""Objects that stand once in a document and are referred to."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.runtime.xml.shapes import (
    ANY,
    ANYS,
    INT,
    STR,
    STRINGS,
    N,
    codes,
    dict_type,
    document,
    member,
    object_type,
    read,
    reading,
    schema_of,
)
from wiresmith.description import ListType, Nullable, QName, Ref, Scalar
from wiresmith.values.typed import Typed

NODE = object_type("Node", member("Next", Nullable(Ref("Node"))), member("V", INT), reference=True)
OTHER = object_type("Other", member("V", INT), reference=True)
DERIVED = object_type("Derived", member("Next", Nullable(Ref("Node"))), member("V", INT), base="Node")
T = object_type(
    "T", member("A", Nullable(Ref("Node"))), member("B", Nullable(ANY)), member("C", Nullable(Ref("Node"))),
    known=(Ref("Derived"), Ref("Other"))
)  # fmt: skip
SCHEMA = schema_of(T, NODE, OTHER, DERIVED)
NIL = ' i:nil="true"/>'


def test_a_reference_is_the_very_object() -> None:
    value = read(SCHEMA, document(f'<A z:Id="i1"><Next{NIL}<V>1</V></A><B z:Ref="i1"/><C z:Ref="i1" />'))
    assert value.a is value.b is value.c


def test_cycles() -> None:
    inner = '<Next z:Id="2"><Next z:Ref="one"/><V>2</V></Next>'
    value = read(SCHEMA, document(f'<A z:Id="one">{inner}<V>1</V></A><B z:Ref="2"/><C z:Ref="2"/>'))
    assert value.a.next.next is value.a
    assert value.b is value.c is value.a.next


@pytest.mark.parametrize("identity", ["i1", "foo bar", " ", "é<", "x" * 5000])
def test_identities_are_any_text(identity: str) -> None:
    said = identity.replace("<", "&lt;")
    value = read(SCHEMA, document(f'<A z:Id="{said}"><Next{NIL}<V>1</V></A><B z:Ref="{said}"/><C{NIL}'))
    assert value.a is value.b


def test_an_object_of_a_known_type_may_be_referred_to_as_its_base() -> None:
    derived = f'<B z:Id="i1" i:type="Derived"><Next{NIL}<V>1</V></B>'
    value = read(SCHEMA, document(f'<A{NIL}{derived}<C z:Ref="i1"/>'))
    assert type(value.c) is DERIVED.cls
    assert value.b is value.c


@pytest.mark.parametrize(
    ("content", "code", "path"),
    [
        ('<A z:Ref="i1"/>', "unknown-reference", "/T/A"),
        (f'<A z:Ref="i1"/><B{NIL}<C z:Id="i1"><Next{NIL}<V>1</V></C>', "unknown-reference", "/T/A"),
        (f'<A z:Id="i"><Next{NIL}<V>1</V></A><C z:Id="i"><Next{NIL}<V>1</V></C>', "duplicate-id", "/T/C"),
        (f'<A z:Id=""><Next{NIL}<V>1</V></A>', "wrong-id", "/T/A"),
        ('<A z:Ref=""/>', "unknown-reference", "/T/A"),
        (f'<A z:Id="i"><Next{NIL}<V>1</V></A><C z:Ref="i"><V>2</V></C>', "reference-with-content", "/T/C"),
        (f'<A z:Id="i"><Next{NIL}<V>1</V></A><C z:Ref="i">x</C>', "reference-with-content", "/T/C"),
        (f'<A z:Id="i"><Next{NIL}<V z:Ref="i"/></A>', "wrong-type", "/T/A/V"),
        (f'<A{NIL}<B z:Id="i" i:type="Other"><V>1</V></B><C z:Ref="i"/>', "wrong-type", "/T/C"),
        (f'<A{NIL}<B z:Id="i" i:type="x:string">1</B><C z:Ref="i"/>', "wrong-type", "/T/C"),
        ('<A z:Id="i"><Next z:Ref="j"/><V>1</V></A>', "unknown-reference", "/T/A/Next"),
    ],
)
def test_references_that_mean_nothing(content: str, code: str, path: str) -> None:
    value, findings = reading(SCHEMA, document(content))
    assert value is None
    assert [entry for entry in codes(findings) if entry[0] == "error"] == [("error", code, path)]


def test_a_value_type_has_an_identity_as_the_root_and_where_any_type_may_stand() -> None:
    value_type = object_type("T", member("A", Nullable(ANY)), value_type=True, known=(Ref("S"),))
    schema = schema_of(
        value_type, object_type("S", member("V", INT), value_type=True), preserve_references=True
    )
    value = read(schema, document('<A z:Id="2" i:type="S"><V>1</V></A>', attributes=' z:Id="1"'), Ref("T"))
    assert value.a.v == 1


def test_a_value_type_has_no_identity() -> None:
    content = f'<A z:Id="i"><Next{NIL}<V z:Id="j">1</V></A><B{NIL}<C{NIL}'
    value, findings = reading(SCHEMA, document(content))
    assert value.a.v == 1
    assert codes(findings) == [("warning", "wrong-id", "/T/A/V")]


def test_identities_that_will_not_be_written_again_are_said() -> None:
    plain = object_type("Plain", member("V", INT))
    schema = schema_of(object_type("T", member("A", Ref("Plain")), member("B", Ref("Plain"))), plain)
    value, findings = reading(schema, document('<A z:Id="i1"><V>1</V></A><B z:Ref="i1"/>'))
    assert value.a is value.b
    assert codes(findings) == [("warning", "reference", "/T/B")]
    assert read(schema, document('<A z:Id="i1"><V>1</V></A><B><V>1</V></B>')).b == value.a


def test_references_inside_unknown_elements_are_kept_and_said() -> None:
    content = f'<A{NIL}<x z:Id="i1"><y z:Ref="i1"/></x><B{NIL}<C{NIL}'
    value, findings = reading(SCHEMA, document(content))
    assert [code for _, code, _ in codes(findings)] == ["unknown-member", "reference", "reference"]
    ((_, kept),) = value._undeclared.unknown_xml
    assert [value for _, value in kept.attributes] == ["i1"]


LISTS = ListType(STR, root=QName("Names", N), item_name=QName("n", N), reference=True, name="Names")
ENTRIES = dict_type(Scalar(kind="str"), INT, "E", reference=True)


def test_collections() -> None:
    t = object_type("T", member("A", LISTS), member("B", LISTS), member("C", ENTRIES), member("D", ENTRIES),
    member("E", ANY),
                    known=(LISTS,))  # fmt: skip
    value = read(
        schema_of(t),
        document('<A z:Id="i1"><n>1</n></A><B z:Ref="i1"/><C z:Id="i2"/><D z:Ref="i2"/><E z:Ref="i1"/>'),
    )
    assert value.a is value.b
    assert value.c is value.d
    assert value.e == Typed("Names", ["1"])
    assert value.e.value is value.a


def test_a_list_that_holds_itself() -> None:
    anys = ListType(ANY, root=QName("Anys", N), item_name=QName("v", N), reference=True, name="Anys")
    schema = schema_of(object_type("T", member("A", ANY), known=(anys,)))
    value = read(schema, document('<A z:Id="i1" i:type="Anys"><v z:Ref="i1"/><v z:Ref="i1"/></A>'))
    assert value.a.value[0] is value.a.value[1] is value.a


def test_objects_without_a_type_have_an_identity_too() -> None:
    schema = schema_of(object_type("T", member("A", ANY), member("B", ANY)), preserve_references=True)
    value = read(schema, document('<A z:Id="1"/><B z:Ref="1"/>'))
    assert value.a == Typed("any", None)
    assert value.a is value.b


PRESERVING = schema_of(
    object_type("T", member("A", STR), member("B", STR), member("C", Nullable(STRINGS)),
    member("D", Nullable(STRINGS)), member("E", Nullable(ANYS)),
                known=(STRINGS,)),
    preserve_references=True,
)  # fmt: skip


def test_documents_that_preserve_references() -> None:
    content = (
        '<A z:Id="2">a</A><B z:Ref="2" i:nil="true"/>'
        '<C z:Id="3" z:Size="2"><a:string z:Id="4">b</a:string><a:string z:Ref="2" i:nil="true"/></C>'
        '<D z:Ref="3" i:nil="true"/><E z:Id="5" z:Size="4"><a:anyType i:type="x:int" z:Id="6">1</a:anyType>'
        '<a:anyType z:Ref="6" i:nil="true"/><a:anyType z:Ref="3" i:nil="true"/><a:anyType z:Ref="2" '
        'i:nil="true"/></E>'
    )
    value = read(PRESERVING, document(content, attributes=' z:Id="1"'))
    assert (value.a, value.b, value.c) == ("a", "a", ["b", "a"])
    assert value.a is value.b
    assert value.c is value.d is value.e[2].value
    assert value.e == [1, 1, Typed("list[str]", ["b", "a"]), "a"]


@pytest.mark.parametrize("size", ["3", "-1", "", "x", "99999999999999999999"])
def test_a_wrong_size_is_said(size: str) -> None:
    content = f'<A{NIL}<B{NIL}<C z:Size="{size}"><a:string>b</a:string></C><D{NIL}<E{NIL}'
    value, findings = reading(PRESERVING, document(content))
    assert value.c == ["b"]
    assert codes(findings) == [("warning", "wrong-size", "/T/C")]
    value, findings = reading(PRESERVING, document("", attributes=' z:Size="1"'))
    assert ("warning", "wrong-size", "/T") in codes(findings)


def test_many_references_to_one_object_cost_nothing() -> None:
    pairs = object_type("P", member("L", Nullable(Ref("P"))), member("R", Nullable(Ref("P"))), reference=True)
    content, depth = f"<L{NIL}<R{NIL}", 60
    for n in range(depth):
        content = f'<L z:Id="{n}">{content}</L><R z:Ref="{n}"/>'
    value: Any = read(schema_of(pairs), document(content, "P"))
    for _ in range(depth):
        assert value.l is value.r
        value = value.l
    assert value.l is None
