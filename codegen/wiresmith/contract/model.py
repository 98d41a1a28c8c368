"""What a spec means: every name computed, every reference resolved, nothing left to look up.

These records are immutable and know neither YAML nor Python source text. ``resolve`` makes them;
``emit`` and the exports read them. All text in them (names aside) is untrusted: it was copied from web pages.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Literal

from wiresmith.dialects import PLAIN, Dialect, dialect_of

ScalarKind = Literal[
    "str", "bool",
    "int", "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64",
    "number", "float32", "float64", "decimal",
    "datetime", "datetimeoffset", "date", "time", "timedelta",
    "uuid", "uri", "bytes", "char", "qname", "any",
]  # fmt: skip
Method = Literal["get", "post", "put", "patch", "delete", "head", "options"]
Literal_ = str | int | float | bool | Decimal | None
"""A documented default or example, as read from the spec."""


@dataclass(frozen=True, slots=True)
class QName:
    """An XML name: local part and namespace (``""`` for none)."""

    local: str
    namespace: str = ""


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a fact comes from: the page, a sample on it, or elsewhere (``source`` names which)."""

    kind: Literal["documented", "inferred", "assumed"] = "documented"
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Constraints:
    """What narrows a scalar, or (the lengths) a list or dictionary; names as in annotated-types."""

    ge: int | float | None = None
    gt: int | float | None = None
    le: int | float | None = None
    lt: int | float | None = None
    min_length: int | None = None
    max_length: int | None = None
    pattern: str | None = None


NO_CONSTRAINTS = Constraints()


@dataclass(frozen=True, slots=True)
class ScalarType:
    """A scalar; ``name`` is set for a named scalar of the spec (``BatchId: {type: str, pattern: …}``)."""

    kind: ScalarKind
    constraints: Constraints = NO_CONSTRAINTS
    name: str | None = None
    xml_root: QName | None = None


@dataclass(frozen=True, slots=True)
class Generic:
    """What a closed generic of .NET was closed from.

    ``name`` is its contract name before it was closed (``PageOf{0}{#}``), ``arguments`` are those of the types around it first, and
    ``parameter_counts`` say how many are its own and each of theirs, innermost first.
    """

    name: str
    arguments: tuple[TypeUse, ...]
    parameter_counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ListType:
    """A list, with its XML names where the API has XML.

    ``xml_contract`` is the name that ``i:type`` says, ``xml_root`` the same unless a root name was given. ``name`` is how a spec spells
    the type where it is one with XML facts of its own (``Names``), else None. ``known_types`` and ``reference`` as for objects. ``array``: what
    .NET's reader makes of it is an array.
    """

    item: TypeUse
    constraints: Constraints = NO_CONSTRAINTS
    xml_root: QName | None = None
    xml_item: QName | None = None
    xml_contract: QName | None = None
    name: str | None = None
    known_types: tuple[Type, ...] = ()
    reference: bool = False
    generic: Generic | None = None
    array: bool = False


@dataclass(frozen=True, slots=True)
class DictType:
    """A dictionary, with its XML names where the API has XML; the last five as for lists and objects.

    ``pairs``: its keys cannot be keys in Python (objects, lists, ``any``, bytes), so its values are lists of (key, value) tuples.
    """

    key: TypeUse
    value: TypeUse
    constraints: Constraints = NO_CONSTRAINTS
    xml_root: QName | None = None
    xml_entry: QName | None = None
    xml_key: QName | None = None
    xml_value: QName | None = None
    pairs: bool = False
    xml_contract: QName | None = None
    name: str | None = None
    known_types: tuple[Type, ...] = ()
    reference: bool = False
    generic: Generic | None = None


@dataclass(frozen=True, slots=True)
class NamedType:
    """An object or enum of the same API, by its identity (``Contract.types`` holds it under this key).

    The identity is the spec's name with the arguments of a closed generic: ``Batch``, ``PBPRReturn``,
    ``PBPRReturn[Batch]``.
    """

    identity: str


Type = ScalarType | ListType | DictType | NamedType


