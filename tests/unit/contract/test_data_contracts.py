"""What specs say about .NET's data contracts, as the contract has it: names, roots, null, classes, enums."""

from __future__ import annotations

import pytest

from tests.unit.contract.conftest import Load, Types
from tests.unit.contract.data_contracts import (
    ARRAYS,
    SHOP,
    SYSTEM,
    class_of,
    dict_member,
    enum_of,
    list_member,
    member_type,
)
from wiresmith.description import (
    DictType,
    ListType,
    QName,
    Ref,
    Scalar,
    bare,
    is_nullable,
)

# --- facts of an API ---


def test_facts_of_the_serializer(types: Types) -> None:
    xml = (
        "xml: {dialect: datacontract, floats: core, preserve_references: true, "
        "known_types: ['G[int32]', 'list[str]']}\n"
    )
    contract = types("G[T]: {fields: {a: T}}", api=f"wiresmith: 1\napi: shop\n{xml}")
    assert contract.floats == "core"
    assert contract.preserve_references
    generic, listed = contract.known
    assert generic == Ref("GOfInt32")
    assert isinstance(listed, ListType)
    assert class_of(contract, "G[int32]").contract == QName(
        "GOfint", "http://schemas.datacontract.org/2004/07/"
    )


def test_without_facts_of_the_serializer(types: Types) -> None:
    contract = types("A: {fields: {}}")
    assert (contract.floats, contract.preserve_references, contract.known) == ("framework", False, ())


def test_the_global_clr_namespace(types: Types) -> None:
    contract = types(
        "A: {fields: {}}", api="wiresmith: 1\napi: shop\nxml: {dialect: datacontract, clr_namespace: ''}\n"
    )
    assert class_of(contract, "A").contract == QName("A", "http://schemas.datacontract.org/2004/07/")


def test_a_clr_namespace_with_letters_beyond_ascii(types: Types) -> None:
    contract = types("A: {xml: {clr_namespace: Shop.été}, fields: {}}")
    assert class_of(contract, "A").contract == QName("A", SHOP + ".%C3%A9t%C3%A9")


def test_namespaces_are_written_as_they_are(types: Types) -> None:
    contract = types(
        "A: {xml: {namespace: ' http://x '}, fields: {}}",
        r'B: {xml: {namespace: "urn:\x01\r\n\t"}, fields: {}}',
    )
    assert class_of(contract, "A").contract == QName("A", " http://x ")
    assert class_of(contract, "B").contract == QName("B", "urn:\x01\r\n\t")


# --- names ---


def test_names_are_encoded(types: Types) -> None:
    contract = types(
        "T: {xml: {name: 'My Type<1>'}, fields: {a: {type: int32, xml: {name: 'x y'}}, e_x0020_f: int32, 'b "
        "c': int32}}"
    )
    declared = class_of(contract, "T")
    assert declared.contract == QName("My_x0020_Type_x003C_1_x003E_", SHOP)
    names = [member.xml_name.local for member in declared.xml_members if member.xml_name]
    assert names == ["b_x0020_c", "e_x0020_f", "x_x0020_y"]


def test_items_keys_and_values_are_encoded(types: Types) -> None:
    contract = types(
        "T: {fields: {a: D}}",
        "D: {type: 'dict[str, int32]', xml: {name: 'M ap', item_name: '1', key_name: 'k k', value_name: "
        "'v:v'}}",
    )
    found = dict_member(contract)
    names = (found.contract, found.entry_name, found.key_name, found.value_name)
    assert [name.local for name in names if name] == ["M_x0020_ap", "_x0031_", "k_x0020_k", "v_x003A_v"]
    assert {name.namespace for name in names if name} == {SHOP}


def test_the_name_of_a_generic_is_encoded_as_a_whole(types: Types) -> None:
    contract = types("G[A]: {xml: {name: '{0} of}{0}'}, fields: {}}", "T: {fields: {a: 'G[int32]'}}")
    assert class_of(contract, "G[int32]").contract == QName("int_x0020_of_x007D_int", SHOP)


def test_a_generic_with_a_name_that_has_no_places(types: Types) -> None:
    contract = types("G[A]: {xml: {name: Foo}, fields: {}}", "T: {fields: {a: 'G[T]'}}")
    assert class_of(contract, "G[T]").contract == QName("Foo", SHOP)


@pytest.mark.parametrize(
    ("clr", "name", "counts", "arguments", "expected"),
    [
        ("Demo.C278", "GN.InnerOf{0}{#}", "[0, 1]", "P", "GN.InnerOfPA0x7STY_S"),
        ("Demo.C280", "GN.Inner1Of{0}{1}{#}", "[1, 1]", "P, Q", "GN.Inner1OfPQXzAtWU2o"),
        ("Demo.C283", "ON.InnerGOf{0}{#}", "[1, 0]", "P", "ON.InnerGOfPupgcOG_P1"),
    ],
)
def test_nested_generics(
    types: Types, clr: str, name: str, counts: str, arguments: str, expected: str
) -> None:
    variables = "A, B" if "," in arguments else "A"
    contract = types(
        f"'N[{variables}]': {{xml: {{name: '{name}', generic_parameters: {counts}}}, fields: {{}}}}",
        "P: {fields: {}}",
        "Q: {xml: {namespace: 'urn:q'}, fields: {}}",
        f"T: {{fields: {{a: 'N[{arguments}]'}}}}",
        api=f"wiresmith: 1\napi: shop\nxml: {{dialect: datacontract, clr_namespace: {clr}}}\n",
    )
    found = class_of(contract, f"N[{arguments}]").contract
    assert found is not None
    assert found.local == expected


