"""Small answers that become large ones."""

from __future__ import annotations

import functools
import gzip
from typing import Any

BYTES = "application/octet-stream"
MIB = 1024 * 1024


def download(client: Any) -> Any:
    return client.download()


@functools.lru_cache
def bomb() -> bytes:
    return gzip.compress(bytes(300 * MIB), 9)


@functools.lru_cache
def bomb_in_bomb() -> bytes:
    return gzip.compress(bomb(), 9)
