"""The settings of the reader that does as .NET's does."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from wiresmith.runtime.limits import Limits

LIMITS = Limits(depth=4096)
"""The usual limits of this reader: .NET itself has no limit of depth, so Limits' usual one would refuse what
it reads.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class DotNetReader:
    """The settings of a DataContractSerializer and of the machine that it runs on.

    Raises ValueError for a setting that is none, and for a ``now`` without an offset.
    """

    zone: datetime.tzinfo | None = None
    """The machine's time zone, to which it converts moments with an offset; None: the zone of the machine
    that this runs on.
    """

    now: datetime.datetime | Callable[[], datetime.datetime] | None = None
    """Its clock, from which a time without a date takes the date; None: the clock of the machine that this
    runs on.
    """

    parser: Literal["stream", "xmlreader"] = "stream"
    """``stream``: the XmlDictionaryReader of ``ReadObject(Stream)`` and of ASP.NET Web API; ``xmlreader``:
    ``XmlReader.Create``.
    """

    max_depth: int | None = None
    """``XmlDictionaryReaderQuotas.MaxDepth`` (ASP.NET Web API: 256); None: only what ``limits`` say."""

    max_items: int | None = None
    """``MaxItemsInObjectGraph``: objects' members and collections' items, plus one; None: only what
    ``limits`` say.
    """

    verify_root: bool = True
    """Whether the root element must have its name (``verifyObjectName``)."""

    def __post_init__(self) -> None:
        if self.parser not in ("stream", "xmlreader"):
            raise ValueError(f'the parser {self.parser!r} is unknown; expected "stream" or "xmlreader"')
        zone = self.zone
        # Callers need not be typed.
        if zone is not None and not isinstance(zone, datetime.tzinfo):  # pyright: ignore[reportUnnecessaryIsInstance]
            raise ValueError(
                f'zone is {zone!r}; expected a tzinfo such as ZoneInfo("Europe/Berlin"), or None'
            )
        for name in ("max_depth", "max_items"):
            value: object = getattr(self, name)
            if value is not None and (type(value) is not int or value < 0):
                raise ValueError(f"{name} is {value!r}; expected an int of at least 0, or None")
        if isinstance(self.now, datetime.datetime) and self.now.utcoffset() is None:
            raise ValueError(f"now is {self.now}; expected a datetime with an offset")

    def today(self) -> datetime.date:
        """The date on the machine."""
        now = self.now() if callable(self.now) else self.now
        if now is None:
            now = datetime.datetime.now(datetime.UTC)
        return now.astimezone(self.zone).date()
