"""Values of other classes than declared, and of no declared type, in emitted XML writers."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from tests.unit.emit.workshop import HEAD, XSI, made
from wiresmith.emit.packages import emit_module
from wiresmith.runtime import EncodeError, QName
from wiresmith.runtime.unusual import Unusual

ROOT = f'xmlns:i="{XSI}" xmlns="urn:w"'
XS = "http://www.w3.org/2001/XMLSchema"
SERIALIZATION = "http://schemas.microsoft.com/2003/10/Serialization/"
BASE = """
  Base: {xml: {namespace: "urn:b", known_types: [Derived]}, fields: {X: int32}}
  Derived: {extends: Base, xml: {name: Dd, namespace: "urn:d"}, fields: {Y: int32}}
  Other: {extends: Base, xml: {namespace: "urn:b"}, fields: {Z: int32}}
"""


def test_an_object_of_a_known_class_has_its_type_in_its_start_tag() -> None:
    api = made(BASE + '  T: {fields: {L: "list[Base]", M: Base | None}}')
    value = api.T(l=[api.Derived(x=1, y=2), api.Base(x=1)], m=api.Derived(x=1, y=2))
    expected = (
        f'<T {ROOT}><L xmlns:d2p1="urn:b"><d2p1:Base xmlns:d3p1="urn:d" i:type="d3p1:Dd"><d2p1:X>1</d2p1:X>'
        "<d3p1:Y>2</d3p1:Y></d2p1:Base><d2p1:Base><d2p1:X>1</d2p1:X></d2p1:Base></L>"
        '<M xmlns:d2p1="urn:b" xmlns:d2p2="urn:d" '
        'i:type="d2p2:Dd"><d2p1:X>1</d2p1:X><d2p2:Y>2</d2p2:Y></M></T>'
    )
    assert api.fast(value) == api.exact(value) == expected
    assert api.decode(expected, api.T) == value


def test_an_object_of_an_unknown_class_is_the_exact_writers() -> None:
    api = made(BASE + "  T: {fields: {M: Base}}")
    with pytest.raises(EncodeError, match="known"):
        api.elsewhere(api.T(m=api.Other(x=1, z=2)))


def test_the_class_around_and_the_list_around_make_types_known() -> None:
    api = made(BASE + '  T: {xml: {known_types: [Other]}, fields: {L: "list[Base]", M: Base}}')
    value = api.T(l=[api.Other(x=1, z=2)], m=api.Other(x=3, z=4))
    assert api.fast(value) == api.exact(value)
    assert 'i:type="d2p1:Other"' in api.fast(value)


def test_the_api_makes_types_known() -> None:
    head = HEAD.replace('"urn:w"', '"urn:w", known_types: [Other]')
    api = made(BASE + "  T: {fields: {M: Base, O: any}}", head)
    value = api.T(m=api.Other(x=3, z=4), o=api.Other(x=1, z=2))
    assert api.fast(value) == api.exact(value)
    assert '<O xmlns:d2p1="urn:b" i:type="d2p1:Other">' in api.fast(value)


def test_a_type_without_namespace_is_the_exact_writers() -> None:
    api = made(
        """
  Base: {xml: {known_types: [Bare]}, fields: {X: int32}}
  Bare: {extends: Base, xml: {namespace: ""}, fields: {Y: int32}}
  T: {fields: {M: Base}}
