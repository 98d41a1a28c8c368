# Emitted by wiresmith from specs/tofupilot/: change the spec and run "wiresmith generate", not this file.
# Spec sha256 03bf33e324d74fe8cf72736ebed25efe5d5f5b377a35760aad7601b96fdcb3f3; needs wiresmith runtime 0.3.
"""Clients of TofuPilot: ``Client`` for threads, ``AsyncClient`` for tasks."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Unpack
from uuid import UUID

from wiresmith.client import (
    ApiClient,
    AsyncApiClient,
    AsyncCredential,
    AsyncOptions,
    Credential,
    PagedCall,
    PagedMethod,
    SyncOptions,
)
from wiresmith.runtime.package import Package

from . import operations
from .models import Batch, BatchPage, SortBy, SortOrder

__all__ = ["AsyncClient", "Client"]

_PACKAGE = Package(__name__.removesuffix(".client"))


def _list_batches(
    *,
    ids: Sequence[str | UUID] | None = None,
    numbers: Sequence[str] | None = None,
    created_after: datetime.datetime | None = None,
    created_before: datetime.datetime | None = None,
    limit: int | None = None,
    cursor: int | None = None,
    search_query: str | None = None,
    part_numbers: Sequence[str] | None = None,
    revision_numbers: Sequence[str] | None = None,
    sort_by: SortBy | str | None = None,
    sort_order: SortOrder | str | None = None,
) -> PagedCall[BatchPage, Batch]:
    """List and filter batches.

    Args:
    - ids: Only the batches with these ids. The page calls it an array and leaves out of what.
      (Inferred from samples/list_batches.json.)
    - numbers: Only the batches with these numbers.
    - created_after: Only batches created at this moment or later.
    - created_before: Only batches created at this moment or earlier.
    - limit: The most batches to return; the cursor gets at the others.
    - cursor: How many batches to skip; together with limit it reads the list in pages.
    - search_query: Looks for a batch number, or the serial number of a unit.
    - part_numbers: Only batches that contain units of these part numbers.
    - revision_numbers: Only batches that contain units of these revision numbers.
    - sort_by: What to sort by.
    - sort_order: Which way to sort.
    """
    return PagedCall(
        operations.list_batches,
        {
            "ids": ids,
            "numbers": numbers,
            "created_after": created_after,
            "created_before": created_before,
            "limit": limit,
            "cursor": cursor,
            "search_query": search_query,
            "part_numbers": part_numbers,
            "revision_numbers": revision_numbers,
            "sort_by": sort_by,
            "sort_order": sort_order,
        },
    )


class _Operations:
    list_batches = PagedMethod(_list_batches)


class Client(_Operations, ApiClient):
    """Requests to TofuPilot; may be shared by threads.

    Args:
    - api_key: An API key, sent as a Bearer token. Without it, the environment variable
      TOFUPILOT_API_KEY is looked up.
    - base_url: The documented one, unless given.
    - options: See the options of all clients.
    """

    def __init__(
        self,
        *,
        api_key: Credential | None = None,
        base_url: str = operations.BASE_URL,
        **options: Unpack[SyncOptions],
    ) -> None:
        super().__init__(
            _PACKAGE,
            base_url,
            {},
            {
                operations.API_KEY: api_key,
            },
            options,
        )


class AsyncClient(_Operations, AsyncApiClient):
    """Requests to TofuPilot; may be shared by the tasks of one event loop.

    Args:
    - api_key: An API key, sent as a Bearer token. Without it, the environment variable
      TOFUPILOT_API_KEY is looked up.
    - base_url: The documented one, unless given.
    - options: See the options of all clients.
    """

    def __init__(
        self,
        *,
        api_key: AsyncCredential | None = None,
        base_url: str = operations.BASE_URL,
        **options: Unpack[AsyncOptions],
    ) -> None:
        super().__init__(
            _PACKAGE,
            base_url,
            {},
            {
                operations.API_KEY: api_key,
            },
            options,
        )
