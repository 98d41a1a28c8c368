"""What an OpenAPI document says of an API."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.unit.export.exports import contract_of, contracts, openapi_of
from wiresmith.export.openapi_document import openapi
from wiresmith.export.written_json import json_text, parse_json
from wiresmith.failure import ExportError

API = """\
title: Things
doc: About things.
docs: {page: p.txt, url: "https://things.example/help"}
base_url: https://{tenant}.things.example/v1/
auth:
  token: {header: Authorization, scheme: Bearer, env: TOKEN}
  key: {query: key}
  odd: {header: X-Key, scheme: Token}
undocumented: [rate_limits]
operations:
  get_thing:
    get: things/{id}
    summary: One thing
    path: {id: uuid}
    query:
      tags?: list[str]
      ids?: {type: "list[int32]", explode: false}
      limit?: {type: int, default: 5, examples: [1, 2]}
    headers: {X-Request-Id: {type: str, request_id: true}}
    cookies: {session?: str}
    returns:
      200: {type: Thing, headers: {"X-Left?": int}}
      4XX: {type: Error, assumed: a forum}
      default: null
    samples:
      200: [{file: samples/one.json, inferred: a sample}]
      404: [samples/gone.json]
    paging: {style: cursor, send: $query.limit, next: $body.next, items: $body.items}
  ask_thing:
    get: things/asked
    returns: {200: Thing}
    wait: {on: $body.state, pending: [open], min_delay: 1}
  put_thing:
    post: things
    auth: []
    idempotent: true
    body: {type: Thing, media: [application/json, application/x-www-form-urlencoded]}
    returns: {200: {type: bytes, media: [application/pdf]}}
types:
  Thing:
    fields: {next: int | None, items: "list[str]", state: State, price: {type: decimal, default: 0.50}}
  State: {enum: [open, done], doc: How it stands., assumed: a forum}
  Error: {fields: {message: str}}
