# Emitted by wiresmith from specs/tm7/: change the spec and run "wiresmith generate", not this file.
# Spec sha256 64088e178bc9c1e69623675020a8c38b6fda4df35dbd250d4f6c44fb59f3de0a; needs wiresmith runtime 0.3.
"""Microsoft Threat Modeling Tool files (.tm7).

A threat model as DataContract XML in the form of WriteObject(Stream), with references, known types
and dictionaries of them.

Documented at https://github.com/microsoft/tm-file-parser.

Not documented: base_url, auth.

``decode(data, threat_model)`` reads a response to threat_model, ``read`` also says what is unusual
about it, and ``encode(value)`` writes it.
"""

from typing import TYPE_CHECKING

from wiresmith.runtime.package import Package
from wiresmith.runtime.version import require_runtime

from .models import (
    Attribute,
    BooleanDisplayAttribute,
    BorderBoundary,
    Connector,
    DisplayAttribute,
    DrawingSurfaceModel,
    ElementType,
    Entity,
    ExtensibleItem,
    HeaderDisplayAttribute,
    KnowledgeBase,
    Line,
    LineBoundary,
    ListDisplayAttribute,
    Manifest,
    MetaInformation,
    Note,
    Profile,
    Stencil,
    StencilEllipse,
    StencilParallelLines,
    StencilRectangle,
    StringDisplayAttribute,
    Threat,
    ThreatModel,
    ThreatState,
    Validation,
)

__all__ = [
    "Attribute",
    "BooleanDisplayAttribute",
    "BorderBoundary",
    "Connector",
    "DisplayAttribute",
    "DrawingSurfaceModel",
    "ElementType",
    "Entity",
    "ExtensibleItem",
    "HeaderDisplayAttribute",
    "KnowledgeBase",
    "Line",
    "LineBoundary",
    "ListDisplayAttribute",
    "Manifest",
    "MetaInformation",
    "Note",
    "Profile",
    "Stencil",
    "StencilEllipse",
    "StencilParallelLines",
    "StencilRectangle",
    "StringDisplayAttribute",
    "Threat",
    "ThreatModel",
    "ThreatState",
    "Validation",
    "decode",
    "encode",
    "read",
    "threat_model",
]

require_runtime("0.3")
_package = Package(__name__)
decode = _package.decode
encode = _package.encode
read = _package.read

if TYPE_CHECKING:
    from .operations import threat_model
else:
    __getattr__ = _package.lazily  # each from a module that is imported when it is first used


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
