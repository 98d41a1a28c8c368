"""The emitted operations, as records at run time."""

from __future__ import annotations

import sys
import types
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from tests.unit.emit.contracts import JSON, member, plain, rich
from wiresmith.description import (
    Contract,
    Header,
    ListType,
    Nullable,
    ObjectType,
    Operation,
    Paging,
    Ref,
    Response,
    Scalar,
)
from wiresmith.emit.packages import emit_module
from wiresmith.failure import EmitError
from wiresmith.runtime import ABSENT


def run(contract: Contract, name: str = "operations.py") -> Any:
    """An emitted module, imported beside the models it needs."""
    package = f"_emitted_operations_{contract.api}"
    sys.modules[package] = types.ModuleType(package)
    sys.modules[package].__path__ = []
    for file in ("models.py", name):
        module = types.ModuleType(f"{package}.{file.removesuffix('.py')}")
        module.__package__ = package
        sys.modules[module.__name__] = module
        exec(compile(emit_module(contract, file), file, "exec"), module.__dict__)
    return module


def test_operation() -> None:
    operations = run(rich())
    page = operations.list_batches
    assert isinstance(page, Operation)
    assert (page.name, page.method, page.path) == ("list_batches", "GET", "/v1/batches/{batchId}")
    assert page.base_url == operations.BASE_URL == "https://api.example.com/v1"
    assert page.success.type == Ref("EnvelopeOfBatch")
    assert page.success.media == ("application/json", "Media")
    assert page.success.headers[0].name == "x_rest"
    assert page.auth == (operations.API_KEY,)
    assert page.undocumented == ("Undocumented",)
    assert operations.__all__ == ["get_state", "list_batches", "put_batches"]


def test_parameters() -> None:
    operations = run(rich())
    parameters = {parameter.name: parameter for parameter in operations.list_batches.parameters}
    after = parameters["after"]
    assert (after.wire, after.place, after.type) == (
        "Parameter wire",
        "query",
        Nullable(Scalar("str", min_length=1)),
    )
    assert (after.default, after.examples) == ("Parameter default", ("Parameter example",))
    assert after.doc == "Parameter doc. (Inferred from Parameter provenance.)"
    assert parameters["batch_id"].required
    assert parameters["batch_id"].default is ABSENT
    assert parameters["ids"].type == ListType(Scalar("uuid"))
    assert not parameters["ids"].explode
    assert parameters["state"].default == "second"
    assert str(parameters["x_weight"].default) == str(Decimal("1.10"))


def test_responses_are_found_by_status() -> None:
    state = run(rich()).get_state
    assert state.response(201).status == "201"
    assert state.response(404).status == "4XX"
    assert state.response(500).status == "default"
    assert state.response(404).type == Scalar("number")
    assert state.success.status == "201"


def test_response_without_a_match() -> None:
    put = run(rich()).put_batches
    assert put.response(500) is None
    assert put.success.type is None
    page = run(rich()).list_batches
    assert page.response(404).type == Scalar("any")
    with pytest.raises(LookupError, match="list_batches documents no successful response"):
        _ = replace(page, responses=(page.response(404),)).success


@pytest.mark.parametrize(
    ("statuses", "expected"),
    [
        (("404", "202", "200"), "200"),
        (("2XX", "404"), "2XX"),
        (("2XX", "206"), "206"),
        (("default", "400"), "default"),
    ],
)
def test_success_is_the_lowest_code(statuses: tuple[str, ...], expected: str) -> None:
    contract = plain()
    responses = tuple(
        Response[Any](
            status=status,
            type=Scalar("str" if status == expected else "int"),
            media=JSON,
        )
        for status in statuses
    )
    contract = replace(contract, operations=(replace(contract.operations[0], responses=responses),))
    assert run(contract).get_thing.success.status == expected
    assert "get_thing: Operation[str] = Operation(" in emit_module(contract, "operations.py")


def test_paging_names_parameters_and_attributes() -> None:
    paging = run(rich()).list_batches.paging
    assert (paging.send, paging.items, paging.next) == ("after", ("data", "children"), None)
    assert paging.backward.send == "ids"


def test_interactions() -> None:
    state = run(rich()).get_state
    assert state.wait.on == ()
    assert (state.wait.url, state.wait.pending) == (Header("Wait url"), ("Wait pending", "Wait pending 2"))
    assert (state.wait.succeeded, state.wait.failed, state.wait.min_delay) == ((), ("Wait failed",), 2.0)
    assert (state.envelope.unwrap, state.envelope.error) == (None, (("message", ()),))
    assert state.idempotent is True
    assert run(rich()).list_batches.auth[0].env == "Auth env"


def test_paging_of_the_body_itself() -> None:
    contract = plain()
    whole = Paging(style="page", items=())
    contract = replace(contract, operations=(replace(contract.operations[0], paging=whole),))
    assert run(contract).get_thing.paging.items == ()


def test_paths_lead_into_the_first_success_that_has_a_body() -> None:
    contract = plain()
    (operation, *_) = contract.operations
    members = (member("items", ListType(Scalar("int")), "Thing"),)
    thing = contract.types["Thing"]
    assert isinstance(thing, ObjectType)
    thing = replace(thing, own=members, members=members)
    empty, full = Response[None](status="200"), Response[Any](status="203", type=Ref("Thing"))
    paging = Paging(style="page", items=("items",))
    operation = replace(operation, responses=(empty, full), paging=paging)
    source = emit_module(replace(contract, types={"Thing": thing}, operations=(operation,)), "client.py")
    assert "PagedCall[Thing | None, int]" in source


def test_paging_that_leads_nowhere_is_refused() -> None:
    contract = plain()
    paging = Paging(style="page", items=("nothing",))
    contract = replace(contract, operations=(replace(contract.operations[0], paging=paging),))
    with pytest.raises(EmitError, match="items of get_thing"):
        emit_module(contract, "client.py")


@pytest.mark.parametrize("name", ["Operation", "Response", "Parameter", "Auth", "Paging"])
def test_classes_may_be_called_like_records(name: str) -> None:
    contract = plain()
    thing = contract.types["Thing"]
    assert isinstance(thing, ObjectType)
    returns = Response[Any](status="200", type=Ref(name))
    operation = replace(contract.operations[0], responses=(returns,))
    contract = replace(contract, types={name: replace(thing, name=name)}, operations=(operation,))
    operation = run(contract).get_thing
    assert isinstance(operation, Operation)
    assert operation.success.type == Ref(name)


def test_an_operation_cannot_be_called_like_a_class() -> None:
    contract = plain()
    with pytest.raises(EmitError, match="both a class and an operation"):
        run(replace(contract, operations=(replace(contract.operations[0], python="Thing"),)))