"""
SAMPLES = {"one": '{"next":1,"items":[],"state":"open","price":1.50}', "gone": '{"message":"gone"}'}


@pytest.fixture
def document(tmp_path: Path) -> Any:
    return openapi_of(contract_of(tmp_path, API, **SAMPLES))


def test_the_document_as_a_whole(document: Any) -> None:
    assert document["info"] == {"title": "Things", "description": "About things.", "version": "0.1.0"}
    assert document["externalDocs"] == {"url": "https://things.example/help"}
    assert document["x-wiresmith-undocumented"] == ["rate_limits"]
    (server,) = document["servers"]
    assert server["url"] == "https://{tenant}.things.example/v1"
    assert server["variables"]["tenant"]["default"] == "tenant"


def test_without_a_base_url_the_server_is_relative_and_says_so() -> None:
    assert openapi_of(contracts()["bemicron"])["servers"] == [{"url": "/", "x-wiresmith-undocumented": True}]


def test_secrets_are_needed_together_and_not_where_auth_is_empty(document: Any) -> None:
    schemes = document["components"]["securitySchemes"]
    assert schemes["token"] == {"type": "http", "scheme": "bearer", "x-wiresmith-env": "TOKEN"}
    assert schemes["key"] == {"type": "apiKey", "in": "query", "name": "key"}
    assert schemes["odd"]["x-wiresmith-scheme"] == "Token"
    assert document["security"] == [{"token": [], "key": [], "odd": []}]
    assert "security" not in document["paths"]["/things/{id}"]["get"]
    assert document["paths"]["/things"]["post"]["security"] == []


def test_parameters_are_sent_as_clients_send_them(document: Any) -> None:
    found = {each["name"]: each for each in document["paths"]["/things/{id}"]["get"]["parameters"]}
    assert found["id"]["required"] is True
    assert (found["tags"]["style"], found["tags"]["explode"]) == ("form", True)
    assert (found["ids"]["style"], found["ids"]["explode"]) == ("form", False)
    assert found["limit"]["schema"] == {"type": "integer", "default": 5}
    assert found["limit"]["examples"] == {"example_1": {"value": 1}, "example_2": {"value": 2}}
    assert found["X-Request-Id"]["x-wiresmith-request-id"] is True
    assert found["session"]["in"] == "cookie"


def test_responses_by_status_with_headers_and_samples(document: Any) -> None:
    responses = document["paths"]["/things/{id}"]["get"]["responses"]
    assert list(responses) == ["200", "4XX", "default"]
    assert responses["200"]["headers"]["X-Left"]["schema"] == {"type": "integer"}
    media = responses["200"]["content"]["application/json"]
    assert media["schema"] == {"$ref": "#/components/schemas/Thing"}
    assert media["examples"]["one"]["value"]["state"] == "open"
    assert media["examples"]["one"]["x-wiresmith-provenance"] == {"kind": "inferred", "source": "a sample"}
    gone = responses["4XX"]["content"]["application/json"]["examples"]["gone"]
    assert gone == {"value": {"message": "gone"}, "x-wiresmith-status": "404"}
    assert responses["4XX"]["x-wiresmith-provenance"] == {"kind": "assumed", "source": "a forum"}
    assert responses["default"] == {"description": "Any other status."}


def test_bodies_have_their_media_types(document: Any) -> None:
    operation = document["paths"]["/things"]["post"]
    assert list(operation["requestBody"]["content"]) == [
        "application/json",
        "application/x-www-form-urlencoded",
    ]
    assert operation["responses"]["200"]["content"] == {"application/pdf": {}}
    assert operation["x-wiresmith-idempotent"] is True


def test_how_clients_page_and_wait_is_spelled_as_in_specs(document: Any) -> None:
    operation = document["paths"]["/things/{id}"]["get"]
    assert operation["x-wiresmith-paging"] == {
        "style": "cursor",
        "send": "$query.limit",
        "next": "$body.next",
        "items": "$body.items",
    }
    asked = document["paths"]["/things/asked"]["get"]
    assert asked["x-wiresmith-wait"] == {"on": "$body.state", "pending": ["open"], "min_delay": 1.0}
    envelope = openapi_of(contracts()["asavie"])["paths"]["/v1/batches/{batchid}"]["get"][
        "x-wiresmith-envelope"
    ]
    assert (envelope["unwrap"], envelope["error"]["code"]) == ("$body.Data", "$body.Code")


def test_null_absence_and_open_enums(document: Any) -> None:
    thing = document["components"]["schemas"]["Thing"]
    assert thing["required"] == ["items", "state", "price"]
    assert thing["properties"]["next"] == {"type": ["integer", "null"], "x-wiresmith-absent-as-null": True}
    state = document["components"]["schemas"]["State"]
    assert state["x-wiresmith-open"] is True
    assert [each.get("enum") for each in state["anyOf"]] == [["open", "done"], None]


def test_digits_are_kept(tmp_path: Path) -> None:
    text = json_text(openapi(contract_of(tmp_path, API, **SAMPLES)))
    assert '"default": 0.50' in text
    assert '"price": 1.50' in text
    assert json_text(parse_json("[1e400, 123456789012345678901234, -0.0]")) == (
        "[\n  1E+400,\n  123456789012345678901234,\n  -0.0\n]\n"
    )


def test_xml_of_lists_dictionaries_and_generics() -> None:
    document = openapi_of(contracts()["bemicron"])
    content = document["paths"]["/api/batchapi/batchdetails/{cleanroomId}"]["get"]["responses"]["200"][
        "content"
    ]
    schema = content["application/xml"]["schema"]
    assert schema["xml"]["name"] == "ArrayOfmediwave_batch_details"
    assert schema["xml"]["wrapped"] is True
    assert schema["items"]["xml"]["name"] == "mediwave_batch_details"
    assert content["application/xml"]["examples"]["batch_details"]["value"].startswith("<ArrayOf")
    counts = document["components"]["schemas"]["DescriptionCount"]["properties"]["description"]
    assert counts["x-wiresmith-xml"]["entry"]["name"] == "KeyValueOfstringstring"
    envelope = openapi_of(contracts()["asavie"])["components"]["schemas"]["PBPRReturnOfBatch"]
    assert envelope["x-wiresmith-xml"]["generic"]["name"] == "PBPRReturnOf{0}{#}"
    assert envelope["x-wiresmith-xml"]["elements"][-1] == "Data"
    assert (envelope["x-wiresmith-type"], envelope["x-wiresmith-extends"]) == (
        "PBPRReturn[Batch]",
        "PBPRReturn",
    )


@pytest.mark.parametrize(
    ("second", "message"),
    [
        ("get: a/{x}\n    path: {x: str}\n    query: {q: str}", "another operation has GET /a/{x}"),
        ("put: a/{y}\n    path: {y: str}", "the same spelling"),
    ],
)
def test_what_openapi_does_not_tell_apart(tmp_path: Path, second: str, message: str) -> None:
    first = "operations:\n  one:\n    get: a/{x}\n    path: {x: str}\n    returns: {200: null}\n"
    contract = contract_of(tmp_path, f"{first}  two:\n    {second}\n    returns: {{200: null}}\n")
    with pytest.raises(ExportError, match=message.replace("{", r"\{")):
        openapi(contract)


@pytest.mark.parametrize(
    ("sample", "message"),
    [("[1,", "no JSON"), ("[NaN]", "NaN is no JSON"), ("[" * 100_000, "nests too deep")],
)
def test_samples_that_are_no_json(tmp_path: Path, sample: str, message: str) -> None:
    text = (
        "operations:\n  one:\n    get: a\n"
        '    returns: {200: "list[any]"}\n    samples: {200: [samples/one.json]}\n'
    )
    with pytest.raises(ExportError, match=message):
        openapi(contract_of(tmp_path, text, one=sample))
