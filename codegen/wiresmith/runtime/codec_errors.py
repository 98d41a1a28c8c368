"""The errors that the functions of an emitted package raise."""

from __future__ import annotations

from collections.abc import Iterable

from wiresmith.runtime.findings import Finding

LISTED = 20
"""The number of findings that the text of an error lists; ``findings`` has all of them."""


class _FindingsError(ValueError):
    findings: tuple[Finding, ...]

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__(self.findings)

    def __str__(self) -> str:
        lines = [str(finding) for finding in self.findings[:LISTED]]
        if len(self.findings) > LISTED:
            lines.append(f"… and {len(self.findings) - LISTED} more")
        return "\n".join(lines)


class DecodeError(_FindingsError):
    """A document that is not what its description says; ``findings`` holds everything that is
    wrong with it.
    """


class EncodeError(_FindingsError):
    """A value that the format cannot represent; ``findings`` says which members are the reason."""
