"""The record for an API as its spec describes it: its types and its operations, and what is said about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from wiresmith.description.operations import Auth, Operation
from wiresmith.description.provenance import NOWHERE, Docs, Source
from wiresmith.description.schema import Schema


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
    operations: tuple[Operation, ...] = ()
    auth: tuple[Auth, ...] = ()
    undocumented: tuple[str, ...] = ()
    files: tuple[tuple[str, str], ...] = ()
