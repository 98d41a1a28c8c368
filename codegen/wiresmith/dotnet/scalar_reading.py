"""The texts of scalars as the serializer reads them (XmlReaderDelegator, XmlConverter)."""

from __future__ import annotations

import binascii
import re
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from wiresmith.dotnet import _moment_texts as moments
from wiresmith.dotnet import _number_texts as numbers
from wiresmith.dotnet._refusal import wrong_value
from wiresmith.kinds import loaded
from wiresmith.values.guids import Guid
from wiresmith.values.uris import uri_text

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable
    from decimal import Decimal

    from wiresmith.kinds import Kind
    from wiresmith.runtime.dotnet_reader import DotNetReader
    from wiresmith.values.datetimes import DateTime, Time
    from wiresmith.values.durations import Duration

_SPACE = " \t\r\n"
_BOOLEANS = {"true": True, "1": True, "false": False, "0": False}
_HEX = "[0-9A-Fa-f]"
_DIGITS = re.compile(rf"{_HEX}{{32}}")
_PART = rf"\+?(?:0[xX])?({_HEX}+)"  # what stands before a dash is parsed as any number is
_DASHED = re.compile(rf"(?=.{{8}}-.{{4}}-.{{4}}-.{{4}}-){_PART}-{_PART}-{_PART}-{_PART}-({_HEX}{{12}})")
_STRUCTURE = re.compile(  # format X
    rf"\{{0x({_HEX}{{1,8}}),0x({_HEX}{{1,4}}),0x({_HEX}{{1,4}}),\{{"
    + ",".join([rf"0x({_HEX}{{1,2}})"] * 8)
    + r"\}\}"
)
_GROUP = re.compile("[A-Za-z0-9+/]{2}(?:[A-Za-z0-9+/]{2}|[A-Za-z0-9+/]=|==)")
_LONGEST_URI = 65519
_OPEN_BRACKET = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://[^/?#]*\[[^\]/?#]*(?:[/?#]|$)")


class How(NamedTuple):
    """The circumstances, besides its kind, that the reading of a text depends on."""

    machine: DotNetReader
    short: bool
    """.NET reads the text from bytes."""
    core: bool
    """Floats are those of .NET Core."""


def read_text(kind: Kind, text: str, how: How) -> Any:
    """The value of a kind that an element holds as text, other than a name. Raises Refused."""
    read: Callable[[str, Kind, How], Any] = _reader(kind.dotnet)
    return read(text, kind, how)


_reader = cache(loaded)


def spelled(text: str, kind: Kind, how: How) -> Any:
    """A value of a kind that .NET does not have. Raises Refused."""
    try:
        return kind.read(text, "xml", "dotnet", "core" if how.core else "framework")
    except ValueError as error:
        raise wrong_value(text, kind.name, str(error)) from None


def string(text: str, kind: Kind, how: How) -> str:
    """A String."""
    return text


def boolean(text: str, kind: Kind, how: How) -> bool:
    """A Boolean. Raises Refused."""
    return truth(text)


def truth(text: str) -> bool:
    """Whether a text says true or false. Raises Refused."""
    value = _BOOLEANS.get(text.strip(_SPACE))
    if value is None:
        raise wrong_value(text, "Boolean", "true, false, 1 or 0")
    return value


def char(text: str, kind: Kind, how: How) -> str:
    """A Char. Raises Refused."""
    code = numbers.int32(text)
    if not 0 <= code <= 0xFFFF:
        raise wrong_value(text, "Char", "the number of a UTF-16 code unit")
    return chr(code)


def integer(text: str, kind: Kind, how: How) -> int:
    """An integer of any width. Raises Refused."""
    return numbers.integer(text, kind, core=how.core)


def single(text: str, kind: Kind, how: How) -> float:
    """A Single. Raises Refused."""
    return numbers.floating(text, single=True, short=how.short, core=how.core)


def double(text: str, kind: Kind, how: How) -> float:
    """A Double. Raises Refused."""
    return numbers.floating(text, single=False, short=how.short, core=how.core)


def decimal(text: str, kind: Kind, how: How) -> Decimal:
    """A Decimal. Raises Refused."""
    return numbers.decimal(text)


def moment(text: str, kind: Kind, how: How) -> DateTime:
    """A DateTime. Raises Refused."""
    return moments.moment(text, how.machine).value()


def date(text: str, kind: Kind, how: How) -> datetime.date:
    """A DateOnly. Raises Refused."""
    return moments.date(text)


def time(text: str, kind: Kind, how: How) -> Time:
    """A TimeOnly. Raises Refused."""
    return moments.time(text, how.machine)


def duration(text: str, kind: Kind, how: How) -> Duration:
    """A TimeSpan. Raises Refused."""
    return moments.duration(text)


def base64(text: str, kind: Kind, how: How) -> bytes:
    """An array of bytes. Raises Refused."""
    return _base64(text, within=how.machine.parser == "stream")


def guid(text: str, kind: Kind, how: How) -> Guid:
    """A Guid. Raises Refused."""
    trimmed = text.strip()
    sizes: tuple[int, ...] = (32,)
    parts: tuple[str, ...] = (trimmed,) if _DIGITS.fullmatch(trimmed) else ()
    if trimmed[:1] + trimmed[-1:] in ("{}", "()"):
        trimmed = trimmed[1:-1]
    if match := _DASHED.fullmatch(trimmed):
        sizes, parts = (8, 4, 4, 4, 12), match.groups()
    elif match := _STRUCTURE.fullmatch("".join(text.split())):
        sizes, parts = (8, 4, 4, *[2] * 8), match.groups()
    if not parts:
        raise wrong_value(text, "Guid", "a GUID such as 6f9619ff-8b86-d011-b42d-00cf4fc964ff")
    digits = "".join(part.zfill(size) for part, size in zip(parts, sizes, strict=True)).lower()
    return Guid(f"{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}")


def uri(text: str, kind: Kind, how: How) -> str:
    """A Uri. Raises Refused."""
    try:
        if len(text) > _LONGEST_URI or _OPEN_BRACKET.match(text):
            raise ValueError
        uri_text(text)
    except ValueError:
        raise wrong_value(text, "Uri", "a URI such as http://example.org/") from None
    return text


def _base64(text: str, *, within: bool) -> bytes:
    """``within``: each group of four may end in padding, as the text reader takes it; otherwise the last
    only.
    """
    stripped = (text if within else text.strip()).translate(str.maketrans("", "", _SPACE))
    groups = [stripped[at : at + 4] for at in range(0, len(stripped), 4)]
    padded = [group for group in groups[:-1] if group.endswith("=")]
    if not all(map(_GROUP.fullmatch, groups)) or (padded and not within):
        raise wrong_value(text, "Byte[]", "Base64 with its padding")
    if not padded:
        return binascii.a2b_base64(stripped)
    return b"".join(map(binascii.a2b_base64, groups))
