"""The part of both kinds of client that does no input and output."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any, NoReturn, Self, Unpack

from wiresmith.client._draft import Api
from wiresmith.client._settings import changed_settings, settings_of
from wiresmith.client.connection import http_arguments
from wiresmith.client.options import ClientOptions
from wiresmith.client.secrets import Credentials
from wiresmith.client.steps import Send
from wiresmith.client.urls import base_url as checked_base_url
from wiresmith.description import Auth
from wiresmith.runtime.package import Package


class BaseClient:
    """A client before it has an HTTP client.

    Args:
        package: the emitted package.
        base_url: what paths are put behind, with ``{name}`` for variables.
        variables: the values of these.
        credentials: what each secret was given as; None looks its environment variable up.
        options: see `SyncOptions` and `AsyncOptions`.

    Raises:
        ConfigurationError: if the base URL or an option cannot be used.
        CredentialError: if a secret cannot be sent.
    """

    _http: Any
    """The client of httpx2 that sends."""

    def __init__(
        self,
        package: Package,
        base_url: str,
        variables: Mapping[str, str | None],
        credentials: Mapping[Auth, object],
        options: Mapping[str, Any],
    ) -> None:
        given = dict(options)
        self._http_arguments = http_arguments(given)
        self._given_http: Any = given.pop("http", None)
        settings = settings_of(package, given)
        self._api = Api(package, checked_base_url(base_url, dict(variables)), settings)
        self._credentials = Credentials(credentials, os.environ)
        self._owns_http = self._given_http is None
        self._closed = False

    @property
    def base_url(self) -> str:
        """The URL that paths are put behind."""
        return str(self._api.base)

    def with_options(self, **options: Unpack[ClientOptions]) -> Self:
        """The same client with other options, for one call or many; it shares the connections, which closing
        it leaves open.

        Raises:
            ConfigurationError: if an option cannot be used.
        """
        changed = object.__new__(type(self))
        changed.__dict__.update(self.__dict__)
        changed._owns_http = False
        api = self._api
        changed._api = Api(api.package, api.base, changed_settings(api.package, api.settings, options))
        return changed

    def __repr__(self) -> str:
        return f"<{type(self).__module__}.{type(self).__name__} of {self.base_url}>"

    def __reduce__(self) -> NoReturn:
        raise TypeError("a client holds connections and secrets, and is not pickled")

    @property
    def _is_closed(self) -> bool:
        is_closed: bool = self._http.is_closed
        return self._closed or is_closed


def auth_argument(step: Send) -> dict[str, Any]:
    """A client of one's own may add credentials of its own, but to no other origin."""
    return {"auth": None} if step.request.foreign else {}
