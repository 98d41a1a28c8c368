# Emitted by wiresmith from specs/os1/: change the spec and run "wiresmith generate", not this file.
# Spec sha256 954629b287435cc98555b04c585e7931b97d7668d625b29652159e7457d53078; needs wiresmith runtime 0.1.
"""The endpoints of OS1 Container Service."""

from __future__ import annotations

from wiresmith.runtime.operations import Auth, Operation, Parameter, Response

from .models import ContainerBatchResponse, ErrorResponse

__all__ = [
    "container_batch_status",
]

BASE_URL = "https://{tenantSubdomain}.io/core/api/v2/containers"
ACCESS_TOKEN = Auth(
    name="access_token", place="header", wire="X-COREOS-ACCESS", doc="Access token of the platform."
)

container_batch_status: Operation[ContainerBatchResponse] = Operation(
    name="container_batch_status",
    method="GET",
    base_url=BASE_URL,
    path="/{containerType}/batch/status",
    parameters=(
        Parameter(
            name="container_type",
            place="path",
            wire="containerType",
            type=str,
            required=True,
            pattern="^[a-zA-Z]{3,16}$",
            doc="Which type of container the batch request is about.",
        ),
        Parameter(
            name="batch_id",
            place="query",
            wire="batchId",
            type=str,
            required=True,
            max_length=64,
            pattern="^batch:[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$",
            doc="The id of the batch request.",
        ),
        Parameter(
            name="x_coreos_request_id",
            place="header",
            wire="X-COREOS-REQUEST-ID",
            type=str,
            required=True,
            doc="An id that no other request has.",
        ),
        Parameter(
            name="x_coreos_tid",
            place="header",
            wire="X-COREOS-TID",
            type=str,
            required=True,
            doc="The id of the tenant.",
        ),
        Parameter(name="x_coreos_userinfo", place="header", wire="X-COREOS-USERINFO", type=str),
    ),
    responses=(
        Response(
            status="200",
            type=ContainerBatchResponse,
            media=("application/json",),
            doc="The request was carried out.",
        ),
        Response(
            status="400",
            type=ErrorResponse,
            media=("application/json",),
            doc="The request is not acceptable; a required parameter may be missing.",
        ),
        Response(
            status="401",
            type=ErrorResponse,
            media=("application/json",),
            doc="The request has no valid API key.",
        ),
        Response(
            status="503",
            type=ErrorResponse,
            media=("application/json",),
            doc="The server failed, which the page calls rare.",
        ),
    ),
    auth=(ACCESS_TOKEN,),
    undocumented=("path", "media", "samples"),
)
"""How far a batch request has come.

Not documented: path, media, samples.

Assumed: published OpenAPI of the service, 2023-01.
"""
