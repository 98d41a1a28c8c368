"""Made-up values obey their contract."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from wiresmith.check.loading import load
from wiresmith.contract.resolve import load_specs
from wiresmith.description import Scalar, bare
from wiresmith.runtime import EncodeError
from wiresmith.runtime.package import Package
from wiresmith.serve.generated import CannotGenerate, Generator, as_opaque, from_opaque

ROOT = Path(__file__).parents[3]
FOLDERS = [ROOT / "specs", ROOT / "tests" / "data" / "specs", ROOT / "tests" / "client" / "specs"]
CONTRACTS = [contract for folder in FOLDERS for contract in load_specs(folder)]


@pytest.mark.parametrize("contract", CONTRACTS, ids=lambda contract: contract.api)
def test_every_document_is_written_and_read_without_a_finding(contract: Any) -> None:
    package = Package(load(contract).__name__)
    for seed in range(3):
        generator = Generator(package, seed)
        for key, type_ in package.documents.items():
            value = generator.value(type_, str(key))
            for format in package.formats:
                try:
                    written = package.encode(value, key, format=format)
                    findings = package.read(written, key, format=format)[1]
                except (TypeError, EncodeError) as error:
                    if "documents no" not in str(error) and "no JSON form" not in str(error):
                        raise
                    continue
                assert findings == []


@pytest.mark.parametrize("contract", CONTRACTS, ids=lambda contract: contract.api)
def test_parameters_too(contract: Any) -> None:
    package = Package(load(contract).__name__)
    generator = Generator(package, 0)
    for operation in contract.operations:
        for parameter in operation.parameters:
            assert generator.value(bare(parameter.type), parameter.name) is not None


def test_the_same_seed_and_name_give_the_same_value() -> None:
    package = Package(load(CONTRACTS[0]).__name__)
    type_ = next(iter(package.documents.values()))
    assert Generator(package, 1).value(type_, "a") == Generator(package, 1).value(type_, "a")
    assert Generator(package, 1).value(type_, "a") != Generator(package, 2).value(type_, "a")


def test_what_cannot_be_made_up_is_said() -> None:
    generator = Generator(Package(load(CONTRACTS[0]).__name__), 0)
    with pytest.raises(CannotGenerate, match="number of the beast"):
        generator.value(Scalar(kind="str", pattern="^a$", min_length=5), "number of the beast")


def test_cursors_say_nothing_and_come_back() -> None:
    assert from_opaque(as_opaque(17)) == 17
    assert from_opaque("no cursor of ours") is None
    assert from_opaque("ÿ") is None
