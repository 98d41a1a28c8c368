"""The records in which an emitted package describes each documented endpoint.

An ``Operation`` names everything that a request needs and what comes back. It sends nothing itself;
``decode`` takes one in place of a type. The records are named tuples rather than dataclasses, and their
annotations no texts, because every import of a package pays for them.
"""

import builtins
from typing import Any, Generic, Literal, NamedTuple, TypeVar

from wiresmith.runtime.absent import ABSENT

T_co = TypeVar("T_co", covariant=True)


class Parameter(NamedTuple):
    """A path, query, header or cookie parameter, or a header of a response.

    ``name`` is its name in Python, ``wire`` the one that is sent; ``type`` is that of its values. ``default``
    is what the server documents to assume where the parameter is absent (ABSENT if it documents nothing):
    described, never sent. With ``explode`` a list is sent as one ``name=value`` pair for each item, otherwise
    as one, separated by commas. Bounds and lengths are those of the value; ``pattern`` is searched for, in
    RE2 syntax. ``request_id``: it names one request; clients make one up where none is given.
    """

    name: str
    place: Literal["path", "query", "header", "cookie"]
    wire: str
    type: Any
    required: bool = False
    nullable: bool = False
    default: Any = ABSENT
    explode: bool = True
    ge: int | float | None = None
    gt: int | float | None = None
    le: int | float | None = None
    lt: int | float | None = None
    min_length: int | None = None
    max_length: int | None = None
    pattern: str | None = None
    doc: str = ""
    examples: tuple[Any, ...] = ()
    request_id: bool = False


class Body(NamedTuple):
    """A request body: its type (None: empty) and the media types it may be sent as."""

    type: Any = None
    media: tuple[str, ...] = ()


class Response(NamedTuple, Generic[T_co]):
    """One documented response.

    ``status`` is a code, a class of codes such as ``4XX``, or ``default``; ``type`` is that of the body, None
    if it is empty.
    """

    status: str
    type: builtins.type[T_co] | None = None
    media: tuple[str, ...] = ()
    headers: tuple[Parameter, ...] = ()
    doc: str = ""


class Auth(NamedTuple):
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


class Header(NamedTuple):
    """A header of a response, where a path may lead to a member of its body instead."""

    wire: str


class Paging(NamedTuple):
    """The way to ask for the next page.

    ``send`` and ``size`` are names of parameters; ``next``, ``more``, ``items``, ``total`` (items in all)
    and ``pages`` (pages in all) lead from the value of the response through attributes to what they name (no
    attribute: the value itself; None: not documented); ``next`` may be a header. ``first`` is the number of
    the first page (style page, None: 1) or its offset (style offset, None: 0).
    """

    style: Literal["cursor", "token", "offset", "page", "url", "link"]
    send: str | None = None
    size: str | None = None
    next: tuple[str, ...] | Header | None = None
    more: tuple[str, ...] | None = None
    items: tuple[str, ...] | None = None
    total: tuple[str, ...] | None = None
    pages: tuple[str, ...] | None = None
    first: int | None = None
    backward: "Paging | None" = None


class Envelope(NamedTuple):
    """The envelope around a result; paths as for Paging.

    ``unwrap`` leads to what a call returns, ``success`` to the bool that says whether it succeeded, ``error``
    to what an error carries, each with its name there.
    """

    unwrap: tuple[str, ...] | None = None
    success: tuple[str, ...] | None = None
    error: tuple[tuple[str, tuple[str, ...]], ...] = ()


class Wait(NamedTuple):
    """The way to wait for what takes longer; paths as for Paging.

    ``on`` leads to the value that says how far it is; ``pending``, ``succeeded`` and ``failed`` are the
    documented values. ``url`` is where a 202 says that one may ask. Delays are seconds, and grow by
    ``backoff`` each time.
    """

    on: tuple[str, ...] | None = None
    url: tuple[str, ...] | Header | None = None
    pending: tuple[str | int | bool, ...] = ()
    succeeded: tuple[str | int | bool, ...] = ()
    failed: tuple[str | int | bool, ...] = ()
    min_delay: float = 2.0
    max_delay: float = 120.0
    backoff: float = 2.0


class Operation(NamedTuple, Generic[T_co]):
    """One documented endpoint; ``T_co`` is what it returns when it succeeds.

    ``path`` holds a ``{name}`` for each path parameter, by wire name. ``base_url`` is None where none is
    documented. ``idempotent``: sending it twice does what sending it once does (None: as its method says).
    ``undocumented`` lists what the documentation leaves out.
    """

    name: str
    method: Literal["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"]
    path: str
    base_url: str | None = None
    parameters: tuple[Parameter, ...] = ()
    body: Body | None = None
    responses: tuple[Response[Any], ...] = ()
    auth: tuple[Auth, ...] = ()
    paging: Paging | None = None
    envelope: Envelope | None = None
    wait: Wait | None = None
    idempotent: bool | None = None
    undocumented: tuple[str, ...] = ()

    def response(self, status: int) -> Response[Any] | None:
        """The documented response for a status code: its own, else its class (``4XX``), else ``default``,
        else None."""
        documented = {response.status: response for response in self.responses}
        for key in (str(status), f"{status // 100}XX", "default"):
            if key in documented:
                return documented[key]
        return None

    @property
    def success(self) -> Response[T_co]:
        """The response with the lowest 2xx status; ``2XX`` and ``default`` count where there is no code.

        Raises:
            LookupError: if no such response is documented.
        """
        codes = sorted(status for entry in self.responses if (status := entry.status).startswith("2"))
        for key in (*codes, "default"):
            for response in self.responses:
                if response.status == key:
                    return response
        raise LookupError(f"{self.name} documents no successful response")
