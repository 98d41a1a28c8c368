"""Results in an envelope: what a call returns, and what its errors carry."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

import pytest

from batch_apis import asavie
from tests.client.network import Answer, Server, as_json, empty
from tests.client.service import PRODUCT, SPECS, Driver, emitted
from wiresmith.client import (
    ConflictError,
    EnvelopeError,
    NotFoundError,
    ServerError,
    UnreadableResponseError,
)

SHOP = emitted()
GOOD = {"Ok": True, "Code": 0, "Text": "fine", "Data": PRODUCT}
BAD = {"Ok": False, "Code": 7, "Text": "sold\nout", "Data": None}
FORMATS = pytest.mark.parametrize("format", ["json", "xml"])
SAMPLE = (SPECS.parents[2] / "specs/asavie/samples/get_batch.json").read_bytes()


def answer(format: str, value: dict[str, Any], status: int = 200) -> Answer:
    """An envelope in either format."""
    if format == "json":
        return as_json(value, status)
    read = SHOP.decode(as_json(value).body, SHOP.ResultOfProduct)
    return Answer(status, SHOP.encode(read, format="xml"), "application/xml; charset=utf-8")


@FORMATS
def test_the_result_alone_is_returned(do: Driver, service: Server, format: str) -> None:
    service.answer(answer(format, GOOD))
    client = do.open(format=format)
    product = do(client.get_wrapped(5))
    assert product == SHOP.decode(as_json(PRODUCT).body, SHOP.Product)
    response = do(client.get_wrapped.with_response(5))
    assert (response.value, response.body.data, response.body.text) == (product, product, "fine")


@FORMATS
def test_an_envelope_that_says_failure(do: Driver, service: Server, format: str) -> None:
    service.answer(answer(format, BAD))
    with pytest.raises(EnvelopeError) as caught:
        do(do.open(format=format).get_wrapped(5))
    raised = caught.value
    assert raised.message == "the call failed, says its envelope: sold\\nout"
    assert raised.details == {"code": 7, "message": "sold\nout"}
    assert (raised.status, raised.body.ok, raised.operation) == (200, False, "shop.get_wrapped")
    assert "details: code=7, message='sold\\nout'" in str(raised)


@FORMATS
def test_an_error_in_the_same_envelope(do: Driver, service: Server, format: str) -> None:
    service.answer(answer(format, BAD, 404))
    with pytest.raises(NotFoundError, match=r"404 Not Found: sold\\nout") as caught:
        do(do.open(format=format).get_wrapped(5))
    assert caught.value.details == {"code": 7, "message": "sold\nout"}
    assert caught.value.body.code == 7


def test_an_error_without_the_envelope(do: Driver, service: Server) -> None:
    service.answer(as_json({"Code": 1, "Text": "busy"}, 409), as_json({"Message": "oh"}, 500), empty(404))
    client = do.open()
    with pytest.raises(ConflictError) as caught:
        do(client.get_wrapped(5))
    assert caught.value.body == SHOP.Problem(code=1, text="busy")
    assert caught.value.details == {"code": 1, "message": "busy"}
    with pytest.raises(ServerError, match="500 Internal Server Error: oh") as other:
        do(client.get_wrapped(5))
    assert other.value.details == {}
    with pytest.raises(NotFoundError) as bare:
        do(client.get_wrapped(5))
    assert (bare.value.details, bare.value.body) == ({}, None)


@FORMATS
def test_success_without_a_result(do: Driver, service: Server, format: str) -> None:
    service.answer(answer(format, {**GOOD, "Data": None}))
    with pytest.raises(EnvelopeError, match="the envelope says success and has no data") as caught:
        do(do.open(format=format).get_wrapped(5))
    assert caught.value.details["message"] == "fine"


ACCEPTED = """\
wiresmith: 1
api: queue
base_url: https://example.org
types:
  Job: {fields: {id: int}}
  Result: {fields: {ok: bool, data: Job | None}}
operations:
  submit:
    post: jobs
    envelope: {unwrap: $body.data, success: $body.ok}
    returns: {200: Result, 201: Result, 202: Result}
"""


@pytest.mark.parametrize("status", [200, 201, 202])
def test_what_was_accepted_has_no_result_yet(
    do: Driver, service: Server, tmp_path: Path, status: int
) -> None:
    (tmp_path / "queue").mkdir()
    (tmp_path / "queue" / "api.yaml").write_text(ACCEPTED)
    package = emitted(tmp_path / "queue")
    service.answer(as_json({"ok": True, "data": None}, status))
    client = do.open(package)
    if status == 202:
        assert do(client.submit()) is None
    else:
        with pytest.raises(EnvelopeError, match="says success and has no data"):
            do(client.submit())


@pytest.mark.parametrize("body", [{}, {"Ok": "yes"}, []])
def test_no_envelope_at_all(do: Driver, service: Server, body: object) -> None:
    service.answer(as_json(body))
    with pytest.raises((UnreadableResponseError, EnvelopeError)):
        do(do.open().get_wrapped(5))


@pytest.mark.parametrize(("format", "media"), [("json", "text/json"), ("xml", "text/xml")])
def test_asavie(do: Driver, service: Server, format: Literal["json", "xml"], media: str) -> None:
    whole = asavie.decode(SAMPLE, asavie.get_batch)
    service.answer(Answer(200, asavie.encode(whole, format=format), media))
    client = do.open(asavie, format=format)
    batch = do(client.get_batch("b 1"))
    assert isinstance(batch, asavie.Batch)
    assert batch == whole.data
    assert service.request.path == "/v1/batches/b%201"


@FORMATS
@pytest.mark.parametrize("status", [200, 404])
def test_asavie_says_what_went_wrong(
    do: Driver, service: Server, format: Literal["json", "xml"], status: int
) -> None:
    whole = asavie.decode(SAMPLE, asavie.get_batch)
    whole.success, whole.data = False, None
    whole.code, whole.error_code, whole.error_sub_code = 404, 12, 3
    whole.error_description = "no such batch"
    media = f"application/{format}; charset=utf-8"
    service.answer(Answer(status, asavie.encode(whole, format=format), media))
    expected = EnvelopeError if status == 200 else NotFoundError
    with pytest.raises(expected, match="no such batch") as caught:
        do(do.open(asavie, format=format).get_batch("b"))
    assert caught.value.details == {
        "code": 404,
        "error_code": 12,
        "error_sub_code": 3,
        "message": "no such batch",
    }
    assert caught.value.body == whole
