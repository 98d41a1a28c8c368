"""Characters, flags, enums, URIs, floats, defaults and pairs in emitted XML code, against what
.NET writes.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from tests.unit.emit.workshop import HEAD, XSI, Made, made
from wiresmith.runtime import EncodeError
from wiresmith.runtime.unusual import Unusual

ROOT = f'xmlns:i="{XSI}" xmlns="urn:w"'
FLAGS = """
  F: {enum: {High: 8, AB: 3, A: 1, B: 2, Zero: 0}, flags: true}
  G: {enum: {A: 1, B: 2}, flags: true}
  T: {fields: {F: F, G: G}}
"""


@pytest.mark.parametrize(
    ("flags", "text"), [(3, "AB"), (11, "High AB"), (10, "High B"), (1, "A"), (0, "Zero"), (8, "High")]
)
def test_flags_are_names_in_the_order_of_their_declaration(flags: int, text: str) -> None:
    api = made(FLAGS)
    api.writes(api.T(f=flags, g=3), f"<T {ROOT}><F>{text}</F><G>A B</G></T>")


def test_no_flags_without_a_name_for_it_are_an_empty_tag() -> None:
    api = made(FLAGS)
    value, document = api.T(f=0, g=0), f"<T {ROOT}><F>Zero</F><G /></T>"
    assert api.fast(value) == api.exact(value) == document
    assert api.decode(document, api.T) == value


def test_a_bit_without_a_name_is_refused() -> None:
    api = made(FLAGS)
    with pytest.raises(KeyError):
        api.fast(api.T(f=16, g=1))
    with pytest.raises(EncodeError):
        api.exact(api.T(f=16, g=1))


def test_flags_in_another_order_are_left_to_the_exact_reader() -> None:
    api = made(FLAGS)
    document = f"<T {ROOT}><F>B High</F><G>B</G></T>"
    with pytest.raises(Unusual):
        api.read(document, api.T)
    assert api.decode(document, api.T) == api.T(f=10, g=2)


def test_of_names_for_one_number_the_first_is_written() -> None:
    api = made(
        """
  E: {enum: {Red: 0, Green: {value: 1, xml: {name: "rot & <"}}, Blue: 1}}
  T: {fields: {A: E, B: E}}
"""
    )
    value = api.T(a=api.E.BLUE, b=0)
    api.writes(value, f"<T {ROOT}><A>rot &amp; &lt;</A><B>Red</B></T>")
    assert api.read(f"<T {ROOT}><A>Blue</A><B>Red</B></T>", api.T) == value
    with pytest.raises(KeyError):  # .NET has no text for it
        api.fast(api.T(a=2, b=0))


def test_characters_are_numbers() -> None:
    api = made("  T: {fields: {C: char, D: char | None}}")
    api.writes(api.T(c="a", d="\ud83d"), f"<T {ROOT}><C>97</C><D>55357</D></T>")
    api.writes(api.T(c="\0", d=None), f'<T {ROOT}><C>0</C><D i:nil="true" /></T>')
    for wrong in ("", "ab", "\U0001f600"):
        with pytest.raises((ValueError, TypeError)):
            api.fast(api.T(c=wrong, d=None))
    with pytest.raises(Unusual):
        api.read(f"<T {ROOT}><C>65536</C><D>0</D></T>", api.T)


def test_uris_are_written_as_dotnet_does() -> None:
    api = made("  T: {fields: {U: uri | None}}")
    value = api.T(u="HTTP://Example.org:80/a b")
    assert api.fast(value) == api.exact(value) == f"<T {ROOT}><U>http://example.org/a%20b</U></T>"


@pytest.mark.parametrize(
    ("floats", "texts"),
    [
        ("framework", ("0.33333333333333331", "4.94065645841247E-324", "0.1")),
        ("core", ("0.3333333333333333", "5E-324", "0.1")),
    ],
)
def test_floats_of_either_dotnet(floats: str, texts: tuple[str, str, str]) -> None:
    head = HEAD.replace('"urn:w"', f'"urn:w", floats: {floats}')
    api = made("  T: {fields: {A: float64, B: float64, C: float32}}", head)
    value = api.T(a=1 / 3, b=5e-324, c=0.1)
    expected = f"<T {ROOT}><A>{texts[0]}</A><B>{texts[1]}</B><C>{texts[2]}</C></T>"
    api.writes(value, expected)
    assert type(api.read(expected, api.T).a) is float


DEFAULTS = """
  E: {enum: {Zero: 0, One: 1}}
  T:
    fields:
      A: {type: int32, xml: {emit_default: false}}
      B: {type: str | None, xml: {emit_default: false}}
      C: {type: bool, xml: {emit_default: false}}
      D: {type: decimal, xml: {emit_default: false}}
      E: {type: float64, xml: {emit_default: false}}
      F: {type: int32 | None, xml: {emit_default: false}}
      G: {type: uuid, xml: {emit_default: false}}
      H: {type: datetime, xml: {emit_default: false}}
      I: {type: timedelta, xml: {emit_default: false}}
      J: {type: E, xml: {emit_default: false}}
      K: {type: char, xml: {emit_default: false}}
      L: {type: datetimeoffset, xml: {emit_default: false}}
      M: {type: "list[int32] | None", xml: {emit_default: false}}
      N: {type: any, xml: {emit_default: false}}
      Z: int32
