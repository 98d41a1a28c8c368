"""Pages: what is asked for next, and when the end is reached.

Nothing here does input or output. A cursor is what one iteration can be resumed from: what the server gave,
the offset, the number of a page, or the URL of one.
"""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final, Generic, TypeVar

import httpx2

from wiresmith.client import urls
from wiresmith.client._draft import Api, query_secrets
from wiresmith.client._page_counts import Incomplete, PageCounts
from wiresmith.client.call import PagedCall
from wiresmith.client.errors import (
    ClientError,
    ConfigurationError,
    IncompleteListError,
    PagingError,
    PagingLoopError,
    ParameterError,
    RedirectError,
    RequestContext,
    StatusError,
)
from wiresmith.client.links import link
from wiresmith.client.responses import ApiResponse, UnusableMember, facts_of, follow
from wiresmith.description import Header, Paging, Scalar, bare
from wiresmith.kinds import kind_of
from wiresmith.runtime.findings import Finding

T_co = TypeVar("T_co", covariant=True)
Item_co = TypeVar("Item_co", covariant=True)

Cursor = str | int
_REMEMBERED: Final = 1_000
_BY_URL: Final = ("url", "link")
_COUNTED: Final = ("offset", "page")
_BEYOND_THE_END: Final = (404, 410, 416)
"""What servers answer where pages are asked for that do not exist."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page(Generic[T_co, Item_co]):
    """One page.

    Attributes:
        items: what is on it.
        value: what the plain call would return.
        next: where the next page begins; None on the last one. An iteration that starts there goes on from
            here.
        number: 1 for the first page of the iteration.
        response: the whole response. Its ``findings`` also say what the server says wrongly of its pages,
            and, on the last one, what ended them.
    """

    items: list[Item_co]
    value: T_co
    next: Cursor | None
    number: int
    response: ApiResponse[T_co] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Range:
    """The pages to ask for: from ``start`` (None: as the arguments say), at most ``most``, and in which
    direction.
    """

    start: Cursor | None = None
    most: int | None = None
    backwards: bool = False


class Pager:
    """Walks through the pages of one call.

    Raises:
        ConfigurationError: if there is no such direction, or a start that is no cursor.
        ParameterError: if arguments of both directions were given.
    """

    def __init__(self, call: PagedCall[Any, Any], api: Api, pages: Range) -> None:
        forward = call.operation.paging
        assert forward is not None, "emitted for operations with paging only"
        self._paging = _directed(call, api, forward, pages)
        self._items = forward.items or ()
        self._call, self._api, self._most = call, api, pages.most
        self._number = 0
        self._loops = _Loops()
        self._last: Page[Any, Any] | None = None
        self._different = 0
        self._fault: ClientError | None = None
        given = call.arguments.get(self._paging.send or "")
        position = pages.start if pages.start is not None else given
        start = position
        if self._paging.style in _COUNTED:
            if position is None:
                position = self._first
            if not isinstance(position, int):
                raise ConfigurationError(f"pages start at {position!r}; expected an integer")
        size = call.arguments.get(self._paging.size or "")
        self._size = size if isinstance(size, int) else None
        self._counts = PageCounts(self._paging, self._first, start, self._size)
        if isinstance(position, str | int):
            self._loops.repeats(position)  # where the server sends one back to the beginning
        self._position: Cursor | None = position
        self._next: PagedCall[Any, Any] | None = self._at(pages.start) if pages.start is not None else call

    @property
    def _first(self) -> int:
        """The number of the first page, or its offset."""
        if self._paging.first is not None:
            return self._paging.first
        return 1 if self._paging.style == "page" else 0

    @property
    def next_call(self) -> PagedCall[Any, Any] | None:
        """The call for the next page; None after the last one.

        Raises:
            PagingLoopError: if that page has been there already.
            PagingError: if more pages are announced and nothing says how to ask for them, or there are more
                than the client's cap.
            RedirectError: if its URL cannot be used.
        """
        if self._most is not None and self._number >= self._most:
            return None
        if self._fault is not None:
            raise self._fault
        return self._next

    def take(self, response: ApiResponse[Any]) -> Page[Any, Any] | None:
        """The page that a response is; from now on ``next_call`` is that of the page after it.

        None if it is the page before it once more, where nothing but that shows that this was the last one.

        Raises:
            PagingLoopError: if it is the page before it once more, whatever its number.
        """
        items: list[Any] = self._part(response, self._items) or []
        if self._paging.style in _COUNTED and self._is_repeated(response, items):
            if not self._ends_repeated():
                raise PagingLoopError(
                    f"the page at {self._position} is the same as the one before it: "
                    f"the server seems not to look at {self._paging.send}",
                    response.request,
                    facts_of(response),
                )
            self._ended(f"the page at {self._position} is the same as the one before it")
            return None
        self._number += 1
        self._different += 1
        findings = [*response.findings, *self._counts.take(response.body, items)]
        cursor: Cursor | None = None
        try:
            cursor = self._following(response, items)
            if cursor is not None:
                self._check(cursor, response)
            else:
                findings += self._counts.end()
            self._next = self._at(cursor) if cursor is not None else None
        except ClientError as error:
            # This page is a good one. Whoever asks for the next one is told.
            self._fault = error
        self._position = cursor
        if len(findings) > len(response.findings):
            response = replace(response, findings=tuple(findings))
        page = Page(items=items, value=response.value, next=cursor, number=self._number, response=response)
        self._last = page
        return page

    def is_end(self, error: StatusError) -> bool:
        """Does an error say only that there is no such page, where nothing had announced it?"""
        if self._last is None or self._counts.is_announced or error.status not in _BEYOND_THE_END:
            return False
        self._ended(f"the page at {self._position} is answered {error.status}")
        return True

    def _ended(self, how: str) -> None:
        """Say on the last page what ended the pages: it has been given out before that was known."""
        assert self._last is not None
        response = self._last.response
        finding = Finding(
            severity="warning", code="paging", message=how, expected="an empty page behind the last one"
        )
        object.__setattr__(response, "findings", (*response.findings, finding))
        logging.getLogger(self._api.package.name).warning(
            "%s: %s", self._api.name(self._call.operation), finding
        )
        self._next = None

    def _check(self, cursor: Cursor, response: ApiResponse[Any]) -> None:
        """Refuse to go on where that would not come to an end."""
        if self._loops.repeats(cursor):
            raise PagingLoopError(
                f"the server gave the cursor {str(cursor)[:80]!r} a second time",
                response.request,
                facts_of(response),
            )
        most = self._api.settings.caps.pages
        if self._number >= most:
            raise PagingError(
                f"more than {most} pages; raise Caps(pages=…) if there really are more",
                response.request,
                facts_of(response),
            )

    def _following(self, response: ApiResponse[Any], items: list[Any]) -> Cursor | None:
        """The place where the page after this one begins; None if this is the last one."""
        paging = self._paging
        if paging.style in _COUNTED:
            return self._counted(response, items)
        more = self._part(response, paging.more) if paging.more is not None else None
        if more is False:
            return None
        cursor = self._given(response)
        if cursor is None and more is True:
            raise PagingError(
                "the server says that there are more pages, and not where",
                response.request,
                facts_of(response),
            )
        return cursor

    def _given(self, response: ApiResponse[Any]) -> Cursor | None:
        """The place where to go on, as the server says."""
        paging = self._paging
        if paging.style == "link":
            header = paging.next.wire.lower() if isinstance(paging.next, Header) else "link"
            cursor: Any = link(response.headers.get(header, ""), "prev" if self._is_backward else "next")
        elif isinstance(paging.next, Header):
            cursor = response.headers.get(paging.next.wire.lower())
        else:
            cursor = self._part(response, paging.next or ())
        if cursor is None or cursor == "":
            return None
        if paging.style in _BY_URL:
            return str(self._joined(response.url, str(cursor), response.request))
        return self._as_sent(cursor)

    def _part(self, response: ApiResponse[Any], path: tuple[str, ...]) -> Any:
        """The value that a path leads to; raises PagingError where it is not what is described."""
        try:
            return follow(response.body, path)
        except UnusableMember as error:
            message = f"whether there are more pages is not known: {error}"
            raise PagingError(message, response.request, facts_of(response)) from None

    def _as_sent(self, cursor: Any) -> Cursor:
        """The cursor as the parameter takes it: some servers give a number and want a text, or the other way
        round.
        """
        sent = next(
            (each.type for each in self._call.operation.parameters if each.name == self._paging.send),
            Scalar("str"),
        )
        kinds = kind_of(inner.kind).classes if isinstance(inner := bare(sent), Scalar) else ()
        if (
            kinds == (int,)
            and isinstance(cursor, str)
            and cursor.isascii()
            and cursor.isdigit()
            and len(cursor) < 20
        ):
            return int(cursor)
        if kinds == (str,) and isinstance(cursor, int):
            return str(cursor)
        return cursor if isinstance(cursor, str | int) else str(cursor)

    def _counted(self, response: ApiResponse[Any], items: list[Any]) -> int | None:
        assert isinstance(self._position, int)
        try:
            return self._counts.after(self._position, items)
        except Incomplete as error:
            raise IncompleteListError(str(error), response.request, facts_of(response)) from None

    def _is_repeated(self, response: ApiResponse[Any], items: list[Any]) -> bool:
        """Is it the page before it once more? Numbers and texts may be the same by chance."""
        if not items or self._last is None:
            return False
        if response.content == self._last.response.content:
            return True
        return items == self._last.items and not all(isinstance(each, str | int | float) for each in items)

    def _ends_repeated(self) -> bool:
        """Is a repeated page how the server answers where there are no more?"""
        assert self._last is not None
        is_short = self._size is not None and len(self._last.items) < self._size
        return not self._counts.is_announced and (is_short or self._different > 1)

    @property
    def _is_backward(self) -> bool:
        forward = self._call.operation.paging
        return forward is not None and self._paging is not forward

    def _at(self, cursor: Cursor) -> PagedCall[Any, Any]:
        """The call for the page that begins at a cursor."""
        if self._paging.style in _BY_URL:
            return replace(self._call, url=self._joined(self._api.base, str(cursor)))
        assert self._paging.send is not None
        return replace(self._call, arguments={**self._call.arguments, self._paging.send: cursor})

    def _joined(self, base: httpx2.URL, target: str, asked: RequestContext | None = None) -> httpx2.URL:
        try:
            url = urls.joined(base, target)
        except urls.UnusableUrl as error:
            context = asked or RequestContext(operation=self._api.name(self._call.operation))
            raise RedirectError(f"the URL of the next page cannot be used: {error}", context) from None
        return urls.without(url, query_secrets(self._call.operation.auth))


def _directed(call: PagedCall[Any, Any], api: Api, forward: Paging, pages: Range) -> Paging:
    backward = forward.backward
    if pages.backwards and backward is None:
        raise ConfigurationError(f"{api.name(call.operation)} documents no pages backwards")
    if backward is None:
        return forward
    wanted, other = (backward, forward) if pages.backwards else (forward, backward)
    given = [name for name in (other.send, other.size) if name and call.arguments.get(name) is not None]
    own = {wanted.send, wanted.size}
    if strays := [name for name in given if name not in own]:
        way = "forwards" if pages.backwards else "backwards"
        raise ParameterError(
            f"{', '.join(strays)} is for pages {way}; "
            + ("leave it out" if pages.backwards else "leave it out, or ask for .backwards()"),
            RequestContext(operation=api.name(call.operation)),
        )
    return wanted


class _Loops:
    """Finds a cursor that comes again: at once among the last thousand, and later on those that are further
    apart (Brent's way).
    """

    def __init__(self) -> None:
        self._recent: deque[Cursor] = deque(maxlen=_REMEMBERED)
        self._known: set[Cursor] = set()
        self._anchor: Cursor | None = None
        self._steps = 0
        self._limit: int = 1

    def repeats(self, cursor: Cursor) -> bool:
        """Has it been there before?"""
        if cursor in self._known or cursor == self._anchor:
            return True
        if len(self._recent) == _REMEMBERED:
            self._known.discard(self._recent[0])
        self._recent.append(cursor)
        self._known.add(cursor)
        self._steps += 1
        if self._steps == self._limit:
            self._anchor, self._steps = cursor, 0
            self._limit *= 2
        return False


def changed(pages: Range, changes: Mapping[str, Any]) -> Range:
    """The same range but for some facts.

    Raises:
        ConfigurationError: for a number of pages that is not positive.
    """
    most = changes.get("most", pages.most)
    if most is not None and (not isinstance(most, int) or most < 1):
        raise ConfigurationError(f"at_most({most!r}); expected 1 page or more")
    return replace(pages, **changes)
