# Emitted by wiresmith from specs/tofupilot/: change the spec and run "wiresmith generate", not this file.
# Spec sha256 d3b2a9f5c6f5167abaf1b04f7f16fdf0322ee62eacd133c21aaa224f47d3b6b1; needs wiresmith runtime 0.3.
"""TofuPilot.

Documented on the page 003_9a5149fafaf40c8b.txt.

Base URL: https://www.tofupilot.app/api

Not documented: base_url.

``decode(data, list_batches)`` reads a response to list_batches, ``read`` also says what is unusual
about it, and ``encode(value)`` writes it.
"""

from typing import TYPE_CHECKING

from wiresmith.runtime.package import Package
from wiresmith.runtime.version import require_runtime

from .models import ApiError, Batch, BatchPage, Issue, PageMeta, SortBy, SortOrder, Station, User

__all__ = [
    "ApiError",
    "AsyncClient",
    "Batch",
    "BatchPage",
    "Client",
    "Issue",
    "PageMeta",
    "SortBy",
    "SortOrder",
    "Station",
    "User",
    "decode",
    "encode",
    "list_batches",
    "read",
]

require_runtime("0.3")
_package = Package(__name__)
decode = _package.decode
encode = _package.encode
read = _package.read

if TYPE_CHECKING:
    from .client import AsyncClient, Client
    from .operations import list_batches
else:
    __getattr__ = _package.lazily  # each from a module that is imported when it is first used


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
