"""Faults on demand: what a server is told to do wrong, and how often."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from wiresmith.failure import ServeError

_FAULT: Final = re.compile(
    r"(?:(?P<status>[1-5]\d\d)|(?P<word>drop|truncate)|delay=(?P<delay>\d+(?:\.\d+)?))(?::(?P<times>\d+))?"
)


class FaultError(ServeError, ValueError):
    """A fault that is not written as faults are; the message says how."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing to do wrong: a status, a dropped or truncated answer (``kind``), or a delay in seconds."""

    kind: str
    status: int = 0
    delay: float = 0.0


def check_faults(texts: Iterable[str], operations: set[str]) -> None:
    """Refuse faults that are not written as faults are, or of operations that there are not.

    Raises:
        FaultError: for the first such one.
    """
    Faults(list(texts), operations)


class Faults:
    """The faults of all operations, each used up as requests come. Safe to share between threads.

    Args:
        texts: such as ``list_batches=503:2,429`` (twice 503, then 429, then as usual) or
            ``get_batch=delay=0.5:3,drop,truncate``.
        operations: the names there are.

    Raises:
        FaultError: for a text that is not of this form.
    """

    def __init__(self, texts: list[str], operations: set[str]) -> None:
        self._waiting: dict[str, list[Fault]] = {}
        self._lock = threading.Lock()
        for text in texts:
            name, equals, list_ = text.partition("=")
            if not equals or name not in operations:
                known = ", ".join(sorted(operations)) or "none"
                raise FaultError(
                    f"the fault {text!r} names no operation; expected NAME=…, and there are {known}"
                )
            for entry in list_.split(","):
                found = _FAULT.fullmatch(entry.strip())
                if found is None:
                    raise FaultError(
                        f"the fault {entry!r} is none; expected 503, 503:2 (twice), drop, truncate or "
                        "delay=0.5"
                    )
                fault = (
                    Fault("status", status=int(found["status"]))
                    if found["status"]
                    else Fault(found["word"] or "delay")
                )
                if found["delay"]:
                    fault = Fault("delay", delay=float(found["delay"]))
                self._waiting.setdefault(name, []).extend([fault] * int(found["times"] or 1))

    def next(self, operation: str) -> Fault | None:
        """The fault to commit this time."""
        with self._lock:
            waiting = self._waiting.get(operation)
            return waiting.pop(0) if waiting else None
