"""Where any type may stand, the element says what it is."""

from __future__ import annotations

import datetime
from decimal import Decimal
from enum import Enum, IntEnum
from typing import Any

import pytest

from tests.unit.runtime.xml.shapes import (
    ANY,
    ANYS,
    INT,
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
from wiresmith.description import EnumType, ListType, QName, Ref, Scalar, Schema
from wiresmith.values.namespaces import ARRAYS, SYSTEM, XS, XSI
from wiresmith.values.typed import Typed
from wiresmith.values.xml_elements import XmlElement


class Colour(IntEnum):
    RED = 0


class Flag(IntEnum):
    A = 1
    B = 2


class Mode(Enum):
    SLOW = "slow"


P = object_type("P", member("X", INT))
TYPES = (
    P,
    EnumType(name="Colour", cls=Colour, base="int", root=QName("Colour", N), xml_values=(("Red", 0),)),
    EnumType(name="Flag", cls=Flag, base="int", flags=True, root=QName("Flag", N),
    xml_values=(("A", 1), ("B", 2))),
    EnumType(name="Mode", cls=Mode, root=QName("Mode", N)),
)  # fmt: skip
NAMED = ListType(INT, contract=QName("Numbers", N), item_name=QName("n", N), name="Numbers")
KNOWN = (
    Ref("P"), Ref("Colour"), Ref("Flag"), Ref("Mode"), Scalar(kind="datetimeoffset"), STRINGS, ANYS, NAMED,
    dict_type(Scalar(kind="str"), ANY, "KeyValueOfstringanyType"),
    dict_type(Scalar(kind="bytes"), INT, "E", pairs=True),
)  # fmt: skip
SCHEMA = schema_of(object_type("T", member("V", ANY)), *TYPES, known=KNOWN)


def one(content: str, type_: str = "", schema: Schema = SCHEMA) -> tuple[Any, Any]:
    """The value and the findings of an element with this ``i:type``."""
    attribute = f' i:type="{type_}"' if type_ else ""
    value, findings = reading(schema, document(f"<V{attribute}>{content}</V>"))
    return (value.v if value else None), findings


UTC = datetime.UTC
GUID = "6f9619ff-8b86-d011-b42d-00cf4fc964ff"
MOMENT = "<s:DateTime>2020-01-01T00:00:00Z</s:DateTime><s:OffsetMinutes>60</s:OffsetMinutes>"


@pytest.mark.parametrize(
    ("type_", "content", "value"),
    [
        ("x:string", " a ", " a "),
        ("x:string", "", ""),
        ("x:boolean", "true", True),
        ("x:byte", "-1", Typed("int8", -1)),
        ("x:unsignedByte", "1", Typed("uint8", 1)),
        ("x:short", "1", Typed("int16", 1)),
        ("x:unsignedShort", "1", Typed("uint16", 1)),
        ("x:int", "1", 1),
        ("x:unsignedInt", "1", Typed("uint32", 1)),
        ("x:long", "1", Typed("int64", 1)),
        ("x:long", "2147483648", 2147483648),
        ("x:long", "-2147483649", -2147483649),
        ("x:long", "-2147483648", Typed("int64", -2147483648)),
        ("x:unsignedLong", "18446744073709551615", Typed("uint64", 2**64 - 1)),
        ("x:float", "1.5", Typed("float32", 1.5)),
        ("x:double", "1", 1.0),
        ("x:decimal", "1.50", Decimal("1.50")),
        ("x:dateTime", "2020-01-02T03:04:05Z", datetime.datetime(2020, 1, 2, 3, 4, 5, tzinfo=UTC)),
        ("x:base64Binary", "AQI=", b"\1\2"),
        ("x:anyURI", "urn:x", Typed("uri", "urn:x")),
        ("x:QName", "x:int", QName("int", XS)),
        ("z:char", "65", Typed("char", "A")),
        ("z:duration", "PT1S", datetime.timedelta(seconds=1)),
        ("z:guid", "00112233-4455-6677-8899-aabbccddeeff",
        Typed("uuid", "00112233-4455-6677-8899-aabbccddeeff")),
        ("z:dateOnly", "2020-01-02", datetime.date(2020, 1, 2)),
        ("z:timeOnly", "03:04:05", datetime.time(3, 4, 5)),
        ("x:anyType", "", Typed("any", None)),
        ("", "", Typed("any", None)),
        ("", " <!-- c --> ", Typed("any", None)),
        ("P", "<X>1</X>", P.cls(x=1)),
        ("Colour", "Red", Colour.RED),
        ("Flag", "B", Flag.B),
        ("Flag", "A B", Typed("Flag", 3)),
        ("Mode", "slow", Mode.SLOW),
        ("a:ArrayOfstring", '<a:string>a</a:string><a:string i:nil="true"/>',
        Typed("list[str]", ["a", None])),
        ("a:ArrayOfanyType", '<a:anyType i:type="x:short">1</a:anyType>',
        Typed("list[any]", [Typed("int16", 1)])),
        ("Numbers", "<n>1</n>", Typed("Numbers", [1])),
        ("s:DateTimeOffset", MOMENT, Typed("datetimeoffset", datetime.datetime(2020, 1, 1, tzinfo=UTC))),
        (
            "a:ArrayOfKeyValueOfstringanyType",
            '<a:KeyValueOfstringanyType><a:Key>k</a:Key><a:Value '
            'i:type="x:int">1</a:Value></a:KeyValueOfstringanyType>',
            Typed("dict[str, any]", {"k": 1}),
        ),
        ("a:ArrayOfE", "<a:E><a:Key>AQ==</a:Key><a:Value>1</a:Value></a:E>",
        Typed("dict[bytes, int32]", [(b"\1", 1)])),
    ],
)  # fmt: skip
def test_values_come_as_what_stands_for_their_type(type_: str, content: str, value: Any) -> None:
    found, findings = one(content, type_)
    assert findings == []
    assert found == value
    assert type(found) is type(value) or isinstance(found, type(value))
    assert type(value) is not int or type(found) is int


@pytest.mark.parametrize(
    ("type_", "content", "value"),
    [
        ("x:date", "2020-01-02", "2020-01-02"),
        ("x:time", "03:04:05", "03:04:05"),
        ("x:hexBinary", "00ff", "00ff"),
        ("x:normalizedString", " a ", " a "),
        ("x:gYear", "2020", "2020"),
        ("x:NMTOKENS", "a b", "a b"),
        ("x:integer", "5", Typed("int64", 5)),
        ("x:nonNegativeInteger", "-5", Typed("int64", -5)),
        ("x:duration", "PT1S", datetime.timedelta(seconds=1)),
        ("w:guid", GUID, Typed("uuid", GUID)),
        ("w:char", "65", Typed("char", "A")),
    ],
)
def test_types_that_dotnet_has_not_got_are_read_as_it_reads_them(
    type_: str, content: str, value: Any
) -> None:
    found, findings = one(content, type_)
    assert found == value
    assert codes(findings) == [("warning", "foreign-type", "/T/V")]


def test_null() -> None:
    assert read(SCHEMA, document('<V i:nil="true"/>')).v is None
    assert read(SCHEMA, document('<V i:type="P" i:nil="1"/>')).v is None
    assert read(SCHEMA, document('<V i:type="Nope" i:nil="true"/>')).v is None


def test_a_text_without_a_type() -> None:
    found, (finding,) = one(" 5 ")
    assert found == Typed("any", " 5 ")
    assert str(finding) == (
        f'/T/V (line 1, column {finding.column}): .NET refuses: the text " 5 " without i:type where any '
        "type may stand; "
        "expected an i:type that says what it is"
    )


@pytest.mark.parametrize(
    ("element", "code", "kept"),
    [
        ("<V><foo>1</foo></V>", "untyped", ((), (XmlElement(QName("foo", N), (), ("1",)),))),
        ('<V i:type="Nope">1</V>', "unknown-type", (("type", "{urn:n}Nope"), ("1",))),
        ('<V i:type="f:Nope" xmlns:f="urn:f" b="1"/>', "unknown-type", (("type", "{urn:f}Nope"), ())),
        ('<V i:type="x:guid">1</V>', "unknown-type", (("type", f"{{{XS}}}guid"), ("1",))),
        ('<V i:type="z:int"></V>', "unknown-type",
        (("type", "{http://schemas.microsoft.com/2003/10/Serialization/}int"), ("",))),
        ('<V i:type="a:ArrayOfint"><a:int>1</a:int></V>', "unknown-type",
            (("type", f"{{{ARRAYS}}}ArrayOfint"), (XmlElement(QName("int", ARRAYS), (), ("1",)),))),
    ],
)  # fmt: skip
def test_what_is_not_known_is_kept_as_it_is(element: str, code: str, kept: Any) -> None:
    value, (finding,) = reading(SCHEMA, document(element))
    assert (finding.severity, finding.code, finding.path) == ("warning", code, "/T/V")
    assert finding.message.startswith(".NET refuses: ")
    assert isinstance(value.v, XmlElement)
    assert value.v.name == QName("V", N)
    attributes = [(name.local, said) for name, said in value.v.attributes if name.namespace == XSI]
    assert (attributes, value.v.content) == ([kept[0]] if kept[0] else [], kept[1])


def test_errors_inside_are_errors() -> None:
    for type_, content in [
        ("P", ""),
        ("x:int", "a"),
        ("Colour", "Blue"),
        ("x:date", "<a/>"),
        ("a:ArrayOfstring", "x"),
    ]:
        value, findings = one(content, type_)
        assert value is None
        assert "error" in {finding.severity for finding in findings}
    assert codes(one("1", "q:int")[1]) == [("error", "unknown-prefix", "/T/V")]


def test_unknown_attributes_are_said_unless_they_are_kept() -> None:
    assert codes(reading(SCHEMA, document('<V i:type="x:int" b="1">1</V>'))[1]) == [
        ("warning", "unknown-attribute", "/T/V")
    ]
    assert codes(reading(SCHEMA, document('<V b="1"/>'))[1]) == [("warning", "unknown-attribute", "/T/V")]


def test_in_other_dialects_any_is_a_text() -> None:
    plain = Schema("plain", SCHEMA.types, known=KNOWN)
    assert read(plain, document("<V>5</V>")).v == "5"


def test_what_an_open_dictionary_is_keyed_by() -> None:
    entries = dict_type(ANY, INT, "E", pairs=True)
    schema = schema_of(object_type("T", member("V", entries)))
    entry = '<a:E><a:Key i:type="x:{}">1</a:Key><a:Value>1</a:Value></a:E>'
    value = read(
        schema, document(f"<V>{entry.format('int')}{entry.format('string')}{entry.format('double')}</V>")
    )
    assert value.v == [(1, 1), ("1", 1), (1.0, 1)]
    value, findings = reading(schema, document(f"<V>{entry.format('int') * 2}</V>"))
    assert len(value.v) == 2
    assert [(f.severity, f.code, f.message) for f in findings] == [
        ("warning", "duplicate-key", '.NET refuses: the key "1" a second time')
    ]
    null = '<a:E><a:Key i:nil="true"/><a:Value>1</a:Value></a:E>'
    assert codes(reading(schema, document(f"<V>{null}</V>"))[1]) == [("error", "null", "/T/V/E[1]/Key")]


def test_system_is_the_namespace_of_datetimeoffset() -> None:
    assert SYSTEM == "http://schemas.datacontract.org/2004/07/System"
