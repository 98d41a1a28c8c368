# Emitted by wiresmith from specs/isometric/: change the spec and run "wiresmith generate", not this file.
# Spec sha256 98ae1900e4bfdab0ec9f2fdf37050f066dc9ab030817451a9c9d370dcdd2707f; needs wiresmith runtime 0.3.
"""Clients of Isometric MRV API: ``Client`` for threads, ``AsyncClient`` for tasks."""

from __future__ import annotations

from typing import Unpack

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
from .models import ProductionBatch, ProductionBatchPage

__all__ = ["AsyncClient", "Client"]

_PACKAGE = Package(__name__.removesuffix(".client"))


def _list_production_batches(
    *,
    supplier_reference_id: str | None = None,
    last: int | None = None,
    before: str | None = None,
    first: int | None = None,
    after: str | None = None,
) -> PagedCall[ProductionBatchPage, ProductionBatch]:
    """List production batches.

    Pages run forwards (first, after) or backwards (last, before). The API has changed since the
    page was written: it no longer has the query parameter supplier_reference_id, and
    feedstock_type_id of a batch became feedstock_type_ids, a list.

    Args:
    - supplier_reference_id: A supplier's own name for a resource, unique among everything that
      supplier has created; finds the resource that belongs to an object in the client's system.
    - last: How many items to return from before the cursor in before.
    - before: Return items that come before this opaque cursor. To page backwards, pass the
      start_cursor of the page at hand.
    - first: How many items to return from after the cursor in after.
    - after: Return items that come after this opaque cursor. To page forwards, pass the end_cursor
      of the page at hand.
    """
    return PagedCall(
        operations.list_production_batches,
        {
            "supplier_reference_id": supplier_reference_id,
            "last": last,
            "before": before,
            "first": first,
            "after": after,
        },
    )


class _Operations:
    list_production_batches = PagedMethod(_list_production_batches)


class Client(_Operations, ApiClient):
    """Requests to Isometric MRV API; may be shared by threads.

    Args:
    - access_token: A JSON Web Token that says who is calling and what they may do. Without it, the
      environment variable ISOMETRIC_ACCESS_TOKEN is looked up.
    - client_secret: Tells the API which client is connecting; 32 letters and digits in the example
      on the page. Without it, the environment variable ISOMETRIC_CLIENT_SECRET is looked up.
    - base_url: The documented one, unless given.
    - options: See the options of all clients.
    """

    def __init__(
        self,
        *,
        access_token: Credential | None = None,
        client_secret: Credential | None = None,
        base_url: str = operations.BASE_URL,
        **options: Unpack[SyncOptions],
    ) -> None:
        super().__init__(
            _PACKAGE,
            base_url,
            {},
            {
                operations.ACCESS_TOKEN: access_token,
                operations.CLIENT_SECRET: client_secret,
            },
            options,
        )


class AsyncClient(_Operations, AsyncApiClient):
    """Requests to Isometric MRV API; may be shared by the tasks of one event loop.

    Args:
    - access_token: A JSON Web Token that says who is calling and what they may do. Without it, the
      environment variable ISOMETRIC_ACCESS_TOKEN is looked up.
    - client_secret: Tells the API which client is connecting; 32 letters and digits in the example
      on the page. Without it, the environment variable ISOMETRIC_CLIENT_SECRET is looked up.
    - base_url: The documented one, unless given.
    - options: See the options of all clients.
    """

    def __init__(
        self,
        *,
        access_token: AsyncCredential | None = None,
        client_secret: AsyncCredential | None = None,
        base_url: str = operations.BASE_URL,
        **options: Unpack[AsyncOptions],
    ) -> None:
        super().__init__(
            _PACKAGE,
            base_url,
            {},
            {
                operations.ACCESS_TOKEN: access_token,
                operations.CLIENT_SECRET: client_secret,
            },
            options,
        )
