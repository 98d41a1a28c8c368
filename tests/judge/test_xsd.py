"""xsdata's models of the exported XSD read from documented samples what emitted packages read."""

from __future__ import annotations

import re
from typing import Any

import pytest

from tests.judge.xsdata_models import Judge, differences
from tests.unit.xsd.exports import CONTRACTS, IDS, SAMPLES, export, package
from wiresmith.check.payloads import document
from wiresmith.check.targets import Target, resolve
from wiresmith.description import Contract, Operation, Sample


@pytest.fixture(scope="module")
def judges(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Judge]:
    made: dict[str, Judge] = {}
    for contract in CONTRACTS:
        folder = tmp_path_factory.mktemp(contract.api)
        made[contract.api] = Judge(export(folder, contract.api), folder / "models")
    return made


@pytest.mark.parametrize(("contract", "operation", "sample"), SAMPLES, ids=IDS)
@pytest.mark.filterwarnings("ignore::xsdata.exceptions.ConverterWarning")
def test_xsdata_reads_the_same_values(
    contract: Contract, operation: Operation[Any], sample: Sample, judges: dict[str, Judge]
) -> None:
    response = next(each for each in operation.responses if each.status == sample.status)
    assert response.type is not None
    target = resolve(Target(contract.api, operation.name, sample.status), contract)
    data = sample.file.read_bytes()
    emitted = package(contract.api)
    ours, findings = emitted.read(data, document(target, emitted), format="xml")
    assert not findings
    if contract.api == "tm7":
        # xsdata takes the name of a type without a namespace, in a schema that has one, for a type of XML
        # Schema
        data = re.sub(rb"<Profile>.*</Profile>", b'<Profile i:nil="true"/>', data)
        ours.profile = None
    theirs = judges[contract.api].read(data)
    assert not differences(contract, response.type, ours, theirs)
