"""Waiting for work that takes longer: asking again and again, less and less often, until it is done, failed
or the time is up.
"""

from __future__ import annotations

import random
import time
from collections.abc import Collection
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any, Final

from wiresmith.client import urls
from wiresmith.client._draft import Api, query_secrets
from wiresmith.client._retries import retry_after
from wiresmith.client.call import Call
from wiresmith.client.errors import (
    ConfigurationError,
    RequestTimeoutError,
    WaitFailedError,
    WaitTimeoutError,
)
from wiresmith.client.exchange import exchange
from wiresmith.client.responses import ApiResponse, UnusableMember, facts_of, follow, interpreted
from wiresmith.client.secrets import Credentials
from wiresmith.client.steps import Sleep, Steps
from wiresmith.description import Header, Wait

State = str | int | bool
_ACCEPTED: Final = 202
_JITTER: Final = 0.1
_CLOSE: Final = 0.01
"""A request that ends this many seconds before the time is up was ended by it."""


@dataclass(frozen=True, slots=True)
class States:
    """The values that mean that the work is done, that it failed, and that it goes on (all others, where none
    are named).
    """

    pending: frozenset[State]
    succeeded: frozenset[State]
    failed: frozenset[State]


def states(
    wait: Wait,
    pending: Collection[State] | None,
    succeeded: Collection[State] | None,
    failed: Collection[State] | None,
) -> States:
    """The values of a wait: those of the caller, else the documented ones.

    Raises:
        ConfigurationError: if a value would mean two things, or nothing means that the work is done.
    """
    found = States(
        *(
            frozenset(_plain(value) for value in (documented if given is None else given))
            for given, documented in (
                (pending, wait.pending),
                (succeeded, wait.succeeded),
                (failed, wait.failed),
            )
        )
    )
    twice = (
        (found.pending & found.succeeded) | (found.pending & found.failed) | (found.succeeded & found.failed)
    )
    if twice:
        raise ConfigurationError(f"{sorted(map(str, twice))} would mean two things; each value means one")
    if wait.on is not None and not found.succeeded:
        raise ConfigurationError(
            f"which values of {'.'.join(wait.on)} mean that the work is done is not documented; pass "
            "succeeded="
        )
    return found


def waited(
    call: Call[Any], api: Api, credentials: Credentials, known: States, within: float
) -> Steps[ApiResponse[Any]]:
    """Call, and ask until the work is done.

    Args:
        within: seconds for all of it.

    Raises:
        WaitFailedError: if the work failed, or is at a value that is none of the known ones.
        WaitTimeoutError: if the time is up, during a request too; the last response is in it.
    """
    wait = call.operation.wait
    assert wait is not None, "emitted for operations with wait only"
    if isinstance(within, bool) or not within > 0:
        raise ConfigurationError(f"within={within!r}; expected a number of seconds")
    end = time.monotonic() + within
    delay = wait.min_delay
    too_late: WaitTimeoutError | None = None
    while True:
        bounded = _bounded(api, end - time.monotonic())
        try:
            exchanged = yield from exchange(call, bounded, credentials)
        except RequestTimeoutError:
            if too_late is None or time.monotonic() < end - _CLOSE:
                raise
            raise too_late from None
        response = interpreted(call, bounded, exchanged)
        is_told = wait.on is not None and response.status != _ACCEPTED
        state = _part(response, wait.on) if is_told and wait.on is not None else None
        if not _is_pending(response, wait, state, known):
            return response
        if wait.url is not None and response.status == _ACCEPTED:
            call = _status_call(call, wait, response)
        asked = retry_after(response.headers)
        seconds = max(delay, asked or 0.0)
        too_late = WaitTimeoutError(
            f"not done within {within:g} s" + (f": still {state!s}" if state is not None else ""),
            response.request,
            facts_of(response),
            state,
        )
        if time.monotonic() + seconds >= end:
            raise too_late
        yield Sleep(seconds)
        grown = min(wait.max_delay, delay * wait.backoff)
        delay = max(wait.min_delay, grown * (1 - _JITTER * random.random()))


def _part(response: ApiResponse[Any], path: tuple[str, ...]) -> Any:
    """The value that a path leads to; raises WaitFailedError where it is not what is described."""
    try:
        return follow(response.body, path)
    except UnusableMember as error:
        message = f"how far the work is, is not known: {error}"
        raise WaitFailedError(message, response.request, facts_of(response)) from None


def _is_pending(response: ApiResponse[Any], wait: Wait, state: Any, known: States) -> bool:
    if wait.url is not None and response.status == _ACCEPTED:
        return True
    if wait.on is None:
        return False
    plain = _plain(state)
    if plain in known.succeeded:
        return False
    if plain in known.failed:
        raise WaitFailedError(f"the work failed: {plain}", response.request, facts_of(response), state)
    if state is None or not known.pending or plain in known.pending:
        return True
    raise WaitFailedError(
        f"the work is at {plain!r}, which is none of the known values",
        response.request,
        facts_of(response),
        state,
    )


def _status_call(call: Call[Any], wait: Wait, response: ApiResponse[Any]) -> Call[Any]:
    """The GET of the URL that a 202 names; the one asked before, where a later 202 names none."""
    if isinstance(wait.url, Header):
        target = response.headers.get(wait.url.wire.lower())
    else:
        target = _part(response, wait.url or ())
    if not target:
        if call.url is not None:
            return call
        raise WaitFailedError("202 without a URL to ask for the status", response.request, facts_of(response))
    try:
        url = urls.joined(response.url, str(target))
    except urls.UnusableUrl as error:
        raise WaitFailedError(
            f"the URL of the status cannot be used: {error}", response.request, facts_of(response)
        ) from None
    url = urls.without(url, query_secrets(call.operation.auth))
    return replace(call, url=url, method="GET")


def _bounded(api: Api, seconds: float) -> Api:
    """The same, with no more time for a call than is left."""
    timeouts = api.settings.timeouts
    total = max(0.001, min(timeouts.total, seconds))
    return replace(api, settings=replace(api.settings, timeouts=replace(timeouts, total=total)))


def _plain(value: Any) -> Any:
    return value.value if isinstance(value, Enum) else value
