"""Documented samples are valid by the exported XSD, and xsdata's models of it read from them what emitted packages read."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from lxml import etree

from tests.unit.xsd.judge import Judge, differences
from wiresmith.check.loading import EmittedPackage, load
from wiresmith.check.payloads import document
from wiresmith.check.targets import Target, resolve
from wiresmith.contract.model import Contract, Operation, Sample
from wiresmith.contract.resolve import load_specs
from wiresmith.xsd.export import export_xsd

ROOT = Path(__file__).parents[3]
CONTRACTS = [
    contract
    for folder in (ROOT / "specs", ROOT / "tests/data/specs")
    for contract in load_specs(folder)
    if contract.rules.has_xsd
]
SAMPLES = [
    (contract, operation, sample)
    for contract in CONTRACTS
    for operation in contract.operations
    for sample in operation.samples
    if sample.codec == "xml"
]
IDS = [f"{contract.api}-{sample.file.stem}" for contract, _, sample in SAMPLES]


@cache
def package(api: str) -> EmittedPackage:
    return load(next(contract for contract in CONTRACTS if contract.api == api))


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    made: dict[str, Path] = {}
    for contract in CONTRACTS:
        made[contract.api] = tmp_path_factory.mktemp(contract.api) / "xsd"
        made[contract.api].mkdir()
        for name, data in export_xsd(contract).items():
            (made[contract.api] / name).write_bytes(data)
    return made


@pytest.fixture(scope="module")
def judges(folders: dict[str, Path]) -> dict[str, Judge]:
    return {api: Judge(folder, folder.parent / "models") for api, folder in folders.items()}


def test_there_are_samples() -> None:
    assert len(SAMPLES) >= 10


@pytest.mark.parametrize(("contract", "operation", "sample"), SAMPLES, ids=IDS)
def test_a_sample_is_valid(
    contract: Contract, operation: Operation, sample: Sample, folders: dict[str, Path]
) -> None:
    schema = etree.XMLSchema(etree.parse(folders[contract.api] / "schema.xsd"))
    schema.validate(etree.parse(sample.file))
    faults = [error.message for error in schema.error_log]
    if contract.api == "kitchen" and sample.file.stem in ("scalars", "maybe"):
        # `int` has any size in a spec, and .NET's int has 32 bits: the one member that shows it
        (fault,) = faults
        assert "}whole'" in fault
    else:
        assert not faults


@pytest.mark.parametrize(("contract", "operation", "sample"), SAMPLES, ids=IDS)
@pytest.mark.filterwarnings("ignore::xsdata.exceptions.ConverterWarning")
def test_xsdata_reads_the_same_values(
    contract: Contract, operation: Operation, sample: Sample, judges: dict[str, Judge]
) -> None:
    response = next(each for each in operation.responses if each.status == sample.status)
    assert response.payload.use is not None
    target = resolve(Target(contract.api, operation.name, sample.status), contract)
    data = sample.file.read_bytes()
    emitted = package(contract.api)
    ours, findings = emitted.read(data, document(target, emitted), format="xml")
    assert not findings
    if contract.api == "tm7":
        # xsdata takes the name of a type without a namespace, in a schema that has one, for a type of XML Schema
        data = re.sub(rb"<Profile>.*</Profile>", b'<Profile i:nil="true"/>', data)
        ours.profile = None
    theirs = judges[contract.api].read(data)
    assert not differences(contract, response.payload.use, ours, theirs)