@dataclass(frozen=True, slots=True)
class TypeUse:
    """A type where it is used: is null allowed there?"""

    type: Type
    nullable: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One member of an object, declared by it or inherited.

    ``wire`` is the JSON name, ``python`` the field name. ``optional`` is ``name?:`` (may be absent);
    ``absent_as_null`` is set where absence is not declared but None is allowed. ``declared_by`` is the identity of the level
    that declares it; its ``xml_name`` carries that level's namespace. A documented ``default`` is described, never filled in.
    ``xml_initial`` is what .NET's constructor gives it (lists as tuples), which .NET's reader leaves where the element is missing;
    ``xml_get_only``: a collection without a setter, to which .NET's reader adds.
    """

    wire: str
    python: str
    use: TypeUse
    optional: bool = False
    absent_as_null: bool = False
    declared_by: str
    doc: str = ""
    provenance: Provenance = Provenance()
    xml_name: QName | None = None
    xml_order: int | None = None
    xml_required: bool = False
    xml_emit_default: bool = True
    xml_get_only: bool = False
    has_xml_initial: bool = False
    xml_initial: Literal_ | tuple[Literal_, ...] = None
    has_default: bool = False
    default: Literal_ = None
    examples: tuple[Literal_, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectType:
    """A class to emit. Open generics are not in the contract; closed ones are.

    ``own`` are the members this level declares, in the spec's order; ``members`` all of them in the order JSON is written
    in; ``xml_members`` all of them in the order of the XML contract (empty where the API has no XML).

    .NET's contract: ``xml_contract`` is the name that ``i:type`` says, ``xml_root`` the same unless a root name was given. ``known_types``
    are those declared on this level ([KnownType]); ``reference``: written once and referred to (IsReference); ``value_type``: a struct;
    ``extensible``: .NET keeps its unknown elements (IExtensibleDataObject); ``xml_typed`` are the Python names of the members that are
    written with ``i:type`` because a member of the same name at another level has another type.
    """

    identity: str
    python: str
    doc: str = ""
    base: str | None = None
    own: tuple[Member, ...]
    members: tuple[Member, ...]
    xml_members: tuple[Member, ...] = ()
    xml_root: QName | None = None
    xml_contract: QName | None = None
    known_types: tuple[Type, ...] = ()
    reference: bool = False
    generic: Generic | None = None
    value_type: bool = False
    extensible: bool = False
    xml_typed: tuple[str, ...] = ()
    provenance: Provenance = Provenance()


@dataclass(frozen=True, slots=True, kw_only=True)
class EnumMember:
    """One documented value: ``wire`` in JSON, ``xml`` in XML, ``python`` the member's name."""

    wire: str | int
    python: str
    doc: str = ""
    xml: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EnumType:
    """An enum to emit; other values than the documented ones are kept, unless it is ``closed``.

    Several ``values`` may share one integer; the first is the one that is written. ``flags``: values combine with ``|``.
    """

    identity: str
    python: str
    doc: str = ""
    base: Literal["str", "int"] = "str"
    values: tuple[EnumMember, ...]
    closed: bool = False
    flags: bool = False
    xml_root: QName | None = None
    xml_contract: QName | None = None
    provenance: Provenance = Provenance()


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """A path, query, header or cookie parameter. A documented ``default`` is the server's, never sent by us.

    ``request_id``: it names one request, and clients make one up where none is given.
    """

    place: Literal["path", "query", "header", "cookie"]
    wire: str
    python: str
    use: TypeUse
    required: bool
    has_default: bool = False
    default: Literal_ = None
    explode: bool = True
    request_id: bool = False
    doc: str = ""
    examples: tuple[Literal_, ...] = ()
    provenance: Provenance = Provenance()


