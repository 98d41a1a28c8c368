"""Other programs take what is exported."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import jsonschema_rs
import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator

from tests.unit.export.exports import APIS, WITH_JSON, contracts, openapi_of, schema_of
from wiresmith.export.json_text import json_text
from wiresmith.export.openapi import openapi


@pytest.mark.parametrize("api", APIS)
def test_openapi_documents_are_valid(api: str) -> None:
    assert list(OpenAPIV31SpecValidator(openapi_of(contracts()[api])).iter_errors()) == []


@pytest.mark.parametrize("api", WITH_JSON)
def test_json_schemas_are_valid(api: str) -> None:
    schema = schema_of(contracts()[api])
    jsonschema_rs.meta.validate(schema)
    assert jsonschema_rs.Draft202012Validator(schema).is_valid({})


@pytest.mark.parametrize("api", APIS)
def test_openapi_python_client_makes_a_client(api: str, tmp_path: Path) -> None:
    (tmp_path / "api.json").write_text(json_text(openapi(contracts()[api])), "utf-8")
    scripts = str(Path(sys.executable).parent)
    done = subprocess.run(
        [sys.executable, "-m", "openapi_python_client", "generate", "--path", "api.json", "--meta", "none", "--output-path", "client", "--fail-on-warning"],
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
