"""The facts for which JSON Schema and OpenAPI have no word, as ``x-wiresmith-…`` keywords (docs/exports.md
lists them).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from wiresmith.description import (
    Contract,
    Envelope,
    Header,
    Operation,
    Paging,
    Parameter,
    Provenance,
    ResponsePath,
    Type,
    Wait,
    members_along,
)
from wiresmith.export.written_json import Json, Object

DOCUMENTED = Provenance()
Spelled = Callable[[Mapping[str, ResponsePath | None]], Object]
"""Spells the paths of an operation as specs do."""


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


def interactions(operation: Operation[Any], contract: Contract) -> Object:
    """The facts by which clients page, unwrap, wait and repeat; paths are spelled as in specs."""
    facts: Object = {}
    spelled = partial(_paths, contract, operation.success_body)
    if operation.paging is not None:
        facts["x-wiresmith-paging"] = _paging(operation.paging, operation.parameters, spelled)
    if operation.envelope is not None:
        facts["x-wiresmith-envelope"] = _envelope(operation.envelope, spelled)
    if (wait := operation.wait) is not None:
        places = spelled({"on": wait.on}) | _paths(contract, operation.accepted_body, {"url": wait.url})
        facts["x-wiresmith-wait"] = places | _wait(wait)
    if operation.idempotent is not None:
        facts["x-wiresmith-idempotent"] = operation.idempotent
    return facts


def _paging(paging: Paging, parameters: Sequence[Parameter], spelled: Spelled) -> Json:
    sent: dict[str | None, str] = {each.name: f"${each.place}.{each.wire}" for each in parameters}
    facts: Object = {"style": paging.style}
    facts |= {
        name: sent[parameter]
        for name, parameter in (("send", paging.send), ("size", paging.size))
        if parameter is not None
    }
    facts |= spelled({name: getattr(paging, name) for name in ("next", "more", "items", "total", "pages")})
    if paging.first is not None:
        facts["first"] = paging.first
    if paging.ends is not None:
        facts["ends"] = paging.ends
    if paging.backward is not None:
        facts["backward"] = _paging(paging.backward, parameters, spelled)
    return facts


def _envelope(envelope: Envelope, spelled: Spelled) -> Json:
    facts = spelled({"unwrap": envelope.unwrap, "success": envelope.success})
    if envelope.error:
        facts["error"] = spelled(dict(envelope.error))
    return facts


def _wait(wait: Wait) -> Object:
    facts: Object = {}
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


def _paths(contract: Contract, body: Type | None, paths: Mapping[str, ResponsePath | None]) -> Object:
    return {name: _path(contract, body, path) for name, path in paths.items() if path is not None}


def _path(contract: Contract, body: Type | None, path: ResponsePath) -> str:
    if isinstance(path, Header):
        return f"$header.{path.wire}"
    along = members_along(contract.types, body, path)
    assert along is not None, "the contract lets no path lead nowhere"
    return ".".join(("$body", *(member.wire for member in along)))
