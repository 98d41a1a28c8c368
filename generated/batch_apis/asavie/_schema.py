# Emitted by wiresmith from specs/asavie/: change the spec and run "wiresmith generate", not this file.
# Spec sha256 2466ce50ee82fc2df02e5857426b5a9a42571979e5fd44d4a5b745a0e6f25282; needs wiresmith runtime 0.3.
"""The types of Asavie provisioning API as data, for documents in any other than the usual layout."""

from wiresmith.description import (
    DictType,
    Member,
    Nullable,
    ObjectType,
    Provenance,
    Ref,
    Scalar,
    Schema,
    named,
)
from wiresmith.values.qnames import QName

AS_MODELS_API = "http://schemas.datacontract.org/2004/07/AS.Models.API"
SERIALIZATION = "http://schemas.microsoft.com/2003/10/Serialization/"
ARRAYS = "http://schemas.microsoft.com/2003/10/Serialization/Arrays"

BOOL = Scalar("bool", root=QName("boolean", SERIALIZATION))
STR = Scalar("str", root=QName("string", SERIALIZATION))
INT = Scalar("int", root=QName("int", SERIALIZATION))
INFERRED = Provenance(mark="inferred", source="samples/get_batch.json")
DOCUMENTED = Provenance(
    aspects=(
        (
            "presence",
            INFERRED,
        ),
        (
            "null",
            INFERRED,
        ),
    )
)

PBPR_RETURN_SUCCESS = Member(
    wire="Success", attribute="success", type=BOOL, xml_name=QName("Success", AS_MODELS_API)
)
DICT_OF_STR_STR = DictType(
    STR,
    Nullable(STR),
    root=QName("ArrayOfKeyValueOfstringstring", ARRAYS),
    entry_name=QName("KeyValueOfstringstring", ARRAYS),
    key_name=QName("Key", ARRAYS),
    value_name=QName("Value", ARRAYS),
)
PBPR_RETURN_META = Member(
    wire="Meta",
    attribute="meta",
    type=Nullable(DICT_OF_STR_STR),
    absent_as_null=True,
    xml_name=QName("Meta", AS_MODELS_API),
)
PBPR_RETURN_CODE = Member(wire="Code", attribute="code", type=INT, xml_name=QName("Code", AS_MODELS_API))
PBPR_RETURN_ERROR_CODE = Member(
    wire="ErrorCode", attribute="error_code", type=INT, xml_name=QName("ErrorCode", AS_MODELS_API)
)
PBPR_RETURN_ERROR_SUB_CODE = Member(
    wire="ErrorSubCode", attribute="error_sub_code", type=INT, xml_name=QName("ErrorSubCode", AS_MODELS_API)
)
PBPR_RETURN_ERROR_DESCRIPTION = Member(
    wire="ErrorDescription",
    attribute="error_description",
    type=Nullable(STR),
    absent_as_null=True,
    xml_name=QName("ErrorDescription", AS_MODELS_API),
)
PBPR_RETURN_STATUS_URL = Member(
    wire="StatusUrl",
    attribute="status_url",
    type=Nullable(STR),
    absent_as_null=True,
    xml_name=QName("StatusUrl", AS_MODELS_API),
)
PBPR_RETURN_CONTINUATION_TOKEN = Member(
    wire="ContinuationToken",
    attribute="continuation_token",
    type=Nullable(STR),
    absent_as_null=True,
    xml_name=QName("ContinuationToken", AS_MODELS_API),
)

SCHEMA = Schema(
    api="asavie",
    dialect="datacontract",
    types=named(
        ObjectType(
            name="PBPRReturn",
            root=QName("PBPRReturn", AS_MODELS_API),
            xml_order=(
                "code",
                "continuation_token",
                "error_code",
                "error_description",
                "error_sub_code",
                "meta",
                "status_url",
                "success",
            ),
            members=(
                PBPR_RETURN_SUCCESS,
                PBPR_RETURN_META,
                PBPR_RETURN_CODE,
                PBPR_RETURN_ERROR_CODE,
                PBPR_RETURN_ERROR_SUB_CODE,
                PBPR_RETURN_ERROR_DESCRIPTION,
                PBPR_RETURN_STATUS_URL,
                PBPR_RETURN_CONTINUATION_TOKEN,
            ),
            provenance=DOCUMENTED,
        ),
        ObjectType(
            name="PBPRReturnOfBatch",
            root=QName("PBPRReturnOfBatch7NMnQmOk", AS_MODELS_API),
            base="PBPRReturn",
            xml_order=(
                "code",
                "continuation_token",
                "error_code",
                "error_description",
                "error_sub_code",
                "meta",
                "status_url",
                "success",
                "data",
            ),
            members=(
                PBPR_RETURN_SUCCESS,
                PBPR_RETURN_META,
                PBPR_RETURN_CODE,
                PBPR_RETURN_ERROR_CODE,
                Member(
                    wire="Data",
                    attribute="data",
                    type=Nullable(Ref("Batch")),
                    absent_as_null=True,
                    xml_name=QName("Data", AS_MODELS_API),
                ),
                PBPR_RETURN_ERROR_SUB_CODE,
                PBPR_RETURN_ERROR_DESCRIPTION,
                PBPR_RETURN_STATUS_URL,
                PBPR_RETURN_CONTINUATION_TOKEN,
            ),
            provenance=DOCUMENTED,
        ),
        ObjectType(
            name="Batch",
            root=QName("Batch", AS_MODELS_API),
            xml_order=("app_tag", "description", "id", "name", "parameters", "status", "timeout_minutes"),
            members=(
                Member(
                    wire="Name",
                    attribute="name",
                    type=Nullable(STR),
                    absent_as_null=True,
                    xml_name=QName("Name", AS_MODELS_API),
                ),
                Member(
                    wire="AppTag",
                    attribute="app_tag",
                    type=Nullable(STR),
                    absent_as_null=True,
                    xml_name=QName("AppTag", AS_MODELS_API),
                ),
                Member(
                    wire="Description",
                    attribute="description",
                    type=Nullable(STR),
                    absent_as_null=True,
                    xml_name=QName("Description", AS_MODELS_API),
                ),
                Member(
                    wire="Parameters",
                    attribute="parameters",
                    type=Nullable(DICT_OF_STR_STR),
                    absent_as_null=True,
                    xml_name=QName("Parameters", AS_MODELS_API),
                ),
                Member(
                    wire="ID",
                    attribute="id",
                    type=Nullable(STR),
                    absent_as_null=True,
                    xml_name=QName("ID", AS_MODELS_API),
                ),
                Member(wire="Status", attribute="status", type=INT, xml_name=QName("Status", AS_MODELS_API)),
                Member(
                    wire="TimeoutMinutes",
                    attribute="timeout_minutes",
                    type=INT,
                    xml_name=QName("TimeoutMinutes", AS_MODELS_API),
                ),
            ),
            provenance=INFERRED,
        ),
    ),
)
