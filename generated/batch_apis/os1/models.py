# Emitted by wiresmith from specs/os1/: change the spec and run "wiresmith generate", not this file.
# Spec sha256 7c8ec648553d2a713ac60a8eeef9986583bc6fbc5e898ffa06e43075588679e9; needs wiresmith runtime 0.3.
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
    """``ContainerBatchResponse``, of which the documentation says nothing more."""

    data: ContainerBatchResponseData | Absent = ABSENT
    request: Request | Absent = ABSENT

    _undeclared: Undeclared | None = field(default=None, repr=False)


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class ErrorResponse(Model):
    """``ErrorResponse``, of which the documentation says nothing more."""

    error: Error | Absent = ABSENT
    request: Request | Absent = ABSENT

    _undeclared: Undeclared | None = field(default=None, repr=False)


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class ContainerBatchResponseData(Model):
    """How the items of a batch request fared.

    Assumed: OpenAPI of the container service, 2023-01-19.
    """

    meta: ContainerBatchMeta | Absent = ABSENT
    errors: list[ContainerBatchFailure] | Absent = ABSENT
    success: list[ContainerBatchSuccess] | Absent = ABSENT

    _undeclared: Undeclared | None = field(default=None, repr=False)


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class ContainerBatchMeta(Model):
    """The batch request as a whole; the values that its status can have are not documented.

    Assumed: OpenAPI of the container service, 2023-01-19.
    """

    status: str | Absent = ABSENT
    success: int | Absent = ABSENT
    failed: int | Absent = ABSENT
    total: int | Absent = ABSENT

    _undeclared: Undeclared | None = field(default=None, repr=False)


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class ContainerBatchFailure(Model):
    """An item that failed.

    Assumed: OpenAPI of the container service, 2023-01-19.
    """

    ref_id: str | Absent = ABSENT
    reason: str | Absent = ABSENT

    _undeclared: Undeclared | None = field(default=None, repr=False)


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class ContainerBatchSuccess(Model):
    """An item that succeeded.

    Assumed: OpenAPI of the container service, 2023-01-19.
    """

    ref_id: str | Absent = ABSENT
    id: str | Absent = ABSENT

    _undeclared: Undeclared | None = field(default=None, repr=False)


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class Error(Model):
    """``Error``, of which the documentation says nothing more.

    Assumed: OpenAPI of the container service, 2023-01-19.
    """

    code: str
    description: str
    additional_info: dict[str, JsonValue] | Absent = ABSENT

    _undeclared: Undeclared | None = field(default=None, repr=False)


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class Request(Model):
    """The request as the server saw it.

    Assumed: OpenAPI of the container service, 2023-01-19.
    """

    uri: str
    method: RequestMethod | str | Absent = ABSENT
    query_string: str | Absent = ABSENT
    body: dict[str, JsonValue] | Absent = ABSENT

    _undeclared: Undeclared | None = field(default=None, repr=False)


class RequestMethod(StrEnum):
    """An HTTP method; others exist than the three that are listed.

    Assumed: OpenAPI of the container service, 2023-01-19.
    """

    POST = "POST"
    GET = "GET"
    PUT = "PUT"
