"""Texts of scalars as .NET reads them."""

from __future__ import annotations

import datetime
import math
from decimal import Decimal
from typing import Any

import pytest

from tests.unit.dotnet.peer import read, refused, schema_of, value_of
from tests.unit.runtime.xml.shapes import member, object_type
from wiresmith.description import Nullable, QName, Scalar
from wiresmith.values.namespaces import XS


def holder(kind: str, *, nullable: bool = False) -> Any:
    scalar = Scalar(kind=kind)
    return object_type("T", member("A", Nullable(scalar) if nullable else scalar))


def taken(kind: str, text: str, **settings: Any) -> Any:
    return value_of(f"<A>{text}</A>", holder(kind), **settings).a


def is_refused(kind: str, text: str, **settings: Any) -> bool:
    _, finding = read(f"<A>{text}</A>", holder(kind), **settings)
    return finding is not None


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        ("int32", " +1\n", 1),
        ("int32", "-0", 0),
        ("int32", "007", 7),
        ("int32", "1<!-- c -->2", 12),
        ("int32", "<![CDATA[12]]>", 12),
        ("int32", "&#49;2", 12),
        ("int32", "12&#0;", 12),
        ("int", "-2147483648", -(2**31)),
        ("uint64", "18446744073709551615", 2**64 - 1),
        ("bool", " 1 ", True),
        ("bool", "false", False),
        ("char", "65", "A"),
        ("char", "55296", "\ud800"),
        ("uuid", "{0f112233-4455-6677-8899-AABBCCDDEEFF}", "0f112233-4455-6677-8899-aabbccddeeff"),
        ("uuid", "0F112233445566778899aabbccddeeff", "0f112233-4455-6677-8899-aabbccddeeff"),
        ("uuid", "{0x1,0x2,0x3,{0x4,0x5,0x6,0x7,0x8,0x9,0xa,0xb}}", "00000001-0002-0003-0405-060708090a0b"),
        ("uuid", "+0112233-4455-6677-8899-aabbccddeeff", "00112233-4455-6677-8899-aabbccddeeff"),
        ("bytes", " AQ ID\n", b"\x01\x02\x03"),
        ("bytes", "AQ==AQ==", b"\x01\x01"),
        ("bytes", "", b""),
        ("str", "  x\r\ny &#xD;", "  x\ny \r"),
        ("uri", " http://x/ ", " http://x/ "),
        ("qname", "x:int", QName("int", XS)),
        ("qname", "n", QName("n", "urn:n")),
        ("qname", "no:n", QName("n")),
        ("qname", "", QName("")),
        ("date", " 2020-01-02 ", datetime.date(2020, 1, 2)),
    ],
)  # fmt: skip
def test_texts_that_are_taken(kind: str, text: str, value: object) -> None:
    assert taken(kind, text) == value


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("int32", "0x10"), ("int32", "1.0"), ("int32", "1e3"), ("int32", "1,000"), ("int32", ""),
        ("int32", "\u00a01"),
        ("int32", "\u0661"), ("int32", "2147483648"), ("int32", "- 1"), ("uint8", "256"), ("uint8", "-1"),
        ("int32", "<x/>"),
        ("uint64", "1,000"), ("bool", "True"), ("bool", ""), ("char", "A"), ("char", "65536"), ("char", ""),
        ("float64", "+INF"), ("float64", "nan"), ("float64", "1e400"), ("float64", "1e"), ("float32", "1e39"),
        ("decimal", "1e3"), ("decimal", "."), ("decimal", "79228162514264337593543950336"),
        ("uuid", "zz"), ("uuid", ""), ("uuid", "{00112233445566778899aabbccddeeff}"),
        ("bytes", "AQ"), ("bytes", "A!=="), ("bytes", "===="), ("uri", "http://"), ("uri", "http://a:99999/"),
        ("uri", "http://[::1"), ("date", "2020-1-2"), ("str", "a<b/>c"),
    ],
)  # fmt: skip
def test_texts_that_are_refused(kind: str, text: str) -> None:
    assert is_refused(kind, text)


def test_a_refused_text_is_named_with_its_type_and_place() -> None:
    finding = refused("<A>abc</A>", holder("int32"))
    assert (finding.code, finding.path) == ("wrong-value", "/T/A")
    assert '"abc" cannot be parsed as Int32' in str(finding)
    assert finding.line == 1
    assert finding.column


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("-0.0", -0.0),
        ("-0", 0.0),
        ("Infinity", math.inf),
        ("-INF", -math.inf),
        (".5", 0.5),
        ("5.", 5.0),
        (".", 0.0),
    ],
)
def test_short_floats_have_a_parser_of_their_own(text: str, value: float) -> None:
    assert taken("float64", text) == value
    assert math.copysign(1, taken("float64", text)) == math.copysign(1, value)


