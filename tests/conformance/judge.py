"""Where two Python values differ, and where two documents do."""

from __future__ import annotations

import datetime
import math
import re
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from decimal import Decimal
from enum import Enum
from typing import Any

from wiresmith.runtime import ABSENT, DateTime, Duration, LexicalFloat, QName, Typed
from wiresmith.values.durations import duration_text
from wiresmith.values.numbers import float_text_xml
from wiresmith.values.uris import uri_text

_CONTEXT = 40
_INSTANT = re.compile(r"(.*?)(?:(\.[0-9]*?)0*)?(Z|[+-][0-9:]{5,6})?", re.DOTALL)

Lossy = Callable[[str], str]
"""What becomes of a text on its way through a form."""


def unchanged(text: str) -> str:
    """A form that keeps every text."""
    return text


def line_breaks(text: str) -> str:
    """The XmlWriter form: line breaks of any kind become the writer's."""
    return re.sub("\r\n?", "\n", text)


def whole_characters(text: str) -> str:
    """The Stream form: half surrogates are replaced."""
    return re.sub("[\ud800-\udfff]", "�", text)


def different_bytes(expected: bytes, got: bytes) -> str:
    """The first difference of two documents, with some context; "" if there is none."""
    if expected == got:
        return ""
    at = next(
        (at for at, (one, other) in enumerate(zip(expected, got, strict=False)) if one != other),
        min(len(expected), len(got)),
    )
    begin = max(0, at - _CONTEXT)
    wanted, found = (_shown(each[begin : at + _CONTEXT]) for each in (expected, got))
    return f"at byte {at}: expected …{wanted}… got …{found}…"


def _shown(data: bytes) -> str:
    return ascii(data.decode("utf-8", "backslashreplace"))[1:-1]


def different_values(expected: Any, got: Any, lossy: Lossy = unchanged, undeclared: bool = True) -> str:
    """Where two values differ (``value.items[2]: 1 and 2``); "" if they do not. Call within `deep`.

    ``undeclared``: what the description does not know counts as a difference.
    """
    return _Comparison(lossy, undeclared).different("value", expected, got)


class _Comparison:
    def __init__(self, lossy: Lossy, undeclared: bool) -> None:
        self._lossy = lossy
        self._undeclared = undeclared
        self._seen: dict[int, Any] = {}

    def different(self, path: str, expected: Any, got: Any) -> str:
        if is_dataclass(expected) and not isinstance(expected, QName | Typed | type):
            return self._objects(path, expected, got)
        if isinstance(expected, list):
            return self._lists(path, expected, got)
        if isinstance(expected, dict):
            if not isinstance(got, dict):
                return _told(path, expected, got)
            return self._lists(path, list(expected.items()), list(got.items()))
        if isinstance(expected, tuple):
            if not isinstance(got, tuple):
                return _told(path, expected, got)
            return self._lists(path, list(expected), list(got))
        if isinstance(expected, Typed):
            if not isinstance(got, Typed) or got.type != expected.type:
                return _told(path, expected, got)
            return self.different(f"{path}.value", expected.value, got.value)
        return "" if self._same_scalar(expected, got) else _told(path, expected, got)

    def _objects(self, path: str, expected: Any, got: Any) -> str:
        if type(expected) is not type(got):
            return _told(path, expected, got)
        if id(expected) in self._seen:
            return "" if self._seen[id(expected)] is got else f"{path}: another object than before"
        self._seen[id(expected)] = got
        for about in fields(expected):
            name = about.name
            one, other = getattr(expected, name, None), getattr(got, name, None)
            if name.startswith("_"):
                if self._undeclared and other and one != other:
                    return f"{path}.{name}: {_text(other)} is left over"
                continue
            found = self.different(f"{path}.{name}", one, other)
            if found and not (_is_default(one) and (other is ABSENT or other is None or _is_default(other))):
                return found
        return ""

    def _lists(self, path: str, expected: list[Any], got: Any) -> str:
        if not isinstance(got, list):
            return _told(path, expected, got)
        if id(expected) in self._seen:
            return "" if self._seen[id(expected)] is got else f"{path}: another list than before"
        if type(expected) is list and len(expected) != len(got):
            return f"{path}: {len(expected)} and {len(got)} items"
        for at, (one, other) in enumerate(zip(expected, got, strict=True)):
            if found := self.different(f"{path}[{at}]", one, other):
                return found
        return ""

    def _same_scalar(self, expected: Any, got: Any) -> bool:
        if isinstance(expected, str) and not isinstance(expected, Enum):
            return isinstance(got, str) and (self._lossy(expected) == got or _same_uri(expected, got))
        if isinstance(expected, bool) or isinstance(got, bool):
            return expected is got
        if isinstance(expected, float):
            return isinstance(got, float) and (
                _same_float(expected, got) or float_text_xml(expected) == _kept_text(got)
            )
        if isinstance(expected, Decimal):
            return isinstance(got, Decimal) and expected.as_tuple() == got.as_tuple()
        if isinstance(expected, DateTime):
            return isinstance(got, datetime.datetime) and _moment_text(expected) == _moment_text(got)
        if isinstance(expected, Duration):
            return isinstance(got, datetime.timedelta) and _span_text(expected) == _span_text(got)
        if isinstance(expected, Enum):
            return type(got) is type(expected) and got == expected
        return type(expected) is type(got) and bool(expected == got)


