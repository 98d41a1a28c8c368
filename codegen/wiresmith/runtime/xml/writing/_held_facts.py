"""Whether what breaks a fact may be written: it may where the fact is only expected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiresmith.runtime.strictness import expectation

if TYPE_CHECKING:
    from wiresmith.description import Aspect, Provenance
    from wiresmith.runtime.report import Path, Report
    from wiresmith.runtime.strictness import Strict


class HeldFacts:
    """The facts that are held while one document is written.

    ``said`` is the provenance of what is being written: its member's, or the document's.
    """

    def __init__(self, strict: Strict, said: Provenance, report: Report[Path]) -> None:
        self.said = said
        self.report = report
        self._strict: Strict = strict

    def is_expected(self, aspect: Aspect, said: Provenance | None = None) -> bool:
        """Is an aspect of what is written only expected?"""
        return expectation(self._strict, said or self.said, aspect) is not None

    def allows(
        self,
        aspect: Aspect,
        path: Path,
        code: str,
        message: str,
        expected: str,
        said: Provenance | None = None,
    ) -> bool:
        """May what breaks an aspect be written? If not, that is noted as an error."""
        if self.is_expected(aspect, said):
            return True
        self.report.error(path, code, message, expected)
        return False
