"""Paging: what an operation and its API say together, checked."""

from __future__ import annotations

from dataclasses import replace
from typing import Final, Literal

from wiresmith.contract.model import BodyPath, Paging, PagingStyle, Parameter, ResponsePath
from wiresmith.contract.paths import Fits, Paths, is_flag, is_integer, is_list, is_single, is_text
from wiresmith.language.document import PagingDoc
from wiresmith.language.problem import listed, shown

Part = Literal["send", "size", "next", "more", "items", "total", "pages"]
_NEEDS: Final[dict[PagingStyle, tuple[Part, ...]]] = {
    "cursor": ("send", "next", "items"),
    "token": ("send", "next", "items"),
    "offset": ("send", "items"),
    "page": ("send", "items"),
    "url": ("next", "items"),
    "link": ("items",),
}
_WANTED: Final[dict[Part, tuple[str, Fits]]] = {
    "next": ("a scalar to send for the next page", is_single),
    "more": ("a bool", is_flag),
    "items": ("a list", is_list),
    "total": ("an integer", is_integer),
    "pages": ("an integer", is_integer),
}
_URL: Final[tuple[str, Fits]] = ("a text that is a URL", is_text)
_NUMBERED: Final = ("offset", "page")


def with_defaults(doc: PagingDoc, of_api: PagingDoc | None) -> PagingDoc:
    """The paging of an operation, with what the API says of all paging where it says nothing itself."""
    if of_api is None:
        return doc
    backward = doc.backward or of_api.backward
    if doc.backward is not None and of_api.backward is not None:
        backward = with_defaults(doc.backward, of_api.backward)
    return replace(
        doc,
        style=doc.style or of_api.style,
        paths={**of_api.paths, **doc.paths},
        first=doc.first or of_api.first,
        backward=backward,
    )


class PagingResolver:
    """Checks the paging of one operation."""

    def __init__(self, paths: Paths) -> None:
        self._paths = paths
        self._problems = paths.problems

    def resolve(self, doc: PagingDoc, *, backward: PagingStyle | None = None) -> Paging | None:
        """The checked paging; None if its style is unknown. ``backward`` is the style of what it is the other direction of."""
        style = backward or self._style(doc)
        if style is None:
            return None
        if self._paths.success is None and not backward:
            self._problems.add(
                doc.at,
                "paging, and no successful response has a body",
                "a 2XX response with a type is expected",
            )
        needed = [part for part in _NEEDS[style] if part in doc.paths or not (backward and part == "items")]
        missing = [part for part in needed if part not in doc.paths]
        if missing:
            self._problems.add(
                doc.at, f"{style} paging lacks {', '.join(missing)}", f"it needs {', '.join(needed)}"
            )
        self._check_first(doc, style)
        return Paging(
            style=style,
            send=self._sent(doc, "send", style),
            size=self._sent(doc, "size", style),
            next=self._next(doc, style),
            more=self._member(doc, "more"),
            items=self._member(doc, "items"),
            total=self._member(doc, "total"),
            pages=self._member(doc, "pages"),
            first=doc.first.value if doc.first is not None else None,
            backward=self.resolve(doc.backward, backward=style) if doc.backward is not None else None,
        )

    def _style(self, doc: PagingDoc) -> PagingStyle | None:
        style = doc.style.value if doc.style is not None else None
        for known in _NEEDS:
            if style == known:
                return known
        at, message = (
            (doc.at, "style: is missing in paging")
            if doc.style is None
            else (doc.style.at, f"there is no paging style {shown(doc.style.value)}")
        )
        self._problems.add(at, message, f"{listed(_NEEDS)} is expected")
        return None

    def _check_first(self, doc: PagingDoc, style: PagingStyle) -> None:
        if doc.first is not None and style not in _NUMBERED:
            self._problems.add(
                doc.first.at, f"first: means nothing in {style} paging", "it is for offset and page"
            )

    def _sent(self, doc: PagingDoc, part: Literal["send", "size"], style: PagingStyle) -> str | None:
        path = doc.paths.get(part)
        if path is None:
            return None
        if part == "send" and style in ("url", "link"):
            self._problems.add(
                path.at, f"send: means nothing in {style} paging", "the whole URL comes from the server"
            )
            return None
        parameter = self._paths.parameter(part, path)
        if parameter is None:
            return None
        if (part == "size" or style in _NUMBERED) and not self._is_integer(parameter):
            self._problems.add(
                path.at, f"{part} is {shown(path.value)}, which is no integer", "an integer is expected"
            )
            return None
        return parameter.python

    def _is_integer(self, parameter: Parameter) -> bool:
        return is_integer(parameter.use, self._paths.enums)

    def _next(self, doc: PagingDoc, style: PagingStyle) -> ResponsePath | None:
        path = doc.paths.get("next")
        if path is None:
            return None
        wanted, fits = _URL if style == "url" else _WANTED["next"]
        if style == "link" and not path.value.startswith("$header."):
            self._problems.add(
                path.at, f"next is {shown(path.value)}", "in link paging a header is expected: $header.Link"
            )
            return None
        return self._paths.response("next", path, self._paths.success, fits, wanted)

    def _member(self, doc: PagingDoc, part: Literal["more", "items", "total", "pages"]) -> BodyPath | None:
        path = doc.paths.get(part)
        if path is None:
            return None
        wanted, fits = _WANTED[part]
        return self._paths.member(part, path, self._paths.success, fits, wanted)
