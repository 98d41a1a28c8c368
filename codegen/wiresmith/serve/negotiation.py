"""In which media type an answer goes out: content negotiation as ASP.NET Web API 2 does it.

Of the types that a client accepts, the one with the greatest q wins, the first of equals; ``type/*`` and ``*/*`` stand for the first that
fits. Where nothing fits, Web API answers in the format of the request, else in the first of its own; servers of other kinds say 406.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

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
        content_type: that of the request, which decides where the client does not care.
    """
    sent = content_type.partition(";")[0].strip().lower()
    usual = next((media for media in offered if media.lower() == sent), offered[0] if offered else None)
    wanted = accepted(accept)
    if not accept.strip():
        return usual
    for entry in wanted:
        if entry.media == "*/*":
            return usual
        main, _, sub = entry.media.partition("/")
        for media in offered:
            if media.lower() == entry.media or (sub == "*" and media.lower().partition("/")[0] == main):
                return media
    return None


def charset(header: str) -> str:
    """UTF-16 where a client accepts nothing better of what we write, else UTF-8 (``Accept-Charset``)."""
    for entry in accepted(header):
        if entry.media in ("utf-8", "*"):
            return "utf-8"
        if entry.media == "utf-16":
            return "utf-16"
    return "utf-8"
