"""``wiresmith generate``: packages, or models for another library."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from wiresmith.cli._arguments import add_specs, add_strict
from wiresmith.cli._output import counted
from wiresmith.cli._specs import contracts_of
from wiresmith.cli._verb import FOUND, OK, Verb
from wiresmith.cli.export import told
from wiresmith.emit import check_tree, emit_all, write_tree
from wiresmith.export import FLAVOURS, write_models


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    add_specs(parser)
    parser.add_argument(
        "--models",
        choices=sorted(FLAVOURS),
        help="make models for another library instead, with datamodel-code-generator",
    )
    parser.add_argument(
        "--models-out",
        type=Path,
        default=Path("models"),
        metavar="DIR",
        help="where <api>_<models>.py go; default: models",
    )
    add_strict(parser)
    parser.add_argument(
        "--out", type=Path, default=Path("generated"), metavar="DIR", help="default: generated"
    )
    parser.add_argument(
        "--templates", type=Path, metavar="DIR", help="templates of your own: see docs/templates.md"
    )
    parser.add_argument(
        "--check", action="store_true", help="compare with the files in DIR instead of writing"
    )


def _run(arguments: argparse.Namespace) -> int:
    contracts = contracts_of(arguments)
    if arguments.models is not None:
        written = write_models(
            contracts,
            arguments.models,
            arguments.models_out,
            check=arguments.check,
            strict=arguments.strict,
        )
        return told(written, check=arguments.check)
    tree = emit_all(contracts, arguments.templates)
    only = None if arguments.api is None else {arguments.api}
    if arguments.check:
        differences = check_tree(tree, arguments.out, only=only)
        print(differences, end="")
        if differences:
            print(
                f"wiresmith: {arguments.out} is not what the specs say; run `wiresmith generate`",
                file=sys.stderr,
            )
        return FOUND if differences else OK
    changed = write_tree(tree, arguments.out, only=only)
    for path in changed:
        print(path)
    print(f"{counted(len(tree), 'file')} emitted, {len(changed) or 'nothing'} changed")
    return OK


VERB = Verb(
    "generate",
    "emit the Python packages that the specs describe",
    """
    wiresmith generate
    wiresmith generate specs --out generated --api bemicron
    wiresmith generate --check        # change nothing; fail where a file is not as the specs say
    wiresmith generate --templates templates
    wiresmith generate --models pydantic --models-out models
    """,
    _add_arguments,
    _run,
)
