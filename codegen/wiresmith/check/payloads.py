"""Payloads against a contract: what is wrong with them, and whether the emitted code gives them back
unchanged.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.util import find_spec
from typing import Any

from wiresmith.check.layout import Layout, detect, sniff
from wiresmith.check.loading import EmittedPackage
from wiresmith.check.targets import ResponseTarget, TargetType
from wiresmith.runtime import EncodeError, Finding, Strict, media_codec


@dataclass(frozen=True, slots=True)
class RoundTrip:
    """The result of reading a payload and writing it again; ``written`` is None where it could not be
    written.
    """

    findings: list[Finding]
    written: bytes | None


def validate(
    data: bytes, target: TargetType, package: EmittedPackage, strict: Strict = "documented"
) -> list[Finding]:
    """The findings about a payload, in the order of its places; empty where it is as the contract says.

    JSON or XML is told from the content. Errors mean that the payload breaks a fact that is held (``strict``
    says which are), warnings that it holds more or less than documented, or not what is expected.
    """
    said = _beside_codecs(data, target, package)
    if said is not None:
        return said
    findings: list[Finding]
    _, findings = package.read(data, document(target, package), format=sniff(data), strict=strict)
    return findings


def round_trip(
    data: bytes,
    target: TargetType,
    package: EmittedPackage,
    layout: Layout | None = None,
    strict: Strict = "documented",
) -> RoundTrip:
    """Read a payload and write it again in its own layout, or in ``layout``."""
    said = _beside_codecs(data, target, package)
    if said is not None:
        return RoundTrip(said, None if said else data)
    kind = sniff(data)
    as_ = document(target, package)
    value, findings = package.read(data, as_, format=kind, strict=strict)
    if any(finding.severity == "error" for finding in findings):
        return RoundTrip(findings, None)
    layout = layout or detect(data, kind)
    try:
        written = package.encode(value, as_, format=kind, options=layout.options, strict=strict)
    except EncodeError as error:
        return RoundTrip([*findings, *error.findings], None)
    return RoundTrip(findings, layout.apply(written, kind))


def document(target: TargetType, package: EmittedPackage) -> Any:
    """The object that an emitted package has for a target: its class, or the response of its operation."""
    if isinstance(target, ResponseTarget):
        return target.response
    return getattr(package, target.name)


def _beside_codecs(data: bytes, target: TargetType, package: EmittedPackage) -> list[Finding] | None:
    """The findings about a payload that has no codec, or None where there is something to decode."""
    formats = _documented(target, package)
    if formats is None:
        if not data:
            return []
        return [_error("not-empty", f"a body of {len(data)} bytes", "no body in this response")]
    if not formats & {"json", "xml"}:
        return []  # bytes: whatever they are, they are what is documented
    kind = sniff(data)
    if kind in formats:
        return None
    return [
        _error("undocumented-format", f"a document in {kind.upper()}", " or ".join(sorted(formats)).upper())
    ]


def _documented(target: TargetType, package: EmittedPackage) -> set[str] | None:
    """The codecs that a target is documented in; None for a response without a body."""
    if not isinstance(target, ResponseTarget):
        return {
            format for format in ("json", "xml") if find_spec(f"{package.__name__}._{format}") is not None
        }
    response = target.response
    return None if response.type is None else {media_codec(each) for each in response.media} or {"json"}


def _error(code: str, message: str, expected: str) -> Finding:
    return Finding(severity="error", code=code, message=message, expected=expected)
