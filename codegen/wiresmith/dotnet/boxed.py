"""Values where the contract says ``any``: what Python has for a .NET object, and Typed for the rest."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Any

from wiresmith.runtime.typed import Typed

if TYPE_CHECKING:
    from wiresmith.plan.contracts import Contract

_PLAIN = frozenset(
    {
        "str",
        "bool",
        "int32",
        "int",
        "float64",
        "number",
        "decimal",
        "datetime",
        "date",
        "time",
        "timedelta",
        "bytes",
        "qname",
    }
)
"""Kinds with a Python class of their own; a GUID is a str, and those are strings."""

_INT32 = range(-(2**31), 2**31)

OBJECT = object()
"""Stands for what ``new object()`` makes."""


def boxed(value: Any, contract: Contract) -> Any:
    """A value that was read by this contract, for a place that takes any."""
    if value is OBJECT:
        return Typed("any", None)
    if contract.kind == "scalar":
        kind = contract.scalar.kind
        if kind in _PLAIN or (kind == "int64" and value not in _INT32):
            return value
        return Typed(kind, value)
    if contract.kind == "object" or (contract.kind == "enum" and isinstance(value, Enum)):
        return value
    return Typed(contract.spelled, value)
