"""Documents that no reader would make: `resolve` takes them as they come."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from wiresmith.contract.constraints import constrained
from wiresmith.contract.resolve import load_api, resolve, resolve_collecting
from wiresmith.description import BareType, ListType, Scalar
from wiresmith.language.document import ApiDocument, OperationDoc, TypeDoc
from wiresmith.language.facts import ConstraintsDoc
from wiresmith.language.placed import Placed, Spot
from wiresmith.language.problem import Problems, SpecError
from wiresmith.language.reader import read_api_collecting
from wiresmith.language.xml_keys import ApiXmlDoc

HERE = Spot("here", 1, 1)
SPEC = """\
wiresmith: 1
api: shop
operations:
  op:
    get: /a/{id}
    path: {id: int}
    query: {'q?': int}
    paging: {style: page, send: $query.q, items: $body.many}
    returns: {200: A}
types:
  A: {fields: {many: 'list[int]', other: int}, json_order: [many, other]}
  E: {enum: [a, b]}
"""

Change = Callable[[ApiDocument], ApiDocument]


@pytest.fixture
def document(shop: Path) -> ApiDocument:
    (shop / "api.yaml").write_text(SPEC)
    found, problems = read_api_collecting(Path("shop"))
    assert found is not None
    assert not problems
    return found


def operation(**changes: object) -> Change:
    def change(document: ApiDocument) -> ApiDocument:
        (found,) = document.operations
        return replace(document, operations=(replace(found, **changes),))  # type: ignore[arg-type]

    return change


def paging(name: str, value: str) -> Change:
    def change(document: ApiDocument) -> ApiDocument:
        found: OperationDoc = document.operations[0]
        assert found.paging is not None
        placed = Placed(value, HERE)
        if name == "style":
            return operation(paging=replace(found.paging, style=placed))(document)
        if name == "items":
            return operation(paging=replace(found.paging, items=placed))(document)
        step = replace(found.paging.step, send=placed)
        return operation(paging=replace(found.paging, step=step))(document)

    return change


def type_named(name: str, change_type: Callable[[TypeDoc], TypeDoc]) -> Change:
    def change(document: ApiDocument) -> ApiDocument:
        return replace(
            document,
            types=tuple(change_type(each) if each.name.value == name else each for each in document.types),
        )

    return change


def optional_path(document: ApiDocument) -> ApiDocument:
    (field,) = document.operations[0].path_parameters
    return operation(path_parameters=(replace(field, entry=Placed("id?", HERE)),))(document)


def status_twice(document: ApiDocument) -> ApiDocument:
    ((_, payload),) = document.operations[0].returns
    returns = ((Placed("2xx", HERE), payload), (Placed("2XX", HERE), payload))
    return operation(returns=returns)(document)


def placed(values: Mapping[str, object]) -> dict[str, Any]:
    return {name: Placed(value, HERE) for name, value in values.items()}


def xml(**values: str) -> Change:
    return lambda document: replace(
        document, xml=ApiXmlDoc(**placed(values), at=HERE, places=dict.fromkeys(values, HERE))
    )


@pytest.mark.parametrize(
    ("change", "line"),
    [
        (
            paging("style", "x"),
            "there is no paging style 'x'; cursor, token, offset, page, url or link is expected",
        ),
        (
            paging("send", "q"),
            "send is 'q'; $query.<name of a query parameter> or $header.<name of a header> is expected",
        ),
        (paging("items", "$body..a"), "items is '$body..a'; $body.<member>.<member>… is expected"),
        (optional_path, "the path parameter 'id' is optional; a path has all its parameters"),
        (status_twice, "the status 2XX is declared twice; one response for each status"),
        (
            operation(get=Placed("/a/{id}?b", HERE)),
            "the path '/a/{id}?b' has a ? or #; query parameters stand under query:",
        ),
        (
            type_named("A", lambda a: replace(a, json_order=(*(a.json_order or ()), Placed("many", HERE)))),
            "'many' stands twice in json_order",
        ),
        (
            type_named(
                "E", lambda e: replace(e, enum=(e.enum[0], replace(e.enum[0], entry=Placed("a", HERE))))
            ),
            "'a' stands twice in the enum 'E'",
        ),
        (
            type_named("A", lambda a: replace(a, entry=Placed("", HERE))),
            "no Python name can be made of ''; set python:",
        ),
        (xml(), "xml without a dialect; dialect: datacontract or dialect: plain is expected"),
        (
            xml(dialect="datacontract", clr_namespace="a b"),
            "'a b' is not a CLR namespace: identifiers joined by dots",
        ),
    ],
)
def test_mistakes_that_the_reader_reports_first(document: ApiDocument, change: Change, line: str) -> None:
    contract, problems = resolve_collecting(change(document))
    assert contract is None
    assert f"here:1:1: {line}" in map(str, problems)
    with pytest.raises(SpecError):
        resolve(change(document))


def test_a_sound_document(document: ApiDocument) -> None:
    contract = resolve(document)
    assert contract == load_api(Path("shop"))
    assert resolve_collecting(document) == (contract, [])


def test_a_folder_that_cannot_be_read(shop: Path) -> None:
    (shop / "api.yaml").write_text("wiresmith: [")
    with pytest.raises(SpecError):
        load_api(Path("shop"))


@pytest.mark.parametrize(
    ("type_", "name", "value", "message"),
    [
        (Scalar("int"), "ge", float("nan"), "ge is nan"),
        (Scalar("float64"), "lt", float("inf"), "lt is inf"),
        (Scalar("str"), "min_length", -1, "min_length is -1"),
        (Scalar("str"), "max_length", 1.5, "max_length is 1.5"),
        (Scalar("str"), "pattern", 5, "pattern is 5"),
        (
            Scalar("str"),
            "pattern",
            "\ud800",
            "the pattern '\\ud800' cannot be used (a lone surrogate is no text)",
        ),
    ],
)
def test_constraints_of_the_wrong_kind(type_: BareType, name: str, value: float | str, message: str) -> None:
    problems = Problems()
    doc = ConstraintsDoc(**placed({name: value}), at=HERE, places={name: HERE})
    assert constrained(type_, doc, problems) == type_
    assert [problem.message for problem in problems.found] == [message]


@pytest.mark.parametrize(
    ("type_", "values", "narrowed"),
    [
        (Scalar("int", ge=1, le=9), {"ge": 0, "le": 5}, Scalar("int", ge=1, le=5)),
        (Scalar("number", gt=1), {"gt": 2, "lt": 3.5}, Scalar("number", gt=2, lt=3.5)),
        (Scalar("int", gt=1), {"ge": 3, "le": 3}, Scalar("int", gt=1, ge=3, le=3)),
        (Scalar("str", pattern="a"), {"pattern": "a"}, Scalar("str", pattern="a")),
        (
            ListType(Scalar("int")),
            {"min_length": 0, "max_length": 0},
            ListType(Scalar("int"), min_length=0, max_length=0),
        ),
    ],
)
def test_constraints_add_up(type_: BareType, values: dict[str, float | str], narrowed: BareType) -> None:
    problems = Problems()
    doc = ConstraintsDoc(**placed(values), at=HERE, places=dict.fromkeys(values, HERE))
    found = constrained(type_, doc, problems)
    assert not problems.found
    assert isinstance(found, Scalar | ListType)
    assert found == narrowed
