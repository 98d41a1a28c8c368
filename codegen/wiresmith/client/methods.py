"""Operations as methods of both kinds of client.

An emitted client has one function for each operation, which makes a `Call` of its arguments. A `Method` in
the client's class makes of it plain functions that send: ordinary ones for threads, coroutine functions for
tasks. They show the names and types of the operation's arguments, so that ``inspect``, ``typing`` and
``unittest.mock`` see what a caller sees, on a client and on its class.
"""

# The clients' own attributes are private, since operations have the public names; methods are part of them.
# pyright: reportPrivateUsage=false

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Collection, Iterable, Iterator
from importlib import import_module
from inspect import Signature, signature
from typing import Any, Generic, NoReturn, ParamSpec, Self, TypeVar, get_args, get_type_hints, overload

from wiresmith.client._bound import (
    AsyncBoundMethod,
    AsyncPagedBoundMethod,
    AsyncWaitBoundMethod,
    BoundMethod,
    PagedBoundMethod,
    WaitBoundMethod,
)
from wiresmith.client.asynchronous import AsyncApiClient
from wiresmith.client.call import Call, PagedCall, WaitCall
from wiresmith.client.pages import AsyncPages, Pages, steps_of
from wiresmith.client.responses import ApiResponse
from wiresmith.client.steps import Steps
from wiresmith.client.sync import ApiClient
from wiresmith.client.waiting import State, states, waited

P = ParamSpec("P")
T = TypeVar("T")
Item = TypeVar("Item")


class Method(Generic[P, T]):
    """An operation of a client; the attribute is a `BoundMethod` or an `AsyncBoundMethod`, as the
    client is.
    """

    def __init__(self, prepare: Callable[P, Call[T]]) -> None:
        self._prepare = prepare
        self._name = prepare.__name__.lstrip("_")
        self._signatures: dict[object, tuple[Signature, dict[str, Any]]] = {}
        self.__doc__ = prepare.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    @overload
    def __get__(self, client: ApiClient | None, owner: type[ApiClient]) -> BoundMethod[P, T]: ...
    @overload
    def __get__(
        self, client: AsyncApiClient | None, owner: type[AsyncApiClient]
    ) -> AsyncBoundMethod[P, T]: ...
    @overload
    def __get__(self, client: None, owner: type) -> Self: ...
    def __get__(self, client: Any, owner: type) -> Any:
        return self._bound(client, owner)

    def _bound(self, client: Any, owner: type) -> Any:
        has_client = client is not None
        prepare: Callable[P, Call[T]] = self._prepare if has_client else self._without_client
        if issubclass(owner, ApiClient):
            made = self._in_threads(client, prepare)
        elif issubclass(owner, AsyncApiClient):
            made = self._in_tasks(client, prepare)
        else:
            return self
        made.__wrapped__ = self._prepare
        made.__doc__ = self.__doc__
        made.__name__ = self._name
        made.__qualname__ = f"{owner.__qualname__}.{self._name}"
        made.__module__ = owner.__module__
        return made

    def _without_client(self, *_arguments: P.args, **_named: P.kwargs) -> NoReturn:
        raise TypeError(f"{self._name} is called on a client, as client.{self._name}(…)")

    def _in_threads(self, client: ApiClient, prepare: Callable[P, Call[T]]) -> Any:
        """The function of a client for threads, with its further functions as attributes."""

        def with_response(*arguments: P.args, **named: P.kwargs) -> ApiResponse[T]:
            call = prepare(*arguments, **named)
            return client._run(steps_of(client, call))

        def operation(*arguments: P.args, **named: P.kwargs) -> T:
            return with_response(*arguments, **named).value

        made = self._shown(operation, _value)
        made.with_response = self._shown(with_response, _response, BoundMethod)
        return made

    def _in_tasks(self, client: AsyncApiClient, prepare: Callable[P, Call[T]]) -> Any:
        """The coroutine function of a client for tasks, with its further functions as attributes."""

        async def with_response(*arguments: P.args, **named: P.kwargs) -> ApiResponse[T]:
            call = prepare(*arguments, **named)
            return await client._run(steps_of(client, call))

        async def operation(*arguments: P.args, **named: P.kwargs) -> T:
            return (await with_response(*arguments, **named)).value

        made = self._shown(operation, _value)
        made.with_response = self._shown(with_response, _response, AsyncBoundMethod)
        return made

    def _shown(self, function: Any, returns: Callable[..., Any], like: Any = None) -> Any:
        """The function with the arguments of the operation in its signature, and with the docstring of what
        it is like.

        Args:
            returns: gives the type of the result for the types that a `Call` of the operation is of.
        """
        shown = self._signatures.get(returns)
        if shown is None:
            shown = self._signatures[returns] = self._signature(returns)
        function.__signature__, annotations = shown
        function.__annotations__ = dict(annotations)
        if like is not None:
            function.__doc__ = _doc(like, function)
        return function

    def _signature(self, returns: Callable[..., Any]) -> tuple[Signature, dict[str, Any]]:
        annotations = get_type_hints(self._prepare)
        annotations["return"] = returns(*get_args(annotations["return"]))
        plain = signature(self._prepare)
        parameters = [each.replace(annotation=annotations[name]) for name, each in plain.parameters.items()]
        return plain.replace(parameters=parameters, return_annotation=annotations["return"]), annotations


