"""What specs say about .NET's collections and pairs, as the contract has it."""

from __future__ import annotations

import pytest

from tests.unit.contract.conftest import DATACONTRACT, XML_ONLY, Types
from tests.unit.contract.data_contracts import ARRAYS, SHOP, class_of, dict_member, list_member, member_type
from wiresmith.description import (
    DictType,
    ListType,
    QName,
    Ref,
    bare,
    is_nullable,
)

# --- collections ---


def test_collections_with_a_contract(types: Types) -> None:
    contract = types(
        "T: {fields: {a: Names}}",
        "Names: {type: 'list[str]', xml: {name: Names, namespace: 'urn:n', item_name: Name, reference: "
        "true, known_types: [T, 'list[int32]']}}",
    )
    found = list_member(contract)
    assert found.root == found.contract == QName("Names", "urn:n")
    assert found.item_name == QName("Name", "urn:n")
    assert found.name == "Names"
    assert found.reference
    named, listed = found.known
    assert named == Ref("T")
    assert isinstance(listed, ListType)


@pytest.mark.parametrize("xml", ["{}", "{reference: false}", "{clr_namespace: Shop}"])
def test_a_collection_that_names_nothing_is_called_like_its_type(types: Types, xml: str) -> None:
    found = list_member(types("T: {fields: {a: L}}", f"L: {{type: 'list[T]', xml: {xml}}}"))
    assert found.contract == QName("L", SHOP)
    assert found.item_name == QName("T", SHOP)


@pytest.mark.parametrize("xml", ["{root: {name: R}}", "{known_types: [T]}"])
def test_facts_of_use_alone_name_nothing(types: Types, xml: str) -> None:
    found = dict_member(types("T: {fields: {a: D}}", f"D: {{type: 'dict[str, int32]', xml: {xml}}}"))
    assert found.contract == QName("ArrayOfKeyValueOfstringint", ARRAYS)
    assert found.entry_name == QName("KeyValueOfstringint", ARRAYS)
    assert found.name == "D"


def test_generic_collections(types: Types) -> None:
    contract = types(
        "T: {fields: {a: 'L1[P]'}}",
        "L1[A]: {type: 'list[A]', xml: {name: 'ListOf{0}{#}', item_name: It, known_types: ['list[A]', "
        "'L1[A]']}}",
        "P: {fields: {}}",
        api=XML_ONLY.replace("Shop", "Demo.C205"),
    )
    found = list_member(contract)
    assert found.contract == QName("ListOfPlFjNyX8c", "http://schemas.datacontract.org/2004/07/Demo.C205")
    assert found.name == "L1[P]"
    listed, itself = found.known
    assert isinstance(listed, ListType)
    assert bare(listed.item) == Ref("P")
    assert isinstance(itself, ListType)
    assert (itself.name, itself.known) == ("L1[P]", ())


def test_collections_that_know_each_other(types: Types) -> None:
    contract = types(
        "T: {fields: {a: A}}",
        "A: {type: 'list[str]', xml: {name: A, known_types: ['dict[B, int32]']}}",
        "B: {type: 'list[int32]', xml: {name: B, known_types: [A, T]}}",
        "C: {type: A, xml: {known_types: [T]}}",
    )
    known = list_member(contract).known
    assert [getattr(each, "name", None) for each in known[1:]] == ["A", "T"]
    assert isinstance(known[0], DictType)
    assert known[2] == Ref("T")


@pytest.mark.slow
def test_many_collections_that_all_know_each_other(types: Types) -> None:
    names = [f"L{number}" for number in range(25)]
    lines = [
        f"{name}: {{type: 'list[str]', xml: {{name: {name}, known_types: [{', '.join(names)}]}}}}"
        for name in names
    ]
    found = list_member(types("T: {fields: {a: L0}}", *lines))
    assert {getattr(each, "name", None) for each in found.known} == set(names)


def test_a_name_over_a_named_collection_adds_to_it(types: Types) -> None:
    contract = types(
        "T: {fields: {a: B}}",
        "A: {type: 'list[str]', xml: {name: A, item_name: It, known_types: [T]}}",
        "B: {type: A, xml: {root: {name: R}, known_types: [E]}}",
        "E: {enum: [x]}",
    )
    found = list_member(contract)
    assert (found.contract, found.root) == (QName("A", SHOP), QName("R", SHOP))
    assert found.item_name == QName("It", SHOP)
    assert set(found.known) == {Ref("T"), Ref("E")}


def test_a_contract_over_a_named_collection_is_another_one(types: Types) -> None:
    contract = types(
        "T: {fields: {a: B}}",
        "A: {type: 'list[str]', xml: {name: A, item_name: It, known_types: [T], reference: true}}",
        "B: {type: A, xml: {name: B}}",
    )
    found = list_member(contract)
    assert (found.contract, found.item_name) == (QName("B", SHOP), QName("string", SHOP))
    assert (found.known, found.reference) == ((), False)


@pytest.mark.parametrize("key", ["any", "bytes", "C", "list[int32]", "dict[str, str]", "S"])
def test_dictionaries_with_keys_that_python_cannot_have(types: Types, key: str) -> None:
    contract = types(
        f"T: {{fields: {{a: 'dict[{key}, str]'}}}}",
        "C: {fields: {}}",
        "S: {xml: {value_type: true}, fields: {}}",
    )
    assert dict_member(contract).pairs


@pytest.mark.parametrize("key", ["float32", "char", "qname", "datetimeoffset", "bool", "E", "number"])
def test_dictionaries_with_keys_that_python_can_have(types: Types, key: str) -> None:
    contract = types(f"T: {{fields: {{a: 'dict[{key}, str]'}}}}", "E: {enum: [x]}", api=DATACONTRACT)
    assert not dict_member(contract).pairs


def test_a_key_of_a_nullable_value_type_is_never_null(types: Types) -> None:
    found = dict_member(types("T: {fields: {a: 'dict[int32 | None, str]'}}"))
    assert not is_nullable(found.key)
    assert found.entry_name is not None
    assert found.entry_name.local.startswith("KeyValueOfNullableOfintstring")


# --- pairs ---


def test_pairs(types: Types) -> None:
    contract = types("T: {fields: {a: 'KeyValuePair[int32, str]'}}", api=DATACONTRACT)
    generic = "http://schemas.datacontract.org/2004/07/System.Collections.Generic"
    found = class_of(contract, "KeyValuePair[int32, str]")
    assert found.contract == QName("KeyValuePairOfintstring", generic)
    assert found.value_type
    assert [(member.wire, member.attribute, member.xml_name) for member in found.xml_members] == [
        ("Key", "key", QName("key", generic)),
        ("Value", "value", QName("value", generic)),
    ]
    assert not is_nullable(class_of(contract, "T").own[0].type)


def test_a_declared_pair_wins(types: Types) -> None:
    contract = types("KeyValuePair[TKey]: {fields: {x: TKey}}", "T: {fields: {a: 'KeyValuePair[int32]'}}")
    assert [member.wire for member in class_of(contract, "KeyValuePair[int32]").own] == ["x"]


def test_the_variables_of_a_pair_are_its_own(types: Types) -> None:
    contract = types("TKey: {fields: {a: 'KeyValuePair[str, TKey]'}}")
    assert member_type(contract, "Value", "KeyValuePair[str, TKey]") == Ref("TKey")
