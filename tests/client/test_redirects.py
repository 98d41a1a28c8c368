"""Where redirects and links of the server's lead, and what goes with them."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

import pytest

from batch_apis import isometric
from tests.client.faults import (
    ITEM,
    KEY,
    SECRETS,
    call,
    emitted,
    error_of,
)
from tests.client.network import Pause, Request, Script, Server, as_json, empty, opened, redirect
from tests.client.silence import assert_authorized, assert_bare, everything
from wiresmith.client import (
    Attempt,
    Caps,
    Hooks,
    RedirectError,
    RequestTimeoutError,
    StatusError,
    UnauthorizedError,
)
from wiresmith.runtime import ABSENT

GOOD = as_json(ITEM)


@pytest.fixture
def other() -> Iterator[Server]:
    """A server of another origin, which answers with an item."""
    with Server(GOOD) as server:
        yield server


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize("target", ["/elsewhere?a=b", "{}/elsewhere?a=b", "../elsewhere?a=b#part"])
def test_the_same_origin_gets_the_credentials(status: int, target: str) -> None:
    with Server(lambda request: GOOD if "elsewhere" in request.target else first) as server:
        first = redirect(target.format(server.url), status)
        assert call(server.url, everything).name == "pen"
        for request in server.requests:
            assert_authorized(request)
        assert server.targets[1].startswith("/elsewhere?a=b&api_key=")


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_another_origin_gets_nothing(status: int, other: Server) -> None:
    class Adding(Hooks):
        def before_request(self, attempt: Attempt) -> None:
            attempt.headers["X-Hook"] = "hooked"

    with Server(redirect(f"{other.url}/file", status)) as server:
        options = {"headers": {"X-Custom": "mine", "Cookie": "own=1"}, "hooks": [Adding()]}
        assert call(server.url, everything, **options).name == "pen"
        (sent,) = server.requests
        assert sent.header("x-custom") == "mine"
        assert sent.header("x-hook") == "hooked"
        (arrived,) = other.requests
        assert arrived.target == "/file"
        assert_bare(arrived)


def test_parameters_do_not_go_to_another_origin(other: Server) -> None:
    with Server(redirect(f"{other.url}/file")) as server:
        call(
            server.url,
            lambda client: client.get_item("x", q="query", x_tenant="tenant", theme="dark"),
        )
        assert server.requests[0].header("x-tenant") == "tenant"
        assert_bare(other.requests[0])


def test_another_name_of_the_same_host_is_another_origin() -> None:
    def choose(request: Request) -> Script:
        return redirect(f"http://localhost:{server.port}/file") if "/every" in request.target else GOOD

    with Server(choose) as server:
        assert call(server.url, everything).name == "pen"
        assert_authorized(server.requests[0])
        assert_bare(server.requests[1])


def test_back_from_another_origin_is_still_without() -> None:
    def choose(request: Request) -> Script:
        return GOOD if request.target == "/back" else redirect(f"{between.url}/over")

    with (
        Server(choose) as server,
        Server(lambda _: redirect(f"{server.url}/back")) as between,
    ):
        assert call(server.url, everything, headers={"X-Custom": "mine"}).name == "pen"
        assert_authorized(server.requests[0])
        assert_bare(between.requests[0])
        assert_bare(server.requests[1])


def test_a_secret_that_the_server_repeats_is_not_taken_elsewhere(other: Server) -> None:
    with Server(lambda request: redirect(other.url + request.target)) as server:
        error = error_of(server.url, everything)
        assert type(error) is RedirectError
        assert quote(KEY, safe="") not in str(error)
        assert not other.requests


def test_401_of_another_origin_asks_for_no_new_secret() -> None:
    asked: list[str] = []

    def token() -> str:
        asked.append("token")
        return f"tok-{len(asked)}"

    with (
        Server(empty(401)) as other,
        Server(redirect(f"{other.url}/file")) as server,
    ):
        error = error_of(server.url, lambda client: client.get_item("x"), token=token)
        assert type(error) is UnauthorizedError
        assert len(asked) == len(server.requests) == 1


@pytest.mark.parametrize("status", [307, 308])
@pytest.mark.parametrize("operation", ["add_item", "put_item"])
def test_a_body_is_not_taken_to_another_origin(status: int, operation: str, other: Server) -> None:
    item = emitted().Item(name="pen")
    arguments = (item,) if operation == "add_item" else ("x", item)
    with Server(redirect(other.url, status)) as server:
        error = error_of(server.url, lambda client: getattr(client, operation)(*arguments))
        assert type(error) is RedirectError
        assert "another origin" in str(error)
        assert not other.requests


@pytest.mark.parametrize(
    ("status", "method"),
    [(301, "GET"), (302, "GET"), (303, "GET"), (307, "POST"), (308, "POST")],
)
def test_what_becomes_of_post_at_the_same_origin(status: int, method: str) -> None:
    with Server(redirect("/other", status), as_json(ITEM, 201)) as server:
        call(server.url, lambda client: client.add_item(emitted().Item(name="pen")))
        _, second = server.requests
        assert second.method == method
        assert bool(second.body) == (method == "POST")
        assert (second.header("content-type") is None) == (method == "GET")
        assert second.header("x-token") == SECRETS["token"]


def test_post_that_became_get_elsewhere_has_no_body(other: Server) -> None:
    with Server(redirect(f"{other.url}/seen", 303)) as server:
        call(server.url, lambda client: client.add_item(emitted().Item(name="pen")))
        assert other.requests[0].method == "GET"
        assert_bare(other.requests[0])


@pytest.mark.parametrize(
    "location",
    [
        "//[", "http://[::1", "https:///x", "http://a b/", "http://h:99999999/", "/a b", "/\x00", "/\u20ac",
        "http://a\\@b/", "\\\\evil.example\\x", "/x\\..\\y", "ftp://h/x", "file:///etc/passwd",
        "javascript:alert(1)",
        "data:text/plain,x", "mailto:a@b", "http:/x\ty", "x" * 9000, "http://a/, http://b/",
    ],
)  # fmt: skip
def test_garbage_is_not_followed(location: str) -> None:
    with Server(redirect(location)) as server:
        error = error_of(server.url, everything, retries=0)
        assert not isinstance(error, StatusError | RequestTimeoutError)
        assert len(str(error)) < 800
        assert len(server.requests) == 1


@pytest.mark.parametrize("user", ["u:p@", "u@", ":@", "127.0.0.1%00@"])
def test_a_url_with_a_user_is_not_followed(user: str, other: Server) -> None:
    with Server(redirect(f"http://{user}127.0.0.1:{other.port}/")) as server:
        error = error_of(server.url, everything)
        assert type(error) is RedirectError
        assert not other.requests


def test_an_encoded_line_break_stays_encoded() -> None:
    with Server(redirect("/x%0d%0aX-Evil:%201"), GOOD) as server:
        call(server.url, everything)
        assert server.requests[1].header("x-evil") is None


def test_no_scheme_is_the_same_scheme_of_another_host(other: Server) -> None:
    with Server(redirect(f"//127.0.0.1:{other.port}/evil")) as server:
        call(server.url, everything)
        assert_bare(other.requests[0])


def test_a_circle_ends() -> None:
    with Server(lambda request: redirect(request.target.partition("?")[0])) as server:
        error = error_of(server.url, everything)
        assert type(error) is RedirectError
        assert len(server.requests) == 6


def test_many_redirects_meet_one_deadline() -> None:
    with Server(lambda request: [Pause(0.05), redirect(request.target)]) as server:
        error = error_of(server.url, everything, timeout=0.3, caps=Caps(redirects=1000))
        assert type(error) is RequestTimeoutError
        assert len(server.requests) < 20


def test_documented_secrets_do_not_go_elsewhere(other: Server) -> None:
    with Server(redirect(other.url)) as server:
        made = opened(isometric, server.url, access_token="tok", client_secret="sec", retries=0)
        page = made.list_production_batches()
        assert (page.nodes, page.total_count) == (ABSENT, ABSENT)
        assert server.requests[0].header("x-client-secret") == "sec"
        assert_bare(other.requests[0])
