"""What a spec says for clients alone: environment variables, base URLs with variables, ids of requests, what
may be repeated.
"""

from __future__ import annotations

import pytest

from tests.unit.contract.conftest import API, Load
from wiresmith.description import Auth, Parameter

OPERATION = "operations: {op: {get: /a, returns: {200: int}%s}}\n"


def auth(load: Load, text: str) -> Auth:
    (found,) = load(OPERATION % "", f"{API}auth: {{{text}}}\n").auth
    return found


@pytest.mark.parametrize(
    ("text", "python", "env", "scheme"),
    [
        ("key: {header: X-Key, env: SHOP_KEY}", "key", "SHOP_KEY", ""),
        ("api-Key: {query: key}", "api_key", "", ""),
        ("class: {cookie: SID, env: _x9}", "class_", "_x9", ""),
        ("login: {header: Authorization, scheme: Basic}", "login", "", "Basic"),
    ],
)
def test_secrets(load: Load, text: str, python: str, env: str, scheme: str) -> None:
    found = auth(load, text)
    assert (found.argument, found.env, found.scheme) == (python, env, scheme)


@pytest.mark.parametrize(
    ("base_url", "variables"),
    [
        (
            "https://{tenantId}.example/{api-version}/x",
            (("tenantId", "tenant_id"), ("api-version", "api_version")),
        ),
        ("https://{a}.{a}.example", (("a", "a"),)),
        ("http://localhost:8080/api", ()),
        ("https://example.com/a/", ()),
    ],
)
def test_variables_of_a_base_url(load: Load, base_url: str, variables: tuple[tuple[str, str], ...]) -> None:
    contract = load(OPERATION % "", f"{API}base_url: {base_url}\n")
    assert (contract.base_url, contract.base_url_variables) == (base_url, variables)


@pytest.mark.parametrize("name", ["base_url", "options", "self", "timeout", "http", "format"])
def test_secrets_are_not_called_like_options(load: Load, name: str) -> None:
    assert auth(load, f"{name}: {{header: X}}").argument != name


def headers(load: Load, text: str) -> list[Parameter]:
    (operation,) = load(OPERATION % f", headers: {{{text}}}").operations
    return list(operation.parameters)


def test_an_id_of_the_request(load: Load) -> None:
    text, guid, other = headers(
        load,
        "X-A: {type: str, request_id: true}, X-B?: {type: uuid, request_id: true}, X-C: {type: str, "
        "request_id: false}",
    )
    assert (text.request_id, guid.request_id, other.request_id) == (True, True, False)
    assert (text.required, guid.required) == (True, False)


@pytest.mark.parametrize(
    ("rest", "expected"), [("", None), (", idempotent: true", True), (", idempotent: false", False)]
)
def test_whether_a_request_may_be_repeated(load: Load, rest: str, expected: bool | None) -> None:
    (operation,) = load(OPERATION % rest).operations
    assert operation.idempotent is expected


@pytest.mark.parametrize(
    ("rest", "expected"), [("", True), ("client: false\n", False), ("client: true\n", True)]
)
def test_files_need_no_client(load: Load, rest: str, expected: bool) -> None:
    assert load(OPERATION % "", API + rest).has_client is expected


@pytest.mark.parametrize(
    "name",
    ["close", "aclose", "with_options", "base_url", "client", "Client", "AsyncClient", "decode"],
)
def test_operations_hide_nothing_of_a_client(load: Load, name: str) -> None:
    (operation,) = load(f"operations: {{{name}: {{get: /a, returns: {{200: int}}}}}}\n").operations
    assert operation.python != name
