"""Strategies for scalars: the values, and the spellings that must survive."""

from __future__ import annotations

import datetime
import math
import re
import struct
from collections.abc import Callable
from decimal import Decimal
from functools import partial
from typing import Any, Final, Literal

from hypothesis import strategies as st

from wiresmith.description import Constraints, Scalar
from wiresmith.runtime import LexicalDecimal, LexicalFloat, LexicalInt, QName, Typed, guid
from wiresmith.values.datetimes import parse_datetime, parse_offset, parse_time
from wiresmith.values.durations import parse_duration
from wiresmith.values.framework_floats import has_15_digits
from wiresmith.values.uris import uri_text

Format = Literal["json", "xml"]
Strategy = st.SearchStrategy[Any]

_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")

CHARACTERS: Final[dict[Format, st.SearchStrategy[str]]] = {
    # A pair of surrogates in two characters is no text of its own: readers make one character of it.
    "json": st.text(max_size=12).map(str)
    | st.text(st.characters(), max_size=6).filter(lambda text: not _PAIR.search(text)),
    # .NET's XmlWriter form loses carriage returns, XML has no surrogates.
    "xml": st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r"), max_size=12)
    | st.text("<>&\"' \t\n]a\x01\ufffe", max_size=8),
}

_OFFSETS = st.none() | st.integers(-14 * 60, 14 * 60).map(
    lambda minutes: datetime.timezone(datetime.timedelta(minutes=minutes))
)
_FRACTIONS = st.just("") | st.from_regex(r"\.[0-9]{1,9}", fullmatch=True)
_ZONES = st.sampled_from(["", "Z", "+00:00", "-00:00", "+02:00", "-11:30", "+14:00"])
_CLOCKS = st.tuples(st.integers(0, 23), st.integers(0, 59), st.integers(0, 59)).map(
    lambda parts: "{:02d}:{:02d}:{:02d}".format(*parts)
)
_DAYS = st.dates()


def _whole(format: Format) -> Strategy:
    spelled = ["-0"] if format == "json" else ["-0", "+5", "007", "-012", "+0"]
    return st.integers() | st.integers(-(10**40), 10**40) | st.sampled_from(spelled).map(LexicalInt)


def _double(format: Format) -> Strategy:
    finite = st.floats(allow_nan=False, allow_infinity=False)
    spelled = ["1.50", "1e3", "1E+20", "0.10", "-0.0e1", "1e-7"]
    if format == "json":
        return finite | st.sampled_from(spelled).map(LexicalFloat)
    lexical = st.sampled_from([*spelled, ".5", "5.", "+1.0"]).map(LexicalFloat)
    return finite.map(_said) | lexical | st.floats().map(_said)


def _said(value: float) -> float:
    """What the text of a double in XML means: .NET Framework's means the next one for a few, of which it
    takes it for this one.
    """
    fifteen = float(f"{value:.14e}")
    return fifteen if math.isfinite(value) and has_15_digits(value) else value


def _said_single(value: float) -> float:
    """What the text of a 32-bit float in XML means as a double: 7 digits, or 9 where these are another 32-bit
    float.
    """
    seven = float(f"{value:.6e}")
    if not math.isfinite(value):
        return value
    try:
        return seven if struct.unpack("<f", struct.pack("<f", seven))[0] == value else float(f"{value:.8e}")
    except OverflowError:
        return float(f"{value:.8e}")


def _single(format: Format) -> Strategy:
    finite = st.floats(width=32, allow_nan=False, allow_infinity=False)
    return finite if format == "json" else (finite | st.floats(width=32)).map(_said_single)


def _decimal(format: Format) -> Strategy:
    plain = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**20), max_value=10**20)
    spelled = (
        ["1.50", "0.00", "-0", "-0.0", "1e3"] if format == "json" else ["1.50", "+1.5", ".5", "5.", "007"]
    )
    return (
        plain
        | st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-9999, max_value=9999)
        | st.sampled_from(spelled).map(LexicalDecimal)
        | st.sampled_from(["1E+3", "1E-9", "0E-3", "12E+5"]).map(Decimal)
    )


