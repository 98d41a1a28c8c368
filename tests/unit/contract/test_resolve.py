"""What specs mean: types closed and named, null made explicit, orders and provenance decided."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.contract.conftest import API, DATACONTRACT, Lines, Load
from wiresmith.contract.resolve import load_specs
from wiresmith.description import (
    Contract,
    DictType,
    EnumType,
    ListType,
    Member,
    Nullable,
    ObjectType,
    Provenance,
    QName,
    Ref,
    Scalar,
    bare,
    is_nullable,
)
from wiresmith.values.namespaces import ARRAYS, CONTRACTS, SERIALIZATION, SYSTEM

SHOP = CONTRACTS + "Shop"


def an_object(contract: Contract, identity: str) -> ObjectType:
    found = next(each for each in contract.types.values() if each.identity == identity)
    assert isinstance(found, ObjectType)
    return found


def a_member(contract: Contract, identity: str, wire: str) -> Member:
    return next(member for member in an_object(contract, identity).members if member.wire == wire)


def wires(members: tuple[Member, ...]) -> list[str]:
    return [member.wire for member in members]


ENVELOPE = """\
types:
  PBPRReturn: {fields: {Success: bool, Meta: 'dict[str, str]', Code: int}}
  PBPRReturn[T]:
    extends: PBPRReturn
    fields: {Zed: int, Data: T}
  Batch: {fields: {ID: str, Parent: Batch | None}}
operations:
  get_batch:
    get: v1/batches/{id}
    path: {id: str}
    returns: {200: 'PBPRReturn[Batch]'}
