"""An API folder to write spec files into."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from wiresmith.language.placed import Placed
from wiresmith.language.reader import read_api_collecting
from wiresmith.language.record import Record, known_keys

API = "wiresmith: 1\napi: shop\n"
Lines = Callable[..., list[str]]


def given(record: Record) -> dict[str, object]:
    """The single values of a record's keys."""
    return {name: value.value for name, value in known_keys(record) if isinstance(value, Placed)}


@pytest.fixture
def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder ``shop`` with a minimal api.yaml, in the current folder."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "shop"
    folder.mkdir()
    (folder / "api.yaml").write_text(API, encoding="utf-8")
    return folder


@pytest.fixture
def lines(shop: Path) -> Lines:
    """Reads an endpoint file, and any others by name, with the API; gives the problems, one line each."""

    def read(text: str | bytes, **others: str) -> list[str]:
        data = text if isinstance(text, bytes) else text.encode("utf-8")
        (shop / "e.yaml").write_bytes(data)
        for name, content in others.items():
            (shop / f"{name}.yaml").write_text(content, encoding="utf-8")
        return [str(problem) for problem in read_api_collecting(Path("shop"))[1]]

    return read
