# Emitted by wiresmith from specs/isometric/: change the spec and run "wiresmith generate", not this file.
# Spec sha256 e7402549da6a47b875e178b23b1e6c38fce0f6559fd050307a6ff6876ea6e5a6; needs wiresmith runtime 0.3.
"""Isometric MRV API.

Documented on the page 002_811481337d33dc6e.txt.

Base URL: https://api.sandbox.isometric.com/mrv/v0

``decode(data, list_production_batches)`` reads a response to list_production_batches, ``read`` also
says what is unusual about it, and ``encode(value)`` writes it.
"""

from typing import TYPE_CHECKING

from wiresmith.runtime.package import Package
from wiresmith.runtime.version import require_runtime

from .models import (
    PageInfo,
    ProductionBatch,
    ProductionBatchKind,
    ProductionBatchPage,
    Quantity,
    ValidationError,
    ValidationFault,
)

__all__ = [
    "AsyncClient",
    "Client",
    "PageInfo",
    "ProductionBatch",
    "ProductionBatchKind",
    "ProductionBatchPage",
    "Quantity",
    "ValidationError",
    "ValidationFault",
    "decode",
    "encode",
    "list_production_batches",
    "read",
]

require_runtime("0.3")
_package = Package(__name__)
decode = _package.decode
encode = _package.encode
read = _package.read

if TYPE_CHECKING:
    from .client import AsyncClient, Client
    from .operations import list_production_batches
else:
    __getattr__ = _package.lazily  # each from a module that is imported when it is first used


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