def test_the_other_parser_knows_minus_zero() -> None:
    assert math.copysign(1, taken("float64", "-0", parser="xmlreader")) == -1
    assert math.copysign(1, taken("float64", "-0<!-- in two texts -->")) == -1
    assert is_refused("float64", ".", parser="xmlreader")


def test_a_short_float_is_what_its_text_says() -> None:
    assert taken("float32", "0.1") == 0.1
    assert taken("float32", "16777217") == 16777216.0
    assert math.isnan(taken("float32", "NaN"))


def test_floats_of_net_core_become_infinite() -> None:
    schema = schema_of(declared := holder("float64"), floats="core")
    assert value_of("<A>1e400</A>", declared, schema=schema).a == math.inf


def test_a_short_float_of_net_core_is_what_net_core_writes() -> None:
    schema = schema_of(declared := holder("float32"), floats="core")
    texts = {"-2.9543944E+09": -2.9543944e9, "0.1": 0.1, "16777217": 16777216.0, "0.333333343": 0.33333334}
    for text, value in texts.items():
        assert value_of(f"<A>{text}</A>", declared, schema=schema).a == value
    assert taken("float32", "-2.9543944E+09") == -2.95439437e9


def test_net_core_reads_a_uint64_in_any_style() -> None:
    schema = schema_of(declared := holder("uint64"), floats="core")
    texts = {"1,000": 1000, "1e3": 1000, "1.0": 1, "(0)": 0, "¤5": 5, "10e-1": 1}
    for text, value in texts.items():
        assert value_of(f"<A>{text}</A>", declared, schema=schema).a == value
    for text in ("1.5", "(5)", "-1", "e3", "5 -", "1e99999"):
        assert read(f"<A>{text}</A>", declared, schema=schema)[1] is not None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1.50", "1.50"), ("-0.0", "0.0"), (".5", "0.5"), ("5.", "5"), ("+1", "1"), ("0.000", "0.000"),
        ("79228162514264337593543950335.4", "79228162514264337593543950335"),
        ("7.92281625142643375935439503355", "7.922816251426433759354395034"),
        ("0.00000000000000000000000000015", "0.0000000000000000000000000002"),
        ("0.00000000000000000000000000005", "0.0000000000000000000000000000"),
        ("1.00000000000000000000000000005", "1.0000000000000000000000000000"),
        ("1.000000000000000000000000000051", "1.0000000000000000000000000001"),
    ],
)  # fmt: skip
def test_decimals_have_96_bits(text: str, value: str) -> None:
    assert str(taken("decimal", text)) == str(Decimal(value))


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("2020-01-02T03:04:05Z", "2020-01-02T03:04:05Z"),
        ("2020-01-02T03:04:05z", "2020-01-02T03:04:05Z"),
        ("2020-01-02T03:04:05", "2020-01-02T03:04:05"),
        ("2020-01-02T03:04:05+05:30", "2020-01-01T16:34:05-05:00"),
        ("2020-06-02T03:04:05+00:00", "2020-06-01T23:04:05-04:00"),
        ("2020-11-01T05:30:00+00:00", "2020-11-01T01:30:00-04:00"),
        ("2020-11-01T06:30:00+00:00", "2020-11-01T01:30:00-05:00"),
        ("2020-01-02T03:04:05+99:99", "2019-12-28T17:25:05-05:00"),
        ("2020-01-02T03:04:05.1234565", "2020-01-02T03:04:05.1234565"),
        ("2020-01-02T03:04:05.12345675", "2020-01-02T03:04:05.1234568"),
        ("2020-01-02T03:04:05.12345665", "2020-01-02T03:04:05.1234566"),
        ("2020-01-02T03:04:05.99999999", "2020-01-02T03:04:06"),
        (" 2020-01-02 ", "2020-01-02T00:00:00"),
        ("2020-01-02Z", "2020-01-02T00:00:00Z"),
        ("2020-01", "2020-01-01T00:00:00"),
        ("2020", "2020-01-01T00:00:00"),
        ("2020-05:00", "2020-01-01T00:00:00-05:00"),
        ("03:04:05", "2026-11-21T03:04:05"),
        ("--02-29", "1904-02-29T00:00:00"),
        ("--03--", "2026-03-01T00:00:00"),
        ("---02", "2026-01-02T00:00:00"),
        ("0001-01-01T00:00:00+14:00", "0001-01-01T00:00:00-04:57"),
        ("0001-01-01T05:00:00+00:00", "0001-01-01T00:03:00-04:57"),
        ("9999-12-31T23:59:59.9999999-14:00", "9999-12-31T23:59:59.9999999-05:00"),
        ("9999-12-31T23:00:00-05:00", "9999-12-31T23:00:00-05:00"),
    ],
)  # fmt: skip
def test_moments(text: str, written: str) -> None:
    assert taken("datetime", text).text == written


