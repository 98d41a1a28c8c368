"""The records that say where facts come from: the page, a sample on it, another source, or payloads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

Mark = Literal["documented", "inferred", "assumed", "observed"]
Aspect = Literal["existence", "type", "presence", "null", "values", "limits"]
ASPECTS: Final[tuple[Aspect, ...]] = ("existence", "type", "presence", "null", "values", "limits")


@dataclass(frozen=True, slots=True)
class Provenance:
    """The source of what is said about one thing.

    ``mark`` is *documented* for what the page says, *inferred* for what a sample on it shows, *assumed* for
    what another source says, *observed* for what payloads show; ``source`` names the part of the page, the
    sample, the other source, or the payloads. ``aspects`` are those whose source is another one::

        Provenance("documented", "", (("null", Provenance("assumed", "OpenAPI of 2026")),))

    A documented aspect is held: a document that breaks it is wrong. The others are expectations.
    """

    mark: Mark = "documented"
    source: str = ""
    aspects: tuple[tuple[Aspect, Provenance], ...] = ()

    def of(self, aspect: Aspect) -> Provenance:
        """The source of one aspect."""
        for name, provenance in self.aspects:
            if name == aspect:
                return provenance
        return self

    def __str__(self) -> str:
        """``inferred from samples/a.json``, ``assumed: OpenAPI of 2026``; nothing for what is documented."""
        match self.mark:
            case "documented":
                return ""
            case "inferred":
                return f"inferred from {self.source}" if self.source else "inferred"
            case "assumed":
                return f"assumed: {self.source}" if self.source else "assumed"
            case "observed":
                return f"observed in {self.source}" if self.source else "observed"


DOCUMENTED: Final = Provenance()


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A document other than the page: ``text`` is what marks call it, the rest is empty where it
    is not known.
    """

    name: str
    text: str
    url: str = ""
    document: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Docs:
    """The place where something is documented; what is not known is empty."""

    title: str = ""
    page: str = ""
    url: str = ""
    section: str = ""
    updated: str = ""


NOWHERE: Final = Docs()
"""The place of what no page is named for."""
