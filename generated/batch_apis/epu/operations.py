# Emitted by wiresmith from specs/epu/: change the spec and run "wiresmith generate", not this file.
# Spec sha256 3fe99b3446a5cbedaaad82469cf02dc1cfd1718ae96a7baa2dcc2cca652a1146; needs wiresmith runtime 0.3.
"""The endpoints of EPU image metadata."""

from __future__ import annotations

from wiresmith.description import Operation, Parameter, Ref, Response, Scalar

from .models import MicroscopeImage

__all__ = [
    "image_metadata",
]

image_metadata: Operation[MicroscopeImage] = Operation(
    name="image_metadata",
    method="GET",
    path="/Images-Disc1/{grid_square}/Data/{name}.xml",
    parameters=(
        Parameter(name="grid_square", place="path", wire="grid_square", type=Scalar("str"), required=True),
        Parameter(name="name", place="path", wire="name", type=Scalar("str"), required=True),
    ),
    responses=(Response(status="200", type=Ref("MicroscopeImage"), media=("application/xml", "text/xml")),),
    undocumented=("errors",),
)
"""The metadata of one image.

Not documented: errors.

Assumed: public readers of the files.
"""
