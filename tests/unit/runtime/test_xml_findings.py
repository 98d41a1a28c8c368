"""What the exact reader says about documents that are not what they should be."""

from __future__ import annotations

import pytest

from tests.unit.runtime.xml_orders import (
    ARRAYS,
    NAMESPACE,
    NULLS,
    complete,
    order,
    read_with_findings,
    told,
)
from wiresmith.description import QName, Scalar
from wiresmith.runtime.limits import Limits
from wiresmith.runtime.report import LONGEST_PATHS
from wiresmith.runtime.xml.reading.careful_reader import MOST
from wiresmith.values.namespaces import SERIALIZATION

ENTRY = "<a:KeyValueOfstringint>{}</a:KeyValueOfstringint>"
KEY = "<a:Key>k</a:Key>"
VALUE = "<a:Value>1</a:Value>"


@pytest.mark.parametrize(
    ("document", "path"),
    [
        ("<Order/>", "/Order"),
        (f'<order xmlns="{NAMESPACE}"/>', "/order"),
        (f'<x:Order xmlns:x="{NAMESPACE}/"/>', "/Order"),
    ],
)
def test_the_root_has_to_be_the_expected_one(document: str, path: str) -> None:
    assert told(document) == [("error", "wrong-root", path)]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ('<Name i:nil="TRUE"/>', "wrong-nil"),
        ('<Name i:nil=""/>', "wrong-nil"),
        ('<Name i:nil="true">x</Name>', "nil-with-content"),
        ('<Name i:nil="true"><x/></Name>', "nil-with-content"),
        ("<Name><x/></Name>", "unexpected-element"),
        ("<Name>a<x/>b</Name>", "unexpected-element"),
        ('<Name i:type="a:int">1</Name>', "wrong-type"),
        ('<Name i:type="Name">1</Name>', "wrong-type"),
        ('<Name i:type="nope:string">1</Name>', "unknown-prefix"),
        (
            '<Name xmlns:z="http://schemas.microsoft.com/2003/10/Serialization/" z:Ref="i1"/>',
            "unknown-reference",
        ),
    ],
)
def test_wrong_texts_and_attributes(name: str, code: str) -> None:
    assert told(complete(name=name)) == [("error", code, "/Order/Name")]


def test_a_reference_is_said_once_and_what_it_refers_to_is_not_missed() -> None:
    reference = '<Parent xmlns:z="http://schemas.microsoft.com/2003/10/Serialization/" z:Ref="i1"/>'
    document = complete().replace('<Parent i:nil="true"/>', reference)
    assert told(document) == [("error", "unknown-reference", "/Order/Parent")]


@pytest.mark.parametrize("attribute", ['b="1"', 'xml:lang="en"', 'xml:space="preserve"', 'a:b="1"'])
def test_an_unknown_attribute_is_a_warning(attribute: str) -> None:
    value, findings = read_with_findings(complete(name=f"<Name {attribute}>n</Name>"))
    assert value.name == "n"
    assert [(f.severity, f.code, f.path) for f in findings] == [
        ("warning", "unknown-attribute", "/Order/Name")
    ]


@pytest.mark.parametrize(
    ("content", "code", "path"),
    [
        (f"x<Id>1</Id><Name/>{NULLS}", "stray-text", "/Order"),
        (f"<Id>1</Id><Name/>x{NULLS}", "stray-text", "/Order"),
        (f"<Id>1</Id>\u00a0<Name/>{NULLS}", "stray-text", "/Order"),
        (f"<Name/>{NULLS}", "missing-member", "/Order"),
        (f'<Id i:nil="true"/><Name/>{NULLS}', "null", "/Order/Id"),
        (f"<Id/><Name/>{NULLS}", "wrong-value", "/Order/Id"),
        (f"<Id>1.0</Id><Name/>{NULLS}", "wrong-value", "/Order/Id"),
        (f"<Id>2147483648</Id><Name/>{NULLS}", "wrong-value", "/Order/Id"),
    ],
)
def test_wrong_members(content: str, code: str, path: str) -> None:
    assert told(order(content)) == [("error", code, path)]


