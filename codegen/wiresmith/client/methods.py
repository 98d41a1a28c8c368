"""Operations as methods of both kinds of client.

An emitted client has one function for each operation, which makes a `Call` of its arguments; a method binds it to a client. What it can do is
said by its class; the names and types of the arguments are those of the function everywhere.
"""

# The clients' own attributes are private, since operations have the public names; methods are part of them.
# pyright: reportPrivateUsage=false

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Collection, Iterator
from typing import Any, Generic, ParamSpec, Self, TypeVar, overload

from wiresmith.client.asynchronous import AsyncApiClient
from wiresmith.client.call import Call, PagedCall, WaitCall
from wiresmith.client.exchange import exchange
from wiresmith.client.paging import Cursor, Page, Pager, Range, changed
from wiresmith.client.responses import ApiResponse, interpreted
from wiresmith.client.steps import Steps
from wiresmith.client.sync import ApiClient
from wiresmith.client.waiting import State, states, waited

P = ParamSpec("P")
T = TypeVar("T")
Item = TypeVar("Item")
Client = ApiClient | AsyncApiClient


class _Documented(Generic[P]):
    """Shows the docstring and the signature of the function that it stands for."""

    def __init__(self, prepare: Callable[P, Call[Any]]) -> None:
        self._prepare = prepare
        self.__doc__ = prepare.__doc__
        self.__wrapped__ = prepare


class _Bound(_Documented[P]):
    def __init__(self, prepare: Callable[P, Call[Any]], client: Client) -> None:
        super().__init__(prepare)
        self._client = client

    def __repr__(self) -> str:
        return f"<{self._prepare.__name__.lstrip('_')} of {self._client!r}>"


def _steps(client: Client, call: Call[T]) -> Steps[ApiResponse[T]]:
    exchanged = yield from exchange(call, client._api, client._credentials)
    return interpreted(call, client._api, exchanged)


class Method(_Documented[P], Generic[P, T]):
    """An operation of a client."""

    def __init__(self, prepare: Callable[P, Call[T]]) -> None:
        super().__init__(prepare)

    @overload
    def __get__(self, client: None, owner: type) -> Self: ...
    @overload
    def __get__(self, client: ApiClient, owner: type) -> BoundMethod[P, T]: ...
    @overload
    def __get__(self, client: AsyncApiClient, owner: type) -> AsyncBoundMethod[P, T]: ...
    def __get__(self, client: Client | None, owner: type) -> Any:
        if client is None:
            return self
        if isinstance(client, ApiClient):
            for_threads: BoundMethod[P, T] = BoundMethod(self._prepare, client)
            return for_threads
        for_tasks: AsyncBoundMethod[P, T] = AsyncBoundMethod(self._prepare, client)
        return for_tasks


class BoundMethod(_Bound[P], Generic[P, T]):
    """Call it with the arguments of the operation."""

    _client: ApiClient

    def __call__(self, *arguments: P.args, **named: P.kwargs) -> T:
        """What the operation returns.

        Raises:
            ClientError: see its subclasses.
        """
        return self.with_response(*arguments, **named).value

    def with_response(self, *arguments: P.args, **named: P.kwargs) -> ApiResponse[T]:
        """The same with everything else about the response. Raises ClientError."""
        return self._client._run(_steps(self._client, self._prepare(*arguments, **named)))


class AsyncBoundMethod(_Bound[P], Generic[P, T]):
    """Await it with the arguments of the operation."""

    _client: AsyncApiClient

    async def __call__(self, *arguments: P.args, **named: P.kwargs) -> T:
        """What the operation returns.

        Raises:
            ClientError: see its subclasses.
        """
        return (await self.with_response(*arguments, **named)).value

    async def with_response(self, *arguments: P.args, **named: P.kwargs) -> ApiResponse[T]:
        """The same with everything else about the response. Raises ClientError."""
        return await self._client._run(_steps(self._client, self._prepare(*arguments, **named)))


class PagedMethod(Method[P, T], Generic[P, T, Item]):
    """An operation with pages."""

    def __init__(self, prepare: Callable[P, PagedCall[T, Item]]) -> None:
        super().__init__(prepare)

    @overload
    def __get__(self, client: None, owner: type) -> Self: ...
    @overload
    def __get__(self, client: ApiClient, owner: type) -> PagedBoundMethod[P, T, Item]: ...
    @overload
    def __get__(self, client: AsyncApiClient, owner: type) -> AsyncPagedBoundMethod[P, T, Item]: ...
    def __get__(self, client: Client | None, owner: type) -> Any:
        if client is None:
            return self
        if isinstance(client, ApiClient):
            for_threads: PagedBoundMethod[P, T, Item] = PagedBoundMethod(self._prepare, client)
            return for_threads
        for_tasks: AsyncPagedBoundMethod[P, T, Item] = AsyncPagedBoundMethod(self._prepare, client)
        return for_tasks


class PagedBoundMethod(BoundMethod[P, T], Generic[P, T, Item]):
    """Call it for one page; ``pages`` and ``items`` go through all of them."""

    def pages(self, *arguments: P.args, **named: P.kwargs) -> Pages[T, Item]:
        """The pages from the one that the arguments say. Nothing is sent before one iterates."""
        return Pages(self._client, self._prepare(*arguments, **named))

    def items(self, *arguments: P.args, **named: P.kwargs) -> Iterator[Item]:
        """The items of these pages."""
        return self.pages(*arguments, **named).items()


