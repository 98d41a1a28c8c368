"""The pages of ``wiresmith serve`` as people use them."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.browser.conftest import Opened

APIS = ("asavie", "bemicron", "isometric", "os1", "tofupilot")
SHIFTS = """
new Promise(done => {
  let sum = 0;
  new PerformanceObserver(list => list.getEntries().forEach(each => sum += each.value))
    .observe({type: "layout-shift", buffered: true});
  setTimeout(() => done(sum), 200);
})
"""


def shown(opened: Opened, selector: str) -> list[str]:
    """The texts of the elements that can be seen."""
    return [each.inner_text() for each in opened.page.locator(selector).all() if each.is_visible()]


def answer(opened: Opened, form: Any) -> tuple[str, str, str]:
    """Send a form: status, headers and body of what came back."""
    form.locator("button[type=submit]").click()
    form.locator(".answer-head").wait_for()
    opened.page.wait_for_function("form => !form.querySelector('button').disabled", arg=form.element_handle())
    body = form.locator(".answer-body")
    return (
        form.locator(".answer .status").inner_text(),
        form.locator(".answer-headers").inner_text(),
        body.inner_text() if body.count() else "",
    )


@pytest.mark.parametrize("path", ["/", *(f"/{api}/" for api in APIS)])
@pytest.mark.parametrize("width", [1280, 400])
def test_pages_render_and_stay_where_they_are(opened: Opened, path: str, width: int) -> None:
    opened.page.set_viewport_size({"width": width, "height": 800})
    page = opened.go(path)
    assert page.locator("h1").is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate(SHIFTS) < 0.01
    assert {request.resource_type for request in opened.requests} <= {
        "document",
        "stylesheet",
        "script",
        "other",
        "image",
    }


def test_the_list_leads_to_operations(opened: Opened) -> None:
    page = opened.go("/")
    page.get_by_role("link", name="/production_batches").click()
    page.wait_for_url("**/isometric/#operation-list_production_batches")
    page.get_by_role("heading", name="Get Production Batches").wait_for()
    page.get_by_role("link", name="All APIs").click()
    page.get_by_role("heading", name="Served APIs").wait_for()


@pytest.mark.parametrize("options", [{"color_scheme": "dark"}])
def test_pages_are_dark_where_the_system_is(opened: Opened) -> None:
    for path, element in (("/isometric/", "body"), ("/isometric/docs", "html")):
        colour = opened.go(path).evaluate(
            f"getComputedStyle(document.querySelector('{element}')).backgroundColor"
        )
        assert max(map(int, colour.removeprefix("rgb(").removesuffix(")").split(","))) < 60


def test_tabs_work_by_mouse_and_by_keyboard(opened: Opened) -> None:
    page = opened.go("/asavie/")
    (first,) = [text for text in shown(opened, ".tabs pre") if "sample string" in text]
    assert first.startswith("{")
    page.locator("label", has_text="XML").first.click()
    (second,) = [text for text in shown(opened, ".tabs pre") if "sample string" in text]
    assert second.startswith("<PBPRReturnOfBatch7NMnQmOk")
    page.keyboard.press("ArrowLeft")
    assert [text for text in shown(opened, ".tabs pre") if "sample string" in text] == [first]
    page.locator("label", has_text="AsyncClient").first.click()
    assert any("async with asavie.AsyncClient(" in text for text in shown(opened, ".tabs pre"))


@pytest.mark.parametrize("options", [{"java_script_enabled": False}])
def test_tabs_need_no_script(opened: Opened) -> None:
    opened.go("/asavie/").locator("label", has_text="XML").first.click()
    assert any(text.startswith("<PBPRReturnOfBatch7NMnQmOk") for text in shown(opened, ".tabs pre"))


def test_a_call_needs_its_secrets_and_shows_its_answer(opened: Opened) -> None:
    page = opened.go("/isometric/")
    page.get_by_text("Try it").click()
    form = page.locator("form")
    assert answer(opened, form)[0] == "401"
    page.get_by_label("Authorization").fill("my-token")
    page.get_by_label("x-client-secret").fill("my-secret")
    page.get_by_label("first").fill("1")
    status, headers, body = answer(opened, form)
    assert status == "200"
    assert "content-type: application/json" in headers
    assert json.loads(body)["nodes"][0]["kind"] == "biochar"
    assert "ms" in form.locator(".answer-head").inner_text()
    sent = opened.requests[-1]
    assert sent.url == f"{opened.origin}/isometric/production_batches?first=1"
    assert sent.headers["authorization"] == "Bearer my-token"
    assert sent.headers["x-client-secret"] == "my-secret"
    assert "my-token" not in page.content()


def test_a_call_can_be_made_without_a_mouse(opened: Opened) -> None:
    page = opened.go("/asavie/")
    page.locator(".try summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.dataset.name") == "batchid"
    page.keyboard.press("Enter")
    page.locator(".answer-head").wait_for()
    assert page.locator(".answer .status").inner_text() == "200"


def test_the_format_is_what_is_asked_for(opened: Opened) -> None:
    page = opened.go("/asavie/")
    page.get_by_text("Try it").click()
    page.get_by_label("XML").last.check()
    status, headers, body = answer(opened, page.locator("form"))
    assert (status, body[:26]) == ("200", "<PBPRReturnOfBatch7NMnQmOk")
    assert "content-type: application/xml" in headers


def test_bodies_secrets_and_cookies_are_sent(opened_depot: Opened) -> None:
    page = opened_depot.go("/")
    section = page.locator("#operation-add_item")
    section.get_by_text("Try it").click()
    section.get_by_label("Authorization").fill("user:päss")
    section.get_by_label("session").fill("my-session")
    section.get_by_label("key").fill("a key&")
    status, _, body = answer(opened_depot, section.locator("form"))
    assert (status, json.loads(body)["Name"]) == ("201", "</code></pre><script>alert(3)</script>")
    section.get_by_label("XML").last.check()
    assert section.get_by_label("Body", exact=True).input_value().startswith("<Item ")
    assert answer(opened_depot, section.locator("form"))[0] == "201"
    sent = opened_depot.requests[-1]
    assert sent.headers["content-type"] == "application/xml"
    assert sent.headers["authorization"] == "Basic dXNlcjpww6Rzcw=="
    assert sent.url.endswith("/items?key=a%20key%26")
    assert sent.all_headers()["cookie"] == "session=my-session"
    assert page.context.cookies() == []
    # What was typed once is in the other forms, whose examples can be sent as they are.
    for name, expected in (
        ("find_items", "200"),
        ("replace_item", "204"),
        ("look", "200"),
        ("docs", "200"),
        ("start", "200"),
    ):
        section = page.locator(f"#operation-{name}")
        section.get_by_text("Try it").click()
        assert answer(opened_depot, section.locator("form"))[0] == expected
    section = page.locator("#operation-find_items")
    section.get_by_label("ids").fill("1\n2")
    section.get_by_label("tags").fill("a\nb")
    section.get_by_label("fresh").select_option("true")
    assert answer(opened_depot, section.locator("form"))[0] == "200"
    assert "ids=1&ids=2&tags=a%2Cb&fresh=true&" in opened_depot.requests[-1].url
    section.get_by_label("least").fill("0.1")
    status, _, body = answer(opened_depot, section.locator("form"))
    assert status == "400"
    assert "least" in body


def test_an_answer_that_does_not_come_is_an_error_message(opened: Opened) -> None:
    page = opened.go("/asavie/")
    page.route("**/v1/batches/**", lambda route: route.abort())
    page.get_by_text("Try it").click()
    page.locator("button[type=submit]").click()
    page.locator(".answer .error").wait_for()
    assert "It could not be sent" in page.locator(".answer").inner_text()
    opened.problems[:] = [each for each in opened.problems if "ERR_FAILED" not in each]


@pytest.mark.parametrize("api", APIS)
def test_swagger_ui_renders_every_api(opened: Opened, api: str) -> None:
    page = opened.go(f"/{api}/docs")
    page.locator(".opblock").first.wait_for()
    assert page.locator(".errors-wrapper").count() == 0
    page.locator(".opblock-summary-control").first.click()
    page.locator(".opblock-body .execute").wait_for()


def test_swagger_ui_makes_a_call(opened: Opened) -> None:
    page = opened.go("/isometric/docs")
    page.get_by_role("button", name="Authorize").click()
    for number, value in enumerate(("my-token", "my-secret")):
        page.locator(".auth-container input").first.fill(value)
        page.locator(".auth-container button.authorize").first.click()
        page.locator(".auth-container button", has_text="Logout").nth(number).wait_for()
    page.locator(".btn-done").first.click()
    page.locator(".opblock-summary-control").first.click()
    page.locator(".execute").click()
    page.locator(".live-responses-table .response-col_status").last.wait_for()
    assert page.locator(".live-responses-table .response .response-col_status").inner_text().startswith("200")
    sent = next(request for request in reversed(opened.requests) if "production_batches" in request.url)
    assert sent.headers["authorization"] == "Bearer my-token"
    assert sent.headers["x-client-secret"] == "my-secret"
