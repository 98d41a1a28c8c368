# Emitted by wiresmith from specs/os1/: change the spec and run "wiresmith generate", not this file.
# Spec sha256 7c8ec648553d2a713ac60a8eeef9986583bc6fbc5e898ffa06e43075588679e9; needs wiresmith runtime 0.3.
"""Clients of OS1 Container Service: ``Client`` for threads, ``AsyncClient`` for tasks."""

from __future__ import annotations

from typing import Unpack

from wiresmith.client import (
    ApiClient,
    AsyncApiClient,
    AsyncCredential,
    AsyncOptions,
    Credential,
    SyncOptions,
    WaitCall,
    WaitMethod,
)
from wiresmith.runtime.package import Package

from . import operations
from .models import ContainerBatchResponse

__all__ = ["AsyncClient", "Client"]

_PACKAGE = Package(__name__.removesuffix(".client"))


def _container_batch_status(
    container_type: str,
    *,
    batch_id: str,
    x_coreos_request_id: str | None = None,
    x_coreos_userinfo: str | None = None,
) -> WaitCall[ContainerBatchResponse]:
    """Get the status of batch request.

    API to get the status of batch request.

    Args:
    - container_type: Type of container. Matching ``^[a-zA-Z]{3,16}$``.
    - batch_id: Unique ID of batch request. 42 to 64 characters, matching
      ``^batch:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$``.
    - x_coreos_request_id: Unique Request ID.
    """
    return WaitCall(
        operations.container_batch_status,
        {
            "container_type": container_type,
            "batch_id": batch_id,
            "x_coreos_request_id": x_coreos_request_id,
            "x_coreos_userinfo": x_coreos_userinfo,
        },
    )


class _Operations:
    container_batch_status = WaitMethod(_container_batch_status)


class Client(_Operations, ApiClient):
    """Requests to OS1 Container Service; may be shared by threads.

    Args:
    - access_token: core-os access token. Without it, the environment variable OS1_ACCESS_TOKEN is
      looked up.
    - tenant_id: Tenant ID. Without it, the environment variable OS1_TENANT_ID is looked up.
    - tenant_subdomain: {tenantSubdomain} of the base URL.
    - base_url: The documented one, unless given.
    - options: See the options of all clients.
    """

    def __init__(
        self,
        *,
        access_token: Credential | None = None,
        tenant_id: Credential | None = None,
        tenant_subdomain: str | None = None,
        base_url: str = operations.BASE_URL,
        **options: Unpack[SyncOptions],
    ) -> None:
        super().__init__(
            _PACKAGE,
            base_url,
            {
                "tenantSubdomain": tenant_subdomain,
            },
            {
                operations.ACCESS_TOKEN: access_token,
                operations.TENANT_ID: tenant_id,
            },
            options,
        )


class AsyncClient(_Operations, AsyncApiClient):
    """Requests to OS1 Container Service; may be shared by the tasks of one event loop.

    Args:
    - access_token: core-os access token. Without it, the environment variable OS1_ACCESS_TOKEN is
      looked up.
    - tenant_id: Tenant ID. Without it, the environment variable OS1_TENANT_ID is looked up.
    - tenant_subdomain: {tenantSubdomain} of the base URL.
    - base_url: The documented one, unless given.
    - options: See the options of all clients.
    """

    def __init__(
        self,
        *,
        access_token: AsyncCredential | None = None,
        tenant_id: AsyncCredential | None = None,
        tenant_subdomain: str | None = None,
        base_url: str = operations.BASE_URL,
        **options: Unpack[AsyncOptions],
    ) -> None:
        super().__init__(
            _PACKAGE,
            base_url,
            {
                "tenantSubdomain": tenant_subdomain,
            },
            {
                operations.ACCESS_TOKEN: access_token,
                operations.TENANT_ID: tenant_id,
            },
            options,
        )
