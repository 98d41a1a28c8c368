from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wiresmith.description import QName, Scalar
from wiresmith.kinds import all_kinds, kind_of
from wiresmith.runtime import Duration, LexicalInt
from wiresmith.runtime.bounds import check_constraints, within

KINDS = [kind.name for kind in all_kinds()]
INTEGER_RANGES = {kind.name: kind.range for kind in all_kinds() if kind.range is not None}


def parse_text(
    kind: str, text: str, texts: Any = "standard", form: Any = "json", floats: Any = "framework"
) -> Any:
    return kind_of(kind).read(text, form, texts, floats)


def scalar_text(
    kind: str, value: Any, texts: Any = "standard", form: Any = "json", floats: Any = "framework"
) -> str:
    return kind_of(kind).text(value, form, texts, floats)


def expected_form(kind: str, texts: Any = "standard", form: Any = "json") -> str:
    return kind_of(kind).expected(form, texts)


XML_ONLY: list[tuple[str, str, object]] = [
    ("bool", "1", True), ("bool", " false\n", False), ("int", " 5\t", 5), ("int32", "+1", 1),
    ("int32", "007", 7),
    ("float64", "INF", float("inf")), ("float64", "Infinity", float("inf")),
    ("float64", "-INF", float("-inf")),
    ("float64", "5.", 5.0), ("decimal", ".5", Decimal("0.5")), ("decimal", "5.", Decimal(5)),
    ("datetime", " 2014-11-06T15:38:36Z ", dt.datetime(2014, 11, 6, 15, 38, 36, tzinfo=dt.UTC)),
    ("bytes", "AQ\nL9", b"\x01\x02\xfd"),
    ("uuid", "\n6f9619ff8b86d011b42d00cf4fc964ff ", "6f9619ff8b86d011b42d00cf4fc964ff"),
]  # fmt: skip
BOTH: list[tuple[str, str, object]] = [
    ("str", " a ", " a "), ("uri", "", ""), ("any", "x", "x"), ("bool", "true", True),
    ("bool", "false", False),
    ("int", "12345678901234567890123", 12345678901234567890123), ("uint8", "255", 255),
    ("int8", "-128", -128), ("int64", "-0", 0),
    ("number", "5", 5), ("number", "1.50", 1.5), ("float32", "0.1", 0.1),
    ("decimal", "1.50", Decimal("1.50")),
    ("date", "2014-11-06", dt.date(2014, 11, 6)),
    ("time", "15:38:36.5Z", dt.time(15, 38, 36, 500000, dt.UTC)),
    ("datetimeoffset", "2014-11-06T15:38:36.1234567-05:00",
    dt.datetime(2014, 11, 6, 20, 38, 36, 123456, dt.UTC)),
    ("qname", "urn:x:local", QName("local", "urn:x")), ("qname", "local", QName("local")),
    ("timedelta", "PT1M30S", dt.timedelta(seconds=90)), ("bytes", "", b""),
    ("bytes", "AQL9", b"\x01\x02\xfd"),
]  # fmt: skip
WRONG: list[tuple[str, str]] = [
    ("bool", "True"), ("bool", ""), ("int", ""), ("int", "1.0"), ("int", "1e3"), ("int", "0x1"),
    ("int", "1 2"), ("int", "\xa05"),
    ("uint8", "256"), ("int8", "-129"), ("uint64", "18446744073709551616"), ("int32", "9" * 5000),
    ("number", "one"),
    ("float32", "3.5e38"), ("float64", "1e400"), ("float64", "+INF"), ("decimal", "1,5"), ("decimal", "NaN"),
    ("datetime", "2014-11-06"), ("date", "06.11.2014"), ("time", "25:00:00"), ("timedelta", "1 day"),
    ("uuid", "no"),
    ("datetimeoffset", "2014-11-06T15:38:36"), ("datetimeoffset", "2014-11-06T15:38:36+14:01"),
    ("qname", "urn:x:"), ("char", "AB"),
    ("uuid", "\ud800"), ("bytes", "AQL"), ("bytes", "AQ=="  "AQ=="), ("bytes", "AR=="), ("bytes", "é"),
    ("bytes", "\ud800"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "text", "value"), BOTH)
@pytest.mark.parametrize("form", ["json", "xml"])
def test_what_both_formats_read(kind: str, text: str, value: object, form: Any) -> None:
    read = parse_text(kind, text, "standard", form)
    assert read == value
    assert isinstance(read, type(value))
    assert scalar_text(kind, read, "standard", form) == text


@pytest.mark.parametrize(("kind", "text", "value"), XML_ONLY)
def test_what_only_xml_reads(kind: str, text: str, value: object) -> None:
    assert parse_text(kind, text, "dotnet", "xml") == value
    with pytest.raises(ValueError, match=r"."):
        parse_text(kind, text, "dotnet", "json")


def test_xml_keeps_the_spelling_of_integers_without_the_space_around() -> None:
    value = parse_text("int32", " +007 ", "dotnet", "xml")
    assert isinstance(value, LexicalInt)
    assert value.text == "+007"
    assert type(parse_text("int32", " 7 ", "dotnet", "xml")) is int


@pytest.mark.parametrize(("kind", "text"), WRONG)
@pytest.mark.parametrize("form", ["json", "xml"])
def test_what_neither_reads_and_what_it_says(kind: str, text: str, form: Any) -> None:
    with pytest.raises(ValueError, match="^" + expected_form(kind, "standard", form)[:9]):
        parse_text(kind, text, "standard", form)


