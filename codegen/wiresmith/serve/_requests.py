"""The contents of a request: its parameters, its secrets and its body, against what the operation
documents.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl, unquote

from wiresmith.client.parameters import Misfit, text_of
from wiresmith.description import (
    Auth,
    EnumType,
    ListType,
    Nullable,
    ObjectType,
    Operation,
    Parameter,
    Ref,
    Scalar,
    Schema,
    Type,
    bare,
)
from wiresmith.kinds import kind_of
from wiresmith.runtime import ABSENT, Finding
from wiresmith.runtime.bounds import length_broken
from wiresmith.runtime.media import media_charset, media_codec
from wiresmith.runtime.package import Package


@dataclass(frozen=True, slots=True)
class Request:
    """A request as ASGI gives it, with everything read: ``path`` holds the raw text of each placeholder."""

    method: str
    path: Mapping[str, str]
    query: str
    headers: Mapping[str, str]
    cookies: Mapping[str, str]
    content: bytes = field(repr=False)
    url: str = ""


@dataclass(frozen=True, slots=True)
class Unsupported(Exception):
    """A body in a media type that is not documented."""

    media: str


def arguments(
    operation: Operation[Any], request: Request, schema: Schema
) -> tuple[dict[str, Any], list[Finding]]:
    """The values of the parameters by their Python names, and what is wrong with those that are."""
    query = parse_qsl(request.query, keep_blank_values=True)
    values: dict[str, Any] = {}
    findings: list[Finding] = []
    for parameter in operation.parameters:
        type_ = bare(parameter.type)
        texts = _texts(parameter, request, query, is_list=isinstance(type_, ListType))
        if texts is None:
            if parameter.required:
                findings.append(_finding(parameter, "it is missing", "a value"))
            continue
        try:
            values[parameter.name] = _value(texts, type_, schema)
        except Misfit as misfit:
            findings.append(_finding(parameter, misfit.found, misfit.expected))
    return values, findings


def missing_secret(auths: tuple[Auth, ...], request: Request, accepted: Mapping[str, str]) -> Auth | None:
    """The first secret that a request does not carry in the documented form; any text will do for those that
    ``accepted`` does not have.
    """
    query = dict(parse_qsl(request.query, keep_blank_values=True))
    for auth in auths:
        match auth.place:
            case "header":
                given = request.headers.get(auth.wire.lower(), "")
            case "query":
                given = query.get(auth.wire, "")
            case "cookie":
                given = request.cookies.get(auth.wire, "")
        if auth.scheme:
            scheme, _, given = given.partition(" ")
            if scheme.lower() != auth.scheme.lower():
                return auth
            if scheme.lower() == "basic":
                given = _basic(given)
        if not given.strip() or given != accepted.get(auth.argument, given):
            return auth
    return None


def body(operation: Operation[Any], request: Request, package: Package) -> tuple[Any, list[Finding]]:
    """The body as the documented type, and what is wrong with it.

    Raises:
        Unsupported: if its media type is not documented.
    """
    expected = operation.body
    if expected is None or expected.type is None:
        return None, []
    media = request.headers.get("content-type", "")
    codec = media_codec(media) if media else None
    if codec is None or codec not in {media_codec(each) for each in expected.media}:
        raise Unsupported(media)
    if codec == "bytes":
        return request.content, []
    if codec == "form":
        return _form(request.content, expected.type, package.schema)
    content: bytes | str = request.content
    charset = media_charset(media)
    if charset not in ("", "utf-8", "utf8"):
        try:
            content = request.content.decode(charset)
        except LookupError:
            raise Unsupported(media) from None
        except UnicodeDecodeError as error:
            return None, [_undecodable(charset, error)]
        if codec == "xml" and charset.startswith("utf-16"):
            content = content.removeprefix("\ufeff").encode("utf-16")  # as its XML declaration says, if any
    value, findings = package.read(content, expected, format=codec)
    return value, [finding for finding in findings if finding.severity == "error"]


def _texts(
    parameter: Parameter, request: Request, query: list[tuple[str, str]], *, is_list: bool
) -> list[str] | None:
    match parameter.place:
        case "path":
            text = request.path.get(parameter.wire)
            texts = None if text is None else [unquote(text)]
        case "query":
            texts = [value for name, value in query if name == parameter.wire] or None
        case "header":
            found = request.headers.get(parameter.wire.lower())
            texts = None if found is None else [found]
        case "cookie":
            found = request.cookies.get(parameter.wire)
            texts = None if found is None else [found]
    if texts is not None and is_list and not (parameter.place == "query" and parameter.explode):
        return [part.strip() for text in texts for part in text.split(",")]
    return texts


def _value(texts: list[str], type_: Type, schema: Schema) -> Any:
    if isinstance(type_, ListType):
        if (broken := length_broken(len(texts), type_)) is not None:
            raise Misfit(f"{len(texts)} items", broken)
        return [_single(text, type_.item, schema) for text in texts]
    if len(texts) > 1:
        raise Misfit(f"{len(texts)} values", "one")
    return _single(texts[0], type_, schema)


def _single(text: str, type_: Type, schema: Schema) -> Any:
    inner = type_.type if isinstance(type_, Nullable) else type_
    value: Any = text
    if isinstance(inner, Scalar):
        try:
            value = kind_of(inner.kind).read(text, "json", schema.rules.texts, "core")
        except ValueError as error:
            raise Misfit(f"the text {text[:80]!r}", str(error)) from None
    elif isinstance(inner, Ref):
        declared = schema.types[inner.name]
        assert isinstance(declared, EnumType), "parameters are no objects"
        known = declared.cls._value2member_map_
        by_text = {str(wire): wire for wire in known}
        value = by_text.get(text, text)
        if declared.base == "int" and text not in by_text:
            try:
                value = int(text)
            except ValueError:
                raise Misfit(f"the text {text[:80]!r}", f"one of {', '.join(by_text)}") from None
    text_of(value, inner, schema)  # the same bounds as the client checks
    return value


def _form(content: bytes, type_: Type, schema: Schema) -> tuple[Any, list[Finding]]:
    ref = bare(type_)
    declared = schema.types[ref.name] if isinstance(ref, Ref) else None
    assert isinstance(declared, ObjectType), "lint lets no other type into a form"
    pairs = parse_qsl(content.decode("utf-8", "replace"), keep_blank_values=True)
    instance: Any = object.__new__(declared.cls)
    instance._undeclared = None
    findings: list[Finding] = []
    for member in declared.members:
        texts = [value for name, value in pairs if name == member.wire]
        inner = member.type.type if isinstance(member.type, Nullable) else member.type
        value: Any = ABSENT if member.optional else None
        try:
            if texts:
                value = _value(texts, inner, schema)
            elif isinstance(inner, ListType):
                value = []
            elif not member.optional and not isinstance(member.type, Nullable):
                raise Misfit("it is missing", "a value")
        except Misfit as misfit:
            findings.append(
                Finding(
                    severity="error",
                    code="wrong-value",
                    message=misfit.found,
                    expected=misfit.expected,
                    path=f"/{member.wire}",
                )
            )
        setattr(instance, member.attribute, value)
    return instance, findings


def _undecodable(charset: str, error: UnicodeDecodeError) -> Finding:
    return Finding(
        severity="error",
        code="wrong-encoding",
        message=f"the bytes from {error.start} on are not {charset} ({error.reason})",
        expected=f"a body in {charset}, as the Content-Type says",
        path="",
    )


def _basic(text: str) -> str:
    """The ``user:password`` of a Basic header; empty if it holds none (RFC 7617)."""
    try:
        given = base64.b64decode(text, validate=True).decode()
    except (binascii.Error, UnicodeDecodeError):
        return ""
    return given if ":" in given else ""


def _finding(parameter: Parameter, message: str, expected: str) -> Finding:
    return Finding(
        severity="error", code="parameter", message=message, expected=expected, path=parameter.wire
    )
