"""What the five documentation pages say, written down a second time, by hand."""

from __future__ import annotations

ENTITY_MODEL = "http://schemas.datacontract.org/2004/07/EntityModel"
ASAVIE_MODEL = "http://schemas.datacontract.org/2004/07/AS.Models.API"
ARRAYS = "http://schemas.microsoft.com/2003/10/Serialization/Arrays"

TIMESTAMP = (
    r"^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29"
    r"|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)"
    r"|(?:02)-(?:0[1-9]|1\d|2[0-8])))"
    r"T(?:(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?:Z|([+-](?:[01]\d|2[0-3]):[0-5]\d)))$"
)
UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"

PARAMETERS = {
    "bemicron": ["path cleanroomId: uuid", "query count?: int = 5", "query offset?: int = 0"],
    "asavie": ["path batchid: str"],
    "isometric": [
        "query supplier_reference_id?: str(min_length=1, max_length=100) | None",
        "query last?: int(gt=0, le=50) = 10",
        "query before?: str(min_length=1) | None",
        "query first?: int(gt=0, le=50) = 10",
        "query after?: str(min_length=1) | None",
    ],
    "tofupilot": [
        "query ids?: list[uuid] exploded",
        "query numbers?: list[str] exploded",
        f"query created_after?: datetime(pattern={TIMESTAMP})",
        f"query created_before?: datetime(pattern={TIMESTAMP})",
        "query limit?: int(ge=1, le=100) = 50",
        "query cursor?: int(ge=0, le=9007199254740991)",
        "query search_query?: str(max_length=100)",
        "query part_numbers?: list[str] exploded",
        "query revision_numbers?: list[str] exploded",
        "query sort_by?: SortBy = created_at",
        "query sort_order?: SortOrder = desc",
    ],
    "os1": [
        "path containerType: str(pattern=^[a-zA-Z]{3,16}$)",
        f"query batchId: str(min_length=42, max_length=64, pattern=^batch:{UUID}$)",
        "header X-COREOS-REQUEST-ID: str",
        "header X-COREOS-USERINFO?: str",
    ],
}

OPERATIONS = {
    "bemicron": ("batch_details", "get", "api/batchapi/batchdetails/{cleanroomId}"),
    "asavie": ("get_batch", "get", "v1/batches/{batchid}"),
    "isometric": ("list_production_batches", "get", "production_batches"),
    "tofupilot": ("list_batches", "get", "v2/batches"),
    "os1": ("container_batch_status", "get", "{containerType}/batch/status"),
}

HELP_PAGE_MEDIA = ["application/json", "text/json", "application/xml", "text/xml"]
JSON = ["application/json"]

RESPONSES = {
    "bemicron": {"200": ("list[BatchDetailsViewModel | None]", HELP_PAGE_MEDIA)},
    "asavie": {
        "200": ("PBPRReturnOfBatch", HELP_PAGE_MEDIA),
        "404": ("PBPRReturnOfBatch", HELP_PAGE_MEDIA),
    },
    "isometric": {"200": ("ProductionBatchPage", JSON), "422": ("ValidationError", JSON)},
    "tofupilot": {
        "200": ("BatchPage", JSON),
        "400": ("ApiError", JSON),
        "401": ("ApiError", JSON),
        "500": ("ApiError", JSON),
    },
    "os1": {
        "200": ("ContainerBatchResponse", JSON),
        "400": ("ErrorResponse", JSON),
        "401": ("ErrorResponse", JSON),
        "503": ("ErrorResponse", JSON),
    },
}

AUTH = {
    "bemicron": [],
    "asavie": [],
    "isometric": ["header Authorization Bearer", "header x-client-secret"],
    "tofupilot": ["header Authorization Bearer"],
    "os1": ["header X-COREOS-ACCESS", "header X-COREOS-TID"],
}

BASE_URLS = {
    "bemicron": None,
    "asavie": None,
    "isometric": "https://api.sandbox.isometric.com/mrv/v0",
    "tofupilot": "https://www.tofupilot.app/api",
    "os1": "https://{tenantSubdomain}.io/core/api/v2/containers",
}

PAGES = {
    "bemicron": "000_313cc2e905b7d5cc.txt",
    "asavie": "001_d5e12270ff74099e.txt",
    "isometric": "002_811481337d33dc6e.txt",
    "tofupilot": "003_9a5149fafaf40c8b.txt",
    "os1": "004_f74ae06ab8562304.txt",
}

