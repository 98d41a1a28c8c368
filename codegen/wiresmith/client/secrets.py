"""Secrets: what a client is given to authenticate with, and is never to show."""

from __future__ import annotations

import base64
import hmac
import html
import json
import re
import threading
from collections.abc import Awaitable, Callable, Iterable, Mapping
from typing import Final, NoReturn
from urllib.parse import quote, quote_plus

from wiresmith.client._charsets import beginning
from wiresmith.client.errors import CredentialError
from wiresmith.description import Auth

MASK: Final = "***"
_SHORT: Final = 6
_VISIBLE: Final = re.compile(r"[!-~]+(?: [!-~]+)*")
_COOKIE: Final = re.compile(r"[!#-+\--:<-\[\]-~]+")
_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f-\x9f]")
"""The characters that RFC 7617 keeps out of a user and a password."""
_LONGEST_CHARACTER: Final = 4
"""Bytes, in the charsets that servers write in."""


class Secret:
    """A text that no repr, log, traceback or pickle shows; ``reveal()`` gives it.

    Raises:
        ValueError: if it is empty.
    """

    __slots__ = ("_forms", "_value")

    def __init__(self, value: str) -> None:
        if not value:
            raise ValueError("a secret is empty")
        self._value = value
        self._forms: dict[str, frozenset[str]] = {}

    def reveal(self) -> str:
        """The text itself."""
        return self._value

    def forms(self, scheme: str) -> frozenset[str]:
        """The forms in which it may come back: as it is, as it is sent with a scheme, and as URLs, JSON and
        HTML write these.
        """
        found = self._forms.get(scheme)
        if found is None:
            plain = {self._value, encoded(self._value, scheme)}
            if scheme.lower() == "basic":
                plain |= {password} if (password := self._value.partition(":")[2]) else set()
            found = self._forms[scheme] = frozenset(form for value in plain for form in _spellings(value))
        return found

    def __repr__(self) -> str:
        return f"Secret({MASK})"

    __str__ = __repr__

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Secret):
            return NotImplemented
        return hmac.compare_digest(
            self._value.encode(errors="surrogatepass"), other._value.encode(errors="surrogatepass")
        )

    def __hash__(self) -> int:
        return hash((Secret, self._value))

    def __copy__(self) -> Secret:
        return self

    def __deepcopy__(self, memo: object) -> Secret:
        return self

    def __reduce__(self) -> NoReturn:
        raise TypeError("a Secret is not pickled")


Credential = str | Secret | Callable[[], str | Secret]
"""A secret, or what gives one: it is called before the first request, and once more when a server answers
401.
"""

AsyncCredential = Credential | Callable[[], Awaitable[str | Secret]]
"""The same for async clients, whose callables may be coroutine functions."""

Secrets = Mapping[Auth, Secret]
"""The secrets of one request."""


