"""Envelopes: what is around the result of an operation, checked."""

from __future__ import annotations

from typing import Final

from wiresmith.contract._paths import Fits, Paths, is_anything, is_flag
from wiresmith.contract.python_names import fault
from wiresmith.description import BodyPath, Envelope
from wiresmith.language import EnvelopeDoc, Placed, shown

_NOTHING: Final = "an envelope says at least one of unwrap, success and error"


def resolve_envelope(doc: EnvelopeDoc, paths: Paths) -> Envelope | None:
    """The checked envelope; None where nothing successful has a body (reported)."""
    problems = paths.problems
    if doc.unwrap is None and doc.success is None and not doc.error:
        problems.add(doc.at, "an empty envelope", _NOTHING, "write envelope: null where there is none")
        return None
    if paths.success is None:
        problems.add(
            doc.at,
            "an envelope, and no successful response has a body",
            "a 2XX response with a type is expected",
            "write envelope: null in the operation",
        )
        return None
    details: list[tuple[str, BodyPath]] = []
    for name, path in doc.error:
        if (wrong := fault(name.value, "parameter")) is not None:
            problems.add(name.at, f"{shown(name.value)} {wrong}", "a Python name is expected")
        found = _path(f"error {name.value}", path, paths)
        if found is not None:
            details.append((name.value, found))
    success = None
    if doc.success is not None:
        success = _path("success", doc.success, paths, is_flag, "a bool")
    unwrap = _path("unwrap", doc.unwrap, paths) if doc.unwrap is not None else None
    if doc.unwrap is not None and unwrap == ():
        problems.add(
            doc.unwrap.at, "unwrap is $body, which is the whole", "a member is expected: $body.<member>"
        )
    return Envelope(unwrap=unwrap, success=success, error=tuple(details))


def _path(
    part: str, path: Placed[str], paths: Paths, fits: Fits = is_anything, wanted: str = "a member"
) -> BodyPath | None:
    found = paths.member(part, path, paths.success, fits, wanted)
    return found[0] if found is not None else None
