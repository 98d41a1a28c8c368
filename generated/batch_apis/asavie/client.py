# Emitted by wiresmith from specs/asavie/: change the spec and run "wiresmith generate", not this file.
# Spec sha256 2466ce50ee82fc2df02e5857426b5a9a42571979e5fd44d4a5b745a0e6f25282; needs wiresmith runtime 0.3.
"""Clients of Asavie provisioning API: ``Client`` for threads, ``AsyncClient`` for tasks."""

from __future__ import annotations

from typing import Unpack

from wiresmith.client import ApiClient, AsyncApiClient, AsyncOptions, Call, Method, SyncOptions
from wiresmith.runtime.package import Package

from . import operations
from .models import Batch

__all__ = ["AsyncClient", "Client"]

_PACKAGE = Package(__name__.removesuffix(".client"))


def _get_batch(
    batchid: str,
) -> Call[Batch]:
    """Get one batch by its id.

    Args:
    - batchid: The id that was handed out when the batch was created.
    """
    return Call(
        operations.get_batch,
        {
            "batchid": batchid,
        },
    )


class _Operations:
    get_batch = Method(_get_batch)


class Client(_Operations, ApiClient):
    """Requests to Asavie provisioning API; may be shared by threads.

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
    """Requests to Asavie provisioning API; may be shared by the tasks of one event loop.

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
