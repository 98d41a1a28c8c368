# Emitted by wiresmith from specs/isometric/: change the spec and run "wiresmith generate", not this file.
# Spec sha256 98ae1900e4bfdab0ec9f2fdf37050f066dc9ab030817451a9c9d370dcdd2707f; needs wiresmith runtime 0.3.
"""The types of Isometric MRV API as data, for documents in any other than the usual layout."""

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

INT = Scalar("int")
INFERRED = Provenance(mark="inferred", source="samples/list_production_batches.json")
STR = Scalar("str")
DATETIME = Scalar("datetime")
ASSUMED = Provenance(mark="assumed", source="published OpenAPI of the service, later than the page")
ID = Scalar("str", min_length=20, max_length=37, provenance=ASSUMED)
NUMBER = Scalar("number")
BOOL = Scalar("bool")
ANY = Scalar("any")

SCHEMA = Schema(
    api="isometric",
    types=named(
        ObjectType(
            name="ProductionBatchPage",
            members=(
                Member(wire="nodes", attribute="nodes", type=ListType(Ref("ProductionBatch"))),
                Member(wire="page_info", attribute="page_info", type=Ref("PageInfo")),
                Member(wire="total_count", attribute="total_count", type=INT),
            ),
            provenance=INFERRED,
        ),
        ObjectType(
            name="ProductionBatch",
            members=(
                Member(wire="display_name", attribute="display_name", type=STR),
                Member(wire="ended_at", attribute="ended_at", type=DATETIME),
                Member(wire="facility_id", attribute="facility_id", type=ID),
                Member(wire="feedstock_type_id", attribute="feedstock_type_id", type=ID),
                Member(wire="id", attribute="id", type=ID),
                Member(wire="kind", attribute="kind", type=Ref("ProductionBatchKind")),
                Member(wire="mass", attribute="mass", type=Ref("Quantity")),
                Member(wire="started_at", attribute="started_at", type=DATETIME),
                Member(
                    wire="supplier_reference_id",
                    attribute="supplier_reference_id",
                    type=Nullable(STR),
                    absent_as_null=True,
                    provenance=ASSUMED,
                ),
                Member(wire="uploaded_at", attribute="uploaded_at", type=DATETIME),
            ),
            provenance=INFERRED,
        ),
        EnumType(name="ProductionBatchKind", provenance=ASSUMED),
        ObjectType(
            name="Quantity",
            members=(
                Member(wire="magnitude", attribute="magnitude", type=NUMBER),
                Member(
                    wire="standard_deviation",
                    attribute="standard_deviation",
                    type=Nullable(NUMBER),
                    optional=True,
                    provenance=ASSUMED,
                ),
                Member(wire="unit", attribute="unit", type=STR),
            ),
            provenance=INFERRED,
        ),
        ObjectType(
            name="PageInfo",
            members=(
                Member(
                    wire="end_cursor",
                    attribute="end_cursor",
                    type=Nullable(STR),
                    absent_as_null=True,
                    provenance=ASSUMED,
                ),
                Member(wire="has_next_page", attribute="has_next_page", type=BOOL),
                Member(wire="has_previous_page", attribute="has_previous_page", type=BOOL),
                Member(
                    wire="start_cursor",
                    attribute="start_cursor",
                    type=Nullable(STR),
                    absent_as_null=True,
                    provenance=ASSUMED,
                ),
            ),
            provenance=INFERRED,
        ),
    ),
    documents=(ANY,),
)
