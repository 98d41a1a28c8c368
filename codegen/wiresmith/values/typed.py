"""Values whose Python class does not tell their .NET type."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Typed:
    """A value where a spec says ``any``, with its type as a spec spells it.

    A plain Python value stands for the type that .NET has for it: an int for ``int32`` (``int64`` where it
    does not fit), a float for ``float64``, a str, bool, Decimal, datetime, timedelta, Guid or bytes, an enum
    member, or an object of the package. This says the others: ``Typed("int16", 5)``, ``Typed("uri",
    "urn:x")``, ``Typed("list[str]", ["a"])``, ``Typed("datetimeoffset", moment)``. ``Typed("any", None)`` is
    an empty element without a type (``new object()``), ``Typed("any", "text")`` one with text, which .NET
    does not read.
    """

    type: str
    value: Any
