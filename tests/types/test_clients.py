"""What type checkers make of programs that use emitted clients: right ones pass, and every wrong line is
found.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

from tests.client.service import SPECS
from tests.golden.documented import REPOSITORY
from wiresmith.contract.resolve import load_api, load_specs
from wiresmith.emit.packages import emit_all

GOOD: Final = """\
import uuid
from collections.abc import AsyncIterator, Iterator

from batch_apis import asavie, isometric, os1, shop, tofupilot
from wiresmith.client import ApiResponse, ClientError, Page, Retries, StatusError, Timeouts


def envelope(client: asavie.Client) -> asavie.Batch:
    response: ApiResponse[asavie.Batch] = client.get_batch.with_response("b")
    return response.value


def pages(client: isometric.Client) -> Iterator[isometric.ProductionBatch]:
    one: isometric.ProductionBatchPage = client.list_production_batches(first=5)
    page: Page[isometric.ProductionBatchPage, isometric.ProductionBatch]
    for page in client.list_production_batches.pages(last=one.total_count).backwards().at_most(3):
        yield from page.items
    yield from client.with_options(timeout=5).list_production_batches.items()


async def async_pages(client: tofupilot.AsyncClient) -> AsyncIterator[tofupilot.Batch]:
    one: tofupilot.BatchPage
    one = await client.list_batches(ids=[uuid.uuid4(), "x"], sort_by=tofupilot.SortBy.NUMBER)
    async for page in client.list_batches.pages(cursor=one.meta.next_cursor):
        for batch in page.items:
            yield batch
    async for batch in client.list_batches.items(sort_order="asc"):
        yield batch


def wait(client: os1.Client) -> os1.ContainerBatchResponse:
    until_done = client.container_batch_status.until_done(within=60, succeeded=["DONE"])
    return until_done("box", batch_id="batch:1")


async def async_wait(client: shop.AsyncClient, change: shop.Change) -> shop.Product | shop.Ticket:
    return await client.submit.until_done(within=60)(change)


def unions(client: shop.Client, product: shop.Product) -> shop.Product | shop.Change | shop.Ticket | None:
    nothing: None = client.put_product(5, product)
    names: list[str | None] = client.list_names()
    data: bytes = client.put_picture("a", b"")
    found: list[shop.Product | None]
    found = client.find("AB1", "Tool", x_tenant="a", ids=(1, 2), rights=shop.Rights.READ)
    print(nothing, names, data, found)
    return client.add_product(product)


def documents(data: bytes) -> list[isometric.ProductionBatch]:
    page, findings = isometric.read(data, isometric.list_production_batches)
    batches, others = asavie.read(data, asavie.get_batch)
    product, _ = shop.read(data, shop.Product, format="json", reader="careful")
    print(findings, others, product and product.name, batches and batches.data)
    again: isometric.ProductionBatchPage = isometric.decode(data, isometric.list_production_batches)
    print(isometric.encode(again, isometric.list_production_batches))
    return [] if page is None else page.nodes


def main() -> None:
    with isometric.Client(access_token=lambda: "t", client_secret="s", retries=Retries(most=1)) as client:
        print(len(list(pages(client))))
    with shop.Client(base_url="http://127.0.0.1", timeout=Timeouts(total=5), format="xml") as other:
        try:
            print(other.get_product(5).name)
        except StatusError as error:
            print(error.status, error.details)
        except ClientError as error:
            print(error)
"""
BAD: Final = """\
from batch_apis import isometric, os1, shop, tofupilot


def wrong(client: shop.Client, os: os1.Client, product: shop.Product, pages: isometric.Client) -> None:
    client.get_product("5")
    client.get_product()
    client.get_product(5, nothing=1)
    client.put_product(5, b"")
    client.find("AB1", "Tool")
    client.find("AB1", "Tool", x_tenant="a", ids=["1"])
    client.find("AB1", "Tool", "a")
    client.get_product(5).nmae
    client.get_product.pages(5)
    client.get_product.until_done(within=1)
    pages.list_production_batches(first="5")
    pages.list_production_batches.items(sort="a")
    os.container_batch_status.until_done()
    os.container_batch_status.until_done(within=1)(5, batch_id="b")
    client.with_options(format="yaml")
    client.with_options(timeuot=5)
    shop.Client()
    shop.Client(base_url=5)
    tofupilot.Client(api_key=5)
    tofupilot.Client(token="a")


async def wrong_in_tasks(client: tofupilot.AsyncClient) -> str:
    client.list_batches().data
    for _ in client.list_batches.pages():
        pass
    found: str = await client.list_batches()
    await client.list_batches(limit="5")
    return found
"""
# A statement that awaits nothing is mypy's and pyright's business in different ways; each line is wrong for
# both.
WRONG_LINES: Final = [
    number
    for number, line in enumerate(BAD.splitlines(), 1)
    if re.match(r"    (client|pages\.|os\.|shop|tofupilot|for|found|await)", line)
]


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the packages of all APIs and the shop's, and two programs that use them."""
    folder = tmp_path_factory.mktemp("typed")
    contracts = [*load_specs(REPOSITORY / "specs"), load_api(SPECS / "shop")]
    for path, data in emit_all(contracts).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    (folder / "good.py").write_text(GOOD)
    (folder / "bad.py").write_text(BAD)
    return folder


def checked(folder: Path, tool: str, *arguments: str) -> str:
    """What a type checker says."""
    path = os.pathsep.join((str(folder), str(REPOSITORY / "codegen")))
    done = subprocess.run(
        [Path(sys.executable).parent / tool, *arguments],
        cwd=folder,
        env={**os.environ, "MYPYPATH": path},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    return done.stdout + done.stderr


def lines_of(said: str) -> tuple[list[int], list[str]]:
    """The lines of ``bad.py`` that are wrong, and everything about ``good.py``."""
    errors = [line for line in said.splitlines() if re.search(r":\d+.*\berror\b", line)]
    bad = {int(found[1]) for line in errors if (found := re.search(r"bad\.py:(\d+)", line)) is not None}
    return sorted(bad), [line for line in errors if "bad.py:" not in line]


def test_mypy(program: Path) -> None:
    options = ("--strict", "--explicit-package-bases", "--namespace-packages", "--follow-imports=silent")
    said = checked(program, "mypy", *options, "--no-error-summary", "good.py", "bad.py")
    wrong, good = lines_of(said)
    assert good == []
    assert wrong == WRONG_LINES, said


def test_pyright(program: Path) -> None:
    (program / "pyrightconfig.json").write_text(
        f'{{"typeCheckingMode": "strict", "pythonVersion": "3.11", "extraPaths": '
        f'["{REPOSITORY / "codegen"}"]}}'
    )
    said = checked(program, "pyright", "--pythonpath", sys.executable, "good.py", "bad.py")
    wrong, good = lines_of(said)
    assert good == []
    assert wrong == WRONG_LINES, said
