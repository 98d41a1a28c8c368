"""Operations: their paths, parameters, secrets, and whether two of them can be told apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Final, cast

from wiresmith.contract._envelope import resolve_envelope
from wiresmith.contract._naming import Taken, did_you_mean, python_name
from wiresmith.contract._objects import ObjectBuilder
from wiresmith.contract._paging_rules import PagingResolver, with_defaults
from wiresmith.contract._parameter_builder import TOKEN, ParameterBuilder, Place
from wiresmith.contract._paths import Paths
from wiresmith.contract._payload_builder import PayloadBuilder
from wiresmith.contract._provenance_rules import docs, text
from wiresmith.contract._waiting_rules import resolve_wait
from wiresmith.description import Auth, Envelope, Method, Operation, Paging, Parameter, Response
from wiresmith.language import (
    ApiDocument,
    FieldDoc,
    OperationDoc,
    ParameterDoc,
    Placed,
    Problems,
    Spot,
    listed,
    shown,
)

_PLACEHOLDER: Final = re.compile(r"\{([^{}]*)\}")
_PATH_TEXT: Final = re.compile(r"(?:[A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-Fa-f]{2})*")


class OperationBuilder:
    """Builds the operations of one API from what is built already."""

    def __init__(
        self,
        document: ApiDocument,
        objects: ObjectBuilder,
        parameters: ParameterBuilder,
        payloads: PayloadBuilder,
        problems: Problems,
    ) -> None:
        self._document = document
        self._objects = objects
        self._parameters = parameters
        self._payloads = payloads
        self._problems = problems
        self._marks = objects.marks
        self._constructor = Taken("arguments of a client", problems)
        self.base_url_variables = base_url_variables(document.base_url, self._constructor, problems)
        self.auth = self._auth()
        self._everywhere: dict[str, Response[Any]] = payloads.responses(document.returns)

    def build(self) -> list[Operation[Any]]:
        """All operations, in the order of the files."""
        built: dict[str, Operation[Any]] = {}
        seen: dict[tuple[str, str, frozenset[str]], str] = {}
        for doc in self._document.operations:
            name = doc.name.value
            if name in built:
                self._problems.add(
                    doc.name.at,
                    f"the operation {shown(name)} is declared twice",
                    "each has a name of its own",
                )
                continue
            operation = self._operation(doc)
            built[name] = operation
            required = frozenset(
                parameter.wire
                for parameter in operation.parameters
                if parameter.place == "query" and parameter.required
            )
            request = (doc.method, _PLACEHOLDER.sub("{}", operation.path), required)
            other = seen.setdefault(request, name)
            if other != name:
                self._problems.add(
                    doc.path.at,
                    f"{shown(name)} and {shown(other)} are the same request",
                    "operations differ in method, path or required query parameters",
                )
        return list(built.values())

    def _operation(self, doc: OperationDoc) -> Operation[Any]:
        name = doc.name
        outer = (doc.provenance, doc.file_provenance)
        placeholders = self._placeholders(doc)
        parameters = self._all_parameters(doc)
        self._compare(doc, placeholders, parameters)
        responses = self._payloads.responses(doc.returns, *outer)
        responses |= {
            status: response for status, response in self._everywhere.items() if status not in responses
        }
        if not responses:
            self._problems.add(
                name.at, f"the operation {shown(name.value)} has no response", "", "add returns:"
            )
        if doc.body is not None and doc.method in ("get", "head"):
            self._problems.add(
                doc.body.at,
                f"a {doc.method.upper()} request with a body",
                "no body is expected, since servers may ignore it",
            )
        secrets = self._secrets(doc)
        self._check_secrets(doc, secrets)
        paths = Paths(parameters, responses, self._objects.objects, self._objects.enums, self._problems)
        self._check_interactions(doc)
        return Operation(
            name=name.value,
            python=python_name(name.value, doc.python, "operation", name.at, self._problems),
            method=cast(Method, doc.method.upper()),
            base_url=self._document.base_url.value if self._document.base_url is not None else None,
            path="/" + doc.path.value.removeprefix("/"),
            summary=text(doc.summary),
            doc=text(doc.doc),
            parameters=tuple(parameters),
            body=self._payloads.body(doc.body) if doc.body is not None else None,
            responses=tuple(responses.values()),
            samples=tuple(self._payloads.samples(doc.samples, responses, *outer)),
            auth=tuple(secrets),
            paging=self._paging(doc, paths),
            envelope=self._envelope(doc, paths),
            wait=resolve_wait(doc.wait, paths) if doc.wait is not None else None,
            idempotent=doc.idempotent.value if doc.idempotent is not None else None,
            undocumented=tuple(each.value for each in doc.undocumented),
            docs=docs(doc.docs or doc.file_docs),
            provenance=self._marks.of(*outer),
        )

    def _paging(self, doc: OperationDoc, paths: Paths) -> Paging | None:
        if doc.paging is None:
            return None
        return PagingResolver(paths).resolve(with_defaults(doc.paging, self._document.paging))

    def _envelope(self, doc: OperationDoc, paths: Paths) -> Envelope | None:
        if doc.envelope is None and (doc.bare or paths.success is None):
            return None  # nothing to unwrap, whatever the API says
        envelope = doc.envelope or self._document.envelope
        return resolve_envelope(envelope, paths) if envelope is not None else None

    def _check_interactions(self, doc: OperationDoc) -> None:
        if doc.paging is not None and doc.wait is not None:
            self._problems.add(
                doc.wait.at, "wait: stands beside paging:", "an operation has pages, or is waited for"
            )
        if doc.wait is not None and doc.wait.url is None and doc.method not in ("get", "head"):
            self._problems.add(
                doc.wait.at,
                f"waiting would send the {doc.method.upper()} again and again",
                "a GET is expected, or url: with what a 202 says",
            )

    def _all_parameters(self, doc: OperationDoc) -> list[Parameter]:
        taken = Taken("parameters of an operation", self._problems)
        outer = (doc.provenance, doc.file_provenance)
        own = {_wire(field).lower() for field in doc.headers}
        shared = tuple(field for field in self._document.headers if _wire(field).lower() not in own)
        groups: tuple[tuple[Place, Sequence[ParameterDoc]], ...] = (
            ("path", doc.path_parameters),
            ("query", doc.query),
            ("header", (*doc.headers, *shared)),
            ("cookie", doc.cookies),
        )
        return [
            parameter
            for place, fields in groups
            for parameter in self._parameters.build(fields, place, taken, *outer)
        ]

    def _placeholders(self, doc: OperationDoc) -> list[str]:
        path, at = doc.path.value, doc.path.at
        names = _PLACEHOLDER.findall(path)
        fixed = _PLACEHOLDER.sub("", path)
        fault: tuple[str, str] | None = None
        if "{" in fixed or "}" in fixed:
            fault = "has braces that do not match", "placeholders are written {id}"
        elif "://" in path or path.startswith("//"):
            fault = "is a URL", "a path is expected, which base_url is put before"
        elif "?" in fixed or "#" in fixed:
            fault = "has a ? or #", "query parameters stand under query:"
        elif not _PATH_TEXT.fullmatch(fixed):
            fault = (
                "has characters that a path cannot have",
                "others than letters, digits and punctuation are written %XX",
            )
        elif "//" in path or any(part in (".", "..") for part in path.split("/")):
            fault = "has an empty segment, . or ..", "every segment has a name"
        elif any(not re.fullmatch(r"[^\s/*:?=]+", name) for name in names):
            fault = (
                "has a placeholder without a plain name",
                "the name alone is expected: {id}, neither {id:int} nor {*id}",
            )
        if fault is not None:
            self._problems.add(at, f"the path {shown(path)} {fault[0]}", fault[1])
        for name in sorted({name for name in names if names.count(name) > 1}):
            self._problems.add(
                at, f"the path {shown(path)} has {{{name}}} twice", "each placeholder stands there once"
            )
        return names

    def _compare(self, doc: OperationDoc, placeholders: list[str], parameters: list[Parameter]) -> None:
        """Placeholders and path parameters belong together, one to one."""
        declared = {_wire(field): (field.wire or field.key).at for field in doc.path_parameters}
        for name, at in declared.items():
            if name not in placeholders:
                self._problems.add(
                    at,
                    f"the path {shown(doc.path.value)} has no {{{_short(name)}}}",
                    "each path parameter stands in the path",
                    did_you_mean(name, [other for other in placeholders if other not in declared]),
                )
        for name in dict.fromkeys(placeholders):
            if name and name not in declared:
                elsewhere = any(parameter.wire == name for parameter in parameters)
                self._problems.add(
                    doc.path.at,
                    f"{{{_short(name)}}} is in the path, and path: has no such parameter",
                    "each placeholder is declared under path:",
                    "it is declared elsewhere: move it there" if elsewhere else "",
                )

    def _auth(self) -> dict[str, Auth]:
        found: dict[str, Auth] = {}
        places: dict[tuple[str, str], str] = {}
        for doc in self._document.auth:
            wire = doc.wire.value
            if doc.place != "query" and not TOKEN.fullmatch(wire):
                self._problems.add(
                    doc.wire.at,
                    f"{shown(wire)} cannot be the name of a {doc.place}",
                    "letters, digits and !#$%&'*+.^_`|~- are expected",
                )
            other = places.setdefault((doc.place, wire.lower()), doc.name.value)
            if other != doc.name.value:
                self._problems.add(
                    doc.wire.at,
                    f"{shown(doc.name.value)} and {shown(other)} are both the {doc.place} {shown(wire)}",
                )
            argument = python_name(doc.name.value, None, "credential", doc.name.at, self._problems)
            self._constructor.add(argument, f"auth {doc.name.value}", doc.name.at)
            found[doc.name.value] = Auth(
                name=doc.name.value,
                place=doc.place,
                wire=wire,
                scheme=text(doc.scheme),
                argument=argument,
                env=text(doc.env),
                doc=text(doc.doc),
                provenance=self._marks.of(doc.provenance),
            )
        return found

    def _secrets(self, doc: OperationDoc) -> list[Auth]:
        if doc.auth is None:
            return list(self.auth.values())
        found: dict[str, Auth] = {}
        for name in doc.auth:
            if name.value not in self.auth:
                self._problems.add(
                    name.at,
                    f"there is no auth {shown(name.value)}",
                    f"declared in api.yaml: {listed(self.auth) if self.auth else 'none'}",
                    did_you_mean(name.value, self.auth),
                )
            elif name.value in found:
                self._problems.add(name.at, f"{shown(name.value)} stands twice")
            else:
                found[name.value] = self.auth[name.value]
        return list(found.values())

    def _check_secrets(self, doc: OperationDoc, secrets: list[Auth]) -> None:
        places: dict[tuple[str, str], Spot] = {}
        for place, fields in (("query", doc.query), ("header", doc.headers), ("cookie", doc.cookies)):
            for field in fields:
                places[place, _folded(place, _wire(field))] = (field.wire or field.key).at
        for field in self._document.headers:
            places.setdefault(("header", _wire(field).lower()), (field.wire or field.key).at)
        for secret in secrets:
            at = places.get((secret.place, _folded(secret.place, secret.wire)))
            if at is not None:
                self._problems.add(
                    at,
                    f"the {secret.place} {shown(secret.wire)} is the secret {shown(secret.name)} already",
                    "it is sent once",
                )


def base_url_variables(
    base_url: Placed[str] | None, taken: Taken, problems: Problems
) -> tuple[tuple[str, str], ...]:
    """The ``{name}`` of a base URL, each with its name in Python; a URL that paths cannot be put behind is
    reported.
    """
    if base_url is None:
        return ()
    fixed = _PLACEHOLDER.sub("x", base_url.value)
    if not re.fullmatch(r"https?://[^/?#\s{}@\\]+(/[^?#\s{}\\]*)?", fixed):
        problems.add(
            base_url.at,
            f"{shown(base_url.value)} cannot be a base URL",
            "https://host/path is expected, without ?, # and @",
        )
        return ()
    found: dict[str, str] = {}
    for name in _PLACEHOLDER.findall(base_url.value):
        found[name] = python_name(name, None, "credential", base_url.at, problems)
        taken.add(found[name], f"variable {name}", base_url.at)
    return tuple(found.items())


def _wire(field: FieldDoc) -> str:
    return (field.wire or field.key).value


def _folded(place: str, name: str) -> str:
    return name.lower() if place == "header" else name


def _short(name: str) -> str:
    return shown(name)[1:-1]
