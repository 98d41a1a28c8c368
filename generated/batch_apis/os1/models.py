# Emitted by wiresmith from specs/os1/: change the spec and run "wiresmith generate", not this file.
# Spec sha256 7fc5c9d4a5b90c8d7798463b4e2250aee5b370ebada17ba0eb811b947589b78b; needs wiresmith runtime 0.3.
"""The types of OS1 Container Service."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from wiresmith.runtime import ABSENT, Absent, JsonValue, Model, Undeclared

__all__ = [
    "ContainerBatchFailure",
    "ContainerBatchMeta",
    "ContainerBatchResponse",
    "ContainerBatchResponseData",
    "ContainerBatchSuccess",
    "Error",
    "ErrorResponse",
    "Request",
    "RequestMethod",
]


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class ContainerBatchResponse(Model):
    """The state of a batch request, and the request that asked for it."""

    data: ContainerBatchResponseData | Absent = ABSENT
    request: Request | Absent = ABSENT

    _undeclared: Undeclared | None = field(default=None, repr=False)


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class ErrorResponse(Model):
    """What went wrong, and the request it went wrong for."""

    error: Error | Absent = ABSENT
    request: Request | Absent = ABSENT

    _undeclared: Undeclared | None = field(default=None, repr=False)


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class ContainerBatchResponseData(Model):
    """How the items of a batch request fared.

    Assumed: published OpenAPI of the service, 2023-01.
    """

    meta: ContainerBatchMeta
    errors: list[ContainerBatchFailure]
    success: list[ContainerBatchSuccess]

    _undeclared: Undeclared | None = field(default=None, repr=False)


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class ContainerBatchMeta(Model):
    """The batch request as a whole.

    Assumed: published OpenAPI of the service, 2023-01.
    """

    status: str
    """The values it can have are not documented."""

    success: int
    """How many items succeeded."""

    failed: int
    """How many items failed."""

    total: int
    """How many items there are."""

    _undeclared: Undeclared | None = field(default=None, repr=False)


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class ContainerBatchFailure(Model):
    """An item that failed.

    Assumed: published OpenAPI of the service, 2023-01.
    """

    ref_id: str
    reason: str

    _undeclared: Undeclared | None = field(default=None, repr=False)


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class ContainerBatchSuccess(Model):
    """An item that succeeded.

    Assumed: published OpenAPI of the service, 2023-01.
    """

    ref_id: str
    id: str

    _undeclared: Undeclared | None = field(default=None, repr=False)


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class Error(Model):
    """An error.

    Assumed: published OpenAPI of the service, 2023-01.
    """

    code: JsonValue
    """Whether it is a number or text is not known."""

    description: str
    additional_info: JsonValue | Absent = ABSENT
    """Its type is not known."""

    _undeclared: Undeclared | None = field(default=None, repr=False)


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class Request(Model):
    """The request as the server saw it.

    Assumed: published OpenAPI of the service, 2023-01.
    """

    uri: str
    method: RequestMethod | str | Absent = ABSENT
    """Other methods exist than the three that are listed."""

    query_string: JsonValue | Absent = ABSENT
    """Its type is not known."""

    body: JsonValue | Absent = ABSENT
    """Its type is not known."""

    _undeclared: Undeclared | None = field(default=None, repr=False)


class RequestMethod(StrEnum):
    """An HTTP method.

    Assumed: published OpenAPI of the service, 2023-01.
    """

    POST = "POST"
    GET = "GET"
    PUT = "PUT"
