"""Recorded values nest deeper than Python's usual limit; what is under test has to run with that limit."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

T = TypeVar("T")

DEPTH = 60_000
"""Frames; enough for a value of some 10,000 levels."""
STACK = 512 * 1024 * 1024


@contextmanager
def deep() -> Iterator[None]:
    """Python may recurse deeply within; only inside `with_stack`."""
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(max(before, DEPTH))
    try:
        yield
    finally:
        sys.setrecursionlimit(before)


def with_stack(work: Callable[[], T]) -> T:
    """Do something in a thread whose stack is large enough for `deep`; its exceptions are raised here."""
    results: list[T] = []
    raised: list[BaseException] = []

    def run() -> None:
        try:
            results.append(work())
        except BaseException as error:  # noqa: BLE001 - raised again below, in the calling thread
            raised.append(error)

    before = threading.stack_size(STACK)
    try:
        thread = threading.Thread(target=run)
        thread.start()
    finally:
        threading.stack_size(before)
    thread.join()
    if raised:
        raise raised[0]
    return results[0]
