"""Whether a request is repeated, and after how long."""

from __future__ import annotations

import random
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any, Final

from wiresmith.client.options import Retries
from wiresmith.description import Operation

_IDEMPOTENT: Final = frozenset({"GET", "HEAD", "OPTIONS", "PUT", "DELETE"})
"""The idempotent ones among the methods of a spec (RFC 9110, 9.2.2)."""
_JITTER: Final = 0.25


def is_idempotent(operation: Operation[Any], method: str) -> bool:
    """Does sending the request twice do what sending it once does?"""
    if operation.idempotent is not None and method == operation.method:
        return operation.idempotent
    return method in _IDEMPOTENT


def is_retryable(status: int) -> bool:
    """Is it a status that may be gone at the next attempt?"""
    return status in (408, 429) or status >= 500


def retry_after(headers: Mapping[str, str]) -> float | None:
    """The seconds of a ``Retry-After`` header (seconds or a date, RFC 9110, 10.2.3); None without a readable
    one.
    """
    text = headers.get("retry-after", "").strip()
    if text.isascii() and text.isdigit():
        return float(text)
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, IndexError, OverflowError):
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return max(0.0, (moment - datetime.now(UTC)).total_seconds())


def delay(retries: Retries, attempt: int, asked: float | None) -> float | None:
    """Seconds until attempt number ``attempt`` + 1; None if there is to be none.

    Args:
        attempt: how many attempts there were.
        asked: what the server asked for.
    """
    if attempt > retries.most:
        return None
    if asked is not None:
        return asked if asked <= retries.longest_retry_after else None
    grown = min(retries.longest_delay, retries.first_delay * 2.0 ** min(attempt - 1, 60))
    return grown * (1 - _JITTER * random.random())
