"""``wiresmith export``: an API's contracts in another language."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from wiresmith.cli._arguments import add_specs, add_strict
from wiresmith.cli._output import counted
from wiresmith.cli._specs import contracts_of
from wiresmith.cli._verb import FOUND, OK, Verb
from wiresmith.export import LANGUAGES, Written, write_export
from wiresmith.xsd import write_xsd


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    languages = parser.add_subparsers(metavar="LANGUAGE", required=True)
    for name, language in LANGUAGES.items():
        exporting = languages.add_parser(name, help=language.help)
        exporting.add_argument(
            "--out",
            type=Path,
            metavar="PATH",
            help=f"a file that ends in .json, or a folder for <api>.{language.suffix}; without it, one API "
            "goes to stdout",
        )
        exporting.add_argument(
            "--check", action="store_true", help="compare with the files in PATH instead of writing"
        )
        add_strict(exporting)
        add_specs(exporting)
        exporting.set_defaults(run=_run, language=name)
    xsd = languages.add_parser("xsd", help="the XSD files that .NET's XsdDataContractExporter writes")
    add_specs(xsd, api_required=True)
    xsd.add_argument("--out", type=Path, required=True, metavar="DIR", help="where the files go")
    xsd.set_defaults(run=_run_xsd)


def _run(arguments: argparse.Namespace) -> int:
    written = write_export(
        contracts_of(arguments),
        arguments.language,
        arguments.out,
        check=arguments.check,
        strict=arguments.strict,
    )
    return told(written, check=arguments.check)


def _run_xsd(arguments: argparse.Namespace) -> int:
    (contract,) = contracts_of(arguments)
    written = write_xsd(contract, arguments.out)
    print(f"{arguments.out}: {counted(written, 'file')} written")
    return OK


def told(written: Written, *, check: bool) -> int:
    """Say what was written, or with ``check`` what is not as it would be written; the exit status is
    returned.
    """
    print(written.text, end="")
    for remark in written.remarks:
        print(remark, file=sys.stderr)
    for path in written.files:
        print(f"{path}: not what the specs say; write it again without --check" if check else path)
    return FOUND if check and written.files else OK


VERB = Verb(
    "export",
    "write what an API's contracts are in another language",
    """
    wiresmith export openapi --api bemicron > bemicron.json
    wiresmith export jsonschema specs --out schemas
    wiresmith export xsd specs --api bemicron --out xsd
    """,
    _add_arguments,
)
