"""A spec as written: every value with the place it stands at, nothing resolved yet.

These records, with those of `fields`, `enum_values`, `interactions`, `facts` and `xml_keys`, are the spec
language, version 1: the declaration of a field is where its key is defined. `reader` fills them;
``contract.resolve`` gives them meaning.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, Literal, Self, cast

from wiresmith.language.enum_values import ENUM, Base, EnumValueDoc, enum_values
from wiresmith.language.facts import (
    DOC,
    MEDIA_TYPE,
    PYTHON,
    TEXT,
    UNDOCUMENTED,
    ConstraintsDoc,
)
from wiresmith.language.fields import (
    PAYLOAD,
    RETURNS,
    STATUS,
    MemberDoc,
    ParameterDoc,
    PayloadDoc,
    ReturnsDoc,
    parameters,
)
from wiresmith.language.interactions import EnvelopeDoc, PageStepDoc, PagingDoc, WaitDoc
from wiresmith.language.placed import Annotation, Placed
from wiresmith.language.problem import Problems, shown
from wiresmith.language.record import Record, entry, inline, key, mapping
from wiresmith.language.shape import (
    IDENTIFIER,
    Date,
    Either,
    Flag,
    Integer,
    Keys,
    Many,
    NameKey,
    Nothing,
    Table,
    Text,
    TypeText,
    Word,
)
from wiresmith.language.source_marks import AspectsDoc, ProvenanceDoc
from wiresmith.language.xml_keys import ApiXmlDoc, EnumValueXmlDoc, MemberXmlDoc, RootXmlDoc, TypeXmlDoc

VERSION: Final = 1
Method = Literal["get", "post", "put", "patch", "delete", "head", "options"]
METHODS: Final = ("get", "post", "put", "patch", "delete", "head", "options")
Place = Literal["header", "query", "cookie"]
PLACES: Final[tuple[Place, ...]] = ("header", "query", "cookie")
_URL: Final = Text("a URL that starts with https:// or http://", r"https?://\S+")
_NAME: Final = NameKey("a name of letters, digits, _ and -", r"[A-Za-z_][A-Za-z0-9_-]*")
_TYPE_NAME: Final = NameKey(
    "a type name such as Batch or Page[T]", rf"{IDENTIFIER}(\[ *{IDENTIFIER} *(, *{IDENTIFIER} *)*\])?"
)
_SAMPLE_FILE: Final = Text(
    "a path inside the API's folder, with forward slashes",
    r"(?!/|[A-Za-z]:)(?!(.*/)?\.\.(/|$))[^\\]*[^\\/]",
)
_PATH: Final = Text("a path without spaces, ? and #", r"[^\s?#]+")


@mapping("sample", "a sample", short="file")
@dataclass(frozen=True, slots=True, kw_only=True)
class SampleDoc(Record):
    """A documented sample, alone or with what is known about its file."""

    file: Placed[str] = key(_SAMPLE_FILE, "The raw file, relative to the API's folder.", required=True)
    media: Placed[str] | None = key(MEDIA_TYPE, "Its media type, where the file's ending does not say it.")
    spaces: Placed[int | None] | None = key(
        Either((Integer(0, 16), Nothing())),
        "Spaces for each level (2); null: all on one line.",
        name="indent",
    )
    provenance: ProvenanceDoc | None = inline(ProvenanceDoc, optional=True)

    @property
    def indent(self) -> int | None:
        """Spaces for each level; None is one line, 0 is line breaks without indentation."""
        return 2 if self.spaces is None else self.spaces.value


SamplesDoc = tuple[tuple[Placed[str], tuple[SampleDoc, ...]], ...]
"""Samples by status."""


@mapping("auth", "an auth entry", one_of=PLACES)
@dataclass(frozen=True, slots=True, kw_only=True)
class AuthDoc(Record):
    """One named secret, and where it goes."""

    name: Placed[str] = entry()
    header: Placed[str] | None = key(TEXT, "The header that carries the secret.")
    query: Placed[str] | None = key(TEXT, "The query parameter that carries the secret.")
    cookie: Placed[str] | None = key(TEXT, "The cookie that carries the secret.")
    scheme: Placed[str] | None = key(Text("one word", r"\S+"), "The word before the secret, e.g. Bearer.")
    env: Placed[str] | None = key(
        Text("the name of an environment variable", r"[A-Za-z_][A-Za-z0-9_]*"),
        "The environment variable that clients take the secret from where they are given none.",
    )
    doc: Placed[str] | None = key(*DOC)
    provenance: ProvenanceDoc | None = inline(ProvenanceDoc, optional=True)

    @property
    def place(self) -> Place:
        """The part of a request that carries it."""
        for place in PLACES:
            if place in self.places:
                return place
        return "header"

    @property
    def wire(self) -> Placed[str]:
        """The name of the header, query parameter or cookie."""
        return {"header": self.header, "query": self.query, "cookie": self.cookie}[self.place] or self.name


@mapping("docs", "docs")
@dataclass(frozen=True, slots=True, kw_only=True)
class DocsDoc(Record):
    """The place where something is documented: the page that a spec was made from, and where on it."""

    title: Placed[str] | None = key(TEXT, "What the page is called.")
    page: Placed[str] | None = key(TEXT, "The page, as it is filed.")
    url: Placed[str] | None = key(_URL, "Where the page is.")
    section: Placed[str] | None = key(TEXT, "The section of it.")
    updated: Placed[str] | None = key(Date(), "When the page says that it was last changed.")


@mapping("source", "a source", short="title")
@dataclass(frozen=True, slots=True, kw_only=True)
class SourceDoc(Record):
    """A document other than the page, from which facts are taken; marks refer to it by its name."""

    name: Placed[str] = entry()
    title: Placed[str] | None = key(TEXT, "What the document is called.")
    url: Placed[str] | None = key(_URL, "Where it is.")
    document: Placed[str] | None = key(TEXT, "The file, such as a path in a repository.")
    date: Placed[str] | None = key(Date(), "When it was published, or read.")


@mapping("operation", "an operation", one_of=METHODS)
@dataclass(frozen=True, slots=True, kw_only=True)
class OperationDoc(Record):
    """One operation; ``file_provenance`` is what its file says about where its facts come from."""

    name: Placed[str] = entry()
    get: Placed[str] | None = key(_PATH, "The path of a GET request.")
    post: Placed[str] | None = key(_PATH, "The path of a POST request.")
    put: Placed[str] | None = key(_PATH, "The path of a PUT request.")
    patch: Placed[str] | None = key(_PATH, "The path of a PATCH request.")
    delete: Placed[str] | None = key(_PATH, "The path of a DELETE request.")
    head: Placed[str] | None = key(_PATH, "The path of a HEAD request.")
    options: Placed[str] | None = key(_PATH, "The path of a OPTIONS request.")
    summary: Placed[str] | None = key(TEXT, "One line about what it does.")
    doc: Placed[str] | None = key(*DOC)
    docs: DocsDoc | None = key(DocsDoc.shape, "Where on the page, or on which page, it is documented.")
    python: Placed[str] | None = key(*PYTHON)
    path_parameters: tuple[ParameterDoc, ...] = key(
        parameters("a path parameter", "refused"), "The parameters in the path.", name="path"
    )
    query: tuple[ParameterDoc, ...] = key(parameters("a query parameter"), "The query parameters.")
    headers: tuple[ParameterDoc, ...] = key(parameters("a header"), "The request's headers.")
    cookies: tuple[ParameterDoc, ...] = key(parameters("a cookie"), "The request's cookies.")
    body: PayloadDoc | None = key(PAYLOAD, "The request's body.")
    returns: ReturnsDoc = key(RETURNS, "The documented responses by status.")
    samples: SamplesDoc = key(
        Table("a response", STATUS, Many(Either((_SAMPLE_FILE, SampleDoc.shape)))),
        "The documented samples by status.",
    )
    auth: tuple[Placed[str], ...] | None = key(
        Many(TEXT, may_be_empty=True), "Which secrets of the API it needs; []: none.", default=None
    )
    paging: PagingDoc | None = key(
        PagingDoc.shape, "How one asks for the next page; what it leaves out, the API's paging: says."
    )
    envelope_or_null: EnvelopeDoc | Placed[None] | None = key(
        Either((EnvelopeDoc.shape, Nothing())),
        "What is around every result; null: nothing is.",
        name="envelope",
    )
    wait: WaitDoc | None = key(WaitDoc.shape, "How one waits for what takes longer.")
    idempotent: Placed[bool] | None = key(Flag(), "Whether sending it twice does what sending it once does.")
    undocumented: tuple[Placed[str], ...] = key(*UNDOCUMENTED)
    provenance: ProvenanceDoc | None = inline(ProvenanceDoc, optional=True)
    file_provenance: ProvenanceDoc | None = None
    file_docs: DocsDoc | None = None

    @property
    def method(self) -> Method:
        """The method of the request."""
        there = next((name for name in self.places if name in METHODS), "get")
        return cast("Method", there)

    @property
    def path(self) -> Placed[str]:
        """The path of the request, as written."""
        path: Placed[str] | None = getattr(self, self.method)
        return path if path is not None else Placed("", self.at)

    @property
    def envelope(self) -> EnvelopeDoc | None:
        """The envelope around its results; None stands for the API's, unless the operation is `bare`."""
        return self.envelope_or_null if isinstance(self.envelope_or_null, EnvelopeDoc) else None

    @property
    def bare(self) -> bool:
        """Is nothing around its results, whatever the API says?"""
        return isinstance(self.envelope_or_null, Placed)

    def finished(self, problems: Problems) -> Self | None:
        """The operation, if it has a path: without one there is nothing to say about it."""
        return self if self.path.value else None


