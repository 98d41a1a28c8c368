"""Texts of any language: in passwords, and in what servers say."""

from __future__ import annotations

import base64
from typing import Any

import httpx2
import pytest

from tests.client.faults import ITEM, SECRETS, TOKEN, emitted
from wiresmith.client import BadRequestError, CredentialError, ParameterError


def opened(answers: Any, **options: Any) -> Any:
    """A client whose server is a function."""
    given: dict[str, Any] = {**SECRETS, **options}
    return emitted().Client(
        base_url="https://faults.example", transport=httpx2.MockTransport(answers), retries=0, **given
    )


@pytest.mark.parametrize("login", ["u:p", "u:correct horse", "u:pä", "ü:p", ":token", "u:日本", " u:p "])
def test_basic_carries_any_text(login: str) -> None:
    seen: list[httpx2.Request] = []

    def answers(request: httpx2.Request) -> httpx2.Response:
        seen.append(request)
        return httpx2.Response(200, json=ITEM)

    with opened(answers, login=login) as client:
        client.everything()
    assert base64.b64decode(seen[0].headers["authorization"].removeprefix("Basic ")) == login.encode()


@pytest.mark.parametrize("login", ["u:p\n", "u:\x00", "u:\x7f", "u:\x85", "u:\ud800"], ids=ascii)
def test_basic_carries_no_control_characters(login: str) -> None:
    with pytest.raises(CredentialError, match="login has characters that Basic cannot carry"):
        opened(lambda _: httpx2.Response(200, json=ITEM), login=login)


@pytest.mark.parametrize("media", ["text/plain", "text/html"])
@pytest.mark.parametrize(
    ("charset", "text"),
    [
        ("utf-8", "Schlüssel ungültig"),
        ("iso-8859-1", "Schlüssel ungültig"),
        ("windows-1252", "„kaputt“"),
        ("utf-16", "kaputt"),
        ("utf-32be", "kaputt"),
        ("shift_jis", "壊れた"),
        ("koi8-r", "сломано"),
    ],
)
def test_texts_of_errors_are_shown_in_their_charset(charset: str, text: str, media: str) -> None:
    def answers(_: httpx2.Request) -> httpx2.Response:
        headers = {"content-type": f"{media}; charset={charset}"}
        return httpx2.Response(400, content=text.encode(charset), headers=headers)

    with opened(answers) as client, pytest.raises(BadRequestError) as raised:
        client.get_item("x")
    assert raised.value.excerpt == text
    assert text in str(raised.value)


@pytest.mark.parametrize("charset", ["klingon", "idna", "utf-16-", ""])
def test_an_unknown_charset_is_read_as_utf_8(charset: str) -> None:
    def answers(_: httpx2.Request) -> httpx2.Response:
        headers = {"content-type": f"text/plain; charset={charset}"}
        return httpx2.Response(400, content=b"broken", headers=headers)

    with opened(answers) as client, pytest.raises(BadRequestError) as raised:
        client.get_item("x")
    assert raised.value.excerpt == "broken"


@pytest.mark.parametrize("charset", ["utf-8", "utf-16", "utf-32"])
@pytest.mark.parametrize("before", range(740, 860, 3))
def test_no_half_of_a_secret_is_shown_in_any_charset(charset: str, before: int) -> None:
    def answers(_: httpx2.Request) -> httpx2.Response:
        content = (" " * before + TOKEN * 200).encode(charset)
        return httpx2.Response(
            400, content=content, headers={"content-type": f"text/plain; charset={charset}"}
        )

    with opened(answers) as client, pytest.raises(BadRequestError) as raised:
        client.get_item("x")
    assert TOKEN[:6] not in raised.value.excerpt


LISTED = """
wiresmith: 1
api: listed
base_url: https://listed.example
operations:
  find: {get: x, headers: {"X-List?": "list[str]", "X-One?": str}, returns: {200: "dict[str, any]"}}
"""


@pytest.mark.parametrize("items", [["a,b", "c"], ["a,b"], [" a", "b"], ["a", ""], ["a", "b "]])
def test_items_of_a_header_are_told_apart(items: list[str]) -> None:
    with pytest.raises(ParameterError) as raised:
        _find(x_list=items)
    assert [each.path for each in raised.value.findings] == ["x_list"]


def test_a_header_of_one_text_holds_commas() -> None:
    assert _find(x_list=["a b", "c"], x_one="a, b") == {"x-list": "a b, c", "x-one": "a, b"}


def _find(**arguments: Any) -> dict[str, str]:
    """The headers of a call."""
    seen: dict[str, str] = {}

    def answers(request: httpx2.Request) -> httpx2.Response:
        seen.update({name: text for name, text in request.headers.items() if name.startswith("x-")})
        return httpx2.Response(200, json={})

    with emitted(LISTED).Client(transport=httpx2.MockTransport(answers)) as client:
        client.find(**arguments)
    return seen
