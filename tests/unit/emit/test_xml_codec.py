"""Emitted XML codecs against bytes that .NET's DataContractSerializer wrote (tests/data/datacontract)."""

from __future__ import annotations

from pathlib import Path

import pytest

from wiresmith.check.loading import load
from wiresmith.contract.resolve import load_api
from wiresmith.runtime import WriterOptions

CASES = Path(__file__).parents[2] / "data" / "datacontract"
FOLDERS = sorted(path.parent for path in CASES.glob("*/api.yaml"))


def test_the_cases_are_there() -> None:
    assert len(FOLDERS) == 27


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_dotnet_bytes_come_back(folder: Path) -> None:
    package = load(load_api(folder))
    forms = {
        "xmlwriter.xml": WriterOptions(),
        "xmlwriter_indent.xml": WriterOptions(indent=2),
        "stream.xml": WriterOptions(style="stream"),
    }
    operation = package.document  # type: ignore[attr-defined]
    values = [package.read((folder / name).read_bytes(), operation) for name in forms]
    assert [findings for _, findings in values] == [[], [], []]
    for (name, options), (value, _) in zip(forms.items(), values, strict=True):
        written = package.encode(value, operation, format="xml", options=options)
        assert written == (folder / name).read_bytes(), name


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_the_xmlwriter_form_is_read_in_straight_lines(folder: Path) -> None:
    if folder.name in {"case_043_members_double", "case_052_members_bytes"}:
        pytest.skip("holds spellings that are left to the exact reader")
    package = load(load_api(folder))
    operation = package.document  # type: ignore[attr-defined]
    for name in ("xmlwriter.xml", "xmlwriter_indent.xml"):
        data = (folder / name).read_bytes()
        codec = package._package._codec(operation.success.type, "xml")  # type: ignore[attr-defined]
        assert codec.decode(data) == package.read(data, operation)[0]
