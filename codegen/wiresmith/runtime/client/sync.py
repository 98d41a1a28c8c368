"""The client for threads: carries out the steps of calls, one after the other."""

from __future__ import annotations

import os
import time
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NoReturn, Self, TypeVar, Unpack, cast

import httpx2

from wiresmith.runtime.client.connection import Body, build, failure, http_arguments, without_cookies
from wiresmith.runtime.client.deadlines import BoundedClient, deadline
from wiresmith.runtime.client.draft import Api
from wiresmith.runtime.client.errors import ConfigurationError, CredentialError
from wiresmith.runtime.client.options import Settings
from wiresmith.runtime.client.secrets import Credential, Credentials, Secret, concealed
from wiresmith.runtime.client.settings import changed_settings, settings_of
from wiresmith.runtime.client.steps import Obtain, Outcome, Send, Sleep
from wiresmith.runtime.client.urls import base_url as checked_base_url

if TYPE_CHECKING:
    from types import TracebackType

    from wiresmith.runtime.client.options import ClientOptions, SyncOptions
    from wiresmith.runtime.client.steps import Steps
    from wiresmith.runtime.operations import Auth
    from wiresmith.runtime.package import Package

T = TypeVar("T")


class ApiClient:
    """The base of emitted clients for threads. One client may be shared by threads; it holds a pool of connections until it is closed.

    Args:
        package: the emitted package.
        base_url: what paths are put behind, with ``{name}`` for variables.
        variables: the values of these.
        credentials: what each secret was given as; None looks its environment variable up.
        options: see `SyncOptions`.

    Raises:
        ConfigurationError: if the base URL or an option cannot be used.
        CredentialError: if a secret cannot be sent.
    """

    def __init__(
        self,
        package: Package,
        base_url: str,
        variables: Mapping[str, str | None],
        credentials: Mapping[Auth, Credential | None],
        options: SyncOptions,
    ) -> None:
        given: dict[str, Any] = dict(options)
        arguments = http_arguments(given)
        http = given.pop("http", None)
        settings = settings_of(package, given)
        self._api = Api(package, checked_base_url(base_url, dict(variables)), settings)
        self._credentials = Credentials(credentials, os.environ)
        self._owns_http = http is None
        self._closed = False
        if http is None:
            http = BoundedClient(**arguments)
            without_cookies(http)
        if not isinstance(http, httpx2.Client):
            raise ConfigurationError(f"http is a {type(http).__name__}; expected an httpx2.Client")
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

    def close(self) -> None:
        """Close the connections."""
        self._closed = True
        if self._owns_http:
            self._http.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<{type(self).__module__}.{type(self).__name__} of {self.base_url}>"

    def __reduce__(self) -> NoReturn:
        raise TypeError("a client holds connections and secrets, and is not pickled")

    def _run(self, steps: Steps[T]) -> T:
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
                    answer = self._send(step)
                case Obtain():
                    answer = self._obtain(step)
                case Sleep(seconds):
                    time.sleep(seconds)
                    answer = None

    def _send(self, step: Send) -> Outcome:
        settings: Settings = self._api.settings
        began = False
        try:
            with deadline(step.deadline):
                request = build(self._given_http, step, settings.timeouts)
                response = self._http.send(request, stream=True, follow_redirects=False, **_auth(step))
                try:
                    body = Body(response, settings.caps, step.deadline)
                    if response.is_stream_consumed:
                        return body.ready()
                    for chunk in response.iter_raw():
                        began = True
                        if (given_up := body.add(chunk)) is not None:
                            return given_up
                    return body.end()
                finally:
                    response.close()
        except (httpx2.RequestError, httpx2.InvalidURL) as error:
            return failure(error, began, step.deadline)

    def _obtain(self, step: Obtain) -> dict[Auth, Secret]:
        return {auth: self._secret(auth, step.stale.get(auth)) for auth in step.auths}

    def _secret(self, auth: Auth, stale: Secret | None) -> Secret:
        credentials = self._credentials
        with credentials.lock:
            # Whoever waited for the lock finds that another thread has asked already.
            held = credentials.held(auth)
            source = credentials.source(auth)
            if held is not None and (held is not stale or source is None):
                return held
            if source is None:
                raise credentials.missing(auth)
            value = concealed(source())
            if hasattr(value, "__await__"):
                close = getattr(value, "close", None)
                if close is not None:
                    close()
                raise CredentialError(f"{auth.argument} gives an awaitable; a Client takes plain functions")
            return credentials.keep(auth, value)


def _auth(step: Send) -> dict[str, Any]:
    """A client of one's own may add credentials of its own, but to no other origin."""
    return {"auth": None} if step.request.foreign else {}
