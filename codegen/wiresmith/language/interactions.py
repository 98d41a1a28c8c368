"""The interactions of more than one request, or of more than a look at the status: paging, envelopes,
waiting.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from wiresmith.language.facts import LARGEST
from wiresmith.language.placed import Placed, Plain
from wiresmith.language.record import Record, inline, key, mapping
from wiresmith.language.shape import IDENTIFIER, Integer, Many, NameKey, Number, Table, Text, Value, Word

_REQUEST_PATH: Final = Text(
    "$query.<name of a query parameter> or $header.<name of a header>", r"\$(query|header)\..+"
)
_BODY_PATH: Final = Text("$body.<member>.<member>…", r"\$body(\.[^.]+)*")
_RESPONSE_PATH: Final = Text(
    "$body.<member>.<member>… or $header.<name of a header>", r"\$body(\.[^.]+)*|\$header\..+"
)
_STATES: Final = Many(Value())
_SECONDS: Final = Number(is_float=True)

StepPart = Literal["send", "size", "next", "more"]
Part = Literal[StepPart, "items", "total", "pages"]


@mapping("paging_backward", "the backward: of paging")
@dataclass(frozen=True, slots=True, kw_only=True)
class PageStepDoc(Record):
    """The step from a page to the next one, or to the one before."""

    send: Placed[str] | None = key(_REQUEST_PATH, "The parameter that says where the page starts.")
    size: Placed[str] | None = key(_REQUEST_PATH, "The parameter that says how many items a page has.")
    next: Placed[str] | None = key(
        _RESPONSE_PATH, "What to send, or (style url) where to go, for the next page."
    )
    more: Placed[str] | None = key(_BODY_PATH, "Whether there is a next page.")

    @property
    def paths(self) -> Mapping[Part, Placed[str]]:
        """The expressions that are there."""
        return _given({"send": self.send, "size": self.size, "next": self.next, "more": self.more})


@mapping("paging", "paging")
@dataclass(frozen=True, slots=True, kw_only=True)
class PagingDoc(Record):
    """The way to ask for the next page."""

    style: Placed[str] | None = key(
        Word(("cursor", "token", "offset", "page", "url", "link")), "How pages are told apart."
    )
    step: PageStepDoc = inline(PageStepDoc)
    items: Placed[str] | None = key(_BODY_PATH, "The list of items.")
    total: Placed[str] | None = key(_BODY_PATH, "How many items there are in all.")
    pages: Placed[str] | None = key(_BODY_PATH, "How many pages there are in all.")
    first: Placed[int] | None = key(
        Integer(0, LARGEST), "The number of the first page (1), or its offset (0)."
    )
    ends: Placed[str] | None = key(
        Word(("short_page",)), "A page with fewer items than were asked for is the last one (offset, page)."
    )
    backward: PageStepDoc | None = key(PageStepDoc.shape, "The same in the other direction.")

    @property
    def paths(self) -> Mapping[Part, Placed[str]]:
        """The expressions that are there."""
        own: dict[Part, Placed[str] | None] = {"items": self.items, "total": self.total, "pages": self.pages}
        return {**self.step.paths, **_given(own)}


def _given(paths: Mapping[Part, Placed[str] | None]) -> dict[Part, Placed[str]]:
    return {part: path for part, path in paths.items() if path is not None}


@mapping("envelope", "an envelope")
@dataclass(frozen=True, slots=True, kw_only=True)
class EnvelopeDoc(Record):
    """The envelope around every result."""

    unwrap: Placed[str] | None = key(_BODY_PATH, "What a call returns of the body.")
    success: Placed[str] | None = key(_BODY_PATH, "The bool that says whether the call succeeded.")
    error: tuple[tuple[Placed[str], Placed[str]], ...] = key(
        Table("a detail of an error", NameKey("a name", IDENTIFIER), _BODY_PATH),
        "What an error carries, by the name it has there; message: its text.",
    )


@mapping("wait", "wait")
@dataclass(frozen=True, slots=True, kw_only=True)
class WaitDoc(Record):
    """The way to wait for what takes longer."""

    on: Placed[str] | None = key(_BODY_PATH, "The value that says how far the work has come.")
    pending: tuple[Placed[Plain], ...] = key(_STATES, "The values that mean: not yet.")
    succeeded: tuple[Placed[Plain], ...] = key(_STATES, "The values that mean: done.")
    failed: tuple[Placed[Plain], ...] = key(_STATES, "The values that mean: it will not be done.")
    url: Placed[str] | None = key(_RESPONSE_PATH, "Where a 202 says that one may ask.")
    min_delay: Placed[float] | None = key(_SECONDS, "The least number of seconds between two requests (2).")
    max_delay: Placed[float] | None = key(
        _SECONDS, "The greatest number of seconds between two requests (120)."
    )
    backoff: Placed[float] | None = key(_SECONDS, "What the delay grows by each time (2).")