class PagedMethod(Method[P, T], Generic[P, T, Item]):
    """An operation with pages; the attribute is a `PagedBoundMethod` or an `AsyncPagedBoundMethod`."""

    def __init__(self, prepare: Callable[P, PagedCall[T, Item]]) -> None:
        super().__init__(prepare)

    @overload
    def __get__(self, client: ApiClient | None, owner: type[ApiClient]) -> PagedBoundMethod[P, T, Item]: ...
    @overload
    def __get__(
        self, client: AsyncApiClient | None, owner: type[AsyncApiClient]
    ) -> AsyncPagedBoundMethod[P, T, Item]: ...
    @overload
    def __get__(self, client: None, owner: type) -> Self: ...
    def __get__(self, client: Any, owner: type) -> Any:
        return self._bound(client, owner)

    def _in_threads(self, client: ApiClient, prepare: Callable[P, Call[T]]) -> Any:
        def pages(*arguments: P.args, **named: P.kwargs) -> Pages[T, Item]:
            return Pages(client, prepare(*arguments, **named))

        def items(*arguments: P.args, **named: P.kwargs) -> Iterator[Item]:
            return pages(*arguments, **named).items()

        made = super()._in_threads(client, prepare)
        made.pages = self._shown(pages, _pages, PagedBoundMethod)
        made.items = self._shown(items, _items, PagedBoundMethod)
        return made

    def _in_tasks(self, client: AsyncApiClient, prepare: Callable[P, Call[T]]) -> Any:
        def pages(*arguments: P.args, **named: P.kwargs) -> AsyncPages[T, Item]:
            return AsyncPages(client, prepare(*arguments, **named))

        def items(*arguments: P.args, **named: P.kwargs) -> AsyncIterator[Item]:
            return pages(*arguments, **named).items()

        made = super()._in_tasks(client, prepare)
        made.pages = self._shown(pages, _async_pages, AsyncPagedBoundMethod)
        made.items = self._shown(items, _async_items, AsyncPagedBoundMethod)
        return made


