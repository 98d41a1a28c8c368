# Emitted by wiresmith from specs/asavie/: change the spec and run "wiresmith generate", not this file.
# Spec sha256 2466ce50ee82fc2df02e5857426b5a9a42571979e5fd44d4a5b745a0e6f25282; needs wiresmith runtime 0.3.
"""Asavie provisioning API.

Documented on the page 001_d5e12270ff74099e.txt.

Not documented: base_url, auth.

``decode(data, get_batch)`` reads a response to get_batch, ``read`` also says what is unusual about
it, and ``encode(value)`` writes it.
"""

from typing import TYPE_CHECKING

from wiresmith.runtime.package import Package
from wiresmith.runtime.version import require_runtime

from .models import Batch, PBPRReturn, PBPRReturnOfBatch

__all__ = [
    "AsyncClient",
    "Batch",
    "Client",
    "PBPRReturn",
    "PBPRReturnOfBatch",
    "decode",
    "encode",
    "get_batch",
    "read",
]

require_runtime("0.3")
_package = Package(__name__)
decode = _package.decode
encode = _package.encode
read = _package.read

if TYPE_CHECKING:
    from .client import AsyncClient, Client
    from .operations import get_batch
else:
    __getattr__ = _package.lazily  # each from a module that is imported when it is first used


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
