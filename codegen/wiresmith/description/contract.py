"""The record for an API as its spec describes it: its types and its operations, and what is said about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from wiresmith.description.operations import Auth, Operation
from wiresmith.description.provenance import NOWHERE, Docs, Source
from wiresmith.description.schema import BareType, ListType, Ref, Schema, Type, bare, is_nullable, with_null


@dataclass(frozen=True, kw_only=True)
class Contract(Schema):
    """One API, resolved: every name computed, every reference resolved, nothing left to look up.

    It knows neither YAML nor Python source text. All text in it (names aside) is untrusted: it was copied
    from web pages. ``files`` are the spec files it was read from, relative to the API's folder, with the
    SHA-256 of their bytes; ``sources`` the documents besides the page that facts come from, by name.
    ``base_url`` may hold ``{name}``; ``base_url_variables`` are these names, each with the one it has in
    Python. ``has_client``: it is something to send requests to.
    """

    title: str = ""
    doc: str = ""
    docs: Docs = NOWHERE
    sources: Mapping[str, Source] = field(default_factory=dict[str, Source])
    base_url: str | None = None
    base_url_variables: tuple[tuple[str, str], ...] = ()
    has_client: bool = True
    has_json: bool = True
    has_xml: bool = False
    operations: tuple[Operation[Any], ...] = ()
    documents: tuple[Type, ...] = field(default=(), init=False)
    auth: tuple[Auth, ...] = ()
    undocumented: tuple[str, ...] = ()
    files: tuple[tuple[str, str], ...] = ()

    def __post_init__(self) -> None:
        """Find the documents in the operations."""
        object.__setattr__(self, "documents", tuple(_documents(self.operations)))


def _documents(operations: Iterable[Operation[Any]]) -> Iterator[Type]:
    found: dict[BareType, Type] = {}
    for type_ in (each for operation in operations for each in operation.bodies):
        inner = bare(type_)
        found[inner] = with_null(inner, is_nullable(type_) or is_nullable(found.get(inner, inner)))
    bodies = [each for each in found.values() if not isinstance(each, Ref)]
    yield from bodies
    # Whoever asks for list[Batch] where items may be null gets no null: it is then an error.
    for body in bodies:
        if isinstance(inner := bare(body), ListType) and is_nullable(inner.item):
            strict = replace(inner, item=bare(inner.item))
            if strict not in found:
                yield with_null(strict, is_nullable(body))
