# Emitted by wiresmith from specs/bemicron/: change the spec and run "wiresmith generate", not this file.
# Spec sha256 69798aa7741dac958e6631fca0aac72ed75cb3791b46c6a576dc791d9311bd08; needs wiresmith runtime 0.3.
"""Clients of Bemicron batch API: ``Client`` for threads, ``AsyncClient`` for tasks."""

from __future__ import annotations

from typing import Unpack
from uuid import UUID

from wiresmith.client import ApiClient, AsyncApiClient, AsyncOptions, PagedCall, PagedMethod, SyncOptions
from wiresmith.runtime.package import Package

from . import operations
from .models import BatchDetailsViewModel

__all__ = ["AsyncClient", "Client"]

_PACKAGE = Package(__name__.removesuffix(".client"))


def _batch_details(
    cleanroom_id: str | UUID,
    *,
    count: int | None = None,
    offset: int | None = None,
) -> PagedCall[list[BatchDetailsViewModel | None], BatchDetailsViewModel | None]:
    """The batches of one cleanroom, with their process data.

    The page gives the tables and the samples of this operation and not one sentence about it.

    Args:
    - count: Default: ``5``.
    - offset: Default: ``0``.
    """
    return PagedCall(
        operations.batch_details,
        {
            "cleanroom_id": cleanroom_id,
            "count": count,
            "offset": offset,
        },
    )


class _Operations:
    batch_details = PagedMethod(_batch_details)


class Client(_Operations, ApiClient):
    """Requests to Bemicron batch API; may be shared by threads.

    Args:
    - base_url: Not documented, so it has to be given.
    - options: See the options of all clients.
    """

    def __init__(
        self,
        *,
        base_url: str,
        **options: Unpack[SyncOptions],
    ) -> None:
        super().__init__(
            _PACKAGE,
            base_url,
            {},
            {},
            options,
        )


class AsyncClient(_Operations, AsyncApiClient):
    """Requests to Bemicron batch API; may be shared by the tasks of one event loop.

    Args:
    - base_url: Not documented, so it has to be given.
    - options: See the options of all clients.
    """

    def __init__(
        self,
        *,
        base_url: str,
        **options: Unpack[AsyncOptions],
    ) -> None:
        super().__init__(
            _PACKAGE,
            base_url,
            {},
            {},
            options,
        )
