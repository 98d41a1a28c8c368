"""``wiresmith show``: the APIs, and what becomes of their samples."""

from __future__ import annotations

import argparse
import sys

from wiresmith.check import difference, load, printable, samples
from wiresmith.cli._arguments import add_specs
from wiresmith.cli._output import coloured, print_findings
from wiresmith.cli._specs import contracts_of
from wiresmith.cli._verb import FOUND, OK, Verb
from wiresmith.emit import emit_all


def _run(arguments: argparse.Namespace) -> int:
    contracts = contracts_of(arguments)
    tree = emit_all(contracts)
    width = max(len(contract.api) for contract in contracts)
    print(f"{'API':{width}}  operations  types  files  samples that come back byte for byte")
    lost = False
    for contract in contracts:
        trips = list(samples.round_trips(contract, load(contract)))
        equal = sum(trip.equal for trip in trips)
        emitted = sum(contract.api in path.parts for path in tree)
        mark = coloured(f"{equal} of {len(trips)}", "ok" if equal == len(trips) else "error", sys.stdout)
        print(
            f"{contract.api:{width}}  {len(contract.operations):10}  {len(contract.types):5}  "
            f"{emitted:5}  {mark}"
        )
        for trip in trips:
            lost = lost or not trip.equal
            print_findings(str(trip.sample.file), trip.findings, sys.stdout)
            if trip.written is not None and not trip.equal:
                print(difference.unified(trip.read, trip.written, printable(str(trip.sample.file))))
    return FOUND if lost else OK


VERB = Verb(
    "show",
    "list the APIs, and what becomes of their documented samples",
    "wiresmith show specs",
    add_specs,
    _run,
)