def _same_float(expected: float, got: float) -> bool:
    return expected.hex() == got.hex() or (math.isnan(expected) and math.isnan(got))


def _kept_text(value: float) -> str | None:
    """The text of a float which is not what writing it would give: .NET Framework reads some texts one off,
    Python does not.
    """
    return value.text if isinstance(value, LexicalFloat) else None


def _same_uri(expected: str, got: str) -> bool:
    """A Uri is written in canonical form; its recording is not."""
    return uri_text(expected) == got


def _moment_text(value: datetime.datetime) -> str:
    text = value.text if isinstance(value, DateTime) else value.isoformat()
    parts = _INSTANT.fullmatch(text)
    assert parts is not None
    fraction = (parts[2] or "").rstrip(".")
    return f"{parts[1]}{fraction}{'Z' if parts[3] in ('+00:00', '-00:00') else parts[3] or ''}"


def _span_text(value: datetime.timedelta) -> str:
    text = value.text if isinstance(value, Duration) else duration_text(value)
    parts = re.fullmatch(
        r"(-?)P(?:([0-9]+)D)?(?:T(?:([0-9]+)H)?(?:([0-9]+)M)?(?:([0-9]+)(?:\.([0-9]+))?S)?)?", text
    )
    if parts is None:
        return text
    days, hours, minutes, seconds = (int(part or 0) for part in parts.groups()[1:5])
    return f"{parts[1]}{((days * 24 + hours) * 60 + minutes) * 60 + seconds}.{(parts[6] or '').rstrip('0')}"


def _is_default(value: Any) -> bool:
    """Is it what .NET leaves out where EmitDefaultValue is false, and what a reader then may put there?"""
    if isinstance(value, datetime.datetime):
        return _moment_text(value).startswith("0001-01-01T00:00:00")
    if isinstance(value, str):
        return value.replace("-", "").strip("0") == "" and len(value) > 30
    if is_dataclass(value) and not isinstance(value, type):
        return all(
            _is_default(getattr(value, about.name))
            for about in fields(value)
            if not about.name.startswith("_")
        )
    return value is None or (not isinstance(value, list | dict | bytes) and not value)


def _told(path: str, expected: Any, got: Any) -> str:
    return f"{path}: expected {_text(expected)}, got {_text(got)}"


def _text(value: Any) -> str:
    try:
        text = repr(value)
    except RecursionError:
        text = type(value).__name__
    return ascii(text[:120])[1:-1]
