"""Each spec with mistakes is reported as its file says."""

from __future__ import annotations

import difflib

import pytest

from tests.mistakes.cases import Case, cases, data_files, written

CASES = [
    pytest.param(case, id=f"{path.parent.name}/{path.stem}/{case.title or number}")
    for path in data_files()
    for number, case in enumerate(cases(path), 1)
]


@pytest.mark.parametrize("case", CASES)
def test_every_mistake_is_reported_where_it_stands(case: Case) -> None:
    assert case.expected, "a case without a mistake"
    found = case.found()
    if found != case.expected:
        difference = difflib.unified_diff(
            case.text(case.expected).splitlines(),
            case.text(found).splitlines(),
            "expected",
            "reported",
            n=10,
            lineterm="",
        )
        pytest.fail(
            "\n".join((*difference, "", "python -m tests.mistakes writes what is reported")), pytrace=False
        )


def test_the_files_are_written_as_the_command_writes_them() -> None:
    for path in data_files():
        assert written(path, lambda case: case.expected) == path.read_text(encoding="utf-8"), path
