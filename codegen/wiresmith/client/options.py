"""The options of a client: timeouts, retries, caps and the rest."""

from __future__ import annotations

import ssl
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from typing import Any, Literal, TypedDict

import httpx2

from wiresmith.client.errors import ConfigurationError
from wiresmith.client.hooks import Hooks
from wiresmith.runtime.limits import Limits
from wiresmith.runtime.strictness import STRICT, Strict

Format = Literal["json", "xml"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeouts:
    """Seconds. ``total`` bounds a whole call: all attempts, and the time between them.

    Raises ConfigurationError unless each is a positive number.
    """

    total: float = 120.0
    connect: float = 5.0
    read: float = 60.0
    """The time between two pieces of a response."""
    write: float = 60.0
    pool: float = 30.0
    """The time until a connection is free."""

    def __post_init__(self) -> None:
        _check_positive(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Retries:
    """The rules for repeating requests, which holds for idempotent methods after a connection error, 408, 429
    or 5xx.

    ``most`` is the number of repetitions. Delays (seconds) begin with ``first_delay``, double up to
    ``longest_delay``, and are shortened by up to a quarter at random. A ``Retry-After`` of at most
    ``longest_retry_after`` takes their place; a longer one ends the call.
    """

    most: int = 2
    first_delay: float = 0.5
    longest_delay: float = 8.0
    longest_retry_after: float = 60.0

    def __post_init__(self) -> None:
        if type(self.most) is not int or self.most < 0:
            raise ConfigurationError(f"Retries(most={self.most!r}); expected 0 or more")
        _check_positive(self, but=("most",))


@dataclass(frozen=True, slots=True, kw_only=True)
class Caps:
    """The bounds beyond which a response is refused.

    ``documents`` bounds what is inside a body (depth, values).

    Raises ConfigurationError unless each number is positive.
    """

    wire_bytes: int = 64 * 1024 * 1024
    """A body as it is sent."""
    body_bytes: int = 64 * 1024 * 1024
    """A body once it is decompressed."""
    redirects: int = 5
    pages: int = 100_000
    """The most pages of one iteration."""
    documents: Limits = field(default_factory=Limits)

    def __post_init__(self) -> None:
        _check_positive(self, but=("documents",))


class ClientOptions(TypedDict, total=False):
    """The keyword arguments that every client takes besides its secrets."""

    format: Format
    """The format that is sent and asked for where an operation has both; JSON unless the API has none."""
    timeout: float | Timeouts
    """Seconds for a whole call, or all the timeouts."""
    retries: int | Retries
    caps: Caps
    strict: Strict
    """The facts that are held, in answers and in arguments: those that are documented, unless given; what
    breaks others is a warning.
    """
    lenient: bool
    """Deprecated: ``True`` is ``strict="nothing"``."""
    hooks: Sequence[Hooks]
    user_agent: str
    headers: Mapping[str, str]
    """Headers that every request to the API's origin carries besides its own."""


class ConnectionOptions(ClientOptions, total=False):
    """The options of the HTTP library; a client of one's own (``http``) has them already, and takes their
    place.
    """

    limits: httpx2.Limits
    verify: ssl.SSLContext
    """The certificates that are trusted; the system's, unless given."""
    proxy: str


class SyncOptions(ConnectionOptions, total=False):
    """Keyword arguments of a ``Client``."""

    http: httpx2.Client
    """A client of one's own, which is not closed; its redirects and cookies are not used."""
    transport: httpx2.BaseTransport


class AsyncOptions(ConnectionOptions, total=False):
    """Keyword arguments of an ``AsyncClient``."""

    http: httpx2.AsyncClient
    """A client of one's own, which is not closed; its redirects and cookies are not used."""
    transport: httpx2.AsyncBaseTransport


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The options of a client, complete."""

    format: Format = "json"
    timeouts: Timeouts = field(default_factory=Timeouts)
    retries: Retries = field(default_factory=Retries)
    caps: Caps = field(default_factory=Caps)
    strict: Strict = "documented"
    hooks: tuple[Hooks, ...] = ()
    user_agent: str = ""
    headers: tuple[tuple[str, str], ...] = ()

    def changed(self, options: ClientOptions) -> Settings:
        """The same with other options.

        Raises:
            ConfigurationError: if an option is unknown, or no value of its kind.
        """
        known: dict[str, Any] = {about.name: getattr(self, about.name) for about in fields(self)}
        for name, value in options.items():
            match name:
                case "timeout":
                    known["timeouts"] = value if isinstance(value, Timeouts) else _total(self.timeouts, value)
                case "retries":
                    known["retries"] = value if isinstance(value, Retries) else Retries(most=_whole(value))
                case "headers":
                    known["headers"] = tuple(dict(_mapping(value)).items())
                case "hooks":
                    known["hooks"] = _hooks(value)
                case "format" if value not in ("json", "xml"):
                    raise ConfigurationError(f'format={value!r}; expected "json" or "xml"')
                case "caps" if not isinstance(value, Caps):
                    raise ConfigurationError(f"caps is a {type(value).__name__}; expected Caps(…)")
                case "lenient" if not isinstance(value, bool):
                    raise ConfigurationError(f"lenient is a {type(value).__name__}; expected True or False")
                case "strict" if value not in STRICT:
                    expected = " or ".join(f'"{each}"' for each in STRICT)
                    raise ConfigurationError(f"strict={value!r}; expected {expected}")
                case "lenient":
                    known["strict"] = "nothing" if value else "documented"
                case "user_agent" if not isinstance(value, str):
                    raise ConfigurationError(f"user_agent is a {type(value).__name__}; expected a text")
                case "format" | "caps" | "strict" | "user_agent":
                    known[name] = value
                case _:
                    raise ConfigurationError(
                        f"a client has no option {name}; it has {', '.join(ClientOptions.__annotations__)}"
                    )
        return Settings(**known)


def _total(timeouts: Timeouts, seconds: object) -> Timeouts:
    if not isinstance(seconds, int | float) or isinstance(seconds, bool):
        raise ConfigurationError(f"timeout={seconds!r}; expected seconds, or Timeouts(…)")
    return Timeouts(
        total=seconds,
        connect=timeouts.connect,
        read=timeouts.read,
        write=timeouts.write,
        pool=timeouts.pool,
    )


def _mapping(value: Any) -> Mapping[str, str]:
    if not isinstance(value, Mapping):
        raise ConfigurationError(f"headers is a {type(value).__name__}; expected names and values")
    return value  # pyright: ignore[reportUnknownVariableType] - checked one by one when they are sent


def _hooks(value: Any) -> tuple[Hooks, ...]:
    if not isinstance(value, list | tuple):
        raise ConfigurationError(f"hooks is a {type(value).__name__}; expected a list")
    return tuple(value)  # pyright: ignore[reportUnknownArgumentType, reportUnknownVariableType]


def _whole(value: object) -> int:
    if not isinstance(value, int):
        raise ConfigurationError(f"retries={value!r}; expected a number, or Retries(…)")
    return value


def _check_positive(record: Timeouts | Retries | Caps, but: Sequence[str] = ()) -> None:
    for about in fields(record):
        value: object = getattr(record, about.name)
        if about.name not in but and not (
            isinstance(value, int | float) and not isinstance(value, bool) and 0 < value < float("inf")
        ):
            raise ConfigurationError(f"{type(record).__name__}({about.name}={value!r}); expected more than 0")