# In the order of JSON; `?` may be absent, `| None` may be null.
MEMBERS = {
    "bemicron": {
        "BatchDetailsViewModel": [
            "step: int",
            "analysis: BatchDetailsAnalysisViewModel | None",
            "completion: int",
            "id: uuid",
            "local_id: str",
            "medistream_compartments: list[BatchDetailsMedistreamCompartmentViewModel | None] | None",
            "mediwave_details: BatchDetailsMediwaveViewModel | None",
            "stepName: str | None",
        ],
        "BatchDetailsAnalysisViewModel": [
            "end: datetime",
            "class1: bool",
            "class2: bool",
            "class3: bool",
            "hd03: int | None",
            "hd05: int | None",
            "start: datetime",
        ],
        "BatchDetailsMedistreamCompartmentViewModel": [
            "done: bool | None",
            "duration: int | None",
            "elapsed_time: str | None",
            "id: uuid",
            "medistream_id: uuid",
            "number: int",
            "started: bool",
            "temperatures: list[TemperatureData | None] | None",
            "temperature_type: str | None",
        ],
        "BatchDetailsMediwaveViewModel": [
            "id: uuid",
            "name: str | None",
            "temperatures: list[TemperatureData | None] | None",
            "ph_check: bool | None",
            "reset_check: bool | None",
            "temperature_check: bool | None",
            "dosage_check: bool | None",
            "done: bool | None",
            "duration: str | None",
            "compartments: list[MediwaveCompartmentDetails | None] | None",
            "temperature_type: str | None",
        ],
        "temperature_data": ["time: datetime", "temperature: float64"],
        "mediwave_compartment_details": [
            "number: int",
            "count: int",
            "pieces: list[DescriptionCount | None] | None",
        ],
        "description_count": ["count: int", "description: dict[str, str | None] | None"],
    },
    "asavie": {
        "PBPRReturn": [
            "Success: bool",
            "Meta: dict[str, str | None] | None",
            "Code: int",
            "ErrorCode: int",
            "ErrorSubCode: int",
            "ErrorDescription: str | None",
            "StatusUrl: str | None",
            "ContinuationToken: str | None",
        ],
        "PBPRReturn[Batch]": [
            "Success: bool",
            "Meta: dict[str, str | None] | None",
            "Code: int",
            "ErrorCode: int",
            "Data: Batch | None",
            "ErrorSubCode: int",
            "ErrorDescription: str | None",
            "StatusUrl: str | None",
            "ContinuationToken: str | None",
        ],
        "Batch": [
            "Name: str | None",
            "AppTag: str | None",
            "Description: str | None",
            "Parameters: dict[str, str | None] | None",
            "ID: str | None",
            "Status: int",
            "TimeoutMinutes: int",
        ],
    },
    "isometric": {
        "ProductionBatchPage": ["nodes: list[ProductionBatch]", "page_info: PageInfo", "total_count: int"],
        "ProductionBatch": [
            "display_name: str",
            "ended_at: datetime",
            "facility_id: str(min_length=20, max_length=37)",
            "feedstock_type_id?: str(min_length=20, max_length=37)",
            "feedstock_type_ids?: list[str(min_length=20, max_length=37)]",
            "id: str(min_length=20, max_length=37)",
            "kind: ProductionBatchKind",
            "mass: Quantity",
            "started_at: datetime",
            "supplier_reference_id: str | None",
            "uploaded_at: datetime",
        ],
        "Quantity": ["magnitude: number", "standard_deviation?: number | None", "unit: str(min_length=1)"],
        "PageInfo": [
            "end_cursor: str | None",
            "has_next_page: bool",
            "has_previous_page: bool",
            "start_cursor: str | None",
        ],
        "ValidationError": ["detail: list[ValidationFault]"],
        "ValidationFault": ["loc: list[any]", "msg: str", "type: str", "input?: any", "ctx?: any"],
    },
    "tofupilot": {
        "BatchPage": ["data: list[Batch]", "meta: PageMeta"],
        "Batch": [
            "id: uuid",
            "number: str",
            "created_at: datetime",
            "created_by_user?: User | None",
            "created_by_station?: Station | None",
            "unit_count: int",
        ],
        "User": ["id: uuid", "name: str | None"],
        "Station": ["id: uuid", "name: str"],
        "PageMeta": ["has_more: bool", "next_cursor: int | None"],
        "ApiError": ["message: str", "code: str", "issues?: list[Issue]"],
        "Issue": ["message: str"],
    },
    "os1": {
        "ContainerBatchResponse": ["data?: ContainerBatchResponseData", "request?: Request"],
        "ErrorResponse": ["error?: Error", "request?: Request"],
        "ContainerBatchResponseData": [
            "meta?: ContainerBatchMeta",
            "errors?: list[ContainerBatchFailure]",
            "success?: list[ContainerBatchSuccess]",
        ],
        "ContainerBatchMeta": ["status?: str", "success?: int64", "failed?: int64", "total?: int64"],
        "ContainerBatchFailure": ["refID?: str", "reason?: str"],
        "ContainerBatchSuccess": ["refID?: str", "id?: str"],
        "Error": ["code: str", "description: str", "additionalInfo?: dict[str, any]"],
        "Request": [
            "uri: str",
            "method?: RequestMethod",
            "queryString?: str",
            "body?: dict[str, any]",
        ],
    },
}

ENUMS = {
    "bemicron": {},
    "asavie": {},
    "isometric": {"ProductionBatchKind": ["biochar"]},
    "tofupilot": {"SortBy": ["number", "created_at"], "SortOrder": ["asc", "desc"]},
    "os1": {"RequestMethod": ["POST", "GET", "PUT"]},
}

