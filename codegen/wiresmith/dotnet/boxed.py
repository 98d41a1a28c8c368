"""Values where the contract says ``any``: what Python has for a .NET object, and Typed for the rest."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Any

from wiresmith.runtime.typed import Typed

if TYPE_CHECKING:
    from wiresmith.plan.contracts import Contract

OBJECT = object()
"""Stands for what ``new object()`` makes."""


def boxed(value: Any, contract: Contract) -> Any:
    """A value that was read by this contract, for a place that takes any."""
    if value is OBJECT:
        return Typed("any", None)
    if contract.kind == "scalar":
        kind = contract.scalar_kind
        return value if kind.stands_alone(value) else Typed(kind.name, value)
    if contract.kind == "object" or (contract.kind == "enum" and isinstance(value, Enum)):
        return value
    return Typed(contract.spelled, value)
