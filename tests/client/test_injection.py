"""Values that would be more than values: another path, another header, another host."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest

from batch_apis import os1 as api
from tests.client.faults import ITEM, call, client, error_of
from tests.client.network import Server, as_json, opened
from wiresmith.client import (
    Attempt,
    ConfigurationError,
    Hooks,
    ParameterError,
)

GOOD = as_json(ITEM)
OUT_OF_PLACE = [
    "", ".", "..", "../a", "a/..", "a/../b", "a/./b", "..;/a", "/..",
    "a\\b", "a%2fb", "a%2Fb", "%2e%2e%2f", "..%5cx", "\r\n", "a\nb", "a\x00b",
    "a%00b", "\x7f",
    "\ud800",
]  # fmt: skip


@pytest.mark.parametrize("value", OUT_OF_PLACE, ids=ascii)
def test_a_path_value_is_one_segment(value: str) -> None:
    with Server(GOOD) as server:
        error = error_of(server.url, lambda client: client.get_item(value))
        assert type(error) is ParameterError
        assert error.findings[0].path == "id"
        assert not server.requests


@pytest.mark.parametrize(
    ("value", "target"),
    [
        ("...", "/items/..."),
        ("group/name", "/items/group%2Fname"),
        (".a/..b/c.", "/items/.a%2F..b%2Fc."),
        ("a b", "/items/a%20b"),
        ("a?b=c#d", "/items/a%3Fb%3Dc%23d"),
        ("ä€", "/items/%C3%A4%E2%82%AC"),
        ("%41", "/items/%2541"),
        ("a;b,c:d@e", "/items/a%3Bb%2Cc%3Ad%40e"),
    ],
)
def test_other_characters_are_encoded(value: str, target: str) -> None:
    with Server(GOOD) as server:
        call(server.url, lambda client: client.get_item(value))
        assert server.targets == [target]


@pytest.mark.parametrize("value", ["a&b=c", "a=b", "a#b", "a\r\nb", "a+b", "a%26b", "?", "\x00"])
def test_a_query_value_is_one_value(value: str) -> None:
    with Server(GOOD) as server:
        call(server.url, lambda client: client.get_item("x", q=value))
        assert parse_qsl(urlsplit(server.targets[0]).query, keep_blank_values=True) == [("q", value)]


@pytest.mark.parametrize("value", ["a\r\nX-Evil: 1", "a\nb", "a\rb", "\x00", "ä", " a", "a ", "", "a\x7f"])
def test_a_header_value_is_one_line(value: str) -> None:
    with Server(GOOD) as server:
        error = error_of(server.url, lambda client: client.get_item("x", x_tenant=value))
        assert type(error) is ParameterError
        assert not server.requests


@pytest.mark.parametrize("value", ["a;b", "a; SID=other", "a,b", 'a"b', "a b", "a\\b", "a\r\nb", "ä", "\x00"])
def test_a_cookie_value_is_one_cookie(value: str) -> None:
    with Server(GOOD) as server:
        error = error_of(server.url, lambda client: client.get_item("x", theme=value))
        assert type(error) is ParameterError
        assert not server.requests


@pytest.mark.parametrize(
    "options",
    [
        {"headers": {"X-A": "b\r\nX-Evil: 1"}},
        {"headers": {"X-A\r\nX-Evil": "1"}},
        {"headers": {"X A": "1"}},
        {"headers": {"": "1"}},
        {"headers": {"X-A": "ä"}},
        {"user_agent": "a\r\nX-Evil: 1"},
    ],
)
def test_headers_of_the_client_are_checked(options: dict[str, Any]) -> None:
    with Server(GOOD) as server:
        error = error_of(server.url, lambda client: client.get_item("x"), **options)
        assert type(error) is ConfigurationError
        assert "Evil: 1" not in str(error)
        assert not server.requests


@pytest.mark.parametrize("header", [("X-A", "b\r\nX-Evil: 1"), ("X-A\r\nX-Evil", "1"), ("X-A", "ä")])
def test_headers_of_hooks_are_checked(header: tuple[str, str]) -> None:
    class Adding(Hooks):
        def before_request(self, attempt: Attempt) -> None:
            attempt.headers.update([header])

    with Server(GOOD) as server:
        error = error_of(server.url, lambda client: client.get_item("x"), hooks=[Adding()])
        assert "Evil: 1" not in str(error)
        assert not server.requests


@pytest.mark.parametrize(
    "url",
    [
        "", "x", "http://", "//host/x", "ftp://host", "file:///etc", "http://user@host",
        "http://user:pass@host/x",
        "http://host/x?a=b", "http://host/\r\nX: y", "http://ho st", "http://host\\@evil.example",
        "http://host:99999999",
        "http://[::1", "javascript:alert(1)",
    ],
)  # fmt: skip
def test_a_base_url_is_no_more_than_that(url: str) -> None:
    with pytest.raises(ConfigurationError) as raised:
        client(url)
    assert "pass@" not in str(raised.value)


def os1(**options: Any) -> Any:
    return api.Client(access_token="tok", tenant_id="ten", **options)


@pytest.mark.parametrize(
    "value",
    [
        "evil.com/", "a@b", "evil.com#", "evil.com?", "a:80", "", ".", "-a", "a-", "a..b", "{x}", "a b",
        "a\r\nb", "ä", "[::1]",
        "x" * 64, "a\\b", "a%2fb",
    ],
)  # fmt: skip
def test_a_variable_of_the_base_url_is_a_part_of_the_host(value: str) -> None:
    with pytest.raises(ConfigurationError):
        os1(tenant_subdomain=value)


def test_a_variable_may_have_dots() -> None:
    made = os1(tenant_subdomain="eu.acme-1")
    assert made.base_url == "https://eu.acme-1.io/core/api/v2/containers"


def test_a_variable_that_is_not_given_is_asked_for() -> None:
    with pytest.raises(ConfigurationError, match="tenantSubdomain"):
        os1()


@pytest.mark.parametrize(
    "batch", ["batch:1", "batch:00000000-0000-4000-8000-000000000001\n", "batch:../../x", ""]
)
def test_patterns_are_kept_where_they_are_held(batch: str) -> None:
    with Server(GOOD) as server:
        made = opened(api, server.url, access_token="tok", tenant_id="ten", strict="everything")
        with pytest.raises(ParameterError):
            made.container_batch_status("box", batch_id=batch)
        assert not server.requests
