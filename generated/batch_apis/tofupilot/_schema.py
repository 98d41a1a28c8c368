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
)
