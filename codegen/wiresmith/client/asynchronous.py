"""The client for tasks: carries out the steps of calls, waiting without blocking.

It runs on asyncio and trio (by way of anyio).
"""

from __future__ import annotations

import time
from collections.abc import Awaitable, Mapping
from types import TracebackType
from typing import Any, Self, TypeVar, cast

import anyio
import httpx2

from wiresmith.client._base import BaseClient, auth_argument
from wiresmith.client.connection import Body, build, failure, late, without_cookies
from wiresmith.client.errors import ConfigurationError
from wiresmith.client.options import AsyncOptions, Settings
from wiresmith.client.secrets import AsyncCredential, Secret, concealed
from wiresmith.client.steps import Obtain, Outcome, Send, Sleep, Steps
from wiresmith.description import Auth
from wiresmith.runtime.package import Package

T = TypeVar("T")


class AsyncApiClient(BaseClient):
    """The base of emitted clients for tasks.

    One client may be shared by the tasks of one event loop; it holds a pool of connections until it is
    closed. Arguments and errors are those of `BaseClient`.
    """

    _http: httpx2.AsyncClient

    def __init__(
        self,
        package: Package,
        base_url: str,
        variables: Mapping[str, str | None],
        credentials: Mapping[Auth, AsyncCredential | None],
        options: AsyncOptions,
    ) -> None:
        super().__init__(package, base_url, variables, credentials, options)
        self._lock = anyio.Lock()
        http = self._given_http
        if http is None:
            http = httpx2.AsyncClient(**self._http_arguments)
            without_cookies(http)
        if not isinstance(http, httpx2.AsyncClient):
            raise ConfigurationError(f"http is a {type(http).__name__}; expected an httpx2.AsyncClient")
        self._http = http

    async def aclose(self) -> None:
        """Close the connections."""
        self._closed = True
        if self._owns_http:
            await self._http.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self.aclose()

    async def _run(self, steps: Steps[T]) -> T:
        """Carry out the steps of a call."""
        if self._is_closed:
            steps.close()
            raise ConfigurationError("the client is closed")
        answer: Any = None
        while True:
            try:
                step = steps.send(answer)
            except StopIteration as end:
                return cast("T", end.value)
            match step:
                case Send():
                    answer = await self._send(step)
                case Obtain():
                    answer = await self._obtain(step)
                case Sleep(seconds):
                    await anyio.sleep(seconds)
                    answer = None

    async def _send(self, step: Send) -> Outcome:
        settings: Settings = self._api.settings
        began = False
        try:
            with anyio.move_on_after(max(0.0, step.deadline - time.monotonic())):
                request = build(self._given_http, step, settings.timeouts)
                response = await self._http.send(
                    request, stream=True, follow_redirects=False, **auth_argument(step)
                )
                try:
                    body = Body(response, settings.caps, step.deadline)
                    if response.is_stream_consumed:
                        return body.ready()
                    async for chunk in response.aiter_raw():
                        began = True
                        if (given_up := body.add(chunk)) is not None:
                            return given_up
                    return body.end()
                finally:
                    await response.aclose()
        except (httpx2.RequestError, httpx2.InvalidURL) as error:
            return failure(error, began, step.deadline)
        return late(began=began)

    async def _obtain(self, step: Obtain) -> dict[Auth, Secret]:
        return {auth: await self._secret(auth, step.stale.get(auth)) for auth in step.auths}

    async def _secret(self, auth: Auth, stale: Secret | None) -> Secret:
        credentials = self._credentials
        async with self._lock:
            # Whoever waited for the lock finds that another task has asked already.
            held = credentials.held(auth)
            source = credentials.source(auth)
            if held is not None and (held is not stale or source is None):
                return held
            if source is None:
                raise credentials.missing(auth)
            value = concealed(source())
            if isinstance(value, Awaitable):
                value = concealed(await cast("Awaitable[object]", value))
            return credentials.keep(auth, value)