def test_nested_generics_without_a_name(types: Types) -> None:
    contract = types("N[A]: {xml: {generic_parameters: [1, 0]}, fields: {}}", "T: {fields: {a: 'N[int32]'}}")
    found = class_of(contract, "N[int32]").contract
    assert found is not None
    assert found.local.startswith("NOfint")
    assert len(found.local) >= len("NOfint") + 8


# --- roots ---


def test_roots(types: Types) -> None:
    contract = types(
        "T: {xml: {root: {name: Root, namespace: ''}}, fields: {a: L, b: D, c: Count, d: E}}",
        "L: {type: 'list[str]', xml: {root: {name: Strings}}}",
        "D: {type: 'dict[str, int32]', xml: {name: Map, root: {name: Other, namespace: 'not a URI'}}}",
        "Count: {type: int32, xml: {root: {name: Count, namespace: 'urn:c'}}}",
        "E: {enum: [x], xml: {root: {name: Kind}}}",
    )
    declared = class_of(contract, "T")
    assert declared.root == QName("Root")
    assert declared.contract == QName("T", SHOP)
    listed, mapped = member_type(contract, "a"), member_type(contract, "b")
    assert isinstance(listed, ListType)
    assert (listed.root, listed.contract) == (
        QName("Strings", ARRAYS),
        QName("ArrayOfstring", ARRAYS),
    )
    assert (listed.name, listed.item_name) == ("L", QName("string", ARRAYS))
    assert isinstance(mapped, DictType)
    assert (mapped.root, mapped.contract) == (QName("Other", "not a URI"), QName("Map", SHOP))
    assert member_type(contract, "c") == Scalar("int32", name="Count", root=QName("Count", "urn:c"))
    assert enum_of(contract, "E").root == QName("Kind", SHOP)
    assert enum_of(contract, "E").contract == QName("E", SHOP)


@pytest.mark.parametrize(
    ("kind", "root"),
    [
        ("char", QName("char", "http://schemas.microsoft.com/2003/10/Serialization/")),
        ("qname", QName("QName", "http://schemas.microsoft.com/2003/10/Serialization/")),
        ("datetimeoffset", QName("DateTimeOffset", SYSTEM)),
        ("any", QName("anyType", "http://schemas.microsoft.com/2003/10/Serialization/")),
    ],
)
def test_roots_of_scalars(types: Types, kind: str, root: QName) -> None:
    assert member_type(types(f"T: {{fields: {{a: {kind}}}}}")) == Scalar(kind, root=root)


# --- null ---


def test_what_may_be_null_without_saying_so(types: Types) -> None:
    contract = types(
        "T: {fields: {a: qname, b: uri, c: any, d: char, e: datetimeoffset, f: S, g: C, h: E, i: 'list[S]', "
        "j: 'S | None'}}",
        "S: {xml: {value_type: true}, fields: {}}",
        "C: {fields: {}}",
        "E: {enum: [x]}",
    )
    nullable = {member.wire for member in class_of(contract, "T").own if is_nullable(member.type)}
    assert nullable == {"a", "b", "c", "g", "i", "j"}
    assert class_of(contract, "S").value_type
    assert not class_of(contract, "C").value_type


@pytest.mark.parametrize(
    ("item", "contract_name", "item_name"),
    [
        ("S", "ArrayOfS", QName("S", SHOP)),
        ("E", "ArrayOfE", QName("E", SHOP)),
        ("C | None", "ArrayOfC", QName("C", SHOP)),
        ("qname | None", "ArrayOfQName", QName("QName", ARRAYS)),
        ("uri | None", "ArrayOfanyURI", QName("anyURI", ARRAYS)),
        ("char | None", "ArrayOfNullableOfchar", QName("char", SYSTEM)),
        ("datetimeoffset", "ArrayOfDateTimeOffset", QName("DateTimeOffset", SYSTEM)),
        ("int32 | None", "ArrayOfNullableOfint", QName("int", SYSTEM)),
    ],
)
def test_lists(types: Types, item: str, contract_name: str, item_name: QName) -> None:
    found = list_member(
        types(
            f"T: {{fields: {{a: 'list[{item}]'}}}}",
            "S: {xml: {value_type: true}, fields: {}}",
            "C: {fields: {}}",
            "E: {enum: [x]}",
        )
    )
    assert found.contract == found.root
    assert found.contract is not None
    assert found.contract.local == contract_name
    assert found.item_name == item_name


