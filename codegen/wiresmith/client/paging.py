"""Pages: what is asked for next, and when the end is reached.

Nothing here does input or output. A cursor is what one iteration can be resumed from: what the server gave,
the offset, the number of a page, or the URL of one.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final, Generic, TypeVar

import httpx2

from wiresmith.client import urls
from wiresmith.client._draft import Api, query_secrets
from wiresmith.client.call import PagedCall
from wiresmith.client.errors import (
    ClientError,
    ConfigurationError,
    PagingError,
    PagingLoopError,
    ParameterError,
    RedirectError,
    RequestContext,
)
from wiresmith.client.links import link
from wiresmith.client.responses import ApiResponse, facts_of, follow
from wiresmith.description import Header, Paging, Scalar, bare
from wiresmith.kinds import kind_of

T_co = TypeVar("T_co", covariant=True)
Item_co = TypeVar("Item_co", covariant=True)

Cursor = str | int
_REMEMBERED: Final = 1_000
_BY_URL: Final = ("url", "link")
_COUNTED: Final = ("offset", "page")


@dataclass(frozen=True, slots=True, kw_only=True)
class Page(Generic[T_co, Item_co]):
    """One page.

    Attributes:
        items: what is on it.
        value: what the plain call would return.
        next: where the next page begins; None on the last one. An iteration that starts there goes on from
            here.
        number: 1 for the first page of the iteration.
        response: the whole response.
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
        self._last_content = b""
        self._fault: ClientError | None = None
        given = call.arguments.get(self._paging.send or "")
        position = pages.start if pages.start is not None else given
        if self._paging.style in _COUNTED:
            if position is None:
                position = self._first
            if not isinstance(position, int):
                raise ConfigurationError(f"pages start at {position!r}; expected an integer")
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

    def take(self, response: ApiResponse[Any]) -> Page[Any, Any]:
        """The page that a response is; from now on ``next_call`` is that of the page after it.

        Raises:
            PagingLoopError: if it is the page before it once more, whatever its number.
        """
        if self._paging.style in _COUNTED:
            self._check_changed(response)
        self._number += 1
        items: list[Any] = follow(response.body, self._items) or []
        cursor: Cursor | None = None
        try:
            cursor = self._following(response, items)
            if cursor is not None:
                self._check(cursor, response)
            self._next = self._at(cursor) if cursor is not None else None
        except ClientError as error:
            # This page is a good one. Whoever asks for the next one is told.
            self._fault = error
        self._position = cursor
        return Page(items=items, value=response.value, next=cursor, number=self._number, response=response)

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
        more = follow(response.body, paging.more) if paging.more is not None else None
        if more is False:
            return None
        if paging.style in _COUNTED:
            return self._counted(response, items, more)
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
            cursor = follow(response.body, paging.next or ())
        if cursor is None or cursor == "":
            return None
        if paging.style in _BY_URL:
            return str(self._joined(response.url, str(cursor), response.request))
        return self._as_sent(cursor)

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

    def _counted(self, response: ApiResponse[Any], items: list[Any], more: bool | None) -> int | None:
        paging = self._paging
        assert isinstance(self._position, int)
        if not items:
            return None
        after = self._position + (1 if paging.style == "page" else len(items))
        total = follow(response.body, paging.total) if paging.total is not None else None
        pages = follow(response.body, paging.pages) if paging.pages is not None else None
        if isinstance(pages, int):
            return after if paging.style != "page" or after < self._first + pages else None
        if isinstance(total, int) and paging.style == "offset":
            return after if after < total else None
        size = self._call.arguments.get(paging.size or "")
        is_short = isinstance(size, int) and len(items) < size
        return None if is_short and more is not True else after

    def _check_changed(self, response: ApiResponse[Any]) -> None:
        if follow(response.body, self._items) and response.content == self._last_content:
            raise PagingLoopError(
                f"the page at {self._position} is the same as the one before it: "
                f"the server seems not to look at {self._paging.send}",
                response.request,
                facts_of(response),
            )
        self._last_content = response.content

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
