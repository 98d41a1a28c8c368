"""The texts of scalars as the serializer reads them (XmlReaderDelegator, XmlConverter)."""

from __future__ import annotations

import binascii
import re
from typing import TYPE_CHECKING, Any

from wiresmith.dotnet import moments, numbers
from wiresmith.dotnet.refusal import wrong_value
from wiresmith.values.guids import Guid
from wiresmith.values.uris import uri_text

if TYPE_CHECKING:
    from wiresmith.runtime.dotnet_reader import DotNetReader
    from wiresmith.runtime.schema import ScalarKind

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

CLR_NAMES: dict[str, str] = {
    "bool": "System.Boolean", "char": "System.Char", "int8": "System.SByte", "int16": "System.Int16",
    "int32": "System.Int32", "int": "System.Int32", "int64": "System.Int64", "uint8": "System.Byte",
    "uint16": "System.UInt16", "uint32": "System.UInt32", "uint64": "System.UInt64", "float32": "System.Single",
    "float64": "System.Double", "number": "System.Double", "decimal": "System.Decimal", "datetime": "System.DateTime",
    "datetimeoffset": "System.DateTimeOffset", "date": "System.DateOnly", "time": "System.TimeOnly",
    "timedelta": "System.TimeSpan", "uuid": "System.Guid",
}  # fmt: skip
"""What .NET calls the value types, in the messages that name them."""


def boolean(text: str) -> bool:
    """A Boolean. Raises Refused."""
    value = _BOOLEANS.get(text.strip(_SPACE))
    if value is None:
        raise wrong_value(text, "Boolean", "true, false, 1 or 0")
    return value


def scalar(kind: ScalarKind, text: str, machine: DotNetReader, *, short: bool, core: bool) -> Any:
    """The value of a scalar that is neither ``any``, ``qname`` nor ``datetimeoffset``.

    Args:
        kind: of the scalar.
        text: the content of its element.
        machine: for dates.
        short: whether .NET reads the text from bytes.
        core: whether floats are those of .NET Core.

    Raises: Refused.
    """
    match kind:
        case "str":
            return text
        case "uri":
            return _uri(text)
        case "bool":
            return boolean(text)
        case "char":
            code = numbers.integer(text, "int32")
            if not 0 <= code <= 0xFFFF:
                raise wrong_value(text, "Char", "the number of a UTF-16 code unit")
            return chr(code)
        case "float32" | "float64" | "number":
            return numbers.floating(text, single=kind == "float32", short=short, core=core)
        case "decimal":
            return numbers.decimal(text)
        case "datetime":
            return moments.moment(text, machine).value()
        case "date":
            return moments.date(text)
        case "time":
            return moments.time(text, machine)
        case "timedelta":
            return moments.duration(text)
        case "uuid":
            return _guid(text)
        case "bytes":
            return _base64(text, within=machine.parser == "stream")
        case _:
            return numbers.integer(text, kind, core=core)


def _guid(text: str) -> Guid:
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


def _uri(text: str) -> str:
    try:
        if len(text) > _LONGEST_URI or _OPEN_BRACKET.match(text):
            raise ValueError
        uri_text(text)
    except ValueError:
        raise wrong_value(text, "Uri", "a URI such as http://example.org/") from None
    return text


def _base64(text: str, *, within: bool) -> bytes:
    """``within``: each group of four may end in padding, as the text reader takes it; otherwise the last only."""
    stripped = (text if within else text.strip()).translate(str.maketrans("", "", _SPACE))
    groups = [stripped[at : at + 4] for at in range(0, len(stripped), 4)]
    padded = [group for group in groups[:-1] if group.endswith("=")]
    if not all(map(_GROUP.fullmatch, groups)) or (padded and not within):
        raise wrong_value(text, "Byte[]", "Base64 with its padding")
    if not padded:
        return binascii.a2b_base64(stripped)
    return b"".join(map(binascii.a2b_base64, groups))
