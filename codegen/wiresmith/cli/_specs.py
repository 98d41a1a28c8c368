"""The contracts and packages that the arguments of a command name."""

from __future__ import annotations

import argparse
from pathlib import Path

from wiresmith.check import EmittedPackage, TargetType, load, parse, resolve
from wiresmith.contract import load_specs
from wiresmith.description import Contract
from wiresmith.failure import Failure


def contracts_of(arguments: argparse.Namespace) -> list[Contract]:
    """The contracts of all APIs in the folder of specs, or of the one that is named.

    Raises:
        Failure: there is no such folder or API.
        SpecError: a spec has mistakes.
    """
    contracts = _load(arguments.specs, arguments.api)
    if not contracts:
        raise Failure(f"{arguments.specs}: no API in this folder; expected <api>/api.yaml")
    return contracts


def target_of(arguments: argparse.Namespace) -> tuple[TargetType, EmittedPackage]:
    """The target that a document is said to be, and the package that reads it.

    Raises:
        Failure: there is no such target.
        SpecError: the spec has mistakes.
    """
    target = parse(arguments.as_)
    (contract,) = _load(arguments.specs, target.api)
    return resolve(target, contract), load(contract)


def _load(specs: Path, api: str | None) -> list[Contract]:
    if not specs.is_dir():
        raise Failure(f"{specs}: no such folder; name the one that holds <api>/api.yaml")
    known = sorted(path.parent.name for path in specs.glob("*/api.yaml"))
    if api is not None and api not in known:
        raise Failure(f"{specs}: no API {api!r} in this folder (APIs: {', '.join(known) or 'none'})")
    return load_specs(specs, api)
