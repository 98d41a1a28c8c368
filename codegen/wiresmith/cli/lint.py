"""``wiresmith lint``: every mistake in the specs."""

from __future__ import annotations

import argparse

from wiresmith.cli._arguments import add_specs
from wiresmith.cli._output import counted
from wiresmith.cli._specs import contracts_of
from wiresmith.cli._verb import OK, Verb


def _run(arguments: argparse.Namespace) -> int:
    contracts = contracts_of(arguments)
    names = ", ".join(contract.api for contract in contracts)
    print(f"{arguments.specs}: {counted(len(contracts), 'API')} without mistakes ({names})")
    return OK


VERB = Verb("lint", "report every mistake in the specs", "wiresmith lint specs", add_specs, _run)
