"""Prose, provenance and places of declarations, as the contract has them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from wiresmith.contract._naming import did_you_mean
from wiresmith.description import ASPECTS, DOCUMENTED, Aspect, Docs, Mark, Provenance, Source
from wiresmith.language import DocsDoc, Placed, Problems, ProvenanceDoc, SourceDoc, shown

_NAME: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*")


class Marks:
    """Resolves the marks of one API; those that name a source have its title as their text.

    Args:
        sources: what the API's ``sources:`` declares.
        problems: takes names of sources that there are not.
    """

    def __init__(self, sources: Iterable[SourceDoc], problems: Problems) -> None:
        self.sources = {doc.name.value: _source(doc) for doc in sources}
        self._problems = problems
        self._refused: set[Placed[str]] = set()

    def of(self, *nearest_first: ProvenanceDoc | None) -> Provenance:
        """The provenance of a thing: of each aspect what the nearest place says that says anything of it,
        else that it is documented.
        """
        places: list[ProvenanceDoc] = []
        for doc in nearest_first:
            while doc is not None:
                places.append(doc)
                doc = doc.around
        whole = DOCUMENTED
        found: dict[str, Provenance] = {}
        for doc in reversed(places):
            if (mark := doc.whole) is not None:
                whole, found = Provenance(mark[0], self._text(*mark)), {}
            for aspect, name, placed in doc.marked:
                if aspect != "existence":
                    found[aspect] = Provenance(name, self._text(name, placed))
        others: list[tuple[Aspect, Provenance]] = []
        for aspect in ASPECTS:
            if (own := found.get(aspect, whole)) != whole:
                others.append((aspect, own))
        return Provenance(whole.mark, whole.source, tuple(others))

    def _text(self, mark: Mark, placed: Placed[str]) -> str:
        """The text of a source; a name that is none is reported, where the API names its sources.

        Only other sources than the page have names.
        """
        text = placed.value
        if mark != "assumed":
            return text
        if text in self.sources:
            return self.sources[text].text
        if self.sources and _NAME.fullmatch(text) and placed not in self._refused:
            self._refused.add(placed)
            self._problems.add(
                placed.at,
                f"there is no source {shown(text)}",
                f"sources: has {', '.join(self.sources)}; a source that stands here alone is told in words",
                did_you_mean(text, self.sources),
            )
        return text


def _source(doc: SourceDoc) -> Source:
    name, date = doc.name.value, text(doc.date)
    told = text(doc.title) or text(doc.document) or name
    return Source(
        name=name,
        text=f"{told}, {date}" if date else told,
        url=text(doc.url),
        document=text(doc.document),
        date=date,
    )


def docs(doc: DocsDoc | None) -> Docs:
    """The place where something is documented."""
    if doc is None:
        return Docs()
    return Docs(
        title=text(doc.title),
        page=text(doc.page),
        url=text(doc.url),
        section=text(doc.section),
        updated=text(doc.updated),
    )


def text(placed: Placed[str] | None) -> str:
    """The text, or nothing."""
    return placed.value if placed is not None else ""