@dataclass(frozen=True, slots=True, kw_only=True)
class Payload:
    """A body: its type (None: empty) and the media types it is documented in, each with its codec."""

    use: TypeUse | None
    media: tuple[tuple[str, Literal["json", "xml", "bytes", "form"]], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """One documented response; ``status`` is a code, a class of codes such as ``4XX``, or ``default``."""

    status: str
    payload: Payload
    doc: str = ""
    headers: tuple[Parameter, ...] = ()
    provenance: Provenance = Provenance()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """A documented sample: a raw file. ``indent`` None is one line, 0 line breaks without indentation."""

    status: str
    file: Path
    media: str
    codec: Literal["json", "xml"]
    indent: int | None = 2
    provenance: Provenance = Provenance()


@dataclass(frozen=True, slots=True, kw_only=True)
class Auth:
    """One secret that requests carry: where it goes and with which scheme (``Bearer``); ``python`` is what clients call it.

    ``env`` is the environment variable that it is taken from where a client is given none.
    """

    name: str
    place: Literal["header", "query", "cookie"]
    wire: str
    python: str
    scheme: str = ""
    env: str = ""
    doc: str = ""
    provenance: Provenance = Provenance()


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyPath:
    """A checked ``$body.a.b``: the members it passes through, by wire name, and the type it ends in."""

    members: tuple[str, ...]
    use: TypeUse


@dataclass(frozen=True, slots=True)
class HeaderPath:
    """A checked ``$header.X``: a header of a response."""

    wire: str


ResponsePath = BodyPath | HeaderPath
PagingStyle = Literal["cursor", "token", "offset", "page", "url", "link"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paging:
    """How one asks for the next page; which parts are set depends on ``style``.

    ``send`` and ``size`` are Python names of parameters. ``first`` is the number of the first page, or its offset.
    """

    style: PagingStyle
    send: str | None = None
    size: str | None = None
    next: ResponsePath | None = None
    more: BodyPath | None = None
    items: BodyPath | None = None
    total: BodyPath | None = None
    pages: BodyPath | None = None
    first: int | None = None
    backward: Paging | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope:
    """What is around the result of an operation: what a call returns, whether it succeeded, what an error carries."""

    unwrap: BodyPath | None = None
    success: BodyPath | None = None
    error: tuple[tuple[str, BodyPath], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Wait:
    """How one waits for what takes longer: the value that says how far it is, or the URL that a 202 names. Delays are seconds."""

    on: BodyPath | None = None
    url: ResponsePath | None = None
    pending: tuple[str | int | bool, ...] = ()
    succeeded: tuple[str | int | bool, ...] = ()
    failed: tuple[str | int | bool, ...] = ()
    min_delay: float = 2.0
    max_delay: float = 120.0
    backoff: float = 2.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """One documented endpoint. ``idempotent`` None: as its method says."""

    name: str
    python: str
    method: Method
    path: str
    summary: str = ""
    doc: str = ""
    parameters: tuple[Parameter, ...] = ()
    body: Payload | None = None
    responses: tuple[Response, ...]
    samples: tuple[Sample, ...] = ()
    auth: tuple[Auth, ...] = ()
    paging: Paging | None = None
    envelope: Envelope | None = None
    wait: Wait | None = None
    idempotent: bool | None = None
    undocumented: tuple[str, ...] = ()
    provenance: Provenance = Provenance()

    @property
    def successes(self) -> tuple[Response, ...]:
        """The responses with a 2xx status, the lowest first; ``2XX`` and ``default`` come after the codes."""
        codes = sorted(each.status for each in self.responses if each.status.startswith("2"))
        by_status = {each.status: each for each in self.responses}
        return tuple(by_status[status] for status in (*codes, "default") if status in by_status)

    @property
    def success(self) -> Response | None:
        """The first of ``successes``."""
        return next(iter(self.successes), None)

    @property
    def success_body(self) -> TypeUse | None:
        """What ``$body`` is: the body of the first success that has one."""
        return next((each.payload.use for each in self.successes if each.payload.use is not None), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Contract:
    """One API, resolved. ``types`` is keyed by identity, in an order that is stable across runs.

    ``sources`` are the spec files it was read from, relative to the API's folder, with the SHA-256 of their bytes. ``base_url`` may hold
    ``{name}``; ``base_url_variables`` are these names, each with the one it has in Python. ``has_client``: it is something to send requests to.
    """

    api: str
    title: str = ""
    doc: str = ""
    docs_page: str = ""
    docs_url: str = ""
    base_url: str | None = None
    base_url_variables: tuple[tuple[str, str], ...] = ()
    has_client: bool = True
    dialect: str = PLAIN.name
    has_json: bool = True
    has_xml: bool = False
    floats: Literal["framework", "core"] = "framework"
    """Whose text of floating point numbers XML has: .NET Framework's, or .NET Core 3.0's and later."""
    preserve_references: bool = False
    """Every object is written once and referred to (preserveObjectReferences)."""
    known_types: tuple[Type, ...] = ()
    """Known everywhere: what .NET's serializer was given."""
    types: dict[str, ObjectType | EnumType] = field(default_factory=dict[str, ObjectType | EnumType])
    operations: tuple[Operation, ...] = ()
    auth: tuple[Auth, ...] = ()
    undocumented: tuple[str, ...] = ()
    sources: tuple[tuple[str, str], ...] = ()

    @property
    def rules(self) -> Dialect:
        """The rules of its dialect."""
        return dialect_of(self.dialect)
