"""The records for operations: what a request needs, and what comes back."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from wiresmith.description.provenance import DOCUMENTED, NOWHERE, Docs, Provenance
from wiresmith.description.schema import Literal_, Type

Method = Literal["get", "post", "put", "patch", "delete", "head", "options"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """A path, query, header or cookie parameter. A documented ``default`` is the server's, never sent by us.

    ``request_id``: it names one request, and clients make one up where none is given.
    """

    place: Literal["path", "query", "header", "cookie"]
    wire: str
    python: str
    type: Type
    required: bool
    has_default: bool = False
    default: Literal_ = None
    explode: bool = True
    request_id: bool = False
    doc: str = ""
    examples: tuple[Literal_, ...] = ()
    provenance: Provenance = DOCUMENTED


@dataclass(frozen=True, slots=True, kw_only=True)
class Payload:
    """A body: its type (None: empty) and the media types it is documented in, each with its codec."""

    type: Type | None
    media: tuple[tuple[str, Literal["json", "xml", "bytes", "form"]], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """One documented response; ``status`` is a code, a class of codes such as ``4XX``, or ``default``."""

    status: str
    payload: Payload
    doc: str = ""
    headers: tuple[Parameter, ...] = ()
    provenance: Provenance = DOCUMENTED


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """A documented sample: a raw file. ``indent`` None is one line, 0 line breaks without indentation."""

    status: str
    file: Path
    media: str
    codec: Literal["json", "xml"]
    indent: int | None = 2
    provenance: Provenance = DOCUMENTED


@dataclass(frozen=True, slots=True, kw_only=True)
class Auth:
    """One secret that requests carry: where it goes and with which scheme (``Bearer``); ``python`` is what
    clients call it.

    ``env`` is the environment variable that it is taken from where a client is given none.
    """

    name: str
    place: Literal["header", "query", "cookie"]
    wire: str
    python: str
    scheme: str = ""
    env: str = ""
    doc: str = ""
    provenance: Provenance = DOCUMENTED


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyPath:
    """A checked ``$body.a.b``: the members it passes through, by wire name, and the type it ends in."""

    members: tuple[str, ...]
    type: Type


@dataclass(frozen=True, slots=True)
class HeaderPath:
    """A checked ``$header.X``: a header of a response."""

    wire: str


ResponsePath = BodyPath | HeaderPath
PagingStyle = Literal["cursor", "token", "offset", "page", "url", "link"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paging:
    """The way to ask for the next page; which parts are set depends on ``style``.

    ``send`` and ``size`` are Python names of parameters. ``first`` is the number of the first page, or its
    offset.
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
    """The envelope around the result of an operation: what a call returns, whether it succeeded, what an
    error carries.
    """

    unwrap: BodyPath | None = None
    success: BodyPath | None = None
    error: tuple[tuple[str, BodyPath], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Wait:
    """The way to wait for what takes longer: the value that says how far it is, or the URL that a 202 names.

    Delays are seconds.
    """

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
    docs: Docs = NOWHERE
    provenance: Provenance = DOCUMENTED

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
    def success_body(self) -> Type | None:
        """The body that ``$body`` names: that of the first success that has one."""
        return next((each.payload.type for each in self.successes if each.payload.type is not None), None)
