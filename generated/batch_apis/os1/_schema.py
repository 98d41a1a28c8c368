# Emitted by wiresmith from specs/os1/: change the spec and run "wiresmith generate", not this file.
# Spec sha256 7fc5c9d4a5b90c8d7798463b4e2250aee5b370ebada17ba0eb811b947589b78b; needs wiresmith runtime 0.3.
"""The types of OS1 Container Service as data, for documents in any other than the usual layout."""

from wiresmith.description import (
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

ASSUMED = Provenance(mark="assumed", source="published OpenAPI of the service, 2023-01")
STR = Scalar("str")
INT64 = Scalar("int64")
ANY = Scalar("any")

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
                Member(wire="meta", attribute="meta", type=Ref("ContainerBatchMeta")),
                Member(wire="errors", attribute="errors", type=ListType(Ref("ContainerBatchFailure"))),
                Member(wire="success", attribute="success", type=ListType(Ref("ContainerBatchSuccess"))),
            ),
            provenance=ASSUMED,
        ),
        ObjectType(
            name="ContainerBatchMeta",
            members=(
                Member(wire="status", attribute="status", type=STR),
                Member(wire="success", attribute="success", type=INT64),
                Member(wire="failed", attribute="failed", type=INT64),
                Member(wire="total", attribute="total", type=INT64),
            ),
            provenance=ASSUMED,
        ),
        ObjectType(
            name="ContainerBatchFailure",
            members=(
                Member(wire="refID", attribute="ref_id", type=STR),
                Member(wire="reason", attribute="reason", type=STR),
            ),
            provenance=ASSUMED,
        ),
        ObjectType(
            name="ContainerBatchSuccess",
            members=(
                Member(wire="refID", attribute="ref_id", type=STR),
                Member(wire="id", attribute="id", type=STR),
            ),
            provenance=ASSUMED,
        ),
        ObjectType(
            name="Error",
            members=(
                Member(wire="code", attribute="code", type=ANY),
                Member(wire="description", attribute="description", type=STR),
                Member(wire="additionalInfo", attribute="additional_info", type=ANY, optional=True),
            ),
            provenance=ASSUMED,
        ),
        ObjectType(
            name="Request",
            members=(
                Member(wire="uri", attribute="uri", type=STR),
                Member(wire="method", attribute="method", type=Ref("RequestMethod"), optional=True),
                Member(wire="queryString", attribute="query_string", type=ANY, optional=True),
                Member(wire="body", attribute="body", type=ANY, optional=True),
            ),
            provenance=ASSUMED,
        ),
        EnumType(name="RequestMethod", provenance=ASSUMED),
    ),
)