# The type's name in XML, and its members in the order of the XML contract.
XML = {
    "bemicron": {
        "BatchDetailsViewModel": (
            "mediwave_batch_details",
            "analysis completion id local_id medistream_compartments mediwave_details step stepName",
        ),
        "BatchDetailsAnalysisViewModel": (
            "BatchDetailsAnalysisViewModel",
            "class1 class2 class3 end hd03 hd05 start",
        ),
        "BatchDetailsMedistreamCompartmentViewModel": (
            "medistream_compartment_details",
            "done duration elapsed_time id medistream_id number started temperature_type temperatures",
        ),
        "BatchDetailsMediwaveViewModel": (
            "BatchDetailsMediwaveViewModel",
            "compartments done dosage_check duration id name ph_check reset_check temperature_check "
            "temperature_type "
            "temperatures",
        ),
        "temperature_data": ("temperature_data", "temperature time"),
        "mediwave_compartment_details": ("mediwave_compartment_details", "count number pieces"),
        "description_count": ("description_count", "count description"),
    },
    "asavie": {
        "PBPRReturn": (
            "PBPRReturn",
            "Code ContinuationToken ErrorCode ErrorDescription ErrorSubCode Meta StatusUrl Success",
        ),
        "PBPRReturn[Batch]": (
            "PBPRReturnOfBatch7NMnQmOk",
            "Code ContinuationToken ErrorCode ErrorDescription ErrorSubCode Meta StatusUrl Success Data",
        ),
        "Batch": ("Batch", "AppTag Description ID Name Parameters Status TimeoutMinutes"),
    },
}
NAMESPACES = {"bemicron": ENTITY_MODEL, "asavie": ASAVIE_MODEL}

# Status, file, media, indent, and the SHA-256 of the bytes that stand on the page.
SAMPLES = {
    "bemicron": [
        (
            "200",
            "batch_details.json",
            "application/json",
            2,
            "0620cb5213c3446a5f3512a2269124041072f8ceefc2ec1ecc7c8db7269d72e9",
        ),
        (
            "200",
            "batch_details.xml",
            "application/xml",
            2,
            "ac0dd681913308d57fc2d0769f6df455fdcf006e19f0700c541beac6f90ba853",
        ),
    ],
    "asavie": [
        (
            "200",
            "get_batch.json",
            "application/json",
            2,
            "5278c20886112f56f1cb3383ae6906230fb443302540f04ef44a671639f33dce",
        ),
        (
            "200",
            "get_batch.xml",
            "application/xml",
            2,
            "12f5b3f1b3a9d264b1d052e4193462d930a30cf6ca2478139a1ca72650467860",
        ),
    ],
    "isometric": [
        (
            "200",
            "list_production_batches.json",
            "application/json",
            2,
            "3f9ff409059a4c76d45b00a715972f4a67ff299d528296c41ee68c143bb336ac",
        ),
    ],
    "tofupilot": [
        (
            "200",
            "list_batches.json",
            "application/json",
            0,
            "f205390f191bee8b63709172c1935e24693fc5bea72386f8660ef52936030639",
        ),
        (
            "400",
            "bad_request.json",
            "application/json",
            0,
            "2696f6afdc384cac334e0a30bc58ae1f80028550737e9a7512d08b042e9dc124",
        ),
        (
            "401",
            "unauthorized.json",
            "application/json",
            0,
            "6e90b870db143780d8363cfaca182d6c79e174aff22230a054090c367aa3ca31",
        ),
        (
            "500",
            "internal_server_error.json",
            "application/json",
            0,
            "b9f66e36a4efd14d11fe45f11e4e48443f33a238f6451e5d336bfebb22ba9bf3",
        ),
    ],
    "os1": [],
}

# Every fact about presence, null or a value that no page states. The rest of each spec comes from its page or
# a sample.
ASSUMED = {
    "bemicron": {
        "BatchDetailsAnalysisViewModel": "hd03 hd05",
        "BatchDetailsMedistreamCompartmentViewModel": "done duration",
        "BatchDetailsMediwaveViewModel": "ph_check reset_check temperature_check dosage_check done",
    },
    "asavie": {},
    "isometric": {
        "ProductionBatch": "feedstock_type_id feedstock_type_ids supplier_reference_id",
        "Quantity": "standard_deviation unit",
        "PageInfo": "end_cursor start_cursor",
        "ValidationError": "detail",
        "ValidationFault": "loc msg type input ctx",
    },
    "tofupilot": {
        "Batch": "created_by_user created_by_station",
        "User": "name",
        "PageMeta": "next_cursor",
        "ApiError": "issues",
        "Issue": "message",
    },
    "os1": {
        "ContainerBatchResponseData": "meta errors success",
        "ContainerBatchMeta": "status success failed total",
        "ContainerBatchFailure": "refID reason",
        "ContainerBatchSuccess": "refID id",
        "Error": "code description additionalInfo",
        "Request": "uri method queryString body",
    },
}