@pytest.mark.parametrize(
    ("tags", "code", "path"),
    [
        ("<Tags><string>x</string></Tags>", "unknown-element", "/Order/Tags/string[1]"),
        ("<Tags><a:string/><a:str/></Tags>", "unknown-element", "/Order/Tags/str[1]"),
        ("<Tags><a:string/>x</Tags>", "stray-text", "/Order/Tags"),
        ("<Tags>x</Tags>", "stray-text", "/Order/Tags"),
        ("<Tags><a:string/><a:string><b/></a:string></Tags>", "unexpected-element", "/Order/Tags/string[2]"),
        ("<Tags>" + "<a:string/>" * 6 + "</Tags>", "out-of-bounds", "/Order/Tags"),
    ],
)
def test_wrong_lists(tags: str, code: str, path: str) -> None:
    assert told(complete(tags=tags)) == [("error", code, path)]


@pytest.mark.parametrize(
    ("entries", "code", "path"),
    [
        (ENTRY.format(KEY), "missing-member", "/Order/Prices/KeyValueOfstringint[1]"),
        (ENTRY.format(VALUE), "missing-member", "/Order/Prices/KeyValueOfstringint[1]"),
        (ENTRY.format(KEY + KEY + VALUE), "duplicate-member", "/Order/Prices/KeyValueOfstringint[1]/Key[2]"),
        (ENTRY.format(KEY + VALUE + "<x/>"), "unknown-element", "/Order/Prices/KeyValueOfstringint[1]/x"),
        (ENTRY.format(KEY + "x" + VALUE), "stray-text", "/Order/Prices/KeyValueOfstringint[1]"),
        (ENTRY.format('<a:Key i:nil="true"/>' + VALUE), "null", "/Order/Prices/KeyValueOfstringint[1]/Key"),
        (ENTRY.format(KEY + VALUE) * 2, "duplicate-key", "/Order/Prices/KeyValueOfstringint[2]"),
        (
            "".join(ENTRY.format(f"<a:Key>{n}</a:Key>{VALUE}") for n in range(5)),
            "out-of-bounds",
            "/Order/Prices",
        ),
        ('<a:KeyValueOfstringint i:nil="true"/>', "null", "/Order/Prices/KeyValueOfstringint[1]"),
        ("<KeyValueOfstringint/>", "unknown-element", "/Order/Prices/KeyValueOfstringint[1]"),
    ],
)
def test_wrong_dictionaries(entries: str, code: str, path: str) -> None:
    assert told(complete(prices=f"<Prices>{entries}</Prices>")) == [("error", code, path)]


def test_an_entry_with_its_value_first_is_read_with_a_warning() -> None:
    value, findings = read_with_findings(complete(prices=f"<Prices>{ENTRY.format(VALUE + KEY)}</Prices>"))
    assert value.prices == {"k": 1}
    assert [(f.severity, f.code) for f in findings] == [("warning", "out-of-order")]


def test_an_element_in_a_wrong_namespace_says_which_was_meant() -> None:
    _, findings = read_with_findings(order("<Id>1</Id><Name xmlns='urn:x'>n</Name>" + NULLS))
    assert [(f.severity, f.code) for f in findings] == [
        ("warning", "wrong-namespace"),
        ("warning", "absent-member"),
    ]
    assert (findings[0].message, findings[0].expected) == (
        "dropped silently by .NET: namespace urn:x",
        NAMESPACE,
    )


def test_a_name_in_other_letters_says_which_was_meant() -> None:
    _, findings = read_with_findings(order("<Id>1</Id><name>n</name>" + NULLS))
    assert (findings[0].code, findings[0].expected) == (
        "wrong-case",
        f'<Name> in namespace "{NAMESPACE}"',
    )


@pytest.mark.parametrize(
    ("scalar", "text"),
    [
        (Scalar(kind="int", ge=3), "2"),
        (Scalar(kind="int", lt=3), "3"),
        (Scalar(kind="str", min_length=2), "a"),
        (Scalar(kind="str", max_length=2), "abc"),
        (Scalar(kind="str", pattern="^[a-z]+$"), "A"),
        (Scalar(kind="bytes", max_length=1), "aGk="),
    ],
)
def test_constraints(scalar: Scalar, text: str) -> None:
    document = f"<v>{text}</v>"
    rooted = Scalar(
        kind=scalar.kind,
        ge=scalar.ge,
        lt=scalar.lt,
        min_length=scalar.min_length,
        max_length=scalar.max_length,
        pattern=scalar.pattern,
        root=QName("v"),
    )
    assert told(document, rooted) == [("error", "out-of-bounds", "/v")]


