"""The documented APIs, answered with what their pages show, in every format that they have."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from batch_apis import asavie, bemicron, isometric, os1, tofupilot
from tests.client.network import Answer, Request, Server, as_json
from tests.client.service import Driver
from tests.golden.documented import SPECS
from wiresmith.client import (
    BadRequestError,
    ParameterError,
    ServerError,
    StatusError,
    UnauthorizedError,
)
from wiresmith.runtime import WriterOptions

BATCH = "batch:0a1b2c3d-0000-4000-8000-000000000001"
CLEANROOM = "0a1b2c3d-0000-4000-8000-000000000001"
SECRETS: dict[Any, dict[str, str]] = {
    isometric: {"access_token": "jwt", "client_secret": "s" * 32},
    tofupilot: {"api_key": "key"},
    os1: {"access_token": "token", "tenant_id": "tenant"},
}
CALLS: dict[Any, Callable[[Any], Any]] = {
    asavie: lambda client: client.get_batch.with_response("b1"),
    bemicron: lambda client: client.batch_details.with_response(CLEANROOM),
    isometric: lambda client: client.list_production_batches.with_response(first=2),
    tofupilot: lambda client: client.list_batches.with_response(limit=2, sort_by=tofupilot.SortBy.NUMBER),
}


def sample(name: str) -> bytes:
    return (SPECS / name).read_bytes()


def opened(do: Driver, package: Any, **options: Any) -> Any:
    return do.open(package, **SECRETS.get(package, {}), **options)


@pytest.mark.parametrize(
    ("package", "file", "media", "target"),
    [
        (asavie, "asavie/samples/get_batch.json", "application/json", "/v1/batches/b1"),
        (asavie, "asavie/samples/get_batch.json", "text/json", "/v1/batches/b1"),
        (asavie, "asavie/samples/get_batch.xml", "application/xml", "/v1/batches/b1"),
        (asavie, "asavie/samples/get_batch.xml", "text/xml", "/v1/batches/b1"),
        (
            bemicron,
            "bemicron/samples/batch_details.json",
            "application/json",
            "/api/batchapi/batchdetails/" + CLEANROOM,
        ),
        (
            bemicron,
            "bemicron/samples/batch_details.xml",
            "text/xml",
            "/api/batchapi/batchdetails/" + CLEANROOM,
        ),
        (
            isometric,
            "isometric/samples/list_production_batches.json",
            "application/json",
            "/production_batches?first=2",
        ),
        (
            tofupilot,
            "tofupilot/samples/list_batches.json",
            "application/json",
            "/v2/batches?limit=2&sort_by=number",
        ),
    ],
)
def test_the_documented_success(
    do: Driver, service: Server, package: Any, file: str, media: str, target: str
) -> None:
    document = sample(file)
    format = "xml" if file.endswith("xml") else "json"
    service.answer(Answer(200, document, f"{media}; charset=utf-8"))
    response = do(CALLS[package](opened(do, package, format=format)))
    request = service.request
    assert f"{request.path}?{request.query}".rstrip("?") == target
    operation = CALLS[package].__code__.co_names[0]
    assert response.body == package.decode(document, getattr(package, operation))
    written = package.encode(
        response.body, getattr(package, operation), format=format, options=WriterOptions(indent=2)
    )
    assert b"".join(written.split()) == b"".join(document.split()).removeprefix(b"\xef\xbb\xbf")


@pytest.mark.parametrize(
    ("file", "status", "error"),
    [
        ("bad_request", 400, BadRequestError),
        ("unauthorized", 401, UnauthorizedError),
        ("internal_server_error", 500, ServerError),
    ],
)
def test_the_documented_errors_of_tofupilot(
    do: Driver, service: Server, file: str, status: int, error: type[StatusError]
) -> None:
    service.answer(Answer(status, sample(f"tofupilot/samples/{file}.json"), "application/json"))
    with pytest.raises(error) as caught:
        do(opened(do, tofupilot).list_batches())
    assert isinstance(caught.value.body, tofupilot.ApiError)
    assert caught.value.body.message in caught.value.message


@pytest.mark.parametrize("status", [400, 401, 503])
def test_the_documented_errors_of_os1(do: Driver, service: Server, status: int) -> None:
    service.answer(as_json({"error": {"code": "X1", "description": "not so"}}, status))
    with pytest.raises(StatusError, match=f"{status} .*: not so") as caught:
        do(opened(do, os1).container_batch_status("box", batch_id=BATCH))
    assert isinstance(caught.value.body, os1.ErrorResponse)
    error: Any = caught.value.body.error
    assert (caught.value.status, error.description) == (status, "not so")


def test_os1(do: Driver, service: Server) -> None:
    meta = {"status": "DONE", "success": 1, "failed": 1, "total": 2}
    failed, succeeded = {"refID": "a", "reason": "no"}, {"refID": "b", "id": "9"}
    service.answer(as_json({"data": {"meta": meta, "errors": [failed], "success": [succeeded]}}))
    found = do(opened(do, os1).container_batch_status("box", batch_id=BATCH, x_coreos_userinfo="me"))
    assert (found.data.meta.status, found.data.success[0].id) == ("DONE", "9")
    request = service.request
    assert (request.path, request.pairs) == ("/box/batch/status", [("batchId", BATCH)])
    named = ("x-coreos-access", "x-coreos-tid", "x-coreos-userinfo")
    assert [request.header(name) for name in named] == ["token", "tenant", "me"]
    assert len(request.header("x-coreos-request-id") or "") == 36


@pytest.mark.parametrize(
    ("container_type", "batch_id"), [("bo", BATCH), ("b0x", BATCH), ("box", "batch:1"), ("box", BATCH + "0")]
)
def test_os1_refuses_what_its_patterns_refuse(
    do: Driver, service: Server, container_type: str, batch_id: str
) -> None:
    with pytest.raises(ParameterError, match=r"matches|length"):
        do(opened(do, os1, strict="everything").container_batch_status(container_type, batch_id=batch_id))
    assert service.requests == []


def isometric_pages(request: Request) -> Answer:
    """Five batches: forwards by first and after, backwards by last and before."""
    node = isometric.decode(
        sample("isometric/samples/list_production_batches.json"), isometric.list_production_batches
    )
    asked = dict(request.pairs)
    backwards = "last" in asked or "before" in asked
    if backwards:
        end = int(asked.get("before", "c5")[1:])
        start = max(0, end - int(asked.get("last", 10)))
    else:
        start = int(asked.get("after", "c0")[1:])
        end = min(5, start + int(asked.get("first", 10)))
    first = node.nodes[0]
    node.nodes = [first] * (end - start)
    node.page_info.has_next_page, node.page_info.has_previous_page = end < 5, start > 0
    node.page_info.start_cursor, node.page_info.end_cursor = f"c{start}", f"c{end}"
    return Answer(200, isometric.encode(node), "application/json")


def test_isometric_pages_both_ways(do: Driver, service: Server) -> None:
    service.answer(isometric_pages)
    pages = opened(do, isometric).list_production_batches.pages
    assert [len(page.items) for page in do(pages(first=2))] == [2, 2, 1]
    assert [request.query for request in service.requests] == [
        "first=2",
        "first=2&after=c2",
        "first=2&after=c4",
    ]
    assert {request.header("authorization") for request in service.requests} == {"Bearer jwt"}
    service.answer(isometric_pages)
    assert [len(page.items) for page in do(pages(last=2).backwards())] == [2, 2, 1]
    assert [request.query for request in service.requests] == [
        "last=2",
        "last=2&before=c3",
        "last=2&before=c1",
    ]
    service.answer(isometric_pages)
    assert len(do(pages().backwards().items())) == 5
    assert service.request.query == ""  # the server's default is the server's


def test_tofupilot_pages(do: Driver, service: Server) -> None:
    page = tofupilot.decode(sample("tofupilot/samples/list_batches.json"), tofupilot.list_batches)

    def answer(request: Request) -> Answer:
        at = int(dict(request.pairs).get("cursor", 0))
        page.meta.has_more = at < 20
        page.meta.next_cursor = at + 10 if at < 20 else None
        return Answer(200, tofupilot.encode(page), "application/json")

    service.answer(answer)
    do(
        opened(do, tofupilot).list_batches.items(
            ids=["0a1b2c3d-0000-4000-8000-000000000001"], numbers=["a", "b"]
        )
    )
    same = "ids=0a1b2c3d-0000-4000-8000-000000000001&numbers=a&numbers=b"
    assert [request.query for request in service.requests] == [same, f"{same}&cursor=10", f"{same}&cursor=20"]


def test_bemicron_pages_by_an_offset(do: Driver, service: Server) -> None:
    (batch,) = bemicron.decode(sample("bemicron/samples/batch_details.json"), bemicron.batch_details)[:1]
    assert batch is not None

    def answer(request: Request) -> Answer:
        at = int(dict(request.pairs).get("offset", 0))
        batches: list[Any] = [replace(batch, completion=each) for each in range(at, min(at + 2, 5))]
        return Answer(200, bemicron.encode(batches, bemicron.batch_details, format="xml"), "text/xml")

    service.answer(answer)
    items = do(opened(do, bemicron, format="xml").batch_details.items(CLEANROOM, count=2))
    assert [item.completion for item in items] == [*range(5)]
    assert [request.query for request in service.requests] == [
        "count=2",
        "count=2&offset=2",
        "count=2&offset=4",
        "count=2&offset=5",  # a short page may be a server's cap
    ]
