"""Paging: what an operation and its API say together, checked."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any, Final, Literal, TypeVar

from wiresmith.contract._paths import Fits, Paths, is_flag, is_integer, is_list, is_single, is_text
from wiresmith.description import BodyPath, Paging, PagingStyle, Parameter, ResponsePath
from wiresmith.language import PageStepDoc, PagingDoc, Part, Record, listed, shown

R = TypeVar("R", bound=Record)

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


def with_defaults(doc: R, of_api: R | None) -> R:
    """The facts of an operation, completed by those that the API states for all operations."""
    if of_api is None:
        return doc
    changes: dict[str, Any] = {}
    for field in fields(doc):
        own, general = getattr(doc, field.name), getattr(of_api, field.name)
        if isinstance(own, Record) and isinstance(general, Record):
            changes[field.name] = with_defaults(own, general)
        elif own is None:
            changes[field.name] = general
    return replace(doc, **changes)


class PagingResolver:
    """Checks the paging of one operation."""

    def __init__(self, paths: Paths) -> None:
        self._paths = paths
        self._problems = paths.problems

    def resolve(self, doc: PagingDoc) -> Paging | None:
        """The checked paging; None if its style is unknown."""
        style = self._style(doc)
        if style is None:
            return None
        if self._paths.success is None:
            self._problems.add(
                doc.at,
                "paging, and no successful response has a body",
                "a 2XX response with a type is expected",
            )
        self._check_parts(doc, style, _NEEDS[style])
        self._check_first(doc, style)
        paging = self._direction(doc, style)
        backward = None
        if doc.backward is not None:
            self._check_parts(doc.backward, style, tuple(part for part in _NEEDS[style] if part != "items"))
            backward = self._direction(doc.backward, style)
        first = doc.first.value if doc.first is not None else None
        ends: Literal["short_page"] | None = "short_page" if doc.ends is not None else None
        return replace(paging, first=first, ends=ends, backward=backward)

    def _check_parts(
        self, doc: PagingDoc | PageStepDoc, style: PagingStyle, needed: tuple[Part, ...]
    ) -> None:
        missing = [part for part in needed if part not in doc.paths]
        if missing:
            self._problems.add(
                doc.at, f"{style} paging lacks {', '.join(missing)}", f"it needs {', '.join(needed)}"
            )

    def _direction(self, doc: PagingDoc | PageStepDoc, style: PagingStyle) -> Paging:
        return Paging(
            style=style,
            send=self._sent(doc, "send", style),
            size=self._sent(doc, "size", style),
            next=self._next(doc, style),
            more=self._member(doc, "more"),
            items=self._member(doc, "items"),
            total=self._member(doc, "total"),
            pages=self._member(doc, "pages"),
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
        if doc.ends is None:
            return
        if style not in _NUMBERED:
            self._problems.add(
                doc.ends.at, f"ends: means nothing in {style} paging", "it is for offset and page"
            )
        elif "size" not in doc.paths:
            self._problems.add(
                doc.ends.at, "ends: stands without size:", "size: names the parameter that says what is short"
            )

    def _sent(
        self, doc: PagingDoc | PageStepDoc, part: Literal["send", "size"], style: PagingStyle
    ) -> str | None:
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
        return parameter.name

    def _is_integer(self, parameter: Parameter) -> bool:
        return is_integer(parameter.type, self._paths.enums)

    def _next(self, doc: PagingDoc | PageStepDoc, style: PagingStyle) -> ResponsePath | None:
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

    def _member(
        self, doc: PagingDoc | PageStepDoc, part: Literal["more", "items", "total", "pages"]
    ) -> BodyPath | None:
        path = doc.paths.get(part)
        if path is None:
            return None
        wanted, fits = _WANTED[part]
        found = self._paths.member(part, path, self._paths.success, fits, wanted)
        return found[0] if found is not None else None
