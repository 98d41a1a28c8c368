"""The values that ``EmitDefaultValue = false`` leaves out."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Any

from wiresmith.values.absent import ABSENT

if TYPE_CHECKING:
    from wiresmith.plan.contracts import Contract, Slot


def is_default(value: Any, slot: Slot) -> bool:
    """Is it what a new .NET object has there: null, zero, false, a struct of nothing else?

    An empty text or list is not, nor is zero where null is allowed, nor a value of another type, which cannot
    be written. Source: CodeGenerator.IfNotDefaultValue.
    """
    if value is None:
        return slot.nullable
    return not slot.nullable and slot.contract.value_type and _is_zero(value, slot.contract)


def _is_zero(value: Any, contract: Contract) -> bool:
    if contract.kind == "object":
        return type(value) is contract.cls and all(
            (part := getattr(value, slot.attribute, None)) is ABSENT or is_default(part, slot)
            for slot in contract.slots
        )
    if contract.kind == "enum":
        if isinstance(value, Enum):
            return isinstance(value, contract.cls or ()) and bool(value.value == contract.zero)
        return isinstance(value, (int, str)) and not isinstance(value, bool) and value == contract.zero
    return contract.scalar_kind.is_zero(value)
