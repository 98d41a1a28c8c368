"""The former name of ``wiresmith.client``, for one version."""

from __future__ import annotations

import warnings
from importlib import import_module


def __getattr__(name: str) -> object:
    warnings.warn(
        f"wiresmith.runtime.client is now wiresmith.client: from wiresmith.client import {name}",
        DeprecationWarning,
        stacklevel=2,
    )
    value: object = getattr(import_module("wiresmith.client"), name)
    return value
