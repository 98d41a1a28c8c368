"""What the five specs say, written down a second time, by hand, from the pages.

A change to a spec that is meant has to be made here as well; one that is not meant fails here.
"""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from tests.unit.pages_said import (
    ARRAYS,
    ASSUMED,
    AUTH,
    BASE_URLS,
    ENTITY_MODEL,
    ENUMS,
    MEMBERS,
    NAMESPACES,
    OPERATIONS,
    PAGES,
    PARAMETERS,
    RESPONSES,
    SAMPLES,
    XML,
)
from wiresmith.contract.resolve import load_specs
from wiresmith.description import (
    Auth,
    Constraints,
    Contract,
    DictType,
    EnumType,
    Header,
    ListType,
    Member,
    ObjectType,
    Operation,
    Paging,
    Parameter,
    Provenance,
    QName,
    Response,
    ResponsePath,
    Scalar,
    Type,
    bare,
    is_nullable,
)
from wiresmith.runtime import ABSENT

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
    if parameter.default is not ABSENT:
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


def _operation(contract: Contract) -> Operation[Any]:
    (operation,) = contract.operations
    return operation


def _response(contract: Contract, status: str) -> Response[Any]:
    (response,) = (response for response in _operation(contract).responses if response.status == status)
    return response


def test_there_are_the_five_apis_and_two_file_formats(contracts: dict[str, Contract]) -> None:
    assert sorted(contracts) == sorted((*APIS, "epu", "tm7"))


@pytest.mark.parametrize("api", APIS)
def test_an_api_names_its_page_and_server(contracts: dict[str, Contract], api: str) -> None:
    contract = contracts[api]
    assert (contract.docs.page, contract.base_url) == (PAGES[api], BASE_URLS[api])
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
    assert (operation.name, operation.method.lower(), operation.path.lstrip("/")) == OPERATIONS[api]
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
            _use(response.type) if response.type else "",
            list(response.media),
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
    payload = _response(contracts["bemicron"], "200")
    assert payload.type
    type_ = bare(payload.type)
    assert isinstance(type_, ListType)
    assert type_.root == QName("ArrayOfmediwave_batch_details", ENTITY_MODEL)
    assert type_.item_name == QName("mediwave_batch_details", ENTITY_MODEL)


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


def _path(path: ResponsePath | None) -> str | None:
    return None if path is None or isinstance(path, Header) else ".".join(path)


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
    assert (_path(envelope.unwrap), _path(envelope.success)) == ("data", "success")
    assert {name: _path(path) for name, path in envelope.error} == {
        "code": "code",
        "error_code": "error_code",
        "error_sub_code": "error_sub_code",
        "message": "error_description",
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
        if (
            names := [
                member.wire
                for member in type_.own
                if "assumed" in _marks(member.provenance or type_.provenance)
            ]
        )
    }
    assert assumed == ASSUMED[api]


@pytest.mark.parametrize(
    ("api", "status", "provenance"),
    [
        ("asavie", "404", Provenance()),
        ("isometric", "200", Provenance()),
        ("isometric", "422", Provenance("assumed", "OpenAPI of the Certify API, 2026-08")),
        ("tofupilot", "400", Provenance("inferred", "samples/bad_request.json")),
        ("tofupilot", "401", Provenance("inferred", "samples/unauthorized.json")),
        ("tofupilot", "500", Provenance("inferred", "samples/internal_server_error.json")),
        ("os1", "503", Provenance()),
    ],
)
def test_a_response_says_where_it_is_from(
    contracts: dict[str, Contract], api: str, status: str, provenance: Provenance
) -> None:
    assert _response(contracts[api], status).provenance == provenance


def _marks(provenance: Provenance) -> set[str]:
    return {provenance.mark, *(said.mark for _, said in provenance.aspects)}


def test_the_path_of_os1_is_not_documented_and_its_parameters_are(contracts: dict[str, Contract]) -> None:
    operation = _operation(contracts["os1"])
    assert "path" in operation.undocumented
    assert {parameter.provenance.mark for parameter in operation.parameters} == {"documented"}


@pytest.mark.parametrize("api", APIS)
def test_spec_files_name_their_schema(specs: Path, api: str) -> None:
    files = sorted((specs / api).glob("*.yaml"))
    assert len(files) >= 2
    for file in files:
        assert file.read_text().startswith("# yaml-language-server: $schema=../spec.schema.json\n"), file
