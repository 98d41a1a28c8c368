# Emitted by wiresmith from specs/tofupilot/: change the spec and run "wiresmith generate", not this file.
# Spec sha256 03bf33e324d74fe8cf72736ebed25efe5d5f5b377a35760aad7601b96fdcb3f3; needs wiresmith runtime 0.3.
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
    doc="An API key, sent as a Bearer token.",
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
            doc=(
                "Only the batches with these ids. The page calls it an array and leaves out of what. "
                "(Inferred from samples/list_batches.json.)"
            ),
        ),
        Parameter(
            name="numbers",
            place="query",
            wire="numbers",
            type=LIST_OF_STR,
            doc="Only the batches with these numbers.",
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
            doc="Only batches created at this moment or later.",
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
            doc="Only batches created at this moment or earlier.",
        ),
        Parameter(
            name="limit",
            place="query",
            wire="limit",
            type=Scalar("int", ge=1, le=100),
            default=50,
            doc="The most batches to return; the cursor gets at the others.",
        ),
        Parameter(
            name="cursor",
            place="query",
            wire="cursor",
            type=Scalar("int", ge=0, le=9007199254740991),
            doc="How many batches to skip; together with limit it reads the list in pages.",
        ),
        Parameter(
            name="search_query",
            place="query",
            wire="search_query",
            type=Scalar("str", max_length=100),
            doc="Looks for a batch number, or the serial number of a unit.",
        ),
        Parameter(
            name="part_numbers",
            place="query",
            wire="part_numbers",
            type=LIST_OF_STR,
            doc="Only batches that contain units of these part numbers.",
        ),
        Parameter(
            name="revision_numbers",
            place="query",
            wire="revision_numbers",
            type=LIST_OF_STR,
            doc="Only batches that contain units of these revision numbers.",
        ),
        Parameter(
            name="sort_by",
            place="query",
            wire="sort_by",
            type=Ref("SortBy"),
            default="created_at",
            doc="What to sort by.",
        ),
        Parameter(
            name="sort_order",
            place="query",
            wire="sort_order",
            type=Ref("SortOrder"),
            default="desc",
            doc="Which way to sort.",
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
