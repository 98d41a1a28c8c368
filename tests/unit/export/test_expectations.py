"""What is only expected stands beside the keywords that hold what is documented."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.unit.export.exports import contract_of, schema_of
from wiresmith.export import openapi

SPEC = """
sources: {openapi: {title: The OpenAPI, date: 2026-08}}
types:
  Batch:
    assumed: {presence: openapi, null: openapi}
    fields:
      id: Id
      name: {type: str, min_length: 1, max_length: 9}
      size: {type: int, documented: table, le: 5}
      state: State
      tags: {type: 'list[str]', assumed: openapi, max_length: 3}
  Id: {type: str, min_length: 20, assumed: openapi, doc: Names a batch.}
  State: {enum: [open, shut], closed: true, assumed: {values: openapi}}
operations:
  get:
    get: /x
    query:
      q: {type: str, max_length: 4, assumed: openapi}
      r: {type: Id, documented: table}
    returns: {200: Batch}
"""


def test_expectations_stand_apart(tmp_path: Path) -> None:
    contract = contract_of(tmp_path, SPEC)
    batch: Any = schema_of(contract)["$defs"]["Batch"]
    assert batch["required"] == ["size"]
    assert batch["x-expected"] == {"required": ["id", "name", "size", "state", "tags"]}
    members = batch["properties"]
    assert members["name"] == {
        "type": ["string", "null"],
        "minLength": 1,
        "maxLength": 9,
        "x-expected": {"type": "string"},
    }
    assert (members["size"]["type"], "x-expected" in members["size"]) == ("integer", False)
    assert members["tags"]["x-expected"] == {"type": "array", "items": {"type": "string"}, "maxItems": 3}
    assert "maxItems" not in members["tags"]
    named = schema_of(contract)["$defs"]
    assert named["Id"]["x-expected"] == {"minLength": 20}
    assert (named["Id"]["description"], "minLength" in named["Id"]) == ("Names a batch.", False)
    assert named["Id"]["x-wiresmith-provenance"] == {"kind": "assumed", "source": "The OpenAPI, 2026-08"}
    assert named["State"]["x-expected"] == {"enum": ["open", "shut"]}


def test_parameters(tmp_path: Path) -> None:
    document: Any = openapi(contract_of(tmp_path, SPEC))
    q, r = document["paths"]["/x"]["get"]["parameters"]
    assert ("required" in q, q["x-expected"], q["schema"]["x-expected"]["maxLength"]) == (
        False,
        {"required": True},
        4,
    )
    assert (r["required"], r["schema"]) == (True, {"$ref": "#/components/schemas/Id"})


def test_everything_can_be_held(tmp_path: Path) -> None:
    contract = contract_of(tmp_path, SPEC)
    batch: Any = schema_of(contract, "everything")["$defs"]["Batch"]
    assert batch["required"] == ["id", "name", "size", "state", "tags"]
    assert "x-expected" not in str(schema_of(contract, "everything"))
