# Emitted by wiresmith from specs/os1/: change the spec and run "wiresmith generate", not this file.
# Spec sha256 7fc5c9d4a5b90c8d7798463b4e2250aee5b370ebada17ba0eb811b947589b78b; needs wiresmith runtime 0.3.
"""The endpoints of OS1 Container Service."""

from __future__ import annotations

from wiresmith.description import Auth, Operation, Parameter, Provenance, Ref, Response, Scalar, Wait

from .models import ContainerBatchResponse

__all__ = [
    "container_batch_status",
]

BASE_URL = "https://{tenantSubdomain}.io/core/api/v2/containers"
ACCESS_TOKEN = Auth(
    name="access_token",
    place="header",
    wire="X-COREOS-ACCESS",
    argument="access_token",
    env="OS1_ACCESS_TOKEN",
    doc="Access token of the platform.",
)
TENANT_ID = Auth(
    name="tenant_id",
    place="header",
    wire="X-COREOS-TID",
    argument="tenant_id",
    env="OS1_TENANT_ID",
    doc="The id of the tenant.",
)
ASSUMED = Provenance(mark="assumed", source="published OpenAPI of the service, 2023-01")

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
            type=Scalar("str", pattern="^[a-zA-Z]{3,16}$", provenance=ASSUMED),
            required=True,
            doc="Which type of container the batch request is about.",
        ),
        Parameter(
            name="batch_id",
            place="query",
            wire="batchId",
            type=Scalar(
                "str",
                max_length=64,
                pattern="^batch:[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$",
                provenance=ASSUMED,
            ),
            required=True,
            doc="The id of the batch request.",
        ),
        Parameter(
            name="x_coreos_request_id",
            place="header",
            wire="X-COREOS-REQUEST-ID",
            type=Scalar("str"),
            required=True,
            request_id=True,
            doc="An id that no other request has.",
        ),
        Parameter(name="x_coreos_userinfo", place="header", wire="X-COREOS-USERINFO", type=Scalar("str")),
    ),
    responses=(
        Response(
            status="200",
            type=Ref("ContainerBatchResponse"),
            media=("application/json",),
            doc="The request was carried out.",
        ),
        Response(
            status="400",
            type=Ref("ErrorResponse"),
            media=("application/json",),
            doc="The request is not acceptable; a required parameter may be missing.",
        ),
        Response(
            status="401",
            type=Ref("ErrorResponse"),
            media=("application/json",),
            doc="The request has no valid API key.",
        ),
        Response(
            status="503",
            type=Ref("ErrorResponse"),
            media=("application/json",),
            doc="The server failed, which the page calls rare.",
        ),
    ),
    auth=(
        ACCESS_TOKEN,
        TENANT_ID,
    ),
    wait=Wait(on=("data", "meta", "status")),
    undocumented=("path", "media", "samples"),
)
"""How far a batch request has come.

Not documented: path, media, samples.

Assumed: published OpenAPI of the service, 2023-01.
"""
