"""The paths of pages, documents and files, beside the operations of the APIs.

Pages have short paths (``/``, ``/docs``, ``/openapi.json``, each also below the name of an API). Where an
operation has such a path, it wins, and the page is at its other place below ``/.wiresmith``, where the files
of the pages are, too.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module, resources
from importlib.resources.abc import Traversable
from typing import Final
from urllib.parse import quote

from wiresmith.failure import ExportError
from wiresmith.serve._api_pages import api_entry, api_page, rendered
from wiresmith.serve._page_records import Links
from wiresmith.serve._replies import Reply
from wiresmith.serve._served_openapi import openapi_document
from wiresmith.serve.api import ServedApi

RESERVED: Final = "/.wiresmith"
_STATIC: Final = {
    "pages.css": "text/css; charset=utf-8",
    "pages.js": "text/javascript; charset=utf-8",
    "docs.css": "text/css; charset=utf-8",
    "docs.js": "text/javascript; charset=utf-8",
    "icon.svg": "image/svg+xml",
}
_SWAGGER: Final = {
    "swagger-ui.css": "text/css; charset=utf-8",
    "swagger-ui-bundle.js": "text/javascript; charset=utf-8",
}
_HTML: Final = "text/html; charset=utf-8"
_POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_POLICIES: Final = {
    "pages": _POLICY,
    # Swagger UI puts styles on elements, and its style sheet has images in data: URLs.
    "docs": _POLICY.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'").replace(
        "img-src 'self'", "img-src 'self' data:"
    ),
}
_PAGES: Final = {"/": "page", "/docs": "docs", "/openapi.json": "openapi"}


@dataclass(frozen=True, slots=True)
class _Place:
    """The place that a request leads to: a file, the list of APIs (neither API nor file), or something of an
    API.
    """

    what: str
    api: str = ""


class Site:
    """Everything for people that a server has.

    Args:
        apis: what it serves, by name.
    """

    def __init__(self, apis: Mapping[str, ServedApi]) -> None:
        self._apis = apis
        self._only = next(iter(apis)) if len(apis) == 1 else ""

    def reply(self, method: str, path: str, origin: str) -> Reply | None:
        """The reply at a path; None if the site has nothing there.

        Args:
            method: of the request; there is something for GET and HEAD.
            path: as it is sent, without its query.
            origin: scheme and authority of this server.
        """
        if method not in ("GET", "HEAD"):
            return None
        place = self._place(path)
        if place is None:
            return None
        if place.what.startswith("file "):
            return _file(place.what.removeprefix("file "))
        if not place.api:
            entries = [api_entry(api, self._links(name)) for name, api in self._apis.items()]
            return _html("pages", "apis.html.jinja", apis=entries)
        api, links = self._apis[place.api], self._links(place.api)
        served = f"{origin}{links.prefix}"
        match place.what:
            case "docs":
                return _html("docs", "docs.html.jinja", title=api.contract.title or place.api, links=links)
            case "openapi":
                return _openapi(api, served)
            case _:
                home = "" if self._only else "/"
                return _html("pages", "api.html.jinja", page=api_page(api, links, served, home))

    def _place(self, path: str) -> _Place | None:
        if path.startswith(f"{RESERVED}/"):
            return self._reserved(path.removeprefix(RESERVED))
        name, slash, rest = path.lstrip("/").partition("/")
        if name in self._apis:
            api, inner = name, f"/{rest}" if slash else "/"
        elif self._only:
            api, inner = self._only, path
        else:
            return _Place("apis") if path == "/" else None
        what = _PAGES.get(inner)
        return _Place(what, api) if what is not None and not self._is_taken(api, inner) else None

    def _reserved(self, path: str) -> _Place | None:
        name, _, rest = path.lstrip("/").partition("/")
        if name in ("static", "swagger"):
            return _Place(f"file {name}/{rest}")
        if name == "api":
            api, _, inner = rest.partition("/")
            what = _PAGES.get(f"/{inner}")
            return _Place(what, api) if what is not None and api in self._apis else None
        return None

    def _is_taken(self, api: str, path: str) -> bool:
        return any(_matches(each.path, path) for each in self._apis[api].operations.values())

    def _links(self, api: str) -> Links:
        prefix = f"/{quote(api)}"

        def link(inner: str) -> str:
            return f"{RESERVED}/api{prefix}{inner}" if self._is_taken(api, inner) else f"{prefix}{inner}"

        return Links(link("/"), link("/docs"), link("/openapi.json"), prefix)


def _matches(template: str, path: str) -> bool:
    parts = re.split(r"\{[^{}]*\}", template)
    return re.fullmatch("[^/]+".join(map(re.escape, parts)), path, re.IGNORECASE) is not None


def _html(kind: str, template: str, **context: object) -> Reply:
    return _reply(200, _HTML, rendered(template, reserved=RESERVED, **context), _POLICIES[kind])


def _openapi(api: ServedApi, served: str) -> Reply:
    try:
        return _reply(200, "application/json", openapi_document(api.contract, served))
    except ExportError as error:
        text = f"{api.contract.api} has no OpenAPI document: {error}"
        return _reply(500, "text/plain; charset=utf-8", text.encode("utf-8", "replace"))


def _file(name: str) -> Reply:
    """A file of the pages, or of Swagger UI; no other name leads anywhere."""
    folder, _, file = name.partition("/")
    media = (_STATIC if folder == "static" else _SWAGGER).get(file)
    if media is None:
        return _reply(404, "text/plain; charset=utf-8", b"There is no such file.")
    where = resources.files("wiresmith.serve") / "static" if folder == "static" else _swagger_ui()
    return _reply(200, media, (where / file).read_bytes())


def _swagger_ui() -> Traversable:
    found: Traversable = import_module("swagger_ui_bundle").swagger_ui_path
    return found


def _reply(status: int, media: str, content: bytes, policy: str = _POLICY) -> Reply:
    headers = {
        "Content-Type": media,
        "Content-Security-Policy": policy,
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "Cache-Control": "no-cache",
    }
    return Reply(status, headers, content)
