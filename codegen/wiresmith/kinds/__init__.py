"""The kinds of scalars: one file for each, with everything that the rest of the program asks about it.

Example:
    A kind of one's own is one file as well; it subclasses `Kind`, says what differs, and gives an instance to
    `register`.
"""

from __future__ import annotations

from wiresmith.kinds.code import Code, calling
from wiresmith.kinds.kind import LENGTH, PATTERN, RANGE, Bounds, Examples, Kind
from wiresmith.kinds.lazy_modules import Lazy, loaded
from wiresmith.kinds.registry import (
    all_kinds,
    by_contract_name,
    by_other_name,
    kind_names,
    kind_of,
    kind_of_value,
    register,
)

__all__ = [
    "LENGTH",
    "PATTERN",
    "RANGE",
    "Bounds",
    "Code",
    "Examples",
    "Kind",
    "Lazy",
    "all_kinds",
    "by_contract_name",
    "by_other_name",
    "calling",
    "kind_names",
    "kind_of",
    "kind_of_value",
    "loaded",
    "register",
]
