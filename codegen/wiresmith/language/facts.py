"""The facts that many things may have: their meaning, their Python name, the bounds of their values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, cast

from wiresmith.language.placed import Placed
from wiresmith.language.record import Record, key, known_keys, mapping
from wiresmith.language.shape import Identifier, Integer, Many, Number, Text

LARGEST: Final = 2**53
TEXT: Final = Text()
MEDIA_TYPE: Final = Text("a media type such as application/json", r"[\w!#$&^.+*-]+/[\w!#$&^.+*-]+(;.*)?")
DOC: Final = (TEXT, "What it means, in the page's words.")
PYTHON: Final = (Identifier(), "The Python name, where the derived one will not do.")
UNDOCUMENTED: Final = (
    Many(TEXT, may_be_empty=True),
    "What the page leaves out, e.g. [base_url, auth].",
)
_LENGTH: Final = Integer(0, LARGEST)


@mapping("constraints", "constraints")
@dataclass(frozen=True, slots=True, kw_only=True)
class ConstraintsDoc(Record):
    """The constraints that stand beside a type."""

    gt: Placed[int | float] | None = key(Number(), "Greater than this number.")
    ge: Placed[int | float] | None = key(Number(), "This number or greater.")
    lt: Placed[int | float] | None = key(Number(), "Less than this number.")
    le: Placed[int | float] | None = key(Number(), "This number or less.")
    min_length: Placed[int] | None = key(_LENGTH, "The least number of characters, bytes, items or entries.")
    max_length: Placed[int] | None = key(
        _LENGTH, "The greatest number of characters, bytes, items or entries."
    )
    pattern: Placed[str] | None = key(
        TEXT, "A regular expression (RE2 syntax) that is searched for in the text."
    )

    @property
    def given(self) -> Mapping[str, Placed[int | float | str]]:
        """The constraints that are there, by their keys, in the order of the file."""
        found = {name: value for name, value in known_keys(self) if value is not None}
        return {name: cast("Placed[int | float | str]", found[name]) for name in self.places if name in found}
