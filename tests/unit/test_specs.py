"""What the five specs say, written down a second time, by hand, from the pages.

A change to a spec that is meant has to be made here as well; one that is not meant fails here.
"""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from wiresmith.contract.resolve import load_specs
from wiresmith.description import (
    Auth,
    BodyPath,
    Constraints,
    Contract,
    DictType,
    EnumType,
    ListType,
    Member,
    ObjectType,
    Operation,
    Paging,
    Parameter,
    Provenance,
    QName,
    Response,
    Scalar,
    Type,
    bare,
    is_nullable,
)

ENTITY_MODEL = "http://schemas.datacontract.org/2004/07/EntityModel"
ASAVIE_MODEL = "http://schemas.datacontract.org/2004/07/AS.Models.API"
ARRAYS = "http://schemas.microsoft.com/2003/10/Serialization/Arrays"

TIMESTAMP = (
    r"^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29"
    r"|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)"
    r"|(?:02)-(?:0[1-9]|1\d|2[0-8])))"
    r"T(?:(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?:Z|([+-](?:[01]\d|2[0-3]):[0-5]\d)))$"
)
UUID = "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}"

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
        f"query batchId: str(max_length=64, pattern=^batch:{UUID}$)",
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
    "isometric": {"200": ("ProductionBatchPage", JSON), "422": ("any", JSON)},
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
            "local_id: str | None",
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
            "feedstock_type_id: str(min_length=20, max_length=37)",
            "id: str(min_length=20, max_length=37)",
            "kind: ProductionBatchKind",
            "mass: Quantity",
            "started_at: datetime",
            "supplier_reference_id: str | None",
            "uploaded_at: datetime",
        ],
        "Quantity": ["magnitude: number", "standard_deviation?: number | None", "unit: str"],
        "PageInfo": [
            "end_cursor: str | None",
            "has_next_page: bool",
            "has_previous_page: bool",
            "start_cursor: str | None",
        ],
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
        "ApiError": ["message: str", "code: str", "issues: list[any]"],
    },
    "os1": {
        "ContainerBatchResponse": ["data?: ContainerBatchResponseData", "request?: Request"],
        "ErrorResponse": ["error?: Error", "request?: Request"],
        "ContainerBatchResponseData": [
            "meta: ContainerBatchMeta",
            "errors: list[ContainerBatchFailure]",
            "success: list[ContainerBatchSuccess]",
        ],
        "ContainerBatchMeta": ["status: str", "success: int64", "failed: int64", "total: int64"],
        "ContainerBatchFailure": ["refID: str", "reason: str"],
        "ContainerBatchSuccess": ["refID: str", "id: str"],
        "Error": ["code: any", "description: str", "additionalInfo?: any"],
        "Request": ["uri: str", "method?: RequestMethod", "queryString?: any", "body?: any"],
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
        "ProductionBatch": "supplier_reference_id",
        "Quantity": "standard_deviation",
        "PageInfo": "end_cursor start_cursor",
    },
    "tofupilot": {
        "Batch": "created_by_user created_by_station",
        "User": "name",
        "PageMeta": "next_cursor",
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

APIS = sorted(PAGES)


@pytest.fixture(scope="module")
def contracts(specs: Path) -> dict[str, Contract]:
    """The specs as they are in the repository, resolved."""
    return {contract.api: contract for contract in load_specs(specs)}


def _constraints(constraints: Constraints) -> str:
    names = ("ge", "gt", "le", "lt", "min_length", "max_length", "pattern")
    stated = [f"{name}={value}" for name in names if (value := getattr(constraints, name)) is not None]
    return f"({', '.join(stated)})" if stated else ""


def _use(use: Type) -> str:
    match bare(use):
        case Scalar(kind=kind) as narrowed:
            text = kind + _constraints(narrowed)
        case ListType(item=item) as narrowed:
            text = f"list[{_use(item)}]" + _constraints(narrowed)
        case DictType(key=key, value=value) as narrowed:
            text = f"dict[{_use(key)}, {_use(value)}]" + _constraints(narrowed)
        case named:
            text = named.name
    return f"{text} | None" if is_nullable(use) else text


def _parameter(parameter: Parameter) -> str:
    text = f"{parameter.place} {parameter.wire}{'' if parameter.required else '?'}: {_use(parameter.type)}"
    if parameter.has_default:
        text += f" = {parameter.default}"
    if isinstance(bare(parameter.type), ListType):
        text += " exploded" if parameter.explode else " joined"
    return text


def _member(member: Member) -> str:
    return f"{member.wire}{'?' if member.optional else ''}: {_use(member.type)}"


def _auth(auth: Auth) -> str:
    return f"{auth.place} {auth.wire} {auth.scheme}".rstrip()


def _objects(contract: Contract) -> dict[str, ObjectType]:
    return {type_.identity: type_ for type_ in contract.types.values() if isinstance(type_, ObjectType)}


def _enums(contract: Contract) -> dict[str, EnumType]:
    return {type_.identity: type_ for type_ in contract.types.values() if isinstance(type_, EnumType)}


def _operation(contract: Contract) -> Operation:
    (operation,) = contract.operations
    return operation


def _response(contract: Contract, status: str) -> Response:
    (response,) = (response for response in _operation(contract).responses if response.status == status)
    return response


def test_there_are_the_five_apis_and_two_file_formats(contracts: dict[str, Contract]) -> None:
    assert sorted(contracts) == sorted((*APIS, "epu", "tm7"))


@pytest.mark.parametrize("api", APIS)
def test_an_api_names_its_page_and_server(contracts: dict[str, Contract], api: str) -> None:
    contract = contracts[api]
    assert (contract.docs_page, contract.base_url) == (PAGES[api], BASE_URLS[api])
    assert ("base_url" in contract.undocumented) == (api != "isometric")


@pytest.mark.parametrize("api", APIS)
def test_an_api_is_reached_with_the_documented_secrets(contracts: dict[str, Contract], api: str) -> None:
    assert [_auth(auth) for auth in _operation(contracts[api]).auth] == AUTH[api]
    assert ("auth" in contracts[api].undocumented) == (not AUTH[api])


@pytest.mark.parametrize("api", APIS)
def test_an_operation_has_the_documented_address_and_parameters(
    contracts: dict[str, Contract], api: str
) -> None:
    operation = _operation(contracts[api])
    assert (operation.name, operation.method, operation.path.lstrip("/")) == OPERATIONS[api]
    assert [_parameter(parameter) for parameter in operation.parameters] == PARAMETERS[api]
    assert operation.body is None


@pytest.mark.parametrize(
    ("api", "left_out"),
    [
        ("bemicron", ("statuses", "errors")),
        ("asavie", ("statuses",)),
        ("isometric", ("errors",)),
        ("tofupilot", ("statuses",)),
        ("os1", ("path", "media", "samples")),
    ],
)
def test_an_operation_says_what_its_page_leaves_out(
    contracts: dict[str, Contract], api: str, left_out: tuple[str, ...]
) -> None:
    assert _operation(contracts[api]).undocumented == left_out


@pytest.mark.parametrize("api", APIS)
def test_an_operation_has_the_documented_responses(contracts: dict[str, Contract], api: str) -> None:
    responses = {
        response.status: (
            _use(response.payload.type) if response.payload.type else "",
            [media for media, _ in response.payload.media],
        )
        for response in _operation(contracts[api]).responses
    }
    assert responses == RESPONSES[api]


@pytest.mark.parametrize("api", APIS)
def test_objects_have_the_documented_members_in_json_order(contracts: dict[str, Contract], api: str) -> None:
    members = {
        identity: [*map(_member, type_.members)] for identity, type_ in _objects(contracts[api]).items()
    }
    assert members == MEMBERS[api]


@pytest.mark.parametrize("api", APIS)
def test_enums_have_the_documented_values_and_stay_open(contracts: dict[str, Contract], api: str) -> None:
    enums = _enums(contracts[api])
    assert {identity: [value.wire for value in type_.values] for identity, type_ in enums.items()} == ENUMS[
        api
    ]
    assert not any(type_.closed for type_ in enums.values())


@pytest.mark.parametrize("api", APIS)
def test_xml_has_the_documented_names_and_order(contracts: dict[str, Contract], api: str) -> None:
    contract = contracts[api]
    assert contract.has_xml == (api in XML)
    assert contract.dialect == ("datacontract" if api in XML else "plain")
    found = {
        identity: (type_.root, [member.xml_name for member in type_.xml_members])
        for identity, type_ in _objects(contract).items()
        if type_.root
    }
    assert found == {
        identity: (
            QName(name, NAMESPACES[api]),
            [QName(member, NAMESPACES[api]) for member in members.split()],
        )
        for identity, (name, members) in XML.get(api, {}).items()
    }


def test_a_bemicron_document_is_a_list_of_entities(contracts: dict[str, Contract]) -> None:
    payload = _response(contracts["bemicron"], "200").payload
    assert payload.type
    assert isinstance(bare(payload.type), ListType)
    assert bare(payload.type).root == QName("ArrayOfmediwave_batch_details", ENTITY_MODEL)
    assert bare(payload.type).item_name == QName("mediwave_batch_details", ENTITY_MODEL)


@pytest.mark.parametrize(
    ("api", "identity", "wire"),
    [
        ("bemicron", "description_count", "description"),
        ("asavie", "PBPRReturn", "Meta"),
        ("asavie", "Batch", "Parameters"),
    ],
)
def test_dictionaries_are_key_value_entries(
    contracts: dict[str, Contract], api: str, identity: str, wire: str
) -> None:
    (member,) = (member for member in _objects(contracts[api])[identity].members if member.wire == wire)
    kind = bare(member.type)
    assert isinstance(kind, DictType)
    assert (kind.entry_name, kind.key_name, kind.value_name) == (
        QName("KeyValueOfstringstring", ARRAYS),
        QName("Key", ARRAYS),
        QName("Value", ARRAYS),
    )


def test_the_asavie_envelope_is_closed_over_batch(contracts: dict[str, Contract]) -> None:
    envelope = _objects(contracts["asavie"])["PBPRReturn[Batch]"]
    assert (envelope.name, envelope.base) == ("PBPRReturnOfBatch", "PBPRReturn")
    assert [member.wire for member in envelope.own] == ["Data"]


@pytest.mark.parametrize("api", APIS)
def test_samples_are_the_bytes_of_the_page(specs: Path, contracts: dict[str, Contract], api: str) -> None:
    samples = [
        (
            sample.status,
            sample.file.name,
            sample.media,
            sample.indent,
            sha256((specs / api / "samples" / sample.file.name).read_bytes()).hexdigest(),
        )
        for sample in _operation(contracts[api]).samples
    ]
    assert samples == SAMPLES[api]


def _path(path: BodyPath | None) -> str | None:
    return None if path is None else ".".join(path.members)


def _paging(paging: Paging) -> tuple[str | None, ...]:
    body = (paging.next, paging.more, paging.items, paging.total)
    return (paging.style, paging.send, paging.size, *map(_path, body))


def test_bemicron_pages_by_offset(contracts: dict[str, Contract]) -> None:
    paging = _operation(contracts["bemicron"]).paging
    assert paging
    assert _paging(paging) == ("offset", "offset", "count", None, None, "", None)


def test_isometric_pages_by_cursor_in_both_directions(contracts: dict[str, Contract]) -> None:
    paging = _operation(contracts["isometric"]).paging
    assert paging
    assert paging.backward
    assert _paging(paging) == (
        "cursor",
        "after",
        "first",
        "page_info.end_cursor",
        "page_info.has_next_page",
        "nodes",
        "total_count",
    )
    assert _paging(paging.backward)[1:5] == (
        "before",
        "last",
        "page_info.start_cursor",
        "page_info.has_previous_page",
    )


def test_tofupilot_pages_by_a_cursor_that_the_server_gives(contracts: dict[str, Contract]) -> None:
    paging = _operation(contracts["tofupilot"]).paging
    assert paging
    assert _paging(paging) == ("cursor", "cursor", "limit", "meta.next_cursor", "meta.has_more", "data", None)


def test_asavie_has_an_envelope_around_its_batch(contracts: dict[str, Contract]) -> None:
    envelope = _operation(contracts["asavie"]).envelope
    assert envelope
    assert (_path(envelope.unwrap), _path(envelope.success)) == ("Data", "Success")
    assert {name: _path(path) for name, path in envelope.error} == {
        "code": "Code",
        "error_code": "ErrorCode",
        "error_sub_code": "ErrorSubCode",
        "message": "ErrorDescription",
    }


def test_os1_is_waited_for_and_says_no_states(contracts: dict[str, Contract]) -> None:
    wait = _operation(contracts["os1"]).wait
    assert wait
    assert (_path(wait.on), wait.pending, wait.succeeded, wait.failed) == ("data.meta.status", (), (), ())


@pytest.mark.parametrize("api", APIS)
def test_secrets_may_come_from_the_environment(contracts: dict[str, Contract], api: str) -> None:
    assert all((auth.env or "").startswith(f"{api.upper()}_") for auth in contracts[api].auth)


@pytest.mark.parametrize("api", ["asavie", "os1"])
def test_an_operation_for_one_thing_does_not_page(contracts: dict[str, Contract], api: str) -> None:
    assert _operation(contracts[api]).paging is None


@pytest.mark.parametrize("api", APIS)
def test_what_no_page_says_is_marked_as_assumed(contracts: dict[str, Contract], api: str) -> None:
    assumed = {
        identity: " ".join(names)
        for identity, type_ in _objects(contracts[api]).items()
        if (names := [member.wire for member in type_.own if member.provenance.kind == "assumed"])
    }
    assert assumed == ASSUMED[api]


@pytest.mark.parametrize(
    ("api", "status", "provenance"),
    [
        ("asavie", "404", Provenance()),
        ("isometric", "200", Provenance()),
        ("isometric", "422", Provenance("assumed", "published OpenAPI of the service, later than the page")),
        ("tofupilot", "400", Provenance("inferred", "samples/bad_request.json")),
        ("tofupilot", "401", Provenance("inferred", "samples/unauthorized.json")),
        ("tofupilot", "500", Provenance("inferred", "samples/internal_server_error.json")),
        ("os1", "503", Provenance("documented", "list of responses")),
    ],
)
def test_a_response_says_where_it_is_from(
    contracts: dict[str, Contract], api: str, status: str, provenance: Provenance
) -> None:
    assert _response(contracts[api], status).provenance == provenance


def test_the_path_of_os1_is_assumed_and_its_parameters_are_not(contracts: dict[str, Contract]) -> None:
    operation = _operation(contracts["os1"])
    assert operation.provenance == Provenance("assumed", "published OpenAPI of the service, 2023-01")
    assert {parameter.provenance.kind for parameter in operation.parameters} == {"documented"}


@pytest.mark.parametrize("api", APIS)
def test_spec_files_name_their_schema(specs: Path, api: str) -> None:
    files = sorted((specs / api).glob("*.yaml"))
    assert len(files) == 2
    for file in files:
        assert file.read_text().startswith("# yaml-language-server: $schema=../spec.schema.json\n"), file
