from __future__ import annotations

import copy
import json
import math
import pickle
import struct
from decimal import Decimal
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from wiresmith.runtime import LexicalDecimal, LexicalFloat, LexicalInt
from wiresmith.values.decimals import decimal_text, parse_decimal
from wiresmith.values.lexical import xml_single
from wiresmith.values.numbers import (
    float_text_xml,
    json_float_text,
    number_text,
    parse_float,
    parse_int,
    parse_number,
    single_text_xml,
)

json_numbers = st.from_regex(r"-?(0|[1-9][0-9]{0,24})(\.[0-9]{1,20})?([eE][+-]?[0-9]{1,3})?", fullmatch=True)


@given(json_numbers)
def test_every_json_number_keeps_its_spelling(text: str) -> None:
    assert number_text(parse_number(text)) == text
    assert number_text(parse_float(text)) == text
    assert decimal_text(parse_decimal(text)) == text


@given(st.from_regex(r"[+-]?([0-9]{1,20}(\.[0-9]{0,20})?|\.[0-9]{1,20})", fullmatch=True))
def test_every_xml_number_keeps_its_spelling(text: str) -> None:
    assert number_text(parse_number(text, "xml"), "xml") == text
    assert number_text(parse_float(text, "xml"), "xml") == text
    assert number_text(parse_float(text, "xml", single=True), "xml") == text
    assert decimal_text(parse_decimal(text, "xml"), "xml") == text


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_canonical_json_is_what_the_encoder_writes(value: float) -> None:
    text = json_float_text(value)
    assert msgspec.json.encode(value) == text.encode()
    assert json.loads(text) == value
    assert type(parse_float(text)) is float


@given(st.floats())
def test_canonical_xml_reads_back(value: float) -> None:
    text = float_text_xml(value)
    again = parse_float(text, "xml")
    assert type(again) is float
    assert struct.pack("d", again) == struct.pack("d", value) or (math.isnan(again) and math.isnan(value))


@given(st.floats(width=32))
def test_canonical_single_reads_back_as_the_same_single(value: float) -> None:
    again = parse_float(float_text_xml(value, single=True), "xml", single=True)
    assert type(again) is float
    assert struct.pack("f", again) == struct.pack("f", value) or (math.isnan(again) and math.isnan(value))


# What .NET's DataContractSerializer wrote for these values.
@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.0, "0"), (-0.0, "-0"), (0.1, "0.1"), (1.0, "1"), (1e14, "100000000000000"), (1e15, "1E+15"),
        (1e20, "1E+20"),
        (1.2345678901234568e17, "1.2345678901234568E+17"), (0.0001, "0.0001"), (1e-5, "1E-05"),
        (1e-7, "1E-07"),
        (1 / 3, "0.33333333333333331"), (2 / 3, "0.66666666666666663"), (math.nan, "NaN"), (math.inf, "INF"),
        (-math.inf, "-INF"), (1.7976931348623157e308, "1.7976931348623157E+308"),
        (5e-324, "4.94065645841247E-324"),
        (math.pi, "3.1415926535897931"), (0.30000000000000004, "0.30000000000000004"),
        (1234567.891, "1234567.891"),
        (1e23, "1E+23"), (123456789.12345679, "123456789.12345679"), (9007199254740992.0, "9007199254740992"),
        (0.8, "0.8"), (0.7999999999999999, "0.79999999999999993"), (12345678901234568.0, "12345678901234568"),
        (100000000000000.5, "100000000000000.5"), (-1e-300, "-1E-300"), (0.000123456789, "0.000123456789"),
    ],
)  # fmt: skip
def test_doubles_as_dotnet_writes_them(value: float, text: str) -> None:
    assert float_text_xml(value) == number_text(value, "xml") == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (16777216.0, "16777216"), (1e7, "1E+07"), (1e8, "1E+08"), (3.4028234663852886e38, "3.40282347E+38"),
        (1.401298464324817e-45, "1.401298E-45"), (0.3333333432674408, "0.333333343"), (3.3, "3.3"),
        (1e-5, "1E-05"),
        (123456.789, "123456.789"), (8388608.0, "8388608"), (1234567.88, "1234567.88"), (-math.inf, "-INF"),
    ],
)  # fmt: skip
def test_singles_as_dotnet_writes_them(value: float, text: str) -> None:
    assert float_text_xml(value, single=True) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.0, "0"), (-0.0, "-0"), (5e-324, "5E-324"), (1 / 3, "0.3333333333333333"),
        (1e15, "1000000000000000"), (1e16, "10000000000000000"), (1e17, "1E+17"),
        (-1e16, "-10000000000000000"),
        (1e14, "100000000000000"),
        (1e-5, "1E-05"), (1e-4, "0.0001"), (123456789012345678.0, "1.2345678901234568E+17"),
        (12345678901234567.0, "12345678901234568"),
        (1.5e300, "1.5E+300"), (float("nan"), "NaN"), (float("-inf"), "-INF"), (-1.25, "-1.25"),
    ],
)  # fmt: skip
def test_doubles_as_dotnet_core_writes_them(value: float, text: str) -> None:
    assert float_text_xml(value, floats="core") == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.1, "0.1"), (1e7, "10000000"), (16777216.0, "16777216"), (3.4028234663852886e38, "3.4028235E+38"),
        (1e8, "100000000"), (1e9, "1E+09"), (123456792.0, "123456790"), (1e-4, "0.0001"), (1e-5, "1E-05"),
        (1e-45, "1E-45"),
        (2.0**87, "1.5474251E+26"), (2.0**-96, "1.2621775E-29"), (1 / 3, "0.33333334"), (0.0, "0"),
    ],
)  # fmt: skip
def test_singles_as_dotnet_core_writes_them(value: float, text: str) -> None:
    assert float_text_xml(value, single=True, floats="core") == text


