"""The bounds beyond which a reader refuses a document."""

from __future__ import annotations

from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Bounds for one document, checked by every reader; exceeding one is an error finding.

    Raises ValueError unless each is a positive int.
    """

    bytes: int = 64 * 1024 * 1024
    """The greatest size of a document, in bytes (default: 64 MiB)."""

    depth: int = 128
    """The greatest depth of arrays and objects, or elements; the outermost counts 1.

    Python's recursion limit bounds it too: above some 300 it has to be raised as well.
    """

    text: int = 64 * 1024 * 1024
    """The greatest length of one text or name, in code points."""

    items: int = 10_000_000
    """The greatest number of JSON values, or XML elements, of a document."""

    def __post_init__(self) -> None:
        for limit in fields(self):
            value: object = getattr(self, limit.name)
            if type(value) is not int or value < 1:
                raise ValueError(f"the limit {limit.name} is {value!r}; expected a positive int")
