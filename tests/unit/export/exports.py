"""What the tests of exports share: contracts, and their exports as other programs read them."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema_rs

from wiresmith.contract.resolve import load_specs
from wiresmith.description import Contract, Operation, Sample
from wiresmith.export.openapi_document import openapi
from wiresmith.export.schema_document import json_schema
from wiresmith.export.written_json import json_text
from wiresmith.runtime import Strict

ROOT = Path(__file__).parents[3]


@cache
def contracts() -> dict[str, Contract]:
    """Every API of the repository's specs and of those that the tests share, by name."""
    folders = (ROOT / "specs", ROOT / "tests/data/specs")
    return {contract.api: contract for folder in folders for contract in load_specs(folder)}


APIS = sorted(contracts())
WITH_JSON = [api for api in APIS if contracts()[api].has_json]


def contract_of(folder: Path, text: str, **files: str) -> Contract:
    """The contract of an ``api.yaml`` without its first two lines; ``files`` are samples by their names
    before .json.
    """
    (folder / "things" / "samples").mkdir(parents=True)
    (folder / "things" / "api.yaml").write_text(f"wiresmith: 1\napi: things\n{text}", "utf-8")
    for name, content in files.items():
        (folder / "things" / "samples" / f"{name}.json").write_text(content, "utf-8")
    (contract,) = load_specs(folder)
    return contract


def openapi_of(contract: Contract) -> Any:
    """The OpenAPI document as a program reads it."""
    return json.loads(json_text(openapi(contract)))


def schema_of(contract: Contract, strict: Strict = "documented") -> Any:
    """The JSON Schema as a program reads it."""
    return json.loads(json_text(json_schema(contract, strict)))


def validator(
    contract: Contract, anchor: str, strict: Strict = "documented"
) -> jsonschema_rs.Draft202012Validator:
    """A validator of one body, by its anchor."""
    return jsonschema_rs.Draft202012Validator({**schema_of(contract, strict), "$ref": f"#{anchor}"})


def json_samples(api: str) -> list[tuple[Operation[Any], Sample]]:
    """The samples of an API that are JSON."""
    found = contracts()[api].operations
    return [(each, sample) for each in found for sample in each.samples if sample.codec == "json"]


def has_half_characters(text: str) -> bool:
    """Has a JSON text escapes that are no characters? Programs in Rust and C do not take them."""
    return "\\ud8" in text.lower()
