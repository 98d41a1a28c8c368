"""Where in a document a finding is, and the findings of one reading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiresmith.runtime.findings import Finding

if TYPE_CHECKING:
    from wiresmith.runtime.findings import Severity

MOST = 1000
"""How many errors, and how many warnings, are kept; reading stops at that many errors."""


class Path:
    """The way from the root to an element, written out only when there is something to say about it.

    ``name`` is a local name; ``index`` counts elements of that name among their siblings from 1, and is left out
    (0) for the first element of its name in an object.
    """

    __slots__ = ("index", "name", "parent")

    def __init__(self, parent: Path | None, name: str, index: int = 0) -> None:
        self.parent = parent
        self.name = name
        self.index = index

    def __str__(self) -> str:
        """An XPath with local names: ``/PBPRReturnOfBatch/Data/Parameters/Parameter[2]``."""
        steps: list[str] = []
        path: Path | None = self
        while path is not None:
            steps.append(f"{path.name}[{path.index}]" if path.index else path.name)
            path = path.parent
        return "/" + "/".join(reversed(steps))


class TooManyErrors(Exception):
    """There are MOST errors; nothing more is read."""


class Report:
    """The findings of one reading, in the order of the document."""

    def __init__(self, findings: list[Finding]) -> None:
        self.findings = findings
        self.errors = len(findings)
        self.warnings = 0

    def error(self, path: Path, code: str, message: str, expected: str = "") -> None:
        """Note an error; raises TooManyErrors for the last one that is kept."""
        self._add("error", path, code, message, expected)
        self.errors += 1
        if self.errors >= MOST:
            raise TooManyErrors

    def is_full(self) -> bool:
        """Whether no more warnings are listed; then one is only counted. Spares whoever has millions the making of messages."""
        if self.warnings < MOST:
            return False
        self.warnings += 1
        return True

    def warning(self, path: Path, code: str, message: str, expected: str = "") -> None:
        """Note a warning, unless there are MOST of them."""
        if self.warnings < MOST:
            self._add("warning", path, code, message, expected)
        self.warnings += 1

    def _add(self, severity: Severity, path: Path, code: str, message: str, expected: str) -> None:
        self.findings.append(
            Finding(severity=severity, code=code, message=message, expected=expected, path=str(path))
        )

    def close(self) -> list[Finding]:
        """The findings, with a last one that says if some were left out."""
        if self.errors >= MOST:
            message = f"{MOST:,} errors; the rest of the document was not read"
            self.findings.append(Finding(severity="error", code="more-findings", message=message))
        if self.warnings > MOST:
            message = f"{self.warnings - MOST:,} more warnings are not listed"
            self.findings.append(Finding(severity="warning", code="more-findings", message=message))
        return self.findings
