"""The records for operations: what a request needs, and what comes back.

``contract`` fills them, an emitted package has one for each endpoint in its module ``operations``, and
clients, exports and the server read them. Fields that only the generator reads are marked ``aside``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Generic, Literal, TypeVar

from wiresmith.description.provenance import DOCUMENTED, NOWHERE, Docs, Provenance
from wiresmith.description.schema import (
    ASIDE,
    Declared,
    Literal_,
    Member,
    ObjectType,
    Ref,
    Type,
    bare,
)
from wiresmith.values.absent import ABSENT, Absent

if TYPE_CHECKING:
    from pathlib import Path

T_co = TypeVar(
    "T_co", covariant=True
)  # Generic records have no slots: with them, Response[int](…) fails before Python 3.12.
Method = Literal["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """A path, query, header or cookie parameter, or a header of a response.

    ``name`` is its name in Python, ``wire`` the one that is sent; ``type`` is that of its values, with their
    bounds, and without names in XML. ``default`` is what the server documents to assume where the parameter
    is absent (ABSENT if it documents nothing): described, never sent. With ``explode`` a list is sent as one
    ``name=value`` pair for each item, otherwise as one, separated by commas. ``request_id``: it names one
    request; clients make one up where none is given.
    """

    name: str
    place: Literal["path", "query", "header", "cookie"]
    wire: str
    type: Type
    required: bool = False
    default: Literal_ | Absent = ABSENT
    explode: bool = True
    request_id: bool = False
    examples: tuple[Literal_, ...] = ()
    doc: str = ""
    provenance: Provenance = field(default=DOCUMENTED, metadata=ASIDE)


@dataclass(frozen=True, kw_only=True)
class Body(Generic[T_co]):
    """The body of a request, a ``T_co``: its type (None: empty) and the media types it may be sent as."""

    type: Type | None = None
    media: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Response(Generic[T_co]):
    """One documented response, whose body is read as a ``T_co``.

    ``status`` is a code, a class of codes such as ``4XX``, or ``default``; ``type`` is that of the body, None
    if it is empty.
    """

    status: str
    type: Type | None = None
    media: tuple[str, ...] = ()
    headers: tuple[Parameter, ...] = ()
    doc: str = ""
    provenance: Provenance = field(default=DOCUMENTED, metadata=ASIDE)


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
    """A secret that requests carry: where it goes, and with which scheme before it (``Bearer``). Never the
    secret itself.

    ``argument`` is what the constructor of a client calls it, ``env`` the environment variable that it is
    taken from where it is not given (empty: none).
    """

    name: str
    place: Literal["header", "query", "cookie"]
    wire: str
    scheme: str = ""
    argument: str = ""
    env: str = ""
    doc: str = ""
    provenance: Provenance = field(default=DOCUMENTED, metadata=ASIDE)


@dataclass(frozen=True, slots=True)
class Header:
    """A header of a response, where a path may lead to a member of its body instead."""

    wire: str


BodyPath = tuple[str, ...]
"""Leads from the value of a response through attributes to what it names; no attribute: the value itself."""
ResponsePath = BodyPath | Header
PagingStyle = Literal["cursor", "token", "offset", "page", "url", "link"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paging:
    """The way to ask for the next page; which parts are set depends on ``style``.

    ``send`` and ``size`` are names of parameters; ``next``, ``more``, ``items``, ``total`` (items in all)
    and ``pages`` (pages in all) are paths to what they name (None: not documented); ``next`` may be a header.
    ``first`` is the number of the first page (style page, None: 1) or its offset (style offset, None: 0).
    ``ends`` says that a page with fewer items than were asked for is the last one.
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
    ends: Literal["short_page"] | None = None
    backward: Paging | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope:
    """The envelope around the result of an operation.

    ``unwrap`` leads to what a call returns, ``success`` to the bool that says whether it succeeded, ``error``
    to what an error carries, each with its name there.
    """

    unwrap: BodyPath | None = None
    success: BodyPath | None = None
    error: tuple[tuple[str, BodyPath], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Wait:
    """The way to wait for what takes longer.

    ``on`` leads to the value that says how far it is; ``pending``, ``succeeded`` and ``failed`` are the
    documented values. ``url`` is where a 202 says that one may ask. Delays are seconds, and grow by
    ``backoff`` each time.
    """

    on: BodyPath | None = None
    url: ResponsePath | None = None
    pending: tuple[str | int | bool, ...] = ()
    succeeded: tuple[str | int | bool, ...] = ()
    failed: tuple[str | int | bool, ...] = ()
    min_delay: float = 2.0
    max_delay: float = 120.0
    backoff: float = 2.0


@dataclass(frozen=True, kw_only=True)
class Operation(Generic[T_co]):
    """One documented endpoint; ``T_co`` is what it returns when it succeeds.

    ``name`` is what the spec calls it, ``python`` its constant in the emitted package. ``path`` holds a
    ``{name}`` for each path parameter, by wire name. ``base_url`` is None where none is documented.
    ``idempotent``: sending it twice does what sending it once does (None: as its method says).
    ``undocumented`` lists what the documentation leaves out.
    """

    name: str
    python: str = field(default="", metadata=ASIDE)
    method: Method
    base_url: str | None = None
    path: str
    parameters: tuple[Parameter, ...] = ()
    body: Body[Any] | None = None
    responses: tuple[Response[Any], ...] = ()
    auth: tuple[Auth, ...] = ()
    paging: Paging | None = None
    envelope: Envelope | None = None
    wait: Wait | None = None
    idempotent: bool | None = None
    undocumented: tuple[str, ...] = ()
    summary: str = field(default="", metadata=ASIDE)
    doc: str = field(default="", metadata=ASIDE)
    samples: tuple[Sample, ...] = field(default=(), metadata=ASIDE)
    docs: Docs = field(default=NOWHERE, metadata=ASIDE)
    provenance: Provenance = field(default=DOCUMENTED, metadata=ASIDE)

    def response(self, status: int) -> Response[Any] | None:
        """The documented response for a status code: its own, else its class (``4XX``), else ``default``,
        else None.
        """
        documented = {response.status: response for response in self.responses}
        for key in (str(status), f"{status // 100}XX", "default"):
            if key in documented:
                return documented[key]
        return None

    @property
    def successes(self) -> tuple[Response[Any], ...]:
        """The responses with a 2xx status, the lowest first; ``2XX`` and ``default`` come after the codes."""
        codes = sorted(each.status for each in self.responses if each.status.startswith("2"))
        by_status = {each.status: each for each in self.responses}
        return tuple(by_status[status] for status in (*codes, "default") if status in by_status)

    @property
    def success(self) -> Response[T_co]:
        """The first of ``successes``.

        Raises:
            LookupError: if no such response is documented.
        """
        for response in self.successes:
            return response
        raise LookupError(f"{self.name} documents no successful response")

    @property
    def success_body(self) -> Type | None:
        """The body that paths lead into: that of the first success that has one."""
        return next((each.type for each in self.successes if each.type is not None), None)

    @property
    def accepted_body(self) -> Type | None:
        """The body that the path of ``wait.url`` leads into: that of a 202."""
        return next((each.type for each in self.responses if each.status == "202"), None)

    @property
    def bodies(self) -> tuple[Type, ...]:
        """The types of the body of its request and of those of its responses, as far as they have any."""
        requests = () if self.body is None else (self.body.type,)
        return tuple(
            each for each in (*requests, *(each.type for each in self.responses)) if each is not None
        )


def members_along(
    types: Mapping[str, Declared], body: Type | None, path: BodyPath
) -> tuple[Member, ...] | None:
    """The members that a path leads through in a body; None where it leads nowhere."""
    along: list[Member] = []
    use = body
    for name in path:
        inner = bare(use) if use is not None else None
        declared = types.get(inner.name) if isinstance(inner, Ref) else None
        members = declared.members if isinstance(declared, ObjectType) else ()
        member = next((each for each in members if each.attribute == name), None)
        if member is None:
            return None
        along.append(member)
        use = member.type
    return tuple(along)
