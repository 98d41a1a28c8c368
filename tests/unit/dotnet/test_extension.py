"""Unknown elements of objects that keep them."""

from __future__ import annotations

from enum import IntEnum
from typing import Any

import pytest

from tests.unit.dotnet.peer import read, refused, value_of
from tests.unit.runtime.xml.shapes import INT, STR, N, member, object_type
from wiresmith.description import EnumType, ListType, QName, Ref
from wiresmith.values.namespaces import ARRAYS, NIL, TYPE, XS
from wiresmith.values.qnames import split_tag
from wiresmith.values.xml_elements import XmlElement


class Colour(IntEnum):
    RED = 0


COLOUR = EnumType(name="Colour", cls=Colour, base="int", root=QName("Colour", N), xml_values=(("Red", 0),))
INTS = ListType(INT, root=QName("ArrayOfint", ARRAYS), item_name=QName("int", ARRAYS))
KNOWN = object_type("Known", member("X", INT))
T = object_type(
    "T", member("B", INT), member("D", STR), extensible=True, known=(Ref("Known"), Ref("Colour"), INTS)
)


def kept(content: str) -> tuple[tuple[int, XmlElement], ...]:
    undeclared = value_of(content, T, KNOWN, COLOUR)._undeclared
    return () if undeclared is None else undeclared.unknown_xml


def one(content: str) -> XmlElement:
    ((_, element),) = kept(content)
    return element


def named(local: str, *content: Any, namespace: str = N) -> XmlElement:
    return XmlElement(QName(local, namespace), (), content)


def typed(local: str, name: QName, *content: str) -> XmlElement:
    return XmlElement(QName(local, N), ((split_tag(TYPE), str(name)),), content)


def test_positions_count_members() -> None:
    found = kept("<A/><B>1</B><C/><D>d</D><E/>")
    assert [(position, element.name.local) for position, element in found] == [(0, "A"), (1, "C"), (2, "E")]
    assert kept("<B>1</B><D>d</D>") == ()
    # A member out of order is an unknown element, behind the members that there were places for.
    assert kept("<D>d</D><B>2</B>") == ((2, named("B", "2")),)


def test_objects_that_do_not_keep_them() -> None:
    plain = object_type("T", member("B", INT))
    assert value_of("<A/><B>1</B>", plain)._undeclared is None


@pytest.mark.parametrize(
    ("content", "element"),
    [
        ("<Z/>", named("Z")),
        ("<Z>  sp  </Z>", named("Z", "sp  ")),
        ("<Z>a<!-- c -->b<![CDATA[c]]></Z>", named("Z", "abc")),
        ("<Z> <q>1</q> <r><s> 2</s></r></Z>", named("Z", named("q", "1"), named("r", named("s", "2")))),
        ("<Z xmlns='u'><q/></Z>", named("Z", named("q", namespace="u"), namespace="u")),
        ("<Z xmlns='u'><q/>t</Z>", named("Z", named("q", namespace="u"), "t", namespace="u")),
        ("<Z i:nil='1'>lost</Z>", XmlElement(QName("Z", N), ((split_tag(NIL), "true"),))),
        ("<Z f='1'>x<q/>y</Z>", XmlElement(QName("Z", N), ((QName("f"), "1"),), ("x", named("q"), "y"))),
        ("<Z i:type='x:int'> 05 </Z>", typed("Z", QName("int", XS), "5")),
        ("<Z i:type='x:decimal'>1.50</Z>", typed("Z", QName("decimal", XS), "1.50")),
        ("<Z i:type='x:string'> a </Z>", typed("Z", QName("string", XS), "a ")),
        ("<Z i:type='x:anyType'/>", typed("Z", QName("anyType", XS))),
        ("<Z i:type='x:QName'>x:n</Z>", typed("Z", QName("QName", XS), "x:n")),
        ("<Z i:type='Colour'>Red</Z>", typed("Z", QName("Colour", N), "Red")),
        ("<Z i:type='p:Foo' xmlns:p='urn:p'>x</Z>", typed("Z", QName("Foo", "urn:p"), "x")),
        ("<Z i:type='q:Foo'>x</Z>", typed("Z", QName("Foo"), "x")),
        ("<Z z:Id='1'>x</Z>", named("Z", "x")),
    ],
)
def test_what_is_kept(content: str, element: XmlElement) -> None:
    assert one(content) == element


def test_a_character_is_a_number() -> None:
    assert one("<Z i:type='z:char'>065</Z>").content == ("65",)


def test_values_of_known_classes_and_lists() -> None:
    assert one("<Z i:type='Known'><X>1</X><Y/></Z>").content == (named("X", "1"), named("Y"))
    ints = one("<Z i:type='a:ArrayOfint'><a:int>1</a:int><other/><a:int>2</a:int></Z>").content
    assert [part.name.local for part in ints if isinstance(part, XmlElement)] == ["int", "int"]
    assert len(one("<Z z:Size='2'><q/><q/></Z>").content) == 2


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("<Z>x<y/>z</Z>", "unexpected-element"),
        ("<Z><y xmlns='http://schemas.datacontract.org/2004/07/x'/>z</Z>", "stray-text"),
        ("<Z><![CDATA[x]]></Z>", "stray-text"),
        ("<Z i:type='Known'>x</Z>", "stray-text"),
        ("<Z i:type='x:int'>y</Z>", "wrong-value"),
        ("<Z i:type='x:anyType'>y</Z>", "stray-text"),
        ("<Z i:type='Colour'>Blue</Z>", "unknown-enum-value"),
        ("<Z z:Ref='9'/>", "unknown-reference"),
        ("<Z z:Id='1'/><Y z:Id='1'/>", "duplicate-id"),
        ("<Z z:Size='3'><q/></Z>", "wrong-value"),
        ("<Z z:Id='1'><q/></Z><Y z:Ref='1'/>", "unknown-reference"),
    ],
)
def test_what_is_refused(content: str, code: str) -> None:
    assert refused(content, T, KNOWN, COLOUR).code == code


def test_references_to_unknown_elements() -> None:
    found = kept("<Y z:Id='1'>x</Y><Z><q z:Ref='1'/></Z>")
    assert found[1][1] == named("Z", named("q", "x"))


def test_unknown_elements_count_as_items() -> None:
    assert read("<Z/>", T, KNOWN, COLOUR, max_items=3)[1] is not None
    assert read("<Z/>", T, KNOWN, COLOUR, max_items=4)[1] is None


def test_they_may_nest_deep() -> None:
    element = one("<Z>" * 3000 + "</Z>" * 3000)
    for _ in range(2999):
        (inner,) = element.content
        assert isinstance(inner, XmlElement)
        element = inner
    assert element.content == ()
