"""A spec as written: every value with the place it stands at, nothing resolved yet.

``reader`` makes these records from YAML and reports what the language does not allow; ``contract.resolve`` gives them meaning.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Generic, Literal, TypeVar

T = TypeVar("T")
Plain = str | int | float | bool | Decimal | None
"""A scalar of the spec that is a value of the API (a default, an example, an enum value)."""


@dataclass(frozen=True, slots=True, order=True)
class Spot:
    """A place in a spec file; line and column count from 1."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Placed(Generic[T]):
    """A value and where it stands."""

    value: T
    at: Spot


# --- type annotations, as read by `annotation` ---


@dataclass(frozen=True, slots=True)
class TypeName:
    """``uuid``, ``Batch``, ``PBPRReturn[Batch]``, ``list[T]``: a name with its arguments."""

    name: str
    arguments: tuple[Annotation, ...]
    at: Spot


@dataclass(frozen=True, slots=True)
class Annotation:
    """A type name, or null, or both (``UserRef | None``)."""

    type: TypeName
    nullable: bool
    text: str
    at: Spot


@dataclass(frozen=True, slots=True)
class ProvenanceDoc:
    """``inferred: <sample>`` or ``assumed: <source>``, or ``documented: <where on the page>``."""

    kind: Literal["documented", "inferred", "assumed"]
    source: str
    at: Spot


@dataclass(frozen=True, slots=True, kw_only=True)
class ConstraintsDoc:
    """The constraint keys that stand beside a type; ``at`` gives each key's place."""

    values: Mapping[Literal["ge", "gt", "le", "lt", "min_length", "max_length", "pattern"], int | float | str]
    at: Mapping[str, Spot]


@dataclass(frozen=True, slots=True, kw_only=True)
class XmlDoc:
    """An ``xml:`` mapping; which keys are allowed depends on what it stands beside (tables of `language`).

    ``values`` are the keys that have one text, number or flag; ``at`` gives the place of every key that is there. The rest has a field of
    its own; None and () are what is not there.
    """

    values: Mapping[str, str | int | bool]
    at: Mapping[str, Spot]
    place: Spot
    known_types: tuple[Annotation, ...] = ()
    root: XmlDoc | None = None
    generic_parameters: tuple[int, ...] | None = None
    initial: InitialDoc | None = None


@dataclass(frozen=True, slots=True)
class InitialDoc:
    """What a constructor gives a member: one value, or the items of a list."""

    values: tuple[Placed[Plain], ...]
    is_list: bool
    at: Spot


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldDoc:
    """A member of a type, or a parameter, header or query value: ``name[?]: annotation`` or a mapping.

    ``key`` is as written without the ``?``; ``wire`` and ``python`` where given explicitly.
    """

    key: Placed[str]
    optional: bool
    annotation: Annotation
    constraints: ConstraintsDoc
    default: Placed[Plain] | None = None
    doc: Placed[str] | None = None
    wire: Placed[str] | None = None
    python: Placed[str] | None = None
    examples: tuple[Placed[Plain], ...] = ()
    explode: Placed[bool] | None = None
    request_id: Placed[bool] | None = None
    xml: XmlDoc | None = None
    provenance: ProvenanceDoc | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EnumValueDoc:
    """One value of an enum, alone in a list or with facts in a mapping.

    ``wire`` is what JSON holds. ``name`` is the key of a value that has a name and a number.
    """

    wire: Placed[str | int]
    name: Placed[str] | None = None
    doc: Placed[str] | None = None
    python: Placed[str] | None = None
    xml: XmlDoc | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TypeDoc:
    """A declared type: an object (``fields``), an enum (``enum``) or a named scalar, list or dict (``type``).

    ``parameters`` are the type variables of a generic: ``PBPRReturn[T]`` has ``("T",)``.
    """

    name: Placed[str]
    parameters: tuple[str, ...]
    kind: Literal["object", "enum", "alias"]
    doc: Placed[str] | None = None
    python: Placed[str] | None = None
    extends: Annotation | None = None
    fields: tuple[FieldDoc, ...] = ()
    json_order: tuple[Placed[str], ...] | None = None
    enum: tuple[EnumValueDoc, ...] = ()
    enum_base: Literal["str", "int"] = "str"
    closed: bool = False
    flags: Placed[bool] | None = None
    alias: Annotation | None = None
    constraints: ConstraintsDoc | None = None
    xml: XmlDoc | None = None
    provenance: ProvenanceDoc | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PayloadDoc:
    """A request or response body. ``annotation`` None is an empty one; ``media`` empty: the API's formats."""

    annotation: Annotation | None
    media: tuple[Placed[str], ...] = ()
    doc: Placed[str] | None = None
    headers: tuple[FieldDoc, ...] = ()
    provenance: ProvenanceDoc | None = None
    at: Spot


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleDoc:
    """``indent``: spaces per level; ``None`` is one line; 0 is line breaks without indentation."""

    file: Placed[str]
    media: Placed[str] | None = None
    indent: int | None = 2
    provenance: ProvenanceDoc | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PagingDoc:
    """``$query.x``, ``$header.x`` and ``$body.a.b`` expressions as written."""

    style: Placed[str] | None
    paths: Mapping[Literal["send", "size", "next", "more", "items", "total", "pages"], Placed[str]]
    first: Placed[int] | None = None
    backward: PagingDoc | None = None
    at: Spot


