"""In which media type an answer goes out: content negotiation as ASP.NET Web API 2 does it.

Each format is held to the first entry of ``Accept`` that holds one of its types, by q and then by how much an
entry says (a type more than ``type/*``, that more than ``*/*``). The same decides between formats, then the
order in which they are offered. Where nothing fits, Web API answers in the format of the request, else in the
first of its own; servers of other kinds say 406.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from wiresmith.runtime.media import media_codec

_LONGEST: Final = 4_096


@dataclass(frozen=True, slots=True)
class Accepted:
    """One entry of an ``Accept`` header."""

    media: str
    quality: float


def accepted(header: str) -> list[Accepted]:
    """The entries, the best first; those that are not to be sent (``q=0``) are left out."""
    found: list[Accepted] = []
    for entry in header[:_LONGEST].split(","):
        media, *parameters = (part.strip().lower() for part in entry.split(";"))
        if not media:
            continue
        quality = 1.0
        for parameter in parameters:
            name, _, value = parameter.partition("=")
            if name.strip() == "q":
                try:
                    quality = min(1.0, max(0.0, float(value)))
                except ValueError:
                    quality = 0.0
        if quality > 0:
            found.append(Accepted(media, quality))
    return sorted(found, key=lambda each: -each.quality)


def negotiate(offered: list[str], accept: str, content_type: str = "") -> str | None:
    """The media type to answer in; None if the client accepts none of them.

    Args:
        offered: the documented types, the preferred one first.
        accept: the ``Accept`` header, empty where there is none.
        content_type: that of the request, which decides where there is no ``Accept``.
    """
    if not accept.strip():
        sent = content_type.partition(";")[0].strip().lower()
        return next((media for media in offered if media.lower() == sent), offered[0] if offered else None)
    entries = sorted(accepted(accept), key=_rank, reverse=True)
    found: str | None = None
    found_rank = (0.0, 0)
    for codec in dict.fromkeys(map(media_codec, offered)):
        own = [media for media in offered if media_codec(media) == codec]
        entry, media = next(
            ((entry, media) for entry in entries for media in own if _holds(entry, media)), (None, None)
        )
        if entry is not None and _rank(entry) > found_rank:
            found, found_rank = media, _rank(entry)
    return found


def _rank(entry: Accepted) -> tuple[float, int]:
    """Its q, then how much it says: 2 for a media type, 1 for all subtypes of a type, 0 for everything."""
    return entry.quality, 0 if entry.media == "*/*" else 1 if entry.media.endswith("/*") else 2


def _holds(entry: Accepted, media: str) -> bool:
    main, _, sub = entry.media.partition("/")
    if sub != "*":
        return entry.media == media.lower()
    return main in ("*", media.lower().partition("/")[0])


def charset(header: str) -> str:
    """UTF-16 where a client accepts nothing better of what we write, else UTF-8 (``Accept-Charset``)."""
    for entry in accepted(header):
        if entry.media in ("utf-8", "*"):
            return "utf-8"
        if entry.media == "utf-16":
            return "utf-16"
    return "utf-8"
