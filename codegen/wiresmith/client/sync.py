"""The client for threads: carries out the steps of calls, one after the other."""

from __future__ import annotations

import time
from collections.abc import Mapping
from types import TracebackType
from typing import Any, Self, TypeVar, cast

import httpx2

from wiresmith.client._base import BaseClient, auth_argument
from wiresmith.client._deadlines import BoundedClient, deadline
from wiresmith.client.connection import Body, build, failure, without_cookies
from wiresmith.client.errors import ConfigurationError, CredentialError
from wiresmith.client.options import Settings, SyncOptions
from wiresmith.client.secrets import Credential, Secret, concealed
from wiresmith.client.steps import Obtain, Outcome, Send, Sleep, Steps
from wiresmith.description import Auth
from wiresmith.runtime.package import Package

T = TypeVar("T")


class ApiClient(BaseClient):
    """The base of emitted clients for threads.

    One client may be shared by threads; it holds a pool of connections until it is closed. Arguments and
    errors are those of `BaseClient`.
    """

    _http: httpx2.Client

    def __init__(
        self,
        package: Package,
        base_url: str,
        variables: Mapping[str, str | None],
        credentials: Mapping[Auth, Credential | None],
        options: SyncOptions,
    ) -> None:
        super().__init__(package, base_url, variables, credentials, options)
        http = self._given_http
        if http is None:
            http = BoundedClient(**self._http_arguments)
            without_cookies(http)
        if not isinstance(http, httpx2.Client):
            raise ConfigurationError(f"http is a {type(http).__name__}; expected an httpx2.Client")
        self._http = http

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

    def _run(self, steps: Steps[T]) -> T:
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
                response = self._http.send(
                    request, stream=True, follow_redirects=False, **auth_argument(step)
                )
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
