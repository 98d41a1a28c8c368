"""The base of emitted classes."""

from __future__ import annotations

from dataclasses import field, fields, make_dataclass

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
        equal: bool = compiled(self.__class__).__eq__(self, other)
        return equal

    def __repr__(self) -> str:
        shown: str = compiled(self.__class__).__repr__(self)
        return shown


_compiled: dict[type, Any] = {}


def compiled(cls: type[Model]) -> Any:
    """A class with the methods that the decorator makes for these fields."""
    made = _compiled.get(cls)
    if made is None:
        alike = [(about.name, object, field(repr=about.repr, compare=about.compare)) for about in fields(cls)]
        made = _compiled[cls] = make_dataclass(cls.__name__, alike, init=False, unsafe_hash=True)
    return made
