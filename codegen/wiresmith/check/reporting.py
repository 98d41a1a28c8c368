"""Findings as lines for a person and as JSON for a program."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from wiresmith.runtime import Finding, Format

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A file that was read, and what there is to say about it."""

    file: str
    format: Format
    findings: Sequence[Finding]

    @property
    def errors(self) -> int:
        """The number of findings that are errors."""
        return sum(finding.severity == "error" for finding in self.findings)

    @property
    def expectations(self) -> int:
        """The number of expectations that are not met."""
        return sum(bool(finding.provenance) for finding in self.findings)


@dataclass(kw_only=True)
class Report:
    """All files of one run; ``failures`` are messages about those that could not be read."""

    target: str
    checked: list[Checked] = field(default_factory=list[Checked])
    failures: list[str] = field(default_factory=list[str])

    @property
    def summary(self) -> str:
        """One line: how many files, how many findings of each severity, in how many files."""
        errors = sum(file.errors for file in self.checked)
        unmet = sum(file.expectations for file in self.checked)
        warnings = sum(len(file.findings) for file in self.checked) - errors - unmet
        files = len(self.checked)
        broken = sum(bool(file.findings) for file in self.checked)
        text = (
            f"{_count(files, 'file')} checked as {self.target}: {_count(errors, 'error')}, "
            f"{_count(unmet, 'expectation')} not met"
        )
        text += f", {_count(warnings, 'other warning')}" if warnings else ""
        text += f" in {broken} of {files} files" if broken and files > 1 else ""
        if self.failures:
            text += f"; {_count(len(self.failures), 'name')} could not be read"
        return text

    def as_json(self) -> str:
        """The report as a JSON object; its keys are those of the records, and ``null`` is an
        unknown place.
        """
        files = [
            {
                "file": printable(checked.file),
                "format": checked.format,
                "findings": [_record(finding) for finding in checked.findings],
            }
            for checked in self.checked
        ]
        document = {
            "target": self.target,
            "files": files,
            "failures": [printable(failure) for failure in self.failures],
            "summary": {
                "files": len(self.checked),
                "files_with_findings": sum(bool(file.findings) for file in self.checked),
                "errors": sum(file.errors for file in self.checked),
                "expectations": sum(file.expectations for file in self.checked),
                "warnings": sum(len(file.findings) - file.errors for file in self.checked),
            },
        }
        return json.dumps(document, indent=2)


def line(file: str, finding: Finding, severity: str | None = None) -> str:
    """``file:line:col: severity: path: message; expected …``, on one line whatever the payload holds.

    ``severity`` is printed as it is instead of the finding's own (a coloured one).
    """
    text = f": {finding.path or '(whole document)'}: {finding.message}"
    if finding.expected:
        text += f"; expected {finding.expected.removeprefix('expected ')}"
    if finding.provenance:
        text += f" ({finding.provenance})"
    place = printable(f"{file}:{finding.line or 1}:{finding.column or 1}")
    return f"{place}: {severity or finding.severity}{printable(text)}"


def printable(text: str) -> str:
    """Text of a payload with what could control a terminal (or end the line) escaped."""
    return _CONTROL.sub(lambda match: ascii(match[0])[1:-1], text)


def _record(finding: Finding) -> dict[str, Any]:
    return {
        "severity": finding.severity,
        "code": finding.code,
        "path": printable(finding.path),
        "line": finding.line,
        "column": finding.column,
        "message": printable(finding.message),
        "expected": printable(finding.expected),
        "provenance": printable(finding.provenance),
    }


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
