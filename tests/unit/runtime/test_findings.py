from __future__ import annotations

import pickle

import pytest

from wiresmith.runtime import DecodeError, EncodeError, Finding
from wiresmith.runtime.findings import EXCERPT, excerpt


def test_a_finding_reads_as_one_line() -> None:
    finding = Finding(
        severity="error", code="wrong-type", message="the string \"5\"", expected="an integer", path="/a/0",
        line=2, column=7,
        file="x.json",
    )  # fmt: skip
    assert str(finding) == 'x.json: /a/0 (line 2, column 7): the string "5"; expected an integer'
    assert str(Finding(severity="warning", code="c", message="m")) == "the document: m"
    assert str(Finding(severity="warning", code="c", message="m", path="/a", line=3)) == "/a (line 3): m"


def test_payload_text_cannot_act_on_a_terminal() -> None:
    hostile = "a\x1b[31m\u202eb\n\ud800é"
    assert excerpt(hostile) == "a\\x1b[31m\\u202eb\\n\\ud800é"
    assert "\x1b" not in str(Finding(severity="error", code="c", message="m", path="/" + hostile))
    assert len(excerpt("x" * 10_000_000)) == EXCERPT
    assert len(excerpt("\u202e" * 100)) == EXCERPT
    assert excerpt("x" * EXCERPT) == "x" * EXCERPT


@pytest.mark.parametrize("error_type", [DecodeError, EncodeError])
def test_an_error_lists_its_findings_but_not_thousands(
    error_type: type[DecodeError] | type[EncodeError],
) -> None:
    findings = [Finding(severity="error", code="c", message=f"m{number}", path="/a") for number in range(50)]
    error = error_type(findings)
    lines = str(error).splitlines()
    assert lines[:2] == ["/a: m0", "/a: m1"]
    assert lines[20:] == ["… and 30 more"]
    assert error.findings == tuple(findings)
    assert pickle.loads(pickle.dumps(error)).findings == error.findings
