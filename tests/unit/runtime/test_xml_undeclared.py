"""What a description does not know: kept when read, put back when written."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from tests.unit.runtime.xml_orders import NULLS, complete, order, read_with_findings
from wiresmith.description import Member, ObjectType, QName, Ref, Scalar, Schema, named
from wiresmith.runtime.limits import Limits
from wiresmith.runtime.undeclared import Undeclared
from wiresmith.runtime.writer_options import WriterOptions
from wiresmith.runtime.xml.reading.careful_reader import read_xml
from wiresmith.runtime.xml.writing.exact_document import write_document
from wiresmith.values.namespaces import XS, XSI
from wiresmith.values.xml_elements import XmlElement

DATA = Path(__file__).parents[2] / "data" / "xml_forms" / "extension_data.json"
CASES = {case["name"]: case for case in json.loads(DATA.read_text(encoding="utf-8"))}
DEMO = "http://schemas.datacontract.org/2004/07/Demo.R23"


@dataclass(slots=True, kw_only=True)
class T:
    """The class of the cases."""

    b: Any = None
    d: Any = None
    _undeclared: Undeclared | None = field(default=None, repr=False)


SCHEMA = Schema(
    "demo",
    named(
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
    return write_document(value, SCHEMA, Ref("T"), WriterOptions())


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
