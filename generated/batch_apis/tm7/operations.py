# Emitted by wiresmith from specs/tm7/: change the spec and run "wiresmith generate", not this file.
# Spec sha256 aafd6c06933c25841e94f7174bfaea017eadde579cd8efaa969fd926a9d7422f; needs wiresmith runtime 0.1.
"""The endpoints of Microsoft Threat Modeling Tool files (.tm7)."""

from __future__ import annotations

from wiresmith.runtime.operations import Operation, Parameter, Response

from .models import ThreatModel

__all__ = [
    "threat_model",
]

threat_model: Operation[ThreatModel] = Operation(
    name="threat_model",
    method="GET",
    path="/{name}.tm7",
    parameters=(Parameter(name="name", place="path", wire="name", type=str, required=True),),
    responses=(Response(status="200", type=ThreatModel, media=("application/xml", "text/xml")),),
    undocumented=("errors",),
)
"""A file as the tool saves it.

Not documented: errors.

Assumed: github.com/microsoft/tm-file-parser.
"""
