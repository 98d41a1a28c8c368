"""What a change to a document is, and what has to become of the changed document."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from tests.golden.documented import DocumentedSample
from tests.property.values import alike
from wiresmith.runtime import DecodeError

Place = tuple[int, int]
"""Line and column, from 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A changed document, and what is to be said of it.

    ``back`` is what it is written as again: None where it is refused. ``expected`` are the findings: code,
    path, and place; errors where the document is refused, else warnings.
    """

    what: str
    data: bytes
    back: bytes | None = None
    expected: list[tuple[str, str, Place]] = field(default_factory=list[tuple[str, str, Place]])


def place_of(text: str, offset: int) -> Place:
    """Line and column, in code points, of an offset."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def complaint(sample: DocumentedSample, change: Change, *, both: bool = True) -> str:
    """What is not as it has to be, or the empty string; ``both`` asks ``decode``, too, not ``read`` alone."""
    try:
        value, findings = sample.read(change.data)
        problem = decode_differs(sample, change.data, value, findings) if both else ""
        if not problem:
            problem = (_refused if change.back is None else _accepted)(sample, change, value, findings)
    except AssertionError:
        raise
    except Exception as error:  # noqa: BLE001 - whatever escapes is what the test is about
        problem = f"{type(error).__name__}: {error}"
    return f"{change.what}: {problem}" if problem else ""


def decode_differs(sample: DocumentedSample, data: bytes, value: Any, findings: list[Any]) -> str:
    """How ``decode`` differs from what ``read`` said, or the empty string."""
    errors = [finding for finding in findings if finding.severity == "error"]
    try:
        decoded = sample.decode(data)
    except DecodeError as error:
        return "" if list(error.findings) == errors else f"decode says {error.findings}, read {errors}"
    return (
        "" if not errors and alike(decoded, value) else f"decode gives {decoded}, read {value} and {errors}"
    )


def _accepted(sample: DocumentedSample, change: Change, value: Any, findings: list[Any]) -> str:
    if said := _findings_differ(findings, change, "warning"):
        return said
    written = sample.encode(value)
    if written != change.back:
        return f"came back as {_difference(change.back or b'', written)}"
    if not sample.is_fast(change.data):
        return ""  # so that it was the exact reader who read it
    exact, exactly_said = sample.read_exactly(change.data)
    if not alike(exact, value) or sample.encode(exact) != change.back:
        return f"the exact reader differs: {exact} instead of {value}"
    return f"the straight-line reader passed over {exactly_said}" if exactly_said else ""


def _refused(sample: DocumentedSample, change: Change, value: Any, findings: list[Any]) -> str:
    if value is not None:
        return f"accepted, as {value}"
    if any(not finding.expected for finding in findings):
        return f"nothing expected in {findings}"
    return _findings_differ(findings, change, "error")


def _findings_differ(findings: list[Any], change: Change, severity: str) -> str:
    found = [(finding.code, finding.path, (finding.line, finding.column)) for finding in findings]
    if found != change.expected:
        return f"says {found}, expected {change.expected}"
    if any(finding.severity != severity for finding in findings):
        return f"not {severity}s: {findings}"
    return ""


def _difference(wanted: bytes, got: bytes) -> str:
    start = next((i for i, (one, other) in enumerate(zip(wanted, got, strict=False)) if one != other), 0)
    start = max(0, start - 30)
    return f"…{got[start : start + 90]!r} instead of …{wanted[start : start + 90]!r}"
