"""GUIDs as text, so that their case and their braces survive."""

from __future__ import annotations

from typing import NewType

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
    if type(text) is not str:
        text = str.__str__(text)
    # Turning each digit into 0 and looking the shape up costs half of a regular expression.
    if text.encode("utf-8", "replace").translate(_ZEROS) not in _SHAPES:
        raise ValueError("a GUID such as 6f9619ff-8b86-d011-b42d-00cf4fc964ff")
    return Guid(text)


def read_guid(text: bytes) -> Guid:
    """A GUID in the one form that its pattern lets through."""
    return Guid(text.decode())


def is_empty_guid(value: str) -> bool:
    """Is it Guid.Empty, in any of its forms?"""
    return "0" in value and not value.strip("{}()-0")
