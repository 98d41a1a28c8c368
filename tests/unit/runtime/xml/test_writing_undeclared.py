"""Elements that a description does not know, written back by the exact writer."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.unit.runtime.xml.shapes import INT, STR, N, member, object_type, schema_of
from tests.unit.runtime.xml.written import refused, stream, written, xml_writer
from wiresmith.description import QName, Ref
from wiresmith.runtime.limits import Limits
from wiresmith.runtime.undeclared import Undeclared
from wiresmith.runtime.xml.reading.careful_reader import read_xml
from wiresmith.values.namespaces import SERIALIZATION, XS, XSI
from wiresmith.values.xml_elements import XmlElement

DATA = Path(__file__).parents[3] / "data" / "xml_forms" / "extension_data.json"
CASES = {case["name"]: case for case in json.loads(DATA.read_text(encoding="utf-8"))}
DEMO = "http://schemas.datacontract.org/2004/07/Demo.R23"
# .NET drops leading white space of unknown text, and takes a late known element for an unknown one.
LIKE_DOTNET = sorted(set(CASES) - {"unknown-whitespace", "out-of-order-known"})


@pytest.mark.parametrize("name", LIKE_DOTNET)
def test_the_stream_form_is_dotnets(name: str) -> None:
    holder = object_type(
        "T",
        member("B", INT, namespace=DEMO, optional=True),
        member("D", STR, namespace=DEMO, optional=True),
        namespace=DEMO,
        extensible=True,
    )
    schema = schema_of(holder)
    value, _ = read_xml(CASES[name]["document"].encode(), schema, Ref("T"), Limits())
    assert written(schema, value, style="stream") == CASES[name]["rewritten"]


HOLDER = object_type("T", member("A", INT), member("B", STR))


def holding(*unknown: tuple[int, XmlElement], absent: frozenset[str] = frozenset()) -> object:
    """An object with unknown elements."""
    value = HOLDER.cls(a=1, b=None)
    value._undeclared = Undeclared(unknown_xml=unknown, absent=absent)
    return value


def element(
    local: str, *content: str | XmlElement, attributes: tuple[tuple[QName, str], ...] = ()
) -> XmlElement:
    """An element of the class's namespace."""
    return XmlElement(QName(local, N), attributes, content)


def test_places() -> None:
    schema = schema_of(HOLDER)
    value = holding((0, element("x")), (1, element("y", "")), (1, element("z", "t")), (9, element("w")))
    assert xml_writer(schema, value) == '<x /><A>1</A><y></y><z>t</z><B i:nil="true" /><w />'
    assert stream(schema, value) == '<x/><A>1</A><y/><z>t</z><B i:nil="true"/><w/>'


def test_absent_members_stay_absent_unless_they_have_got_a_value() -> None:
    value = holding((1, element("x")), absent=frozenset({"a", "b"}))
    assert xml_writer(schema_of(HOLDER), value) == "<A>1</A><x />"


def test_types_and_attributes() -> None:
    kept = XmlElement(
        QName("x", "urn:x"),
        (
            (QName("type", XSI), f"{{{XS}}}int"),
            (QName("Id", SERIALIZATION), "i1"),
            (QName("a", "urn:a"), 'q"\t'),
            (QName("plain"), "1"),
            (QName("lang", "http://www.w3.org/XML/1998/namespace"), "en"),
        ),
        ("5", element("in"), "6"),
    )
    schema = schema_of(HOLDER)
    assert xml_writer(schema, holding((0, kept))).startswith(
        f'<x xmlns:d2p1="{XS}" i:type="d2p1:int" z:Id="i1" d2p2:a="q&quot;&#x9;" plain="1" xml:lang="en" '
        f'xmlns:d2p2="urn:a" xmlns:z="{SERIALIZATION}" xmlns="urn:x">5<in xmlns="{N}" />6</x>'
    )
    assert stream(schema, holding((0, kept))).startswith(
        '<x i:type="a:int" z:Id="i1" b:a="q&quot;&#x9;" plain="1" xml:lang="en" '
        f'xmlns="urn:x" xmlns:a="{XS}" xmlns:z="{SERIALIZATION}" xmlns:b="urn:a">5<in xmlns="{N}"/>6</x>'
    )


def test_what_a_form_cannot_say() -> None:
    schema = schema_of(HOLDER)
    assert refused(schema, holding((0, element("x", "\ud800")))) == [("cannot-write", "/*")]
    assert "\ufffd" in stream(schema, holding((0, element("x", "\ud800"))))
    untyped = element("x", attributes=((QName("type", XSI), "Foo"),))
    assert refused(schema, holding((0, untyped))) == [("cannot-write", "/*")]


def test_members_read_from_json() -> None:
    schema = schema_of(HOLDER)
    value = HOLDER.cls(a=1, b=None)
    value._undeclared = Undeclared(unknown_json=((0, "extra", 1),))
    assert refused(schema, value) == [("other-format", "/*")]
    assert "extra" not in written(schema, value, drop_undeclared=True)


def test_nesting_costs_no_recursion() -> None:
    inner = element("x")
    for _ in range(5000):
        inner = element("x", inner)
    assert xml_writer(schema_of(HOLDER), holding((2, inner))).count("<x") == 5001
