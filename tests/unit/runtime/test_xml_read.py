"""The exact reader: every valid form of a document gives its value."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.runtime.xml_orders import (
    ARRAYS,
    INT,
    NAMESPACE,
    NULLS,
    ORDER,
    SCHEMA,
    TAGS,
    Level,
    Order,
    State,
    Unit,
    complete,
    member,
    object_type,
    order,
    read,
    read_with_findings,
    told,
)
from wiresmith.description import ListType, Nullable, ObjectType, QName, Ref, Scalar, Schema, named
from wiresmith.runtime.limits import Limits
from wiresmith.runtime.undeclared import Undeclared
from wiresmith.runtime.xml.reading.careful_reader import read_xml
from wiresmith.values.absent import ABSENT
from wiresmith.values.namespaces import XS, XSI


def test_a_document_with_everything() -> None:
    document = complete(
        name="<Name> n </Name>",
        tags="<Tags><a:string>x</a:string><a:string i:nil='true'/><a:string/></Tags>",
        prices="<Prices><a:KeyValueOfstringint><a:Key>k</a:Key><a:Value>1</a:Value></a:KeyValueOfstringint>"
        "<a:KeyValueOfstringint><a:Key/><a:Value i:nil='true'/></a:KeyValueOfstringint></Prices>",
        rows="<Rows><a:ArrayOfint><a:int>1</a:int><a:int>2</a:int></a:ArrayOfint><a:ArrayOfint/></Rows>",
        extra="<State>open</State><Level>High</Level><Unit>kg</Unit>",
    )
    assert read(document) == Order(
        id=1,
        name=" n ",
        tags=["x", None, ""],
        prices={"k": 1, "": None},
        rows=[[1, 2], []],
        state=State.OPEN,
        level=Level.HIGH,
        unit=Unit.KG,
    )


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("<Name/>", ""),
        ("<Name></Name>", ""),
        ("<Name> \n </Name>", " \n "),
        ('<Name i:nil="true"/>', None),
        ('<Name i:nil="1"></Name>', None),
        ('<Name i:nil=" true "> </Name>', None),
        ('<Name i:nil="false">x</Name>', "x"),
        ('<Name i:nil="0"/>', ""),
        (f'<Name xmlns:x="{XSI}" x:nil="true"/>', None),
        ("<Name>a<![CDATA[<b>&]]>c<!-- d -->e&#x41;&lt;</Name>", "a<b>&ceA<"),
        ("<Name>a\r\nb\rc&#xD;</Name>", "a\nb\nc\r"),
        ("<Name><!-- c --></Name>", ""),
    ],
)
def test_texts_and_null(name: str, value: str | None) -> None:
    assert read(complete(name=name)).name == value


def test_null_empty_and_absent_are_three_things() -> None:
    assert read(complete(tags="<Tags/>")).tags == []
    assert read(complete(tags='<Tags i:nil="true"/>')).tags is None
    assert read(complete()).state is ABSENT


@pytest.mark.parametrize(
    "document",
    [
        f'<x:Order xmlns:x="{NAMESPACE}" xmlns:i="{XSI}"><x:Id>1</x:Id><x:Name>n</x:Name>'
        + NULLS.replace("<", "<x:")
        + "</x:Order>",
        f'<?xml version="1.0"?>\n<!-- c -->\n<Order xmlns="{NAMESPACE}" xmlns:i="{XSI}">\n\t<Id> 1 '
        "</Id>\r\n<!-- c -->"
        f"<Name>n</Name> {NULLS}<![CDATA[ ]]>&#32;</Order>\n",
        f'<Order xmlns="{NAMESPACE}"><Id>1</Id><y:Name xmlns:y="{NAMESPACE}">n</y:Name>'
        + NULLS.replace("i:nil", f'xmlns:n="{XSI}" n:nil')
        + "</Order>",
    ],
)
def test_prefixes_declarations_and_layout_mean_nothing(document: str) -> None:
    assert read(document) == Order(id=1, name="n")


def test_an_out_of_order_element_is_read_with_a_warning() -> None:
    value, findings = read_with_findings(order(f"<Name>n</Name><Id>1</Id>{NULLS}"))
    assert value == Order(id=1, name="n")
    assert [(f.severity, f.code, f.path) for f in findings] == [("warning", "out-of-order", "/Order/Id")]


def test_an_undeclared_absence_reads_as_null_and_is_remembered() -> None:
    value, findings = read_with_findings(order("<Id>1</Id><Tags/>"))
    absent = frozenset({"name", "prices", "rows", "parent"})
    assert value == Order(id=1, tags=[], _undeclared=Undeclared(absent=absent))
    assert {(f.severity, f.code, f.path) for f in findings} == {("warning", "absent-member", "/Order")}
    assert len(findings) == 4


def test_an_unknown_value_of_an_open_enum_is_kept() -> None:
    value, findings = read_with_findings(complete(extra="<State>Ajar</State>"))
    assert value.state == "Ajar"
    assert [(f.severity, f.code, f.path) for f in findings] == [
        ("warning", "unknown-enum-value", "/Order/State")
    ]


def test_an_unknown_name_of_an_integer_has_no_number() -> None:
    value, findings = read_with_findings(complete(extra="<Level>7</Level>"))
    assert value is None
    assert [(f.severity, f.code, f.expected) for f in findings] == [
        ("error", "unknown-enum-value", "one of Low, High")
    ]


def test_an_enum_is_read_by_its_exact_text_in_xml() -> None:
    assert told(complete(extra="<Unit>KG</Unit>")) == [("error", "unknown-enum-value", "/Order/Unit")]
    assert told(complete(extra="<Unit> kg</Unit>")) == [("error", "unknown-enum-value", "/Order/Unit")]
    assert told(complete(extra="<Level>High </Level>")) == [("error", "unknown-enum-value", "/Order/Level")]


def test_nested_objects() -> None:
    inner = f"<Parent><Id>2</Id><Name>m</Name>{NULLS}</Parent>"
    document = complete().replace('<Parent i:nil="true"/>', inner)
    assert read(document) == Order(id=1, name="n", parent=Order(id=2, name="m"))


def test_other_documents_than_objects() -> None:
    assert read(f'<ArrayOfstring xmlns="{ARRAYS}"><string>a</string></ArrayOfstring>', TAGS) == ["a"]
    assert read('<int xmlns="urn:x">7</int>', Scalar(kind="int32", root=QName("int", "urn:x"))) == 7
    nil = f'<ArrayOfstring i:nil="true" xmlns:i="{XSI}" xmlns="{ARRAYS}" />'
    assert read(nil, Nullable(TAGS)) is None
    assert told(nil, TAGS) == [("error", "null", "/ArrayOfstring")]
    assert read(f'<State xmlns="{NAMESPACE}">shut</State>', Ref("State")) is State.SHUT


@pytest.mark.parametrize(
    "type_name",
    [
        f'xmlns:s="{XS}" i:type="s:string"',
        'xmlns:s="http://schemas.microsoft.com/2003/10/Serialization/" i:type="s:string"',
    ],
)
def test_an_i_type_may_repeat_the_declared_type(type_name: str) -> None:
    assert read(complete(name=f"<Name {type_name}>n</Name>")).name == "n"
    assert read(order(f"<Id>1</Id><Name/>{NULLS}", ' i:type="Order"')).id == 1
    assert read(complete(tags='<Tags i:type=" a:ArrayOfstring "/>')).tags == []


def test_an_i_type_may_name_the_root_of_a_scalar() -> None:
    number = Scalar(
        kind="number", root=QName("double", "http://schemas.microsoft.com/2003/10/Serialization/")
    )
    assert number.root
    declared = f'xmlns="{number.root.namespace}" xmlns:s="{XS}" xmlns:i="{XSI}"'
    document = f'<double {declared} i:type="s:double">1.5</double>'
    assert read(document, number) == 1.5


SCALARS: list[tuple[str, str, Any]] = [
    ("bool", " 1 ", True),
    ("int8", "-128", -128),
    ("int", "+007", 7),
    ("uint64", "18446744073709551615", 2**64 - 1),
    ("float64", "-INF", float("-inf")),
    ("number", "1.50", 1.5),
    ("uri", "http://example.org/a b", "http://example.org/a b"),
    ("bytes", " aGk= ", b"hi"),
    ("uuid", "{6F9619FF-8B86-D011-B42D-00CF4FC964FF}", "{6F9619FF-8B86-D011-B42D-00CF4FC964FF}"),
]


@pytest.mark.parametrize(("kind", "text", "value"), SCALARS)
def test_scalars(kind: str, text: str, value: object) -> None:
    assert read(f"<v>{text}</v>", Scalar(kind=kind, root=QName("v"))) == value


@pytest.mark.parametrize("kind", ["datetime", "date", "time", "timedelta", "decimal"])
def test_scalars_keep_their_text(kind: str) -> None:
    text = {
        "datetime": "2020-01-02T03:04:05.1234567Z",
        "date": "2020-01-02",
        "time": "03:04:05.1234567",
        "timedelta": "P1DT2H3M4.0050001S",
        "decimal": "1.50",
    }[kind]
    value = read(f"<v>{text}</v>", Scalar(kind=kind, root=QName("v")))
    assert getattr(value, "text", None) or str(value) == text


@pytest.mark.parametrize(("emit_default", "value"), [(False, 0), (True, None)])
def test_a_default_that_dotnet_leaves_out_is_read_as_it(emit_default: bool, value: int | None) -> None:
    declared = object_type(Order, member("Id", INT, xml_emit_default=emit_default))
    schema = Schema("x", named(declared))
    document = f'<Order xmlns="{NAMESPACE}"/>'.encode()
    result, findings = read_xml(document, schema, Ref("Order"), Limits())
    assert (result.id if result else None) == value
    assert [f.code for f in findings] == ([] if value == 0 else ["missing-member"])


def test_a_required_element_has_to_be_there_even_if_it_may_be_null() -> None:
    declared = object_type(Order, member("Name", Nullable(INT), absent_as_null=True, xml_required=True))
    document = f'<Order xmlns="{NAMESPACE}"/>'.encode()
    value, findings = read_xml(document, Schema("x", named(declared)), Ref("Order"), Limits())
    assert value is None
    assert [f.code for f in findings] == ["missing-member"]


@pytest.mark.parametrize(
    ("schema", "type_"),
    [
        (Schema("x"), Scalar(kind="str")),
        (SCHEMA, ListType(INT, root=QName("Order", NAMESPACE))),
        (
            Schema("x", named(ObjectType(name="Order", cls=Order, members=ORDER.members, root=ORDER.root))),
            Ref("Order"),
        ),
    ],
)
def test_a_type_without_an_xml_form_is_a_mistake_of_the_caller(schema: Schema, type_: Any) -> None:
    with pytest.raises(ValueError, match="schema"):
        read_xml(complete().encode(), schema, type_, Limits())
