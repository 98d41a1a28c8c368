"""The errors that clients raise: one hierarchy for all APIs.

Each error says which operation it was, with which method and URL (without secrets), under which request id.
Errors can be pickled, and hold neither secrets nor anything of the HTTP library.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from wiresmith.runtime.findings import Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestContext:
    """The request that an error is about: ``operation`` as ``api.name``, ``url`` without secrets,
    ``attempts`` made so far.
    """

    operation: str = ""
    method: str = ""
    url: str = ""
    request_id: str | None = None
    attempts: int = 0

    def __str__(self) -> str:
        request = f"{self.method} {self.url}".strip()
        facts = [request] if request else []
        if self.request_id:
            facts.append(f"request id {self.request_id}")
        if self.attempts > 1:
            facts.append(f"{self.attempts} attempts")
        return ", ".join(facts)


@dataclass(frozen=True, slots=True, kw_only=True)
class ResponseFacts:
    """The response that an error is about: ``content`` is the body as bytes, ``body`` the value it was read
    as (None where it could not be).
    """

    status: int
    headers: Mapping[str, str]
    content: bytes
    body: Any = None
    findings: tuple[Finding, ...] = ()
    excerpt: str = ""
    details: Mapping[str, Any]
    retry_after: float | None = None

    def __repr__(self) -> str:
        return f"ResponseFacts(status={self.status}, {len(self.content)} bytes)"


_LISTED: Final = 5
"""The number of findings that the text of an error lists; ``findings`` has all of them."""


class ClientError(Exception):
    """The base of everything that a client raises.

    Attributes:
        operation: ``api.name`` of the operation.
        method: the HTTP method.
        url: the URL, without secrets.
        request_id: the id that the request carried, or else that the server gave it.
        attempts: how many requests were sent.
    """

    def __init__(self, message: str, context: RequestContext | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.context = context or RequestContext()

    @property
    def operation(self) -> str:
        """``api.name`` of the operation."""
        return self.context.operation

    @property
    def method(self) -> str:
        """The HTTP method."""
        return self.context.method

    @property
    def url(self) -> str:
        """The URL, without secrets."""
        return self.context.url

    @property
    def request_id(self) -> str | None:
        """The id that the request carried, or else that the server gave it."""
        return self.context.request_id

    @property
    def attempts(self) -> int:
        """The number of requests that were sent."""
        return self.context.attempts

    def __str__(self) -> str:
        where = f"{self.operation}: " if self.operation else ""
        request = str(self.context)
        return f"{where}{self.message}{f' ({request})' if request else ''}"

    def __reduce__(self) -> tuple[Any, ...]:
        return _rebuilt, (type(self), {**self.__dict__, "args": self.args})


class ConfigurationError(ClientError, ValueError):
    """A client cannot be made, or a call not be set up, from what it was given."""


class ParameterError(ClientError, ValueError):
    """An argument is not what the operation documents; nothing was sent.

    ``findings`` has all that is wrong.
    """

    def __init__(
        self, message: str, context: RequestContext | None = None, findings: tuple[Finding, ...] = ()
    ) -> None:
        super().__init__(message, context)
        self.findings = findings


class CredentialError(ClientError):
    """A secret was not given, or cannot be sent; nothing was sent."""


class TransportError(ClientError):
    """The connection failed: it was refused, it broke before the whole response had come, or the answer is no
    HTTP.
    """


class RequestTimeoutError(TransportError):
    """The time was up before the whole response had come."""


class ResponseTooLargeError(ClientError):
    """The response is larger than the client's caps allow, as sent or decompressed."""


class RedirectError(ClientError):
    """The server sends the request somewhere it must not go: to another origin, from https to http, or around
    in circles.
    """


