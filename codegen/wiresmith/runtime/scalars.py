"""Scalars as text: what each kind looks like in JSON strings, XML text and parameters, and what bounds it."""

from __future__ import annotations

import binascii
from typing import TYPE_CHECKING, Any, TypeVar, cast

from wiresmith.runtime.findings import excerpt
from wiresmith.runtime.patterns import pattern_found
from wiresmith.runtime.schema import INTEGER_RANGES, QName
from wiresmith.values.datetimes import (
    DATE_FORM,
    DATETIME_FORM,
    OFFSET_FORM,
    TIME_FORM,
    date_text,
    datetime_text,
    offset_text,
    parse_date,
    parse_datetime,
    parse_offset,
    parse_time,
    time_text,
)
from wiresmith.values.durations import FORMS as DURATION_FORMS
from wiresmith.values.durations import duration_text, parse_duration
from wiresmith.values.guids import guid
from wiresmith.values.numbers import (
    GREATEST_SINGLE,
    LexicalFloat,
    number_text,
    parse_float,
    parse_int,
    parse_number,
)

if TYPE_CHECKING:
    from wiresmith.dialects import Texts
    from wiresmith.runtime.schema import DictType, ListType, Scalar, ScalarKind
    from wiresmith.values.numbers import Floats, Format

T = TypeVar("T")

_XML_SPACE = " \t\r\n"
_LAST_CODE_UNIT = 0xFFFF
_EXPLAINED = frozenset({"datetime", "datetimeoffset", "date", "time"})
"""Kinds whose parsers say what exactly was expected."""
_XML_FORMS: dict[str, str] = {"char": "the number of a UTF-16 code unit, 0 to 65535"}
_FORMS = {
    "str": "a string",
    "uri": "a string (URI)",
    "bool": "true or false",
    "int": "an integer",
    "number": "a number",
    "float32": "a number in the range of a 32-bit float",
    "float64": "a number in the range of a 64-bit float",
    "decimal": "a decimal number",
    "datetime": DATETIME_FORM,
    "date": DATE_FORM,
    "time": TIME_FORM,
    "uuid": "a GUID such as 6f9619ff-8b86-d011-b42d-00cf4fc964ff",
    "bytes": "Base64 with its padding",
    "char": "one UTF-16 code unit",
    "qname": 'a name and its namespace, as {"name": …, "ns": …}',
    "datetimeoffset": OFFSET_FORM,
    "any": "any value",
} | {kind: f"an integer from {least} to {greatest}" for kind, (least, greatest) in INTEGER_RANGES.items()}


_PYTHON_TYPES: dict[str, tuple[str, ...]] = {
    "str": ("str",), "uri": ("str",), "uuid": ("str",), "char": ("str",), "bool": ("bool",), "number": ("int", "float"),
    "float32": ("float", "int"), "float64": ("float", "int"), "decimal": ("Decimal",), "datetime": ("datetime",),
    "datetimeoffset": ("datetime",), "date": ("date",), "time": ("time",), "timedelta": ("timedelta",), "bytes": ("bytes",),
    "qname": ("QName",),
}  # fmt: skip


def wanted_types(kind: ScalarKind) -> str:
    """The Python types of a kind, to say after "expected"."""
    return " or ".join(f"a {name}" for name in _PYTHON_TYPES.get(kind, ("int",)))


def is_of_kind(kind: ScalarKind, value: object) -> bool:
    """Is the value of a Python type of this kind? A bool is no number and a datetime no date, though Python says so."""
    # By name, since importing decimal takes long.
    kinds = {base.__name__ for base in type(value).__mro__}
    if ("bool" in kinds and kind != "bool") or (kind == "date" and "datetime" in kinds):
        return False
    return bool(kinds.intersection(_PYTHON_TYPES.get(kind, ("int",))))


def expected_form(kind: ScalarKind, texts: Texts = "standard", form: Format = "json") -> str:
    """What a value of this kind has to look like, to say after "expected"."""
    if kind == "timedelta":
        return DURATION_FORMS["timespan" if texts == "dotnet" and form == "json" else "iso"]
    if form == "xml" and kind in _XML_FORMS:
        return _XML_FORMS[kind]
    return _FORMS[kind]


def parse_text(
    kind: ScalarKind,
    text: str,
    texts: Texts = "standard",
    form: Format = "json",
    floats: Floats = "framework",
) -> object:
    """The value of a scalar that stands as text: in an XML element, a JSON string or key, or a parameter.

    XML follows .NET's reader: white space around anything but strings is ignored, integers may be ``+1`` or
    ``007`` (kept as LexicalInt), booleans 1 or 0, floats INF and NaN. JSON is strict. Widths of integers and
    ranges of floats are checked, constraints are not (see ``check_constraints``). The text of a qname is that of a key or
    parameter, ``namespace:local``: XML needs the prefixes in scope, and a datetimeoffset is two elements there. ``floats`` says which
    spelling of a float is canonical in XML. Raises ValueError whose message says what was expected.
    """
    if kind in ("str", "uri", "any"):
        return text
    if form == "xml":
        text = text.strip(_XML_SPACE)
    try:
        value = _parse(kind, text, texts, form, floats)
    except UnicodeEncodeError:
        value = None
    except ValueError as error:
        known = expected_form(kind, texts, form)
        raise ValueError(str(error) if kind in _EXPLAINED else known) from None
    if value is None or not _in_range(kind, value):
        raise ValueError(expected_form(kind, texts, form))
    return value


