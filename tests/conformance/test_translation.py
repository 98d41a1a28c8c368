"""What the translation takes from C# sources, and how it names generics."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from tests.conformance.clr import ClrMember, ClrType, Contract, UnreadableCase, type_name
from tests.conformance.csharp import UNKNOWN, declarations
from tests.conformance.outcome import Refused
from tests.conformance.package import loaded
from tests.conformance.recover import missing_types
from tests.conformance.rules import Rules
from tests.conformance.translate import translate
from wiresmith.runtime import Typed, WriterOptions

SOURCE = """
namespace Demo {
  [KnownType("Known")] public class T {
    public int A = 3, B; public string S {get;set;} = "a\\n\\u00e9"; // comment = 4;
    private List<int> l = new List<int>{1, 2}; public List<int> L { get { return l; } }
    public Dictionary<string,int> D = new Dictionary<string,int>(), E;
    public double F = 1.5, G = 1.0/3.0; public static int Z = 9;
    public T() { A = 4; this.B = -5; }
    static Type[] Known() { return new Type[]{ typeof(U) }; }
    [OnSerializing] void Before(StreamingContext c) { A = 9; }
  }
  [DataContract(Namespace="urn:u", IsReference=true)]
  public class U : T { [DataMember(Name="x", Order=2)] private int X; }
  class Hidden { public Hidden(int x) {} }
}
"""


def _contract(**types: list[tuple[str, str]]) -> Contract:
    made = {
        name: ClrType(
            type_name(name), "class", "Demo", type_name("System.Object"), (), (),
            tuple(ClrMember(one, "field", type_name(type_), True, "public", ()) for one, type_ in members),
        )
        for name, members in types.items()
    }  # fmt: skip
    return Contract(type_name("Demo.T"), made, {}, {}, None, False)


def _types(contract: Contract) -> str:
    return translate(contract, Rules(contract)).text.partition("types:\n")[2]


def test_initial_values_are_literals_of_fields_properties_and_the_constructor() -> None:
    found: dict[str, Any] = declarations(SOURCE)["T",].initial
    assert found.pop("G") is UNKNOWN
    assert found == {"A": 4, "B": -5, "S": "a\né", "l": [1, 2], "D": [], "F": 1.5}


def test_constructors_getters_and_attributes_of_methods() -> None:
    found = declarations(SOURCE)
    assert found["T",].returns == {"L": "l"}
    assert found["T",].attributed == {"OnSerializing"}
    assert found["T",].has_default_constructor
    assert not found["Hidden",].has_default_constructor


def test_a_type_that_only_the_source_has() -> None:
    found = missing_types(SOURCE, {})["Demo.U"]
    assert str(found.base) == "Demo.T"
    assert found.attribute("DataContract") == {
        "attr": "DataContractAttribute", "Namespace": "urn:u", "IsReference": True
    }  # fmt: skip
    [member] = found.members
    assert (member.name, str(member.type), member.public) == ("X", "System.Int32", False)
    assert member.attribute("DataMember") == {"attr": "DataMemberAttribute", "Name": "x", "Order": 2}


def test_known_types_of_a_method_are_those_that_it_names() -> None:
    types = missing_types(SOURCE, {})
    contract = Contract(type_name("Demo.T"), types, {}, {}, None, False, SOURCE)
    assert Rules(contract).known_types(types["Demo.T"]) == ["Demo.U"]


def _known(*names: str) -> Contract:
    known = tuple({"attr": "KnownTypeAttribute", "Type": name} for name in names)
    contract = _contract(**{"Demo.T": []})
    made = contract.types["Demo.T"]
    return replace(contract, types={"Demo.T": replace(made, attributes=known)})


def test_a_nullable_is_known_as_its_value_type() -> None:
    text = _types(_known("System.Nullable`1[System.Int32]", "System.Int32", "System.Char"))
    assert "known_types: [int32, char]" in text


def test_the_name_of_a_type_variable_is_no_name_of_a_type() -> None:
    text = _types(_contract(**{"Demo.T": [("A", "Demo._T1")], "Demo._T1": []}))
    assert "A: TypeT1" in text
    assert "name: _T1" in text


def test_a_root_name_of_a_nullable_struct_is_that_of_the_struct() -> None:
    contract = _contract(**{"Demo.T": []})
    contract = replace(
        contract,
        root=type_name("System.Nullable`1[Demo.T]"),
        types={"Demo.T": replace(contract.types["Demo.T"], kind="struct")},
        serializer={"root_name": "Root", "root_namespace": "urn:r"},
    )
    text = translate(contract, Rules(contract)).text
    assert 'root: {name: Root, namespace: "urn:r"}' in text
    assert "Document" not in text


def test_a_root_name_of_a_list_with_nulls_is_that_of_a_name_for_it() -> None:
    contract = replace(
        _contract(**{"Demo.T": []}),
        root=type_name("System.Collections.Generic.List`1[System.Nullable`1[System.Int32]]"),
        serializer={"root_name": "Root"},
    )
    assert 'type: "list[int32 | None]"' in translate(contract, Rules(contract)).text


def test_closed_generics_become_an_open_one() -> None:
    contract = _contract(
        **{
            "Demo.T": [
                ("A", "Demo.G`2[System.Int32,System.String]"),
                ("B", "Demo.G`2[System.String,System.Byte]"),
            ],
            "Demo.G`2[System.Int32,System.String]": [
                ("V", "System.Int32[]"),
                ("N", "System.Int32"),
                ("W", "System.String"),
            ],
            "Demo.G`2[System.String,System.Byte]": [
                ("V", "System.String[]"),
                ("N", "System.Int32"),
                ("W", "System.Byte"),
            ],
        }
    )
    assert _types(contract) == (
        '  T:\n    fields:\n      A: "G[int32, str]"\n      B: "G[str, uint8]"\n'
        '  "G[T0, T1]":\n    fields:\n      V: {type: "list[T0]", xml: {array: true}}\n      "N": int32\n   '
        "   W: T1\n"
    )


def test_instances_that_no_one_definition_gives_are_types_of_their_own() -> None:
    contract = _contract(
        **{
            "Demo.T": [("A", "Demo.G`1[System.Int32]"), ("B", "Demo.G`1[System.Byte]")],
            "Demo.G`1[System.Int32]": [("V", "System.Int32[]")],
            "Demo.G`1[System.Byte]": [("V", "System.Byte[]")],
        }
    )
    text = _types(contract)
    assert 'A: "G2[int32]"\n      B: "G3[uint8]"' in text
    assert text.count('name: "GOf{0}{#}"') == 2


@pytest.mark.parametrize("text", ["", "A[", "A[B", "A]", "A[B]]", "[]"])
def test_texts_that_are_no_type_names(text: str) -> None:
    with pytest.raises(UnreadableCase):
        type_name(text)


def test_type_names_come_back() -> None:
    for text in ("A.B`2[C[],D+E`1[F[,]]]", "System.Int32[][]", "<>__AnonType0`1[System.Int32]"):
        assert str(type_name(text)) == text


def test_arrays_of_two_dimensions_are_refused() -> None:
    contract = _contract(**{"Demo.T": [("A", "System.Int32[,]")]})
    with pytest.raises(Refused, match="multi-dimensional"):
        translate(contract, Rules(contract))


def test_an_object_is_what_its_reference_says_wherever_it_is_recorded() -> None:
    field = {"t": "Demo.T", "id": 1, "m": {"Hidden": {"t": "Demo.U", "id": 2, "m": {}}, "A": {"ref": 2}}}
    contract = _contract(**{"Demo.T": [("A", "Demo.U")], "Demo.U": []})
    made = loaded(replace(contract, value=field, has_value=True), [field])
    value = made.values(ZoneInfo("UTC")).make(field, contract.root)
    assert type(value.a).__name__ == "U"


def test_small_enums_in_arrays_are_recorded_as_bytes() -> None:
    contract = _contract(**{"Demo.T": [("A", "Demo.E[]")]})
    member = ClrMember("Minus", "constant", None, True, "none", (), -1)
    enum = ClrType(type_name("Demo.E"), "enum", "Demo", None, (), (), (member,))
    field = {"t": "Demo.T", "id": 1, "m": {"A": {"t": "Demo.E[]", "v": "//8="}}}
    contract = replace(contract, types={**contract.types, "Demo.E": enum})
    made = loaded(contract, [field])
    value = made.values(ZoneInfo("UTC")).make(field, contract.root)
    assert value.a == [-1, -1]


def test_a_typed_value_names_a_generic_class_as_python_does() -> None:
    pair = "System.Collections.Generic.List`1[Demo.G`1[System.Int32]]"
    types = {"Demo.T": [("A", "System.Object")], "Demo.G`1[System.Int32]": []}
    contract = _contract(**types)
    known = ({"attr": "KnownTypeAttribute", "Type": pair},)
    contract.types["Demo.T"] = replace(contract.types["Demo.T"], attributes=known)
    field = {"t": "Demo.T", "id": 1, "m": {"A": {"t": pair, "id": 2, "items": []}}}
    made = loaded(contract, [field])
    value = made.values(ZoneInfo("UTC")).make(field, contract.root)
    assert value.a == Typed("list[GOfInt32]", [])
    assert made.write(value, WriterOptions())
