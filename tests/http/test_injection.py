"""Values that would be more than values: another path, another header, another host."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest

from batch_apis.os1.client import AsyncClient, Client
from tests.http.driving import ITEM, KINDS, Kind, call, client, error_of, using
from tests.http.faulty import Faulty, documents
from wiresmith.client import (
    Attempt,
    ConfigurationError,
    Hooks,
    ParameterError,
)

GOOD = documents(ITEM)
OUT_OF_PLACE = [
    "", ".", "..", "a/b", "/", "a\\b", "a%2fb", "a%2Fb", "%2e%2e%2f", "..%5cx", "\r\n", "a\nb", "a\x00b", "a%00b", "\x7f",
    "\ud800",
]  # fmt: skip


@KINDS
@pytest.mark.parametrize("value", OUT_OF_PLACE, ids=ascii)
def test_a_path_value_is_one_segment(kind: Kind, value: str) -> None:
    with Faulty(GOOD) as server:
        error = error_of(kind, server.url, lambda client: client.get_item(value))
        assert type(error) is ParameterError
        assert error.findings[0].path == "id"
        assert not server.requests


@KINDS
@pytest.mark.parametrize(
    ("value", "target"),
    [
        ("...", "/items/..."),
        ("a b", "/items/a%20b"),
        ("a?b=c#d", "/items/a%3Fb%3Dc%23d"),
        ("ä€", "/items/%C3%A4%E2%82%AC"),
        ("%41", "/items/%2541"),
        ("a;b,c:d@e", "/items/a%3Bb%2Cc%3Ad%40e"),
    ],
)
def test_other_characters_are_encoded(kind: Kind, value: str, target: str) -> None:
    with Faulty(GOOD) as server:
        call(kind, server.url, lambda client: client.get_item(value))
        assert server.targets == [target]


@KINDS
@pytest.mark.parametrize("value", ["a&b=c", "a=b", "a#b", "a\r\nb", "a+b", "a%26b", "?", "\x00"])
def test_a_query_value_is_one_value(kind: Kind, value: str) -> None:
    with Faulty(GOOD) as server:
        call(kind, server.url, lambda client: client.get_item("x", q=value))
        assert parse_qsl(urlsplit(server.targets[0]).query, keep_blank_values=True) == [("q", value)]


@KINDS
@pytest.mark.parametrize("value", ["a\r\nX-Evil: 1", "a\nb", "a\rb", "\x00", "ä", " a", "a ", "", "a\x7f"])
def test_a_header_value_is_one_line(kind: Kind, value: str) -> None:
    with Faulty(GOOD) as server:
        error = error_of(kind, server.url, lambda client: client.get_item("x", x_tenant=value))
        assert type(error) is ParameterError
        assert not server.requests


@KINDS
@pytest.mark.parametrize("value", ["a;b", "a; SID=other", "a,b", 'a"b', "a b", "a\\b", "a\r\nb", "ä", "\x00"])
def test_a_cookie_value_is_one_cookie(kind: Kind, value: str) -> None:
    with Faulty(GOOD) as server:
        error = error_of(kind, server.url, lambda client: client.get_item("x", theme=value))
        assert type(error) is ParameterError
        assert not server.requests


@KINDS
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
def test_headers_of_the_client_are_checked(kind: Kind, options: dict[str, Any]) -> None:
    with Faulty(GOOD) as server:
        error = error_of(kind, server.url, lambda client: client.get_item("x"), **options)
        assert type(error) is ConfigurationError
        assert "Evil: 1" not in str(error)
        assert not server.requests


@KINDS
@pytest.mark.parametrize("header", [("X-A", "b\r\nX-Evil: 1"), ("X-A\r\nX-Evil", "1"), ("X-A", "ä")])
def test_headers_of_hooks_are_checked(kind: Kind, header: tuple[str, str]) -> None:
    class Adding(Hooks):
        def before_request(self, attempt: Attempt) -> None:
            attempt.headers.update([header])

    with Faulty(GOOD) as server:
        error = error_of(kind, server.url, lambda client: client.get_item("x"), hooks=[Adding()])
        assert "Evil: 1" not in str(error)
        assert not server.requests


@KINDS
@pytest.mark.parametrize(
    "url",
    [
        "", "x", "http://", "//host/x", "ftp://host", "file:///etc", "http://user@host", "http://user:pass@host/x",
        "http://host/x?a=b", "http://host/\r\nX: y", "http://ho st", "http://host\\@evil.example", "http://host:99999999",
        "http://[::1", "javascript:alert(1)",
    ],
)  # fmt: skip
def test_a_base_url_is_no_more_than_that(kind: Kind, url: str) -> None:
    with pytest.raises(ConfigurationError) as raised:
        client(kind, url)
    assert "pass@" not in str(raised.value)


def os1(kind: Kind, **options: Any) -> Any:
    return (Client if kind == "sync" else AsyncClient)(access_token="tok", tenant_id="ten", **options)


@KINDS
@pytest.mark.parametrize(
    "value",
    [
        "evil.com/", "a@b", "evil.com#", "evil.com?", "a:80", "", ".", "-a", "a-", "a..b", "{x}", "a b", "a\r\nb", "ä", "[::1]",
        "x" * 64, "a\\b", "a%2fb",
    ],
)  # fmt: skip
def test_a_variable_of_the_base_url_is_a_part_of_the_host(kind: Kind, value: str) -> None:
    with pytest.raises(ConfigurationError):
        os1(kind, tenant_subdomain=value)


@KINDS
def test_a_variable_may_have_dots(kind: Kind) -> None:
    made = os1(kind, tenant_subdomain="eu.acme-1")
    assert made.base_url == "https://eu.acme-1.io/core/api/v2/containers"


@KINDS
def test_a_variable_that_is_not_given_is_asked_for(kind: Kind) -> None:
    with pytest.raises(ConfigurationError, match="tenantSubdomain"):
        os1(kind)


@KINDS
@pytest.mark.parametrize(
    "batch", ["batch:1", "batch:00000000-0000-4000-8000-000000000001\n", "batch:../../x", ""]
)
def test_documented_patterns_are_kept(kind: Kind, batch: str) -> None:
    with Faulty(GOOD) as server:
        with pytest.raises(ParameterError):
            using(
                kind,
                os1,
                lambda client: client.container_batch_status("box", batch_id=batch),
                base_url=server.url,
            )
        assert not server.requests
