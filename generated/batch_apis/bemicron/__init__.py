# Emitted by wiresmith from specs/bemicron/: change the spec and run "wiresmith generate", not this file.
# Spec sha256 69798aa7741dac958e6631fca0aac72ed75cb3791b46c6a576dc791d9311bd08; needs wiresmith runtime 0.3.
"""Bemicron batch API.

The page gives no server. Other public documents show one for each customer, on hosts of the form
api.<customer>.services.bemicron.com, so there is no base URL to give.

Documented on the page 000_313cc2e905b7d5cc.txt.

Not documented: base_url, auth.

``decode(data, batch_details)`` reads a response to batch_details, ``read`` also says what is
unusual about it, and ``encode(value)`` writes it.
"""

from typing import TYPE_CHECKING

from wiresmith.runtime.package import Package
from wiresmith.runtime.version import require_runtime

from .models import (
    BatchDetailsAnalysisViewModel,
    BatchDetailsMedistreamCompartmentViewModel,
    BatchDetailsMediwaveViewModel,
    BatchDetailsViewModel,
    DescriptionCount,
    MediwaveCompartmentDetails,
    TemperatureData,
)

__all__ = [
    "AsyncClient",
    "BatchDetailsAnalysisViewModel",
    "BatchDetailsMedistreamCompartmentViewModel",
    "BatchDetailsMediwaveViewModel",
    "BatchDetailsViewModel",
    "Client",
    "DescriptionCount",
    "MediwaveCompartmentDetails",
    "TemperatureData",
    "batch_details",
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
    from .operations import batch_details
else:
    __getattr__ = _package.lazily  # each from a module that is imported when it is first used


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
