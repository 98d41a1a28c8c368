"""``wiresmith roundtrip``: a payload as the emitted package writes it."""

from __future__ import annotations

import argparse
import sys

from wiresmith.check import difference, files, printable, round_trip
from wiresmith.cli._arguments import add_strict, add_target, indent
from wiresmith.cli._output import print_findings
from wiresmith.cli._specs import target_of
from wiresmith.cli._verb import FOUND, OK, Verb


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help="a file, or - for stdin")
    add_target(parser)
    add_strict(parser)
    parser.add_argument(
        "--indent",
        type=indent,
        metavar="N|none|lines|tab",
        help="write N spaces per level, one line, line breaks alone, or tabs, instead of the layout of the "
        "input",
    )


def _run(arguments: argparse.Namespace) -> int:
    target, package = target_of(arguments)
    data = files.read(arguments.file)
    name = "<stdin>" if arguments.file == "-" else arguments.file
    done = round_trip(data, target, package, arguments.indent, arguments.strict)
    print_findings(name, done.findings, sys.stderr)
    if done.written is None:
        return FOUND
    sys.stdout.buffer.write(done.written)
    sys.stdout.buffer.flush()
    if data == done.written:
        return OK
    print(difference.unified(data, done.written, printable(name)), file=sys.stderr)
    return FOUND


VERB = Verb(
    "roundtrip",
    "read a payload and print it as the emitted package writes it",
    """
    wiresmith roundtrip capture.xml --as bemicron.batch_details > again.xml
    wiresmith roundtrip capture.json --as os1.container_batch_status --indent none
    """,
    _add_arguments,
    _run,
)
