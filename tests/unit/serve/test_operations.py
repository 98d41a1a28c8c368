"""What a served API answers to its own client."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.unit.serve.conftest import Served
from wiresmith.contract.resolve import load_specs
from wiresmith.description import Contract
from wiresmith.serve import Behaviour

pytestmark = pytest.mark.slow

PAGED = [
    "by_cursor", "by_token", "by_text_of_number", "by_number_of_text", "by_offset", "by_list", "by_page",
    "by_page_from_0", "by_link", "by_url",
]  # fmt: skip
SHIPPED: dict[str, tuple[str, tuple[Any, ...], dict[str, Any], dict[str, str]]] = {
    "asavie": ("get_batch", ("17",), {}, {}),
    "bemicron": ("batch_details", ("0a1b2c3d-0000-4000-8000-000000000001",), {"count": 3}, {}),
    "isometric": ("list_production_batches", (), {"first": 3}, {"access_token": "t", "client_secret": "s"}),
    "tofupilot": ("list_batches", (), {"limit": 3}, {"api_key": "k"}),
    "os1": (
        "container_batch_status",
        ("pallet",),
        {"batch_id": "batch:0a1b2c3d-0000-4000-8000-000000000001"},
        {"access_token": "t", "tenant_id": "acme"},
    ),
}


@pytest.mark.parametrize("data", ["samples", "generated"])
@pytest.mark.parametrize("api", SHIPPED)
def test_every_shipped_operation_in_every_format(repository: Path, api: str, data: str) -> None:
    (contract,) = load_specs(repository / "specs", api)
    served = Served(contract, Behaviour(data=data))
    name, arguments, named, secrets = SHIPPED[api]

    async def run() -> None:
        for format in ("json", "xml") if contract.has_xml else ("json",):
            client = served.client(format=format, **secrets)
            response = await getattr(client, name).with_response(*arguments, **named)
            assert response.findings == ()
            assert format in response.headers["content-type"]

    asyncio.run(run())


def test_an_answer_is_the_documented_sample(repository: Path) -> None:
    (contract,) = load_specs(repository / "specs", "asavie")
    served = Served(contract, Behaviour())
    sample = (repository / "specs" / "asavie" / "samples" / "get_batch.json").read_bytes()

    async def run() -> None:
        response = await served.client().get_batch.with_response("17")
        assert response.body == served.package.decode(sample, served.package.get_batch)

    asyncio.run(run())


@pytest.mark.parametrize("format", ["json", "xml"])
@pytest.mark.parametrize("name", PAGED)
def test_pages_of_every_style_come_to_their_end(shop: Contract, name: str, format: str) -> None:
    served = Served(shop, Behaviour(data="generated", items=23))

    async def run() -> None:
        method = getattr(served.client(format=format), name)
        arguments = ("shelf",) if name == "by_url" else ()
        everything = [item async for item in method.items(*arguments)]
        assert len(everything) == 23
        sizes = [len(page.items) async for page in method.pages(*arguments)]
        assert sum(sizes) == 23
        assert len(sizes) > 1

    asyncio.run(run())


def test_pages_backwards(shop: Contract) -> None:
    served = Served(shop, Behaviour(data="generated", items=23))

    async def run() -> None:
        method = served.client().by_cursor
        forwards = [item async for item in method.items(size=4)]
        pages = [page.items async for page in method.pages(last=7).backwards()]
        assert [len(items) for items in pages] == [7, 7, 7, 2]
        assert [item for items in reversed(pages) for item in items] == forwards

    asyncio.run(run())


CALLS: dict[str, Callable[[Any, Any], Any]] = {
    "get_product": lambda client, package: client.get_product(3),
    "head_product": lambda client, package: client.head_product(3),
    "products_options": lambda client, package: client.products_options(),
    "delete_product": lambda client, package: client.delete_product(3),
    "delete_products": lambda client, package: client.delete_products([1, 2]),
    "restock": lambda client, package: client.restock(),
    "put_picture": lambda client, package: client.put_picture("front", b"\x89PNG"),
    "list_names": lambda client, package: client.list_names(),
    "find": lambda client, package: client.find("AB1", "Tool", x_tenant="t", ids=[1], tags=["a,b", "c"]),
    "get_wrapped": lambda client, package: client.get_wrapped(1),
    "send_form": lambda client, package: client.send_form(_change(package)),
    "change_product": lambda client, package: client.change_product(4, _change(package)),
    "submit": lambda client, package: client.submit.until_done(within=20)(_change(package)),
    "submit_with_location": lambda client, package: client.submit_with_location.until_done(within=20)(),
    "get_job": lambda client, package: client.get_job.until_done(within=20)(1),
}


def _change(package: Any) -> Any:
    return package.Change(name="n", tags=["a", "b"], price=None, grade=None, owner=None)


@pytest.mark.parametrize("format", ["json", "xml"])
@pytest.mark.parametrize("name", CALLS)
def test_calls_of_every_kind(shop: Contract, name: str, format: str) -> None:
    served = Served(shop, Behaviour(data="generated"))

    async def run() -> None:
        client = served.client(format=format)
        await CALLS[name](client, served.package)

    asyncio.run(run())


def test_work_goes_from_pending_to_done(shop: Contract) -> None:
    served = Served(shop, Behaviour(data="generated"))

    async def run() -> None:
        client = served.client()
        states = [(await client.get_job(7)).state for _ in range(4)]
        assert states == ["Queued", "Queued", "Done", "Done"]

    asyncio.run(run())


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 401),
        ({"Authorization": "Bearer t"}, 401),
        ({"Authorization": "Basic t", "x-client-secret": "s"}, 401),
        ({"Authorization": "Bearer t", "x-client-secret": " "}, 401),
        ({"Authorization": "Bearer t", "x-client-secret": "s"}, 200),
    ],
)
def test_all_secrets_are_asked_for(repository: Path, headers: dict[str, str], status: int) -> None:
    (contract,) = load_specs(repository / "specs", "isometric")
    served = Served(contract, Behaviour())
    response = asyncio.run(served.send("GET", "/production_batches", headers=headers))
    assert response.status_code == status


def test_a_refusal_has_the_documented_body(repository: Path) -> None:
    (contract,) = load_specs(repository / "specs", "tofupilot")
    served = Served(contract, Behaviour())

    async def run() -> None:
        response = await served.send("GET", "/v2/batches")
        assert response.json()["code"] == "UNAUTHORIZED"
        assert "Authorization" in response.json()["message"]
        assert (
            await served.send("GET", "/v2/batches", headers={"Authorization": "Bearer k"})
        ).status_code == 200

    asyncio.run(run())


def test_nothing_is_asked_for_without_auth(repository: Path) -> None:
    (contract,) = load_specs(repository / "specs", "tofupilot")
    served = Served(contract, Behaviour(auth=False))
    assert asyncio.run(served.send("GET", "/v2/batches")).status_code == 200