class Credentials:
    """The credentials that a client was given, each by what it is for.

    Values are checked when they come, and held as Secrets.

    Args:
        given: a value, a callable or None for each secret of the API.
        environment: where those that are None are looked up.

    Raises:
        CredentialError: if a value cannot be sent.
    """

    def __init__(self, given: Mapping[Auth, object], environment: Mapping[str, str]) -> None:
        self._held: dict[Auth, Secret] = {}
        self._sources: dict[Auth, Callable[[], object]] = {}
        self.lock = threading.Lock()
        for auth, value in given.items():
            if value is None and auth.env:
                value = environment.get(auth.env) or None
            if callable(value):
                self._sources[auth] = value
            elif value is not None:
                self.keep(auth, value)

    def known(self, auths: Iterable[Auth]) -> dict[Auth, Secret] | None:
        """The secrets, if all of them are here already."""
        try:
            return {auth: self._held[auth] for auth in auths}
        except KeyError:
            return None

    def held(self, auth: Auth) -> Secret | None:
        """The secret, if it is here already."""
        return self._held.get(auth)

    def source(self, auth: Auth) -> Callable[[], object] | None:
        """The function that gives the secret; None where it was given as a text."""
        return self._sources.get(auth)

    def refreshable(self, auths: Iterable[Auth]) -> bool:
        """Is one of these given by a callable?"""
        return any(auth in self._sources for auth in auths)

    def keep(self, auth: Auth, value: object) -> Secret:
        """Hold a value from now on.

        Raises:
            CredentialError: if it cannot be sent.
        """
        secret = concealed(value)
        if not isinstance(secret, Secret):
            raise CredentialError(
                f"{auth.argument} is a {type(secret).__name__}; expected a text that is not empty"
                if not isinstance(secret, str)
                else f"{auth.argument} is empty"
            )
        if auth.place == "query":
            if not _is_text(secret):
                raise CredentialError(f"{auth.argument} has characters that no URL can carry; expected text")
        elif auth.scheme.lower() == "basic":
            if not _is_text(secret) or _CONTROL.search(secret.reveal()):
                raise CredentialError(
                    f"{auth.argument} has characters that Basic cannot carry "
                    "(a line break at its end, perhaps); expected text"
                )
        elif not (_COOKIE if auth.place == "cookie" else _VISIBLE).fullmatch(secret.reveal()):
            raise CredentialError(
                f"{auth.argument} has characters that a {auth.place} cannot carry "
                "(a line break at its end, perhaps); expected visible ASCII"
            )
        self._held[auth] = secret
        return secret

    def missing(self, auth: Auth) -> CredentialError:
        """The error for a secret that was not given."""
        where = f", or set the environment variable {auth.env}" if auth.env else ""
        return CredentialError(f"no {auth.argument} was given to the client; pass {auth.argument}={where}")

    def __repr__(self) -> str:
        names = sorted(auth.argument for auth in {*self._held, *self._sources})
        return f"Credentials({', '.join(names)})"

    def __reduce__(self) -> NoReturn:
        raise TypeError("credentials are not pickled")


def concealed(value: object) -> object:
    """A text as a Secret, where no variable of a traceback shows it."""
    return Secret(value) if isinstance(value, str) and value else value


def _is_text(secret: Secret) -> bool:
    """Has it no halves of surrogate pairs?"""
    try:
        secret.reveal().encode()
    except UnicodeEncodeError:
        return False
    return True


def masked(text: str, secrets: Secrets) -> str:
    """The text without the secrets, as they are or as they were sent, should one of them be in it: servers
    repeat such things.

    A short one is looked for as a word of its own: what is left of a message without each ``x`` tells nobody
    anything.
    """
    for value in _forms(secrets):
        if len(value) >= _SHORT:
            text = text.replace(value, MASK)
        elif value in text:
            text = re.sub(rf"(?<![A-Za-z0-9]){re.escape(value)}(?![A-Za-z0-9])", MASK, text)
    return text


def masked_beginning(content: bytes, media: str, most: int, secrets: Secrets) -> str:
    """The beginning of a body without the secrets, nor with the first half of one that it would end in."""
    longest = max(map(len, _forms(secrets)), default=0)
    least = most + longest
    decoded = beginning(content[: _LONGEST_CHARACTER * least], media)
    is_cut = len(decoded) > least or len(content) > _LONGEST_CHARACTER * least
    text = masked(decoded[:least], secrets)
    return text[:-longest] if longest and is_cut else text


def _forms(secrets: Secrets) -> list[str]:
    """The texts to look for, the longest first."""
    found = [form for auth, secret in secrets.items() for form in secret.forms(auth.scheme)]
    return sorted(found, key=len, reverse=True)


def sent(auth: Auth, secret: Secret) -> str:
    """A secret as it is sent, without its scheme."""
    return encoded(secret.reveal(), auth.scheme)


def encoded(value: str, scheme: str) -> str:
    """The text after a scheme: that of Basic is ``user:password`` in Base64 (RFC 7617)."""
    if scheme.lower() != "basic":
        return value
    return base64.b64encode(value.encode()).decode("ascii")


def _spellings(value: str) -> set[str]:
    in_json = json.dumps(value)[1:-1]
    in_html = {html.escape(value), html.escape(value, quote=False)}
    in_urls = {quote(value, safe=""), quote(value), quote_plus(value)}
    return {value, in_json, in_json.replace("/", "\\/"), *in_html, *in_urls}
