"""Enums as element text (EnumDataContract.WriteEnumValue)."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from wiresmith.plan.enum_names import flag_names
from wiresmith.values.xml_text import exact_text

if TYPE_CHECKING:
    from wiresmith.description import EnumType
    from wiresmith.plan.contracts import Contract


def enum_text(contract: Contract, declared: EnumType, value: object) -> str | None:
    """The text of a value: its name; for flags the names it is made of; None if it has none.

    Other values than the documented ones stand for themselves where those have no names of their own in XML.
    """
    if isinstance(value, Enum):
        if not isinstance(value, declared.cls):
            return None
        value = value.value
    wanted = str if declared.base == "str" else int
    if not isinstance(value, wanted) or isinstance(value, bool):
        return None
    texts = contract.enum_names.texts
    if value in texts:
        return texts[value]
    if isinstance(value, int) and declared.flags:
        names = flag_names(texts, value)
        return None if names is None else " ".join(names)
    if declared.closed or (wanted is int and declared.xml_values):
        return None
    return exact_text(value) if isinstance(value, str) else int.__repr__(value)
