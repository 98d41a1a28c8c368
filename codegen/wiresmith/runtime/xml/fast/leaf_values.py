"""What the patterns of the fast tier capture, as values.

The fast tier reads bytes: a document needs no second copy as text, and only texts are decoded. Each function raises ValueError for what is no
such value; the document is then left to the exact reader.
"""

from __future__ import annotations

import datetime
import re
from decimal import Decimal

from wiresmith.runtime.xml.text import unescape
from wiresmith.values.datetimes import DateTime, Time, parse_date, parse_datetime, parse_time
from wiresmith.values.durations import Duration, parse_duration
from wiresmith.values.framework_floats import quick_text
from wiresmith.values.guids import Guid
from wiresmith.values.lexical import base64_bytes
from wiresmith.values.numbers import Number, parse_float, parse_number

# What .NET writes of whole seconds; the rest takes the full rules.
_USUAL_DURATION = re.compile(
    rb"P(?:([0-9]{1,8})D)?(?:T(?=[0-9])(?:([0-9]{1,2})H)?(?:([0-9]{1,2})M)?(?:([0-9]{1,2})S)?)?"
).fullmatch


def read_string(text: bytes) -> str:
    """A text, with its references resolved."""
    return unescape(text.decode()) if b"&" in text else text.decode()


def read_bool(text: bytes) -> bool:
    """``true`` or ``false``."""
    return text == b"true"


def read_float(text: bytes) -> float:
    """A float, with its spelling where that is not .NET's."""
    spelled = text.decode()
    try:
        value = float(spelled)
        if quick_text(value) == spelled:
            return value
    except ValueError:
        pass
    return parse_float(spelled, "xml")


def read_single(text: bytes) -> float:
    """A 32-bit float, with its spelling where that is not .NET's."""
    return parse_float(text.decode(), "xml", single=True)


def read_number(text: bytes) -> Number:
    """An int or float, with its spelling where that is not the canonical one."""
    return read_float(text) if b"." in text else parse_number(text.decode(), "xml")


def read_decimal(text: bytes) -> Decimal:
    """A decimal without sign or zeros before its digits, as its pattern has it."""
    return Decimal(text.decode())


def read_datetime(text: bytes) -> DateTime:
    """A moment."""
    return parse_datetime(text.decode())


def read_date(text: bytes) -> datetime.date:
    """A date."""
    return parse_date(text.decode())


def read_time(text: bytes) -> Time:
    """A time of day."""
    return parse_time(text.decode())


def read_duration(text: bytes) -> Duration:
    """A duration (ISO 8601)."""
    match = _USUAL_DURATION(text)
    if match is not None and len(text) > 1:
        days, hours, minutes, seconds = match.groups(b"0")
        value = Duration(int(days), int(hours) * 3600 + int(minutes) * 60 + int(seconds))
        value.text = text.decode()
        return value
    return parse_duration(text.decode())


def read_guid(text: bytes) -> Guid:
    """A GUID in the one form that its pattern lets through."""
    return Guid(text.decode())


def read_base64(text: bytes) -> bytes:
    """Bytes in canonical Base64."""
    return base64_bytes(text.decode())
