# Emitted by wiresmith from specs/os1/: change the spec and run "wiresmith generate", not this file.
# Spec sha256 7c8ec648553d2a713ac60a8eeef9986583bc6fbc5e898ffa06e43075588679e9; needs wiresmith runtime 0.3.
"""The types of OS1 Container Service as data, for documents in any other than the usual layout."""

from wiresmith.description import (
    DictType,
    EnumType,
    ListType,
    Member,
    ObjectType,
    Provenance,
    Ref,
    Scalar,
    Schema,
    named,
)

ASSUMED = Provenance(mark="assumed", source="OpenAPI of the container service, 2023-01-19")
STR = Scalar("str")
INT64 = Scalar("int64")
ANY = Scalar("any")

DICT_OF_STR_ANY = DictType(STR, ANY)

SCHEMA = Schema(
    api="os1",
    types=named(
        ObjectType(
            name="ContainerBatchResponse",
            members=(
                Member(wire="data", attribute="data", type=Ref("ContainerBatchResponseData"), optional=True),
                Member(wire="request", attribute="request", type=Ref("Request"), optional=True),
            ),
        ),
        ObjectType(
            name="ErrorResponse",
            members=(
                Member(wire="error", attribute="error", type=Ref("Error"), optional=True),
                Member(wire="request", attribute="request", type=Ref("Request"), optional=True),
            ),
        ),
        ObjectType(
            name="ContainerBatchResponseData",
            members=(
                Member(wire="meta", attribute="meta", type=Ref("ContainerBatchMeta"), optional=True),
                Member(
                    wire="errors",
                    attribute="errors",
                    type=ListType(Ref("ContainerBatchFailure")),
                    optional=True,
                ),
                Member(
                    wire="success",
                    attribute="success",
                    type=ListType(Ref("ContainerBatchSuccess")),
                    optional=True,
                ),
            ),
            provenance=ASSUMED,
        ),
        ObjectType(
            name="ContainerBatchMeta",
            members=(
                Member(wire="status", attribute="status", type=STR, optional=True),
                Member(wire="success", attribute="success", type=INT64, optional=True),
                Member(wire="failed", attribute="failed", type=INT64, optional=True),
                Member(wire="total", attribute="total", type=INT64, optional=True),
            ),
            provenance=ASSUMED,
        ),
        ObjectType(
            name="ContainerBatchFailure",
            members=(
                Member(wire="refID", attribute="ref_id", type=STR, optional=True),
                Member(wire="reason", attribute="reason", type=STR, optional=True),
            ),
            provenance=ASSUMED,
        ),
        ObjectType(
            name="ContainerBatchSuccess",
            members=(
                Member(wire="refID", attribute="ref_id", type=STR, optional=True),
                Member(wire="id", attribute="id", type=STR, optional=True),
            ),
            provenance=ASSUMED,
        ),
        ObjectType(
            name="Error",
            members=(
                Member(wire="code", attribute="code", type=STR),
                Member(wire="description", attribute="description", type=STR),
                Member(
                    wire="additionalInfo", attribute="additional_info", type=DICT_OF_STR_ANY, optional=True
                ),
            ),
            provenance=ASSUMED,
        ),
        ObjectType(
            name="Request",
            members=(
                Member(wire="uri", attribute="uri", type=STR),
                Member(wire="method", attribute="method", type=Ref("RequestMethod"), optional=True),
                Member(wire="queryString", attribute="query_string", type=STR, optional=True),
                Member(wire="body", attribute="body", type=DICT_OF_STR_ANY, optional=True),
            ),
            provenance=ASSUMED,
        ),
        EnumType(name="RequestMethod", provenance=ASSUMED),
    ),
)
