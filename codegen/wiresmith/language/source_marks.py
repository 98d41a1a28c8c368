"""The marks that say where a fact comes from, for all of a thing or for some aspects of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final, Literal, Self

from wiresmith.language.placed import Placed, Spot
from wiresmith.language.problem import Problems, shown
from wiresmith.language.record import Record, key, mapping
from wiresmith.language.shape import Either, Text

Mark = Literal["documented", "inferred", "assumed", "observed"]
MARKS: Final[tuple[Mark, ...]] = ("documented", "inferred", "assumed", "observed")
Aspect = Literal["existence", "type", "presence", "null", "values", "limits"]
ASPECTS: Final[tuple[Aspect, ...]] = ("existence", "type", "presence", "null", "values", "limits")
_SOURCE: Final = Text()
_SEEN: Final = Text(
    "a number of payloads and a date, such as 14 payloads, 2026-11-30",
    r"[1-9][0-9]{0,8} payloads?, [0-9]{4}-[0-9]{2}-[0-9]{2}",
)


@mapping("aspects", "aspects with their sources")
@dataclass(frozen=True, slots=True, kw_only=True)
class AspectsDoc(Record):
    """The source of each aspect that has the mark."""

    existence: Placed[str] | None = key(
        _SOURCE, "That there is such a thing, and all that no other key marks."
    )
    type: Placed[str] | None = key(_SOURCE, "Its type.")
    presence: Placed[str] | None = key(_SOURCE, "Whether it may be left out.")
    null: Placed[str] | None = key(_SOURCE, "Whether it may be null.")
    values: Placed[str] | None = key(_SOURCE, "The values of an enum.")
    limits: Placed[str] | None = key(_SOURCE, "Bounds, lengths and patterns.")

    @property
    def given(self) -> Iterator[tuple[Aspect, Placed[str]]]:
        """The aspects that are there, each with its source."""
        for aspect in ASPECTS:
            placed: Placed[str] | None = getattr(self, aspect)
            if placed is not None:
                yield aspect, placed


@mapping("provenance", "a provenance")
@dataclass(frozen=True, slots=True, kw_only=True)
class ProvenanceDoc(Record):
    """The marks of one place: one for all of it, or several for different aspects.

    ``around`` is what the places around it say, nearest first, of the aspects that have no mark here.
    """

    documented: Placed[str] | AspectsDoc | None = key(
        Either((_SOURCE, AspectsDoc.shape)),
        "Where on the page this is documented. Being on the page is the default.",
    )
    inferred: Placed[str] | AspectsDoc | None = key(
        Either((_SOURCE, AspectsDoc.shape)), "Not said on the page, but seen in this sample of it."
    )
    assumed: Placed[str] | AspectsDoc | None = key(
        Either((_SOURCE, AspectsDoc.shape)),
        "Not on the page at all: the source that says so, in words or by its name in sources:.",
    )
    observed: Placed[str] | AspectsDoc | None = key(
        Either((_SEEN, AspectsDoc.shape)), "Seen in payloads: how many, and when the last one came."
    )
    around: ProvenanceDoc | None = None

    @property
    def whole(self) -> tuple[Mark, Placed[str]] | None:
        """The mark for all of it that stands at this place, with its source."""
        for mark in MARKS:
            said: Placed[str] | AspectsDoc | None = getattr(self, mark)
            if isinstance(said, Placed):
                return mark, said
        return next(((mark, placed) for aspect, mark, placed in self.marked if aspect == "existence"), None)

    @property
    def marked(self) -> Iterator[tuple[Aspect, Mark, Placed[str]]]:
        """The marks for single aspects that stand at this place."""
        for mark in MARKS:
            said: Placed[str] | AspectsDoc | None = getattr(self, mark)
            if said is not None and not isinstance(said, Placed):
                for aspect, placed in said.given:
                    yield aspect, mark, placed

    def within(self, around: ProvenanceDoc | None) -> ProvenanceDoc:
        """These marks where the place around them has others."""
        return replace(self, around=around if self.around is None else self.around.within(around))

    def finished(self, problems: Problems) -> Self:
        """The marks, none of which covers what another one does."""
        first: dict[str, tuple[str, Spot]] = {}
        for mark in MARKS:
            said: Placed[str] | AspectsDoc | None = getattr(self, mark)
            if said is None:
                continue
            covered = [("", said.at)] if isinstance(said, Placed) else [(a, p.at) for a, p in said.given]
            for aspect, at in covered:
                other = first.setdefault(aspect, (mark, at))
                if other[0] != mark:
                    what = f"the {aspect} in {mark}:" if aspect else f"{mark}:"
                    problems.add(
                        max(at, other[1]),
                        f"{what} stands beside {other[0]}:",
                        "a fact comes from one place",
                        "write which aspect each mark covers, such as assumed: {null: …}",
                    )
        for aspect, mark, placed in self.marked:
            if mark == "observed" and not _SEEN.accepts(placed.value):
                problems.add(placed.at, f"{aspect}: is {shown(placed.value)}", f"{_SEEN.form} is expected")
        return self
