"""What tests of documented samples share: the contracts, their samples in XML, and the exported XSD files."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from wiresmith.check.loading import EmittedPackage, load
from wiresmith.contract.resolve import load_specs
from wiresmith.xsd.exporting import export_xsd

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
    """The emitted package of an API."""
    return load(next(contract for contract in CONTRACTS if contract.api == api))


def export(folder: Path, api: str) -> Path:
    """Write the XSD files of an API into a new folder below ``folder``."""
    made = folder / "xsd"
    made.mkdir()
    for name, data in export_xsd(next(contract for contract in CONTRACTS if contract.api == api)).items():
        (made / name).write_bytes(data)
    return made