@pytest.mark.parametrize("item", ["S", "E", "datetimeoffset"])
def test_lists_of_nullable_value_types_have_a_digest(types: Types, item: str) -> None:
    found = list_member(
        types(
            f"T: {{fields: {{a: 'list[{item} | None]'}}}}",
            "S: {xml: {value_type: true}, fields: {}}",
            "E: {enum: [x]}",
        )
    )
    name = {"datetimeoffset": "DateTimeOffset"}.get(item, item)
    assert found.contract is not None
    assert found.contract.local.startswith(f"ArrayOfNullableOf{name}")
    assert len(found.contract.local) > len(f"ArrayOfNullableOf{name}")
    assert found.item_name == QName(name, SYSTEM)


# --- classes ---


def test_known_types_of_classes(types: Types) -> None:
    contract = types(
        "B: {xml: {known_types: [D, 'G[int32]', E, 'list[S]', char]}, fields: {}}",
        "D: {extends: B, fields: {}}",
        "G[A]: {extends: B, xml: {known_types: ['dict[str, A]', 'G[A]']}, fields: {}}",
        "E: {enum: [x]}",
        "S: {xml: {value_type: true}, fields: {}}",
    )
    base = class_of(contract, "B").known
    assert base[:3] == (Ref("D"), Ref("GOfInt32"), Ref("E"))
    assert isinstance(base[3], ListType)
    assert isinstance(base[4], Scalar)
    assert class_of(contract, "D").known == ()
    mapped, itself = class_of(contract, "G[int32]").known
    assert isinstance(mapped, DictType)
    assert isinstance(bare(mapped.value), Scalar)
    assert itself == Ref("GOfInt32")


def test_references_and_extension_data_are_inherited(types: Types) -> None:
    contract = types(
        "B: {xml: {reference: true, extensible: true}, fields: {}}",
        "D: {extends: B, fields: {}}",
        "E: {extends: D, xml: {reference: true}, fields: {}}",
        "F: {fields: {}}",
        "G: {extends: F, xml: {reference: false, extensible: true}, fields: {}}",
    )
    assert [class_of(contract, name).reference for name in "BDEFG"] == [True, True, True, False, False]
    assert [class_of(contract, name).extensible for name in "BDEFG"] == [True, True, True, False, True]


def test_constructors_and_setters(types: Types) -> None:
    contract = types(
        "T:",
        "  fields:",
        "    a: {type: 'list[int32]', xml: {get_only: true, initial: [1, 2]}}",
        "    b: {type: str, xml: {initial: ''}}",
        "    c: {type: 'dict[str, str]', xml: {initial: []}}",
        "    d: {type: E, xml: {initial: 1}}",
        "    e: int32",
        "E: {enum: {Red: 0, Green: 1}}",
    )
    facts = {
        each.wire: (each.xml_get_only, each.has_xml_initial, each.xml_initial)
        for each in class_of(contract, "T").own
    }
    assert facts == {
        "a": (True, True, (1, 2)),
        "b": (False, True, ""),
        "c": (False, True, ()),
        "d": (False, True, 1),
        "e": (False, False, None),
    }


# --- enums ---


def test_enums_with_names_and_numbers(types: Types) -> None:
    contract = types(
        "E: {enum: {Red: 0, Green: {value: 1, doc: d, xml: {name: 'rot & <'}}, Blue: 1, Neg: -1}}"
    )
    found = enum_of(contract, "E")
    assert found.base == "int"
    assert [(each.wire, each.python, each.xml, each.doc) for each in found.values] == [
        (0, "RED", "Red", ""),
        (1, "GREEN", "rot & <", "d"),
        (1, "BLUE", "Blue", ""),
        (-1, "NEG", "Neg", ""),
    ]
    assert not found.flags


def test_enums_with_numbers_that_json_names(types: Types) -> None:
    found = enum_of(types("E: {enum: {Red: 0, Green: {value: 0, python: OTHER}}, base: str}"), "E")
    assert found.base == "str"
    assert [(each.wire, each.python, each.xml) for each in found.values] == [
        ("Red", "RED", "Red"),
        ("Green", "OTHER", "Green"),
    ]


def test_flags(types: Types) -> None:
    found = enum_of(types("E: {enum: {A: 1, B: -2147483648, C: 18446744073709551615}, flags: true}"), "E")
    assert found.flags
    assert [each.wire for each in found.values] == [1, -(2**31), 2**64 - 1]
    assert not enum_of(types("E: {enum: {A: 1}, flags: false}"), "E").flags


def test_enums_with_numbers_need_no_xml(load: Load) -> None:
    contract = load("types:\n  E: {enum: {Red: 0, Green: 1}}\n")
    assert [(each.wire, each.xml) for each in enum_of(contract, "E").values] == [(0, None), (1, None)]


# --- the plain dialect ---


def test_the_plain_dialect_has_roots_too(types: Types) -> None:
    plain = "wiresmith: 1\napi: shop\nformats: [xml]\nxml: {dialect: plain, namespace: 'urn:p'}\n"
    contract = types("T: {xml: {root: {name: Root}}, fields: {a: 'dict[T, char]'}}", api=plain)
    assert class_of(contract, "T").root == QName("Root", "urn:p")
    assert class_of(contract, "T").contract == QName("T", "urn:p")
    assert dict_member(contract).pairs
