"""The made-up documents are laid out as the documented ones, so that the measurements are about them."""

from __future__ import annotations

import json
from pathlib import Path

from tests.bench.batches import Batches, as_json, as_xml


def test_the_documented_batches_are_written_as_on_the_page(specs: Path) -> None:
    samples = specs / "bemicron" / "samples"
    documented = json.loads(samples.joinpath("batch_details.json").read_bytes())
    assert as_xml(documented, indented=True) == samples.joinpath("batch_details.xml").read_bytes().strip()


def test_a_seed_gives_the_same_bytes() -> None:
    assert as_json(Batches(3).some(4)) == as_json(Batches(3).some(4)) != as_json(Batches(4).some(4))


def test_made_up_batches_have_the_documented_members(specs: Path) -> None:
    def shape(value: object) -> object:
        if isinstance(value, list):
            return [shape(value[0])]
        if isinstance(value, dict):
            free = value.keys() & {"sample string 1", "form"}
            return "free" if free else {name: shape(member) for name, member in value.items()}
        return type(value)

    documented = json.loads(specs.joinpath("bemicron", "samples", "batch_details.json").read_bytes())
    assert json.dumps(shape(Batches().some(1)), default=str) == json.dumps(shape(documented), default=str)
