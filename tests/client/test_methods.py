"""Operations as methods: what inspect, typing and mock see of them, on a client and on its class."""

from __future__ import annotations

import asyncio
import inspect
import typing
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from types import FunctionType
from typing import Any, Final
from unittest import mock

import httpx2
import pytest

from batch_apis import asavie, bemicron, isometric, os1, tofupilot
from tests.client.service import emitted
from wiresmith.client import ApiResponse, AsyncPages, Method, Pages

PACKAGES: Final[list[Any]] = [asavie, bemicron, isometric, os1, tofupilot, emitted()]
URL: Final = "http://127.0.0.1:1"
SECRETS: Final = {
    "access_token": "a", "client_secret": "b", "tenant_id": "t", "tenant_subdomain": "s", "api_key": "k",
    "password": "p", "user": "u",
}  # fmt: skip


def operations_of(package: Any) -> list[str]:
    methods = vars(package.Client.__mro__[1])
    return [name for name, value in methods.items() if isinstance(value, Method)]


OPERATIONS: Final = [
    pytest.param(package, name, id=f"{package.__name__}.{name}")
    for package in PACKAGES
    for name in operations_of(package)
]


def opened(kind: Any) -> Any:
    known = inspect.signature(kind).parameters
    transport = httpx2.MockTransport(lambda _: httpx2.Response(500))
    return kind(
        base_url=URL, transport=transport, **{name: text for name, text in SECRETS.items() if name in known}
    )


def test_there_are_operations_of_every_kind() -> None:
    assert len(OPERATIONS) > 15
    shown = {
        attribute
        for package in PACKAGES
        for name in operations_of(package)
        for attribute in vars(getattr(package.Client, name))
    }
    assert {"with_response", "pages", "items", "until_done"} <= shown


@pytest.mark.parametrize(("package", "name"), OPERATIONS)
@pytest.mark.parametrize("kind", ["Client", "AsyncClient"])
def test_a_method_is_a_function_with_the_names_and_types_of_the_operation(
    package: Any, name: str, kind: str
) -> None:
    owner = getattr(package, kind)
    documented = vars(owner.__mro__[1])[name]
    methods: list[Any] = [getattr(owner, name), getattr(opened(owner), name)]
    of: Any = ApiResponse
    assert [type(method) for method in methods] == [FunctionType, FunctionType]
    for method in methods:
        assert inspect.iscoroutinefunction(method) is (kind == "AsyncClient")
        assert (method.__module__, method.__qualname__) == (owner.__module__, f"{kind}.{name}")
        assert method.__doc__ == documented.__doc__
        hints = typing.get_type_hints(method)
        signature = inspect.signature(method)
        assert hints == {
            **{each.name: each.annotation for each in signature.parameters.values()},
            "return": signature.return_annotation,
        }
        prepared = inspect.signature(inspect.unwrap(method), eval_str=True)
        assert signature.parameters == prepared.parameters
        result, *item = typing.get_args(prepared.return_annotation)
        assert signature.return_annotation == result
        whole = inspect.signature(method.with_response)
        assert whole.parameters == prepared.parameters
        assert whole.return_annotation == of[result]
        assert method.with_response.__doc__
        for further in {"pages", "items"} & vars(method).keys():
            shown = inspect.signature(getattr(method, further))
            assert shown.parameters == prepared.parameters
            several: Any = (Pages, Iterator) if kind == "Client" else (AsyncPages, AsyncIterator)
            assert shown.return_annotation in (several[0][result, *item], several[1][*item])
            assert getattr(method, further).__doc__


def test_until_done_shows_its_own_arguments() -> None:
    for owner in (os1.Client, os1.AsyncClient):
        method: Any = owner.container_batch_status
        assert list(inspect.signature(method.until_done).parameters) == [
            "within",
            "succeeded",
            "failed",
            "pending",
        ]
        assert inspect.getdoc(method.until_done)
    client: Any = opened(os1.Client)
    wait = client.container_batch_status.until_done(within=1, succeeded={"DONE"})
    assert inspect.signature(wait) == inspect.signature(client.container_batch_status)


def test_a_method_of_the_class_says_how_it_is_called() -> None:
    operation: Any = asavie.Client.get_batch
    with pytest.raises(TypeError, match=r"get_batch is called on a client, as client\.get_batch\(…\)"):
        operation("b")
    awaited: Any = asavie.AsyncClient.get_batch
    with pytest.raises(TypeError, match="is called on a client"):
        asyncio.run(awaited("b"))


def refusals(call: Callable[..., object]) -> None:
    for arguments, named in ((("a", "b"), {}), ((), {}), (("a",), {"nothing": 1})):
        with pytest.raises(TypeError):
            call(*arguments, **named)


@pytest.mark.parametrize("instance", [False, True])
def test_mocks_of_a_client_check_arguments(instance: bool) -> None:
    spec: Any = opened(asavie.Client) if instance else asavie.Client
    client = mock.create_autospec(spec, instance=True)
    client.get_batch.return_value = batch = object()
    assert client.get_batch("b") is client.get_batch(batchid="b") is batch
    client.get_batch.assert_called_with("b")
    refusals(client.get_batch)
    client.get_batch.with_response("b")
    with pytest.raises(AttributeError):
        client.get_batches("b")
    with pytest.raises(AttributeError):
        client.get_batch.pages()


def test_mocks_of_a_class_give_mocks_of_clients() -> None:
    made = mock.create_autospec(asavie.Client)
    made.return_value.get_batch.return_value = 5
    assert made(base_url=URL).get_batch("b") == 5
    refusals(made(base_url=URL).get_batch)
    with pytest.raises(TypeError):
        made("http://positional")


@pytest.mark.parametrize("instance", [False, True])
def test_mocks_of_a_client_for_tasks_are_awaited(instance: bool) -> None:
    spec: Any = opened(isometric.AsyncClient) if instance else isometric.AsyncClient
    client = mock.create_autospec(spec, instance=True)
    client.list_production_batches.return_value = 5
    client.list_production_batches.pages.return_value = [1, 2]

    async def called() -> object:
        answer: Awaitable[object] = client.list_production_batches(first=1)
        return await answer

    assert asyncio.run(called()) == 5
    assert client.list_production_batches.pages(first=1) == [1, 2]
    with pytest.raises(TypeError):
        client.list_production_batches(size=1)


@pytest.mark.parametrize("package", PACKAGES)
def test_constructors_and_options_have_types(package: Any) -> None:
    for owner in (package.Client, package.AsyncClient):
        for function in (owner, owner.__init__, owner.with_options):
            inspect.signature(function)
        options = typing.get_args(typing.get_type_hints(owner.__init__)["options"])[0]
        assert typing.get_type_hints(options)["timeout"]
        for base in owner.__mro__:
            typing.get_type_hints(base)
