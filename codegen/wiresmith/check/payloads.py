"""Payloads against a contract: what is wrong with them, and whether the emitted code gives them back unchanged."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from wiresmith.check.layout import Format, Layout, detect, sniff
from wiresmith.check.loading import EmittedPackage
from wiresmith.check.targets import ResponseTarget, TargetType
from wiresmith.runtime import EncodeError, Finding


@dataclass(frozen=True, slots=True)
class RoundTrip:
    """What came of reading a payload and writing it again; ``written`` is None where it could not be."""

    findings: list[Finding]
    written: bytes | None


def validate(data: bytes, target: TargetType, package: EmittedPackage) -> list[Finding]:
    """What there is to say about a payload, in the order of its places; empty where it is what the contract says.

    JSON or XML is told from the content. Errors mean that no program could use the payload, warnings that it holds
    more or less than documented.
    """
    if (said := _without_codec(data, target)) is not None:
        return said
    return package.read(data, document(target, package), format=sniff(data))[1]


def round_trip(
    data: bytes, target: TargetType, package: EmittedPackage, layout: Layout | None = None
) -> RoundTrip:
    """Read a payload and write it again in its own layout, or in ``layout``."""
    if (said := _without_codec(data, target)) is not None:
        return RoundTrip(said, None if said else data)
    format: Format = sniff(data)
    as_ = document(target, package)
    value, findings = package.read(data, as_, format=format)
    if any(finding.severity == "error" for finding in findings):
        return RoundTrip(findings, None)
    layout = layout or detect(data, format)
    try:
        written = package.encode(value, as_, format=format, options=layout.options)
    except EncodeError as error:
        return RoundTrip([*findings, *error.findings], None)
    return RoundTrip(findings, layout.apply(written, format))


def document(target: TargetType, package: EmittedPackage) -> Any:
    """What an emitted package calls a target: its class, or the response of its operation."""
    if isinstance(target, ResponseTarget):
        responses = getattr(package, target.operation.python).responses
        return next(response for response in responses if response.status == target.response.status)
    return getattr(package, target.python)


def _without_codec(data: bytes, target: TargetType) -> list[Finding] | None:
    """The findings for a response that has nothing to decode, None for all others."""
    if not isinstance(target, ResponseTarget):
        return None
    payload = target.response.payload
    if payload.use is None:
        if not data:
            return []
        return [_error("not-empty", f"a body of {len(data)} bytes", "no body in this response")]
    if payload.media and not any(codec in ("json", "xml") for _, codec in payload.media):
        return []  # bytes: whatever they are, they are what is documented
    return None


def _error(code: str, message: str, expected: str) -> Finding:
    return Finding(severity="error", code=code, message=message, expected=expected)
