"""An API folder to write spec files into."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from wiresmith.contract.resolve import load_api
from wiresmith.description import Contract
from wiresmith.language.problem import SpecError

API = "wiresmith: 1\napi: shop\n"
DATACONTRACT = API + "xml: {dialect: datacontract, clr_namespace: Shop}\n"
XML_ONLY = DATACONTRACT + "formats: [xml]\n"

Load = Callable[..., Contract]
Lines = Callable[..., list[str]]
Types = Callable[..., Contract]


@pytest.fixture
def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The empty folder ``shop``, in the current folder."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "shop"
    folder.mkdir()
    return folder


@pytest.fixture
def load(shop: Path) -> Load:
    """Writes ``api.yaml`` and ``e.yaml`` and gives the contract."""

    def read(endpoint: str, api: str = API) -> Contract:
        (shop / "api.yaml").write_text(api, encoding="utf-8")
        (shop / "e.yaml").write_text(endpoint, encoding="utf-8")
        return load_api(Path("shop"))

    return read


@pytest.fixture
def lines(load: Load) -> Lines:
    """The same, and gives what is wrong, one line for each problem, without the folder."""

    def read(endpoint: str, api: str = API) -> list[str]:
        try:
            load(endpoint, api)
        except SpecError as error:
            return [str(problem).removeprefix("shop/") for problem in error.problems]
        return []

    return read


@pytest.fixture
def types(load: Load) -> Types:
    """Reads the types of an API, one a line, that has XML only."""

    def read(*lines: str, api: str = XML_ONLY) -> Contract:
        return load("types:\n" + "".join(f"  {line}\n" for line in lines), api)

    return read
