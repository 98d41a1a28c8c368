"""What emitted clients are made of, and what their users name: options, errors, responses, hooks.

Importing this imports the HTTP library; ``wiresmith.runtime`` alone does not.
"""

from __future__ import annotations

from wiresmith.runtime.client.asynchronous import AsyncApiClient
from wiresmith.runtime.client.call import Call, PagedCall, WaitCall
from wiresmith.runtime.client.errors import (
    BadRequestError,
    ClientError,
    ConfigurationError,
    ConflictError,
    CredentialError,
    EnvelopeError,
    ForbiddenError,
    NotFoundError,
    PagingError,
    PagingLoopError,
    ParameterError,
    RedirectError,
    RequestContext,
    RequestTimeoutError,
    ResponseError,
    ResponseFacts,
    ResponseTooLargeError,
    ServerError,
    StatusError,
    TooManyRequestsError,
    TransportError,
    UnauthorizedError,
    UnprocessableError,
    UnreadableResponseError,
    WaitError,
    WaitFailedError,
    WaitTimeoutError,
)
from wiresmith.runtime.client.hooks import Attempt, Hooks
from wiresmith.runtime.client.methods import AsyncPages, Method, PagedMethod, Pages, WaitMethod
from wiresmith.runtime.client.options import AsyncOptions, Caps, ClientOptions, Retries, SyncOptions, Timeouts
from wiresmith.runtime.client.paging import Cursor, Page
from wiresmith.runtime.client.responses import ApiResponse
from wiresmith.runtime.client.secrets import AsyncCredential, Credential, Secret
from wiresmith.runtime.client.sync import ApiClient

__all__ = [
    "ApiClient",
    "ApiResponse",
    "AsyncApiClient",
    "AsyncCredential",
    "AsyncOptions",
    "AsyncPages",
    "Attempt",
    "BadRequestError",
    "Call",
    "Caps",
    "ClientError",
    "ClientOptions",
    "ConfigurationError",
    "ConflictError",
    "Credential",
    "CredentialError",
    "Cursor",
    "EnvelopeError",
    "ForbiddenError",
    "Hooks",
    "Method",
    "NotFoundError",
    "Page",
    "PagedCall",
    "PagedMethod",
    "Pages",
    "PagingError",
    "PagingLoopError",
    "ParameterError",
    "RedirectError",
    "RequestContext",
    "RequestTimeoutError",
    "ResponseError",
    "ResponseFacts",
    "ResponseTooLargeError",
    "Retries",
    "Secret",
    "ServerError",
    "StatusError",
    "SyncOptions",
    "Timeouts",
    "TooManyRequestsError",
    "TransportError",
    "UnauthorizedError",
    "UnprocessableError",
    "UnreadableResponseError",
    "WaitCall",
    "WaitError",
    "WaitFailedError",
    "WaitMethod",
    "WaitTimeoutError",
]
