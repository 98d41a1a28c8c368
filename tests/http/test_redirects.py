"""Where redirects and links of the server's lead, and what goes with them."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

import httpx2
import pytest
import trustme

from batch_apis.isometric.client import AsyncClient, Client
from tests.http.driving import (
    ITEM,
    KEY,
    KINDS,
    LOGIN_SENT,
    SECRETS,
    Kind,
    call,
    emitted,
    error_of,
    told,
    using,
)
from tests.http.faulty import Faulty, Pause, Request, Script, answer, documents, redirect
from wiresmith.client import (
    Attempt,
    Caps,
    Hooks,
    RedirectError,
    RequestTimeoutError,
    StatusError,
    UnauthorizedError,
)

GOOD = documents(ITEM)


@pytest.fixture
def other() -> Iterator[Faulty]:
    """A server of another origin, which answers with an item."""
    with Faulty(GOOD) as server:
        yield server


def everything(client: Any) -> Any:
    return client.everything()


def assert_bare(request: Request) -> None:
    """Nothing of the API's is in it."""
    allowed = {"host", "connection", "user-agent", "accept", "accept-encoding"}
    assert {name for name, _ in request.headers} <= allowed
    assert not request.body
    for secret in (*SECRETS.values(), quote(KEY, safe=""), LOGIN_SENT):
        assert secret not in request.text


def assert_authorized(request: Request) -> None:
    assert request.header("x-token") == SECRETS["token"]
    assert request.header("cookie") == f"SID={SECRETS['session']}"
    assert request.header("authorization") == f"Basic {LOGIN_SENT}"
    assert f"api_key={quote(KEY, safe='')}" in request.target


@KINDS
@pytest.mark.parametrize("status", ["301 M", "302 F", "303 S", "307 T", "308 P"])
@pytest.mark.parametrize("target", ["/elsewhere?a=b", "{}/elsewhere?a=b", "../elsewhere?a=b#part"])
def test_the_same_origin_gets_the_credentials(kind: Kind, status: str, target: str) -> None:
    with Faulty(choose=lambda request: GOOD if "elsewhere" in request.target else first) as server:
        first = redirect(target.format(server.url), status)
        assert call(kind, server.url, everything).name == "pen"
        for request in server.requests:
            assert_authorized(request)
        assert server.targets[1].startswith("/elsewhere?a=b&api_key=")


@KINDS
@pytest.mark.parametrize("status", ["301 M", "302 F", "303 S", "307 T", "308 P"])
def test_another_origin_gets_nothing(kind: Kind, status: str, other: Faulty) -> None:
    class Adding(Hooks):
        def before_request(self, attempt: Attempt) -> None:
            attempt.headers["X-Hook"] = "hooked"

    with Faulty(redirect(f"{other.url}/file", status)) as server:
        options = {"headers": {"X-Custom": "mine", "Cookie": "own=1"}, "hooks": [Adding()]}
        assert call(kind, server.url, everything, **options).name == "pen"
        (sent,) = server.requests
        assert sent.header("x-custom") == "mine"
        assert sent.header("x-hook") == "hooked"
        (arrived,) = other.requests
        assert arrived.target == "/file"
        assert_bare(arrived)


@KINDS
def test_parameters_do_not_go_to_another_origin(kind: Kind, other: Faulty) -> None:
    with Faulty(redirect(f"{other.url}/file")) as server:
        call(
            kind,
            server.url,
            lambda client: client.get_item("x", q="query", x_tenant="tenant", theme="dark"),
        )
        assert server.requests[0].header("x-tenant") == "tenant"
        assert_bare(other.requests[0])


@KINDS
def test_another_name_of_the_same_host_is_another_origin(kind: Kind) -> None:
    def choose(request: Request) -> Script:
        return redirect(f"http://localhost:{server.port}/file") if "/every" in request.target else GOOD

    with Faulty(choose=choose) as server:
        assert call(kind, server.url, everything).name == "pen"
        assert_authorized(server.requests[0])
        assert_bare(server.requests[1])


