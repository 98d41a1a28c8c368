"""Servers in this process, and clients of them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import httpx2
import pytest

from wiresmith.check.loading import load
from wiresmith.contract.resolve import load_api
from wiresmith.description import Contract
from wiresmith.serve import Behaviour, app_for

URL = "http://served.example"


class Served:
    """One API, served in this process."""

    def __init__(self, contract: Contract, behaviour: Behaviour) -> None:
        self.contract = contract
        self.package: Any = load(contract)
        self.transport = httpx2.ASGITransport(app=app_for([contract], behaviour))

    def client(self, **options: Any) -> Any:
        return self.package.AsyncClient(base_url=URL, transport=self.transport, **options)

    async def send(self, method: str, path: str, **options: Any) -> httpx2.Response:
        async with httpx2.AsyncClient(transport=self.transport, base_url=URL) as plain:
            return await plain.request(method, path, **options)


@pytest.fixture(scope="session")
def shop(repository: Path) -> Contract:
    return load_api(repository / "tests" / "client" / "specs" / "shop")