class ResponseError(ClientError):
    """The base of errors that a whole response led to.

    Attributes:
        response: what came back.
    """

    def __init__(self, message: str, context: RequestContext | None, response: ResponseFacts) -> None:
        super().__init__(message, context)
        self.response = response

    @property
    def status(self) -> int:
        """The status code."""
        return self.response.status

    @property
    def headers(self) -> Mapping[str, str]:
        """The headers, by name in lower case."""
        return self.response.headers

    @property
    def content(self) -> bytes:
        """The body as it came, decompressed."""
        return self.response.content

    @property
    def body(self) -> Any:
        """The value of the body: of the documented type, else plain values; None where it could
        not be read.
        """
        return self.response.body

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The places where the body differs from what is documented."""
        return self.response.findings

    @property
    def excerpt(self) -> str:
        """The beginning of the body, fit to be shown."""
        return self.response.excerpt

    @property
    def details(self) -> Mapping[str, Any]:
        """The members of the API's envelope that tell about the error, by the names that the spec gives."""
        return self.response.details

    @property
    def retry_after(self) -> float | None:
        """The seconds for which the server asks to be left alone; None if it does not say."""
        return self.response.retry_after

    def __str__(self) -> str:
        lines = [super().__str__()]
        if self.details:
            said = ", ".join(f"{name}={value!r}" for name, value in self.details.items())
            lines.append(f"  details: {said[:500]}")
        wrong = [finding for finding in self.findings if finding.severity == "error"]
        lines += [f"  {finding}" for finding in wrong[:_LISTED]]
        if len(wrong) > _LISTED:
            lines.append(f"  … and {len(wrong) - _LISTED} more")
        if self.excerpt:
            lines.append(f"  body: {self.excerpt}")
        return "\n".join(lines)


class StatusError(ResponseError):
    """The status is not one of success."""


class BadRequestError(StatusError):
    """400."""


class UnauthorizedError(StatusError):
    """401: the credentials are missing or not accepted."""


class ForbiddenError(StatusError):
    """403."""


class NotFoundError(StatusError):
    """404."""


class ConflictError(StatusError):
    """409."""


class UnprocessableError(StatusError):
    """422."""


class TooManyRequestsError(StatusError):
    """429; ``retry_after`` says how long to wait, if the server does."""


class ServerError(StatusError):
    """Any 5xx."""


class UnreadableResponseError(ResponseError):
    """The body is not what is documented: another media type, broken, or of other types; ``findings`` says
    where.
    """


class EnvelopeError(ResponseError):
    """The status says success and the envelope says failure; ``details`` has its error members."""


class PagingError(ResponseError):
    """The pages do not go on as documented: more are announced and none can be asked for, or there are too
    many.
    """


class PagingLoopError(PagingError):
    """The server gave a cursor that it had given before: the pages would go around in circles."""


class IncompleteListError(PagingError):
    """The pages ended before everything had come that the server announced; all that came was given out."""


class WaitError(ResponseError):
    """The base of what ends a wait early; ``state`` is the last value seen."""

    def __init__(
        self, message: str, context: RequestContext | None, response: ResponseFacts, state: object = None
    ) -> None:
        super().__init__(message, context, response)
        self.state = state


class WaitFailedError(WaitError):
    """The work failed, or is at a value that the wait knows nothing about."""


class WaitTimeoutError(WaitError):
    """The work was not done in the time that the caller gave."""


_BY_STATUS: Final[dict[int, type[StatusError]]] = {
    400: BadRequestError,
    401: UnauthorizedError,
    403: ForbiddenError,
    404: NotFoundError,
    409: ConflictError,
    422: UnprocessableError,
    429: TooManyRequestsError,
}


def status_error_class(status: int) -> type[StatusError]:
    """The class of errors for a status."""
    return _BY_STATUS.get(status, ServerError if status >= 500 else StatusError)


def _rebuilt(cls: type[ClientError], state: dict[str, Any]) -> ClientError:
    error = cls.__new__(cls)
    error.args = state.pop("args")
    error.__dict__.update(state)
    return error
