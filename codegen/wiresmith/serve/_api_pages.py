"""The pages for people: contracts as plain records, and records as HTML."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from http import HTTPStatus
from typing import Any, Final, Literal

import jinja2

from wiresmith import description
from wiresmith.description import (
    Auth,
    Contract,
    EnumType,
    Member,
    ObjectType,
    Operation,
    Parameter,
    Provenance,
    Ref,
    Response,
    Sample,
    bare,
)
from wiresmith.runtime import ABSENT
from wiresmith.serve._page_forms import form
from wiresmith.serve._page_records import (
    Answer,
    ApiEntry,
    ApiPage,
    Body,
    Declared,
    Endpoint,
    Group,
    Links,
    Row,
    Tab,
    Tabs,
)
from wiresmith.serve._page_wording import (
    Piece,
    Pieces,
    bounds,
    every_mark,
    interactions,
    marks,
    paragraphs,
    plain,
    sentence,
    spelled,
    type_anchor,
)
from wiresmith.serve.api import ServedApi
from wiresmith.serve.client_code import client_code
from wiresmith.serve.highlight import highlighted
from wiresmith.serve.operation_examples import Examples

_PLACES: Final[tuple[tuple[Literal["path", "query", "header", "cookie"], str], ...]] = (
    ("path", "In the path"),
    ("query", "In the query"),
    ("header", "Headers"),
    ("cookie", "Cookies"),
)


def api_entry(api: ServedApi, links: Links) -> ApiEntry:
    """An API as the list of all of them shows it."""
    contract = api.contract
    return ApiEntry(
        api=contract.api,
        title=_line(contract.title) or contract.api,
        doc=paragraphs(contract.doc)[:1],
        links=links,
        formats=_formats(contract),
        endpoints=tuple(
            (each.method, each.path, _line(each.summary), operation_anchor(each))
            for each in contract.operations
        ),
    )


def api_page(api: ServedApi, links: Links, served: str, home: str) -> ApiPage:
    """Everything on the page of an API.

    Args:
        api: which one.
        links: where its pages are.
        served: the URL that it has here.
        home: where the list of all APIs is; empty if it is the only one.
    """
    builder = _Builder(api, links, served)
    contract = api.contract
    return ApiPage(
        api=contract.api,
        title=_line(contract.title) or contract.api,
        doc=paragraphs(contract.doc),
        links=links,
        home=home,
        served=served,
        base_url=contract.base_url or "",
        docs_page=contract.docs.page,
        docs_url=contract.docs.url,
        formats=_formats(contract),
        undocumented=contract.undocumented,
        secrets=tuple(_secret(each) for each in contract.auth),
        endpoints=tuple(builder.endpoint(each) for each in contract.operations),
        types=tuple(builder.declared(each) for each in contract.types.values()),
    )


def operation_anchor(operation: Operation[Any]) -> str:
    """The anchor of an operation; names in Python are all different."""
    return f"operation-{operation.python}"


class _Builder:
    def __init__(self, api: ServedApi, links: Links, served: str) -> None:
        self._api = api
        self._contract = api.contract
        self._links = links
        self._served = served
        self._examples = Examples(api)

    def endpoint(self, operation: Operation[Any]) -> Endpoint:
        contract = self._contract
        return Endpoint(
            anchor=operation_anchor(operation),
            name=operation.name,
            method=operation.method,
            path=operation.path,
            summary=_line(operation.summary) or operation.name,
            doc=paragraphs(operation.doc),
            marks=every_mark(operation.provenance),
            undocumented=operation.undocumented,
            parameters=tuple(self._parameters(operation)),
            body=None if operation.body is None else self._body(operation.body),
            answers=tuple(self._answer(each, operation.provenance) for each in operation.responses),
            interactions=interactions(operation, contract),
            samples=tuple(self._samples(operation)),
            code=self._code(operation),
            form=form(contract, operation, self._links.prefix, self._examples),
        )

    def declared(self, declared: ObjectType | EnumType) -> Declared:
        contract = self._contract
        extends: Pieces = ()
        if isinstance(declared, EnumType):
            kind = f"{'closed' if declared.closed else 'open'} enum of {declared.base}"
            if declared.flags:
                kind = "flags"
            rows = tuple(
                Row(
                    name=str(value.wire),
                    python="" if value.python == str(value.wire) else value.python,
                    doc=paragraphs(value.doc),
                    facts=(sentence("in XML {}", value.xml),)
                    if value.xml is not None and contract.has_xml and value.xml != str(value.wire)
                    else (),
                )
                for value in declared.values
            )
        else:
            kind = "object"
            own = {member.attribute for member in declared.own}
            rows = tuple(
                self._member(member, declared, inherited=member.attribute not in own)
                for member in declared.members
            )
            if declared.base is not None:
                base = contract.types[declared.base]
                extends = (Piece(base.identity, anchor=type_anchor(declared.base)),)
        return Declared(
            anchor=type_anchor(declared.name),
            name=declared.identity,
            python=declared.name,
            kind=kind,
            doc=paragraphs(declared.doc),
            extends=extends,
            marks=every_mark(declared.provenance),
            rows=rows,
        )

    def _member(self, member: Member, declared: ObjectType, *, inherited: bool) -> Row:
        facts = list(bounds(bare(member.type)))
        facts += _documented_values(member)
        if member.xml_name is not None and member.xml_name.local != member.wire:
            facts.append(sentence("in XML {}", member.xml_name.local))
        level = self._contract.types.get(member.declared_by)
        if inherited and level is not None:
            anchor = type_anchor(member.declared_by)
            facts.append((Piece("from "), Piece(level.identity, anchor=anchor)))
        return Row(
            name=member.wire,
            python="" if member.attribute == member.wire else member.attribute,
            type=spelled(self._contract, member.type),
            need="optional" if member.optional else "",
            facts=tuple(facts),
            doc=paragraphs(member.doc),
            marks=marks(member.provenance or declared.provenance, declared.provenance),
        )

    def _parameters(self, operation: Operation[Any]) -> Iterator[Group]:
        for place, title in _PLACES:
            found = [each for each in operation.parameters if each.place == place]
            if found:
                yield Group(title, tuple(self._parameter(each, operation.provenance) for each in found))

    def _parameter(self, parameter: Parameter, around: Provenance) -> Row:
        facts = [*bounds(bare(parameter.type)), *_documented_values(parameter)]
        if parameter.request_id:
            facts.append((Piece("names the request: clients make one up"),))
        if not parameter.explode:
            facts.append((Piece("a list goes out as one value, with commas"),))
        return Row(
            name=parameter.wire,
            python="" if parameter.name == parameter.wire else parameter.name,
            type=spelled(self._contract, parameter.type),
            need="required" if parameter.required else "optional",
            facts=tuple(facts),
            doc=paragraphs(parameter.doc),
            marks=marks(parameter.provenance, around),
        )

    def _body(self, payload: description.Body[Any] | Response[Any]) -> Body:
        use = payload.type
        return Body(
            type=() if use is None else spelled(self._contract, use),
            media=payload.media if use is not None else (),
            facts=() if use is None or isinstance(bare(use), Ref) else bounds(bare(use)),
        )

    def _answer(self, response: Response[Any], around: Provenance) -> Answer:
        kind: Literal["good", "bad", "other"] = "other"
        if response.status.startswith("2"):
            kind = "good"
        elif response.status.startswith(("4", "5")):
            kind = "bad"
        return Answer(
            status=response.status,
            meaning=_phrase(response.status),
            kind=kind,
            body=self._body(response),
            doc=paragraphs(response.doc),
            headers=tuple(self._parameter(each, response.provenance) for each in response.headers),
            marks=marks(response.provenance, around),
        )

    def _samples(self, operation: Operation[Any]) -> Iterator[Tabs]:
        """The samples of each status, a choice of formats."""
        for status in dict.fromkeys(sample.status for sample in operation.samples):
            found = [sample for sample in operation.samples if sample.status == status]
            tabs = tuple(self._sample(sample, operation) for sample in found)
            yield Tabs(f"{operation_anchor(operation)}-sample-{status}", f"Sample of {status}", tabs)

    def _sample(self, sample: Sample, operation: Operation[Any]) -> Tab:
        try:
            text = sample.file.read_bytes().decode("utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            text = f"It cannot be shown: {error}"
        return Tab(
            sample.codec.upper(),
            highlighted(text, sample.codec),
            marks(sample.provenance, operation.provenance),
        )

    def _code(self, operation: Operation[Any]) -> Tabs:
        code = client_code(self._api, operation, self._examples, self._served)
        return Tabs(
            f"{operation_anchor(operation)}-code",
            "Kind of client",
            (
                Tab("Client", highlighted(code.for_threads, "python")),
                Tab("AsyncClient", highlighted(code.for_tasks, "python")),
            ),
        )


def _documented_values(about: Member | Parameter) -> Iterator[Pieces]:
    if about.default is not ABSENT:
        yield sentence("default {}", plain(about.default))
    if about.examples:
        names = ", ".join("{}" for _ in about.examples)
        yield sentence(f"for example {names}", *map(plain, about.examples))


def _secret(secret: Auth) -> Row:
    sent = f"{secret.wire}: {secret.scheme} …" if secret.scheme else secret.wire
    facts = [sentence(f"{secret.place} {{}}", sent)]
    if secret.env:
        facts.append(sentence("clients look up {} in the environment", secret.env))
    return Row(
        name=secret.argument,
        facts=tuple(facts),
        doc=paragraphs(secret.doc),
        marks=marks(secret.provenance, Provenance()),
    )


def _formats(contract: Contract) -> str:
    found = [name for name, has in (("JSON", contract.has_json), ("XML", contract.has_xml)) if has]
    serializer = contract.rules.serializer
    return ", ".join(filter(None, (" and ".join(found), serializer)))


def _phrase(status: str) -> str:
    if status.isdigit():
        try:
            return HTTPStatus(int(status)).phrase
        except ValueError:
            return ""
    return "any other status" if status == "default" else ""


def _line(text: str) -> str:
    return " ".join(text.split())


@cache
def _environment() -> jinja2.Environment:
    return jinja2.Environment(
        loader=jinja2.PackageLoader("wiresmith.serve", "templates"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def rendered(template: str, **context: object) -> bytes:
    """A template of this package with everything escaped, in UTF-8; half characters, which have no UTF-8, as
    question marks.
    """
    return _environment().get_template(template).render(context).encode("utf-8", "replace")
