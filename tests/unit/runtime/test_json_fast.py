"""What emitted JSON writers ask of values where any may stand, and which layouts their readers take."""

from __future__ import annotations

import math
from decimal import Decimal
from enum import StrEnum
from typing import Any

import msgspec
import pytest

from wiresmith.runtime.json import fast
from wiresmith.runtime.json.fast import (
    JsonCodec,
    completed,
    finite_decimal,
    finite_json,
    read_key,
    wire_names,
    write_key,
)
from wiresmith.runtime.undeclared import Undeclared
from wiresmith.runtime.unusual import Unusual


class Word(StrEnum):
    A = "a"


GOOD: list[Any] = [None, True, 0, -5, 2**70, 0.0, -1.5, 1e308, "", "a", Word.A, [], {}]
NUMBERS: list[Any] = [math.nan, math.inf, -math.inf]
NOT_JSON: list[Any] = [b"", Decimal(1), object(), (1,), {1}, 1j, {1: 2}, {None: 1}, {b"a": 1}]
PLACES: list[Any] = [
    lambda value: value,
    lambda value: [value],
    lambda value: {"a": value},
    lambda value: [1, {"a": [value, 1]}],
    lambda value: {"a": 1, "b": [[], {"c": value}], "d": 2},
]


@pytest.mark.parametrize("place", PLACES)
def test_what_json_can_hold_is_the_value_itself(place: Any) -> None:
    for part in GOOD:
        value = place(part)
        assert finite_json(value) is value


@pytest.mark.parametrize("place", PLACES)
def test_what_json_cannot_hold_is_refused_wherever_it_stands(place: Any) -> None:
    for part in NUMBERS:
        with pytest.raises(ValueError, match="is not a JSON number"):
            finite_json(place(part))
    for part in NOT_JSON:
        with pytest.raises(TypeError):
            finite_json(place(part))


def test_decimals_are_finite() -> None:
    assert finite_decimal(Decimal("1.50")) == Decimal("1.50")
    for text in ("NaN", "sNaN", "Infinity", "-Infinity"):
        with pytest.raises(ValueError, match="is not a JSON number"):
            finite_decimal(Decimal(text))


CODEC: JsonCodec[Any] = JsonCodec(dict[str, list[int]], lambda wire: wire, lambda value: value)


@pytest.mark.parametrize(
    "document",
    [
        b'{"a":[1,2]}', b'{"a": [1, 2]}', b'{\n "a": [\n  1,\n  2\n ]\n}',
        b'{\n    "a": [\n        1,\n        2\n    ]\n}', b"{}",
    ],
)  # fmt: skip
def test_the_layouts_that_are_usual(document: bytes) -> None:
    assert CODEC.decode(document) in ({"a": [1, 2]}, {})


@pytest.mark.parametrize(
    "document",
    [
        b'{"a":[1, 2]}', b'{"a" : [1, 2]}', b' {"a":[1,2]}', b'{"a":[1,2]} ', b'{\n"a": [\n1,\n2\n]\n}',
        b'{\n "a": [\n  1,\n  2\n  ]\n}', b'{\n\t"a": [\n\t\t1,\n\t\t2\n\t]\n}', b'{"a":[1,2],"a":[1]}',
        b'{"a":[1.0]}', b'{"a":["1"]}', b"{", b"", b"[]", b'{"\\u0061":[1]}',
    ],
)  # fmt: skip
def test_every_other_document_is_left_to_the_exact_reader(document: bytes) -> None:
    with pytest.raises(Unusual):
        CODEC.decode(document)


@pytest.mark.parametrize(("kind", "text", "value"), [("int32", "5", 5), ("bool", "true", True)])
def test_keys(kind: str, text: str, value: Any) -> None:
    assert (read_key(kind, text), write_key(kind, value)) == (value, text)
    for unusual in (f" {text}", f"0{text}", text.upper() + "x"):
        with pytest.raises((ValueError, Unusual)):
            read_key(kind, unusual)


@pytest.mark.parametrize(
    ("kind", "text"), [("uuid", "0A1B2C3D-0000-4000-8000-000000000001"), ("timedelta", "PT24H")]
)
def test_a_key_keeps_its_spelling(kind: str, text: str) -> None:
    assert write_key(kind, read_key(kind, text)) == text


def test_names_that_msgspec_refuses_are_put_back() -> None:
    taken = wire_names({"a": 'x"y', "b": "plain"})
    assert taken["b"] == "plain"
    assert taken["a"] != 'x"y'
    made = msgspec.defstruct("Made", [("a", int), ("b", int)], rename=taken)(a=1, b=2)
    assert msgspec.json.encode(completed(made, None)) == b'{"x\\"y":1,"plain":2}'
    undeclared = Undeclared(unknown_json=((1, "more", 3),))
    assert msgspec.json.encode(completed(made, undeclared)) == b'{"x\\"y":1,"more":3,"plain":2}'


def test_an_object_of_usual_names_is_the_struct_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fast, "_spelled", {})
    made = msgspec.defstruct("Made", [("a", int)])(a=1)
    assert completed(made, None) is made
    assert completed(made, Undeclared(unknown_json=((0, "more", 3),))) == {"more": 3, "a": 1}
