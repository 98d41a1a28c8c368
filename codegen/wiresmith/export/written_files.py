"""Exports and models as files: which there are, and what of them differs from what is on disk."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from wiresmith.description import Contract
from wiresmith.export.library_models import models
from wiresmith.export.openapi_document import openapi
from wiresmith.export.schema_document import json_schema
from wiresmith.export.written_json import Object, json_text
from wiresmith.failure import ExportError
from wiresmith.runtime import Strict


@dataclass(frozen=True, slots=True)
class Written:
    """The result of a command: the files that it wrote or that differ, what it has to say, and what goes to
    stdout.
    """

    files: tuple[Path, ...] = ()
    remarks: tuple[str, ...] = ()
    text: str = ""


@dataclass(frozen=True, slots=True)
class Language:
    """A language that contracts are exported in: how its files end, what it is, and what makes a document of
    a contract.
    """

    suffix: str
    help: str
    write: Callable[[Contract, Strict], Object]


LANGUAGES: Final = {
    "openapi": Language("openapi.json", "an OpenAPI 3.1 document", openapi),
    "jsonschema": Language("schema.json", "a JSON Schema (2020-12) of its JSON", json_schema),
}


def write_export(
    contracts: Sequence[Contract],
    language: str,
    out: Path | None,
    *,
    check: bool,
    strict: Strict = "documented",
) -> Written:
    """Export APIs to a file, a folder or, without ``out``, as text; ``strict`` says which facts they hold.

    Returns: the files that were written or, with ``check``, that are not as they would be written.

    Raises: ExportError where an API cannot be exported, or several have no folder to go to.
    """
    known = LANGUAGES[language]
    folder = out is not None and (out.is_dir() or out.suffix != ".json")
    if len(contracts) > 1 and not folder:
        names = ", ".join(contract.api for contract in contracts)
        raise ExportError(
            f"{len(contracts)} APIs ({names}) and no folder for them; name one with --api, or a folder with "
            "--out"
        )
    if out is None and check:
        raise ExportError("export --check needs --out PATH, what to compare with")
    texts: dict[Path, str] = {}
    remarks: list[str] = []
    for contract in contracts:
        if len(contracts) > 1 and language == "jsonschema" and not contract.has_json:
            remarks.append(f"{contract.api}: it has no JSON, so there is no JSON Schema of it")
            continue
        path = Path(f"{contract.api}.{known.suffix}") if out is None else out
        texts[path / f"{contract.api}.{known.suffix}" if folder else path] = json_text(
            known.write(contract, strict)
        )
    if out is None:
        return Written(text="".join(texts.values()))
    return Written(_put(texts, check=check), tuple(remarks))


def write_models(
    contracts: Sequence[Contract],
    flavour: str,
    out: Path,
    *,
    check: bool,
    strict: Strict = "documented",
) -> Written:
    """Write a module of models for each API that has JSON.

    Returns: as for ``write_export``.

    Raises: ExportError where the generator is not installed or fails, or the only API has no JSON.
    """
    texts: dict[Path, str] = {}
    remarks: list[str] = []
    for contract in contracts:
        if len(contracts) > 1 and not contract.has_json:
            remarks.append(f"{contract.api}: it has no JSON, so there are no models of it")
        else:
            texts[out / f"{contract.api}_{flavour}.py"] = models(contract, flavour, strict)
    return Written(_put(texts, check=check), tuple(remarks))


def _put(texts: dict[Path, str], *, check: bool) -> tuple[Path, ...]:
    """Write what is not there yet, or with ``check`` only say so."""
    differing: list[Path] = []
    for path, text in texts.items():
        data = text.encode()
        if path.is_file() and path.read_bytes() == data:
            continue
        differing.append(path)
        if not check:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
    return tuple(differing)