@dataclass(frozen=True, slots=True, kw_only=True)
class EnvelopeDoc:
    """What is around every result: paths as written; ``error`` by the name of the detail."""

    unwrap: Placed[str] | None = None
    success: Placed[str] | None = None
    error: tuple[tuple[Placed[str], Placed[str]], ...] = ()
    at: Spot


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitDoc:
    """How one waits: paths and values as written."""

    on: Placed[str] | None = None
    url: Placed[str] | None = None
    states: Mapping[Literal["pending", "succeeded", "failed"], tuple[Placed[Plain], ...]]
    numbers: Mapping[Literal["min_delay", "max_delay", "backoff"], Placed[float]]
    at: Spot


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthDoc:
    """One named secret: ``{header|query|cookie: name, scheme: Bearer}``."""

    name: Placed[str]
    place: Literal["header", "query", "cookie"]
    wire: Placed[str]
    scheme: Placed[str] | None = None
    env: Placed[str] | None = None
    doc: Placed[str] | None = None
    provenance: ProvenanceDoc | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OperationDoc:
    """One operation. ``auth`` None: the API's; empty: none. ``envelope`` None: the API's; ``bare``: there is none."""

    name: Placed[str]
    method: Literal["get", "post", "put", "patch", "delete", "head", "options"]
    path: Placed[str]
    summary: Placed[str] | None = None
    doc: Placed[str] | None = None
    python: Placed[str] | None = None
    path_parameters: tuple[FieldDoc, ...] = ()
    query: tuple[FieldDoc, ...] = ()
    headers: tuple[FieldDoc, ...] = ()
    cookies: tuple[FieldDoc, ...] = ()
    body: PayloadDoc | None = None
    returns: tuple[tuple[Placed[str], PayloadDoc], ...] = ()
    samples: tuple[tuple[Placed[str], tuple[SampleDoc, ...]], ...] = ()
    auth: tuple[Placed[str], ...] | None = None
    paging: PagingDoc | None = None
    envelope: EnvelopeDoc | None = None
    bare: bool = False
    wait: WaitDoc | None = None
    idempotent: Placed[bool] | None = None
    undocumented: tuple[Placed[str], ...] = ()
    provenance: ProvenanceDoc | None = None
    file_provenance: ProvenanceDoc | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiDocument:
    """All files of one API's folder together. ``folder`` is where samples are looked up."""

    folder: Path
    name: Placed[str]
    title: Placed[str] | None = None
    doc: Placed[str] | None = None
    docs_page: Placed[str] | None = None
    docs_url: Placed[str] | None = None
    base_url: Placed[str] | None = None
    formats: tuple[Placed[str], ...] = ()
    xml: XmlDoc | None = None
    auth: tuple[AuthDoc, ...] = ()
    headers: tuple[FieldDoc, ...] = ()
    returns: tuple[tuple[Placed[str], PayloadDoc], ...] = ()
    paging: PagingDoc | None = None
    envelope: EnvelopeDoc | None = None
    client: bool = True
    operations: tuple[OperationDoc, ...] = ()
    types: tuple[TypeDoc, ...] = ()
    type_provenance: Mapping[str, ProvenanceDoc] = field(default_factory=dict[str, ProvenanceDoc])
    undocumented: tuple[Placed[str], ...] = ()
    sources: tuple[tuple[str, str], ...] = ()
