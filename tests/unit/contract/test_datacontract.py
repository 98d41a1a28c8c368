"""The naming rules, against names in bytes that .NET's DataContractSerializer wrote."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any
from xml.parsers import expat

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wiresmith.contract import dotnet_names
from wiresmith.description import QName
from wiresmith.kinds import all_kinds
from wiresmith.values.namespaces import ARRAYS, CONTRACTS, SERIALIZATION, SYSTEM, XS

PRIMITIVES = {kind.name: kind.contract_name for kind in all_kinds()}
VECTORS: dict[str, Any] = json.loads(Path(__file__).with_name("datacontract_names.json").read_text("utf-8"))
KINDS = {
    "System.Boolean": "bool", "System.SByte": "int8", "System.Byte": "uint8", "System.Int16": "int16",
    "System.UInt16": "uint16",
    "System.Int32": "int32", "System.UInt32": "uint32", "System.Int64": "int64", "System.UInt64": "uint64",
    "System.Single": "float32", "System.Double": "float64", "System.Decimal": "decimal",
    "System.String": "str",
    "System.DateTime": "datetime", "System.TimeSpan": "timedelta", "System.Guid": "uuid", "System.Uri": "uri",
    "System.Object": "any", "System.Byte[]": "bytes", "System.Char": "char",
    "System.DateTimeOffset": "datetimeoffset",
}  # fmt: skip
LISTS = re.compile(r"System\.Collections\.Generic\.(List|IList|IEnumerable|ICollection)`1$")
DICTS = re.compile(r"System\.Collections\.Generic\.(I|Sorted)?Dictionary`2$")


class ClrNames:
    """Applies the rules to CLR types as the vectors describe them."""

    def __init__(self, types: dict[str, Any]) -> None:
        self.types = types

    def name(self, clr: str) -> QName:
        if clr in KINDS:
            return PRIMITIVES[KINDS[clr]]
        if clr.endswith("[]"):
            return dotnet_names.array_of(self.name(clr[:-2]))
        if clr in self.types:
            return self.declared(self.types[clr])
        stem, _, rest = clr.partition("[")
        arguments = [self.name(argument) for argument in split(rest[:-1])]
        if LISTS.match(stem):
            return dotnet_names.array_of(*arguments)
        if DICTS.match(stem):
            return dotnet_names.dictionary_of(*arguments)
        if stem == "System.Nullable`1":
            return dotnet_names.nullable_of(*arguments)
        namespace, _, name = stem.rpartition(".")
        return QName(
            dotnet_names.generic_name(name.partition("`")[0], arguments),
            dotnet_names.namespace_of_clr(namespace),
        )

    def declared(self, clr: dict[str, Any]) -> QName:
        contract = clr.get("contract", {})
        namespace = contract.get("Namespace", dotnet_names.namespace_of_clr(clr["namespace"]))
        declaring = clr.get("declaring", "").removeprefix(clr["namespace"] + ".")
        nesting = [*declaring.split("+"), clr["name"]] if declaring else [clr["name"]]
        name = contract.get("Name") or ".".join(part.partition("`")[0] for part in nesting)
        arguments = [self.name(argument) for argument in clr.get("generic_args", ())]
        if not arguments:
            return QName(dotnet_names.encode_local_name(name), namespace)
        counts = [int(part.partition("`")[2] or 0) for part in reversed(nesting)]
        closed = dotnet_names.expanded_name if "Name" in contract else dotnet_names.generic_name
        name = closed(name, arguments, parameter_counts=counts)
        return QName(dotnet_names.encode_local_name(name), namespace)


def split(arguments: str) -> list[str]:
    """Type arguments, at the commas that are in no brackets."""
    found, depth = [""], 0
    for character in arguments:
        depth += {"[": 1, "]": -1}.get(character, 0)
        if character == "," and depth == 0:
            found.append("")
        else:
            found[-1] += character
    return found


@pytest.mark.parametrize("vector", VECTORS["names"], ids=lambda vector: vector["case"])
def test_root_names(vector: dict[str, Any]) -> None:
    names = ClrNames(vector["types"])
    clr = vector["type"]
    if clr.startswith("System.Nullable`1"):
        clr = clr.removeprefix("System.Nullable`1[")[:-1]  # a nullable root is called like its value
    name = names.name(clr)
    if clr in KINDS:
        name = dotnet_names.primitive_root(KINDS[clr])
    assert f"{{{name.namespace}}}{name.local}" == vector["root"]


@pytest.mark.parametrize("vector", VECTORS["orders"], ids=lambda vector: vector["case"])
def test_member_order(vector: dict[str, Any]) -> None:
    elements: list[str] = []
    for level in vector["levels"]:
        members = [(dotnet_names.encode_local_name(name), order) for name, order in level]
        elements += [
            name for name, _ in sorted(members, key=lambda member: dotnet_names.member_order(*member))
        ]
    assert elements == vector["elements"]


def test_the_vectors_are_many() -> None:
    assert len(VECTORS["names"]) > 80
    assert len(VECTORS["orders"]) > 7


def test_digest_of_the_published_example() -> None:
    assert dotnet_names.digest([1], [CONTRACTS + "AS.Models.API"]) == "7NMnQmOk"


@pytest.mark.parametrize(
    ("clr", "namespace"),
    [
        ("", CONTRACTS),
        ("AS.Models.API", CONTRACTS + "AS.Models.API"),
        ("Demo.été._x", CONTRACTS + "Demo.%C3%A9t%C3%A9._x"),
    ],
)
def test_namespace_of_a_clr_namespace(clr: str, namespace: str) -> None:
    assert dotnet_names.namespace_of_clr(clr) == namespace


@pytest.mark.parametrize("clr", ["a b", ".", "A..B", "../x", "A/B", "http://x"])
def test_what_is_no_clr_namespace(clr: str) -> None:
    with pytest.raises(ValueError, match="identifiers joined by dots"):
        dotnet_names.namespace_of_clr(clr)


@pytest.mark.parametrize(
    ("name", "encoded"),
    [
        ("My Type<1>", "My_x0020_Type_x003C_1_x003E_"),
        ("e_x0020_f", "e_x0020_f"),
        ("a _x0020_", "a_x0020__x005F_x0020_"),
        ("a _X0020_", "a_x0020__x005F_X0020_"),
        ("1st", "_x0031_st"),
        ("a·", "a·"),
        ("·a", "_x00B7_a"),
        ("😀", "_x0001F600_"),
        ("a\ud800", "a_xFFFD_"),
        # Letters of XML's fifth edition, which .NET does not have.
        ("\u0220", "_x0220_"),
        ("\U00010400", "_x00010400_"),
    ],
)
def test_encoding_of_names(name: str, encoded: str) -> None:
    assert dotnet_names.encode_local_name(name) == encoded


@given(st.text(min_size=1))
def test_an_encoded_name_is_an_xml_name(name: str) -> None:
    encoded = dotnet_names.encode_local_name(name)
    assert dotnet_names.is_ncname(encoded)
    assert dotnet_names.encode_local_name(encoded) == encoded
    expat.ParserCreate().Parse(f"<{encoded}/>", True)


@pytest.mark.parametrize("name", ["", "a:b", "a b", "a/><b", "a x='1'", "a\n", "-a", "a&b", "<a"])
def test_what_is_no_xml_name(name: str) -> None:
    assert not dotnet_names.is_ncname(name)


@pytest.mark.parametrize(
    "name", ["{1}", "{0", "a{", "{}", "{x}", "{{0}}", "{-1}", "{0 1}", "{##}", "{9999999999999}"]
)
def test_bad_name_formats(name: str) -> None:
    with pytest.raises(ValueError, match="curly brace"):
        dotnet_names.expanded_name(name, [QName("int", XS)])


def test_name_formats() -> None:
    foreign = QName("P", "urn:p")
    assert dotnet_names.expanded_name("{0}Foo", [foreign]) == "PFoo"
    assert dotnet_names.expanded_name("{0}Foo{#}", [foreign]) == "PFoo" + dotnet_names.digest([1], ["urn:p"])
    assert dotnet_names.expanded_name("Foo", [foreign]) == "Foo"
    assert dotnet_names.expanded_name("a}{ 0 }}{+0}{-0}{00}", [foreign]) == "a}P}PPP"
    assert dotnet_names.expanded_name("{#}{#}", [foreign]) == 2 * dotnet_names.digest([1], ["urn:p"])
    assert dotnet_names.expanded_name("{#}", [QName("int", XS)]) == ""
    assert dotnet_names.expanded_name(
        "{#}", [QName("int", XS)], parameter_counts=[1, 0]
    ) == dotnet_names.digest([1, 0], [XS])
    assert dotnet_names.expanded_name("{1}{0}", [foreign, QName("int", XS)]) == "intP"


def test_every_scalar_kind_has_a_name() -> None:
    foreign = {kind for kind, name in PRIMITIVES.items() if name.namespace not in (XS, SERIALIZATION)}
    assert foreign == {"datetimeoffset"}
    assert dotnet_names.primitive_root("datetimeoffset") == QName("DateTimeOffset", SYSTEM)
    assert dotnet_names.primitive_root("qname") == QName("QName", SERIALIZATION)
    assert dotnet_names.primitive_root("uuid") == QName("guid", SERIALIZATION)
    assert dotnet_names.array_of(PRIMITIVES["int"]) == QName("ArrayOfint", ARRAYS)
