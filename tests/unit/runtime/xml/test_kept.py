"""Unknown elements: kept with everything that they hold."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.runtime.xml.shapes import INT, STR, N, document, member, object_type, read, reading, schema_of
from wiresmith.description import QName
from wiresmith.runtime.limits import Limits
from wiresmith.runtime.xml.source import with_marks
from wiresmith.runtime.xml.tree import parse_tree
from wiresmith.values.namespaces import XSI
from wiresmith.values.xml_elements import XmlElement

SCHEMA = schema_of(object_type("T", member("B", INT), member("D", STR)))


def kept(content: str) -> tuple[tuple[int, XmlElement], ...]:
    """The unknown elements of an object with these elements, which must not be errors."""
    value, findings = reading(SCHEMA, document(content))
    assert {finding.severity for finding in findings} <= {"warning"}
    found: tuple[tuple[int, XmlElement], ...] = value._undeclared.unknown_xml
    return found


def element(name: str, *content: Any, **attributes: str) -> XmlElement:
    said = tuple(
        (QName(local, XSI if local in ("nil", "type") else ""), value) for local, value in attributes.items()
    )
    return XmlElement(QName(name, N), said, content)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("<C/>", element("C")),
        ("<C></C>", element("C", "")),
        ("<C ></C >", element("C", "")),
        ("<C\n/>", element("C")),
        ("<C> </C>", element("C", " ")),
        ("<C>&#1;</C>", element("C", "\1")),
        ("<C><![CDATA[<x></x>]]></C>", element("C", "<x></x>")),
        ("<C><x/><y></y></C>", element("C", element("x"), element("y", ""))),
        ("<C a='>'></C>", element("C", "", a=">")),
        ("<C a='></C>'/>".replace("<", "&lt;").replace("&lt;C a", "<C a"), element("C", a="></C>")),
        ('<C a="\'"></C>', element("C", "", a="'")),
        ("<C i:nil='true'/>", element("C", nil="true")),
        ("<C i:nil='true'></C>", element("C", "", nil="true")),
        ("<C i:type='x:int'>5</C>", element("C", "5", type="{http://www.w3.org/2001/XMLSchema}int")),
        ("<C foo='1'>x</C>", element("C", "x", foo="1")),
        ("<C>x<y/>z</C>", element("C", "x", element("y"), "z")),
        ("<C>\n  <x>1</x>\n</C>", element("C", element("x", "1"))),
        ("<C><!-- c --></C>", element("C", "")),
        ("<C>></C>", element("C", ">")),
        ("<C>x<y></y></C>", element("C", "x", element("y", ""))),
    ],
)
def test_what_is_kept(content: str, expected: XmlElement) -> None:
    assert kept(f"<B>2</B>{content}<D/>") == ((1, expected),)


def test_places_are_those_among_the_members() -> None:
    found = kept("<A/><B>2</B><C/><C/><D></D><E></E><E/>")
    assert [(place, each.name.local, each.content) for place, each in found] == [
        (0, "A", ()), (1, "C", ()), (1, "C", ()), (2, "E", ("",)), (2, "E", ()),
    ]  # fmt: skip


def test_alike_elements_in_other_places() -> None:
    found = kept("<C/><B>2</B><C/><D/><C></C><C/>")
    assert [(place, each.content) for place, each in found] == [(0, ()), (1, ()), (2, ("",)), (2, ())]


def test_empty_texts_of_members_are_texts() -> None:
    value = read(SCHEMA, document("<B>2</B><D></D>"))
    assert value.d == ""
    value = read(SCHEMA, document("<B>2</B><D><![CDATA[<x></x>]]></D>"))
    assert value.d == "<x></x>"


@pytest.mark.parametrize(
    ("text", "empty"),
    [
        ("<a></a>", ["a"]), ("<a\n></a>", ["a"]), ("<a><b></b><c/></a>", ["b"]), ("<a b='>'></a>", ["a"]),
        ("<a><b/></a>", []),
        ("<!-- <a></a> --><a></a>", ["a"]), ("<a><!-- c --></a>", ["a"]), ("<a><![CDATA[]]></a>", ["a"]),
        ("<a>></a>", []),
        ("<a><![CDATA[<b></b>]]></a>", []), ("<a/>", []), ("<a>b</a>", []), ("<a b='/'/>", []),
    ],
)  # fmt: skip
def test_an_empty_element_with_two_tags_is_marked(text: str, empty: list[str]) -> None:
    tree, findings = parse_tree(text.encode(), Limits(), mark_empty=True)
    assert findings == []
    assert tree is not None
    leaves = [each for each in tree.root.iter() if not len(each)]
    assert [each.tag for each in leaves if each.text and each.text == tree.mark] == empty
    assert with_marks(text.encode())[0].decode().replace(tree.mark, "") == text


def test_too_many_marks_would_need_too_much_memory() -> None:
    assert with_marks(b"<a></a>" * 1_000_000)[1]
    assert with_marks(b"<a></a>" * 1_000_001) == (b"<a></a>" * 1_000_001, "")


def test_a_document_that_holds_the_mark() -> None:
    mark = with_marks(b"<a></a>")[1]
    value, _ = reading(SCHEMA, document(f"<B>2</B><C></C><D>{mark}</D><E>{mark}</E>"))
    assert value.d == mark
    assert [each.content for _, each in value._undeclared.unknown_xml] == [("",), (mark,)]


def test_a_reference_to_the_mark_is_its_character() -> None:
    mark = with_marks(b"<a></a>")[1]
    value, _ = reading(
        SCHEMA, document(f"<B>2</B><C></C><D>&#{ord(mark)};&#x{ord(mark):x};</D><E>&#{ord(mark)};</E>")
    )
    assert value.d == mark * 2
    assert [each.content for _, each in value._undeclared.unknown_xml] == [("",), (mark,)]
