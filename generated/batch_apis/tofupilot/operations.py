# Emitted by wiresmith from specs/tofupilot/: change the spec and run "wiresmith generate", not this file.
# Spec sha256 d3b2a9f5c6f5167abaf1b04f7f16fdf0322ee62eacd133c21aaa224f47d3b6b1; needs wiresmith runtime 0.3.
"""The endpoints of TofuPilot."""

from __future__ import annotations

from wiresmith.description import Auth, ListType, Operation, Paging, Parameter, Ref, Response, Scalar

from .models import BatchPage

__all__ = [
    "list_batches",
]

BASE_URL = "https://www.tofupilot.app/api"
API_KEY = Auth(
    name="api_key",
    place="header",
    wire="Authorization",
    scheme="Bearer",
    argument="api_key",
    env="TOFUPILOT_API_KEY",
    doc="API key for authentication. Use format: Bearer YOUR_API_KEY.",
)
LIST_OF_STR = ListType(Scalar("str"))

list_batches: Operation[BatchPage] = Operation(
    name="list_batches",
    method="GET",
    base_url=BASE_URL,
    path="/v2/batches",
    parameters=(
        Parameter(
            name="ids",
            place="query",
            wire="ids",
            type=ListType(Scalar("uuid")),
            doc="Filter by specific batch IDs. (Its type is inferred from samples/list_batches.json.)",
        ),
        Parameter(
            name="numbers", place="query", wire="numbers", type=LIST_OF_STR, doc="Filter by batch numbers."
        ),
        Parameter(
            name="created_after",
            place="query",
            wire="created_after",
            type=Scalar(
                "datetime",
                pattern=(
                    "^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{"
                    "4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:0"
                    "2)-(?:0[1-9]|1\\d|2[0-8])))T(?:(?:[01]\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d(?:\\.\\d+)?)?(?:Z|([+-]"
                    "(?:[01]\\d|2[0-3]):[0-5]\\d)))$"
                ),
            ),
            doc="Filter for batches created at or after this time.",
        ),
        Parameter(
            name="created_before",
            place="query",
            wire="created_before",
            type=Scalar(
                "datetime",
                pattern=(
                    "^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{"
                    "4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:0"
                    "2)-(?:0[1-9]|1\\d|2[0-8])))T(?:(?:[01]\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d(?:\\.\\d+)?)?(?:Z|([+-]"
                    "(?:[01]\\d|2[0-3]):[0-5]\\d)))$"
                ),
            ),
            doc="Filter for batches created at or before this time.",
        ),
        Parameter(
            name="limit",
            place="query",
            wire="limit",
            type=Scalar("int", ge=1, le=100),
            default=50,
            doc="Maximum number of batches to return. Use cursor to fetch additional results.",
        ),
        Parameter(
            name="cursor",
            place="query",
            wire="cursor",
            type=Scalar("int", ge=0, le=9007199254740991),
            doc="Cursor for pagination (offset-based). Use with limit to fetch results in batches.",
        ),
        Parameter(
            name="search_query",
            place="query",
            wire="search_query",
            type=Scalar("str", max_length=100),
            doc="Search query to filter batches by batch number or unit serial number.",
        ),
        Parameter(
            name="part_numbers",
            place="query",
            wire="part_numbers",
            type=LIST_OF_STR,
            doc="Filter batches by part number of contained units.",
        ),
        Parameter(
            name="revision_numbers",
            place="query",
            wire="revision_numbers",
            type=LIST_OF_STR,
            doc="Filter batches by revision number of contained units.",
        ),
        Parameter(
            name="sort_by",
            place="query",
            wire="sort_by",
            type=Ref("SortBy"),
            default="created_at",
            doc="Field to sort results by.",
        ),
        Parameter(
            name="sort_order",
            place="query",
            wire="sort_order",
            type=Ref("SortOrder"),
            default="desc",
            doc="Sort order direction.",
        ),
    ),
    responses=(
        Response(
            status="200",
            type=Ref("BatchPage"),
            media=("application/json",),
            doc="Inferred from samples/list_batches.json.",
        ),
        Response(
            status="400",
            type=Ref("ApiError"),
            media=("application/json",),
            doc="Inferred from samples/bad_request.json.",
        ),
        Response(
            status="401",
            type=Ref("ApiError"),
            media=("application/json",),
            doc="Inferred from samples/unauthorized.json.",
        ),
        Response(
            status="500",
            type=Ref("ApiError"),
            media=("application/json",),
            doc="Inferred from samples/internal_server_error.json.",
        ),
    ),
    auth=(API_KEY,),
    paging=Paging(
        style="cursor",
        send="cursor",
        size="limit",
        next=("meta", "next_cursor"),
        more=("meta", "has_more"),
        items=("data",),
    ),
    undocumented=("statuses",),
)
"""List and filter batches.

Not documented: statuses.
"""
