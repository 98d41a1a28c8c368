"""What the exact reader says of documents that .NET would read otherwise."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.runtime.xml.shapes import INT, STR, N, document, member, object_type, reading, schema_of
from wiresmith.description import QName, Schema
from wiresmith.values.xml_elements import XmlElement

PLAIN = schema_of(object_type("T", member("Id", INT), member("Name", STR), member("Size", STR)))
REQUIRED = schema_of(object_type("T", member("Id", INT, xml_required=True), member("Name", STR)))
EXTENSIBLE = schema_of(object_type("T", member("Id", INT), member("Name", STR), extensible=True))


@pytest.mark.parametrize(
    ("schema", "content", "said"),
    [
        (
            PLAIN,
            "<Name>n</Name>\n<Id>1</Id><Size/>",
            "/T/Id (line 2, column 1): dropped silently by .NET: out of order after `Name`; expected <Id> "
            'in namespace "urn:n" before `Name`',
        ),
        (
            PLAIN,
            "<Id>1</Id><Name/>\n <Id>2</Id><Size/>",
            '/T/Id[2] (line 2, column 2): dropped silently by .NET: a second <Id> in namespace "urn:n"; '
            "expected one",
        ),
        (
            PLAIN,
            "<Id>1</Id><Name/><Size/><x/>",
            "/T/x (line 1, column COL): dropped silently by .NET: the unknown element <x> in namespace "
            '"urn:n"; expected a documented element',
        ),
        (
            PLAIN,
            "<Id>1</Id><Id xmlns='urn:x'>2</Id><Name/><Size/>",
            "/T/Id[2] (line 1, column COL): dropped silently by .NET: namespace urn:x; expected urn:n",
        ),
        (
            PLAIN,
            "<Id>1</Id><Name xmlns=''>2</Name><Name/><Size/>",
            '/T/Name (line 1, column COL): dropped silently by .NET: namespace ""; expected urn:n',
        ),
        (
            PLAIN,
            "<Id>1</Id><name>2</name><Name/><Size/>",
            "/T/name (line 1, column COL): dropped silently by .NET: the unknown element <name> in "
            'namespace "urn:n"; '
            'expected <Name> in namespace "urn:n"',
        ),
        (
            REQUIRED,
            "<Name>n</Name><Id>1</Id>",
            "/T/Id (line 1, column COL): .NET refuses: the required `Id` is passed over, it comes after "
            "`Name`; "
            'expected <Id> in namespace "urn:n" before `Name`',
        ),
        (
            REQUIRED,
            "<Name>n</Name>",
            "/T (line 1, column 1): .NET refuses: no element Id, which is required; expected <Id> in "
            'namespace "urn:n"',
        ),
        (
            EXTENSIBLE,
            "<Id>1</Id><x/><Name/>",
            "/T/x (line 1, column COL): kept by .NET as extension data: the unknown element <x> in "
            'namespace "urn:n"; '
            "expected a documented element",
        ),
        (
            EXTENSIBLE,
            "<Name/><Id>1</Id>",
            "/T/Id (line 1, column COL): taken for extension data by .NET, its member lost: out of order "
            "after `Name`; "
            'expected <Id> in namespace "urn:n" before `Name`',
        ),
    ],
)
def test_a_finding_says_what_dotnet_does(schema: Schema, content: str, said: str) -> None:
    _, (finding,) = reading(schema, document(content))
    assert str(finding) == said.replace("COL", str(finding.column))


def test_nothing_is_lost() -> None:
    """What is no member stays in its place, what is one is read wherever it is."""
    content = "<Name>n</Name><Id>1</Id><Id>2</Id><id>3</id><Id xmlns='urn:x'>4</Id><Size/>"
    value, findings = reading(PLAIN, document(content))
    assert [finding.code for finding in findings] == [
        "out-of-order",
        "duplicate-member",
        "wrong-case",
        "wrong-namespace",
    ]
    assert {finding.severity for finding in findings} == {"warning"}
    assert (value.id, value.name, value.size) == (1, "n", "")
    assert value._undeclared.unknown_xml == (
        (2, XmlElement(QName("Id", N), (), ("2",))),
        (2, XmlElement(QName("id", N), (), ("3",))),
        (2, XmlElement(QName("Id", "urn:x"), (), ("4",))),
    )


def test_other_dialects_know_nothing_of_dotnet() -> None:
    plain = Schema("plain", PLAIN.types)
    _, findings = reading(plain, document("<Name>n</Name><Id>1</Id><Size/><x/>"))
    assert [finding.code for finding in findings] == ["out-of-order", "unknown-member"]
    assert not any(".NET" in str(finding) for finding in findings)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("<Id>1</Id><Name i:nil='true'>x</Name><Size/>", "nil-with-content"),
        ("<Id>1</Id><Name/>x<Size/>", "stray-text"),
        ("<Id>1</Id><Name><b/></Name><Size/>", "unexpected-element"),
    ],
)
def test_what_has_no_place_is_an_error(content: str, code: str) -> None:
    value, findings = reading(PLAIN, document(content))
    assert value is None
    assert [(finding.severity, finding.code) for finding in findings] == [("error", code)]


TWO_LEVELS = schema_of(
    object_type(
        "T",
        member("X", INT, attribute="x_of_base"),
        member("B", STR),
        member("X", STR, attribute="x"),
        typed=("x",),
    )
)


@pytest.mark.parametrize(
    ("content", "expected", "found"),
    [
        ("<X>1</X><B/><X>d</X>", (1, "d"), []),
        ("<X>1</X><B/><X i:type='x:string'>d</X>", (1, "d"), []),
        ("<X>1</X><X>d</X>", (1, "d"), ["absent-member"]),
        ("<X>1</X>", (1, None), ["absent-member", "absent-member"]),
        ("<B/><X>d</X><X>1</X>", (1, "d"), ["out-of-order"]),
        ("<X>1</X><B/><X>d</X><X>e</X>", (1, "d"), ["duplicate-member"]),
    ],
)
def test_two_members_of_one_name_are_matched_in_order(content: str, expected: Any, found: list[str]) -> None:
    value, findings = reading(TWO_LEVELS, document(content))
    assert (value.x_of_base, value.x) == expected
    assert [finding.code for finding in findings] == found


def test_every_known_element_with_its_members_of_one_name_is_kept_in_order() -> None:
    content = "<B/>" + "<X>1</X>" * 5
    value, findings = reading(TWO_LEVELS, document(content))
    assert len(findings) == 4
    assert len(value._undeclared.unknown_xml) == 3
