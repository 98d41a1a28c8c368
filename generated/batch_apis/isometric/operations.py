# Emitted by wiresmith from specs/isometric/: change the spec and run "wiresmith generate", not this file.
# Spec sha256 e7402549da6a47b875e178b23b1e6c38fce0f6559fd050307a6ff6876ea6e5a6; needs wiresmith runtime 0.3.
"""The endpoints of Isometric MRV API."""

from __future__ import annotations

from wiresmith.description import Auth, Nullable, Operation, Paging, Parameter, Ref, Response, Scalar

from .models import ProductionBatchPage

__all__ = [
    "list_production_batches",
]

BASE_URL = "https://api.sandbox.isometric.com/mrv/v0"
ACCESS_TOKEN = Auth(
    name="access_token",
    place="header",
    wire="Authorization",
    scheme="Bearer",
    argument="access_token",
    env="ISOMETRIC_ACCESS_TOKEN",
    doc=(
        "A JWT Bearer token header for authentication and authorization, in the format "
        "Authorization: Bearer <token>"
    ),
)
CLIENT_SECRET = Auth(
    name="client_secret",
    place="header",
    wire="x-client-secret",
    argument="client_secret",
    env="ISOMETRIC_CLIENT_SECRET",
    doc="A secret token identifying the client connecting to the API.",
)

list_production_batches: Operation[ProductionBatchPage] = Operation(
    name="list_production_batches",
    method="GET",
    base_url=BASE_URL,
    path="/production_batches",
    parameters=(
        Parameter(
            name="supplier_reference_id",
            place="query",
            wire="supplier_reference_id",
            type=Nullable(Scalar("str", min_length=1, max_length=100)),
            doc=(
                "A string that must be unique for all resources created by a specific supplier. The API "
                "has dropped it since."
            ),
        ),
        Parameter(
            name="last",
            place="query",
            wire="last",
            type=Scalar("int", gt=0, le=50),
            default=10,
            doc=(
                "An integer number of items to retrieve before the item represented by the cursor passed "
                "in before."
            ),
        ),
        Parameter(
            name="before",
            place="query",
            wire="before",
            type=Nullable(Scalar("str", min_length=1)),
            doc=(
                "An opaque cursor; submit the previously requested page's start_cursor here when "
                "paginating backwards."
            ),
        ),
        Parameter(
            name="first",
            place="query",
            wire="first",
            type=Scalar("int", gt=0, le=50),
            default=10,
            doc=(
                "An integer number of items to retrieve after the item represented by the cursor passed "
                "in after."
            ),
        ),
        Parameter(
            name="after",
            place="query",
            wire="after",
            type=Nullable(Scalar("str", min_length=1)),
            doc=(
                "An opaque cursor; submit the previously requested page's end_cursor here when "
                "paginating forwards."
            ),
        ),
    ),
    responses=(
        Response(
            status="200",
            type=Ref("ProductionBatchPage"),
            media=("application/json",),
            doc="Successful Response.",
        ),
        Response(
            status="422",
            type=Ref("ValidationError"),
            media=("application/json",),
            doc="Assumed: OpenAPI of the Certify API, 2026-08.",
        ),
    ),
    auth=(
        ACCESS_TOKEN,
        CLIENT_SECRET,
    ),
    paging=Paging(
        style="cursor",
        send="after",
        size="first",
        next=("page_info", "end_cursor"),
        more=("page_info", "has_next_page"),
        items=("nodes",),
        total=("total_count",),
        backward=Paging(
            style="cursor",
            send="before",
            size="last",
            next=("page_info", "start_cursor"),
            more=("page_info", "has_previous_page"),
        ),
    ),
    undocumented=("errors",),
)
"""Get Production Batches.

Not documented: errors.
"""
