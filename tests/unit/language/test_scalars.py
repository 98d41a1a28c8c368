"""What unquoted text means, and what has to be quoted."""

from __future__ import annotations

from decimal import Decimal

import pytest

from wiresmith.language.placed import Spot
from wiresmith.language.plain_text import Trap, meaning
from wiresmith.language.yaml_nodes import Scalar

AT = Spot("f", 1, 1)


def plain(text: str) -> object:
    return meaning(Scalar(text, True, AT, AT))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("abc", "abc"), ("1.2.3", "1.2.3"), ("4XX", "4XX"), ("v1", "v1"), ("nope", "nope"), ("a: b", "a: b"),
        ("12", 12), ("-7", -7), ("0", 0), ("9007199254740993", 9007199254740993),
        ("true", True), ("FALSE", False),
        ("", None), ("null", None), ("~", None), ("Null", None),
    ],
)  # fmt: skip
def test_what_all_readers_agree_on(text: str, value: object) -> None:
    assert plain(text) == value
    assert type(plain(text)) is type(value)


@pytest.mark.parametrize("text", ["1.10", "0.00", "1e3", "-2.50E-7", "1E+400"])
def test_a_number_that_is_no_integer_keeps_its_text(text: str) -> None:
    value = plain(text)
    assert isinstance(value, Decimal)
    assert value.as_tuple() == Decimal(text).as_tuple()


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        *((word, "a boolean") for word in ("yes", "No", "ON", "off")),
        *((word, "a number") for word in ("017", "0x1F", "0o17", "0b1", "1_000", "+1", ".5", "1.", ".inf",
        ".NaN")),
        *((word, "a number") for word in ("1:30", "190:20:30.15")),
        ("2024-01-31", "a timestamp"), ("2024-01-31T10:00:00Z", "a timestamp"),
        ("=", "a default value"), ("<<", "a merge key"),
        ("1" * 401, "a number of more than 400 digits"), ("1e401", "a number of more than 400 digits"),
        ("1e999999999999", "a number of more than 400 digits"),
    ],
)  # fmt: skip
def test_what_readers_take_for_something_else(text: str, reading: str) -> None:
    assert plain(text) == Trap(reading)


@pytest.mark.parametrize("text", ["no", "1.10", "null", "", "2024-01-31", "true", "<<"])
def test_what_is_quoted_is_text(text: str) -> None:
    assert meaning(Scalar(text, False, AT, AT)) == text
