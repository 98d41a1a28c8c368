# Emitted by wiresmith from specs/tm7/: change the spec and run "wiresmith generate", not this file.
# Spec sha256 64088e178bc9c1e69623675020a8c38b6fda4df35dbd250d4f6c44fb59f3de0a; needs wiresmith runtime 0.3.
"""The endpoints of Microsoft Threat Modeling Tool files (.tm7)."""

from __future__ import annotations

from wiresmith.description import Operation, Parameter, Ref, Response, Scalar

from .models import ThreatModel

__all__ = [
    "threat_model",
]

threat_model: Operation[ThreatModel] = Operation(
    name="threat_model",
    method="GET",
    path="/{name}.tm7",
    parameters=(Parameter(name="name", place="path", wire="name", type=Scalar("str"), required=True),),
    responses=(Response(status="200", type=Ref("ThreatModel"), media=("application/xml", "text/xml")),),
    undocumented=("errors",),
)
"""A file as the tool saves it.

Not documented: errors.

Assumed: github.com/microsoft/tm-file-parser.
"""
