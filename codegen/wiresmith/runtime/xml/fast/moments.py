"""DateTimeOffset, which .NET writes as an object of two members."""

from __future__ import annotations

from wiresmith.runtime.xml.fast.runs import unusual
from wiresmith.values.datetimes import DateTime, parse_datetime
from wiresmith.values.offsets import moment as moment_of
from wiresmith.values.offsets import offset_parts as moment_texts

__all__ = ["moment_texts", "read_moment"]


def read_moment(moment: bytes, minutes: bytes) -> DateTime:
    """The value that two texts are, as .NET writes them: an instant in UTC, and the minutes of an offset.

    Raises:
        ValueError, OverflowError: if there is no such moment.
        Unusual: for an instant that is not in UTC.
    """
    return moment_of(parse_datetime(moment.decode()), int(minutes)) if moment.endswith(b"Z") else unusual()
