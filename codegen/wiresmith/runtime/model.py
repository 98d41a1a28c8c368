"""The base of emitted classes."""

from __future__ import annotations

from dataclasses import field, fields, make_dataclass
from functools import cache

TYPE_CHECKING = False  # as typing's, which would take some ms to import
if TYPE_CHECKING:
    from dataclasses import Field
    from typing import Any, ClassVar


class Model:
    """Gives dataclasses the ``==`` and the repr that the decorator makes, compiled on first use.

    Having it compile them would be half of what an import of emitted classes costs.
    """

    __slots__ = ()
    if TYPE_CHECKING:
        __dataclass_fields__: ClassVar[dict[str, Field[Any]]]

    def __eq__(self, other: object) -> bool:
        return compiled(self.__class__).__eq__(self, other)  # type: ignore[arg-type, no-any-return]  # a class is hashable

    def __repr__(self) -> str:
        return compiled(self.__class__).__repr__(self)  # type: ignore[arg-type, no-any-return]


@cache
def compiled(cls: type[Model]) -> Any:
    """A class with the methods that the decorator makes for these fields."""
    alike = [(about.name, object, field(repr=about.repr, compare=about.compare)) for about in fields(cls)]
    return make_dataclass(cls.__name__, alike, init=False, unsafe_hash=True)
