"""The client for tasks: carries out the steps of calls, waiting without blocking. It runs on asyncio and trio (by way of anyio)."""

from __future__ import annotations

import os
import time
from collections.abc import Awaitable, Mapping
from typing import TYPE_CHECKING, Any, NoReturn, Self, TypeVar, Unpack, cast

import anyio
import httpx2

from wiresmith.runtime.client.connection import Body, build, failure, http_arguments, late, without_cookies
from wiresmith.runtime.client.draft import Api
from wiresmith.runtime.client.errors import ConfigurationError
from wiresmith.runtime.client.options import Settings
from wiresmith.runtime.client.secrets import AsyncCredential, Credentials, Secret, concealed
from wiresmith.runtime.client.settings import changed_settings, settings_of
from wiresmith.runtime.client.steps import Obtain, Outcome, Send, Sleep
from wiresmith.runtime.client.urls import base_url as checked_base_url

if TYPE_CHECKING:
    from types import TracebackType

    from wiresmith.runtime.client.options import AsyncOptions, ClientOptions
    from wiresmith.runtime.client.steps import Steps
    from wiresmith.runtime.operations import Auth
    from wiresmith.runtime.package import Package

T = TypeVar("T")


class AsyncApiClient:
    """The base of emitted clients for tasks. One client may be shared by the tasks of one event loop; it holds a pool of connections until it is closed.

    Args:
        package: the emitted package.
        base_url: what paths are put behind, with ``{name}`` for variables.
        variables: the values of these.
        credentials: what each secret was given as; None looks its environment variable up.
        options: see `AsyncOptions`.

    Raises:
        ConfigurationError: if the base URL or an option cannot be used.
        CredentialError: if a secret cannot be sent.
    """

    def __init__(
        self,
        package: Package,
        base_url: str,
        variables: Mapping[str, str | None],
        credentials: Mapping[Auth, AsyncCredential | None],
        options: AsyncOptions,
    ) -> None:
        given: dict[str, Any] = dict(options)
        arguments = http_arguments(given)
        http = given.pop("http", None)
        settings = settings_of(package, given)
        self._api = Api(package, checked_base_url(base_url, dict(variables)), settings)
        self._credentials = Credentials(credentials, os.environ)
        self._owns_http = http is None
        self._closed = False
        self._lock = anyio.Lock()
        if http is None:
            http = httpx2.AsyncClient(**arguments)
            without_cookies(http)
        if not isinstance(http, httpx2.AsyncClient):
            raise ConfigurationError(f"http is a {type(http).__name__}; expected an httpx2.AsyncClient")
        self._http = http
        self._given_http = http if not self._owns_http else None

    @property
    def base_url(self) -> str:
        """What paths are put behind."""
        return str(self._api.base)

    def with_options(self, **options: Unpack[ClientOptions]) -> Self:
        """The same client with other options, for one call or many; it shares the connections, which closing it leaves open.

        Raises:
            ConfigurationError: if an option cannot be used.
        """
        changed = object.__new__(type(self))
        changed.__dict__.update(self.__dict__)
        changed._owns_http = False
        api = self._api
        changed._api = Api(api.package, api.base, changed_settings(api.package, api.settings, options))
        return changed

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

    def __repr__(self) -> str:
        return f"<{type(self).__module__}.{type(self).__name__} of {self.base_url}>"

    def __reduce__(self) -> NoReturn:
        raise TypeError("a client holds connections and secrets, and is not pickled")

    async def _run(self, steps: Steps[T]) -> T:
        """Carry out the steps of a call."""
        if self._closed or self._http.is_closed:
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
                response = await self._http.send(request, stream=True, follow_redirects=False, **_auth(step))
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


def _auth(step: Send) -> dict[str, Any]:
    """A client of one's own may add credentials of its own, but to no other origin."""
    return {"auth": None} if step.request.foreign else {}
