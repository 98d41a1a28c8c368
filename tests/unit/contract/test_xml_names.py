"""The names, namespaces and facts that specs give types and members in XML."""

from __future__ import annotations

import pytest

from tests.unit.contract.conftest import API, DATACONTRACT, Load
from tests.unit.contract.data_contracts import SHOP, a_member, class_of, wires
from wiresmith.description import (
    DictType,
    ListType,
    QName,
    Scalar,
    bare,
)
from wiresmith.values.namespaces import ARRAYS, CONTRACTS, SERIALIZATION, SYSTEM


def test_xml_names_of_collections(load: Load) -> None:
    contract = load(
        "types:\n"
        "  A:\n"
        "    fields:\n"
        "      ints: list[int]\n"
        "      maybe: list[int | None]\n"
        "      lists: list[list[int]]\n"
        "      others: list[A]\n"
        "      map: dict[str, str]\n"
        "      maps: dict[str, list[str]]\n"
        "      kinds: list[E | None]\n"
        "      named: {type: 'list[int]', xml: {item_name: num}}\n"
        "      entries: {type: 'dict[str, int]', xml: {item_name: entry}}\n"
        "  E: {enum: [a], xml: {clr_namespace: Demo.C236}}\n",
        DATACONTRACT,
    )
    found: dict[str, tuple[QName | None, QName | None]] = {}
    for member in class_of(contract, "A").members:
        type_ = bare(member.type)
        assert isinstance(type_, ListType | DictType)
        found[member.wire] = (
            type_.root,
            type_.item_name if isinstance(type_, ListType) else type_.entry_name,
        )
    assert found == {
        "ints": (QName("ArrayOfint", ARRAYS), QName("int", ARRAYS)),
        "maybe": (QName("ArrayOfNullableOfint", SYSTEM), QName("int", SYSTEM)),
        "lists": (QName("ArrayOfArrayOfint", ARRAYS), QName("ArrayOfint", ARRAYS)),
        "others": (QName("ArrayOfA", SHOP), QName("A", SHOP)),
        "map": (QName("ArrayOfKeyValueOfstringstring", ARRAYS), QName("KeyValueOfstringstring", ARRAYS)),
        "maps": (
            QName("ArrayOfKeyValueOfstringArrayOfstringty7Ep6D1", ARRAYS),
            QName("KeyValueOfstringArrayOfstringty7Ep6D1", ARRAYS),
        ),
        "kinds": (QName("ArrayOfNullableOfEZgAsL_SO1", SYSTEM), QName("E", SYSTEM)),
        "named": (QName("ArrayOfint", ARRAYS), QName("num", ARRAYS)),
        "entries": (QName("ArrayOfKeyValueOfstringint", ARRAYS), QName("entry", ARRAYS)),
    }
    mapped = bare(a_member(contract, "A", "map").type)
    assert isinstance(mapped, DictType)
    assert (mapped.key_name, mapped.value_name) == (QName("Key", ARRAYS), QName("Value", ARRAYS))
    ints = bare(a_member(contract, "A", "ints").type)
    assert isinstance(ints, ListType)
    item = bare(ints.item)
    assert isinstance(item, Scalar)
    assert item.root == QName("int", SERIALIZATION)


def test_named_collections_with_xml_facts(load: Load) -> None:
    contract = load(
        "types:\n"
        "  Names: {type: 'list[str]', xml: {namespace: 'urn:n', item_name: Name}}\n"
        "  Map: {type: 'dict[str, int]', xml: {item_name: Entry, key_name: K, value_name: V}}\n"
        "  Bare: {type: 'list[A]', xml: {name: Bear}}\n"
        "  A: {fields: {a: Names, b: Map, c: Bare}, xml: {namespace: 'urn:a'}}\n",
        DATACONTRACT,
    )
    names, mapped, unnamed = (bare(member.type) for member in class_of(contract, "A").members)
    assert isinstance(names, ListType)
    assert isinstance(mapped, DictType)
    assert isinstance(unnamed, ListType)
    assert (names.root, names.item_name) == (QName("Names", "urn:n"), QName("Name", "urn:n"))
    assert (mapped.root, mapped.entry_name) == (QName("Map", SHOP), QName("Entry", SHOP))
    assert (mapped.key_name, mapped.value_name) == (QName("K", SHOP), QName("V", SHOP))
    assert (unnamed.root, unnamed.item_name) == (QName("Bear", SHOP), QName("A", SHOP))


def test_namespaces_of_levels(load: Load) -> None:
    contract = load(
        "types:\n"
        "  A: {fields: {a: int}, xml: {namespace: 'urn:a'}}\n"
        "  B: {extends: A, fields: {b: int}}\n"
        "  C: {extends: B, fields: {c: int}, xml: {clr_namespace: X.Y, name: See}}\n",
        DATACONTRACT,
    )
    assert [member.xml_name for member in class_of(contract, "C").xml_members] == [
        QName("a", "urn:a"),
        QName("b", SHOP),
        QName("c", CONTRACTS + "X.Y"),
    ]
    assert class_of(contract, "C").root == QName("See", CONTRACTS + "X.Y")


@pytest.mark.parametrize(
    ("xml", "namespace"),
    [
        ("{dialect: datacontract}", CONTRACTS),
        ("{dialect: datacontract, namespace: 'urn:x'}", "urn:x"),
        ("{dialect: plain}", ""),
        ("{dialect: plain, namespace: 'urn:x'}", "urn:x"),
    ],
)
def test_the_namespace_of_an_api(load: Load, xml: str, namespace: str) -> None:
    contract = load("types:\n  A: {fields: {a: int}}\n", API + f"xml: {xml}\n")
    assert class_of(contract, "A").root == QName("A", namespace)
    assert a_member(contract, "A", "a").xml_name == QName("a", namespace)


def test_member_facts_for_xml(load: Load) -> None:
    contract = load(
        "types:\n"
        "  A:\n"
        "    fields:\n"
        "      a b: int\n"
        "      last: {type: int, xml: {order: 2, required: true}}\n"
        "      first: {type: int, xml: {order: 1, emit_default: false, name: zz}}\n",
        DATACONTRACT,
    )
    found = class_of(contract, "A")
    assert wires(found.own) == ["a b", "last", "first"]
    assert wires(found.members) == ["a b", "first", "last"]
    assert [member.xml_name for member in found.xml_members] == [
        QName("a_x0020_b", SHOP),
        QName("zz", SHOP),
        QName("last", SHOP),
    ]
    assert (found.members[1].xml_emit_default, found.members[1].xml_required) == (False, False)
    assert (found.members[2].xml_emit_default, found.members[2].xml_required) == (True, True)
