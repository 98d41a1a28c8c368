"""Prefixes and declarations of emitted XML code, against what .NET's XmlWriter form has."""

from __future__ import annotations

import pytest

from tests.unit.emit.workshop import ARRAYS, SYSTEM, XSI, made

ROOT = f'xmlns:i="{XSI}" xmlns="urn:w"'


def test_a_list_declares_the_namespace_of_its_items_behind_its_own() -> None:
    api = made(
        """
  Part: {xml: {namespace: "urn:p"}, fields: {X: int32}}
  Parts: {type: "list[Part]", xml: {name: Parts, namespace: "urn:l", item_name: It}}
  Bin: {fields: {A: Parts | None, B: "list[Parts]"}}
"""
    )
    a, b = api.Bin(a=[api.Part(x=1)], b=[[], [api.Part(x=2)]]), api.Bin(a=None, b=[])
    outer, inner = 'xmlns:d2p1="urn:l" xmlns:d2p2="urn:p"', 'xmlns:d3p1="urn:p"'
    api.writes(
        a,
        f"<Bin {ROOT}><A {outer}><d2p1:It><d2p2:X>1</d2p2:X></d2p1:It></A>"
        f'<B xmlns:d2p1="urn:l"><d2p1:Parts {inner} />'
        f"<d2p1:Parts {inner}><d2p1:It><d3p1:X>2</d3p1:X></d2p1:It></d2p1:Parts></B></Bin>",
    )
    # A null list has no items to declare anything for.
    api.writes(b, f'<Bin {ROOT}><A xmlns:d2p1="urn:l" i:nil="true" /><B xmlns:d2p1="urn:l" /></Bin>')


def test_a_root_list_declares_the_namespace_of_its_items() -> None:
    api = made(
        """
  Part: {xml: {namespace: "urn:p"}, fields: {X: int32}}
  Parts: {type: "list[Part]", xml: {name: Parts, namespace: "urn:l", item_name: It}}
""",
        'wiresmith: 1\napi: workshop\nformats: [xml]\nxml: {dialect: datacontract, namespace: "urn:w"}\n'
        "operations: {parts: {get: /parts, returns: {200: Parts}}}",
    )
    api.writes(
        [api.Part(x=1)],
        f'<Parts xmlns:i="{XSI}" xmlns:d1p1="urn:p" xmlns="urn:l"><It><d1p1:X>1</d1p1:X></It></Parts>',
        api.parts,
    )


def test_a_root_of_another_namespace_declares_that_of_its_type() -> None:
    api = made(
        """
  T: {xml: {root: {name: Root, namespace: "urn:root"}}, fields: {A: int32, L: "list[int32] | None"}}
  U: {xml: {root: {name: Root, namespace: ""}}, fields: {A: int32}}
"""
    )
    root = f'<Root xmlns:d1p1="urn:w" xmlns:i="{XSI}" xmlns="urn:root">'
    api.writes(
        api.T(a=1, l=[1]),
        f'{root}<d1p1:A>1</d1p1:A><d1p1:L xmlns:d2p1="{ARRAYS}"><d2p1:int>1</d2p1:int></d1p1:L></Root>',
    )
    api.writes(api.U(a=1), f'<Root xmlns:d1p1="urn:w" xmlns:i="{XSI}"><d1p1:A>1</d1p1:A></Root>')
    null = f'<Root xmlns:d1p1="urn:w" i:nil="true" xmlns:i="{XSI}" xmlns="urn:root" />'
    assert api.fast(None, api.T) == api.exact(None, api.T) == null


def test_levels_of_other_namespaces_declare_the_default_again() -> None:
    api = made(
        """
  A: {xml: {namespace: "urn:a"}, fields: {X: int32, N: str | None}}
  B: {extends: A, xml: {namespace: ""}, fields: {L: "list[int32]"}}
  C: {extends: B, fields: {Z: int32}}
"""
    )
    api.writes(
        api.C(x=1, n=None, l=[1], z=3),
        f'<C {ROOT}><N i:nil="true" xmlns="urn:a" /><X xmlns="urn:a">1</X>'
        f'<L xmlns:d2p1="{ARRAYS}" xmlns=""><d2p1:int>1</d2p1:int></L><Z>3</Z></C>',
    )


