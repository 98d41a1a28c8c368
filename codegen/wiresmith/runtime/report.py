"""Findings as they are met: where each is, and how many are kept, so that no document can fill the memory
with what is wrong with it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from wiresmith.runtime.findings import Finding

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import NoReturn

    from wiresmith.runtime.findings import Severity

LONGEST_PATHS = 8_000_000
"""Findings are no longer listed once their paths have this many characters in all: names can be long."""

P = TypeVar("P")


class Stopped(Exception):
    """There are so many errors that nothing more is looked at, or one after which it makes no sense."""


class Path:
    """The way from the root of an XML document to an element, written out only when there is something to say
    about it.

    ``name`` is a local name, or ``*``; ``index`` counts elements of that name among their siblings from 1,
    and is left out (0) for the first element of its name in an object.
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


class Report(Generic[P]):
    """The findings of one reading or writing, in the order they are met.

    Args:
        most: how many errors, and how many warnings, are listed; the others are only counted.
        stops: whether the last error that is listed ends the work.
        findings: errors that were found before.
        spell: gives the text of a path.
    """

    def __init__(
        self,
        most: int,
        *,
        stops: bool = False,
        findings: list[Finding] | None = None,
        spell: Callable[[P], str] = str,
    ) -> None:
        self.findings = findings if findings is not None else []
        self.errors = len(self.findings)
        """The number of errors, listed or not."""
        self.stopped = False
        """Whether the work ended because of their number."""
        self.left_out: dict[Severity, int] = {"error": 0, "warning": 0}
        """The number of findings that are not listed."""
        self._warnings = 0
        self._most = most
        self._stops = stops
        self._spell = spell
        self._room = LONGEST_PATHS

    def error(self, path: P, code: str, message: str, expected: str = "") -> None:
        """Note an error.

        Raises:
            Stopped: for the last one that is listed, if that ends the work.
        """
        if self.errors < self._most and self._room >= 0:
            self._list("error", path, code, message, expected)
        else:
            self.left_out["error"] += 1
        self.errors += 1
        if self._stops and (self.errors >= self._most or self._room < 0):
            self.stopped = True
            raise Stopped

    def warning(self, path: P, code: str, message: str, expected: str = "", provenance: str = "") -> None:
        """Note a warning; ``provenance`` is that of a fact that is only expected."""
        if self.is_full:
            self.pass_over()
        else:
            self._warnings += 1
            self._list("warning", path, code, message, expected, provenance)

    @property
    def is_full(self) -> bool:
        """Whether no more warnings are listed: spares whoever has millions the making of their messages."""
        return self._warnings >= self._most or self._room < 0

    def pass_over(self) -> None:
        """Count a warning that is not listed."""
        self.left_out["warning"] += 1

    def stop(self, path: P, code: str, message: str, expected: str) -> NoReturn:
        """Note an error after which it makes no sense to go on; raises Stopped."""
        self.error(path, code, message, expected)
        raise Stopped

    def _list(
        self, severity: Severity, path: P, code: str, message: str, expected: str, provenance: str = ""
    ) -> None:
        text = self._spell(path)
        self._room -= len(text)
        self.findings.append(
            Finding(
                severity=severity,
                code=code,
                message=message,
                expected=expected,
                path=text,
                provenance=provenance,
            )
        )

    def close(self, severity: Severity, message: str) -> None:
        """Add a last finding without a place, which says that some were left out."""
        self.findings.append(Finding(severity=severity, code="more-findings", message=message))
