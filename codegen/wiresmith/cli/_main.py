"""The whole command: its verbs, and what becomes of errors."""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Sequence
from importlib import metadata
from typing import Final

from wiresmith.check import printable
from wiresmith.cli import export, generate, import_xsd, lint, roundtrip, serve, show, spec_schema, validate
from wiresmith.cli._output import counted, failed
from wiresmith.cli._verb import FAILED, Verb
from wiresmith.failure import Failure
from wiresmith.language import SpecError

_VERBS: Final[tuple[Verb, ...]] = (
    generate.VERB,
    lint.VERB,
    spec_schema.VERB,
    validate.VERB,
    roundtrip.VERB,
    show.VERB,
    export.VERB,
    serve.VERB,
    import_xsd.VERB,
)
"""In the order of the help."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command.

    Returns:
        the exit status.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    arguments = _parser().parse_args(argv)
    try:
        status: int = arguments.run(arguments)
        sys.stdout.flush()
    except SpecError as error:
        for problem in error.problems:
            print(printable(str(problem)), file=sys.stderr)
        return failed(f"{counted(len(error.problems), 'mistake')} in the specs")
    except Failure as error:
        return failed(str(error))
    except BrokenPipeError:  # whoever reads our output has enough of it
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    except OSError as error:
        return failed(f"{error.filename}: {error.strerror}" if error.filename else str(error))
    except KeyboardInterrupt:
        return 130
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="wiresmith",
        description="Typed Python from web pages that document an API.",
        epilog="Exit status: 0 nothing to say, 1 findings or differences, 2 it could not be done.",
    )
    parser.add_argument("--version", action="version", version=f"wiresmith {_version()}")
    verbs = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for verb in _VERBS:
        verb.add_to(verbs)
    return parser


def _version() -> str:
    try:
        return metadata.version("wiresmith")
    except metadata.PackageNotFoundError:
        return "(not installed)"
