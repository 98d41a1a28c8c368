# Emitted by wiresmith from specs/os1/: change the spec and run "wiresmith generate", not this file.
# Spec sha256 7c8ec648553d2a713ac60a8eeef9986583bc6fbc5e898ffa06e43075588679e9; needs wiresmith runtime 0.3.
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
    doc="core-os access token.",
)
TENANT_ID = Auth(
    name="tenant_id",
    place="header",
    wire="X-COREOS-TID",
    argument="tenant_id",
    env="OS1_TENANT_ID",
    doc="Tenant ID.",
)
ASSUMED = Provenance(mark="assumed", source="OpenAPI of the container service, 2023-01-19")

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
            doc="Type of container.",
        ),
        Parameter(
            name="batch_id",
            place="query",
            wire="batchId",
            type=Scalar(
                "str",
                min_length=42,
                max_length=64,
                pattern="^batch:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$",
                provenance=ASSUMED,
            ),
            required=True,
            doc="Unique ID of batch request.",
        ),
        Parameter(
            name="x_coreos_request_id",
            place="header",
            wire="X-COREOS-REQUEST-ID",
            type=Scalar("str"),
            required=True,
            request_id=True,
            doc="Unique Request ID.",
        ),
        Parameter(name="x_coreos_userinfo", place="header", wire="X-COREOS-USERINFO", type=Scalar("str")),
    ),
    responses=(
        Response(
            status="200",
            type=Ref("ContainerBatchResponse"),
            media=("application/json",),
            doc="Everything worked as expected.",
        ),
        Response(
            status="400",
            type=Ref("ErrorResponse"),
            media=("application/json",),
            doc="The request was unacceptable, often due to missing a required parameter.",
        ),
        Response(
            status="401",
            type=Ref("ErrorResponse"),
            media=("application/json",),
            doc="No valid API key provided.",
        ),
        Response(
            status="503",
            type=Ref("ErrorResponse"),
            media=("application/json",),
            doc="Something went wrong on our end. (These are rare.)",
        ),
    ),
    auth=(
        ACCESS_TOKEN,
        TENANT_ID,
    ),
    wait=Wait(on=("data", "meta", "status")),
    undocumented=("path", "media", "samples"),
)
"""Get the status of batch request.

API to get the status of batch request.

Not documented: path, media, samples.
"""
