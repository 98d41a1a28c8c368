"""The records that templates lay out; every text in them is still to be escaped."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from wiresmith.serve._page_wording import Mark, Pieces
from wiresmith.serve.highlight import Lines


@dataclass(frozen=True, slots=True)
class Links:
    """The URLs of the pages of one API, and of requests to it (``prefix``)."""

    page: str
    docs: str
    openapi: str
    prefix: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A parameter, a member, a value of an enum, a header or a secret.

    ``name`` is that on the wire, ``python`` the one in Python where it is another; ``place`` where it goes.
    ``facts`` are its bounds and the like.
    """

    name: str
    python: str = ""
    place: str = ""
    type: Pieces = ()
    need: str = ""
    facts: tuple[Pieces, ...] = ()
    doc: tuple[str, ...] = ()
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Rows under a small heading."""

    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Tab:
    """One of several texts, of which one is shown at a time."""

    title: str
    code: Lines
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Tabs:
    """A choice of texts; ``key`` tells it from the others of the page, ``label`` says what is chosen."""

    key: str
    label: str
    tabs: tuple[Tab, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A body: its type (none: empty) and its media types."""

    type: Pieces
    media: tuple[str, ...] = ()
    facts: tuple[Pieces, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A documented response."""

    status: str
    meaning: str
    kind: Literal["good", "bad", "other"]
    body: Body
    doc: tuple[str, ...]
    headers: tuple[Row, ...]
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One input of a form; what the script needs to know of it goes into ``data-`` attributes.

    ``kind`` is its element: ``text``, ``lines`` (one value each), ``choice`` or ``secret``. ``options`` are
    those of a choice, or suggestions.
    """

    key: str
    name: str
    place: str
    kind: Literal["text", "lines", "choice", "secret"]
    required: bool
    value: str = ""
    hint: str = ""
    options: tuple[str, ...] = ()
    scheme: str = ""
    explode: bool = True


@dataclass(frozen=True, slots=True)
class Format:
    """A format to try an operation in: what is accepted, what is sent, and a body to begin with."""

    name: str
    accept: str
    content_type: str
    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """The form with which an operation is tried."""

    key: str
    method: str
    path: str
    prefix: str
    fields: tuple[Field, ...]
    formats: tuple[Format, ...]
    has_body: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Endpoint:
    """An operation."""

    anchor: str
    name: str
    method: str
    path: str
    summary: str
    doc: tuple[str, ...]
    marks: tuple[Mark, ...]
    undocumented: tuple[str, ...]
    parameters: tuple[Group, ...]
    body: Body | None
    answers: tuple[Answer, ...]
    interactions: tuple[Pieces, ...]
    samples: tuple[Tabs, ...]
    code: Tabs
    form: Form


@dataclass(frozen=True, slots=True, kw_only=True)
class Declared:
    """A type."""

    anchor: str
    name: str
    python: str
    kind: str
    doc: tuple[str, ...]
    extends: Pieces
    marks: tuple[Mark, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiPage:
    """Everything on the page of an API."""

    api: str
    title: str
    doc: tuple[str, ...]
    links: Links
    home: str
    served: str
    base_url: str
    docs_page: str
    docs_url: str
    formats: str
    undocumented: tuple[str, ...]
    secrets: tuple[Row, ...]
    endpoints: tuple[Endpoint, ...]
    types: tuple[Declared, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiEntry:
    """An API in the list of them; ``endpoints`` are methods, paths and summaries."""

    api: str
    title: str
    doc: tuple[str, ...]
    links: Links
    formats: str
    endpoints: tuple[tuple[str, str, str, str], ...]
