"""``wiresmith export openapi`` and ``wiresmith export jsonschema``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.unit.export.exports import ROOT
from wiresmith.cli import main

SPECS = str(ROOT / "specs")
GOLDEN = ROOT / "tests/data/export"


@pytest.mark.parametrize("language", ["openapi", "jsonschema"])
def test_the_recorded_exports_are_those_of_the_specs(
    language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", language, SPECS, "--out", str(GOLDEN), "--check"]) == 0, capsys.readouterr().out


def test_one_api_goes_to_stdout(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "openapi", SPECS, "--api", "os1"]) == 0
    assert capsys.readouterr().out == (GOLDEN / "os1.openapi.json").read_text("utf-8")


def test_files_and_folders(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "jsonschema", SPECS, "--api", "os1", "--out", str(tmp_path / "a/s.json")]) == 0
    assert json.loads((tmp_path / "a/s.json").read_bytes())["$id"] == "urn:wiresmith:os1"
    assert main(["export", "jsonschema", SPECS, "--out", str(tmp_path / "b")]) == 0
    assert sorted(path.name for path in (tmp_path / "b").iterdir())[-1] == "tofupilot.schema.json"
    assert "tm7: it has no JSON" in capsys.readouterr().err


def test_check_changes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "os1.openapi.json"
    file.write_text("{}")
    assert main(["export", "openapi", SPECS, "--api", "os1", "--out", str(tmp_path), "--check"]) == 1
    assert f"{file}: not what the specs say" in capsys.readouterr().out
    assert file.read_text() == "{}"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["openapi"], "name one with --api, or a folder with --out"),
        (["openapi", "--out", "all.json"], "no folder for them"),
        (["openapi", "--api", "os1", "--check"], "--check needs --out"),
        (["jsonschema", "--api", "tm7"], "tm7 has no JSON"),
        (["openapi", "--api", "os2"], "no API 'os2'"),
    ],
)
def test_what_cannot_be_done(arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", arguments[0], SPECS, *arguments[1:]]) == 2
    assert message in capsys.readouterr().err
