"""Scalars as schemas of their JSON texts, and of the names of members where they are keys of dictionaries."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from wiresmith.description import Constraints, Scalar
from wiresmith.dialects import Texts
from wiresmith.export.json_text import Object
from wiresmith.export.patterns import ecma_pattern

_DAY: Final = "[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])"
_CLOCK: Final = r"(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\.[0-9]+)?"
_ZONE: Final = "(?:Z|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])"
_OFFSET: Final = "(?:Z|[+-](?:(?:0[0-9]|1[0-3]):[0-5][0-9]|14:00))"
_SECONDS: Final = r"[0-9]+(?:\.[0-9]+)?S"
_HOURS: Final = f"(?:[0-9]+H(?:[0-9]+M)?(?:{_SECONDS})?|[0-9]+M(?:{_SECONDS})?|{_SECONDS})"
_DAYS: Final = "(?:[0-9]+Y(?:[0-9]+M)?(?:[0-9]+D)?|[0-9]+M(?:[0-9]+D)?|[0-9]+D)"
_GUID: Final = "[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}"
_PATTERNS: Final[Mapping[str, str]] = {
    "datetime": f"^{_DAY}T{_CLOCK}{_ZONE}?$",
    "datetimeoffset": f"^{_DAY}T{_CLOCK}{_OFFSET}$",
    "date": f"^{_DAY}$",
    "time": f"^{_CLOCK}{_ZONE}?$",
    "uuid": rf"^(?:{_GUID}|[0-9A-Fa-f]{{32}}|\{{{_GUID}\}}|\({_GUID}\))$",
    # Bits that stand for nothing are 0 (RFC 4648, 3.5).
    "bytes": "^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/][AQgw]==|[A-Za-z0-9+/]{2}[AEIMQUYcgkosw048]=)?$",
    "char": r"^[\u0000-\uFFFF]$",
}
_DURATIONS: Final[Mapping[Texts, str]] = {
    "standard": f"^-?P(?:{_DAYS}(?:T{_HOURS})?|T{_HOURS})$",
    "dotnet": r"^-?(?:[0-9]+\.)?(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\.[0-9]+)?$",
}
_FORMATS: Final[Mapping[str, str]] = {"datetimeoffset": "date-time", "date": "date"}
"""Where every text of a kind has this form of RFC 3339; the others may lack what it wants."""
_NUMBERS: Final[Mapping[str, str]] = {"float32": "float", "float64": "double", "decimal": "decimal"}
_GREATEST_SINGLE: Final = 3.4028235677973366e38
_INTEGER_TEXT: Final = "^-?(?:0|[1-9][0-9]*)$"
_NUMBER_TEXT: Final = r"^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$"
_UNTOLD: Final = frozenset(
    {"datetime", "datetimeoffset", "time", "timedelta", "uuid", "uri", "char", "qname", "decimal"}
)
"""Kinds that the schema does not tell from others; x-wiresmith-type names them."""


def scalar_schema(scalar: Scalar, texts: Texts) -> Object:
    """The schema of a scalar's JSON values.

    Source: JSON Schema 2020-12, Validation; the lexical forms are those that decode takes.
    """
    kind = scalar.kind
    schema: Object
    if kind == "any":
        return {}
    if kind == "bool":
        schema = {"type": "boolean"}
    elif kind == "qname":
        part: Object = {"type": "string"}
        schema = {
            "type": "object",
            "properties": {"name": part, "ns": part},
            "required": ["name", "ns"],
            "additionalProperties": False,
        }
    elif kind in ("number", "float32", "float64", "decimal"):
        schema = {"type": "number"}
        if kind in _NUMBERS:
            schema["format"] = _NUMBERS[kind]
    elif "int" in kind:
        schema = {"type": "integer"}
        if kind != "int":
            schema["format"] = kind
    else:
        schema = {"type": "string"}
        if kind in _FORMATS:
            schema["format"] = _FORMATS[kind]
    schema |= _bounds(kind, scalar)
    if schema["type"] == "string":
        schema |= _text(kind, scalar, texts)
    if kind in _UNTOLD:
        schema["x-wiresmith-type"] = kind
    return schema


def key_schema(scalar: Scalar, texts: Texts) -> Object:
    """The schema of the names that a dictionary's keys of this kind have: their texts."""
    kind = scalar.kind
    if kind == "bool":
        return {"enum": ["true", "false"]}
    if kind == "qname":
        return {"pattern": "[^:]$", "x-wiresmith-type": kind}
    if "int" in kind:
        return {"pattern": _INTEGER_TEXT, "x-wiresmith-type": kind}
    if kind in ("number", "float32", "float64", "decimal"):
        return {"pattern": _NUMBER_TEXT, "x-wiresmith-type": kind}
    schema = scalar_schema(scalar, texts)
    schema.pop("type", None)
    return schema