class AsyncPagedBoundMethod(AsyncBoundMethod[P, T], Generic[P, T, Item]):
    """Await it for one page; ``pages`` and ``items`` go through all of them."""

    def pages(self, *arguments: P.args, **named: P.kwargs) -> AsyncPages[T, Item]:
        """The pages from the one that the arguments say. Nothing is sent before one iterates."""
        return AsyncPages(self._client, self._prepare(*arguments, **named))

    def items(self, *arguments: P.args, **named: P.kwargs) -> AsyncIterator[Item]:
        """The items of these pages."""
        return self.pages(*arguments, **named).items()


class _Pages:
    def __init__(self, client: Any, call: Any, pages: Range | None = None) -> None:
        self._client = client
        self._call: PagedCall[Any, Any] = call
        self._range = pages or Range()

    def _with(self, **changes: Any) -> Self:
        return type(self)(self._client, self._call, changed(self._range, changes))

    def at_most(self, pages: int) -> Self:
        """No more than this many pages; ``next`` of the last one says where to go on. Raises ConfigurationError unless it is positive."""
        return self._with(most=pages)

    def starting_at(self, cursor: Cursor) -> Self:
        """From where an earlier iteration ended: the ``next`` of its last page."""
        return self._with(start=cursor)

    def backwards(self) -> Self:
        """In the other direction, where the API has one. Within a page the order is still the server's."""
        return self._with(backwards=True)

    def _pager(self) -> Pager:
        return Pager(self._call, self._client._api, self._range)


class Pages(_Pages, Generic[T, Item]):
    """Pages, asked for one by one as one iterates. Each iteration begins anew."""

    def __iter__(self) -> Iterator[Page[T, Item]]:
        client: ApiClient = self._client
        pager = self._pager()
        while (call := pager.next_call) is not None:
            yield pager.take(client._run(_steps(client, call)))

    def items(self) -> Iterator[Item]:
        """What is on them."""
        for page in self:
            yield from page.items


class AsyncPages(_Pages, Generic[T, Item]):
    """Pages, asked for one by one as one iterates. Each iteration begins anew."""

    async def __aiter__(self) -> AsyncIterator[Page[T, Item]]:
        client: AsyncApiClient = self._client
        pager = self._pager()
        while (call := pager.next_call) is not None:
            yield pager.take(await client._run(_steps(client, call)))

    async def items(self) -> AsyncIterator[Item]:
        """What is on them."""
        async for page in self:
            for item in page.items:
                yield item


class WaitMethod(Method[P, T]):
    """An operation whose work may take longer."""

    def __init__(self, prepare: Callable[P, WaitCall[T]]) -> None:
        super().__init__(prepare)

    @overload
    def __get__(self, client: None, owner: type) -> Self: ...
    @overload
    def __get__(self, client: ApiClient, owner: type) -> WaitBoundMethod[P, T]: ...
    @overload
    def __get__(self, client: AsyncApiClient, owner: type) -> AsyncWaitBoundMethod[P, T]: ...
    def __get__(self, client: Client | None, owner: type) -> Any:
        if client is None:
            return self
        if isinstance(client, ApiClient):
            for_threads: WaitBoundMethod[P, T] = WaitBoundMethod(self._prepare, client)
            return for_threads
        for_tasks: AsyncWaitBoundMethod[P, T] = AsyncWaitBoundMethod(self._prepare, client)
        return for_tasks


class WaitBoundMethod(BoundMethod[P, T]):
    """Call it once; ``until_done`` asks until the work is done."""

    def until_done(
        self,
        *,
        within: float,
        succeeded: Collection[State] | None = None,
        failed: Collection[State] | None = None,
        pending: Collection[State] | None = None,
    ) -> Callable[P, T]:
        """A function of the operation's arguments that returns when the work is done.

        Args:
            within: seconds for all of it.
            succeeded: the values that mean done; where they are documented, None stands for those.
            failed: the values that mean that it will not be done; likewise.
            pending: the values that mean not yet; likewise, and without any, all others do.

        Raises:
            ConfigurationError: if a value would mean two things, or none means done. What is returned raises WaitFailedError,
                WaitTimeoutError, and what a call raises.
        """
        client = self._client

        def wait(*arguments: P.args, **named: P.kwargs) -> T:
            call = self._prepare(*arguments, **named)
            assert call.operation.wait is not None, "emitted for operations with wait only"
            known = states(call.operation.wait, pending, succeeded, failed)
            response: ApiResponse[T] = client._run(
                waited(call, client._api, client._credentials, known, within)
            )
            return response.value

        return wait


class AsyncWaitBoundMethod(AsyncBoundMethod[P, T]):
    """Await it once; ``until_done`` asks until the work is done."""

    def until_done(
        self,
        *,
        within: float,
        succeeded: Collection[State] | None = None,
        failed: Collection[State] | None = None,
        pending: Collection[State] | None = None,
    ) -> Callable[P, Awaitable[T]]:
        """As ``until_done`` of the client for threads; what is returned is awaited."""
        client = self._client

        async def wait(*arguments: P.args, **named: P.kwargs) -> T:
            call = self._prepare(*arguments, **named)
            assert call.operation.wait is not None, "emitted for operations with wait only"
            known = states(call.operation.wait, pending, succeeded, failed)
            response: ApiResponse[T] = await client._run(
                waited(call, client._api, client._credentials, known, within)
            )
            return response.value

        return wait
