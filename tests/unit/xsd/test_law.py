"""Exporting what was imported from an export gives the same files, byte for byte."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from lxml import etree

from tests.conformance.__main__ import CASES, case_folders
from tests.conformance.clr import read_contract
from tests.conformance.deep import with_stack
from tests.conformance.outcome import OutOfScope, Refused
from tests.conformance.package import translated
from tests.unit.xsd.files import exported, imported, schema_of
from wiresmith.contract.resolve import load_api
from wiresmith.description import Contract
from wiresmith.failure import XsdError
from wiresmith.language.problem import SpecError

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[3]
SPECS = [
    folder
    for place in ("specs", "tests/data/specs", "tests/data/datacontract", "tests/data/xsd")
    for folder in sorted((ROOT / place).iterdir())
    if (folder / "api.yaml").is_file() and "dialect: datacontract" in (folder / "api.yaml").read_text("utf-8")
]
NOT_SAID = {
    "095-order-override-property": "two elements 'Y' that an XSD could not tell apart",
    "308-ns-contract-trailing-space": "white space around it",
    "311-ns-contract-control": "characters that XML does not allow",
}
"""What the export refuses, and why."""


def check(contract: Contract, folder: Path) -> None:
    first = exported(contract, folder / "xsd")
    again, remarks = imported(sorted((folder / "xsd").glob("*.xsd")), folder / "again")
    assert remarks == []
    assert exported(again, folder / "xsd2") == first


@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec.name)
def test_specs(spec: Path, tmp_path: Path) -> None:
    check(load_api(spec), tmp_path)


@pytest.mark.parametrize("case", case_folders(CASES), ids=lambda case: case.name)
def test_recorded_contracts(case: Path, tmp_path: Path) -> None:
    """The contracts of .NET's recorded documents, which are valid by the export."""
    with_stack(lambda: _check_case(case, tmp_path))


def _check_case(case: Path, folder: Path) -> None:
    value = json.loads((case / "clr.json").read_text("utf-8")).get("value")
    (folder / "case").mkdir()
    try:
        _, translation = translated(read_contract(case), [] if value is None else [value], "framework")
        (folder / "case/api.yaml").write_text(translation.text, "utf-8")
        contract = load_api(folder / "case")
    except (OutOfScope, Refused, SpecError):
        return  # no contract
    if case.name in NOT_SAID:
        with pytest.raises(XsdError, match=NOT_SAID[case.name]):
            exported(contract, folder / "xsd")
        return
    check(contract, folder)
    document = case / "xmlwriter.xml"
    if document.exists():
        try:
            tree = etree.parse(document)
        except etree.XMLSyntaxError:
            return  # .NET writes control characters, which XML does not allow
        schema = schema_of(folder / "xsd")
        assert schema.validate(tree), schema.error_log
