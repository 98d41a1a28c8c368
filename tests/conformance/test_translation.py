"""What the translation takes from C# sources, and how it names generics."""

from __future__ import annotations

from typing import Any

import pytest

from tests.conformance.clr import ClrMember, ClrType, Contract, UnreadableCase, type_name
from tests.conformance.csharp import UNKNOWN, declarations
from tests.conformance.outcome import Refused
from tests.conformance.recover import missing_types
from tests.conformance.rules import Rules
from tests.conformance.translate import translate

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
  [DataContract(Namespace="urn:u", IsReference=true)] public class U : T { [DataMember(Name="x", Order=2)] private int X; }
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
        '  "G[T0, T1]":\n    fields:\n      V: {type: "list[T0]", xml: {array: true}}\n      "N": int32\n      W: T1\n'
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
