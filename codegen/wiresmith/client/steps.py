"""The steps that a call asks its driver to carry out, and their outcomes.

A call is a generator that yields these steps; a sync and an async driver carry them out (`sync`,
`asynchronous`). Everything else is the same for both.
"""

from __future__ import annotations

from collections.abc import Generator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, TypeVar

from wiresmith.client._draft import Draft
from wiresmith.client.secrets import Secrets
from wiresmith.description import Auth

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Obtain:
    """Get the secrets; where ``stale`` has one that a callable gave, ask the callable again.

    Answered with Secrets.
    """

    auths: tuple[Auth, ...]
    stale: Secrets = field(default_factory=dict[Auth, Any])


@dataclass(frozen=True, slots=True)
class Send:
    """Send a request and receive the whole response, until ``deadline`` (of ``time.monotonic``).

    Answered with an Outcome.
    """

    request: Draft
    secrets: Secrets
    headers: Mapping[str, str]
    """The headers that hooks add."""
    deadline: float


@dataclass(frozen=True, slots=True)
class Sleep:
    """Wait for some seconds. Answered with None."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Received:
    """A whole response; header names are in lower case, several of one name joined by commas."""

    status: int
    headers: Mapping[str, str]
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Failure:
    """A request that failed before the whole response had come.

    ``began``: some of the body had come, so that the request is not repeated.
    """

    kind: Literal["connection", "timeout", "deadline", "too-large", "undecodable"]
    text: str
    began: bool = False


Outcome = Received | Failure
Step = Obtain | Send | Sleep
Steps = Generator[Step, Any, T]
"""A call under way, which returns a T in the end."""
