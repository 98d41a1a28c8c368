"""Iterating over the pages of an operation, in threads and in tasks."""

# The clients' own attributes are private, since operations have the public names; pages are part of them.
# pyright: reportPrivateUsage=false

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from typing import Any, Generic, Self, TypeVar

from wiresmith.client.asynchronous import AsyncApiClient
from wiresmith.client.call import Call, PagedCall
from wiresmith.client.errors import StatusError
from wiresmith.client.exchange import exchange
from wiresmith.client.paging import Cursor, Page, Pager, Range, changed
from wiresmith.client.responses import ApiResponse, interpreted
from wiresmith.client.steps import Steps
from wiresmith.client.sync import ApiClient

T = TypeVar("T")
Item = TypeVar("Item")


def steps_of(client: ApiClient | AsyncApiClient, call: Call[T]) -> Steps[ApiResponse[T]]:
    """The steps of one call with the settings and secrets of a client."""
    exchanged = yield from exchange(call, client._api, client._credentials)
    return interpreted(call, client._api, exchanged)


class _Pages:
    def __init__(self, client: Any, call: Any, pages: Range | None = None) -> None:
        self._client = client
        self._call: PagedCall[Any, Any] = call
        self._range = pages or Range()

    def _with(self, **changes: Any) -> Self:
        return type(self)(self._client, self._call, changed(self._range, changes))

    def at_most(self, pages: int) -> Self:
        """The same, ending after this many pages; ``next`` of the last one says where to go on.

        Raises:
            ConfigurationError: unless the number is positive.
        """
        return self._with(most=pages)

    def starting_at(self, cursor: Cursor) -> Self:
        """The same from where an earlier iteration ended: the ``next`` of its last page."""
        return self._with(start=cursor)

    def backwards(self) -> Self:
        """The same in the other direction, where the API has one.

        Within a page the order is still the server's.
        """
        return self._with(backwards=True)

    def _pager(self) -> Pager:
        return Pager(self._call, self._client._api, self._range)


class Pages(_Pages, Generic[T, Item]):
    """Pages, asked for one by one as one iterates. Each iteration begins anew."""

    def __iter__(self) -> Iterator[Page[T, Item]]:
        client: ApiClient = self._client
        pager = self._pager()
        while (call := pager.next_call) is not None:
            try:
                page = pager.take(client._run(steps_of(client, call)))
            except StatusError as error:
                if not pager.is_end(error):
                    raise
                return
            if page is None:
                return
            yield page

    def items(self) -> Iterator[Item]:
        """The items of all these pages, one after the other."""
        for page in self:
            yield from page.items


class AsyncPages(_Pages, Generic[T, Item]):
    """Pages, asked for one by one as one iterates. Each iteration begins anew."""

    async def __aiter__(self) -> AsyncIterator[Page[T, Item]]:
        client: AsyncApiClient = self._client
        pager = self._pager()
        while (call := pager.next_call) is not None:
            try:
                page = pager.take(await client._run(steps_of(client, call)))
            except StatusError as error:
                if not pager.is_end(error):
                    raise
                return
            if page is None:
                return
            yield page

    async def items(self) -> AsyncIterator[Item]:
        """The items of all these pages, one after the other."""
        async for page in self:
            for item in page.items:
                yield item