def test_everything_is_said_in_one_run() -> None:
    document = order(
        "<Id>x</Id><Tags><a:string><y/></a:string>z</Tags><Prices>"
        + ENTRY.format(KEY + "<a:Value>q</a:Value>")
        + "</Prices><Unit>lb</Unit><Parent><Name/><Name/></Parent>"
    )
    errors = [(code, path) for severity, code, path in told(document) if severity == "error"]
    assert errors == [
        ("wrong-value", "/Order/Id"),
        ("unexpected-element", "/Order/Tags/string[1]"),
        ("stray-text", "/Order/Tags"),
        ("wrong-value", "/Order/Prices/KeyValueOfstringint[1]/Value"),
        ("unknown-enum-value", "/Order/Unit"),
        ("missing-member", "/Order/Parent"),
    ]


def test_there_is_no_value_with_an_error_and_a_whole_one_with_warnings() -> None:
    assert read_with_findings(complete(name="<Name><x/></Name>"))[0] is None
    assert read_with_findings(complete(name="<Name b='1'>n</Name>"))[0].name == "n"


def test_a_processing_instruction_is_an_error_and_reading_goes_on() -> None:
    document = complete(name="<Name>n<?x?></Name>", extra="<Unit>lb</Unit>")
    value, findings = read_with_findings(document)
    assert value is None
    assert [f.code for f in findings] == ["processing-instruction", "unknown-enum-value"]


def test_reading_stops_at_the_most_errors() -> None:
    findings = told(complete(tags="<Tags>" + "<x/>" * (MOST + 500) + "</Tags>"))
    assert len(findings) == MOST + 1
    assert findings[-1] == ("error", "more-findings", "")


def test_warnings_beyond_the_most_are_counted_and_the_value_stays_whole() -> None:
    value, findings = read_with_findings(complete(extra="<x/>" * (MOST + 500)))
    assert len(value._undeclared.unknown_xml) == MOST + 500
    assert len(findings) == MOST + 1
    assert (findings[-1].severity, findings[-1].message) == ("warning", "500 more warnings are not listed")


def test_long_names_do_not_multiply() -> None:
    names = [f"{'n' * 40_000}{level}" for level in range(30)]
    referred = "".join(f'<r z:Ref="i{number}"/>' for number in range(MOST))
    document = complete(
        extra=f'<x xmlns:z="{SERIALIZATION}">{"".join(f"<{name}>" for name in names)}{referred}'
        + "".join(f"</{name}>" for name in reversed(names))
        + "</x>"
    )
    value, findings = read_with_findings(document)
    assert len(value._undeclared.unknown_xml) == 1
    assert sum(len(finding.path) for finding in findings) < 2 * LONGEST_PATHS
    assert (findings[-1].severity, findings[-1].code) == ("warning", "more-findings")


def test_messages_quote_at_most_an_excerpt() -> None:
    _, findings = read_with_findings(
        complete(name=f"<Name>{'x' * 10_000}<y/></Name>", extra=f"<{'z' * 5_000}/>")
    )
    assert all(len(finding.message) < 400 for finding in findings)


def test_names_from_the_document_cannot_act_on_a_terminal() -> None:
    _, findings = read_with_findings(
        complete(extra=f"<x xmlns='urn:&#x1b;[31m'/><Unit>\u202e{ARRAYS}</Unit>")
    )
    assert all(finding.message.isprintable() for finding in findings)


def test_limits_bound_texts_and_depth() -> None:
    assert told(complete(name="<Name>abc</Name>"), limits=Limits(text=2)) == [
        ("error", "text-too-long", "/Order/Name")
    ]
    nested = complete(rows="<Rows><a:ArrayOfint><a:int>1</a:int></a:ArrayOfint></Rows>")
    assert told(nested, limits=Limits(depth=4)) == []
    assert told(nested, limits=Limits(depth=3)) == [("error", "too-deep", "/Order/Rows/ArrayOfint[1]/int[1]")]
    unknown = complete(extra="<x><x><x/></x></x>")
    assert ("error", "too-deep", "/Order/x/x[1]/x[1]") in told(unknown, limits=Limits(depth=3))
