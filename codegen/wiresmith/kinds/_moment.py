"""The part that dates and times have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiresmith.kinds.kind import PATTERN, Kind
from wiresmith.kinds.lazy_modules import Lazy

if TYPE_CHECKING:
    import datetime

    from wiresmith.kinds.kind import Examples
else:
    datetime = Lazy("datetime")

DAY = "[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])"
CLOCK = r"(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\.[0-9]+)?"
ZONE = "(?:Z|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])"


class Moment(Kind):
    """A kind of dates and times, whose parsers say what they expected."""

    bounded_by = frozenset((PATTERN,))
    explains = True


def example_moment(examples: Examples) -> datetime.datetime:
    """A moment of the first ten months of 2026."""
    seconds = examples.random.randint(0, 300 * 24 * 3600)
    return datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC) + datetime.timedelta(seconds=seconds)
