# Emitted by wiresmith from specs/isometric/: change the spec and run "wiresmith generate", not this file.
# Spec sha256 98ae1900e4bfdab0ec9f2fdf37050f066dc9ab030817451a9c9d370dcdd2707f; needs wiresmith runtime 0.3.
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
    doc="A JSON Web Token that says who is calling and what they may do.",
)
CLIENT_SECRET = Auth(
    name="client_secret",
    place="header",
    wire="x-client-secret",
    argument="client_secret",
    env="ISOMETRIC_CLIENT_SECRET",
    doc=("Tells the API which client is connecting; 32 letters and digits in the example on the page."),
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
                "A supplier's own name for a resource, unique among everything that supplier has "
                "created; finds the resource that belongs to an object in the client's system."
            ),
        ),
        Parameter(
            name="last",
            place="query",
            wire="last",
            type=Scalar("int", gt=0, le=50),
            default=10,
            doc="How many items to return from before the cursor in before.",
        ),
        Parameter(
            name="before",
            place="query",
            wire="before",
            type=Nullable(Scalar("str", min_length=1)),
            doc=(
                "Return items that come before this opaque cursor. To page backwards, pass the "
                "start_cursor of the page at hand."
            ),
        ),
        Parameter(
            name="first",
            place="query",
            wire="first",
            type=Scalar("int", gt=0, le=50),
            default=10,
            doc="How many items to return from after the cursor in after.",
        ),
        Parameter(
            name="after",
            place="query",
            wire="after",
            type=Nullable(Scalar("str", min_length=1)),
            doc=(
                "Return items that come after this opaque cursor. To page forwards, pass the end_cursor "
                "of the page at hand."
            ),
        ),
    ),
    responses=(
        Response(
            status="200",
            type=Ref("ProductionBatchPage"),
            media=("application/json",),
            doc="The request succeeded.",
        ),
        Response(
            status="422",
            type=Scalar("any"),
            media=("application/json",),
            doc=(
                "A parameter was not acceptable. What the body looks like is in no source that this spec "
                "draws on. (Assumed: published OpenAPI of the service, later than the page.)"
            ),
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
"""List production batches.

Pages run forwards (first, after) or backwards (last, before). The API has changed since the page
was written: it no longer has the query parameter supplier_reference_id, and feedstock_type_id of a
batch became feedstock_type_ids, a list.

Not documented: errors.
"""
