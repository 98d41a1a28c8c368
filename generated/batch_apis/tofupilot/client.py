# Emitted by wiresmith from specs/tofupilot/: change the spec and run "wiresmith generate", not this file.
# Spec sha256 d3b2a9f5c6f5167abaf1b04f7f16fdf0322ee62eacd133c21aaa224f47d3b6b1; needs wiresmith runtime 0.3.
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
    - ids: Filter by specific batch IDs. (Its type is inferred from samples/list_batches.json.)
    - numbers: Filter by batch numbers.
    - created_after: Filter for batches created at or after this time. Matching
      ``^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))T(?:(?:[01]\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d(?:\\.\\d+)?)?(?:Z|([+-](?:[01]\\d|2[0-3]):[0-5]\\d)))$``.
    - created_before: Filter for batches created at or before this time. Matching
      ``^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))T(?:(?:[01]\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d(?:\\.\\d+)?)?(?:Z|([+-](?:[01]\\d|2[0-3]):[0-5]\\d)))$``.
    - limit: Maximum number of batches to return. Use cursor to fetch additional results. At least
      1, at most 100. Default: ``50``.
    - cursor: Cursor for pagination (offset-based). Use with limit to fetch results in batches. At
      least 0, at most 9007199254740991.
    - search_query: Search query to filter batches by batch number or unit serial number. At most
      100 characters.
    - part_numbers: Filter batches by part number of contained units.
    - revision_numbers: Filter batches by revision number of contained units.
    - sort_by: Field to sort results by. Default: ``created_at``.
    - sort_order: Sort order direction. Default: ``desc``.
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
    - api_key: API key for authentication. Use format: Bearer YOUR_API_KEY. Without it, the
      environment variable TOFUPILOT_API_KEY is looked up.
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
    - api_key: API key for authentication. Use format: Bearer YOUR_API_KEY. Without it, the
      environment variable TOFUPILOT_API_KEY is looked up.
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
