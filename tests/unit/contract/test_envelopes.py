"""Envelopes: what is around a result, checked against the type of the result."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.contract.conftest import API, Load
from wiresmith.description import Envelope, Operation

TYPES = """
types:
  Result[T]: {fields: {data: T, ok: bool, error: Error, code: int32, next: str}}
  Error: {fields: {text: str, number: int}}
  Item: {fields: {id: int}}
"""
OPERATION = """\
operations:
  op:
    get: /a
    query: {after?: str}
    returns: {200: "Result[list[Item]]", 404: Item}
    envelope: %s
"""
OF_API = "envelope: {unwrap: $body.data, success: $body.ok, error: {message: $body.error.text}}\n"


def one(load: Load, text: str, api: str = API) -> Operation[Any]:
    (operation,) = load(text + TYPES, api).operations
    return operation


def envelope(load: Load, text: str, api: str = API) -> Envelope:
    found = one(load, OPERATION % text, api).envelope
    assert found
    return found


def test_each_part(load: Load) -> None:
    found = envelope(
        load,
        "{unwrap: $body.data, success: $body.ok, error: {code: $body.code, message: $body.error.text, "
        "all_of_it: $body.error}}",
    )
    assert found.unwrap == ("data",)
    assert found.success == ("ok",)
    assert found.error == (
        ("code", ("code",)),
        ("message", ("error", "text")),
        ("all_of_it", ("error",)),
    )


@pytest.mark.parametrize("text", ["{unwrap: $body.data}", "{success: $body.ok}", "{error: {a: $body.code}}"])
def test_any_one_part_will_do(load: Load, text: str) -> None:
    assert envelope(load, text)


def test_that_of_the_api_is_that_of_every_operation(load: Load) -> None:
    text = OPERATION.replace("    envelope: %s\n", "")
    found = one(load, text, API + OF_API).envelope
    assert found
    assert [name for name, _ in found.error] == ["message"]


@pytest.mark.parametrize(
    ("rest", "has_one"),
    [
        ("returns: {200: Item}, envelope: null", False),
        ("returns: {204: null}", False),
        ("returns: {200: 'Result[int]'}, envelope: {unwrap: $body.data}", True),
    ],
)
def test_an_operation_may_have_none_or_its_own(load: Load, rest: str, has_one: bool) -> None:
    found = one(load, f"operations: {{op: {{get: /a, {rest}}}}}\n", API + OF_API).envelope
    assert (found is not None) == has_one
    assert found is None or found.success is None
