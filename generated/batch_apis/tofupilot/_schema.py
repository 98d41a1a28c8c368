# Emitted by wiresmith from specs/tofupilot/: change the spec and run "wiresmith generate", not this file.
# Spec sha256 d3b2a9f5c6f5167abaf1b04f7f16fdf0322ee62eacd133c21aaa224f47d3b6b1; needs wiresmith runtime 0.3.
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
ASSUMED = Provenance(mark="assumed", source="Python client of the service")
INFERRED_2 = Provenance(
    mark="inferred",
    source="samples/list_batches.json",
    aspects=(
        (
            "presence",
            ASSUMED,
        ),
        (
            "null",
            ASSUMED,
        ),
    ),
)
INT = Scalar("int")
INFERRED_3 = Provenance(
    mark="inferred",
    source="samples/list_batches.json",
    aspects=(
        (
            "null",
            ASSUMED,
        ),
    ),
)
BOOL = Scalar("bool")
INFERRED_4 = Provenance(
    mark="inferred",
    source="samples/bad_request.json",
    aspects=(
        (
            "type",
            ASSUMED,
        ),
        (
            "presence",
            ASSUMED,
        ),
    ),
)
INFERRED_5 = Provenance(mark="inferred", source="samples/bad_request.json")

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
                    provenance=INFERRED_2,
                ),
                Member(
                    wire="created_by_station",
                    attribute="created_by_station",
                    type=Nullable(Ref("Station")),
                    optional=True,
                    provenance=INFERRED_2,
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
                    wire="name",
                    attribute="name",
                    type=Nullable(STR),
                    absent_as_null=True,
                    provenance=INFERRED_3,
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
                    provenance=INFERRED_3,
                ),
            ),
            provenance=INFERRED,
        ),
        ObjectType(
            name="ApiError",
            members=(
                Member(wire="message", attribute="message", type=STR),
                Member(wire="code", attribute="code", type=STR),
                Member(
                    wire="issues",
                    attribute="issues",
                    type=ListType(Ref("Issue")),
                    optional=True,
                    provenance=INFERRED_4,
                ),
            ),
            provenance=INFERRED_5,
        ),
        ObjectType(
            name="Issue", members=(Member(wire="message", attribute="message", type=STR),), provenance=ASSUMED
        ),
    ),
)
