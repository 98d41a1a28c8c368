"""Targets: what ``--as`` accepts and what it finds."""

from __future__ import annotations

from typing import Any

import pytest

from wiresmith.check.targets import ResponseTarget, Target, TargetError, parse, resolve
from wiresmith.description import Contract, ObjectType, Operation, Response


def _contract() -> Contract:
    def operation(name: str, *statuses: str) -> Operation[Any]:
        responses = tuple(
            Response[None](
                status=status,
            )
            for status in statuses
        )
        return Operation(name=name, python=f"{name}_", method="GET", path="/", responses=responses)

    def declared(identity: str, python: str) -> ObjectType:
        return ObjectType(identity=identity, name=python, own=(), members=())

    types = (declared("Batch", "Batch"), declared("Page[Batch]", "PageOfBatch"))
    return Contract(
        api="things",
        operations=(
            operation("read", "404", "200", "4XX"),
            operation("fall_back", "400", "default"),
            operation("fail", "500"),
        ),
        types={entry.name: entry for entry in types},
    )


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("things.read", Target("things", "read")),
        ("things.read:200", Target("things", "read", "200")),
        (" things.Page[Batch] ", Target("things", "Page[Batch]")),
    ],
)
def test_a_target_is_read(text: str, target: Target) -> None:
    assert parse(text) == target
    assert str(target) == text.strip()


@pytest.mark.parametrize(
    "text", ["", "things", "things.", ".read", "things.read:", "things.read:1:2", "a:b.c"]
)
def test_another_form_is_refused_with_examples(text: str) -> None:
    with pytest.raises(TargetError, match=r"expected api\.operation"):
        parse(text)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("things.read", "200"),
        ("things.read_", "200"),
        ("things.read:404", "404"),
        ("things.read:410", "4XX"),
        ("things.read:4xx", "4XX"),
        ("things.fall_back", "default"),
        ("things.fall_back:503", "default"),
        ("things.fall_back:default", "default"),
    ],
)
def test_a_response_is_found(text: str, status: str) -> None:
    found = resolve(parse(text), _contract())
    assert isinstance(found, ResponseTarget)
    assert found.response.status == status


@pytest.mark.parametrize("name", ["Page[Batch]", "PageOfBatch"])
def test_a_type_is_found_by_identity_and_class_name(name: str) -> None:
    found = resolve(Target("things", name), _contract())
    assert isinstance(found, ObjectType)
    assert found.name == "PageOfBatch"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("things.raed", "did you mean 'read'"),
        ("things.nothing_like_it", "operations: read, fall_back, fail; types: Batch, PageOfBatch"),
        ("things.read:500", r"documents no response 500 \(documented: 404, 200, 4XX\)"),
        ("things.fail", "documents no 2XX response"),
        ("things.Batch:200", "only an operation has a status"),
    ],
)
def test_what_does_not_exist_is_named_with_what_does(text: str, message: str) -> None:
    with pytest.raises(TargetError, match=message):
        resolve(parse(text), _contract())
