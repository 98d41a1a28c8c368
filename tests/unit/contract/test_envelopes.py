"""Envelopes: what is around a result, checked against the type of the result."""

from __future__ import annotations

import pytest

from tests.unit.contract.conftest import API, Lines, Load
from wiresmith.contract.model import BodyPath, Envelope, NamedType, Operation, ScalarType, TypeUse

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


def one(load: Load, text: str, api: str = API) -> Operation:
    (operation,) = load(text + TYPES, api).operations
    return operation


def envelope(load: Load, text: str, api: str = API) -> Envelope:
    found = one(load, OPERATION % text, api).envelope
    assert found
    return found


def test_each_part(load: Load) -> None:
    found = envelope(
        load,
        "{unwrap: $body.data, success: $body.ok, error: {code: $body.code, message: $body.error.text, all_of_it: $body.error}}",
    )
    assert found.unwrap
    assert found.unwrap.members == ("data",)
    assert found.success == BodyPath(members=("ok",), use=TypeUse(ScalarType("bool")))
    assert found.error == (
        ("code", BodyPath(members=("code",), use=TypeUse(ScalarType("int32")))),
        ("message", BodyPath(members=("error", "text"), use=TypeUse(ScalarType("str")))),
        ("all_of_it", BodyPath(members=("error",), use=TypeUse(NamedType("Error")))),
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


@pytest.mark.parametrize(
    ("text", "column", "message"),
    [
        ("{}", 15, "an empty envelope; an envelope says at least one of unwrap, success and error; write envelope: null where there is none"),
        ("{error: {}}", 23, "error is an empty mapping; give an entry, or leave the key out"),
        ("{unwrap: $body}", 24, "unwrap is $body, which is the whole; a member is expected: $body.<member>"),
        ("{unwrap: $body.dat}", 24, "unwrap is '$body.dat', and 'Result[list[Item]]' has no member 'dat'; wire names are expected, joined by dots; did you mean '$body.data'?"),
        ("{unwrap: $body.data.id}", 24, "unwrap is '$body.data.id', and '$body.data' is a list; an object is expected, whose members have names"),
        ("{unwrap: $header.X}", 24, "unwrap is '$header.X'; $body.<member>.<member>… is expected"),
        ("{success: $body.code}", 25, "success is '$body.code', of type int32; a bool is expected"),
        ("{success: $body.error}", 25, "success is '$body.error', an object (Error); a bool is expected"),
        ("{error: {code: $body.nothing}}", 30, "error code is '$body.nothing', and 'Result[list[Item]]' has no member 'nothing'; wire names are expected, joined by dots"),
        ("{error: {class: $body.code}}", 24, "'class' is a keyword of Python; a Python name is expected"),
        ("{error: {a-b: $body.code}}", 24, "the name of a detail of an error is 'a-b'; a name is expected"),
        ("{unwrp: $body.data}", 16, "unknown key 'unwrp' in an envelope; did you mean 'unwrap'?"),
    ],
)  # fmt: skip
def test_mistakes(lines: Lines, text: str, column: int, message: str) -> None:
    assert f"e.yaml:6:{column}: {message}" in lines(OPERATION % text + TYPES)


def test_that_of_the_api_does_not_fit(lines: Lines) -> None:
    text = "operations: {op: {get: /a, returns: {200: Item}}}\n"
    found = lines(text + TYPES, API + OF_API)
    assert [line.partition(", and")[0] for line in found] == [
        "api.yaml:3:20: unwrap is '$body.data'",
        "api.yaml:3:41: success is '$body.ok'",
        "api.yaml:3:68: error message is '$body.error.text'",
    ]


def test_an_envelope_around_nothing(lines: Lines) -> None:
    text = "operations: {op: {get: /a, returns: {204: null}, envelope: {unwrap: $body.a}}}"
    assert lines(text) == [
        "e.yaml:1:60: an envelope, and no successful response has a body; a 2XX response with a type is expected; "
        "write envelope: null in the operation"
    ]