def _datetime(_: Format) -> Strategy:
    read = st.builds(lambda *parts: "{}T{}{}{}".format(*parts), _DAYS, _CLOCKS, _FRACTIONS, _ZONES)
    return st.datetimes(timezones=_OFFSETS) | read.map(parse_datetime)


def _moment(format: Format) -> Strategy:
    offsets = st.integers(-14 * 60, 14 * 60).map(datetime.timedelta(minutes=1).__mul__).map(datetime.timezone)
    plain = st.datetimes(
        min_value=datetime.datetime(2, 1, 1), max_value=datetime.datetime(9998, 12, 31), timezones=offsets
    )
    zones = st.sampled_from(["+00:00", "+02:00", "-11:30", "+14:00", *(["Z"] if format == "json" else [])])
    # XML says the moment in UTC, with up to seven digits of a fraction and no zeros behind them.
    fractions = _FRACTIONS if format == "json" else st.from_regex(r"(\.[0-9]{0,6}[1-9])?", fullmatch=True)
    days = st.dates(datetime.date(2, 1, 1), datetime.date(9998, 12, 31))
    read = st.builds(lambda *parts: "{}T{}{}{}".format(*parts), days, _CLOCKS, fractions, zones)
    return plain | read.map(parse_offset)


def _uri(format: Format) -> Strategy:
    """Texts that XML leaves as they are: .NET writes the canonical form of a URI there."""
    known = st.sampled_from(["http://example.org/a?b#c", "urn:x", "a/b", "", "file:///C:/x%20y"])
    return CHARACTERS["json"] if format == "json" else known | CHARACTERS["xml"].map(_canonical)


def _canonical(text: str) -> str:
    try:
        once = uri_text(text)
        return once if uri_text(once) == once else "urn:x"
    except ValueError:
        return "urn:x"


def _name(_: Format) -> Strategy:
    spaces = st.sampled_from(["", "urn:q", "http://x/?a&b='", "http://www.w3.org/2001/XMLSchema"])
    return st.builds(QName, st.from_regex(r"[A-Za-z_é][A-Za-z0-9_.-]{0,5}", fullmatch=True), spaces)


def object_values() -> Strategy:
    """What may stand in XML where .NET declares ``object``, and reads as the same Python value."""
    int64 = st.integers(-(2**63), 2**63 - 1)
    typed = {
        "char": SCALARS["char"]("xml"), "uuid": _guid("xml"), "uri": _uri("xml"),
        "int16": SCALARS["int16"]("xml"), "uint64": SCALARS["uint64"]("xml"), "float32": _single("xml"),
        "int64": st.integers(-(2**31), 2**31 - 1),
    }  # fmt: skip
    kinds = ("str", "bool", "float64", "decimal", "datetime", "date", "time", "timedelta", "bytes", "qname")
    plain = [SCALARS[kind]("xml") for kind in kinds]
    # .NET's writer cannot say a name without namespace there.
    plain[-1] = plain[-1].filter(lambda name: name.namespace != "")
    return st.one_of(
        st.none(),
        int64,
        st.just(Typed("any", None)),
        *plain,
        *(values.map(partial(Typed, kind)) for kind, values in typed.items()),
    )


def _time(_: Format) -> Strategy:
    read = st.builds(lambda *parts: "{}{}{}".format(*parts), _CLOCKS, _FRACTIONS, _ZONES)
    return st.times(timezones=_OFFSETS) | read.map(parse_time)


def _duration(_: Format) -> Strategy:
    return (
        st.timedeltas()
        | st.sampled_from(["P1DT2H3M4.0050S", "PT0S", "-P1Y2M", "PT36H", "PT0.1234567S"]).map(parse_duration)
        | st.sampled_from(["1.02:03:04", "00:00:00", "-23:59:59.1234567", "00:00:00.1000000"]).map(
            lambda text: parse_duration(text, "timespan")
        )
    )


