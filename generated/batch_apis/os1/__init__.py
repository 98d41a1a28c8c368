# Emitted by wiresmith from specs/os1/: change the spec and run "wiresmith generate", not this file.
# Spec sha256 7c8ec648553d2a713ac60a8eeef9986583bc6fbc5e898ffa06e43075588679e9; needs wiresmith runtime 0.3.
"""OS1 Container Service.

The page gives no server; the one here is assumed.

Documented on the page 004_f74ae06ab8562304.txt.

Base URL: https://{tenantSubdomain}.io/core/api/v2/containers

Not documented: base_url.

``decode(data, container_batch_status)`` reads a response to container_batch_status, ``read`` also
says what is unusual about it, and ``encode(value)`` writes it.
"""

from typing import TYPE_CHECKING

from wiresmith.runtime.package import Package
from wiresmith.runtime.version import require_runtime

from .models import (
    ContainerBatchFailure,
    ContainerBatchMeta,
    ContainerBatchResponse,
    ContainerBatchResponseData,
    ContainerBatchSuccess,
    Error,
    ErrorResponse,
    Request,
    RequestMethod,
)

__all__ = [
    "AsyncClient",
    "Client",
    "ContainerBatchFailure",
    "ContainerBatchMeta",
    "ContainerBatchResponse",
    "ContainerBatchResponseData",
    "ContainerBatchSuccess",
    "Error",
    "ErrorResponse",
    "Request",
    "RequestMethod",
    "container_batch_status",
    "decode",
    "encode",
    "read",
]

require_runtime("0.3")
_package = Package(__name__)
decode = _package.decode
encode = _package.encode
read = _package.read

if TYPE_CHECKING:
    from .client import AsyncClient, Client
    from .operations import container_batch_status
else:
    __getattr__ = _package.lazily  # each from a module that is imported when it is first used


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
