"""Flags as the emitted XML code reads and writes them: the names of those that a number combines."""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum
from typing import Any, TypeVar

from wiresmith.plan.enum_names import flag_names
from wiresmith.runtime.xml.fast.runs import unusual

F = TypeVar("F", bound=IntEnum)


def flags_text(texts: Mapping[Any, str], value: int) -> str:
    """The names of the flags in a number, with spaces between them: one name where there is one for all, else
    greedily in the order of their declaration, as .NET does.

    Raises:
        KeyError: if a bit has no name.
        TypeError: for anything but an int.
    """
    text = texts.get(value)
    if text is not None:
        return text
    names = flag_names(texts, value)
    if names is None or type(value) is bool:
        raise KeyError(value)
    return " ".join(names)


def read_flags(values: Mapping[bytes, F], texts: Mapping[Any, str], text: bytes) -> F | int:
    """The member or combination that a text names in the way that .NET writes it.

    Raises:
        KeyError: for a name that no flag has.
        Unusual: for another way to name it.
    """
    member = values.get(text)
    if member is not None:
        return member
    combined = 0
    for name in text.split(b" "):
        combined |= values[name]
    return combined if flags_text(texts, combined).encode() == text else unusual()