def test_a_contract_may_be_in_the_namespace_of_i() -> None:
    api = made(
        f"""
  U: {{xml: {{namespace: "{XSI}"}}, fields: {{Z: int32, N: str | None}}}}
  T: {{fields: {{A: U}}}}
"""
    )
    inner = api.U(z=1, n=None)
    api.writes(api.T(a=inner), f'<T {ROOT}><A><i:N i:nil="true" /><i:Z>1</i:Z></A></T>')
    api.writes(inner, f'<U xmlns:i="{XSI}" xmlns="{XSI}"><i:N i:nil="true" /><i:Z>1</i:Z></U>')


def test_keys_of_dictionaries_declare_their_namespace_too() -> None:
    api = made(
        """
  Part: {xml: {namespace: "urn:p"}, fields: {X: int32}}
  T: {fields: {D: "dict[Part, Part | None]"}}
"""
    )
    value = api.T(d=[(api.Part(x=1), None), (api.Part(x=2), api.Part(x=3))])
    written = api.fast(value)
    assert written == api.exact(value)
    entry = "d2p1:KeyValueOfPartPart" + written.partition("KeyValueOfPartPart")[2].partition(">")[0]
    pair = '<d2p1:Key xmlns:d4p1="urn:p"><d4p1:X>{}</d4p1:X></d2p1:Key>'
    assert written == (
        f'<T {ROOT}><D xmlns:d2p1="{ARRAYS}"><{entry}>{pair.format(1)}'
        f'<d2p1:Value xmlns:d4p1="urn:p" i:nil="true" /></{entry}><{entry}>{pair.format(2)}'
        f'<d2p1:Value xmlns:d4p1="urn:p"><d4p1:X>3</d4p1:X></d2p1:Value></{entry}></D></T>'
    )


def test_a_derived_level_may_have_a_member_of_the_same_name() -> None:
    api = made(
        """
  Base: {fields: {X: int32}}
  Derived: {extends: Base, fields: {x2: {type: int32, xml: {name: X}}}}
"""
    )
    api.writes(api.Derived(x=1, x2=2), f"<Derived {ROOT}><X>1</X><X>2</X></Derived>")


def test_nullable_moments_in_lists_and_dictionaries() -> None:
    api = made(
        """
  T:
    fields:
      A: datetimeoffset
      B: datetimeoffset | None
      C: "list[datetimeoffset]"
      D: "dict[str, datetimeoffset]"
"""
    )
    system, parts = f'xmlns:d2p1="{SYSTEM}"', "<{0}:DateTime>2020-01-01T21:34:05.1234567Z</{0}:DateTime>"
    parts += "<{0}:OffsetMinutes>330</{0}:OffsetMinutes>"
    document = (
        f'<T {ROOT}><A {system}>{parts.format("d2p1")}</A><B {system} i:nil="true" />'
        f"<C {system}><d2p1:DateTimeOffset>{parts.format('d2p1')}</d2p1:DateTimeOffset></C>"
        f'<D xmlns:d2p1="{ARRAYS}"><d2p1:KeyValueOfstringDateTimeOffsetU6ho3Bhd><d2p1:Key>a</d2p1:Key>'
        f'<d2p1:Value xmlns:d4p1="{SYSTEM}">{parts.format("d4p1")}</d2p1:Value>'
        "</d2p1:KeyValueOfstringDateTimeOffsetU6ho3Bhd></D></T>"
    )
    value = api.decode(document, api.T)
    assert value.a.isoformat() == "2020-01-02T03:04:05.123456+05:30"
    api.writes(value, document)


@pytest.mark.slow
def test_namespaces_that_make_too_many_scopes_are_left_to_the_exact_writer(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("wiresmith.emit._xml_emission.MOST_VARIANTS", 0)
    numbers = range(10)
    fields = ", ".join(f"M{number}: T{number} | None" for number in numbers)
    api = made(
        "\n".join(
            f'  T{number}: {{xml: {{namespace: "urn:{number}"}}, fields: {{{fields}}}}}' for number in numbers
        )
    )
    none = {f"m{number}": None for number in numbers}
    shallow = api.T1(**{**none, "m2": api.T2(**none)})
    api.writes(shallow, api.exact(shallow))
    deep = api.T0(**none)
    for number in reversed(numbers):
        deep = getattr(api, f"T{number}")(**{**none, f"m{(number + 1) % 10}": deep})
    assert 'xmlns:d10p1="urn:9"' in api.elsewhere(deep)
