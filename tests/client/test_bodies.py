"""Bodies: in which format they go out, and how what comes back is read, whatever was asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qsl

import pytest

from tests.client.network import Answer, Server, as_json, empty
from tests.client.service import PRODUCT, Driver, emitted
from wiresmith.client import (
    ConfigurationError,
    NotFoundError,
    ParameterError,
    UnreadableResponseError,
)

SHOP = emitted()
VALUE = SHOP.decode(as_json(PRODUCT).body, SHOP.Product)
JSON = SHOP.encode(VALUE)
XML = SHOP.encode(VALUE, format="xml")
CHANGE = SHOP.Change(
    name="a b&c=ü",
    tags=["x", "y z"],
    price=None,
    grade=SHOP.Grade.HIGH,
    owner="0a1b2c3d-0000-4000-8000-000000000001",
)
XML_ACCEPTED = "application/xml, text/xml;q=0.9"
JSON_ACCEPTED = "application/json, text/json;q=0.9"


@pytest.mark.parametrize(
    ("format", "media", "accept", "body"),
    [
        ("json", "application/json", JSON_ACCEPTED, JSON),
        ("xml", "application/xml; charset=utf-8", XML_ACCEPTED, XML),
    ],
)
def test_the_format_of_a_client(
    do: Driver, service: Server, format: str, media: str, accept: str, body: bytes
) -> None:
    service.answer(empty(204))
    client = do.open(format=format)
    assert do(client.put_product(5, VALUE)) is None
    assert service.request.header("content-type") == media
    assert service.request.header("content-length") == str(len(service.request.body))
    assert SHOP.decode(service.request.body, SHOP.Product, format=format) == VALUE
    service.answer(Answer(200, body, media))
    assert do(client.get_product(5)) == VALUE
    assert service.request.header("accept") == accept


def test_the_format_of_one_call(do: Driver, service: Server) -> None:
    service.answer(as_json(PRODUCT), Answer(200, XML, "application/xml"), as_json(PRODUCT))
    client = do.open()
    assert do(client.get_product(5)) == VALUE
    assert do(client.with_options(format="xml").get_product(5)) == VALUE
    assert do(client.get_product(5)) == VALUE
    assert [request.header("accept") for request in service.requests] == [
        JSON_ACCEPTED,
        XML_ACCEPTED,
        JSON_ACCEPTED,
    ]


def utf16(document: bytes, mark: bytes = b"\xff\xfe") -> bytes:
    return mark + document.decode().encode("utf-16-le" if mark == b"\xff\xfe" else "utf-16-be")


def latin1(document: bytes) -> bytes:
    return document.decode().encode("latin-1")


def declared(encoding: str, document: bytes = XML) -> bytes:
    return f'<?xml version="1.0" encoding="{encoding}"?>'.encode() + document


@pytest.mark.parametrize("asked", ["json", "xml"])
@pytest.mark.parametrize(
    ("media", "body"),
    [
        ("application/json", JSON),
        ("application/json; charset=utf-8", JSON),
        ("application/json", b"\xef\xbb\xbf" + JSON),
        ("text/json; charset=utf-8", JSON),
        ("Application/JSON", JSON),
        ("application/vnd.shop+json", JSON),
        ("application/json; charset=utf-16", utf16(JSON)),
        ("application/json; charset=utf-16", utf16(JSON, b"\xfe\xff")),
        ("application/json; charset=utf-16le", JSON.decode().encode("utf-16-le")),
        ("application/json; charset=iso-8859-1", latin1(JSON)),
        ('application/json; charset="ISO-8859-1"', latin1(JSON)),
        ("application/xml", XML),
        ("text/xml; charset=utf-8", XML),
        ("application/problem+xml", XML),
        ("application/xml", b"\xef\xbb\xbf" + XML),
        ("application/xml; charset=utf-16", utf16(XML)),
        ("application/xml; charset=utf-16", utf16(XML, b"\xfe\xff")),
        ("application/xml; charset=utf-16", b"\xff\xfe" + declared("utf-16").decode().encode("utf-16-le")),
        ("application/xml; charset=utf-16le", declared("utf-16").decode().encode("utf-16-le")),
        ("application/xml; charset=iso-8859-1", latin1(XML)),
        ("application/xml; charset=iso-8859-1", latin1(declared("iso-8859-1"))),
        ("application/xml; charset=utf-8", declared("utf-8")),
        (None, JSON),
        (None, XML),
        (None, b"\xef\xbb\xbf" + JSON),
        (None, b" \r\n" + XML),
    ],
)
def test_the_response_says_itself_how_it_is_read(
    do: Driver, service: Server, asked: str, media: str | None, body: bytes
) -> None:
    service.answer(Answer(200, body, media))
    assert do(do.open(format=asked).get_product(5)) == VALUE


@pytest.mark.parametrize(
    ("media", "body", "message"),
    [
        ("text/html", b"<html>", "the body is text/html; expected application/json or text/json or"),
        ("text/plain", JSON, "the body is text/plain; expected"),
        ("application/json", b"", "the body is empty; expected application/json or"),
        ("application/json; charset=klingon", JSON, "the body is not in the charset that it names, klingon"),
        ("application/json; charset=utf-16le", b"{", "the body is not in the charset that it names"),
        ("application/json; charset=punycode", JSON, "the body is not in the charset that it names"),
        ("application/xml", latin1(declared("iso-8859-1")), "the response is not what is documented"),
        ("application/json", XML, "the response is not what is documented"),
        ("application/xml", JSON, "the response is not what is documented"),
        ("application/json", b"null", "the response is not what is documented"),
        ("application/json", latin1(JSON), "the response is not what is documented"),
        ("application/json", JSON[:-9], "the response is not what is documented"),
    ],
)
def test_what_cannot_be_read(do: Driver, service: Server, media: str, body: bytes, message: str) -> None:
    service.answer(Answer(200, body, media))
    with pytest.raises(UnreadableResponseError) as caught:
        do(do.open().get_product(5))
    assert caught.value.message.startswith(message)
    assert (caught.value.content, caught.value.body) == (body, None)


def test_an_error_is_read_by_its_own_media_type_too(do: Driver, service: Server) -> None:
    problem = SHOP.Problem(code=4, text="ü")
    service.answer(Answer(404, SHOP.encode(problem, format="xml"), "text/xml"))
    with pytest.raises(NotFoundError) as caught:
        do(do.open(format="json").get_product(5))
    assert caught.value.body == problem


FORM = [
    ("Name", "a b&c=ü"),
    ("Tags", "x"),
    ("Tags", "y z"),
    ("Grade", "2"),
    ("Owner", "0a1b2c3d-0000-4000-8000-000000000001"),
]


def test_a_form(do: Driver, service: Server) -> None:
    """None is not sent, and each item of a list by itself."""
    service.answer(as_json({"any": 1}))
    assert do(do.open().send_form(CHANGE)) == {"any": 1}
    assert service.request.header("content-type") == "application/x-www-form-urlencoded"
    assert parse_qsl(service.request.body.decode("ascii"), keep_blank_values=True) == FORM


@pytest.mark.parametrize(
    ("format", "media", "decode"),
    [
        ("json", "application/json", lambda body: SHOP.decode(body, SHOP.Change, format="json") == CHANGE),
        (
            "xml",
            "text/xml; charset=utf-8",
            lambda body: SHOP.decode(body, SHOP.Change, format="xml") == CHANGE,
        ),
    ],
)
def test_of_several_media_types_the_format_chooses(
    do: Driver, service: Server, format: str, media: str, decode: Callable[[bytes], bool]
) -> None:
    service.answer(as_json(PRODUCT))
    do(do.open(format=format).change_product(5, CHANGE))
    assert service.request.header("content-type") == media
    assert decode(service.request.body)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda c: c.put_product(5, None), "body: .* expected"),
        (lambda c: c.put_product(5, CHANGE), "body: "),
        (lambda c: c.put_product(5, {"Id": 5}), "body: "),
        (
            lambda c: c.put_product(5, SHOP.Product(id="x", name="", kind="Tool", price=1, added=None)),
            "body: ",
        ),
        (lambda c: c.send_form(VALUE), "body: a Product; expected a Change"),
        (
            lambda c: c.send_form(SHOP.Change(name="a", tags="b", price=None, grade=None, owner=None)),
            "body: Tags: a str; expected a list",
        ),
        (
            lambda c: c.send_form(SHOP.Change(name="a", tags=[], price=None, grade=3, owner=None)),
            "body: Grade: 3; expected one of 1, 2",
        ),
        (lambda c: c.put_picture("a", "text"), "body: a str; expected bytes"),
        (lambda c: c.delete_products(["a"]), "body: "),
    ],
)
def test_a_wrong_body_is_refused_before_anything_is_sent(
    do: Driver, service: Server, call: Callable[[Any], Any], message: str
) -> None:
    with pytest.raises(ParameterError, match=message):
        do(call(do.open()))
    assert service.requests == []


@pytest.mark.parametrize("body", [b"", b"\x00\xff", bytearray(b"\x89PNG")])
def test_bytes_go_and_come_as_they_are(do: Driver, service: Server, body: bytes) -> None:
    service.answer(Answer(200, bytes(body), "image/png"))
    assert do(do.open().put_picture("a", body)) == bytes(body)
    assert (service.request.body, service.request.header("content-type")) == (bytes(body), "image/png")


@pytest.mark.parametrize(
    "answer",
    [
        Answer(201, b"\x89PNG", "image/png"),
        Answer(201, b"\x89PNG", None),
        Answer(201, b"\x89PNG", "application/octet-stream"),
        Answer(201, b'"iVBORw=="', "application/json"),
    ],
)
def test_bytes_that_may_come_in_json_too(do: Driver, service: Server, answer: Answer) -> None:
    service.answer(answer)
    expected = b"\x89PNG" if answer.media == "application/json" or answer.body[0] == 0x89 else None
    if answer.media == "application/json":
        service.answer(Answer(201, b'"iVBORw=="', "application/json"))
    assert do(do.open().put_picture("a", b"")) == expected


def test_a_format_that_the_api_has_not(do: Driver, tmp_path: Any) -> None:
    folder = tmp_path / "plain"
    folder.mkdir()
    (folder / "api.yaml").write_text(
        "wiresmith: 1\napi: plain\noperations: {ping: {get: /, returns: {200: int}}}\n"
    )
    package = emitted(folder)
    with pytest.raises(ConfigurationError, match="format='xml', and plain has only json"):
        do.open(package, format="xml")
    with pytest.raises(ConfigurationError, match=r"format='yaml'; expected \"json\" or \"xml\""):
        do.open(package, format="yaml")


def test_a_format_that_the_api_has_not_for_one_call(do: Driver, tmp_path: Any) -> None:
    folder = tmp_path / "plain"
    folder.mkdir()
    (folder / "api.yaml").write_text(
        "wiresmith: 1\napi: plain\noperations: {ping: {get: /, returns: {200: int}}}\n"
    )
    with pytest.raises(ConfigurationError, match="format='xml', and plain has only json"):
        do.open(emitted(folder)).with_options(format="xml")


def test_an_api_with_xml_alone(do: Driver, service: Server, tmp_path: Any) -> None:
    folder = tmp_path / "only"
    folder.mkdir()
    (folder / "api.yaml").write_text(
        "wiresmith: 1\napi: only\nformats: [xml]\nxml: {dialect: datacontract, clr_namespace: Only}\n"
        "operations: {put: {put: /, body: Thing, returns: {200: Thing}}}\ntypes: {Thing: {fields: {Id: "
        "int32}}}\n"
    )
    package = emitted(folder)
    thing = package.Thing(id=3)
    service.answer(Answer(200, package.encode(thing), "application/xml"))
    assert do(do.open(package).put(thing)) == thing
    assert service.request.header("accept") == XML_ACCEPTED
    assert service.request.body == package.encode(thing, format="xml")
