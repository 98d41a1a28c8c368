"""Answers as bytes: in the media type that the client accepts, with the documented headers."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final, Literal
from xml.sax.saxutils import escape

from wiresmith.description import Contract, Operation, Response, Scalar, bare
from wiresmith.kinds import kind_of
from wiresmith.runtime import EncodeError
from wiresmith.runtime.media import media_codec
from wiresmith.runtime.package import Package
from wiresmith.serve._answers import Answer
from wiresmith.serve._requests import Request
from wiresmith.serve.faults import Fault
from wiresmith.serve.generated import CannotGenerate, Generator
from wiresmith.serve.negotiation import charset, negotiate

_TEXT: Final = {"Content-Type": "text/plain; charset=utf-8"}


@dataclass(frozen=True, slots=True)
class Reply:
    """A reply in bytes, and the ``fault`` to commit on the way."""

    status: int
    headers: dict[str, str]
    content: bytes = field(repr=False)
    fault: Fault | None = None
    operation: str = ""


class Replies:
    """Encodes the answers of one API.

    Args:
        contract: the API.
        package: its codecs.
        generator: makes up documented headers.
    """

    def __init__(self, contract: Contract, package: Package, generator: Generator) -> None:
        self.contract = contract
        self.package = package
        self._generator = generator

    def encoded(self, operation: Operation[Any] | None, request: Request, answer: Answer) -> Reply:
        """An answer as it goes out."""
        name = operation.name if operation is not None else ""
        response = answer.response
        if response is not None:
            answer.headers = {**dict(self._headers(name, request, response)), **answer.headers}
        if response is None or response.type is None:
            if answer.value is None:
                return Reply(answer.status, answer.headers, b"", None, name)
            return self._undocumented(request, answer, name)
        accept = request.headers.get("accept", "")
        sent = request.headers.get("content-type", "")
        media = negotiate(list(response.media), accept, sent)
        if media is None:
            if not self.contract.rules.answers_unacceptable:
                return Reply(406, _TEXT, b"Not acceptable.", None, name)
            media = negotiate(list(response.media), "", sent) or response.media[0]  # as Web API does
        codec = media_codec(media)
        if codec == "bytes":
            return Reply(answer.status, {**answer.headers, "Content-Type": media}, answer.value, None, name)
        format: Literal["json", "xml"] = "xml" if codec == "xml" else "json"
        try:
            content = self.package.encode(answer.value, response, format=format, drop_undeclared=True)
        except EncodeError as error:
            return Reply(500, _TEXT, str(error).encode(), None, name)
        encoding = (
            charset(request.headers.get("accept-charset", ""))
            if self.contract.rules.answers_in_charsets
            else "utf-8"
        )
        if encoding == "utf-16":
            content = content.decode().encode("utf-16")
        says_charset = self.contract.rules.answers_in_charsets or codec == "xml"
        headers = {"Content-Type": f"{media}; charset={encoding}" if says_charset else media}
        return Reply(answer.status, {**answer.headers, **headers}, content, None, name)

    def _undocumented(self, request: Request, answer: Answer, name: str) -> Reply:
        """An error whose body is not documented: Web API's HttpError, in either format."""
        accept = request.headers.get("accept", "")
        offered = ["application/json", "text/json", "application/xml", "text/xml"]
        usual = offered if self.contract.has_xml else offered[:2]
        sent = request.headers.get("content-type", "")
        media = negotiate(usual, accept, sent) or negotiate(usual, "", sent) or usual[0]
        message = str(answer.value["Message"])
        content = json.dumps({"Message": message}, ensure_ascii=False)
        if media_codec(media) == "xml":
            content = f"<Error><Message>{escape(message)}</Message></Error>"
        headers = {**answer.headers, "Content-Type": f"{media}; charset=utf-8"}
        return Reply(answer.status, headers, content.encode("utf-8", "replace"), None, name)

    def _headers(
        self, operation: str, request: Request, response: Response[Any]
    ) -> Iterator[tuple[str, str]]:
        """The headers that a response always has, as far as they can be made up."""
        for header in response.headers:
            if not header.required:
                continue
            if header.wire.lower() == "location":
                yield header.wire, f"{request.url.partition('?')[0].rstrip('/')}/1"
            elif isinstance(type_ := bare(header.type), Scalar) and (
                text := self._text(operation, header.wire, type_)
            ):
                yield header.wire, text

    def _text(self, operation: str, header: str, type_: Scalar) -> str:
        try:
            value = self._generator.value(type_, operation, header)
            return kind_of(type_.kind).text(value, "json", "standard", "core")
        except CannotGenerate:
            return ""
