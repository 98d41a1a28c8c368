"""The exported schemas say of documents what our own readers do."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from typing import Any

import jsonschema_rs
import pytest

from tests.unit.export.exports import (
    WITH_JSON,
    contracts,
    has_half_characters,
    json_samples,
    schema_of,
    validator,
)
from wiresmith.check.loading import load
from wiresmith.check.payloads import validate
from wiresmith.check.targets import Target, resolve

SAMPLES = [
    pytest.param(api, operation, sample, id=f"{api}-{sample.file.stem}")
    for api in WITH_JSON
    for operation, sample in json_samples(api)
    if not has_half_characters(sample.file.read_text("utf-8"))
]
OTHERS: tuple[Any, ...] = (
    None,
    True,
    -1,
    1.5,
    "",
    "other",
    "2020-13-01T00:00:00",
    [],
    {},
    [[]],
    {"a": []},
    10**30,
)


def changed(value: Any) -> Iterator[Any]:
    """The document with each part of it left out, or made something else."""
    for path in paths(value):
        *outer, last = path
        for other in OTHERS:
            variant = copy.deepcopy(value)
            at(variant, outer)[last] = copy.deepcopy(other)
            yield variant
        variant = copy.deepcopy(value)
        del at(variant, outer)[last]
        yield variant


def paths(value: Any) -> Iterator[tuple[str | int, ...]]:
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in items:
        yield (key,)
        for rest in paths(item):
            yield (key, *rest)


def at(value: Any, path: list[str | int]) -> Any:
    for step in path:
        value = value[step]
    return value


@pytest.mark.parametrize("api", WITH_JSON)
def test_json_schemas_are_valid(api: str) -> None:
    schema = schema_of(contracts()[api])
    jsonschema_rs.meta.validate(schema)
    assert jsonschema_rs.Draft202012Validator(schema).is_valid({})


@pytest.mark.parametrize(("api", "operation", "sample"), SAMPLES)
@pytest.mark.slow
def test_samples_are_valid_and_changes_of_them_as_we_read_them(api: str, operation: Any, sample: Any) -> None:
    contract = contracts()[api]
    package = load(contract)
    target = resolve(Target(api, operation.name, sample.status), contract)
    anchor = f"{operation.name}.response.{sample.status}"
    held, schema = validator(contract, anchor), validator(contract, anchor, "everything")
    document = json.loads(sample.file.read_text("utf-8"))
    assert schema.is_valid(document)
    refused = 0
    for variant in changed(document):
        data = json.dumps(variant).encode()
        errors = [each for each in validate(data, target, package, "everything") if each.severity == "error"]
        assert schema.is_valid(variant) == (not errors), (variant, errors)
        refused += bool(errors)
        # A schema that holds what is documented still says types, which are read whatever they are where they
        # are only expected.
        findings = validate(data, target, package)
        is_read = all(each.severity == "warning" for each in findings)
        if held.is_valid(variant) != is_read:
            assert is_read, (variant, findings)
            assert any(each.code in ("wrong-type", "wrong-value") for each in findings), (variant, findings)
    assert refused


def test_a_schema_takes_half_a_character_where_its_validator_can() -> None:
    import jsonschema

    from tests.unit.export.exports import schema_of

    document = json.loads(
        next(s for o, s in json_samples("kitchen") if o.name == "dotnet").file.read_text("utf-8")
    )
    schema = {**schema_of(contracts()["kitchen"]), "$ref": "#dotnet.response.200"}
    assert jsonschema.Draft202012Validator(schema).is_valid(document)
    document["letters"] = ["ab"]
    assert not jsonschema.Draft202012Validator(schema).is_valid(document)