@pytest.mark.parametrize("code", [0, 13, 65, 0xD800, 0xFFFF])
def test_a_char_is_a_code_unit_in_xml_and_a_string_in_json(code: int) -> None:
    assert parse_text("char", f" +{code}", "dotnet", "xml") == chr(code)
    assert scalar_text("char", chr(code), "dotnet", "xml") == str(code)
    assert parse_text("char", chr(code)) == scalar_text("char", chr(code)) == chr(code)


@pytest.mark.parametrize("text", ["", "AB", "\U0001f600"])
def test_other_texts_are_no_char(text: str) -> None:
    assert check_constraints(Scalar(kind="char"), text) == "one UTF-16 code unit"
    with pytest.raises(ValueError, match="one UTF-16 code unit"):
        parse_text("char", text)
    with pytest.raises(ValueError, match="one UTF-16 code unit"):
        scalar_text("char", text, "dotnet", "xml")
    with pytest.raises(ValueError, match="0 to 65535"):
        parse_text("char", "65536", "dotnet", "xml")


def test_our_own_text_of_an_offset_of_zero_has_no_letter() -> None:
    assert (
        scalar_text("datetimeoffset", dt.datetime(2020, 1, 2, tzinfo=dt.UTC)) == "2020-01-02T00:00:00+00:00"
    )
    read = parse_text("datetimeoffset", "2020-01-02T00:00:00Z")
    assert scalar_text("datetimeoffset", read) == "2020-01-02T00:00:00Z"
    with pytest.raises(ValueError, match="with an offset"):
        scalar_text("datetimeoffset", dt.datetime(2020, 1, 2))


def test_floats_are_canonical_in_the_spelling_that_is_asked_for() -> None:
    third = "0.33333333333333331"
    assert type(parse_text("float64", third, "dotnet", "xml")) is float
    kept = parse_text("float64", third, "dotnet", "xml", "core")
    assert scalar_text("float64", kept, "dotnet", "xml", "core") == third
    assert scalar_text("float64", 1 / 3, "dotnet", "xml", "core") == "0.3333333333333333"
    assert scalar_text("float32", 0.333333343, "dotnet", "xml", "core") == "0.333333343"
    assert scalar_text("number", 1e16, "dotnet", "xml", "core") == "10000000000000000"
    assert scalar_text("number", 1e17, "dotnet", "xml", "core") == "1E+17"


def test_durations_have_the_texts_of_the_dialect() -> None:
    assert parse_text("timedelta", "1.02:03:04", "dotnet", "json") == dt.timedelta(1, 7384)
    assert parse_text("timedelta", "P1DT2H3M4S", "dotnet", "xml") == dt.timedelta(1, 7384)
    assert scalar_text("timedelta", dt.timedelta(1, 7384), "dotnet", "json") == "1.02:03:04"
    assert scalar_text("timedelta", Duration(1, 7384), "dotnet", "xml") == "P1DT2H3M4S"
    assert expected_form("timedelta", "dotnet", "json") != expected_form("timedelta", "dotnet", "xml")


@given(
    st.sampled_from(KINDS),
    st.sampled_from(["json", "xml"]),
    st.sampled_from(["standard", "dotnet"]),
    st.text() | st.from_regex(r"[-+0-9.:TZPDHMSeE]{0,30}"),
)
def test_any_text_is_read_or_refused(kind: str, form: Any, texts: Any, text: str) -> None:
    try:
        value = parse_text(kind, text, texts, form)
    except ValueError:
        return
    if (kind, form, texts) == ("uri", "xml", "dotnet"):
        return  # .NET writes another text than it read
    again = parse_text(kind, scalar_text(kind, value, texts, form), texts, form)
    assert again == value or value != value


@pytest.mark.parametrize("kind", sorted(INTEGER_RANGES))
def test_widths(kind: Any) -> None:
    least, greatest = INTEGER_RANGES[kind]
    scalar = Scalar(kind=kind)
    assert check_constraints(scalar, least) is check_constraints(scalar, greatest) is None
    for value in (least - 1, greatest + 1):
        assert check_constraints(scalar, value) == f"an integer from {least} to {greatest}"


@pytest.mark.parametrize(
    ("scalar", "good", "bad", "message"),
    [
        (Scalar(kind="int", ge=1), 1, 0, "at least 1"),
        (Scalar(kind="int", gt=1), 2, 1, "more than 1"),
        (Scalar(kind="number", le=1.5), 1.5, 1.6, "at most 1.5"),
        (Scalar(kind="decimal", lt=1), Decimal("0.9"), Decimal("1.0"), "less than 1"),
        (Scalar(kind="float64", ge=0), float("inf"), float("nan"), "at least 0"),
        (Scalar(kind="float32"), float("inf"), 1e39, "a number in the range of a 32-bit float"),
        (Scalar(kind="str", min_length=2), "\U0001f600b", "\U0001f600", "a length of at least 2"),
        (Scalar(kind="bytes", max_length=1), b"a", b"ab", "a length of at most 1"),
        (Scalar(kind="str", pattern="^a+$"), "aa", "ab", "a text that matches ^a+$"),
    ],
)
def test_constraints(scalar: Scalar, good: object, bad: object, message: str) -> None:
    assert check_constraints(scalar, good) is None
    assert within(scalar, good) == good
    assert check_constraints(scalar, bad) == message
    with pytest.raises(ValueError, match=r"."):
        within(scalar, bad)
