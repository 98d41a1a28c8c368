"""What a description does not know: kept when read, put back when written."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from tests.unit.runtime.xml_orders import NULLS, complete, order, read_with_findings
from wiresmith.runtime.absent import ABSENT
from wiresmith.runtime.limits import Limits
from wiresmith.runtime.schema import Member, ObjectType, QName, Ref, Scalar, Schema
from wiresmith.runtime.undeclared import Undeclared, XmlElement, dropping
from wiresmith.runtime.xml.namespaces import XS, XSI
from wiresmith.runtime.xml.read import read_xml
from wiresmith.runtime.xml.text import escape
from wiresmith.runtime.xml.undeclared import Scope, insert, render, top_elements

DATA = Path(__file__).parents[2] / "data" / "xml_forms" / "extension_data.json"
CASES = {case["name"]: case for case in json.loads(DATA.read_text(encoding="utf-8"))}
DEMO = "http://schemas.datacontract.org/2004/07/Demo.R23"
SCOPE = Scope((("i", XSI), ("", "urn:n")))


@dataclass(slots=True, kw_only=True)
class T:
    """The class of the cases."""

    b: Any = None
    d: Any = None
    _undeclared: Undeclared | None = field(default=None, repr=False)


SCHEMA = Schema(
    "demo",
    (
        ObjectType(
            name="T",
            cls=T,
            root=QName("T", DEMO),
            xml_order=("b", "d"),
            members=(
                Member(
                    wire="B",
                    attribute="b",
                    type=Scalar(kind="int32"),
                    optional=True,
                    xml_name=QName("B", DEMO),
                ),
                Member(
                    wire="D", attribute="d", type=Scalar(kind="str"), optional=True, xml_name=QName("D", DEMO)
                ),
            ),
        ),
    ),
)


def read_case(document: str) -> T:
    value, findings = read_xml(document.encode(), SCHEMA, Ref("T"), Limits())
    assert {finding.severity for finding in findings} <= {"warning"}
    assert isinstance(value, T)
    return value


def write_case(value: T) -> str:
    content = "" if value.b is ABSENT else f"<B>{value.b}</B>"
    content += "" if value.d is ABSENT else f"<D>{escape(value.d)}</D>"
    if value._undeclared is not None:
        scope = Scope((("i", XSI), ("", DEMO)))
        content = insert(content, value._undeclared, [("b", "B"), ("d", "D")], scope)
    return f'<T xmlns:i="{XSI}" xmlns="{DEMO}">{content}</T>'


# .NET drops leading white space of unknown text, and takes a late known element for an unknown one.
LIKE_DOTNET = sorted(set(CASES) - {"unknown-whitespace", "out-of-order-known"})


@pytest.mark.parametrize("name", LIKE_DOTNET)
def test_what_is_written_back_is_what_dotnet_writes(name: str) -> None:
    value = read_case(CASES[name]["document"])
    ours = write_case(value)
    assert read_case(ours) == value
    assert read_case(CASES[name]["rewritten"]) == value


def test_white_space_of_unknown_text_is_kept() -> None:
    assert "<C>  sp  </C>" in write_case(read_case(CASES["unknown-whitespace"]["document"]))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("unknown-foreign-ns", '<B>2</B><C xmlns="urn:q"><x>1</x></C><D>d</D>'),
        ("unknown-nil", '<B>2</B><C i:nil="true" /><D>d</D>'),
        ("unknown-typed", f'<B>2</B><C xmlns:d2p1="{XS}" i:type="d2p1:int">5</C><D>d</D>'),
        (
            "unknown-itype-unknown",
            '<B>2</B><C xmlns:d2p1="urn:p" i:type="d2p1:Foo"><d2p1:x>1</d2p1:x></C><D>d</D>',
        ),
        ("unknown-attr", '<B>2</B><C foo="1">x</C><D>d</D>'),
        ("unknown-twice", "<B>2</B><C>1</C><C>2</C><D>d</D>"),
        ("unknown-deep-ns", '<B>2</B><C><x xmlns="urn:1"><y xmlns="urn:2">t</y></x></C><D>d</D>'),
    ],
)
def test_the_xmlwriter_form_of_unknown_elements(name: str, expected: str) -> None:
    assert f">{expected}</T>" in write_case(read_case(CASES[name]["document"]))


def test_reading_keeps_places_attributes_and_mixed_content() -> None:
    document = order(
        f"<x/><Id>1</Id><q:y xmlns:q='urn:q' q:a='1' b='2'>s<z/>t</q:y><Name/>{NULLS}<w i:type='a:int'> </w>"
    )
    value, findings = read_with_findings(document)
    assert {finding.code for finding in findings} == {"unknown-member"}
    namespace = "http://schemas.example.org/Orders"
    arrays = "http://schemas.microsoft.com/2003/10/Serialization/Arrays"
    assert value._undeclared.unknown_xml == (
        (0, XmlElement(QName("x", namespace))),
        (
            1,
            XmlElement(
                QName("y", "urn:q"),
                ((QName("a", "urn:q"), "1"), (QName("b"), "2")),
                ("s", XmlElement(QName("z", namespace)), "t"),
            ),
        ),
        (6, XmlElement(QName("w", namespace), ((QName("type", XSI), f"{{{arrays}}}int"),), (" ",))),
    )


def test_white_space_between_unknown_elements_is_not_content() -> None:
    plain, _ = read_with_findings(complete(extra="<x><y>1</y><z/></x>"))
    spaced, _ = read_with_findings(complete(extra="<x>\n  <y>1</y> <!-- c -->\t<z/>\r\n</x>"))
    assert plain == spaced


def test_an_i_type_whose_prefix_is_not_declared_cannot_be_kept() -> None:
    value, findings = read_with_findings(complete(extra="<x i:type='q:T'/>"))
    assert value is None
    assert [f.code for f in findings] == ["unknown-member", "unknown-prefix"]


@pytest.mark.parametrize(
    ("element", "text"),
    [
        (XmlElement(QName("a", "urn:n")), "<a />"),
        (XmlElement(QName("a", "urn:n"), (), ("",)), "<a></a>"),
        (XmlElement(QName("a", "urn:n"), (), ("x<", XmlElement(QName("b", "urn:n")))), "<a>x&lt;<b /></a>"),
        (XmlElement(QName("a")), '<a xmlns="" />'),
        (
            XmlElement(QName("a"), (), (XmlElement(QName("b", "urn:n")),)),
            '<a xmlns=""><b xmlns="urn:n" /></a>',
        ),
        (XmlElement(QName("a", XSI)), "<i:a />"),
        (
            XmlElement(QName("a", "urn:n"), ((QName("b", "urn:n"), '"'),)),
            '<a d2p1:b="&quot;" xmlns:d2p1="urn:n" />',
        ),
        (
            XmlElement(QName("a", "urn:o"), ((QName("b", "urn:p"), "1"), (QName("c", "urn:p"), "2"))),
            '<a d2p1:b="1" d2p1:c="2" xmlns:d2p1="urn:p" xmlns="urn:o" />',
        ),
        (
            XmlElement(QName("a", "urn:n"), ((QName("lang", "http://www.w3.org/XML/1998/namespace"), "en"),)),
            '<a xml:lang="en" />',
        ),
        (XmlElement(QName("a", "urn:n"), ((QName("type", XSI), "{urn:n}T"),)), '<a i:type="T" />'),
        (XmlElement(QName("a"), ((QName("type", XSI), "T"),)), '<a i:type="T" xmlns="" />'),
    ],
)
def test_render(element: XmlElement, text: str) -> None:
    assert render(element, SCOPE) == text


def test_generated_prefixes_are_named_after_the_depth() -> None:
    inner = XmlElement(QName("b", "urn:n"), ((QName("type", XSI), "{urn:x}T"),))
    assert (
        render(XmlElement(QName("a", "urn:n"), (), (inner,)), SCOPE)
        == '<a><b xmlns:d3p1="urn:x" i:type="d3p1:T" /></a>'
    )


def test_render_refuses_what_xml_cannot_say() -> None:
    with pytest.raises(ValueError, match="surrogate"):
        render(XmlElement(QName("a", "urn:n"), (), ("\ud800",)), SCOPE)
    with pytest.raises(ValueError, match="i:type T has no namespace"):
        render(XmlElement(QName("a", "urn:n"), ((QName("type", XSI), "T"),)), SCOPE)


def test_a_shadowed_prefix_is_not_used() -> None:
    scope = Scope((("p", "urn:1"), ("p", "urn:2"), ("", "urn:3")))
    assert render(XmlElement(QName("a", "urn:1")), scope) == '<a xmlns="urn:1" />'
    assert render(XmlElement(QName("a", "urn:2")), scope) == "<p:a />"
    typed = XmlElement(QName("a", "urn:3"), ((QName("type", XSI), "{urn:2}T"),))
    assert render(typed, scope.binding("i", XSI)) == '<a i:type="p:T" />'


CHILDREN = '<A>1</A><p:B i:nil="true" /><C><D /></C>'
MEMBERS = [("a", "A"), ("b", "B"), ("x", "X"), ("c", "C")]


def test_insert_puts_unknown_elements_at_their_places() -> None:
    places = (0, 1, 1, 3, 99)
    unknown = tuple((place, XmlElement(QName(f"u{index}", "urn:n"))) for index, place in enumerate(places))
    assert (
        insert(CHILDREN, Undeclared(unknown_xml=unknown), MEMBERS, SCOPE)
        == '<u0 /><A>1</A><u1 /><u2 /><p:B i:nil="true" /><C><D /></C><u3 /><u4 />'
    )


def test_insert_takes_out_absent_members_that_still_are_null() -> None:
    absent = Undeclared(
        absent=frozenset({"a", "b", "x"}), unknown_xml=((1, XmlElement(QName("u", "urn:n"))),)
    )
    assert insert(CHILDREN, absent, MEMBERS, SCOPE) == "<A>1</A><u /><C><D /></C>"


def test_insert_refuses_members_from_json_unless_they_are_dropped() -> None:
    undeclared = Undeclared(unknown_json=((0, "n", 1),))
    with pytest.raises(ValueError, match="read from JSON"):
        insert(CHILDREN, undeclared, MEMBERS, SCOPE)
    token = dropping.set(True)
    try:
        assert insert(CHILDREN, undeclared, MEMBERS, SCOPE) == CHILDREN
    finally:
        dropping.reset(token)


def test_top_elements() -> None:
    assert top_elements(CHILDREN) == [
        ("A", False, "<A>1</A>"),
        ("B", True, '<p:B i:nil="true" />'),
        ("C", False, "<C><D /></C>"),
    ]
    nested = '<A><B i:nil="true" /></A>'
    assert top_elements(nested) == [("A", False, nested)]
    assert top_elements("") == []


def test_two_members_of_one_name_are_told_apart_by_their_order() -> None:
    children = '<A i:nil="true" /><B>1</B><A i:nil="true" />'
    members = [("a_of_base", "A"), ("b", "B"), ("a", "A")]
    assert (
        insert(children, Undeclared(absent=frozenset({"a"})), members, SCOPE) == '<A i:nil="true" /><B>1</B>'
    )
