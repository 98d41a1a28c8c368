"""The runtime of emitted code. The names below are public; each is imported when it is first used."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wiresmith.description import (
        Auth,
        Body,
        Envelope,
        Header,
        Operation,
        Paging,
        Parameter,
        Response,
        Schema,
        Type,
        Wait,
    )
    from wiresmith.runtime.codec_errors import DecodeError, EncodeError
    from wiresmith.runtime.dotnet_reader import DotNetReader
    from wiresmith.runtime.findings import Finding, Severity
    from wiresmith.runtime.limits import Limits
    from wiresmith.runtime.media import media_codec
    from wiresmith.runtime.model import Model
    from wiresmith.runtime.package import Package
    from wiresmith.runtime.patterns import PatternError, check_pattern, pattern_found
    from wiresmith.runtime.strictness import Strict, expectation
    from wiresmith.runtime.undeclared import JsonValue, Undeclared
    from wiresmith.runtime.unexpected_values import Unexpected, as_described, is_absent, unexpected
    from wiresmith.runtime.writer_options import WriterOptions
    from wiresmith.values.absent import ABSENT, Absent
    from wiresmith.values.datetimes import DateTime, Time
    from wiresmith.values.decimals import LexicalDecimal
    from wiresmith.values.durations import Duration
    from wiresmith.values.guids import Guid, guid
    from wiresmith.values.numbers import Format, LexicalFloat, LexicalInt, Number
    from wiresmith.values.qnames import QName
    from wiresmith.values.typed import Typed
    from wiresmith.values.xml_elements import XmlElement

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
    "Schema",
    "Severity",
    "Strict",
    "Time",
    "Type",
    "Typed",
    "Undeclared",
    "Unexpected",
    "Wait",
    "WriterOptions",
    "XmlElement",
    "as_described",
    "check_pattern",
    "expectation",
    "guid",
    "is_absent",
    "media_codec",
    "pattern_found",
    "unexpected",
]

_MODULES = {
    "description": (
        "Auth",
        "Body",
        "Envelope",
        "Header",
        "Operation",
        "Paging",
        "Parameter",
        "Response",
        "Schema",
        "Type",
        "Wait",
    ),
    "values.absent": ("ABSENT", "Absent"),
    "runtime.codec_errors": ("DecodeError", "EncodeError"),
    "runtime.findings": ("Finding", "Severity"),
    "runtime.limits": ("Limits",),
    "runtime.media": ("media_codec",),
    "runtime.model": ("Model",),
    "runtime.writer_options": ("WriterOptions",),
    "runtime.package": ("Package",),
    "runtime.patterns": ("PatternError", "check_pattern", "pattern_found"),
    "values.typed": ("Typed",),
    "runtime.undeclared": ("JsonValue", "Undeclared"),
    "runtime.strictness": ("Strict", "expectation"),
    "runtime.unexpected_values": ("Unexpected", "as_described", "is_absent", "unexpected"),
    "runtime.dotnet_reader": ("DotNetReader",),
    "values.datetimes": ("DateTime", "Time"),
    "values.decimals": ("LexicalDecimal",),
    "values.durations": ("Duration",),
    "values.guids": ("Guid", "guid"),
    "values.numbers": ("Format", "LexicalFloat", "LexicalInt", "Number"),
    "values.qnames": ("QName",),
    "values.xml_elements": ("XmlElement",),
}
_HOMES = {name: module for module, names in _MODULES.items() for name in names}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(f"wiresmith.{_HOMES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
