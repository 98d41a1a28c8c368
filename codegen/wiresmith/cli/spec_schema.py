"""``wiresmith schema``: the JSON Schema of the spec language."""

from __future__ import annotations

import argparse
from pathlib import Path

from wiresmith.cli._verb import FOUND, OK, Verb
from wiresmith.failure import Failure
from wiresmith.language import language_schema_text, reference_text


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--out",
        type=Path,
        metavar="FILE",
        help="write to this file; one that ends in .md: tables of all keys, to read",
    )
    parser.add_argument("--check", action="store_true", help="compare with FILE instead of writing")


def _run(arguments: argparse.Namespace) -> int:
    is_page = arguments.out is not None and arguments.out.suffix == ".md"
    schema = reference_text() if is_page else language_schema_text()
    if arguments.out is None:
        if arguments.check:
            raise Failure("schema --check needs --out FILE, the file to compare with")
        print(schema, end="")
    elif not arguments.check:
        arguments.out.write_text(schema, encoding="utf-8", newline="\n")
    elif not arguments.out.is_file() or arguments.out.read_bytes() != schema.encode():
        print(f"{arguments.out}: not the schema of this version; write it with `wiresmith schema --out`")
        return FOUND
    return OK


VERB = Verb(
    "schema",
    "print the JSON Schema of the spec language, for editors",
    "wiresmith schema --out specs/spec.schema.json",
    _add_arguments,
    _run,
)