"""
ZERO = "00000000-0000-0000-0000-000000000000"


def _defaults(api: Made, **changed: Any) -> Any:
    zeros = {
        "a": 0, "b": None, "c": False, "d": Decimal("0.00"), "e": -0.0, "f": None, "g": ZERO,
        "h": dt.datetime(1, 1, 1),
        "i": dt.timedelta(), "j": api.E.ZERO, "k": "\0", "l": dt.datetime(1, 1, 1, tzinfo=dt.UTC), "m": None,
        "n": None,
        "z": 0,
    }  # fmt: skip
    return api.T(**{**zeros, **changed})


def test_every_default_is_left_out() -> None:
    api = made(DEFAULTS)
    value = _defaults(api)
    assert api.fast(value) == api.exact(value) == f"<T {ROOT}><Z>0</Z></T>"
    assert api.decode(api.fast(value), api.T) == value


@pytest.mark.parametrize(
    ("changed", "text"),
    [
        ({"b": ""}, "<B></B>"),
        ({"f": 0}, "<F>0</F>"),
        ({"m": []}, '<M xmlns:d2p1="http://schemas.microsoft.com/2003/10/Serialization/Arrays" />'),
        ({"e": 5e-324}, "<E>4.94065645841247E-324</E>"),
        ({"h": dt.datetime(1, 1, 1, 0, 0, 1)}, "<H>0001-01-01T00:00:01</H>"),
        ({"k": "0"}, "<K>48</K>"),
    ],
)
def test_what_is_no_default_is_written(changed: dict[str, Any], text: str) -> None:
    api = made(DEFAULTS)
    value = _defaults(api, **changed)
    assert api.fast(value) == api.exact(value) == f"<T {ROOT}>{text}<Z>0</Z></T>"


def test_digits_beyond_microseconds_are_no_default() -> None:
    api = made(DEFAULTS)
    document = f"<T {ROOT}><H>0001-01-01T00:00:00.0000001</H><I>PT0.0000001S</I><Z>0</Z></T>"
    value = api.decode(document, api.T)
    assert api.fast(value) == api.exact(value) == document


def test_members_left_out_are_read_without_the_exact_reader() -> None:
    api = made(
        """
  Part: {fields: {X: int32}}
  T:
    fields:
      A: {type: int32, xml: {emit_default: false}}
      B: {type: str | None, xml: {emit_default: false}}
      P: {type: Part | None, xml: {emit_default: false}}
      Z: int32
"""
    )
    api.writes(api.T(a=0, b=None, p=None, z=1), f"<T {ROOT}><Z>1</Z></T>")
    api.writes(
        api.T(a=5, b="x", p=api.Part(x=1), z=1), f"<T {ROOT}><A>5</A><B>x</B><P><X>1</X></P><Z>1</Z></T>"
    )


def test_a_required_member_may_not_be_left_out() -> None:
    api = made("  T: {fields: {A: {type: int32, xml: {emit_default: false, required: true}}}}")
    api.writes(api.T(a=1), f"<T {ROOT}><A>1</A></T>")
    with pytest.raises(EncodeError, match="required"):
        api.elsewhere(api.T(a=0))


def test_dictionaries_with_other_keys_are_lists_of_pairs() -> None:
    api = made('  T: {fields: {D: "dict[bytes, int32]", E: "dict[any, str]"}}')
    value = api.T(d=[(b"\x00", 1), (b"", 2)], e=[(5, "five"), ("x", "y")])
    assert api.fast(value) == api.exact(value)
    with pytest.raises(TypeError):
        api.fast(api.T(d={b"": 1}, e=[]))
    with pytest.raises((TypeError, ValueError)):
        api.fast(api.T(d=[(b"",)], e=[]))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("a", None),
        ("a", False),
        ("c", 0),
        ("c", None),
        ("d", 0),
        ("e", None),
        ("g", ""),
        ("i", None),
        ("j", None),
        ("k", ""),
    ],
)
def test_what_is_of_another_type_is_no_default(name: str, value: Any) -> None:
    api = made(DEFAULTS)
    with pytest.raises((TypeError, ValueError, AttributeError)):
        api.fast(_defaults(api, **{name: value}))
