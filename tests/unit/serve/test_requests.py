"""What a server refuses, and in which words."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import httpx2
import pytest

from tests.unit.serve.conftest import Served
from wiresmith.contract.resolve import load_api, load_specs
from wiresmith.description import Contract
from wiresmith.serve import Behaviour
from wiresmith.serve.faults import FaultError, Faults
from wiresmith.serve.negotiation import charset, negotiate

WEB_API = ["application/json", "text/json", "application/xml", "text/xml"]
UTF_16 = (
    '<?xml version="1.0" encoding="utf-16"?><Batch '
    'xmlns="http://schemas.datacontract.org/2004/07/AS.Models.API">'
    "<Status>1</Status><TimeoutMinutes>2</TimeoutMinutes></Batch>"
)


def send(served: Served, method: str, path: str, **options: Any) -> httpx2.Response:
    return asyncio.run(served.send(method, path, **options))


@pytest.fixture(scope="module")
def served(shop: Contract) -> Served:
    return Served(shop, Behaviour(data="generated"))


@pytest.fixture(scope="module")
def peer(repository: Path) -> Served:
    """An API with an envelope around its results, but not around its errors."""
    contract = load_api(repository / "tests" / "interop" / "peer" / "specs" / "peer")
    return Served(contract, Behaviour(data="generated"))


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("limit=51", "limit: 51; expected at most 50"),
        ("limit=ten", "limit: the text 'ten'; expected an integer"),
        ("limit=1&limit=2", "limit: 2 values; expected one"),
        ("grade=3", "grade: 3; expected one of 1, 2"),
        ("owner=me", "owner: the text 'me'; expected a GUID"),
        ("text=x", 'text: the text "x"; expected a length of at least 2'),
        ("tags=a,b,c,d", "tags: 4 items; expected a length of at most 3"),
        ("deep=yes", "deep: the text 'yes'; expected true or false"),
    ],
)
def test_a_wrong_parameter_is_400_and_says_which(served: Served, query: str, said: str) -> None:
    response = send(served, "GET", f"/find/AB1/Tool?{query}", headers={"X-Tenant": "t"})
    assert response.status_code == 400
    assert said in response.json()["Message"]


def test_what_has_to_be_there_is_missed(served: Served) -> None:
    response = send(served, "GET", "/find/AB1/Tool")
    assert (response.status_code, response.json()["Message"]) == (
        400,
        "The request is invalid: X-Tenant: it is missing; expected a value.",
    )


@pytest.mark.parametrize(
    ("content", "media", "status", "said"),
    [
        (b'{"Id": "x"}', "application/json", 400, "/Id: the string"),
        (b"<Product", "application/xml", 400, "The request is invalid"),
        (b"x", "text/plain", 415, "'text/plain' is not supported"),
        (b"x", None, 415, "'none' is not supported"),
    ],
)
def test_a_wrong_body_is_refused_with_findings(
    served: Served, content: bytes, media: str | None, status: int, said: str
) -> None:
    headers = {"Content-Type": media} if media else {}
    response = send(served, "POST", "/products", content=content, headers=headers)
    assert response.status_code == status
    assert said in response.json()["Message"]


def test_other_paths_and_methods(served: Served) -> None:
    assert send(served, "GET", "/nowhere").status_code == 404
    refused = send(served, "DELETE", "/names")
    assert (refused.status_code, refused.headers["allow"]) == (405, "GET")


def test_errors_are_xml_for_whoever_asks_for_it(served: Served) -> None:
    response = send(served, "GET", "/nowhere", headers={"Accept": "text/xml"})
    assert response.headers["content-type"] == "text/xml; charset=utf-8"
    assert response.text.startswith("<Error><Message>")


def test_a_plain_api_answers_406(repository: Path) -> None:
    (contract,) = load_specs(repository / "specs", "tofupilot")
    plain = Served(contract, Behaviour(auth=False))
    assert send(plain, "GET", "/v2/batches", headers={"Accept": "image/png"}).status_code == 406


# Each was recorded from ASP.NET Web API 2: Accept, and the media type of its answer.
@pytest.mark.parametrize(
    ("accept", "answered"),
    [
        ("*/*", "application/json"),
        ("application/*", "application/json"),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "application/xml"),
        ("text/html", None),
        ("", "application/json"),
        ("application/json;q=0.5, application/xml;q=0.9", "application/xml"),
        ("application/soap+xml", None),
        ("text/json", "text/json"),
        ("text/xml", "text/xml"),
        ("application/xml;q=0, */*", "application/json"),
        ("application/xml;q=0.1, */*", "application/json"),
        ("application/xml, text/json", "text/json"),
        ("text/*;q=0.9, application/xml;q=0.2", "text/json"),
    ],
)
def test_negotiation_is_web_apis(accept: str, answered: str | None) -> None:
    assert negotiate(WEB_API, accept) == answered


@pytest.mark.parametrize(
    ("accept", "answered"), [("", "text/xml"), ("*/*", "application/json"), ("image/png", "text/xml")]
)
def test_the_format_of_the_request_decides_where_accept_does_not(
    served: Served, accept: str, answered: str
) -> None:
    headers = {"Accept": accept, "Content-Type": "text/xml; charset=utf-8"}
    response = send(served, "POST", "/products", content=b"<Product", headers=headers)
    assert response.headers["content-type"] == f"{answered}; charset=utf-8"


@pytest.mark.parametrize(
    ("content", "media", "status"),
    [
        (UTF_16.encode("utf-16"), "application/xml; charset=utf-16", 200),
        (UTF_16.encode("utf-16-le"), "application/xml; charset=utf-16", 200),
        (UTF_16.encode("utf-16"), "application/xml; charset=utf-16le", 200),
        (UTF_16.encode("utf-16"), "application/xml", 200),
        (UTF_16.partition("?>")[2].encode("utf-16"), "text/xml; charset=utf-16", 200),
        (UTF_16.encode("utf-16") + b"<", "application/xml; charset=utf-16", 400),
        (UTF_16.encode("utf-16"), "application/xml; charset=none-of-python", 415),
    ],
)
def test_a_body_is_read_in_its_charset(peer: Served, content: bytes, media: str, status: int) -> None:
    headers = {"Content-Type": media}
    assert send(peer, "POST", "/check/batch?seed=1", content=content, headers=headers).status_code == status


def test_an_error_without_the_members_of_the_envelope(peer: Served) -> None:
    response = send(peer, "POST", "/v1/batches", json={"TimeoutMinutes": "long"})
    assert response.status_code == 400
    assert "/TimeoutMinutes" in response.json()["Message"]


def test_a_wrong_cursor_is_named_as_it_was_sent(peer: Served) -> None:
    response = send(peer, "GET", "/v1/batches?ContinuationToken=of+another+server")
    assert (response.status_code, response.json()["Message"]) == (
        400,
        "ContinuationToken is no cursor of this server",
    )


@pytest.mark.parametrize(
    ("header", "used"),
    [("", "utf-8"), ("iso-8859-1", "utf-8"), ("utf-16", "utf-16"), ("utf-16;q=0.5, utf-8", "utf-8")],
)
def test_charsets(header: str, used: str) -> None:
    assert charset(header) == used


def test_utf_16_is_written_where_it_is_asked_for(served: Served) -> None:
    headers = {"Accept": "application/xml", "Accept-Charset": "utf-16"}
    response = send(served, "GET", "/products/1", headers=headers)
    assert response.headers["content-type"] == "application/xml; charset=utf-16"
    assert response.content.decode("utf-16").startswith("<Product")


def test_faults_are_used_up_in_their_order() -> None:
    faults = Faults(["get=503:2,429,delay=0.5,drop"], {"get"})
    found = [faults.next("get") for _ in range(6)]
    assert [fault and (fault.kind, fault.status, fault.delay) for fault in found] == [
        ("status", 503, 0.0),
        ("status", 503, 0.0),
        ("status", 429, 0.0),
        ("delay", 0, 0.5),
        ("drop", 0, 0.0),
        None,
    ]


@pytest.mark.parametrize("text", ["get", "get=", "get=5", "get=999", "get=slow", "other=503", "get=503:x"])
def test_a_fault_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(FaultError, match="expected"):
        Faults([text], {"get"})


def test_a_fault_is_answered_as_documented(repository: Path) -> None:
    (contract,) = load_specs(repository / "specs", "tofupilot")
    served = Served(contract, Behaviour(auth=False, faults=("list_batches=500",)))
    assert send(served, "GET", "/v2/batches").json()["code"] == "INTERNAL_SERVER_ERROR"
    assert send(served, "GET", "/v2/batches").status_code == 200


def test_an_answer_cannot_act_in_a_browser(served: Served) -> None:
    response = send(served, "GET", "/names")
    assert response.headers["content-security-policy"] == "sandbox"
    assert response.headers["x-content-type-options"] == "nosniff"


def test_documented_headers_are_sent(repository: Path) -> None:
    (contract,) = load_specs(repository / "tests" / "interop" / "peer" / "specs")
    peer = Served(contract, Behaviour(data="generated"))
    batch = (
        b'{"Name": "n", "AppTag": null, "Description": null, "Parameters": null, "ID": null, '
        b'"Status": 1, "TimeoutMinutes": 2}'
    )
    response = send(peer, "POST", "/v1/batches", content=batch, headers={"Content-Type": "application/json"})
    assert (response.status_code, response.headers["location"]) == (201, "http://served.example/v1/batches/1")
