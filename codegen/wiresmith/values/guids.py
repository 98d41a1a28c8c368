"""GUIDs as text, so that their case and their braces survive."""

from __future__ import annotations

TYPE_CHECKING = False  # as typing's, which would take some ms to import
if TYPE_CHECKING:
    from typing import NewType
else:

    class NewType:
        """In place of ``typing.NewType``, and taken for one by whoever asks with ``isinstance``."""

        def __init__(self, name: str, supertype: type) -> None:
            self.__name__ = self.__qualname__ = name
            self.__module__ = __name__
            self.__supertype__ = supertype

        @property
        def __class__(self) -> type:
            from typing import NewType

            return NewType

        def __call__(self, value: object) -> object:
            return value

        def __repr__(self) -> str:
            return f"{self.__module__}.{self.__qualname__}"

        def __reduce__(self) -> str:
            return self.__qualname__

        def __or__(self, other: object) -> object:
            from typing import Union

            return Union[self, other]  # noqa: UP007 - this is what | means

        def __ror__(self, other: object) -> object:
            from typing import Union

            return Union[other, self]  # noqa: UP007 - the same


Guid = NewType("Guid", str)
"""A GUID in one of .NET's forms, kept as it was written; compare ``.lower()`` to ignore case."""

_ZEROS = bytes.maketrans(b"0123456789abcdefABCDEF", b"0" * 22)
_D = b"00000000-0000-0000-0000-000000000000"
_SHAPES = frozenset({_D, b"0" * 32, b"{" + _D + b"}", b"(" + _D + b")"})


def guid(text: str) -> Guid:
    """The same text, known to be a GUID.

    Accepted are .NET's formats D (``8-4-4-4-12`` digits), N (32 digits), B (D in braces) and P (D in
    parentheses), in either case. Raises ValueError for anything else.
    """
    # Turning each digit into 0 and looking the shape up costs half of a regular expression.
    if text.encode("utf-8", "replace").translate(_ZEROS) not in _SHAPES:
        raise ValueError("a GUID such as 6f9619ff-8b86-d011-b42d-00cf4fc964ff")
    return Guid(text)
