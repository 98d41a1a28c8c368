# Emitted by wiresmith from specs/epu/: change the spec and run "wiresmith generate", not this file.
# Spec sha256 3fe99b3446a5cbedaaad82469cf02dc1cfd1718ae96a7baa2dcc2cca652a1146; needs wiresmith runtime 0.3.
"""EPU image metadata.

A MicroscopeImage as DataContract XML in the form of WriteObject(Stream), with a dictionary of typed
values.

Not documented: base_url, auth.

``decode(data, image_metadata)`` reads a response to image_metadata, ``read`` also says what is
unusual about it, and ``encode(value)`` writes it.
"""

from typing import TYPE_CHECKING

from wiresmith.runtime.package import Package
from wiresmith.runtime.version import require_runtime

from .models import (
    Acquisition,
    Camera,
    Core,
    Gun,
    Magnification,
    MicroscopeData,
    MicroscopeImage,
    Optics,
    Point,
    Quantities,
    Quantity,
    Rectangle,
    SpatialScale,
    Stage,
    StagePosition,
    Unit,
    Vector,
)

__all__ = [
    "Acquisition",
    "Camera",
    "Core",
    "Gun",
    "Magnification",
    "MicroscopeData",
    "MicroscopeImage",
    "Optics",
    "Point",
    "Quantities",
    "Quantity",
    "Rectangle",
    "SpatialScale",
    "Stage",
    "StagePosition",
    "Unit",
    "Vector",
    "decode",
    "encode",
    "image_metadata",
    "read",
]

require_runtime("0.3")
_package = Package(__name__)
decode = _package.decode
encode = _package.encode
read = _package.read

if TYPE_CHECKING:
    from .operations import image_metadata
else:
    __getattr__ = _package.lazily  # each from a module that is imported when it is first used


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
