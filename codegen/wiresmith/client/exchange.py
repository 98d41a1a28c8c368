"""One call from its arguments to a whole response: secrets, redirects, repetitions, the deadline.

Nothing here does input or output; see `steps`.
"""

from __future__ import annotations

import logging
import time
from dataclasses import dataclass
from typing import Any, Final

from wiresmith.client import urls
from wiresmith.client._draft import Api, Draft, draft
from wiresmith.client._redirects import REDIRECTS, RefusedRedirect, redirected
from wiresmith.client._retries import delay, is_idempotent, is_retryable, retry_after
from wiresmith.client.call import Call
from wiresmith.client.errors import (
    RedirectError,
    RequestContext,
    RequestTimeoutError,
    ResponseTooLargeError,
    TransportError,
)
from wiresmith.client.hooks import Attempt
from wiresmith.client.parameters import Misfit, checked_header
from wiresmith.client.secrets import Credentials, Secrets, masked
from wiresmith.client.steps import Obtain, Outcome, Received, Send, Sleep, Steps
from wiresmith.runtime.findings import quoted

_UNAUTHORIZED: Final = 401


@dataclass(frozen=True, slots=True)
class Exchanged:
    """A whole response, and the request that it answers. ``seconds`` is the time of the whole call."""

    received: Received
    request: Draft
    context: RequestContext
    secrets: Secrets
    seconds: float


def exchange(call: Call[Any], api: Api, credentials: Credentials) -> Steps[Exchanged]:
    """Send the request of a call until there is a response that is to be looked at, whatever its status.

    Raises:
        ParameterError, CredentialError: before anything is sent.
        TransportError, RequestTimeoutError, ResponseTooLargeError, RedirectError: if no such response comes.
    """
    return _Exchange(call, api, credentials).steps()


