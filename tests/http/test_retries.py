"""Which requests are repeated, how often and when."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

from tests.client.faults import ITEM, emitted
from tests.http.driving import KINDS, Kind, call
from tests.http.faulty import Faulty, documents, free_port
from wiresmith.client import (
    Attempt,
    Hooks,
)

GOOD = documents(ITEM)
CREATED = documents(ITEM, "201 Created")


def get(client: Any) -> Any:
    return client.get_item("x")


def item() -> Any:
    return emitted().Item(name="pen")


def busy(status: str = "503 Busy", **headers: str) -> bytes:
    return documents({"message": "later"}, status, **headers)


def in_seconds(seconds: float) -> str:
    return format_datetime(datetime.now(UTC) + timedelta(seconds=seconds), usegmt=True)


def choose_status(operation: str) -> bytes:
    return CREATED if operation == "add_once" else GOOD


@KINDS
def test_nobody_there_at_first(kind: Kind) -> None:
    port = free_port()
    started: list[Faulty] = []

    class Starting(Hooks):
        def after_failure(self, attempt: Attempt) -> None:
            if not started:
                started.append(Faulty(GOOD, port=port))

    try:
        assert call(kind, f"http://127.0.0.1:{port}", get, hooks=[Starting()]).name == "pen"
    finally:
        started[0].stop()


ODD_MOMENTS = [
    "-1", "1.5", "soon", "", "Wed, 21 Oct 2015 07:99999999999999999999:00 GMT", "٣", "²",
    "Wed, 21 Oct 2015 07:28:00 +99999999999",
    "Wed, 21 Oct 99999 07:28:00 GMT", "Wed, 99 Oct 2015 07:28:00 GMT", "Wed, 21 Oct 0001 00:00:00 +2359",
]  # fmt: skip
