"""The value of an optional member that a document leaves out."""

from __future__ import annotations

from enum import Enum
from typing import Final, Literal


class Absent(Enum):
    """The type of ABSENT: an enumeration of one, so that ``is ABSENT`` narrows for type checkers."""

    ABSENT = "ABSENT"

    def __bool__(self) -> Literal[False]:
        return False

    def __repr__(self) -> str:
        return "ABSENT"


ABSENT: Final = Absent.ABSENT
"""The value of an optional member that a document leaves out; a member that is null has None."""
