"""Reports: lines that a person and JSON that a program can read, whatever a payload holds."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from wiresmith.check.reporting import Checked, Report, line, printable
from wiresmith.runtime import Finding

_ERROR = Finding(
    severity="error",
    code="bad-type",
    message="found text",
    expected="an integer",
    path="/0/id",
    line=3,
    column=7,
)
_WARNING = Finding(severity="warning", code="unknown-member", message='unknown "x"')


def test_a_finding_is_one_line() -> None:
    assert line("a.json", _ERROR) == "a.json:3:7: error: /0/id: found text; expected an integer"
    assert line("a.json", _WARNING) == 'a.json:1:1: warning: (whole document): unknown "x"'


def test_nothing_in_a_payload_reaches_the_terminal_as_control() -> None:
    finding = Finding(
        severity="error", code="x", message="\x1b[2J\nb.json:1:1: error", path="/\u202e\x9b", expected="\r"
    )
    text = line("a\n.json", finding)
    assert text.isprintable()
    assert "\\x1b[2J\\nb.json" in text


@pytest.mark.parametrize("text", ["Zürich", "日本", "a\\b", ""])
def test_ordinary_text_stays(text: str) -> None:
    assert printable(text) == text


def test_the_summary_counts() -> None:
    report = Report(target="things.read")
    assert report.summary == "0 files checked as things.read: 0 errors, 0 expectations not met"
    report.checked = [
        Checked(file="a", format="json", findings=[_ERROR, _WARNING, _WARNING]),
        Checked(file="b", format="xml", findings=[]),
    ]
    assert report.summary == (
        "2 files checked as things.read: 1 error, 0 expectations not met, 2 other warnings in 1 of 2 files"
    )
    unmet = replace(_ERROR, severity="warning", provenance="inferred from samples/a.json")
    report.checked[1:] = [Checked(file="b", format="xml", findings=[unmet, unmet])]
    assert report.summary.endswith("1 error, 2 expectations not met, 2 other warnings in 2 of 2 files")
    report.failures = ["c: missing"]
    assert report.summary.endswith("in 2 of 2 files; 1 name could not be read")


def test_json_has_everything() -> None:
    report = Report(
        target="t.r",
        checked=[Checked(file="a", format="xml", findings=[_ERROR, _WARNING])],
        failures=["c: \x1b"],
    )
    assert json.loads(report.as_json()) == {
        "target": "t.r",
        "files": [
            {
                "file": "a",
                "format": "xml",
                "findings": [
                    {
                        "severity": "error",
                        "code": "bad-type",
                        "path": "/0/id",
                        "line": 3,
                        "column": 7,
                        "message": "found text",
                        "expected": "an integer",
                        "provenance": "",
                    },
                    {
                        "severity": "warning",
                        "code": "unknown-member",
                        "path": "",
                        "line": None,
                        "column": None,
                        "message": 'unknown "x"',
                        "expected": "",
                        "provenance": "",
                    },
                ],
            }
        ],
        "failures": ["c: \\x1b"],
        "summary": {"files": 1, "files_with_findings": 1, "errors": 1, "expectations": 0, "warnings": 1},
    }
