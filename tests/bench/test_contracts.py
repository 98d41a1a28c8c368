"""The measured contracts hold what they are said to: what is written comes back, and xsdata reads the whole
of it.
"""

from __future__ import annotations

import pytest

from tests.bench import contracts


def test_the_deep_contract_has_twelve_namespaces() -> None:
    made = contracts.package("deep")
    document = made.encode(contracts.deep(1), made.companies, format="xml").decode()
    declared = {
        part.partition('"')[0] for part in document.split('="http://schemas.datacontract.org/2004/07/')[1:]
    }
    assert len(declared) == len(contracts.LEVELS) == 12


def test_every_contract_comes_back() -> None:
    names = [case.name for case in contracts.cases(2)]
    assert len(names) == 2 * len(contracts.CONTRACTS) == 6


@pytest.mark.parametrize("name", contracts.CONTRACTS)
def test_documents_are_written_and_read_in_straight_lines(name: str) -> None:
    build, operation, _ = contracts.CONTRACTS[name]
    made = contracts.package(name)
    as_ = getattr(made, operation)
    value = build(2)
    codec = made._package._codec(made._package.python_type(as_.success.type), "xml")
    document = codec.encode(value)
    assert codec.decode(document.encode()) == value


def test_xsdata_reads_as_much() -> None:
    for case in contracts.cases(2):
        if case.name.endswith("write"):
            ours, theirs = str(case.calls["exact writer"]()), str(case.calls["xsdata"]())
            # It leaves out nulls, each of which is one empty tag.
            assert theirs.count("</") == ours.count("</")
