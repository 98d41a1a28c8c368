"""What ``wiresmith export openapi``, ``wiresmith export jsonschema`` and ``wiresmith generate --models`` do."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from wiresmith.contract.model import Contract
from wiresmith.export.json_schema import json_schema
from wiresmith.export.json_text import Object, json_text
from wiresmith.export.models import FLAVOURS, models
from wiresmith.export.openapi import openapi
from wiresmith.export.problem import ExportError

__all__ = [
    "ExportError",
    "Written",
    "add_languages",
    "add_models",
    "generate_models",
    "write_export",
    "write_models",
]

_OK, _FOUND = 0, 1


@dataclass(frozen=True, slots=True)
class Written:
    """What came of a command: the files that it wrote or that differ, what it has to say, and what goes to stdout."""

    files: tuple[Path, ...] = ()
    remarks: tuple[str, ...] = ()
    text: str = ""


@dataclass(frozen=True, slots=True)
class _Language:
    suffix: str
    help: str
    write: Callable[[Contract], Object]


_LANGUAGES: Final = {
    "openapi": _Language("openapi.json", "an OpenAPI 3.1 document", openapi),
    "jsonschema": _Language("schema.json", "a JSON Schema (2020-12) of its JSON", json_schema),
}


def add_languages(
    languages: argparse._SubParsersAction[argparse.ArgumentParser],  # pyright: ignore[reportPrivateUsage] - it has no other name
    add_specs: Callable[[argparse.ArgumentParser], None],
    contracts: Callable[[argparse.Namespace], list[Contract]],
) -> None:
    """Add the languages of this package to ``wiresmith export``.

    Args:
        languages: the subcommands of ``export``.
        add_specs: adds the arguments that say which specs.
        contracts: reads the specs that they say.
    """

    def run(arguments: argparse.Namespace) -> int:
        found = contracts(arguments)
        return _told(
            write_export(found, arguments.language, arguments.out, check=arguments.check), arguments.check
        )

    for name, language in _LANGUAGES.items():
        parser = languages.add_parser(name, help=language.help)
        parser.add_argument(
            "--out",
            type=Path,
            metavar="PATH",
            help=f"a file that ends in .json, or a folder for <api>.{language.suffix}; without it, one API goes to stdout",
        )
        parser.add_argument(
            "--check", action="store_true", help="compare with the files in PATH instead of writing"
        )
        add_specs(parser)
        parser.set_defaults(run=run, language=name)


def add_models(generate: argparse.ArgumentParser) -> None:
    """Add the options for models to ``wiresmith generate``."""
    generate.add_argument(
        "--models",
        choices=sorted(FLAVOURS),
        help="make models for another library instead, with datamodel-code-generator",
    )
    generate.add_argument(
        "--models-out",
        type=Path,
        default=Path("models"),
        metavar="DIR",
        help="where <api>_<models>.py go; default: models",
    )


def generate_models(contracts: Sequence[Contract], arguments: argparse.Namespace) -> int:
    """Do what ``wiresmith generate --models`` says.

    Returns: the exit status.

    Raises: ExportError as ``write_models``.
    """
    written = write_models(contracts, arguments.models, arguments.models_out, check=arguments.check)
    return _told(written, arguments.check)


def write_export(contracts: Sequence[Contract], language: str, out: Path | None, *, check: bool) -> Written:
    """Export APIs to a file, a folder or, without ``out``, as text.

    Returns: the files that were written or, with ``check``, that are not as they would be written.

    Raises: ExportError where an API cannot be exported, or several have no folder to go to.
    """
    known = _LANGUAGES[language]
    folder = out is not None and (out.is_dir() or out.suffix != ".json")
    if len(contracts) > 1 and not folder:
        names = ", ".join(contract.api for contract in contracts)
        raise ExportError(
            f"{len(contracts)} APIs ({names}) and no folder for them; name one with --api, or a folder with --out"
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
        texts[path / f"{contract.api}.{known.suffix}" if folder else path] = json_text(known.write(contract))
    if out is None:
        return Written(text="".join(texts.values()))
    return Written(_put(texts, check=check), tuple(remarks))


def write_models(contracts: Sequence[Contract], flavour: str, out: Path, *, check: bool) -> Written:
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
            texts[out / f"{contract.api}_{flavour}.py"] = models(contract, flavour)
    return Written(_put(texts, check=check), tuple(remarks))


def _told(written: Written, check: bool) -> int:
    print(written.text, end="")
    for remark in written.remarks:
        print(remark, file=sys.stderr)
    for path in written.files:
        print(f"{path}: not what the specs say; write it again without --check" if check else path)
    return _FOUND if check and written.files else _OK


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