def _parse(kind: ScalarKind, text: str, texts: Texts, form: Format, floats: Floats) -> object:
    match kind:
        case "bool":
            known = {"true": True, "false": False}
            return (known | {"1": True, "0": False} if form == "xml" else known).get(text)
        case "number":
            return parse_number(text, form, floats=floats)
        case "float32" | "float64":
            return parse_float(text, form, single=kind == "float32", floats=floats)
        case "decimal":
            from wiresmith.values.decimals import parse_decimal

            return parse_decimal(text, form)
        case "datetime":
            return parse_datetime(text)
        case "datetimeoffset":
            return parse_offset(text)
        case "char":
            return _code_unit(text) if form == "xml" else text
        case "qname":
            namespace, _, local = text.rpartition(":")
            return QName(local, namespace) if local else None
        case "date":
            return parse_date(text)
        case "time":
            return parse_time(text)
        case "timedelta":
            return parse_duration(text, "timespan" if texts == "dotnet" and form == "json" else "iso")
        case "uuid":
            return guid(text)
        case "bytes":
            return _base64(text, form)
        case _:
            return parse_int(text, form)


def _base64(text: str, form: Format) -> bytes:
    if form == "xml":
        text = "".join(text.split())
    value = binascii.a2b_base64(text, strict_mode=True)
    # Bits that stand for nothing must be 0 (RFC 4648, 3.5): otherwise two texts would be one value.
    if binascii.b2a_base64(value, newline=False) != text.encode():
        raise ValueError
    return value


def _code_unit(text: str) -> str | None:
    number = parse_int(text, "xml")
    return chr(number) if 0 <= number <= _LAST_CODE_UNIT else None


def _in_range(kind: ScalarKind, value: object) -> bool:
    if kind == "char":
        return isinstance(value, str) and len(value) == 1 and ord(value) <= _LAST_CODE_UNIT
    if kind in INTEGER_RANGES:
        least, greatest = INTEGER_RANGES[kind]
        return isinstance(value, int) and least <= value <= greatest
    if kind in ("float32", "float64") and isinstance(value, float):
        if abs(value) == float("inf"):
            return not (isinstance(value, LexicalFloat) and value.text.lstrip("+-")[0] in ".0123456789")
        return kind == "float64" or not abs(value) >= GREATEST_SINGLE
    return True


def scalar_text(
    kind: ScalarKind,
    value: Any,
    texts: Texts = "standard",
    form: Format = "json",
    floats: Floats = "framework",
) -> str:
    """The text of a scalar, for an XML element, a JSON string or key, or a parameter: the one it was read from
    where the form allows it, else the canonical one. Unescaped. For qname and datetimeoffset see ``parse_text``.

    Raises ValueError for a value that the form cannot say, TypeError or AttributeError for one of another type.
    """
    match kind:
        case "str" | "uri" | "uuid" | "any":
            return str(value)
        case "bool":
            return "true" if value else "false"
        case "char":
            return _char_text(value, form)
        case "qname":
            return f"{value.namespace}:{value.local}" if value.namespace else str(value.local)
        case "datetime":
            return datetime_text(value)
        case "datetimeoffset":
            return offset_text(value)
        case "date":
            return date_text(value)
        case "time":
            return time_text(value)
        case "timedelta":
            return duration_text(value, "timespan" if texts == "dotnet" and form == "json" else "iso")
        case "bytes":
            return binascii.b2a_base64(value, newline=False).decode()
        case _:
            return number_text(value, form, single=kind == "float32", floats=floats)


def _char_text(value: str, form: Format) -> str:
    if not _in_range("char", value):
        raise ValueError(_FORMS["char"])
    return str(ord(value)) if form == "xml" else value


def within(scalar: Scalar, value: T) -> T:
    """The same value; raises ValueError, saying what was expected, if it is outside the scalar's bounds."""
    if (broken := check_constraints(scalar, value)) is not None:
        raise ValueError(broken)
    return value


def check_constraints(scalar: Scalar, value: object, texts: Texts = "standard") -> str | None:
    """What was expected of a value of this kind where it is outside the scalar's bounds; None where it is not.

    Bounds are the width of the kind, ge/gt/le/lt, lengths (code points of a str, bytes of a bytes) and pattern.
    """
    if not _in_range(scalar.kind, value):
        return expected_form(scalar.kind, texts)
    if isinstance(value, str | bytes):
        return length_broken(len(value), scalar) or _pattern_broken(scalar, value)
    # Written so that NaN, which compares as false, is outside of every bound.
    number = cast("float", value)
    if scalar.ge is not None and not number >= scalar.ge:
        return f"at least {scalar.ge}"
    if scalar.gt is not None and not number > scalar.gt:
        return f"more than {scalar.gt}"
    if scalar.le is not None and not number <= scalar.le:
        return f"at most {scalar.le}"
    if scalar.lt is not None and not number < scalar.lt:
        return f"less than {scalar.lt}"
    return None


def length_broken(length: int, bounds: Scalar | ListType | DictType) -> str | None:
    """What length was expected where this one is outside the bounds; None where it is not."""
    least, greatest = bounds.min_length, bounds.max_length
    if least is not None and length < least:
        return f"a length of at least {least}"
    if greatest is not None and length > greatest:
        return f"a length of at most {greatest}"
    return None


def _pattern_broken(scalar: Scalar, value: str | bytes) -> str | None:
    if scalar.pattern is None or not isinstance(value, str) or pattern_found(scalar.pattern, value):
        return None
    return f"a text that matches {excerpt(scalar.pattern)}"


def is_within(scalar: Scalar, value: object) -> bool:
    """Is the value within the scalar's bounds?"""
    return check_constraints(scalar, value) is None