@KINDS
def test_back_from_another_origin_is_still_without(kind: Kind) -> None:
    def choose(request: Request) -> Script:
        return GOOD if request.target == "/back" else redirect(f"{other.url}/over")

    with (
        Faulty(choose=choose) as server,
        Faulty(choose=lambda _: redirect(f"{server.url}/back")) as other,
    ):
        assert call(kind, server.url, everything, headers={"X-Custom": "mine"}).name == "pen"
        assert_authorized(server.requests[0])
        assert_bare(other.requests[0])
        assert_bare(server.requests[1])


@KINDS
def test_a_secret_that_the_server_repeats_is_not_taken_elsewhere(kind: Kind, other: Faulty) -> None:
    with Faulty(choose=lambda request: redirect(other.url + request.target)) as server:
        error = error_of(kind, server.url, everything)
        assert type(error) is RedirectError
        assert quote(KEY, safe="") not in str(error)
        assert not other.requests


@KINDS
def test_401_of_another_origin_asks_for_no_new_secret(kind: Kind) -> None:
    asked: list[str] = []

    def token() -> str:
        asked.append("token")
        return f"tok-{len(asked)}"

    with (
        Faulty(answer(status="401 No")) as other,
        Faulty(redirect(f"{other.url}/file")) as server,
    ):
        error = error_of(kind, server.url, lambda client: client.get_item("x"), token=token)
        assert type(error) is UnauthorizedError
        assert len(asked) == len(server.requests) == 1


@KINDS
@pytest.mark.parametrize("status", ["307 T", "308 P"])
@pytest.mark.parametrize("operation", ["add_item", "put_item"])
def test_a_body_is_not_taken_to_another_origin(
    kind: Kind, status: str, operation: str, other: Faulty
) -> None:
    item = emitted().Item(name="pen")
    arguments = (item,) if operation == "add_item" else ("x", item)
    with Faulty(redirect(other.url, status)) as server:
        error = error_of(kind, server.url, lambda client: getattr(client, operation)(*arguments))
        assert type(error) is RedirectError
        assert "another origin" in str(error)
        assert not other.requests


@KINDS
@pytest.mark.parametrize(
    ("status", "method"),
    [("301 M", "GET"), ("302 F", "GET"), ("303 S", "GET"), ("307 T", "POST"), ("308 P", "POST")],
)
def test_what_becomes_of_post_at_the_same_origin(kind: Kind, status: str, method: str) -> None:
    with Faulty(redirect("/other", status), documents(ITEM, "201 Created")) as server:
        call(kind, server.url, lambda client: client.add_item(emitted().Item(name="pen")))
        _, second = server.requests
        assert second.method == method
        assert bool(second.body) == (method == "POST")
        assert (second.header("content-type") is None) == (method == "GET")
        assert second.header("x-token") == SECRETS["token"]


@KINDS
def test_post_that_became_get_elsewhere_has_no_body(kind: Kind, other: Faulty) -> None:
    with Faulty(redirect(f"{other.url}/seen", "303 See Other")) as server:
        call(kind, server.url, lambda client: client.add_item(emitted().Item(name="pen")))
        assert other.requests[0].method == "GET"
        assert_bare(other.requests[0])


@KINDS
@pytest.mark.parametrize(
    "location",
    [
        "//[", "http://[::1", "https:///x", "http://a b/", "http://h:99999999/", "/a b", "/\x00", "/\u20ac",
        "http://a\\@b/", "\\\\evil.example\\x", "/x\\..\\y", "ftp://h/x", "file:///etc/passwd", "javascript:alert(1)",
        "data:text/plain,x", "mailto:a@b", "http:/x\ty", "x" * 9000, "http://a/, http://b/",
    ],
)  # fmt: skip
def test_garbage_is_not_followed(kind: Kind, location: str) -> None:
    head = b"HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: " + location.encode() + b"\r\n\r\n"
    with Faulty(head) as server:
        error = error_of(kind, server.url, everything, retries=0)
        assert not isinstance(error, StatusError | RequestTimeoutError)
        assert len(str(error)) < 800
        assert len(server.requests) == 1


@KINDS
@pytest.mark.parametrize("user", ["u:p@", "u@", ":@", "127.0.0.1%00@"])
def test_a_url_with_a_user_is_not_followed(kind: Kind, user: str, other: Faulty) -> None:
    with Faulty(redirect(f"http://{user}127.0.0.1:{other.port}/")) as server:
        error = error_of(kind, server.url, everything)
        assert type(error) is RedirectError
        assert not other.requests


