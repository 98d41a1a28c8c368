"""``wiresmith export xsd`` and ``wiresmith import xsd``."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from wiresmith.cli import main
from wiresmith.failure import XsdError
from wiresmith.xsd import folders

ROOT = Path(__file__).parents[3]


def test_there_and_back(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    specs = ROOT / "tests/data/xsd"
    assert main(["export", "xsd", str(specs), "--api", "depot", "--out", str(tmp_path / "a/xsd")]) == 0
    files = sorted(map(str, (tmp_path / "a/xsd").glob("*.xsd")))
    assert f"{len(files)} files written" in capsys.readouterr().out
    assert main(["import", "xsd", *files, "--api", "depot", "--out", str(tmp_path / "specs/depot")]) == 0
    assert "0 remarks" in capsys.readouterr().out
    assert main(["lint", str(tmp_path / "specs")]) == 0


def test_remarks_are_findings(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "a.xsd"
    file.write_text(
        '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" elementFormDefault="qualified">\n'
        '<xs:group name="g"><xs:sequence/></xs:group></xs:schema>'
    )
    assert main(["import", "xsd", str(file), "--api", "a", "--out", str(tmp_path / "a")]) == 1
    assert capsys.readouterr().err == f"{file}:2:1: Group is no part of data contracts\n"


def test_what_lint_says_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    levels = "".join(
        f'<xs:complexType name="T{n}"><xs:complexContent><xs:extension '
        f'base="T{n - 1}"/></xs:complexContent></xs:complexType>'
        for n in range(1, 80)
    )
    file = tmp_path / "a.xsd"
    file.write_text(
        '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:complexType '
        'name="T0"><xs:sequence/></xs:complexType>'
        f"{levels}</xs:schema>"
    )
    assert main(["import", "xsd", str(file), "--api", "a", "--out", str(tmp_path / "a")]) == 1
    assert str(tmp_path / "a/api.yaml") in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["export", "xsd", "SPECS", "--api", "os1", "--out", "OUT"],
        "only APIs with `xml: {dialect: datacontract}`"),
        (["import", "xsd", "gone.xsd", "--api", "other", "--out", "OUT"], "expected a folder other"),
        (["import", "xsd", "gone.xsd", "--api", "bemicron", "--out", "SPECS/bemicron"],
        "there is a spec in this folder"),
        (["import", "xsd", "gone.xsd", "--api", "out", "--out", "OUT"],
        "gone.xsd: No such file or directory"),
    ],
)  # fmt: skip
def test_what_cannot_be_done(
    arguments: list[str], message: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    places = {"SPECS": str(ROOT / "specs"), "OUT": str(tmp_path / "out")}
    for name, place in places.items():
        arguments = [each.replace(name, place) for each in arguments]
    assert main(arguments) == 2
    assert message in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_without_xsdata(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.startswith(("xsdata", "wiresmith.xsd.importing"))]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "wiresmith.xsd.importing", None)
    with pytest.raises(XsdError, match="install wiresmith\\[xsd\\]"):
        folders.read_xsd([tmp_path / "a.xsd"], "a", tmp_path / "a")
