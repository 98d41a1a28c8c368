"""Hooks: what a program may do at every request, such as tracing it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from wiresmith.runtime.findings import Finding


@dataclass(slots=True, kw_only=True)
class Attempt:
    """One request on its way; the same object is given to all hooks of one request.

    Attributes:
        operation: ``api.name``.
        method: the HTTP method.
        url: the URL, without secrets.
        number: 1 for the first attempt of a call.
        request_id: the id that the request carries, if it carries one.
        headers: empty; what a hook puts in is sent too (``traceparent``), but not to another origin.
        state: empty; for the hooks' own use.
        status: the status that came back; None before, and if none did.
        failure: why no whole response came; empty otherwise.
        seconds: how long it took; 0 before.
    """

    operation: str
    method: str
    url: str
    number: int
    request_id: str | None = None
    headers: dict[str, str] = field(default_factory=dict[str, str])
    state: dict[str, Any] = field(default_factory=dict[str, Any])
    status: int | None = None
    failure: str = ""
    seconds: float = 0.0


class Hooks:
    """The base of hooks: override what you need.

    They are called in the thread or task of the call, and should not block.
    """

    def before_request(self, attempt: Attempt) -> None:
        """A request is about to be sent."""

    def after_response(self, attempt: Attempt) -> None:
        """A whole response has come, whatever its status."""

    def on_finding(self, operation: str, finding: Finding) -> None:
        """A body is not as it is described; called for each finding of each response, drift included.

        ``operation`` is ``api.name``. What a finding says may hold parts of the body.
        """

    def after_failure(self, attempt: Attempt) -> None:
        """An attempt has ended without a whole response."""
