# Emitted by wiresmith from specs/isometric/: change the spec and run "wiresmith generate", not this file.
# Spec sha256 e7402549da6a47b875e178b23b1e6c38fce0f6559fd050307a6ff6876ea6e5a6; needs wiresmith runtime 0.3.
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
ASSUMED = Provenance(mark="assumed", source="OpenAPI of the Certify API, 2026-08")
ID = Scalar("str", min_length=20, max_length=37, provenance=ASSUMED)
INFERRED_2 = Provenance(
    mark="inferred",
    source="samples/list_production_batches.json",
    aspects=(
        (
            "presence",
            ASSUMED,
        ),
    ),
)
INFERRED_3 = Provenance(
    mark="inferred",
    source="samples/list_production_batches.json",
    aspects=(
        (
            "null",
            ASSUMED,
        ),
    ),
)
NUMBER = Scalar("number")
INFERRED_4 = Provenance(
    mark="inferred",
    source="samples/list_production_batches.json",
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
STR_2 = Scalar("str", min_length=1)
INFERRED_5 = Provenance(
    mark="inferred",
    source="samples/list_production_batches.json",
    aspects=(
        (
            "limits",
            ASSUMED,
        ),
    ),
)
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
                Member(
                    wire="feedstock_type_id",
                    attribute="feedstock_type_id",
                    type=ID,
                    optional=True,
                    provenance=INFERRED_2,
                ),
                Member(
                    wire="feedstock_type_ids",
                    attribute="feedstock_type_ids",
                    type=ListType(ID),
                    optional=True,
                    provenance=ASSUMED,
                ),
                Member(wire="id", attribute="id", type=ID),
                Member(wire="kind", attribute="kind", type=Ref("ProductionBatchKind")),
                Member(wire="mass", attribute="mass", type=Ref("Quantity")),
                Member(wire="started_at", attribute="started_at", type=DATETIME),
                Member(
                    wire="supplier_reference_id",
                    attribute="supplier_reference_id",
                    type=Nullable(STR),
                    absent_as_null=True,
                    provenance=INFERRED_3,
                ),
                Member(wire="uploaded_at", attribute="uploaded_at", type=DATETIME),
            ),
            provenance=INFERRED,
        ),
        EnumType(name="ProductionBatchKind", provenance=INFERRED),
        ObjectType(
            name="Quantity",
            members=(
                Member(wire="magnitude", attribute="magnitude", type=NUMBER),
                Member(
                    wire="standard_deviation",
                    attribute="standard_deviation",
                    type=Nullable(NUMBER),
                    optional=True,
                    provenance=INFERRED_4,
                ),
                Member(wire="unit", attribute="unit", type=STR_2, provenance=INFERRED_5),
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
                    provenance=INFERRED_3,
                ),
                Member(wire="has_next_page", attribute="has_next_page", type=BOOL),
                Member(wire="has_previous_page", attribute="has_previous_page", type=BOOL),
                Member(
                    wire="start_cursor",
                    attribute="start_cursor",
                    type=Nullable(STR),
                    absent_as_null=True,
                    provenance=INFERRED_3,
                ),
            ),
            provenance=INFERRED,
        ),
        ObjectType(
            name="ValidationError",
            members=(Member(wire="detail", attribute="detail", type=ListType(Ref("ValidationFault"))),),
            provenance=ASSUMED,
        ),
        ObjectType(
            name="ValidationFault",
            members=(
                Member(wire="loc", attribute="loc", type=ListType(ANY)),
                Member(wire="msg", attribute="msg", type=STR),
                Member(wire="type", attribute="type_", type=STR),
                Member(wire="input", attribute="input", type=ANY, optional=True),
                Member(wire="ctx", attribute="ctx", type=ANY, optional=True),
            ),
            provenance=ASSUMED,
        ),
    ),
)
