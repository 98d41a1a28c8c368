"""Arguments that several commands have."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import get_args

from wiresmith.check import Layout
from wiresmith.runtime import Strict


def add_specs(command: argparse.ArgumentParser, *, api_required: bool = False) -> None:
    """The folder of specs, and the name of one of them."""
    command.add_argument(
        "specs", nargs="?", type=Path, default=Path("specs"), metavar="SPECS", help="default: specs"
    )
    command.add_argument("--api", required=api_required, metavar="NAME", help="this API alone")


def add_target(command: argparse.ArgumentParser) -> None:
    """Add the arguments that say what a document is, and where its spec is."""
    command.add_argument(
        "--as",
        dest="as_",
        required=True,
        metavar="TARGET",
        help="api.operation, api.operation:status or api.TypeName; without a status the first 2XX response",
    )
    command.add_argument("--specs", type=Path, default=Path("specs"), metavar="DIR", help="default: specs")


def add_strict(command: argparse.ArgumentParser) -> None:
    """Add the argument that says which facts are held."""
    command.add_argument(
        "--strict",
        choices=get_args(Strict),
        default="documented",
        help="the facts that are held, so that what breaks them is an error: those that the page documents "
        "(the default), everything that the spec says, or nothing",
    )


def add_fail_on(command: argparse.ArgumentParser) -> None:
    """Add the argument that says which findings make the exit status 1."""
    command.add_argument(
        "--fail-on",
        choices=("error", "warning"),
        default="error",
        help="the least that makes the exit status 1 (default: error)",
    )


def indent(text: str) -> Layout:
    """A layout as the command line says it.

    Raises:
        argparse.ArgumentTypeError: if it says none.
    """
    if text == "none":
        return Layout()
    if text == "lines":
        return Layout(step="")
    if text == "tab":
        return Layout(step="\t")
    if text.isascii() and text.isdigit() and int(text) <= 16:
        return Layout(step=" " * int(text))
    raise argparse.ArgumentTypeError(f"{text!r}; expected none, lines, tab or a number from 0 to 16")