def _bounds(kind: str, constraints: Constraints) -> Object:
    """The range of a number: the narrower of its kind's and its own."""
    least: list[int | float] = []
    greatest: list[int | float] = []
    if kind.startswith(("int", "uint")) and kind != "int":
        bits = int(kind.rpartition("t")[2])
        unsigned = kind.startswith("u")
        least.append(0 if unsigned else -(2 ** (bits - 1)))
        greatest.append(2**bits - 1 if unsigned else 2 ** (bits - 1) - 1)
    least += [] if constraints.ge is None else [constraints.ge]
    greatest += [] if constraints.le is None else [constraints.le]
    bounds: Object = {}
    if least:
        bounds["minimum"] = max(least)
    if greatest:
        bounds["maximum"] = min(greatest)
    if constraints.gt is not None:
        bounds["exclusiveMinimum"] = constraints.gt
    elif kind == "float32" and not least:
        bounds["exclusiveMinimum"] = -_GREATEST_SINGLE
    if constraints.lt is not None:
        bounds["exclusiveMaximum"] = constraints.lt
    elif kind == "float32" and not greatest:
        bounds["exclusiveMaximum"] = _GREATEST_SINGLE
    return bounds


def _text(kind: str, constraints: Constraints, texts: Texts) -> Object:
    """What narrows a text: its length, its form, and the pattern of the spec."""
    schema: Object = {}
    least, greatest = constraints.min_length, constraints.max_length
    if kind == "bytes":
        schema["contentEncoding"] = "base64"
        lengths: Object = {}
        if least is not None:
            lengths["minLength"] = least
            schema["minLength"] = _base64_length(least)
        if greatest is not None:
            lengths["maxLength"] = greatest
            schema["maxLength"] = _base64_length(greatest)
        if lengths:
            schema["x-wiresmith-bytes"] = lengths
    else:
        if least is not None:
            schema["minLength"] = least
        if greatest is not None:
            schema["maxLength"] = greatest
    own = _DURATIONS[texts] if kind == "timedelta" else _PATTERNS.get(kind)
    patterns = [] if own is None else [own]
    if constraints.pattern is not None:
        translated = ecma_pattern(constraints.pattern)
        if translated is not None:
            patterns.append(translated)
        if translated != constraints.pattern:
            schema["x-wiresmith-pattern"] = constraints.pattern
    if patterns:
        schema["pattern"] = patterns[0]
    if len(patterns) > 1:
        schema["allOf"] = [{"pattern": each} for each in patterns[1:]]
    return schema


def _base64_length(count: int) -> int:
    return -(-count // 3) * 4


def nullable(schema: Object) -> Object:
    """The schema of the same values and null."""
    type_ = schema.get("type")
    if not schema:
        return schema
    if isinstance(type_, str) and "enum" not in schema:
        return {**schema, "type": [type_, "null"]}
    return {"anyOf": [schema, {"type": "null"}]}
