"""Enums as element text (EnumDataContract.WriteEnumValue)."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wiresmith.plan.contracts import Contract
    from wiresmith.runtime.schema import EnumType


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
    texts = contract.texts
    if value in texts:
        return texts[value]
    if isinstance(value, int) and declared.flags:
        return _flags(texts, value)
    if declared.closed or (wanted is int and declared.xml_values):
        return None
    return str(value)


def _flags(texts: dict[object, str], value: int) -> str | None:
    """The names of a combination, in the order they are declared; empty for zero without a name."""
    rest = value
    names: list[str] = []
    for flag, name in texts.items():
        if isinstance(flag, int) and flag and flag & rest == flag:
            names.append(name)
            rest &= ~flag
        if not rest:
            break
    return None if rest else " ".join(names)