@mapping("type", "a type", one_of=("fields", "enum", "type"))
@dataclass(frozen=True, slots=True, kw_only=True)
class TypeDoc(Record):
    """A declared type: an object (``fields``), an enum (``enum``) or a named scalar, list or dictionary
    (``type``).
    """

    entry: Placed[str] = entry()
    fields: tuple[MemberDoc, ...] = key(
        Table(
            "a member",
            NameKey("a name", question_mark="optional"),
            Either((TypeText(), MemberDoc.shape)),
            may_be_empty=True,
        ),
        "An object: its members; a name that ends in ? may be absent.",
    )
    enum: tuple[EnumValueDoc, ...] = key(
        ENUM, "An enum: its values, alone or with what is known about each.", default=()
    )
    alias: Annotation | None = key(TypeText(), "A named scalar, list or dictionary.", name="type")
    doc: Placed[str] | None = key(*DOC)
    python: Placed[str] | None = key(*PYTHON)
    extends: Annotation | None = key(TypeText(), "The object type whose members it has too.", beside="fields")
    json_order: tuple[Placed[str], ...] | None = key(
        Many(TEXT, distinct=True),
        "The order in JSON: the wire names of all members, inherited ones too.",
        beside="fields",
        default=None,
    )
    closed: Placed[bool] | None = key(
        Flag(), "There are no other values than the documented ones.", beside="enum"
    )
    base: Placed[str] | None = key(
        Word(("str", "int")), "What the values are in JSON; follows from them.", beside="enum"
    )
    flags: Placed[bool] | None = key(Flag(), "The values are bits that combine ([Flags]).", beside="enum")
    constraints: ConstraintsDoc | None = inline(ConstraintsDoc, optional=True, beside="type")
    xml: TypeXmlDoc | None = key(TypeXmlDoc.shape, "What differs in XML.")
    provenance: ProvenanceDoc | None = inline(ProvenanceDoc, optional=True)
    enum_base: Base = "str"

    @property
    def name(self) -> Placed[str]:
        """The name, without the type variables of a generic."""
        return Placed(self.entry.value.partition("[")[0], self.entry.at)

    @property
    def parameters(self) -> tuple[str, ...]:
        """The type variables of a generic: ``PBPRReturn[T]`` has ``("T",)``."""
        return tuple(re.findall(r"\w+", self.entry.value.partition("[")[2]))

    @property
    def kind(self) -> Literal["object", "enum", "alias"]:
        """The key that says what it is."""
        return "enum" if "enum" in self.places else "alias" if "type" in self.places else "object"

    def finished(self, problems: Problems) -> Self:
        """The type with the facts of its kind alone, and with the values of an enum as JSON has them."""
        parameters = self.parameters
        for position, parameter in enumerate(parameters):
            if parameter in parameters[:position]:
                problems.add(
                    self.entry.at,
                    f"the type variable {shown(parameter)} stands twice in {shown(self.entry.value)}",
                )
        if self.kind == "enum":
            values, base = enum_values(self.enum, self.base, problems)
            return replace(
                self, fields=(), alias=None, extends=None, json_order=None, enum=values, enum_base=base
            )
        if self.kind == "alias":
            return replace(self, fields=(), extends=None, json_order=None)
        return self


