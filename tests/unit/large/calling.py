"""What importing an API and calling one of its operations costs, measured by a program of its own: ``python
-m tests.unit.large.calling PACKAGE``.
"""

from __future__ import annotations

import sys
import time
from importlib import import_module
from pathlib import Path
from typing import Any


def memory() -> int:
    """The bytes of main memory that the process has."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096


def call(name: str) -> Any:
    """Import an emitted package and its client, and call one operation in both formats."""
    import httpx2

    package = import_module(name)
    answer = package.Answer7(
        items=[
            package.Item7(
                id="a",
                count=1,
                detail=package.Detail7(weight=1.5, price=package.Money(amount=1, currency="EUR"), note=None),
            )
        ],
        page=package.Page(next=None, state=package.models.State.OPEN),
        total=1,
    )
    for format in ("json", "xml"):
        data = package.encode(answer, format=format)
        assert package.decode(data, package.find_7, format=format) == answer

        def reply(request: Any, data: bytes = data, format: str = format) -> Any:
            return httpx2.Response(200, content=data, headers={"content-type": f"application/{format}"})

        with package.Client(
            format=format, http=httpx2.Client(transport=httpx2.MockTransport(reply))
        ) as client:
            order = package.Order7(name="x", count=1, state=package.State.OPEN)
            assert client.find_7("1", order, limit=5) == answer
    return package


def main() -> None:
    """Say seconds and bytes beyond those of the HTTP library."""
    import httpx2  # noqa: F401

    import wiresmith.client  # noqa: F401

    before = memory()
    started = time.process_time()
    call(sys.argv[1])
    print(time.process_time() - started, memory() - before)


if __name__ == "__main__":
    main()