@KINDS
def test_what_a_client_of_ones_own_adds_does_not_go_elsewhere(kind: Kind, other: Faulty) -> None:
    make: Any = httpx2.Client if kind == "sync" else httpx2.AsyncClient
    own = make(headers={"X-Own": "mine"}, cookies={"own": "1"}, params={"own": "1"}, auth=("me", "own-pa55"))
    with Faulty(redirect(f"{other.url}/file")) as server:

        def story(made: Any) -> Any:
            yield made.get_item("x")
            yield own.close() if kind == "sync" else own.aclose()

        told(kind, server.url, story, http=own)
        assert server.requests[0].header("x-own") == "mine"
        assert server.requests[0].header("authorization") is not None
        assert other.targets == ["/file"]
        assert_bare(other.requests[0])


@KINDS
def test_an_encoded_line_break_stays_encoded(kind: Kind) -> None:
    with Faulty(redirect("/x%0d%0aX-Evil:%201"), GOOD) as server:
        call(kind, server.url, everything)
        assert server.requests[1].header("x-evil") is None


@KINDS
def test_no_scheme_is_the_same_scheme_of_another_host(kind: Kind, other: Faulty) -> None:
    with Faulty(redirect(f"//127.0.0.1:{other.port}/evil")) as server:
        call(kind, server.url, everything)
        assert_bare(other.requests[0])


@KINDS
def test_a_circle_ends(kind: Kind) -> None:
    with Faulty(choose=lambda request: redirect(request.target.partition("?")[0])) as server:
        error = error_of(kind, server.url, everything)
        assert type(error) is RedirectError
        assert len(server.requests) == 6


@KINDS
def test_many_redirects_meet_one_deadline(kind: Kind) -> None:
    with Faulty(choose=lambda request: [Pause(0.05), redirect(request.target)]) as server:
        error = error_of(kind, server.url, everything, timeout=0.3, caps=Caps(redirects=1000))
        assert type(error) is RequestTimeoutError
        assert len(server.requests) < 20


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture
def trusting(authority: trustme.CA) -> ssl.SSLContext:
    context = ssl.create_default_context()
    authority.configure_trust(context)
    return context


@pytest.fixture
def tls(authority: trustme.CA) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    return context


@KINDS
def test_https_is_not_left(kind: Kind, tls: ssl.SSLContext, trusting: ssl.SSLContext, other: Faulty) -> None:
    with Faulty(redirect(f"{other.url}/plain"), tls=tls) as server:
        error = error_of(kind, server.url, everything, verify=trusting)
        assert type(error) is RedirectError
        assert "from https to http" in str(error)
        assert not other.requests


@KINDS
def test_http_to_https_is_another_origin(kind: Kind, tls: ssl.SSLContext, trusting: ssl.SSLContext) -> None:
    with Faulty(GOOD, tls=tls) as secure, Faulty(redirect(f"{secure.url}/x")) as server:
        assert call(kind, server.url, everything, verify=trusting).name == "pen"
        assert_bare(secure.requests[0])


@KINDS
def test_certificates_are_checked(kind: Kind, tls: ssl.SSLContext) -> None:
    with Faulty(GOOD, tls=tls) as server:
        error = error_of(kind, server.url, everything, retries=0)
        assert "certificate verify failed" in str(error).lower()
        assert not server.requests


@KINDS
def test_names_of_certificates_are_checked(kind: Kind, tls: ssl.SSLContext, trusting: ssl.SSLContext) -> None:
    with Faulty(GOOD, tls=tls) as server:
        url = server.url.replace("127.0.0.1", "localhost")
        error = error_of(kind, url, everything, retries=0, verify=trusting)
        assert "certificate" in str(error).lower()
        assert not server.requests


@KINDS
def test_documented_secrets_do_not_go_elsewhere(kind: Kind, other: Faulty) -> None:
    def make(kind: Kind, url: str) -> Any:
        return (Client if kind == "sync" else AsyncClient)(
            access_token="tok", client_secret="sec", base_url=url, retries=0
        )

    with Faulty(redirect(other.url)) as server:
        with pytest.raises(Exception, match="not what is documented"):
            using(kind, make, lambda client: client.list_production_batches(), server.url)
        assert server.requests[0].header("x-client-secret") == "sec"
        assert_bare(other.requests[0])
