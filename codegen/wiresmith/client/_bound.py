"""The types of ``client.operation``: functions that carry further functions as attributes."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Collection, Iterator
from typing import ParamSpec, Protocol, TypeVar

from wiresmith.client.pages import AsyncPages, Pages
from wiresmith.client.responses import ApiResponse
from wiresmith.client.waiting import State

P = ParamSpec("P")
T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
Item = TypeVar("Item")


class BoundMethod(Protocol[P, T_co]):
    """An operation of a client for threads: a function that returns what the operation returns, or raises
    ClientError.
    """

    def __call__(self, *arguments: P.args, **named: P.kwargs) -> T_co: ...

    def with_response(self, *arguments: P.args, **named: P.kwargs) -> ApiResponse[T_co]:
        """The same with everything else about the response. Raises ClientError."""
        ...


class AsyncBoundMethod(Protocol[P, T_co]):
    """An operation of a client for tasks: a coroutine function that returns what the operation returns, or
    raises ClientError.
    """

    async def __call__(self, *arguments: P.args, **named: P.kwargs) -> T_co: ...

    async def with_response(self, *arguments: P.args, **named: P.kwargs) -> ApiResponse[T_co]:
        """The same with everything else about the response. Raises ClientError."""
        ...


class PagedBoundMethod(BoundMethod[P, T], Protocol[P, T, Item]):
    """An operation with pages: a call gets one page, ``pages`` and ``items`` go through all of them."""

    def pages(self, *arguments: P.args, **named: P.kwargs) -> Pages[T, Item]:
        """The pages from the one that the arguments say. Nothing is sent before one iterates."""
        ...

    def items(self, *arguments: P.args, **named: P.kwargs) -> Iterator[Item]:
        """The items of these pages."""
        ...


class AsyncPagedBoundMethod(AsyncBoundMethod[P, T], Protocol[P, T, Item]):
    """An operation with pages: a call gets one page, ``pages`` and ``items`` go through all of them."""

    def pages(self, *arguments: P.args, **named: P.kwargs) -> AsyncPages[T, Item]:
        """The pages from the one that the arguments say. Nothing is sent before one iterates."""
        ...

    def items(self, *arguments: P.args, **named: P.kwargs) -> AsyncIterator[Item]:
        """The items of these pages."""
        ...


class WaitBoundMethod(BoundMethod[P, T_co], Protocol[P, T_co]):
    """An operation whose work may take longer: a call asks once, ``until_done`` asks until the
    work is done.
    """

    def until_done(
        self,
        *,
        within: float,
        succeeded: Collection[State] | None = None,
        failed: Collection[State] | None = None,
        pending: Collection[State] | None = None,
    ) -> Callable[P, T_co]:
        """Make a function of the operation's arguments that returns when the work is done.

        Args:
            within: seconds for all of it.
            succeeded: the values that mean done; where they are documented, None stands for those.
            failed: the values that mean that it will not be done; likewise.
            pending: the values that mean not yet; likewise, and without any, all others do.

        Raises:
            ConfigurationError: if a value would mean two things, or none means done. What is returned raises
                WaitFailedError, WaitTimeoutError, and what a call raises.
        """
        ...


class AsyncWaitBoundMethod(AsyncBoundMethod[P, T_co], Protocol[P, T_co]):
    """An operation whose work may take longer: a call asks once, ``until_done`` asks until the
    work is done.
    """

    def until_done(
        self,
        *,
        within: float,
        succeeded: Collection[State] | None = None,
        failed: Collection[State] | None = None,
        pending: Collection[State] | None = None,
    ) -> Callable[P, Awaitable[T_co]]:
        """Make a coroutine function of the operation's arguments that returns when the work is done.

        Arguments and errors are those of `WaitBoundMethod.until_done`.
        """
        ...
