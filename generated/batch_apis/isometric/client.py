# Emitted by wiresmith from specs/isometric/: change the spec and run "wiresmith generate", not this file.
# Spec sha256 e7402549da6a47b875e178b23b1e6c38fce0f6559fd050307a6ff6876ea6e5a6; needs wiresmith runtime 0.3.
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
    """Get Production Batches.

    Args:
    - supplier_reference_id: A string that must be unique for all resources created by a specific
      supplier. The API has dropped it since. 1 to 100 characters.
    - last: An integer number of items to retrieve before the item represented by the cursor passed
      in before. Greater than 0, at most 50. Default: ``10``.
    - before: An opaque cursor; submit the previously requested page's start_cursor here when
      paginating backwards. At least 1 characters.
    - first: An integer number of items to retrieve after the item represented by the cursor passed
      in after. Greater than 0, at most 50. Default: ``10``.
    - after: An opaque cursor; submit the previously requested page's end_cursor here when
      paginating forwards. At least 1 characters.
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
    - access_token: A JWT Bearer token header for authentication and authorization, in the format
      Authorization: Bearer <token> Without it, the environment variable ISOMETRIC_ACCESS_TOKEN is
      looked up.
    - client_secret: A secret token identifying the client connecting to the API. Without it, the
      environment variable ISOMETRIC_CLIENT_SECRET is looked up.
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
    - access_token: A JWT Bearer token header for authentication and authorization, in the format
      Authorization: Bearer <token> Without it, the environment variable ISOMETRIC_ACCESS_TOKEN is
      looked up.
    - client_secret: A secret token identifying the client connecting to the API. Without it, the
      environment variable ISOMETRIC_CLIENT_SECRET is looked up.
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
