"""Which values ``EmitDefaultValue = false`` leaves out."""

from __future__ import annotations

import datetime
import re
from enum import Enum
from typing import TYPE_CHECKING, Any

from wiresmith.runtime.absent import ABSENT
from wiresmith.runtime.xml.writing.texts import accepts

if TYPE_CHECKING:
    from wiresmith.plan.contracts import Contract, Slot

_EMPTY_GUID = re.compile("[0{}()-]+")
_FRACTION = re.compile(r"\.0*[1-9]")
_FIRST = datetime.datetime(1, 1, 1)


def is_default(value: Any, slot: Slot) -> bool:
    """Is it what a new .NET object has there: null, zero, false, a struct of nothing else?

    An empty text or list is not, nor is zero where null is allowed, nor a value of another type, which cannot be written. Source: CodeGenerator.IfNotDefaultValue.
    """
    if value is None:
        return slot.nullable
    return not slot.nullable and slot.contract.value_type and _is_zero(value, slot.contract)


def _is_zero(value: Any, contract: Contract) -> bool:
    if contract.kind == "object":
        return type(value) is contract.cls and all(
            (part := getattr(value, slot.attribute, None)) is ABSENT or is_default(part, slot)
            for level in contract.levels
            for slot in level
        )
    if contract.kind == "enum":
        if isinstance(value, Enum):
            return isinstance(value, contract.cls or ()) and bool(value.value == contract.zero)
        return isinstance(value, (int, str)) and not isinstance(value, bool) and value == contract.zero
    kind = contract.scalar.kind
    match kind:
        case "uuid":
            return isinstance(value, str) and _EMPTY_GUID.fullmatch(value) is not None
        case "char":
            return bool(value == "\x00")
        case "datetime":
            return isinstance(value, datetime.datetime) and _is_first(value)
        case "datetimeoffset":
            offset = value.utcoffset() if isinstance(value, datetime.datetime) else None
            return offset == datetime.timedelta() and _is_first(value)
        case "date":
            return bool(value == _FIRST.date())
        case "time":
            return bool(value == _FIRST.time()) and not _FRACTION.search(getattr(value, "text", ""))
        case "timedelta":
            return value == datetime.timedelta() and not _FRACTION.search(getattr(value, "text", ""))
        case _:
            return accepts(kind, value) and not value


def _is_first(value: datetime.datetime) -> bool:
    """Is it DateTime.MinValue, whatever its zone?"""
    clock = (value.year, value.month, value.day, value.hour, value.minute, value.second, value.microsecond)
    return clock == (1, 1, 1, 0, 0, 0, 0) and not _FRACTION.search(getattr(value, "text", ""))
