# Emitted by wiresmith from specs/tofupilot/: change the spec and run "wiresmith generate", not this file.
# Spec sha256 03bf33e324d74fe8cf72736ebed25efe5d5f5b377a35760aad7601b96fdcb3f3; needs wiresmith runtime 0.3.
"""The types of TofuPilot as data, for documents in any other than the usual layout."""

from wiresmith.description import (
    EnumType,
    ListType,
    Member,
    Nullable,
    ObjectType,
    Provenance,
    Ref,
    Scalar,
    Schema,
    named,
)

INFERRED = Provenance(mark="inferred", source="samples/list_batches.json")
UUID = Scalar("uuid")
STR = Scalar("str")
DATETIME = Scalar("datetime")
ASSUMED = Provenance(mark="assumed", source="public Python client of the service")
INT = Scalar("int")
BOOL = Scalar("bool")
ANY = Scalar("any")
INFERRED_2 = Provenance(mark="inferred", source="samples/bad_request.json")
TIMESTAMP = Scalar(
    "datetime",
    pattern=(
        "^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{"
        "4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:0"
        "2)-(?:0[1-9]|1\\d|2[0-8])))T(?:(?:[01]\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d(?:\\.\\d+)?)?(?:Z|([+-]"
        "(?:[01]\\d|2[0-3]):[0-5]\\d)))$"
    ),
)
INT_2 = Scalar("int", ge=1, le=100)
INT_3 = Scalar("int", ge=0, le=9007199254740991)
STR_2 = Scalar("str", max_length=100)

LIST_OF_STR = ListType(STR)

SCHEMA = Schema(
    api="tofupilot",
    types=named(
        EnumType(name="SortBy"),
        EnumType(name="SortOrder"),
        ObjectType(
            name="BatchPage",
            members=(
                Member(wire="data", attribute="data", type=ListType(Ref("Batch"))),
                Member(wire="meta", attribute="meta", type=Ref("PageMeta")),
            ),
            provenance=INFERRED,
        ),
        ObjectType(
            name="Batch",
            members=(
                Member(wire="id", attribute="id", type=UUID),
                Member(wire="number", attribute="number", type=STR),
                Member(wire="created_at", attribute="created_at", type=DATETIME),
                Member(
                    wire="created_by_user",
                    attribute="created_by_user",
                    type=Nullable(Ref("User")),
                    optional=True,
                    provenance=ASSUMED,
                ),
                Member(
                    wire="created_by_station",
                    attribute="created_by_station",
                    type=Nullable(Ref("Station")),
                    optional=True,
                    provenance=ASSUMED,
                ),
                Member(wire="unit_count", attribute="unit_count", type=INT),
            ),
            provenance=INFERRED,
        ),
        ObjectType(
            name="User",
            members=(
                Member(wire="id", attribute="id", type=UUID),
                Member(
                    wire="name", attribute="name", type=Nullable(STR), absent_as_null=True, provenance=ASSUMED
                ),
            ),
            provenance=INFERRED,
        ),
        ObjectType(
            name="Station",
            members=(
                Member(wire="id", attribute="id", type=UUID),
                Member(wire="name", attribute="name", type=STR),
            ),
            provenance=INFERRED,
        ),
        ObjectType(
            name="PageMeta",
            members=(
                Member(wire="has_more", attribute="has_more", type=BOOL),
                Member(
                    wire="next_cursor",
                    attribute="next_cursor",
                    type=Nullable(INT),
                    absent_as_null=True,
                    provenance=ASSUMED,
                ),
            ),
            provenance=INFERRED,
        ),
        ObjectType(
            name="ApiError",
            members=(
                Member(wire="message", attribute="message", type=STR),
                Member(wire="code", attribute="code", type=STR),
                Member(wire="issues", attribute="issues", type=ListType(ANY)),
            ),
            provenance=INFERRED_2,
        ),
    ),
    parameters={
        "list_batches": {
            "ids": ListType(UUID),
            "numbers": LIST_OF_STR,
            "created_after": TIMESTAMP,
            "created_before": TIMESTAMP,
            "limit": INT_2,
            "cursor": INT_3,
            "search_query": STR_2,
            "part_numbers": LIST_OF_STR,
            "revision_numbers": LIST_OF_STR,
            "sort_by": Ref("SortBy"),
            "sort_order": Ref("SortOrder"),
        },
    },
)
