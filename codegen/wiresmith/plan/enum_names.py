"""The texts of enumerations in XML, and numbers that combine flags (EnumDataContract)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from wiresmith.description import EnumType


class EnumNames:
    """The values of an enumeration by text, and their texts.

    ``texts`` are by what stands in JSON, ``wires`` the other way round. Where several texts have one value,
    or the reverse, the first one counts.
    """

    def __init__(self, declared: EnumType) -> None:
        pairs = declared.xml_values or tuple((str(member.value), member.value) for member in declared.cls)
        self.texts: dict[str | int, str] = {}
        self.wires: dict[str, Any] = {}
        for text, wire in pairs:
            self.texts.setdefault(wire, text)
            self.wires.setdefault(text, wire)


def combines(known: Iterable[object], value: int) -> bool:
    """Has a number no bit that none of these numbers has?"""
    mask = 0
    for flag in known:
        assert isinstance(flag, int)
        mask |= flag
    return value & ~mask == 0


def flag_names(texts: Mapping[Any, str], value: int) -> list[str] | None:
    """The names that a combination of flags is written with, greedily in the order of their declaration; None
    if a bit has no name.

    Zero without a name is no names at all.
    """
    names: list[str] = []
    rest = int(value)
    for flag, name in texts.items():
        if flag and rest & flag == flag:
            names.append(name)
            rest &= ~int(flag)
        if not rest:
            break
    return None if rest else names