@given(st.floats(width=32, allow_nan=False))
def test_a_single_of_dotnet_core_reads_back(value: float) -> None:
    text = float_text_xml(value, single=True, floats="core").replace("INF", "inf")
    assert struct.pack("<f", float(text)) == struct.pack("<f", value)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.10000000149011612, "0.1"), (3.4028234663852886e38, "3.40282347E+38"), (16777216.0, "16777216"),
        (1e7, "1E+07"),
        (0.3333333432674408, "0.333333343"), (-0.10000000149011612, "-0.1"), (math.nan, "NaN"),
        (-math.inf, "-INF"),
        (0.1, "0.1"), (0.1234567891, "0.1234567891"), (1 / 3, "0.33333333333333331"),
    ],
)  # fmt: skip
def test_only_what_no_single_is_has_the_text_of_a_double(value: float, text: str) -> None:
    assert single_text_xml(value) == number_text(value, "xml", single=True) == xml_single(value) == text


@given(st.floats(width=32))
def test_a_single_is_written_as_dotnet_writes_it(value: float) -> None:
    assert single_text_xml(value) == float_text_xml(value, single=True)
    assert single_text_xml(value, floats="core") == float_text_xml(value, single=True, floats="core")


def test_a_double_that_is_no_single_has_no_such_text() -> None:
    with pytest.raises(ValueError, match="32-bit"):
        float_text_xml(1e39, single=True)


def test_only_spellings_that_are_not_canonical_make_lexical_numbers() -> None:
    assert [type(parse_number(text)) for text in ("123", "123.0", "1e20", "0", "0.00001")] == [
        int,
        float,
        float,
        int,
        float,
    ]
    for text in ("-0", "1e3", "1E+20", "1.50", "1e400", "1e+20", "1.0e1"):
        assert type(parse_number(text)) in (LexicalInt, LexicalFloat)
    assert type(parse_decimal("1.50")) is Decimal
    assert type(parse_decimal("1e3")) is LexicalDecimal
    assert (type(parse_int("007", "xml")), parse_int("007", "xml"), type(parse_int("0", "xml"))) == (
        LexicalInt,
        7,
        int,
    )
    assert parse_float("1e400") == math.inf


VALUES: list[Any] = [
    LexicalInt("-0"),
    LexicalInt("+007"),
    LexicalFloat("1.50"),
    LexicalFloat("Infinity"),
    LexicalDecimal("+1.50"),
]


@pytest.mark.parametrize("value", VALUES)
def test_copies_keep_the_text_and_arithmetic_gives_plain_numbers(value: Any) -> None:
    for again in (copy.copy(value), copy.deepcopy(value), pickle.loads(pickle.dumps(value))):
        assert (type(again), again, again.text) == (type(value), value, value.text)
    plain = type(value).__mro__[1]
    assert value == plain(value)
    assert hash(value) == hash(plain(value))
    assert type(value + 1) is type(-value) is type(value * 2) is plain


def test_a_text_of_the_other_format_gives_way_to_the_canonical_one() -> None:
    assert number_text(parse_int("+7", "xml"), "json") == "7"
    assert number_text(parse_float(".5", "xml"), "json") == "0.5"
    assert number_text(parse_float("5", "xml"), "json") == "5.0"
    assert number_text(parse_float("1E+20"), "xml") == "1E+20"
    assert number_text(parse_decimal("1E3"), "xml") == "1000"
    assert number_text(parse_decimal("+1.50", "xml"), "json") == "1.50"
    assert number_text(Decimal("1E+3"), "json") == "1E+3"


@pytest.mark.parametrize(
    "value", [math.nan, math.inf, -math.inf, LexicalFloat("INF"), Decimal("NaN"), Decimal("-Infinity")]
)
def test_json_has_no_nan_and_no_infinity(value: Any) -> None:
    with pytest.raises(ValueError, match="number"):
        number_text(value, "json")


@pytest.mark.parametrize(
    "text", ["", "+1", "01", "1.", ".5", "1e", "0x10", "1_000", " 1", "1\n", "NaN", "INF", "١", "--1"]
)
def test_json_is_strict(text: str) -> None:
    for parse in (parse_int, parse_float, parse_number, parse_decimal):
        with pytest.raises(ValueError, match=r"^an? "):
            parse(text)


@pytest.mark.parametrize(
    "text", ["", "1e", "0x10", "1_000", " 1", "+INF", "nan", "Nan", "inf", "١", "1,000", "."]
)
def test_xml_refuses_what_dotnet_refuses(text: str) -> None:
    for parse in (parse_int, parse_float, parse_number, parse_decimal):
        with pytest.raises(ValueError, match=r"^an? "):
            parse(text, "xml")


def test_integers_have_no_fraction_and_decimals_no_exponent_in_xml() -> None:
    for parse, text, form in ((parse_int, "1.0", "json"), (parse_int, "1e3", "json"),
    (parse_int, "1.0", "xml"), (parse_decimal, "1E3", "xml")):  # fmt: skip
        with pytest.raises(ValueError, match=r"without|an integer"):
            parse(text, form)  # type: ignore[arg-type]


def test_endless_numbers_are_refused() -> None:
    with pytest.raises(ValueError, match="digits"):
        parse_int("9" * 1_000_000)
    with pytest.raises(ValueError, match="digits"):
        number_text(1 << 1_000_000)
    with pytest.raises(ValueError, match="digits"):
        number_text(Decimal("1E+999999"), "xml")
    with pytest.raises(ValueError, match="exponent"):
        parse_decimal("1e99999999999999999999")
    for make in (LexicalInt, LexicalFloat, LexicalDecimal):
        with pytest.raises(ValueError, match="a"):
            make("one")
