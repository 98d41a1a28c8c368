"""Other programs take the OpenAPI documents."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator

from tests.unit.export.exports import APIS, contract_of, contracts, openapi_of
from wiresmith.export.openapi_document import openapi
from wiresmith.export.written_json import json_text

EVIL = '"}, "x": {"$ref": "file:///etc/passwd"}, \\ \u001b[2J \u009b2J \u202e \u2028 \ud800 </script>'


@pytest.mark.parametrize("api", APIS)
def test_openapi_documents_are_valid(api: str) -> None:
    assert list(OpenAPIV31SpecValidator(openapi_of(contracts()[api])).iter_errors()) == []


def test_hostile_text_leaves_the_document_valid(tmp_path: Path) -> None:
    evil = json.dumps(EVIL[:40])
    text = (
        f"title: {evil}\ndoc: {evil}\noperations:\n  a:\n    get: a\n    summary: {evil}\n    doc: {evil}\n "
        "   query:\n"
        f"      {evil}: {{type: str, python: q, doc: {evil}, examples: [{evil}]}}\n    returns: {{200: "
        f"{{type: Great, doc: {evil}}}}}\n"
        f"types:\n  Great:\n    doc: {evil}\n    fields:\n      $ref: {{type: str, python: r}}\n      "
        "properties: Great | None\n"
        f"      {evil}: {{type: Kind, python: k, doc: {evil}}}\n  Kind: {{enum: {{{evil}: {{python: v, doc: "
        f"{evil}}}}}}}\n"
    )
    document = openapi_of(contract_of(tmp_path, text))
    assert list(OpenAPIV31SpecValidator(document).iter_errors()) == []
    assert document["info"]["title"] == EVIL[:40]
    schema = document["components"]["schemas"]["Great"]
    assert list(schema["properties"]) == ["$ref", "properties", EVIL[:40]]
    assert schema["properties"]["properties"]["anyOf"][0] == {"$ref": "#/components/schemas/Great"}


@pytest.mark.parametrize("api", APIS)
def test_openapi_python_client_makes_a_client(api: str, tmp_path: Path) -> None:
    (tmp_path / "api.json").write_text(json_text(openapi(contracts()[api])), "utf-8")
    scripts = str(Path(sys.executable).parent)
    done = subprocess.run(
        [sys.executable, "-m", "openapi_python_client", "generate", "--path", "api.json", "--meta", "none",
        "--output-path", "client", "--fail-on-warning"],
        cwd=tmp_path,
        env={**os.environ, "PATH": scripts + os.pathsep + os.environ["PATH"], "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        text=True,
        check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    functions = {path.stem for path in (tmp_path / "client" / "api").rglob("*.py")}
    assert {operation.name for operation in contracts()[api].operations} <= functions
    for path in (tmp_path / "client").rglob("*.py"):
        compile(path.read_text("utf-8"), path, "exec")
