"""Our XSD files of a spec and those that .NET's exporter wrote of the same contracts in C# are the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.xsd.canonical import canonical
from wiresmith.contract.resolve import load_api
from wiresmith.xsd.exporting import export_xsd

DATA = Path(__file__).parents[2] / "data/xsd"


def ours() -> dict[str | None, str]:
    files = export_xsd(load_api(DATA / "depot"))
    return dict(canonical(data) for name, data in files.items() if name != "schema.xsd")


@pytest.mark.parametrize(
    "file", sorted((DATA / "dotnet").glob("*.xsd")), ids=lambda file: file.name.removesuffix(".xsd")
)
def test_the_same_schema(file: Path) -> None:
    namespace, theirs = canonical(file.read_bytes())
    assert ours()[namespace] == theirs


def test_no_schema_more() -> None:
    theirs = {canonical(file.read_bytes())[0] for file in (DATA / "dotnet").glob("*.xsd")}
    assert set(ours()) == theirs
