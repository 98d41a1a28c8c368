"""``wiresmith import xsd``: a spec of what XSD files say."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from wiresmith.check import printable
from wiresmith.cli._output import counted
from wiresmith.cli._verb import FOUND, OK, Verb
from wiresmith.xsd import read_xsd


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    xsd = parser.add_subparsers(metavar="LANGUAGE", required=True).add_parser(
        "xsd", help="XSD files of data contracts, from svcutil or XsdDataContractExporter"
    )
    xsd.add_argument("files", nargs="+", type=Path, metavar="FILE", help="an XSD file")
    xsd.add_argument("--api", required=True, metavar="NAME", help="the name of the API")
    xsd.add_argument(
        "--out", type=Path, required=True, metavar="DIR", help="the folder of the spec; it must not have one"
    )
    xsd.set_defaults(run=_run)


def _run(arguments: argparse.Namespace) -> int:
    remarks = read_xsd(arguments.files, arguments.api, arguments.out)
    for remark in remarks:
        print(printable(str(remark)), file=sys.stderr)
    print(f"{arguments.out}: spec of {arguments.api} written, {counted(len(remarks), 'remark')}")
    return FOUND if remarks else OK


VERB = Verb(
    "import",
    "make a spec of what another language says",
    "wiresmith import xsd contracts/*.xsd --api warehouse --out specs/warehouse",
    _add_arguments,
)
