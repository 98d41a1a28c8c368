"""What emitted code needs at run time. The names below are public; each is imported when it is first used."""

from __future__ import annotations

from importlib import import_module

TYPE_CHECKING = False  # as typing's, which would take some ms to import
if TYPE_CHECKING:
    from wiresmith.runtime.absent import ABSENT, Absent
    from wiresmith.runtime.datetimes import DateTime, Time
    from wiresmith.runtime.decimals import LexicalDecimal
    from wiresmith.runtime.dotnet_reader import DotNetReader
    from wiresmith.runtime.durations import Duration
    from wiresmith.runtime.errors import DecodeError, EncodeError
    from wiresmith.runtime.findings import Finding, Severity
    from wiresmith.runtime.guids import Guid, guid
    from wiresmith.runtime.limits import Limits
    from wiresmith.runtime.media import media_codec
    from wiresmith.runtime.model import Model
    from wiresmith.runtime.numbers import Format, LexicalFloat, LexicalInt, Number
    from wiresmith.runtime.operations import (
        Auth,
        Body,
        Envelope,
        Header,
        Operation,
        Paging,
        Parameter,
        Response,
        Wait,
    )
    from wiresmith.runtime.options import WriterOptions
    from wiresmith.runtime.package import Package
    from wiresmith.runtime.patterns import PatternError, check_pattern, pattern_found
    from wiresmith.runtime.schema import QName
    from wiresmith.runtime.typed import Typed
    from wiresmith.runtime.undeclared import JsonValue, Undeclared, XmlElement

__all__ = [
    "ABSENT",
    "Absent",
    "Auth",
    "Body",
    "DateTime",
    "DecodeError",
    "DotNetReader",
    "Duration",
    "EncodeError",
    "Envelope",
    "Finding",
    "Format",
    "Guid",
    "Header",
    "JsonValue",
    "LexicalDecimal",
    "LexicalFloat",
    "LexicalInt",
    "Limits",
    "Model",
    "Number",
    "Operation",
    "Package",
    "Paging",
    "Parameter",
    "PatternError",
    "QName",
    "Response",
    "Severity",
    "Time",
    "Typed",
    "Undeclared",
    "Wait",
    "WriterOptions",
    "XmlElement",
    "check_pattern",
    "guid",
    "media_codec",
    "pattern_found",
]

_MODULES = {
    "absent": ("ABSENT", "Absent"),
    "datetimes": ("DateTime", "Time"),
    "decimals": ("LexicalDecimal",),
    "durations": ("Duration",),
    "errors": ("DecodeError", "EncodeError"),
    "findings": ("Finding", "Severity"),
    "guids": ("Guid", "guid"),
    "limits": ("Limits",),
    "media": ("media_codec",),
    "model": ("Model",),
    "numbers": ("Format", "LexicalFloat", "LexicalInt", "Number"),
    "operations": (
        "Auth",
        "Body",
        "Envelope",
        "Header",
        "Operation",
        "Paging",
        "Parameter",
        "Response",
        "Wait",
    ),
    "options": ("WriterOptions",),
    "package": ("Package",),
    "patterns": ("PatternError", "check_pattern", "pattern_found"),
    "schema": ("QName",),
    "typed": ("Typed",),
    "undeclared": ("JsonValue", "Undeclared", "XmlElement"),
    "dotnet_reader": ("DotNetReader",),
}
_HOMES = {name: module for module, names in _MODULES.items() for name in names}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(f"wiresmith.runtime.{_HOMES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
