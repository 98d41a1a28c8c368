# Emitted by wiresmith from specs/asavie/: change the spec and run "wiresmith generate", not this file.
# Spec sha256 2466ce50ee82fc2df02e5857426b5a9a42571979e5fd44d4a5b745a0e6f25282; needs wiresmith runtime 0.3.
"""The endpoints of Asavie provisioning API."""

from __future__ import annotations

from wiresmith.description import Envelope, Operation, Parameter, Ref, Response, Scalar

from .models import PBPRReturnOfBatch

__all__ = [
    "get_batch",
]

get_batch: Operation[PBPRReturnOfBatch] = Operation(
    name="get_batch",
    method="GET",
    path="/v1/batches/{batchid}",
    parameters=(
        Parameter(
            name="batchid",
            place="path",
            wire="batchid",
            type=Scalar("str"),
            required=True,
            doc="The id that was handed out when the batch was created.",
        ),
    ),
    responses=(
        Response(
            status="200",
            type=Ref("PBPRReturnOfBatch"),
            media=("application/json", "text/json", "application/xml", "text/xml"),
            doc=(
                "The batch, as it stands after its latest update. (Assumed: ASP.NET Web API, where an "
                "action that returns a value answers 200.)"
            ),
        ),
        Response(
            status="404",
            type=Ref("PBPRReturnOfBatch"),
            media=("application/json", "text/json", "application/xml", "text/xml"),
            doc=(
                "There is no such batch. The page speaks of a failure result with error code 404, which "
                "leaves open whether that number is the status of the response, the member Code, or both."
            ),
        ),
    ),
    envelope=Envelope(
        unwrap=("data",),
        success=("success",),
        error=(
            ("code", ("code",)),
            ("error_code", ("error_code",)),
            ("error_sub_code", ("error_sub_code",)),
            ("message", ("error_description",)),
        ),
    ),
    undocumented=("statuses",),
)
"""Get one batch by its id.

Not documented: statuses.
"""
