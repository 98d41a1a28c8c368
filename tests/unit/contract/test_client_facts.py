"""What a spec says for clients alone: environment variables, base URLs with variables, ids of requests, what may be repeated."""

from __future__ import annotations

import pytest

from tests.unit.contract.conftest import API, Lines, Load
from wiresmith.contract.model import Auth, Parameter

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
    assert (found.python, found.env, found.scheme) == (python, env, scheme)


@pytest.mark.parametrize("env", ["A B", "9A", "A-B", "'A=B'", "'$A'", '"A\\n"', "Ä"])
def test_names_that_no_environment_variable_has(lines: Lines, env: str) -> None:
    (found,) = lines(OPERATION % "", f"{API}auth: {{key: {{header: X-Key, env: {env}}}}}\n")
    assert found.startswith("api.yaml:3:34: env is ")
    assert "the name of an environment variable is expected" in found


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


@pytest.mark.parametrize(
    "base_url",
    [
        "https://x/?a=b",
        "https://x/#a",
        "https://u@x/",
        "https://x{/a",
        "https://{a b}/",
        "https:///x",
        "https://x\\y",
    ],
)
def test_what_is_no_base_url(lines: Lines, base_url: str) -> None:
    found = lines(OPERATION % "", f"{API}base_url: '{base_url}'\n")
    assert len(found) == 1
    assert found[0].startswith("api.yaml:3:11: ")


@pytest.mark.parametrize(
    ("api", "place", "first"),
    [
        ("auth: {tenant: {header: X}}\nbase_url: https://{tenant}.x\n", "api.yaml:3:8", "'tenant'"),
        ("auth: {a-b: {header: X}, a_b: {header: Y}}\n", "api.yaml:3:26", "'a_b'"),
        ("base_url: https://{a-b}.{a_b}.x\n", "api.yaml:3:11", "'a_b'"),
    ],
)
def test_two_arguments_of_one_name(lines: Lines, api: str, place: str, first: str) -> None:
    (found,) = lines(OPERATION % "", API + api)
    assert found.startswith(f"{place}: ")
    assert first in found
    assert "arguments of a client" in found


@pytest.mark.parametrize("name", ["base_url", "options", "self", "timeout", "http", "format"])
def test_secrets_are_not_called_like_options(load: Load, name: str) -> None:
    assert auth(load, f"{name}: {{header: X}}").python != name


def headers(load: Load, text: str) -> list[Parameter]:
    (operation,) = load(OPERATION % f", headers: {{{text}}}").operations
    return list(operation.parameters)


def test_an_id_of_the_request(load: Load) -> None:
    text, guid, other = headers(
        load,
        "X-A: {type: str, request_id: true}, X-B?: {type: uuid, request_id: true}, X-C: {type: str, request_id: false}",
    )
    assert (text.request_id, guid.request_id, other.request_id) == (True, True, False)
    assert (text.required, guid.required) == (True, False)


@pytest.mark.parametrize(
    "rest",
    [
        ", headers: {X-A: {type: int, request_id: true}}",
        ", headers: {X-A: {type: 'list[str]', request_id: true}}",
        ", query: {X-A: {type: str, request_id: true}}",
        ", cookies: {X-A: {type: uuid, request_id: true}}",
    ],
)
def test_what_names_no_request(lines: Lines, rest: str) -> None:
    text = OPERATION % rest
    at = text.index("request_id: ") + len("request_id: ") + 1
    assert lines(text) == [
        f"e.yaml:1:{at}: request_id means nothing for 'X-A'; it is for headers of the type str or uuid"
    ]


@pytest.mark.parametrize(
    ("rest", "expected"), [("", None), (", idempotent: true", True), (", idempotent: false", False)]
)
def test_whether_a_request_may_be_repeated(load: Load, rest: str, expected: bool | None) -> None:
    (operation,) = load(OPERATION % rest).operations
    assert operation.idempotent is expected


def test_idempotent_is_a_flag(lines: Lines) -> None:
    text = OPERATION % ", idempotent: maybe"
    assert lines(text) == [
        f"e.yaml:1:{text.index('maybe') + 1}: idempotent is 'maybe'; true or false is expected"
    ]


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