class _Exchange:
    def __init__(self, call: Call[Any], api: Api, credentials: Credentials) -> None:
        self.call = call
        self.api = api
        self.credentials = credentials
        self.operation = call.operation
        self.name = api.name(call.operation)
        self.log = logging.getLogger(api.package.name)
        self.started = time.monotonic()
        self.deadline = self.started + api.settings.timeouts.total
        self.attempts = 0
        self.secrets: Secrets = {}

    def steps(self) -> Steps[Exchanged]:
        request = draft(self.call, self.api)
        if self.call.url is not None and not urls.same_origin(request.url, self.api.base):
            raise RedirectError(
                f"the server names a URL of another origin ({request.url.host}), which is not asked",
                self._context(request),
            )
        self.secrets = self.credentials.known(self.operation.auth) or (yield Obtain(self.operation.auth))
        refreshed = False
        while True:
            if self.attempts and self.operation.parameters:
                request = draft(self.call, self.api)
            last, outcome = yield from self._attempt(request)
            if (
                isinstance(outcome, Received)
                and outcome.status == _UNAUTHORIZED
                and not refreshed
                and not last.foreign
                and self.credentials.refreshable(self.operation.auth)
            ):
                refreshed, before = True, self.secrets
                self.secrets = yield Obtain(self.operation.auth, before)
                if self.secrets != before:
                    self.log.info("%s: 401, repeated with new credentials", self.name)
                    continue
            seconds = self._until_next(last, outcome)
            if seconds is None:
                return self._finished(last, outcome)
            self.log.info("%s: %s, repeated in %.2f s", self.name, self._described(outcome), seconds)
            yield Sleep(seconds)

    def _attempt(self, request: Draft) -> Steps[tuple[Draft, Outcome]]:
        """One request, and those that its redirects lead to."""
        self.attempts += 1
        redirects = 0
        while True:
            outcome: Outcome = yield from self._send(request)
            location = outcome.headers.get("location") if isinstance(outcome, Received) else None
            if not isinstance(outcome, Received) or outcome.status not in REDIRECTS or location is None:
                return request, outcome
            redirects += 1
            if redirects > self.api.settings.caps.redirects:
                raise RedirectError(
                    f"redirected more than {self.api.settings.caps.redirects} times", self._context(request)
                )
            try:
                request = redirected(request, outcome.status, location, self.secrets)
            except RefusedRedirect as error:
                raise RedirectError(str(error), self._context(request)) from None

    def _send(self, request: Draft) -> Steps[Outcome]:
        """One request on the wire, with its hooks and its lines in the log."""
        hooks = self.api.settings.hooks
        secrets: Secrets = {} if request.foreign else self.secrets
        if not hooks and not self.log.isEnabledFor(logging.INFO):
            outcome: Outcome = yield Send(request, secrets, {}, self.deadline)
            return outcome
        url = self._shown(request)
        attempt = Attempt(
            operation=self.name,
            method=request.method,
            url=url,
            number=self.attempts,
            request_id=request.request_id,
        )
        for hook in hooks:
            hook.before_request(attempt)
        headers = self._hooked(attempt, request)
        self.log.debug("%s: %s %s", self.name, request.method, url)
        started = time.monotonic()
        outcome = yield Send(request, secrets, headers, self.deadline)
        attempt.seconds = time.monotonic() - started
        if isinstance(outcome, Received):
            attempt.status = outcome.status
            self.log.info(
                "%s: %s %s: %d in %.3f s", self.name, request.method, url, outcome.status, attempt.seconds
            )
            for hook in hooks:
                hook.after_response(attempt)
        else:
            attempt.failure = masked(outcome.text, self.secrets)
            self.log.info("%s: %s %s: %s", self.name, request.method, url, attempt.failure)
            for hook in hooks:
                hook.after_failure(attempt)
        return outcome

    def _hooked(self, attempt: Attempt, request: Draft) -> dict[str, str]:
        """The headers that hooks put in; none to another origin."""
        headers: dict[str, str] = {}
        for name, value in attempt.headers.items():
            try:
                headers[name] = checked_header(name, value)
            except Misfit as misfit:
                raise TransportError(
                    f"a hook sets the header {quoted(name)}, which cannot be sent; expected "
                    f"{misfit.expected}",
                    self._context(request),
                ) from None
        return {} if request.foreign else headers

    def _until_next(self, request: Draft, outcome: Outcome) -> float | None:
        """Seconds until the next attempt; None if there is to be none."""
        asked: float | None = None
        if isinstance(outcome, Received):
            if not is_retryable(outcome.status):
                return None
            asked = retry_after(outcome.headers)
        elif outcome.began or outcome.kind not in ("connection", "timeout"):
            return None
        if not is_idempotent(self.operation, self.call.method or self.operation.method):
            return None
        seconds = delay(self.api.settings.retries, self.attempts, asked)
        if seconds is None or time.monotonic() + seconds >= self.deadline:
            return None
        return seconds

    def _finished(self, request: Draft, outcome: Outcome) -> Exchanged:
        if isinstance(outcome, Received):
            context = self._context(request, outcome)
            return Exchanged(outcome, request, context, self.secrets, time.monotonic() - self.started)
        context = self._context(request)
        text = masked(outcome.text, self.secrets)
        if outcome.kind in ("timeout", "deadline"):
            raise RequestTimeoutError(text, context)
        raise (ResponseTooLargeError if outcome.kind == "too-large" else TransportError)(text, context)

    def _context(self, request: Draft, received: Received | None = None) -> RequestContext:
        return RequestContext(
            operation=self.name,
            method=request.method,
            url=self._shown(request),
            request_id=request.request_id or (_server_id(received) if received is not None else None),
            attempts=self.attempts,
        )

    def _shown(self, request: Draft) -> str:
        return masked(self.api.shown(request.url, self.operation), self.secrets)

    def _described(self, outcome: Outcome) -> str:
        return (
            f"status {outcome.status}"
            if isinstance(outcome, Received)
            else masked(outcome.text, self.secrets)
        )


def _server_id(received: Received) -> str | None:
    """The id that servers of many kinds give a request."""
    return received.headers.get("x-request-id") or received.headers.get("request-id")
