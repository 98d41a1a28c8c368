"""What people see of served APIs: the list, the page of each, its OpenAPI, Swagger UI."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from html import unescape
from pathlib import Path
from typing import Any

import httpx2
import pytest

from tests.unit.emit.contracts import plain, rich
from tests.unit.serve.pages import Page
from wiresmith.contract.resolve import load_specs
from wiresmith.description import Contract, Docs, EnumType, Scalar, bare
from wiresmith.runtime import ABSENT
from wiresmith.serve import Behaviour, app_for
from wiresmith.serve.api import ServedApi
from wiresmith.serve.highlight import Language, highlighted
from wiresmith.serve.site import Site

pytestmark = pytest.mark.slow

ORIGIN = "http://served.example:8000"
HERE = Path(__file__).parent
ROOT = HERE.parents[2]
CONTRACTS = [
    contract
    for folder in (ROOT / "specs", ROOT / "tests" / "data" / "specs", HERE / "specs")
    for contract in load_specs(folder)
    if contract.has_client
]
HOSTILE = "\"'><script>alert(1)</script><!-- {{ 7 * 7 }} </pre></textarea>"
named = pytest.mark.parametrize("contract", CONTRACTS, ids=[each.api for each in CONTRACTS])


def site_of(*contracts: Contract, data: str = "samples") -> Site:
    return Site({each.api: ServedApi(each, Behaviour(data=data)) for each in contracts})


def got(site: Site, path: str) -> str:
    reply = site.reply("GET", path, ORIGIN)
    assert reply is not None
    assert reply.status == 200
    return reply.content.decode()


def read(site: Site, path: str) -> Page:
    return Page(got(site, path))


@pytest.fixture(scope="module")
def pages() -> dict[str, Page]:
    site = site_of(*CONTRACTS)
    return {each.api: read(site, f"/.wiresmith/api/{each.api}/") for each in CONTRACTS}


# --- where things are ---


def test_several_apis_are_listed_and_one_is_shown_at_once() -> None:
    several = read(site_of(*CONTRACTS), "/")
    assert {f"/{each.api}/" for each in CONTRACTS} <= several.links()
    for contract in CONTRACTS:
        assert " ".join(contract.title.split()) in several.text
        assert all(operation.path in several.text for operation in contract.operations)
    one = site_of(CONTRACTS[0])
    assert got(one, "/") == got(one, f"/{CONTRACTS[0].api}/") == got(one, f"/{CONTRACTS[0].api}")
    assert one.reply("GET", "/docs", ORIGIN) == one.reply("GET", f"/{CONTRACTS[0].api}/docs", ORIGIN)
    assert "All APIs" not in read(one, "/").text


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("POST", "/"),
        ("GET", "/nothing"),
        ("GET", "/isometric/production_batches"),
        ("GET", "/docs"),
        ("GET", "/openapi.json"),
        ("OPTIONS", "/isometric/"),
        ("GET", "/.wiresmith/api/nothing/"),
        ("GET", "/.wiresmith/api/isometric/nothing"),
        ("GET", "/.wiresmith/"),
    ],
)
def test_other_requests_are_not_for_the_pages(method: str, path: str) -> None:
    assert site_of(*CONTRACTS).reply(method, path, ORIGIN) is None


def test_operations_win_over_pages_which_are_then_elsewhere() -> None:
    thing = plain().operations[0]
    paths = ("/", "/docs", "/openapi.json")
    operations = tuple(
        replace(thing, name=f"get_{number}", python=f"get_{number}", path=path)
        for number, path in enumerate(paths)
    )
    site = site_of(replace(plain(), operations=operations))
    assert all(site.reply("GET", path, ORIGIN) is None for path in paths)
    assert all(site.reply("GET", f"/plain{path}", ORIGIN) is None for path in paths)
    page = read(site, "/.wiresmith/api/plain/")
    assert {"/.wiresmith/api/plain/docs", "/.wiresmith/api/plain/openapi.json"} <= page.links()
    document = json.loads(got(site, "/.wiresmith/api/plain/openapi.json"))
    assert document["servers"][0]["url"] == f"{ORIGIN}/plain"
    placeholder = replace(thing, path="/{name}")
    assert site_of(replace(plain(), operations=(placeholder,))).reply("GET", "/plain/docs", ORIGIN) is None


@pytest.mark.parametrize(
    "name",
    ["static/../pages.py", "static/..%2fpages.py", "static/", "swagger/index.html", "swagger/../__init__.py"],
)
def test_only_named_files_are_served(name: str) -> None:
    reply = site_of(plain()).reply("GET", f"/.wiresmith/{name}", ORIGIN)
    assert reply is not None
    assert reply.status == 404


def test_everything_that_pages_load_is_there_and_from_here() -> None:
    site = site_of(*CONTRACTS)
    for path in ("/", *(f"/{each.api}/" for each in CONTRACTS), "/isometric/docs"):
        for link in read(site, path).links():
            if link.startswith(("/", "#")):
                assert link.startswith("#") or site.reply("GET", link.partition("#")[0], ORIGIN) is not None
            else:
                assert link in {each.docs.url for each in CONTRACTS}


def test_pages_and_files_allow_nothing_from_elsewhere() -> None:
    site = site_of(*CONTRACTS)
    for path in (
        "/",
        "/isometric/",
        "/isometric/docs",
        "/isometric/openapi.json",
        "/.wiresmith/static/pages.js",
    ):
        reply = site.reply("GET", path, ORIGIN)
        assert reply is not None
        policy = reply.headers["Content-Security-Policy"].split("; ")
        assert policy[:2] == ["default-src 'none'", "script-src 'self'"]
        assert ("style-src 'self' 'unsafe-inline'" in policy) == path.endswith("/docs")
        assert not re.search(r"https?:|\*", " ".join(policy))
        assert reply.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("name", ["pages.css", "pages.js", "docs.css", "docs.js", "icon.svg"])
def test_our_files_name_no_other_server(name: str) -> None:
    text = got(site_of(plain()), f"/.wiresmith/static/{name}").replace("http://www.w3.org/2000/svg", "")
    assert "//" not in re.sub(r"^//.*|^\s*// .*", "", text, flags=re.MULTILINE)
    assert "@import" not in text
    assert "innerHTML" not in text


# --- the application ---


async def _asked(method: str, path: str, **options: Any) -> httpx2.Response:
    transport = httpx2.ASGITransport(
        app=app_for([each for each in CONTRACTS if each.api in ("isometric", "depot")])
    )
    async with httpx2.AsyncClient(transport=transport, base_url=ORIGIN) as client:
        return await client.request(method, path, **options)


def test_the_application_has_pages_and_operations() -> None:
    import asyncio

    page = asyncio.run(_asked("GET", "/isometric/"))
    assert page.headers["Content-Type"] == "text/html; charset=utf-8"
    assert "Content-Security-Policy" in page.headers
    assert f"{ORIGIN}/isometric" in page.text
    assert asyncio.run(_asked("GET", "/isometric/production_batches")).status_code == 401
    assert asyncio.run(_asked("GET", "/isometric/nothing")).status_code == 404
    assert asyncio.run(_asked("HEAD", "/")).status_code == 200
    taken = asyncio.run(_asked("GET", "/depot/docs"))
    assert "text/html" not in taken.headers["Content-Type"]


# --- what a page shows ---


@named
def test_pages_are_well_formed(contract: Contract, pages: dict[str, Page]) -> None:
    page = pages[contract.api]
    assert page.wrong == []
    anchors = {link[1:] for link in page.links() if link.startswith("#")}
    assert anchors <= page.ids
    labels = {element.attributes["for"] for element in page.find("label") if "for" in element.attributes}
    assert labels <= page.ids
    inputs = [*page.find("input"), *page.find("textarea"), *page.find("select")]
    for element in inputs:
        assert element.attributes.get("id") in labels or "label" in element.path


def test_the_other_pages_are_well_formed() -> None:
    site = site_of(*CONTRACTS)
    assert read(site, "/").wrong == []
    assert read(site, "/isometric/docs").wrong == []


@named
def test_pages_show_what_the_contract_says(contract: Contract, pages: dict[str, Page]) -> None:
    page = pages[contract.api]
    about = page.text
    for text in (
        contract.title,
        contract.docs.page,
        contract.docs.url,
        contract.base_url,
        *contract.undocumented,
    ):
        assert " ".join((text or "").split()) in about
    for secret in contract.auth:
        assert {secret.argument, secret.wire} <= set(re.findall(r"[\w-]+", about))
    for operation in contract.operations:
        section = page.by_id(f"operation-{operation.python}")
        shown = " ".join(section.text.split())
        assert operation.method.upper() in shown
        assert operation.path in shown
        for text in (operation.summary, operation.doc, operation.provenance.source, *operation.undocumented):
            assert " ".join(text.split()) in shown
        for parameter in operation.parameters:
            assert parameter.wire in shown
            assert " ".join(parameter.doc.split()) in shown
            assert (
                " ".join(parameter.provenance.source.split()) in shown
                or parameter.provenance.mark == "documented"
            )
            if parameter.default is not ABSENT:
                assert re.search(r"default \S", shown)
            if isinstance(type_ := bare(parameter.type), Scalar):
                assert type_.pattern in (None, *_codes(page))
        for response in operation.responses:
            assert response.status in shown
            assert " ".join(response.doc.split()) in shown
            assert all(media in shown for media in response.media)
            assert all(header.wire in shown for header in response.headers)
        for sample in operation.samples:
            text = sample.file.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
            assert text.strip() in section.text.replace("\r\n", "\n")


@named
def test_pages_show_every_type(contract: Contract, pages: dict[str, Page]) -> None:
    page = pages[contract.api]
    for declared in contract.types.values():
        section = page.by_id(f"type-{declared.name}")
        shown = " ".join(section.text.split())
        assert declared.name in shown
        assert " ".join(declared.doc.split()) in shown
        assert declared.provenance.source in shown or declared.provenance.mark == "documented"
        if isinstance(declared, EnumType):
            assert all(str(value.wire) in shown and value.doc.strip() in shown for value in declared.values)
            continue
        for member in declared.members:
            assert member.wire in shown
            assert member.attribute in shown
            assert " ".join(member.doc.split()) in shown
            assert (
                " ".join((member.provenance or declared.provenance).source.split()) in shown
                or (member.provenance or declared.provenance).mark == "documented"
            )


def _codes(page: Page) -> set[str]:
    return {element.text for element in page.find("code")}


def test_marks_say_where_facts_come_from(pages: dict[str, Page]) -> None:
    marks = {
        element.text: element.attributes["title"]
        for element in pages["isometric"].find("span", class_="mark")
    }
    assert "inferred from samples/list_production_batches.json" in marks
    assert "assumed: OpenAPI of the Certify API, 2026-08" in marks
    assert "undocumented: errors" in marks
    assert all(marks.values())
    assert pages["isometric"].find("span", class_="mark-documented")


def test_types_lead_to_types(pages: dict[str, Page]) -> None:
    page = pages["isometric"]
    links = [element for element in page.find("a") if element.attributes["href"] == "#type-ProductionBatch"]
    assert {element.text for element in links} == {"ProductionBatch"}
    assert len(links) == 3  # in the list of types, its own heading, and the member of the page


def test_samples_of_both_formats_are_tabs(pages: dict[str, Page]) -> None:
    page = pages["asavie"]
    choices = page.find("input", name="operation-get_batch-sample-200")
    assert [choice.attributes.get("checked") for choice in choices] == ["", None]
    assert [choice.attributes["type"] for choice in choices] == ["radio", "radio"]
    labels = [
        element.text
        for element in page.find("label")
        if element.attributes.get("for", "").startswith("operation-get_batch-sample")
    ]
    assert labels == ["JSON", "XML"]


def test_behaviour_is_told_in_words(pages: dict[str, Page]) -> None:
    assert "The next one: send page_info.end_cursor of the answer as after." in pages["isometric"].text
    assert "Pages also run backwards: send page_info.start_cursor as before." in pages["isometric"].text
    assert "calls return what is in Data." in pages["asavie"].text
    assert "data.meta.status says how far it is." in pages["os1"].text
    assert "Which values it can have is not documented." in pages["os1"].text
    assert "RUNNING: not yet done." in pages["depot"].text
    assert "It answers in pages, numbered from 1. page says which one." in pages["depot"].text


def test_forms_have_what_requests_carry(pages: dict[str, Page]) -> None:
    forms = {
        form.attributes["data-path"]: form
        for form in pages["depot"].find("form")
        if form.attributes["data-method"] != "HEAD"
    }
    assert forms["/items"].attributes["data-prefix"] == "/depot"
    placed = [
        (element.attributes["data-name"], element.attributes["data-place"], element.attributes["data-kind"])
        for element in pages["depot"].elements
        if element.attributes.get("id", "").startswith("try-find_items-")
        and "data-place" in element.attributes
    ]
    assert placed == [
        ("Authorization", "header", "secret"),
        ("session", "cookie", "secret"),
        ("key", "query", "secret"),
        ("shelf", "path", "text"),
        ("size", "path", "choice"),
        ("ids", "query", "lines"),
        ("tags", "query", "lines"),
        ("colour", "query", "text"),
        ("fresh", "query", "choice"),
        ("since", "query", "text"),
        ("least", "query", "text"),
        ("day", "query", "text"),
        ("theme", "cookie", "text"),
    ]
    bodies = [
        element.attributes
        for element in pages["depot"].find("input", name="format")
        if element.attributes["data-body"]
    ]
    assert [each["data-content-type"] for each in bodies] == [
        "application/json",
        "application/xml",
        "application/x-www-form-urlencoded",
    ]
    assert json.loads(bodies[0]["data-body"])["Size"] in ("Small", "Large")


# --- hostile text ---


def test_hostile_text_stays_text(pages: dict[str, Page]) -> None:
    page = pages["depot"]
    assert [element.attributes for element in page.find("script")] == [
        {"src": "/.wiresmith/static/pages.js", "defer": ""}
    ]
    assert not page.find("img")
    assert not page.find("b")
    assert not any(name.startswith("on") for element in page.elements for name in element.attributes)
    assert '<script>alert("title")</script> & "Depot"' in page.text
    assert "{{ 7 * 7 }}" in page.text


def test_a_contract_of_hostile_text_is_shown() -> None:
    texts = {
        "operation.path": "/v1/{batchId}/<b>",
        "pattern": "^[a-z]+$",
        "namespace": "urn:x",
        "auth.wire": "X-Secret",
    }
    contract = rich(lambda place: texts.get(place, f"{HOSTILE}{place}"))
    contract = replace(
        contract, docs=Docs(url="javascript:alert(1)"), base_url=f"https://example.com/{HOSTILE}"
    )
    site = site_of(contract, data="generated")
    for path in ("/", "/rich/docs"):
        page = read(site, path)
        assert page.wrong == []
        assert not any(link.startswith("javascript:") for link in page.links())
        assert all(set(element.attributes) <= {"src", "defer"} for element in page.find("script"))
        assert all(element.text == "" for element in page.find("script"))
    assert f"{HOSTILE}title" in page.text


def test_half_characters_and_controls_do_not_break_a_page() -> None:
    contract = replace(plain(), title="half \ud800 character \x00")
    assert "half ? character" in got(site_of(contract), "/")


def test_highlighting_keeps_every_character() -> None:
    languages: tuple[Language, ...] = ("json", "xml", "python", "text")
    for text in ('{"a": [1, true, "\\"x"]}', "<a b='c'>\"x\" <!-- y --></a>", HOSTILE, "x = b'\\'' # y", ""):
        for language in languages:
            assert "".join(piece for _, piece in highlighted(text, language)) == text


# --- OpenAPI ---


@named
def test_the_openapi_document_points_to_this_server(contract: Contract) -> None:
    site = site_of(*CONTRACTS)
    document = json.loads(got(site, f"/{contract.api}/openapi.json"))
    assert document["servers"] == [{"url": f"{ORIGIN}/{contract.api}", "description": "This server"}]
    assert document["paths"].keys() >= {each.path for each in contract.operations if each.samples}
    page = got(site, f"/.wiresmith/api/{contract.api}/docs")
    assert f'data-url="/{contract.api}/openapi.json"' in unescape(page)


def test_swagger_ui_is_the_packaged_one() -> None:
    site = site_of(plain())
    reply = site.reply("GET", "/.wiresmith/swagger/swagger-ui-bundle.js", ORIGIN)
    assert reply is not None
    assert b"SwaggerUIBundle" in reply.content
    assert reply.headers["Content-Type"] == "text/javascript; charset=utf-8"