@pytest.mark.parametrize(
    "text",
    [
        "", "2020-01-02 03:04:05", "2020-01-02T03:04Z", "2020-01-02T24:00:00", "2020-01-02T23:59:60Z",
        "2020-02-30",
        "0000-01-01", "2020-01-02t03:04:05", "2020-01-02T03:04:05+0530", "2020-01-02T03:04:05.", "--13",
        "---32",
        "9999-12-31T23:59:59.99999999", "Thu, 02 Jan 2020 03:04:05 GMT",
    ],
)  # fmt: skip
def test_moments_that_are_none(text: str) -> None:
    assert is_refused("datetime", text)


def test_the_zone_and_the_clock_are_settings() -> None:
    utc = datetime.UTC
    assert taken("datetime", "2020-01-02T03:04:05+05:30", zone=utc).text == "2020-01-01T21:34:05+00:00"
    now = datetime.datetime(2021, 1, 1, 3, tzinfo=utc)
    assert taken("datetime", "12:00:00", now=now).text == "2020-12-31T12:00:00"
    assert taken("datetime", "12:00:00", now=lambda: now, zone=utc).text == "2021-01-01T12:00:00"
    assert taken("datetime", "12:00:00", now=None, zone=None).text.endswith("T12:00:00")
    assert taken("datetime", "0001-01-01T00:00:00+14:00", zone=None).text.startswith("0001-01-01T")
    assert taken("datetime", "2020-01-02T03:04:05+00:00", zone=None).utcoffset() is not None


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("P1Y", "P365D"), ("P1M", "P30D"), ("P14M", "P425D"), ("PT24H", "P1D"), ("-P0D", "PT0S"),
        ("PT.5S", "PT0.5S"),
        (" PT1S ", "PT1S"), ("PT0.12345678S", "PT0.1234567S"), ("PT90M", "PT1H30M"),
        ("-PT0.0000001S", "-PT0.0000001S"),
        ("-P10675199DT2H48M5.4775808S", "-P10675199DT2H48M5.4775808S"),
    ],
)  # fmt: skip
def test_durations(text: str, written: str) -> None:
    assert taken("timedelta", text).text == written


@pytest.mark.parametrize(
    "text",
    ["", "P", "PT", "P1DT", "P1W", "01:02:03", "P99999999D", "P-1D", "P2147483648D", "PT1S1M", "P1.5D", "PT1",
    "P10675199DT2H48M5.4775808S"],
)  # fmt: skip
def test_durations_that_are_none(text: str) -> None:
    assert is_refused("timedelta", text)


def test_a_moment_with_an_offset_is_two_elements() -> None:
    content = "<A><s:DateTime>{}</s:DateTime><s:OffsetMinutes>{}</s:OffsetMinutes></A>"
    declared = holder("datetimeoffset")
    assert (
        value_of(content.format("2020-01-01T21:34:05Z", "330"), declared).a.text
        == "2020-01-02T03:04:05+05:30"
    )
    assert (
        value_of(content.format("2020-01-01T21:34:05", "330"), declared).a.text == "2020-01-01T21:34:05+05:30"
    )
    assert (
        value_of(content.format("2020-01-01T16:34:05-05:00", "0"), declared).a.text
        == "2020-01-01T21:34:05+00:00"
    )
    for moment, offset in (
        ("2020-01-01", "841"),
        ("0001-01-01T00:00:00", "60"),
        ("2020-01-01", "x"),
        ("x", "0"),
    ):
        assert refused(content.format(moment, offset), declared).code == "wrong-value"
    assert refused("<A>2020-01-01</A>", declared).code == "stray-text"
    late = "<A><s:OffsetMinutes>0</s:OffsetMinutes><s:DateTime>2020-01-01</s:DateTime></A>"
    assert refused(late, declared).code == "missing-member"
    assert refused("<A><s:DateTime>2020-01-01</s:DateTime></A>", declared).expected == "element OffsetMinutes"
    nil = "<A><s:DateTime i:nil='true'/><s:OffsetMinutes>0</s:OffsetMinutes></A>"
    assert refused(nil, declared).code == "wrong-nil"


def test_a_time_is_that_of_any_moment() -> None:
    assert taken("time", "2020-01-01T03:04:05.1234567+05:00").text == "03:04:05.1234567"
    assert is_refused("time", "x")


def test_null_and_ids_of_value_types() -> None:
    declared = holder("int32")
    assert "System.Int32 cannot be null" in str(refused("<A i:nil='true'/>", declared))
    assert value_of("<A i:nil='1'>x</A>", holder("int32", nullable=True)).a is None
    assert refused("<A z:Id='i1'>1</A>", declared).code == "wrong-id"
    assert refused("<A z:Ref='i1'/>", declared).code == "wrong-value"
    assert refused("<A i:nil='TRUE'/>", holder("str")).code == "wrong-value"
    assert value_of("<A i:nil=' true '/>", holder("str")).a is None
    assert value_of("<A i:type='x:int'>x</A>", holder("str")).a == "x"