"""


def test_a_closed_generic(load: Load) -> None:
    contract = load(ENVELOPE, API + "xml: {dialect: datacontract, clr_namespace: AS.Models.API}\n")
    namespace = CONTRACTS + "AS.Models.API"
    assert list(contract.types) == ["PBPRReturn", "PBPRReturnOfBatch", "Batch"]
    closed = an_object(contract, "PBPRReturn[Batch]")
    assert closed.name == "PBPRReturnOfBatch"
    assert closed.base == "PBPRReturn"
    assert closed.root == QName("PBPRReturnOfBatch7NMnQmOk", namespace)
    assert wires(closed.own) == ["Zed", "Data"]
    assert wires(closed.members) == ["Zed", "Data", "Success", "Meta", "Code"]
    assert wires(closed.xml_members) == ["Code", "Meta", "Success", "Data", "Zed"]
    assert [member.declared_by for member in closed.members] == ["PBPRReturnOfBatch"] * 2 + ["PBPRReturn"] * 3
    assert a_member(contract, "PBPRReturn[Batch]", "Data").type == Nullable(Ref("Batch"))
    assert contract.operations[0].responses[0].payload.type == Ref("PBPRReturnOfBatch")


def test_the_order_in_the_plain_dialect_is_that_of_reading(load: Load) -> None:
    contract = load(ENVELOPE)
    closed = an_object(contract, "PBPRReturn[Batch]")
    assert wires(closed.members) == ["Success", "Meta", "Code", "Zed", "Data"]
    assert closed.xml_members == ()
    assert closed.root is None
    assert not contract.has_xml


def test_open_generics_that_nobody_closes_are_not_there(load: Load) -> None:
    contract = load("types:\n  Page[T]: {fields: {items: 'list[T]'}}\n  A: {fields: {}}\n")
    assert list(contract.types) == ["A"]


def test_names_of_closed_generics(load: Load) -> None:
    contract = load(
        "types:\n"
        "  P[T]: {fields: {x: T}}\n"
        "  Two[T, U]: {fields: {x: T, w: U}}\n"
        "  A:\n"
        "    fields:\n"
        "      a: P[list[A]]\n"
        "      b: P[dict[str, int]]\n"
        "      c: P[int | None]\n"
        "      d?: Two[P[A], uuid]\n"
        "      e: P[E]\n"
        "      f: P[Batches]\n"
        "      g: P[Few]\n"
        "      h: P[Short[int]]\n"
        "  E: {enum: [a]}\n"
        "  Batches: {type: 'list[E]'}\n"
        "  Few: {type: 'list[E]', max_length: 3}\n"
        "  Short[T]: {type: 'list[T]', max_length: 3}\n"
    )
    python = {declared.identity: declared.name for declared in contract.types.values()}
    assert python == {
        "P[A]": "POfA",
        "P[E]": "POfE",
        "P[Few]": "POfFew",
        "P[Short[int]]": "POfShortOfInt",
        "P[dict[str, int]]": "POfDictOfStrInt",
        "P[int | None]": "POfNullableInt",
        "P[list[A]]": "POfListOfA",
        "P[list[E]]": "POfListOfE",
        "Two[P[A], uuid]": "TwoOfPOfAUuid",
        "A": "A",
        "E": "E",
    }
    assert a_member(contract, "P[int | None]", "x").type == Nullable(Scalar("int"))
    few = bare(a_member(contract, "P[Few]", "x").type)
    assert isinstance(few, ListType)
    assert few.max_length == 3


def test_null_that_goes_without_saying(load: Load) -> None:
    spec = (
        "types:\n"
        "  A:\n"
        "    fields:\n"
        "      text: str\n"
        "      raw: bytes\n"
        "      anything: any\n"
        "      other: A\n"
        "      many: list[str]\n"
        "      numbers: list[int]\n"
        "      map: dict[str, A]\n"
        "      number: int\n"
        "      id: uuid\n"
        "      kind: E\n"
        "      maybe: int | None\n"
        "      gone?: str\n"
        "  E: {enum: [a]}\n"
    )
    nullable = {
        member.wire: is_nullable(member.type) for member in an_object(load(spec, DATACONTRACT), "A").members
    }
    implicit = {"text", "raw", "anything", "other", "many", "numbers", "map", "gone"}
    assert {wire for wire, is_nullable in nullable.items() if is_nullable} == implicit | {"maybe"}
    contract = load(spec, DATACONTRACT)
    many, numbers, mapped = (bare(a_member(contract, "A", wire).type) for wire in ("many", "numbers", "map"))
    assert isinstance(many, ListType)
    assert isinstance(numbers, ListType)
    assert isinstance(mapped, DictType)
    assert (is_nullable(many.item), is_nullable(numbers.item)) == (True, False)
    assert (is_nullable(mapped.key), is_nullable(mapped.value)) == (False, True)
    assert a_member(contract, "A", "text").absent_as_null
    assert not a_member(contract, "A", "number").absent_as_null
    gone = a_member(contract, "A", "gone")
    assert (gone.optional, gone.absent_as_null) == (True, False)


def test_null_in_the_plain_dialect_is_what_is_written(load: Load) -> None:
    contract = load(
        "types:\n  A: {fields: {a: str, b: str | None, 'c?': 'list[str | None] | None', 'd?': int}}\n"
    )
    states = [(is_nullable(m.type), m.optional, m.absent_as_null) for m in an_object(contract, "A").members]
    assert states == [
        (False, False, False),
        (True, False, True),
        (True, True, False),
        (False, True, False),
    ]
    items = bare(a_member(contract, "A", "c").type)
    assert isinstance(items, ListType)
    assert is_nullable(items.item)


def test_named_scalars(load: Load) -> None:
    contract = load(
        "types:\n"
        "  Id: {type: str, min_length: 2, max_length: 9}\n"
        "  ShortId: {type: Id, max_length: 5, pattern: ^a}\n"
        "  A: {fields: {a: Id, b: ShortId, c: {type: Id, max_length: 12, min_length: 3}}}\n"
    )
    assert [bare(member.type) for member in an_object(contract, "A").members] == [
        Scalar("str", min_length=2, max_length=9, name="Id"),
        Scalar("str", min_length=2, max_length=5, pattern="^a", name="ShortId"),
        Scalar("str", min_length=3, max_length=9),
    ]


def test_aliases(load: Load) -> None:
    contract = load(
        "types:\n"
        "  A: {fields: {a: Many, b: 'Pages[A]', c: Same, d: Maybe}}\n"
        "  Many: {type: 'list[A]', min_length: 1}\n"
        "  Pages[T]: {type: 'dict[str, list[T]]'}\n"
        "  Same: {type: A | None}\n"
        "  Maybe: {type: int | None, ge: 0}\n"
    )
    assert list(contract.types) == ["A"]
    a = Ref("A")
    assert [member.type for member in an_object(contract, "A").members] == [
        ListType(a, min_length=1),
        DictType(Scalar("str"), ListType(a)),
        Nullable(Ref("A")),
        Nullable(Scalar("int", ge=0, name="Maybe")),
    ]


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
    for member in an_object(contract, "A").members:
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
    assert isinstance(bare(ints.item), Scalar)
    assert bare(ints.item).root == QName("int", SERIALIZATION)


def test_named_collections_with_xml_facts(load: Load) -> None:
    contract = load(
        "types:\n"
        "  Names: {type: 'list[str]', xml: {namespace: 'urn:n', item_name: Name}}\n"
        "  Map: {type: 'dict[str, int]', xml: {item_name: Entry, key_name: K, value_name: V}}\n"
        "  Bare: {type: 'list[A]', xml: {name: Bear}}\n"
        "  A: {fields: {a: Names, b: Map, c: Bare}, xml: {namespace: 'urn:a'}}\n",
        DATACONTRACT,
    )
    names, mapped, unnamed = (bare(member.type) for member in an_object(contract, "A").members)
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
    assert [member.xml_name for member in an_object(contract, "C").xml_members] == [
        QName("a", "urn:a"),
        QName("b", SHOP),
        QName("c", CONTRACTS + "X.Y"),
    ]
    assert an_object(contract, "C").root == QName("See", CONTRACTS + "X.Y")


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
    assert an_object(contract, "A").root == QName("A", namespace)
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
    found = an_object(contract, "A")
    assert wires(found.own) == ["a b", "last", "first"]
    assert wires(found.members) == ["a b", "first", "last"]
    assert [member.xml_name for member in found.xml_members] == [
        QName("a_x0020_b", SHOP),
        QName("zz", SHOP),
        QName("last", SHOP),
    ]
    assert (found.members[1].xml_emit_default, found.members[1].xml_required) == (False, False)
    assert (found.members[2].xml_emit_default, found.members[2].xml_required) == (True, True)


def test_json_order(load: Load) -> None:
    contract = load(
        "types:\n  A: {fields: {a: int, b: int}}\n  B: {extends: A, json_order: [a, c, b], fields: {c: "
        "int}}\n"
        "  C: {extends: B, fields: {d: int}}\n"
    )
    assert wires(an_object(contract, "B").members) == ["a", "c", "b"]
    assert wires(an_object(contract, "C").members) == ["a", "c", "b", "d"]


def test_types_come_in_the_order_of_declaration_after_their_bases(load: Load) -> None:
    contract = load(
        "types:\n"
        "  Z: {extends: 'P[M]', fields: {}}\n"
        "  A: {extends: Z, fields: {x: 'P[Z] | None'}}\n"
        "  P[T]: {extends: Base, fields: {p: T | None}}\n"
        "  M: {fields: {}}\n"
        "  Base: {fields: {}}\n"
        "  E: {enum: [a]}\n"
    )
    assert list(contract.types) == ["Base", "POfM", "Z", "A", "POfZ", "M", "E"]


def test_enums(load: Load) -> None:
    contract = load(
        "types:\n"
        "  E: {enum: {createdAt: {doc: When., xml: {name: Created}}, 'n/a': {python: UNKNOWN}}, closed: "
        "true}\n"
        "  I: {enum: {1: {xml: {name: One}}, -1: {xml: {name: Minus}}}}\n",
        DATACONTRACT,
    )
    first, second = contract.types["E"], contract.types["I"]
    assert isinstance(first, EnumType)
    assert isinstance(second, EnumType)
    assert [(v.wire, v.python, v.xml, v.doc) for v in first.values] == [
        ("createdAt", "CREATED_AT", "Created", "When."),
        ("n/a", "UNKNOWN", "n/a", ""),
    ]
    assert first.closed
    assert (second.base, [(v.wire, v.python, v.xml) for v in second.values]) == (
        "int",
        [(1, "VALUE_1", "One"), (-1, "VALUE_MINUS_1", "Minus")],
    )
    assert first.root == QName("E", SHOP)


def test_the_nearest_provenance_wins(load: Load) -> None:
    contract = load(
        "inferred: the file\n"
        "types:\n"
        "  A: {fields: {a: int, b: {type: int, documented: table}}}\n"
        "  B: {assumed: the type, fields: {a: int, b: {type: int, inferred: the member}}}\n"
        "operations:\n"
        "  one:\n"
        "    get: /{id}\n"
        "    path: {id: int}\n"
        "    returns: {200: any}\n"
        "  two:\n"
        "    get: /x\n"
        "    assumed: the operation\n"
        "    query: {q: int, r: {type: int, inferred: the parameter}}\n"
        "    returns: {200: {type: any, assumed: the response}}\n"
    )
    assert [m.provenance for m in an_object(contract, "A").members] == [
        Provenance("inferred", "the file"),
        Provenance("documented", "table"),
    ]
    assert an_object(contract, "A").provenance == Provenance("inferred", "the file")
    assert [m.provenance for m in an_object(contract, "B").members] == [
        Provenance("assumed", "the type"),
        Provenance("inferred", "the member"),
    ]
    one, two = contract.operations
    assert one.parameters[0].provenance == Provenance("inferred", "the file")
    assert [p.provenance for p in two.parameters] == [
        Provenance("assumed", "the operation"),
        Provenance("inferred", "the parameter"),
    ]
    assert two.responses[0].provenance == Provenance("assumed", "the response")
    assert load("types:\n  A: {fields: {}}\n").types["A"].provenance == Provenance()


def test_defaults_and_examples_are_kept(load: Load) -> None:
    contract = load(
        "types:\n  A: {fields: {a: {type: E, default: asc}, b: {type: int | None, default: null}}}\n"
        "  E: {enum: [asc]}\n"
        "operations:\n  op:\n    get: /\n    query: {'q?': {type: int, default: 5, examples: [1, 2], ge: "
        "1}}\n"
        "    returns: {200: any}\n"
    )
    assert [(m.has_default, m.default) for m in an_object(contract, "A").members] == [
        (True, "asc"),
        (True, None),
    ]
    (parameter,) = contract.operations[0].parameters
    assert (parameter.has_default, parameter.default, parameter.examples, parameter.required) == (
        True,
        5,
        (1, 2),
        False,
    )


def test_sources_and_what_stands_in_api_yaml(load: Load) -> None:
    contract = load(
        "types: {}\n",
        API + "title: Shop\ndoc: Sells.\ndocs: {page: p.txt, url: 'https://x'}\nbase_url: "
        "https://x/a\nundocumented: [auth]\n",
    )
    assert (contract.api, contract.title, contract.doc) == ("shop", "Shop", "Sells.")
    assert (contract.docs_page, contract.docs_url, contract.base_url) == ("p.txt", "https://x", "https://x/a")
    assert contract.undocumented == ("auth",)
    assert [name for name, _ in contract.sources] == ["api.yaml", "e.yaml"]


@pytest.mark.slow
def test_long_chains_are_refused_not_followed(lines: Lines) -> None:
    bases = "".join(f"  A{n}: {{extends: A{n + 1}, fields: {{}}}}\n" for n in range(2000))
    found = lines(f"types:\n{bases}  A2000: {{fields: {{}}}}\n")
    assert any("more than 50 bases" in line for line in found)
    aliases = "".join(f"  A{n}: {{type: 'list[A{n + 1}]'}}\n" for n in range(2000))
    found = lines(f"types:\n{aliases}  A2000: {{type: int}}\n")
    assert any("more than 50 aliases" in line for line in found)


@pytest.mark.slow
def test_generics_that_branch_without_growing_deep_are_cut_off(lines: Lines) -> None:
    levels = "".join(
        f"  L{n}[T]: {{fields: {{a: 'L{n + 1}[list[T]]', b: 'L{n + 1}[dict[str, T]]', c: "
        f"'L{n + 1}[P[T]]'}}}}\n"
        for n in range(9)
    )
    found = lines(
        f"types:\n  P[T]: {{fields: {{}}}}\n{levels}  L9[T]: {{fields: {{}}}}\n  A: {{fields: {{a: "
        f"'L0[int]'}}}}\n"
    )
    assert len(found) == 1
    assert "is one of more than 2,000 types" in found[0]


def test_doubling_arguments_are_cut_off(lines: Lines) -> None:
    levels = "".join(f"  L{n}[T]: {{fields: {{a: 'L{n + 1}[P[T, T]]'}}}}\n" for n in range(40))
    found = lines(
        f"types:\n  P[T, U]: {{fields: {{}}}}\n{levels}  L40[T]: {{fields: {{}}}}\n  A: {{fields: {{a: "
        f"'L0[int]'}}}}\n"
    )
    assert len(found) == 1
    assert "needs ever larger types of itself" in found[0]


def test_a_generic_may_refer_to_itself(load: Load) -> None:
    contract = load(
        "types:\n  Tree[T]: {fields: {value: T, children: 'list[Tree[T]]'}}\n  A: {fields: {a: "
        "'Tree[int]'}}\n"
    )
    assert list(contract.types) == ["TreeOfInt", "A"]


def test_the_five_specs_resolve(specs: Path) -> None:
    contracts = {contract.api: contract for contract in load_specs(specs)}
    use = contracts["bemicron"].operations[0].responses[0].payload.type
    assert use is not None
    assert isinstance(bare(use), ListType)
    entity_model = CONTRACTS + "EntityModel"
    assert bare(use).root == QName("ArrayOfmediwave_batch_details", entity_model)
    assert bare(use).item_name == QName("mediwave_batch_details", entity_model)
    assert contracts["asavie"].types["PBPRReturnOfBatch"].root == QName(
        "PBPRReturnOfBatch7NMnQmOk", CONTRACTS + "AS.Models.API"
    )