def _guid(_: Format) -> Strategy:
    def spell(value: str, shape: str, upper: bool) -> str:
        text = value.replace("-", "") if shape == "N" else value
        text = {"B": f"{{{text}}}", "P": f"({text})"}.get(shape, text)
        return guid(text.upper() if upper else text)

    return st.builds(spell, st.uuids().map(str), st.sampled_from("DDDNBP"), st.booleans())


def _any(format: Format) -> Strategy:
    leaves = st.none() | st.booleans() | _whole("json") | _double("json") | CHARACTERS["json"]
    return st.recursive(
        leaves,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(CHARACTERS["json"], inner, max_size=3),
    )


def _integers(bits: int, signed: bool) -> Callable[[Format], Strategy]:
    least, greatest = (-(2 ** (bits - 1)), 2 ** (bits - 1) - 1) if signed else (0, 2**bits - 1)
    return lambda _: st.integers(least, greatest) | st.sampled_from([least, greatest])


SCALARS: Final[dict[str, Callable[[Format], Strategy]]] = {
    "str": lambda format: CHARACTERS[format],
    "uri": _uri,
    "char": lambda _: st.characters(max_codepoint=0xFFFF),
    "qname": _name,
    "datetimeoffset": _moment,
    "bool": lambda _: st.booleans(),
    "int": _whole,
    **{f"int{bits}": _integers(bits, True) for bits in (8, 16, 32, 64)},
    **{f"uint{bits}": _integers(bits, False) for bits in (8, 16, 32, 64)},
    "number": lambda format: _whole(format) | _double(format),
    "float32": _single,
    "float64": _double,
    "decimal": _decimal,
    "datetime": _datetime,
    "date": lambda _: _DAYS,
    "time": _time,
    "timedelta": _duration,
    "uuid": _guid,
    "bytes": lambda _: st.binary(max_size=12),
    "any": _any,
}
"""For each kind a function from the format to the strategy."""


def bounded(scalar: Scalar, values: Strategy, format: Format) -> Strategy:
    """The values within a scalar's constraints."""
    bounds = scalar
    if bounds.pattern is not None:
        pattern = re.compile(bounds.pattern, re.ASCII)
        texts = st.from_regex(pattern).filter(lambda text: not text.endswith("\n"))
        values = (
            texts
            if scalar.kind in ("str", "uri")
            else values.filter(lambda value: pattern.search(value.text))
        )
    least, greatest = bounds.min_length or 0, bounds.max_length
    if scalar.kind in ("str", "uri") and bounds.pattern is None and (least or greatest is not None):
        alphabet = st.characters(exclude_categories=["Cs"], exclude_characters="\r")
        values = st.text(alphabet, min_size=least, max_size=greatest)
    elif scalar.kind == "bytes" and (least or greatest is not None):
        values = st.binary(min_size=least, max_size=greatest)
    elif least or greatest is not None:
        values = values.filter(lambda value: least <= len(value) <= (greatest or len(value)))
    return _between(scalar.kind, bounds, values, format)


def _between(kind: str, bounds: Constraints, values: Strategy, format: Format) -> Strategy:
    least: Any = bounds.ge if bounds.ge is not None else bounds.gt
    greatest: Any = bounds.le if bounds.le is not None else bounds.lt
    if least is None and greatest is None:
        return values
    if kind == "decimal":
        near: Strategy = st.decimals(least, greatest, allow_nan=False, places=3)
    elif kind in ("number", "float32", "float64"):
        near = st.floats(least, greatest, allow_nan=False, width=32 if kind == "float32" else 64)
        if format == "xml":
            near = near.map(_said_single if kind == "float32" else _said)
    else:
        near = st.integers(least, greatest)
    return near.filter(lambda value: value not in (bounds.gt, bounds.lt))