"""
    )
    with pytest.raises((Unusual, TypeError)):
        api.fast(api.T(m=api.Bare(x=1, y=2)))


OBJECTS = '  T: {fields: {O: any, L: "list[any]", D: "dict[str, any]"}}'


@pytest.mark.parametrize(
    ("value", "namespace", "local", "text"),
    [
        ("a<b", XS, "string", ">a&lt;b</"),
        ("", XS, "string", "></"),
        (True, XS, "boolean", ">true</"),
        (5, XS, "int", ">5</"),
        (2**31, XS, "long", ">2147483648</"),
        (-(2**31), XS, "int", ">-2147483648</"),
        (1.5, XS, "double", ">1.5</"),
        (Decimal("1.50"), XS, "decimal", ">1.50</"),
        (dt.datetime(2020, 1, 2), XS, "dateTime", ">2020-01-02T00:00:00</"),
        (dt.timedelta(1), SERIALIZATION, "duration", ">P1D</"),
        (b"\x00\x01", XS, "base64Binary", ">AAE=</"),
        (b"", XS, "base64Binary", " />"),
    ],
)
def test_plain_objects_have_their_type(value: Any, namespace: str, local: str, text: str) -> None:
    api = made(OBJECTS)
    whole = api.T(o=value, l=[value, None], d={"k": value})
    written = api.fast(whole)
    assert written == api.exact(whole)
    end = f"{text}O>" if text.endswith("</") else text
    assert f'<O xmlns:d2p1="{namespace}" i:type="d2p1:{local}"{end}' in written
    assert api.decode(written, api.T) == whole


@pytest.mark.parametrize("value", [2**63, dt.date(2020, 1, 2), object(), [1], 1j])
def test_other_objects_are_the_exact_writers(value: Any) -> None:
    api = made(OBJECTS)
    with pytest.raises(Unusual):
        api.fast(api.T(o=value, l=[], d={}))


def test_floats_of_objects_are_of_the_apis_dotnet() -> None:
    api = made("  T: {fields: {O: any}}", HEAD.replace('"urn:w"', '"urn:w", floats: core'))
    value = api.T(o=1 / 3)
    assert api.fast(value) == api.exact(value)
    assert ">0.3333333333333333<" in api.fast(value)


def test_null_objects_are_read_without_the_exact_reader() -> None:
    api = made(OBJECTS)
    value = api.T(o=None, l=[], d={})
    written = api.fast(value)
    assert written == api.exact(value)
    assert "<O i:nil" in written
    assert api.read(written, api.T) == value


REFERRED = '  R: {xml: {reference: true, namespace: "urn:r"}, fields: {X: int32}}\n'
NAMED = "  R: {fields: {X: qname}}\n"
LISTED = '  L: {type: "list[R]", xml: {name: L, namespace: "urn:l"}}\n'


@pytest.mark.parametrize(
    ("types", "wrap"),
    [
        ("", lambda inner: inner),
        ("  T: {fields: {X: R}}", lambda inner: inner),
        ('  T: {fields: {X: "list[R]"}}', lambda inner: [inner]),
        ('  T: {fields: {X: "dict[str, R]"}}', lambda inner: {"k": inner}),
        (f"{LISTED}  T: {{fields: {{X: L}}}}", lambda inner: [inner]),
    ],
)
@pytest.mark.parametrize("inner", [REFERRED, NAMED])
def test_what_is_never_of_one_shape_is_left_to_the_exact_reader_and_writer(
    inner: str, types: str, wrap: Callable[[Any], Any]
) -> None:
    api = made(inner + types)
    held = api.R(x=1 if inner is REFERRED else QName("a", "urn:q"))
    value = api.T(x=wrap(held)) if types else held
    document = api.elsewhere(value)
    with pytest.raises(Unusual):
        api.read(document, type(value))
    assert api.decode(document, type(value)) == value
    if types:  # null has one shape
        null = api.T(x=None)
        assert api.fast(null) == api.exact(null)
        assert api.read(api.fast(null), api.T) == null


def test_names_in_lists_and_dictionaries_are_the_exact_writers() -> None:
    api = made('  T: {fields: {L: "list[qname]", D: "dict[str, qname]"}}')
    for value in (api.T(l=[QName("a")], d=None), api.T(l=None, d={"k": QName("a")})):
        api.elsewhere(value)


def test_a_root_list_of_references_is_left_to_the_exact_reader_and_writer() -> None:
    head = f"{HEAD}operations: {{parts: {{get: /parts, returns: {{200: L}}}}}}"
    api = made(REFERRED + LISTED, head)
    document = api.elsewhere([api.R(x=1)], api.parts)
    with pytest.raises(Unusual):
        api.read(document, api.parts)
    assert api.decode(document, api.parts) == [api.R(x=1)]


def test_references_everywhere_are_the_exact_writers() -> None:
    api = made("  T: {fields: {X: int32}}", HEAD.replace('"urn:w"', '"urn:w", preserve_references: true'))
    assert 'z:Id="1"' in api.elsewhere(api.T(x=1))


def test_what_only_types_in_documents_lead_to_is_not_read_by_emitted_code() -> None:
    source = emit_module(made(BASE + '  T: {fields: {L: "list[Base]", M: Base | None}}').contract, "_xml.py")
    defined = re.findall(r"^def (_read_\w+|_write_\w+)", source, re.MULTILINE)
    assert all(len(re.findall(rf"\b{name}\b", source)) > 1 for name in defined)
    assert sum(name.startswith("_write_derived") for name in defined) > 1
