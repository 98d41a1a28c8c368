"""The keys of .NET's data contracts, as the reader reads and refuses them."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from tests.unit.language.conftest import API, given
from wiresmith.language.document import ApiDocument
from wiresmith.language.enum_values import EnumValueDoc
from wiresmith.language.placed import Placed, Spot
from wiresmith.language.reader import read_api_collecting
from wiresmith.language.xml_keys import MemberXmlDoc, TypeXmlDoc


def read(shop: Path, text: str, api: str = API) -> ApiDocument:
    (shop / "api.yaml").write_text(api, encoding="utf-8")
    (shop / "e.yaml").write_text(text, encoding="utf-8")
    document, problems = read_api_collecting(Path("shop"))
    assert [str(problem) for problem in problems] == []
    assert document is not None
    return document


def type_xml(shop: Path, xml: str) -> TypeXmlDoc:
    (found,) = read(shop, f"types: {{A: {{xml: {xml}, fields: {{}}}}}}").types
    assert found.xml is not None
    return found.xml


def member_xml(shop: Path, xml: str) -> MemberXmlDoc:
    (found,) = read(shop, f"types: {{A: {{fields: {{a: {{type: str, xml: {xml}}}}}}}}}").types
    assert found.fields[0].xml is not None
    return found.fields[0].xml


def enum_values(shop: Path, enum: str) -> list[tuple[str | int, str | None]]:
    (found,) = read(shop, f"types: {{A: {enum}}}").types
    return [(value.wire.value, value.name.value if value.name else None) for value in found.enum]


def test_known_types(shop: Path) -> None:
    xml = type_xml(shop, "{known_types: [A, 'list[A] | None']}")
    assert [each.text for each in xml.known_types] == ["A", "list[A] | None"]
    assert xml.known_types[1].nullable
    assert str(xml.known_types[1].at) == "shop/e.yaml:1:37"
    assert type_xml(shop, "{known_types: []}").known_types == ()


def test_roots(shop: Path) -> None:
    xml = type_xml(shop, "{name: T, root: {name: R, namespace: ''}}")
    assert xml.root is not None
    assert given(xml.root) == {"name": "R", "namespace": ""}
    assert str(xml.root.places["name"]) == "shop/e.yaml:1:41"
    assert xml.name == Placed("T", Spot("shop/e.yaml", 1, 25))


def test_facts_of_a_class(shop: Path) -> None:
    xml = type_xml(
        shop,
        "{reference: true, value_type: false, extensible: true, generic_parameters: [1, 0], clr_namespace: "
        "''}",
    )
    found = {name: each for name, each in given(xml).items() if name != "generic_parameters"}
    assert found == {"reference": True, "value_type": False, "extensible": True, "clr_namespace": ""}
    assert [each.value for each in xml.generic_parameters] == [1, 0]
    assert type_xml(shop, "{name: T}").generic_parameters == ()


def test_facts_of_an_api(shop: Path) -> None:
    api = (
        API + "xml: {dialect: datacontract, floats: core, preserve_references: true, known_types: "
        "['list[int]']}\n"
    )
    xml = read(shop, "types: {}", api).xml
    assert xml is not None
    assert given(xml) == {"dialect": "datacontract", "floats": "core", "preserve_references": True}
    assert [each.text for each in xml.known_types] == ["list[int]"]


def test_initial_values(shop: Path) -> None:
    initial = member_xml(shop, "{initial: [1, x, 1.50, true, null], get_only: true}").initial
    assert isinstance(initial, tuple)
    assert [each.value for each in initial] == [1, "x", Decimal("1.50"), True, None]
    one = member_xml(shop, "{initial: ''}").initial
    assert isinstance(one, Placed)
    assert one.value == ""
    assert member_xml(shop, "{initial: []}").initial == ()
    assert member_xml(shop, "{order: 1}").initial is None


@pytest.mark.parametrize(
    ("enum", "expected"),
    [
        ("{enum: [a, b]}", [("a", None), ("b", None)]),
        ("{enum: [1, 2]}", [(1, None), (2, None)]),
        ("{enum: {1: , 2: {doc: x}}}", [(1, None), (2, None)]),
        ("{enum: {a: , b: {doc: x}}}", [("a", None), ("b", None)]),
        ("{enum: {a: 0, b: {value: -1, doc: x}}}", [(0, "a"), (-1, "b")]),
        ("{enum: {a: 0, b: 0}, base: int}", [(0, "a"), (0, "b")]),
        ("{enum: {a: 0, '1': 1}, base: str}", [("a", "a"), ("1", "1")]),
    ],
)
def test_forms_of_enums(shop: Path, enum: str, expected: list[tuple[str | int, str | None]]) -> None:
    assert enum_values(shop, enum) == expected


def test_facts_of_a_named_number(shop: Path) -> None:
    (found,) = read(
        shop, "types: {A: {enum: {a: {value: 2, doc: d, python: P, xml: {name: ' <'}}}, flags: true}}"
    ).types
    (value,) = found.enum
    assert isinstance(value, EnumValueDoc)
    assert (value.doc and value.doc.value, value.python and value.python.value) == ("d", "P")
    assert value.xml is not None
    assert given(value.xml) == {"name": " <"}
    assert found.flags is not None
    assert found.flags.value is True
