"""Floats as .NET Framework reads and writes them; the values were printed and parsed by Mono, which has that
code.
"""

from __future__ import annotations

import math
from random import Random

import pytest

from wiresmith.values.framework_floats import framework_double, has_15_digits, is_frameworks, quick_text
from wiresmith.values.lexical import xml_number
from wiresmith.values.numbers import LexicalFloat, float_text_xml
from wiresmith.values.xml_numbers import read_float

pytestmark = pytest.mark.slow

READ_ONE_OFF = [
    ("14505348175068", -11, "0x1.fe5c8faf8974cp-37"),
    ("6785248409391", -25, "0x1.a3fc8d8017848p-81"),
    ("66223287659801", -21, "0x1.f45e77bb1a74cp-68"),
    ("384790328976", -10, "0x1.a714d950a8a5ap-32"),
    ("195327099503636", 4, "0x1.3132d6fd3a65dp+14"),
    ("4290983641656", -32, "0x1.bd99e96668ab8p-105"),
]


@pytest.mark.parametrize(("digits", "power", "value"), READ_ONE_OFF)
def test_some_texts_are_read_one_off(digits: str, power: int, value: str) -> None:
    assert framework_double(digits, power) == float.fromhex(value)
    assert framework_double(digits, power) != float(f"{digits[0]}.{digits[1:]}e{power}")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0.321358299032486", "0x1.4912266292242p-2"),
        ("0.10018298872755", "0x1.9a597a4334b0dp-4"),
        ("7.55070972955207E-175", "0x1.7e77d61027740p-579"),
        ("-5.00371283620658E-298", "-0x1.4f18578a0b5cep-988"),
        ("-6.2775781295646496E-248", "-0x1.c17517a84b7cap-822"),
    ],
)
def test_doubles_have_as_many_digits_as_dotnet_needs(text: str, value: str) -> None:
    assert float_text_xml(float.fromhex(value)) == text


@pytest.mark.parametrize("text", ["1", "0.1", "1E+22", "5E-324", "2.2250738585072014E-308", "123456.789"])
def test_most_texts_are_read_as_they_are(text: str) -> None:
    mantissa, _, power = f"{float(text):.14e}".partition("e")
    assert framework_double(mantissa.replace(".", ""), int(power)) in (
        float(text),
        float(f"{mantissa}e{power}"),
    )


@pytest.mark.parametrize(
    ("digits", "power", "value"),
    [
        ("", 0, 0.0),
        ("0", 5, 0.0),
        ("17976931348623157", 308, 1.7976931348623157e308),
        ("18", 308, math.inf),
        ("1", 400, math.inf),
        ("1", -400, 0.0),
        ("4940656458412465", -324, 5e-324),
        ("25", -324, 5e-324),
        ("24", -324, 0.0),
        ("9999999999999999", 22, 1e23),
    ],
)
def test_the_ends_of_the_range(digits: str, power: int, value: float) -> None:
    assert framework_double(digits, power) == value


def test_a_text_that_dotnet_reads_one_off_is_kept() -> None:
    one_off = read_float(b"0.84551240822557")
    assert isinstance(one_off, LexicalFloat)
    assert one_off.text == "0.84551240822557"
    assert float_text_xml(float(one_off)) == "0.84551240822556994"
    assert type(read_float(b"9.95")) is float


def test_the_quick_decision_is_the_full_one() -> None:
    random = Random(5)
    quotients = (
        random.randrange(10 ** random.randint(1, 15)) / 10 ** random.randint(1, 13) for _ in range(40_000)
    )
    texts = [text for value in quotients if len(text := repr(value)) <= 16 and "e" not in text]
    told = [is_frameworks(text) for text in texts]
    assert told == [has_15_digits(float(text)) for text in texts]
    assert not all(told)


def test_the_fast_writer_gives_the_digits_that_dotnet_needs() -> None:
    value = float(f"{READ_ONE_OFF[4][0]}e-10")
    values = [value, *(value + step * 1e-4 for step in range(5_000))]
    assert [xml_number(one) for one in values] == [float_text_xml(one) for one in values]
    assert xml_number(36.6) == "36.6"


def test_the_quick_text_is_the_full_one() -> None:
    random = Random(7)
    wide = [random.uniform(-1, 1) * 10 ** random.randint(-4, 16) for _ in range(10_000)]
    ties = [(random.getrandbits(20) + 0.5) * 2.0 ** -random.randint(0, 24) for _ in range(5_000)]
    rounded = [round(random.uniform(0, 10**6), random.randint(0, 14)) for _ in range(10_000)]
    texts = [(value, text) for value in (*wide, *ties, *rounded) if (text := quick_text(value)) is not None]
    assert [text for _, text in texts] == [float_text_xml(value) for value, _ in texts]
    assert len(texts) > 15_000
    assert quick_text(1 + 2**-17) is None  # a tie at the 18th digit
