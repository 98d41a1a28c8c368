"""Models of an API for other libraries: datamodel-code-generator makes them of its JSON Schema."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

from wiresmith.description import Contract
from wiresmith.export.schema_document import definitions, json_schema
from wiresmith.export.written_json import Object, json_text
from wiresmith.failure import ExportError
from wiresmith.runtime import Strict

FLAVOURS: Final = {
    "pydantic": "pydantic_v2.BaseModel",
    "msgspec": "msgspec.Struct",
    "typeddict": "typing.TypedDict",
    # One of the standard library has no place for the names on the wire.
    "dataclass": "pydantic_v2.dataclass",
}
_WITHOUT_UNIONS: Final = frozenset({"msgspec", "typeddict"})
"""Flavours that cannot tell an enum's value from a text beside it."""
_OF_OBJECTS: Final = ("--snake-case-field", "--enum-field-as-literal", "none")
# What a TypedDict describes is what json.loads gives: wire names, texts and floats.
_OF_VALUES: Final = (
    "--enum-field-as-literal",
    "all",
    "--type-mappings",
    "number+decimal=number",
    "string+date=string",
)
_ENOUGH: Final = 300
"""Seconds after which the generator is not waited for."""
_OPTIONS: Final = (
    "--input-file-type", "jsonschema", "--schema-version", "2020-12", "--encoding", "utf-8",
    "--no-allow-remote-refs", "--strict-refs",
    "--target-python-version", "3.11", "--disable-timestamp", "--formatters", "builtin",
    "--no-treat-dot-as-module", "--skip-root-model",
    "--naming-strategy", "primary-first", "--use-annotated", "--use-typed-nullable-map-values",
)  # fmt: skip


def models(contract: Contract, flavour: str, strict: Strict = "documented") -> str:
    """The source text of a module with the models of an API.

    Args:
        contract: the API.
        flavour: a key of ``FLAVOURS``.
        strict: the facts that the models hold.

    Raises:
        ExportError: if the API has no JSON, the generator is not installed, or it does not make anything of
            the schema.
    """
    schema = json_text(_types(contract, strict, unions=flavour not in _WITHOUT_UNIONS))
    if importlib.util.find_spec("datamodel_code_generator") is None:
        raise ExportError(
            "datamodel-code-generator is missing, which makes models; install wiresmith[models]"
        )
    # A folder of its own: the generator takes options from the pyproject.toml of the folder it runs in.
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "schema.json"
        target = Path(folder) / "models.py"
        source.write_text(schema, "utf-8")
        command = [
            sys.executable,
            "-m",
            "datamodel_code_generator",
            "--input",
            source.name,
            "--output",
            target.name,
        ]
        command += ["--output-model-type", FLAVOURS[flavour], *_OPTIONS]
        command += _OF_VALUES if flavour == "typeddict" else _OF_OBJECTS
        try:
            done = subprocess.run(
                command,
                cwd=folder,
                capture_output=True,
                text=True,
                errors="replace",
                check=False,
                timeout=_ENOUGH,
            )
        except subprocess.TimeoutExpired:
            raise ExportError(
                f"{contract.api}: datamodel-code-generator took more than {_ENOUGH} seconds"
            ) from None
        if done.returncode or not target.is_file():
            said = done.stderr.strip().splitlines() or ["nothing"]
            raise ExportError(
                f"{contract.api}: datamodel-code-generator makes nothing of the schema; it says: {said[-1]}"
            )
        return target.read_text("utf-8")


def _types(contract: Contract, strict: Strict, *, unions: bool) -> Object:
    """The schema of the types alone: of a body that is one of them, the generator would make another."""
    types: Object = {
        name: {key: value for key, value in schema.items() if key != "$anchor"}
        for name, schema in definitions(contract, unions=unions, strict=strict).items()
        if "$anchor" not in schema or "$ref" not in schema
    }
    return {**json_schema(contract, strict), "$defs": types}
