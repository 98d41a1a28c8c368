"""The bases of emitted clients, and the names that their users need: options, errors, responses, hooks.

Importing this imports the HTTP library; ``wiresmith.runtime`` alone does not.
"""

from __future__ import annotations

from wiresmith.client.asynchronous import AsyncApiClient
from wiresmith.client.call import Call, PagedCall, WaitCall
from wiresmith.client.errors import (
    BadRequestError,
    ClientError,
    ConfigurationError,
    ConflictError,
    CredentialError,
    EnvelopeError,
    ForbiddenError,
    IncompleteListError,
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
from wiresmith.client.hooks import Attempt, Hooks
from wiresmith.client.methods import Method, PagedMethod, WaitMethod, add_methods
from wiresmith.client.options import AsyncOptions, Caps, ClientOptions, Retries, SyncOptions, Timeouts
from wiresmith.client.pages import AsyncPages, Pages
from wiresmith.client.paging import Cursor, Page
from wiresmith.client.responses import ApiResponse
from wiresmith.client.secrets import AsyncCredential, Credential, Secret
from wiresmith.client.sync import ApiClient

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
    "IncompleteListError",
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
    "add_methods",
]
