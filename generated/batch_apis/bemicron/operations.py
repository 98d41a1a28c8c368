# Emitted by wiresmith from specs/bemicron/: change the spec and run "wiresmith generate", not this file.
# Spec sha256 69798aa7741dac958e6631fca0aac72ed75cb3791b46c6a576dc791d9311bd08; needs wiresmith runtime 0.3.
"""The endpoints of Bemicron batch API."""

from __future__ import annotations

from wiresmith.description import ListType, Nullable, Operation, Paging, Parameter, Ref, Response, Scalar
from wiresmith.values.qnames import QName

from .models import BatchDetailsViewModel

__all__ = [
    "batch_details",
]

ENTITY_MODEL = "http://schemas.datacontract.org/2004/07/EntityModel"

batch_details: Operation[list[BatchDetailsViewModel | None]] = Operation(
    name="batch_details",
    method="GET",
    path="/api/batchapi/batchdetails/{cleanroomId}",
    parameters=(
        Parameter(name="cleanroom_id", place="path", wire="cleanroomId", type=Scalar("uuid"), required=True),
        Parameter(name="count", place="query", wire="count", type=Scalar("int"), default=5),
        Parameter(name="offset", place="query", wire="offset", type=Scalar("int"), default=0),
    ),
    responses=(
        Response(
            status="200",
            type=ListType(
                Nullable(Ref("BatchDetailsViewModel")),
                root=QName("ArrayOfmediwave_batch_details", ENTITY_MODEL),
                item_name=QName("mediwave_batch_details", ENTITY_MODEL),
            ),
            media=("application/json", "text/json", "application/xml", "text/xml"),
            doc="Assumed: ASP.NET Web API, where an action that returns a value answers 200.",
        ),
    ),
    paging=Paging(style="offset", send="offset", size="count", items=()),
    undocumented=("statuses", "errors"),
)
"""The batches of one cleanroom, with their process data.

The page gives the tables and the samples of this operation and not one sentence about it.

Not documented: statuses, errors.
"""
