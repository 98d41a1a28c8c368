"""The facts for which JSON Schema and OpenAPI have no word, as ``x-wiresmith-…`` keywords (docs/exports.md
lists them).
"""

from __future__ import annotations

from collections.abc import Sequence

from wiresmith.description import (
    BodyPath,
    Envelope,
    HeaderPath,
    Operation,
    Paging,
    Parameter,
    Provenance,
    ResponsePath,
    Wait,
)
from wiresmith.export.written_json import Json, Object

DOCUMENTED = Provenance()


def provenance(own: Provenance, around: Provenance = DOCUMENTED) -> Object:
    """The source of a fact, unless that is also the source of what is around it."""
    if own == around:
        return {}
    facts = _mark(own)
    if own.aspects:
        facts["aspects"] = {aspect: _mark(marked) for aspect, marked in own.aspects}
    return {"x-wiresmith-provenance": facts}


def _mark(said: Provenance) -> Object:
    return {"kind": said.mark, "source": said.source} if said.source else {"kind": said.mark}


def undocumented(parts: Sequence[str]) -> Object:
    """The facts that the page leaves out."""
    return {"x-wiresmith-undocumented": list(parts)} if parts else {}


def description(doc: str) -> Object:
    """A ``description``, where there is one."""
    return {"description": doc} if doc else {}


def interactions(operation: Operation) -> Object:
    """The facts by which clients page, unwrap, wait and repeat; paths are spelled as in specs."""
    facts: Object = {}
    if operation.paging is not None:
        facts["x-wiresmith-paging"] = _paging(operation.paging, operation.parameters)
    if operation.envelope is not None:
        facts["x-wiresmith-envelope"] = _envelope(operation.envelope)
    if operation.wait is not None:
        facts["x-wiresmith-wait"] = _wait(operation.wait)
    if operation.idempotent is not None:
        facts["x-wiresmith-idempotent"] = operation.idempotent
    return facts


def _paging(paging: Paging, parameters: Sequence[Parameter]) -> Json:
    sent: dict[str | None, str] = {each.python: f"${each.place}.{each.wire}" for each in parameters}
    facts: Object = {"style": paging.style}
    facts |= {
        name: sent[parameter]
        for name, parameter in (("send", paging.send), ("size", paging.size))
        if parameter is not None
    }
    facts |= _paths(
        next=paging.next, more=paging.more, items=paging.items, total=paging.total, pages=paging.pages
    )
    if paging.first is not None:
        facts["first"] = paging.first
    if paging.backward is not None:
        facts["backward"] = _paging(paging.backward, parameters)
    return facts


def _envelope(envelope: Envelope) -> Json:
    facts = _paths(unwrap=envelope.unwrap, success=envelope.success)
    if envelope.error:
        facts["error"] = {name: _path(path) for name, path in envelope.error}
    return facts


def _wait(wait: Wait) -> Json:
    facts = _paths(on=wait.on, url=wait.url)
    usual = Wait()
    for name in ("pending", "succeeded", "failed"):
        values: tuple[str | int | bool, ...] = getattr(wait, name)
        if values:
            facts[name] = list(values)
    for name in ("min_delay", "max_delay", "backoff"):
        number: float = getattr(wait, name)
        if number != getattr(usual, name):
            facts[name] = number
    return facts


def _paths(**paths: ResponsePath | None) -> Object:
    return {name: _path(path) for name, path in paths.items() if path is not None}


def _path(path: BodyPath | HeaderPath) -> str:
    return f"$header.{path.wire}" if isinstance(path, HeaderPath) else ".".join(("$body", *path.members))
