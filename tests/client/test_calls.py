"""One call: its method, parameters, headers and cookies as they arrive, and what comes back for
each status.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any

import pytest

from tests.client.network import Answer, Server, as_json, empty
from tests.client.service import PRODUCT, Driver, emitted
from wiresmith.client import (
    BadRequestError,
    ConflictError,
    ForbiddenError,
    NotFoundError,
    ParameterError,
    ServerError,
    StatusError,
    TooManyRequestsError,
    UnauthorizedError,
    UnprocessableError,
    UnreadableResponseError,
)
from wiresmith.runtime import Unexpected

SHOP = emitted()
FIND: dict[str, Any] = {"sku": "AB1", "kind": SHOP.Kind.TOOL, "x_tenant": "north"}
OWNER = "0a1b2c3d-0000-4000-8000-000000000001"


def find(do: Driver, **arguments: Any) -> Any:
    return do(do.open().find(**{**FIND, **arguments}))


@pytest.mark.parametrize(
    ("method", "call", "sent"),
    [
        ("GET", lambda client: client.get_product(5), b""),
        ("HEAD", lambda client: client.head_product(5), b""),
        ("OPTIONS", lambda client: client.products_options(), b""),
        ("DELETE", lambda client: client.delete_product(5), b""),
        ("DELETE", lambda client: client.delete_products([1, 2]), b"[1,2]"),
        ("POST", lambda client: client.restock(), b""),
        ("PUT", lambda client: client.put_picture("a", b"\x89PNG"), b"\x89PNG"),
    ],
)
def test_every_method(
    do: Driver, service: Server, method: str, call: Callable[[Any], Any], sent: bytes
) -> None:
    answers = {
        "HEAD": Answer(200, b"x" * 9, "application/json"),
        "GET": as_json(PRODUCT),
        "OPTIONS": empty(204),
        "POST": empty(),
    }
    pictures = Answer(200, b"\x89PNG", "image/png")
    counted = as_json(2) if sent else empty()
    service.answer(answers.get(method, pictures if method == "PUT" else counted))
    value = do(call(do.open()))
    assert (service.request.method, service.request.body) == (method, sent)
    assert service.request.header("content-type") == {b"": None, b"[1,2]": "application/json"}.get(
        sent, "image/png"
    )
    expected = {"GET": SHOP.decode(do_json(PRODUCT), SHOP.Product), "PUT": b"\x89PNG"}
    assert value == expected.get(method, 2 if sent else None)


def do_json(value: object) -> bytes:
    return as_json(value).body


@pytest.mark.parametrize(
    ("arguments", "query"),
    [
        ({}, ""),
        ({"ids": [3, 1]}, "ids=3&ids=1"),
        ({"ids": (7,)}, "ids=7"),
        ({"tags": ["a,b", "c&d=", "ü"]}, "tags=a%2Cb,c%26d%3D,%C3%BC"),
        ({"since": datetime(2026, 3, 1, 8, tzinfo=UTC)}, "since=2026-03-01T08%3A00%3A00Z"),
        ({"since": datetime(2026, 3, 1, 8, 0, 0, 120000)}, "since=2026-03-01T08%3A00%3A00.12"),
        (
            {"since": datetime(2026, 3, 1, 8, tzinfo=timezone(timedelta(hours=-3)))},
            "since=2026-03-01T08%3A00%3A00-03%3A00",
        ),
        ({"day": date(2026, 3, 1)}, "day=2026-03-01"),
        (
            {"stamp": datetime(2026, 3, 1, 8, tzinfo=timezone(timedelta(hours=2)))},
            "stamp=2026-03-01T08%3A00%3A00%2B02%3A00",
        ),
        ({"span": timedelta(hours=1, seconds=5)}, "span=01%3A00%3A05"),
        ({"owner": uuid.UUID(OWNER)}, f"owner={OWNER}"),
        ({"owner": OWNER.upper()}, f"owner={OWNER.upper()}"),
        ({"owners": [uuid.UUID(OWNER), OWNER]}, f"owners={OWNER}&owners={OWNER}"),
        ({"kind_of": SHOP.Kind.TOY}, "kind-of=Toy"),
        ({"kind_of": "Robot"}, "kind-of=Robot"),
        ({"grade": SHOP.Grade.HIGH}, "grade=2"),
        ({"grade": 1}, "grade=1"),
        ({"rights": SHOP.Rights.READ | SHOP.Rights.WRITE}, "rights=3"),
        ({"price": Decimal("0.10")}, "price=0.10"),
        ({"weight": 0.5}, "weight=0.5"),
        ({"deep": False}, "deep=false"),
        ({"limit": 50, "text": "a b+c/ü"}, "limit=50&text=a%20b%2Bc%2F%C3%BC"),
        ({"nothing": None}, ""),
        ({"text": None, "ids": None, "limit": None}, ""),
    ],
)
def test_query_parameters(do: Driver, service: Server, arguments: dict[str, Any], query: str) -> None:
    """What is None is not sent, and no default by itself."""
    service.answer(as_json([]))
    assert find(do, **arguments) == []
    assert service.request.query == query


def test_path_parameters_are_encoded(do: Driver, service: Server) -> None:
    service.answer(as_json([]))
    find(do, sku="AB12", kind="a b;?#ü%")
    assert service.request.path == "/find/AB12/a%20b%3B%3F%23%C3%BC%25"


def test_headers_and_cookies(do: Driver, service: Server) -> None:
    service.answer(as_json([]))
    find(do, x_codes=[1, 2], theme="dark", sizes=[3, 4])
    request = service.request
    assert (request.header("x-tenant"), request.header("x-codes")) == ("north", "1, 2")
    assert request.header("cookie") == "theme=dark; sizes=3,4"
    assert request.header("accept") == "application/json, text/json;q=0.9"
    assert (request.header("user-agent") or "").startswith("wiresmith/")


def test_headers_that_nobody_gave_are_not_there(do: Driver, service: Server) -> None:
    service.answer(as_json([]))
    find(do)
    sent = {name for name, _ in service.request.headers}
    assert sent == {"host", "accept", "accept-encoding", "user-agent", "x-tenant"}


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        ({"sku": "ab1"}, 'sku: the text "ab1"; expected a text that matches ^[A-Z]{2}[0-9]+$'),
        ({"sku": "AB12345"}, 'sku: the text "AB12345"; expected a length of at most 6'),
        ({"sku": None}, "sku: it is missing; expected a value"),
        ({"kind": ""}, "kind: an empty text; expected a text that names a segment of the path"),
        ({"kind": ".."}, 'kind: the text ".."; expected a text without backslashes'),
        ({"kind": "a/.."}, 'kind: the text "a/.."; expected a text without backslashes'),
        ({"kind": "a%2Fb"}, 'kind: the text "a%2Fb"; expected a text without backslashes'),
        ({"kind": 5}, "kind: 5; expected a Kind, or its value"),
        ({"x_tenant": None}, "x_tenant: it is missing"),
        ({"x_tenant": "a\r\nX-Evil: b"}, 'x_tenant: the text "a\\r\\nX-Evil: b"; expected visible ASCII'),
        ({"x_tenant": "ü"}, 'x_tenant: the text "ü"; expected visible ASCII'),
        ({"theme": "a;b"}, 'theme: the text "a;b"; expected ASCII without spaces'),
        ({"ids": []}, "ids: an empty list, which cannot be sent; expected at least one item, or None"),
        ({"ids": 5}, "ids: 5; expected a list"),
        ({"ids": "12"}, 'ids: the text "12"; expected a list'),
        ({"ids": [1, "2"]}, 'ids: the text "2"; expected a int'),
        ({"ids": [2**31]}, "ids: 2147483648; expected"),
        ({"tags": ["a"] * 4}, "tags: a list of 4 items; expected a length of at most 3"),
        ({"owner": "0a1b"}, 'owner: the text "0a1b"; expected'),
        ({"since": "2026-03-01"}, 'since: the text "2026-03-01"; expected'),
        ({"grade": 3}, "grade: 3; expected one of 1, 2"),
        ({"grade": True}, "grade: True; expected a Grade, or its value"),
        ({"price": Decimal("0")}, "price: a Decimal; expected"),
        ({"price": Decimal("99.51")}, "price: a Decimal; expected"),
        ({"limit": 0}, "limit: 0; expected"),
        ({"limit": 51}, "limit: 51; expected"),
        ({"limit": True}, "limit: True; expected a int"),
        ({"text": "a"}, 'text: the text "a"; expected a length of at least 2'),
        ({"text": "a\ud800"}, "text: "),
    ],
)
def test_wrong_arguments_are_refused_before_anything_is_sent(
    do: Driver, service: Server, arguments: dict[str, Any], line: str
) -> None:
    with pytest.raises(ParameterError) as caught:
        find(do, **arguments)
    assert caught.value.message.startswith(line)
    assert (caught.value.operation, service.requests) == ("shop.find", [])


def test_everything_that_is_wrong_is_said_at_once(do: Driver, service: Server) -> None:
    with pytest.raises(ParameterError, match=r"sku: .*; limit: .*") as caught:
        find(do, sku="x", limit=99)
    assert [finding.path for finding in caught.value.findings] == ["sku", "limit"]
    assert isinstance(caught.value, ValueError)
    assert service.requests == []


def test_the_whole_response(do: Driver, service: Server) -> None:
    service.answer(as_json(PRODUCT, X_Request_Id="r-1"))
    response = do(do.open().get_product.with_response(5))
    assert response.value == response.body == SHOP.decode(response.content, SHOP.Product)
    assert response.value.price == Decimal("12.5")
    assert (response.status, response.headers["x-request-id"], response.findings) == (200, "r-1", ())
    assert (response.request.operation, response.request.request_id) == ("shop.get_product", "r-1")
    assert (str(response.url), response.request.attempts) == (f"{service.url}/products/5", 1)
    assert 0 < response.seconds < 30


@pytest.mark.parametrize(
    ("status", "body", "expected"),
    [
        (200, PRODUCT, "Product"),
        (201, {"Name": "a", "Tags": ["b"], "Price": None, "Grade": 1, "Owner": None}, "Change"),
        (202, {"StatusUrl": "/jobs/1"}, "Ticket"),
    ],
)
def test_each_success_has_its_own_type(
    do: Driver, service: Server, status: int, body: object, expected: str
) -> None:
    service.answer(as_json(body, status))
    product = SHOP.decode(do_json(PRODUCT), SHOP.Product)
    assert type(do(do.open().add_product(product))).__name__ == expected


def test_a_success_without_a_body_is_none(do: Driver, service: Server) -> None:
    service.answer(empty(204))
    product = SHOP.decode(do_json(PRODUCT), SHOP.Product)
    assert do(do.open().add_product(product)) is None


@pytest.mark.parametrize(("status", "body"), [(203, PRODUCT), (206, PRODUCT), (205, None)])
def test_an_undocumented_success_is_read_as_the_documented_one(
    do: Driver, service: Server, status: int, body: object
) -> None:
    service.answer(as_json(body, status) if body else empty(status))
    value = do(do.open().get_product(5))
    assert value is None if body is None else value.id == 5


@pytest.mark.parametrize(
    ("status", "error", "code"), [(404, NotFoundError, 7), (500, ServerError, 8), (503, ServerError, 9)]
)
def test_a_documented_error_has_its_typed_body(
    do: Driver, service: Server, status: int, error: type[StatusError], code: int
) -> None:
    service.answer(as_json({"Code": code, "Text": "no\nsuch thing"}, status, X_Request_Id="r-9"))
    with pytest.raises(error) as caught:
        do(do.open().get_product(5))
    raised = caught.value
    assert raised.body == SHOP.Problem(code=code, text="no\nsuch thing")
    assert (raised.status, raised.headers["x-request-id"], raised.request_id) == (status, "r-9", "r-9")
    assert raised.message.startswith(str(status))
    assert f"shop.get_product: {status} " in str(raised)
    assert f"GET {service.url}/products/5" in str(raised)


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        (as_json({"Message": "An error has occurred."}, 409), "409 Conflict: An error has occurred."),
        (
            as_json({"Message": "Bad.", "ModelState": {"b.Name": ["needed", "long"], "": ["odd"]}}, 409),
            "409 Conflict: Bad. b.Name: needed; b.Name: long; odd",
        ),
        (Answer(409, b"<Error><Message>No</Message></Error>", "application/xml"), "409 Conflict: No"),
        (as_json({"errors": [{"detail": "first"}, {"detail": "second"}]}, 409), "409 Conflict: first"),
        (Answer(409, b"<html>", "text/html"), "409 Conflict"),
        (Answer(409, b'{"Message": ', "application/json"), "409 Conflict"),
        (Answer(409), "409 Conflict"),
        (as_json([], 409), "409 Conflict"),
        (as_json({"Message": {"Message": 5}}, 409), "409 Conflict"),
    ],
)
def test_an_undocumented_error_says_what_it_can(
    do: Driver, service: Server, answer: Answer, message: str
) -> None:
    service.answer(answer)
    with pytest.raises(ConflictError) as caught:
        do(do.open().get_product(5))
    assert (caught.value.message, caught.value.content) == (message, answer.body)


@pytest.mark.parametrize(("depth", "message"), [(32, "409 Conflict: deep"), (33, "409 Conflict")])
def test_messages_are_looked_for_thirty_two_elements_deep(
    do: Driver, service: Server, depth: int, message: str
) -> None:
    body = "<a>" + "<error>" * depth + "deep" + "</error>" * depth + "</a>"
    service.answer(Answer(409, body.encode(), "application/xml"))
    with pytest.raises(ConflictError) as caught:
        do(do.open().get_product(5))
    assert caught.value.message == message


@pytest.mark.parametrize(
    ("status", "error"),
    [
        (400, BadRequestError), (401, UnauthorizedError), (402, StatusError), (403, ForbiddenError),
        (404, NotFoundError), (405, StatusError), (409, ConflictError), (410, StatusError),
        (422, UnprocessableError), (423, StatusError), (429, TooManyRequestsError), (499, StatusError),
        (500, ServerError), (501, ServerError), (599, ServerError),
    ],
)  # fmt: skip
def test_each_status_has_its_class(
    do: Driver, service: Server, status: int, error: type[StatusError]
) -> None:
    service.answer(empty(status))
    with pytest.raises(StatusError) as caught:
        do(do.open().get_product(5))
    assert type(caught.value) is error


def test_an_error_that_is_not_as_documented_is_still_the_error(do: Driver, service: Server) -> None:
    service.answer(as_json({"Code": "x", "Message": "gone"}, 404))
    with pytest.raises(NotFoundError, match="404 Not Found: gone") as caught:
        do(do.open().get_product(5))
    assert caught.value.body == {"Code": "x", "Message": "gone"}
    assert any(finding.path == "/Code" for finding in caught.value.findings)


def test_a_status_that_nobody_knows(do: Driver, service: Server) -> None:
    service.answer(empty(499))
    with pytest.raises(StatusError) as caught:
        do(do.open().get_product(5))
    assert (type(caught.value), caught.value.message) == (StatusError, "499")


def test_a_body_that_is_not_what_is_documented(do: Driver, service: Server) -> None:
    service.answer(as_json({**PRODUCT, "Id": "five", "Price": None}))
    with pytest.raises(UnreadableResponseError) as caught:
        do(do.open().get_product(5))
    assert [finding.path for finding in caught.value.findings] == ["/Id", "/Price"]
    assert (caught.value.status, caught.value.body) == (200, None)
    lenient = do(do.open(strict="nothing").get_product.with_response(5))
    assert (lenient.value.id, lenient.value.name) == (Unexpected("five"), PRODUCT["Name"])
    assert len(lenient.findings) == 2


def test_what_is_unusual_is_no_error(do: Driver, service: Server) -> None:
    service.answer(as_json({**PRODUCT, "Extra": 1}))
    response = do(do.open().get_product.with_response(5))
    assert [finding.severity for finding in response.findings] == ["warning"]
    assert response.value.id == 5


def test_a_response_shows_its_value_and_neither_body_nor_headers(do: Driver, service: Server) -> None:
    service.answer(Answer(200, as_json(PRODUCT).body, "application/json", {"X-Secret": "confidential"}))
    shown = repr(do(do.open().get_product.with_response(5)))
    assert "value=" in shown
    assert [part for part in ("body=", "headers=", "content=", "confidential") if part in shown] == []