@mapping("endpoint_file", "an endpoint file")
@dataclass(frozen=True, slots=True, kw_only=True)
class EndpointFileDoc(Record):
    """The keys that every file of an API may have."""

    operations: tuple[OperationDoc, ...] = key(
        Table("an operation", _NAME, OperationDoc.shape, may_be_empty=True),
        "The documented endpoints by name.",
    )
    types: tuple[TypeDoc, ...] = key(
        Table("a type", _TYPE_NAME, TypeDoc.shape, may_be_empty=True),
        "The types that all files of the API share.",
    )
    docs: DocsDoc | None = key(
        DocsDoc.shape, "Where that is documented which the file declares; in api.yaml, the API."
    )
    provenance: ProvenanceDoc | None = inline(ProvenanceDoc, optional=True)


@mapping("api_file", "api.yaml")
@dataclass(frozen=True, slots=True, kw_only=True)
class ApiFileDoc(Record):
    """``api.yaml``: what is said of the API as a whole."""

    wiresmith: Placed[int] | None = key(
        Integer(VERSION, VERSION), "The version of the spec language.", required=True, default=None
    )
    api: Placed[str] | None = key(
        Text("a name of lower case letters, digits and _", r"[a-z][a-z0-9_]*"),
        "The API's name: its folder's, and that of the Python package.",
        required=True,
        default=None,
    )
    title: Placed[str] | None = key(TEXT, "What the API is called.")
    doc: Placed[str] | None = key(*DOC)
    sources: tuple[SourceDoc, ...] = key(
        Table("a source", _NAME, Either((TEXT, SourceDoc.shape))),
        "The documents other than the page that marks such as assumed: refer to, by name.",
    )
    base_url: Placed[str] | None = key(
        _URL,
        "What every path is relative to; {name} stands for what each user has of their own.",
    )
    formats: tuple[Placed[str], ...] = key(
        Many(Word(("json", "xml")), distinct=True), "The formats of its bodies."
    )
    xml: ApiXmlDoc | None = key(ApiXmlDoc.shape, "How its XML comes about.")
    auth: tuple[AuthDoc, ...] = key(
        Table("an auth entry", _NAME, AuthDoc.shape, may_be_empty=True),
        "The secrets it asks for, by name.",
    )
    headers: tuple[ParameterDoc, ...] = key(parameters("a header"), "Headers that every request may carry.")
    returns: ReturnsDoc = key(RETURNS, "Responses that every operation may give; an operation's own win.")
    paging: PagingDoc | None = key(PagingDoc.shape, "What the paging of operations has in common.")
    envelope: EnvelopeDoc | None = key(EnvelopeDoc.shape, "What is around the results of all operations.")
    client: Placed[bool] | None = key(Flag(), "false: these are files, so no client is made.")
    undocumented: tuple[Placed[str], ...] = key(*UNDOCUMENTED)
    contents: EndpointFileDoc = inline(EndpointFileDoc)


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiDocument(ApiFileDoc):
    """All files of one API's folder together: what ``api.yaml`` says, and what all of them declare.

    ``folder`` is where samples are looked up; ``files`` are the names of the files, each with the SHA-256 of
    its bytes.
    """

    folder: Path
    name: Placed[str]
    operations: tuple[OperationDoc, ...] = ()
    types: tuple[TypeDoc, ...] = ()
    files: tuple[tuple[str, str], ...] = ()


DEFINITIONS: Final[tuple[Keys, ...]] = tuple(
    record.shape
    for record in (
        ApiFileDoc,
        EndpointFileDoc,
        DocsDoc,
        SourceDoc,
        AspectsDoc,
        AuthDoc,
        OperationDoc,
        ParameterDoc,
        PayloadDoc,
        SampleDoc,
        PagingDoc,
        PageStepDoc,
        EnvelopeDoc,
        WaitDoc,
        TypeDoc,
        MemberDoc,
        EnumValueDoc,
        ApiXmlDoc,
        TypeXmlDoc,
        RootXmlDoc,
        MemberXmlDoc,
        EnumValueXmlDoc,
    )
)
"""Every mapping with known keys, in the order of the JSON Schema."""
