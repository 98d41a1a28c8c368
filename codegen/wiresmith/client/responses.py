"""From the bytes of a response to the value that a call returns, or the error that it raises."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from http import HTTPStatus
from typing import Any, Final, Generic, TypeVar

import httpx2

from wiresmith.client._charsets import UnusableCharset, text_or_bytes
from wiresmith.client._draft import Api
from wiresmith.client._error_bodies import message_of, read_plain
from wiresmith.client._retries import retry_after
from wiresmith.client.call import Call
from wiresmith.client.errors import (
    EnvelopeError,
    RequestContext,
    ResponseFacts,
    UnreadableResponseError,
    status_error_class,
)
from wiresmith.client.exchange import Exchanged
from wiresmith.client.options import Format
from wiresmith.client.secrets import masked, masked_beginning
from wiresmith.description import Envelope, Response, is_bytes
from wiresmith.runtime.findings import Finding, excerpt
from wiresmith.runtime.media import media_codec
from wiresmith.runtime.unexpected_values import Unexpected
from wiresmith.values.absent import ABSENT

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
_EXCERPT: Final = 200
_ACCEPTED: Final = 202


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiResponse(Generic[T_co]):
    """A successful response.

    Attributes:
        value: what the call returns.
        body: the whole body, where ``value`` is taken out of an envelope; else the same.
        status: the status code.
        headers: the headers, by name in lower case.
        content: the body as bytes, decompressed.
        findings: what is unusual about the body; the expectations that it does not meet among them.
        request: which request it was, with its id and the number of attempts.
        seconds: how long the call took, all attempts together.
        url: the URL that answered, without secrets.
    """

    value: T_co
    body: Any = field(repr=False)
    status: int
    headers: Mapping[str, str] = field(repr=False)
    content: bytes = field(repr=False)
    findings: tuple[Finding, ...] = ()
    request: RequestContext
    seconds: float
    url: httpx2.URL = field(repr=False)


class UnreadableBody(ValueError):
    """A body that was not read at all; the message says why."""


def interpreted(call: Call[Any], api: Api, exchanged: Exchanged) -> ApiResponse[Any]:
    """The value of a response, out of its envelope.

    Raises:
        StatusError: for a status that is not one of success.
        UnreadableResponseError: if the body is not what is documented.
        EnvelopeError: if the envelope says failure.
    """
    operation, received = call.operation, exchanged.received
    documented = operation.response(received.status)
    if not 200 <= received.status < 300:
        raise _status_error(documented, call, api, exchanged)
    if documented is None and received.content:
        documented = operation.success  # an undocumented success is most likely the documented one
    try:
        body, findings = _read(documented, call, api, exchanged)
    except UnreadableBody as error:
        facts = _facts(exchanged, call, None, ())
        raise UnreadableResponseError(str(error), exchanged.context, facts) from None
    api.drift.tell(
        api.package.name, exchanged.context.operation, findings, api.settings.hooks, exchanged.secrets
    )
    response = ApiResponse(
        value=body,
        body=body,
        status=received.status,
        headers=received.headers,
        content=received.content,
        findings=findings,
        request=exchanged.context,
        seconds=exchanged.seconds,
        url=exchanged.request.url,
    )
    if any(finding.severity == "error" for finding in findings):
        facts = _facts(exchanged, call, None, findings)
        raise UnreadableResponseError("the response is not what is documented", exchanged.context, facts)
    if operation.envelope is None or body is None:
        return response
    return _unwrapped(response, operation.envelope, call, exchanged)


class UnusableMember(LookupError):
    """A member that decides how a call goes on is not what is described, so that nobody knows how."""


def follow(value: Any, path: tuple[str, ...]) -> Any:
    """The value that a path leads to; None where something on the way is null, or an optional member absent.

    Raises:
        UnusableMember: if something on the way is of another type than expected, or a member that is not
            optional is absent.
        AttributeError: if an object on the way has no such field.
    """
    for place, name in enumerate(path, 1):
        if value is None:
            return None
        holder = value
        value = getattr(holder, name)
        if isinstance(value, Unexpected):
            raise UnusableMember(f"{'.'.join(path[:place])}: {value.told or 'an unexpected value'}")
        if value is ABSENT:
            if holder.__dataclass_fields__[name].default is not ABSENT:
                raise UnusableMember(f"the response has no {'.'.join(path[:place])}, which was expected")
            return None
    if isinstance(value, Unexpected):
        raise UnusableMember(value.told or "an unexpected value")
    return value


def facts_of(response: ApiResponse[Any]) -> ResponseFacts:
    """A response as errors hold it."""
    return ResponseFacts(
        status=response.status,
        headers=response.headers,
        content=response.content,
        body=response.body,
        findings=response.findings,
        details={},
    )


def _unwrapped(
    response: ApiResponse[Any], envelope: Envelope, call: Call[Any], exchanged: Exchanged
) -> ApiResponse[Any]:
    body = response.body

    def part(path: tuple[str, ...]) -> Any:
        try:
            return follow(body, path)
        except UnusableMember as error:
            facts = _facts(exchanged, call, body, response.findings)
            message = f"the envelope cannot be read: {masked(str(error), exchanged.secrets)}"
            raise EnvelopeError(message, exchanged.context, facts) from None

    if envelope.success is not None and _has(body, envelope.success) and part(envelope.success) is not True:
        facts = _facts(exchanged, call, body, response.findings)
        message = masked(str(facts.details.get("message") or ""), exchanged.secrets)
        raise EnvelopeError(
            f"the call failed, says its envelope{': ' + excerpt(message, _EXCERPT) if message else ''}",
            exchanged.context,
            facts,
        )
    if envelope.unwrap is None or not _has(body, envelope.unwrap):
        return response
    value = part(envelope.unwrap)
    if value is None and response.status != _ACCEPTED:
        facts = _facts(exchanged, call, body, response.findings)
        raise EnvelopeError(
            f"the envelope says success and has no {'.'.join(envelope.unwrap)}", exchanged.context, facts
        )
    return replace(response, value=value)


def _has(body: Any, path: tuple[str, ...]) -> bool:
    """Is it a body that a path of the envelope leads into?"""
    return not path or hasattr(body, path[0])


def _status_error(
    documented: Response[Any] | None, call: Call[Any], api: Api, exchanged: Exchanged
) -> Exception:
    received = exchanged.received
    body: Any = None
    findings: tuple[Finding, ...] = ()
    try:
        if documented is not None and documented.type is not None:
            body, findings = _read(documented, call, api, exchanged)
    except UnreadableBody:
        pass
    media = received.headers.get("content-type", "")
    plain = read_plain(received.content, media, api.settings.caps.documents)
    facts = _facts(exchanged, call, plain if body is None else body, findings)
    try:
        phrase = HTTPStatus(received.status).phrase
    except ValueError:
        phrase = ""
    message = facts.details.get("message") or message_of(plain)
    said = excerpt(masked(str(message), exchanged.secrets), _EXCERPT) if message else ""
    text = f"{received.status} {phrase}".strip() + (f": {said}" if said else "")
    return status_error_class(received.status)(text, exchanged.context, facts)


def _facts(exchanged: Exchanged, call: Call[Any], body: Any, findings: tuple[Finding, ...]) -> ResponseFacts:
    received, secrets = exchanged.received, exchanged.secrets
    details: dict[str, Any] = {}
    if call.operation.envelope is not None and body is not None:
        for name, path in call.operation.envelope.error:
            if _has(body, path):
                with suppress(UnusableMember):
                    value = follow(body, path)
                    details[name] = masked(value, secrets) if type(value) is str else value
    text = masked_beginning(received.content, received.headers.get("content-type", ""), 4 * _EXCERPT, secrets)
    return ResponseFacts(
        status=received.status,
        headers=received.headers,
        content=received.content,
        body=body,
        findings=tuple(
            replace(each, message=masked(each.message, secrets), path=masked(each.path, secrets))
            for each in findings
        ),
        excerpt=excerpt(" ".join(text.split()), _EXCERPT),
        details=details,
        retry_after=retry_after(received.headers),
    )


def _read(
    documented: Response[Any] | None, call: Call[Any], api: Api, exchanged: Exchanged
) -> tuple[Any, tuple[Finding, ...]]:
    """The body as its documented type; its own media type says how it is read."""
    received = exchanged.received
    if documented is None or documented.type is None or exchanged.request.method == "HEAD":
        return None, ()
    media = received.headers.get("content-type", "")
    codec = media_codec(media) if media else None
    documented_codecs = {media_codec(each) for each in documented.media}
    if (
        is_bytes(documented.type)
        and "bytes" in documented_codecs
        and codec not in documented_codecs - {"bytes"}
    ):
        return received.content, ()
    if not received.content:
        raise UnreadableBody(f"the body is empty; expected {' or '.join(documented.media)}")
    format: Format | None = None
    if codec == "json" or codec == "xml":
        format = codec
    if codec not in (None, *documented_codecs) and api.settings.strict != "nothing":
        raise UnreadableBody(f"the body is {excerpt(media, 80)}; expected {' or '.join(documented.media)}")
    try:
        value, findings = api.package.read(
            text_or_bytes(received.content, media),
            documented,
            format=format,
            limits=api.settings.caps.documents,
            strict=api.settings.strict,
        )
    except (UnusableCharset, TypeError) as error:  # TypeError: the format is not documented
        raise UnreadableBody(str(error)) from None
    return value, tuple(findings)