class WaitMethod(Method[P, T]):
    """An operation whose work may take longer; the attribute is a `WaitBoundMethod` or an
    `AsyncWaitBoundMethod`.
    """

    def __init__(self, prepare: Callable[P, WaitCall[T]]) -> None:
        super().__init__(prepare)

    @overload
    def __get__(self, client: ApiClient | None, owner: type[ApiClient]) -> WaitBoundMethod[P, T]: ...
    @overload
    def __get__(
        self, client: AsyncApiClient | None, owner: type[AsyncApiClient]
    ) -> AsyncWaitBoundMethod[P, T]: ...
    @overload
    def __get__(self, client: None, owner: type) -> Self: ...
    def __get__(self, client: Any, owner: type) -> Any:
        return self._bound(client, owner)

    def _in_threads(self, client: ApiClient, prepare: Callable[P, Call[T]]) -> Any:
        def until_done(
            *,
            within: float,
            succeeded: Collection[State] | None = None,
            failed: Collection[State] | None = None,
            pending: Collection[State] | None = None,
        ) -> Callable[P, T]:
            def wait(*arguments: P.args, **named: P.kwargs) -> T:
                call = prepare(*arguments, **named)
                response: ApiResponse[T] = client._run(
                    _waiting(client, call, within, pending, succeeded, failed)
                )
                return response.value

            waiting: Callable[P, T] = self._shown(wait, _value)
            return waiting

        until_done.__doc__ = _doc(WaitBoundMethod, until_done)
        made = super()._in_threads(client, prepare)
        made.until_done = until_done
        return made

    def _in_tasks(self, client: AsyncApiClient, prepare: Callable[P, Call[T]]) -> Any:
        def until_done(
            *,
            within: float,
            succeeded: Collection[State] | None = None,
            failed: Collection[State] | None = None,
            pending: Collection[State] | None = None,
        ) -> Callable[P, Awaitable[T]]:
            async def wait(*arguments: P.args, **named: P.kwargs) -> T:
                call = prepare(*arguments, **named)
                response: ApiResponse[T] = await client._run(
                    _waiting(client, call, within, pending, succeeded, failed)
                )
                return response.value

            waiting: Callable[P, Awaitable[T]] = self._shown(wait, _value)
            return waiting

        until_done.__doc__ = _doc(AsyncWaitBoundMethod, until_done)
        made = super()._in_tasks(client, prepare)
        made.until_done = until_done
        return made


class _Later:
    """In place of a method whose module is imported when it is first used."""

    __slots__ = ("_module", "_name", "_owner")

    def __init__(self, owner: type, module: str, name: str) -> None:
        self._owner = owner
        self._module = module
        self._name = name

    def __get__(self, client: Any, owner: type) -> Any:
        method: Any = import_module(self._module).METHOD
        method.__set_name__(self._owner, self._name)
        setattr(self._owner, self._name, method)
        return method.__get__(client, owner)


def add_methods(cls: type, package: str, names: Iterable[str]) -> None:
    """Give a class the operations of a large API.

    Args:
        cls: what both clients of the API extend.
        package: the package that has a module for each, with a `Method` that is called ``METHOD``.
        names: those of the operations in Python.
    """
    for name in names:
        setattr(cls, name, _Later(cls, f"{package}._{name}", name))


def _waiting(
    client: ApiClient | AsyncApiClient,
    call: Call[T],
    within: float,
    pending: Collection[State] | None,
    succeeded: Collection[State] | None,
    failed: Collection[State] | None,
) -> Steps[ApiResponse[T]]:
    assert call.operation.wait is not None, "emitted for operations with wait only"
    known = states(call.operation.wait, pending, succeeded, failed)
    return waited(call, client._api, client._credentials, known, within)


def _doc(like: Any, function: Any) -> str | None:
    doc: str | None = getattr(like, function.__name__).__doc__
    return doc


def _value(result: Any, _item: Any = None) -> Any:
    return result


def _response(result: Any, _item: Any = None) -> Any:
    return ApiResponse[result]


def _pages(result: Any, item: Any) -> Any:
    return Pages[result, item]


def _async_pages(result: Any, item: Any) -> Any:
    return AsyncPages[result, item]


def _items(_result: Any, item: Any) -> Any:
    return Iterator[item]


def _async_items(_result: Any, item: Any) -> Any:
    return AsyncIterator[item]
