"""What specs mean: types closed and named, null made explicit, orders and provenance decided."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.contract.conftest import API, DATACONTRACT, Load
from tests.unit.contract.data_contracts import SHOP, a_member, class_of, wires
from wiresmith.contract.resolve import load_specs
from wiresmith.description import (
    DictType,
    EnumType,
    ListType,
    Nullable,
    Provenance,
    QName,
    Ref,
    Scalar,
    bare,
    is_nullable,
)
from wiresmith.language.problem import SpecError
from wiresmith.values.namespaces import CONTRACTS

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
    closed = class_of(contract, "PBPRReturn[Batch]")
    assert closed.name == "PBPRReturnOfBatch"
    assert closed.base == "PBPRReturn"
    assert closed.root == QName("PBPRReturnOfBatch7NMnQmOk", namespace)
    assert wires(closed.own) == ["Zed", "Data"]
    assert wires(closed.members) == ["Zed", "Data", "Success", "Meta", "Code"]
    assert wires(closed.xml_members) == ["Code", "Meta", "Success", "Data", "Zed"]
    assert [member.declared_by for member in closed.members] == ["PBPRReturnOfBatch"] * 2 + ["PBPRReturn"] * 3
    assert a_member(contract, "PBPRReturn[Batch]", "Data").type == Nullable(Ref("Batch"))
    assert contract.operations[0].responses[0].type == Ref("PBPRReturnOfBatch")


def test_the_order_in_the_plain_dialect_is_that_of_reading(load: Load) -> None:
    contract = load(ENVELOPE)
    closed = class_of(contract, "PBPRReturn[Batch]")
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
        member.wire: is_nullable(member.type) for member in class_of(load(spec, DATACONTRACT), "A").members
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
    states = [(is_nullable(m.type), m.optional, m.absent_as_null) for m in class_of(contract, "A").members]
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
    assert [bare(member.type) for member in class_of(contract, "A").members] == [
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
    assert [member.type for member in class_of(contract, "A").members] == [
        ListType(a, min_length=1),
        DictType(Scalar("str"), ListType(a)),
        Nullable(Ref("A")),
        Nullable(Scalar("int", ge=0, name="Maybe")),
    ]


def test_an_alias_with_arguments_is_no_class(load: Load) -> None:
    """Another type may have the name that its class would have; one without arguments is exported."""
    spec = "types:\n  A: {{python: Many, fields: {{a: '{}'}}}}\n  Many{}: {{type: 'list[{}]'}}\n"
    assert list(load(spec.format("Many[int]", "[T]", "T")).types) == ["Many"]
    with pytest.raises(SpecError, match="Many"):
        load(spec.format("Many", "", "int"))


@pytest.mark.parametrize(
    ("members", "lacking"),
    [("a, b, c, d, e, f", "'b', 'c', 'd', 'e', 'f'"), ("a, b, c, d, e, f, g", "'b', 'c', 'd', 'e', 'f', …")],
)
def test_what_an_order_lacks_is_listed_up_to_five(load: Load, members: str, lacking: str) -> None:
    fields = members.replace(",", ": int,") + ": int"
    with pytest.raises(SpecError) as caught:
        load(f"types:\n  A: {{json_order: [a], fields: {{{fields}}}}}\n")
    assert f"lacks {lacking};" in str(caught.value)


def test_json_order(load: Load) -> None:
    contract = load(
        "types:\n  A: {fields: {a: int, b: int}}\n  B: {extends: A, json_order: [a, c, b], fields: {c: "
        "int}}\n"
        "  C: {extends: B, fields: {d: int}}\n"
    )
    assert wires(class_of(contract, "B").members) == ["a", "c", "b"]
    assert wires(class_of(contract, "C").members) == ["a", "c", "b", "d"]


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
    assert [m.provenance for m in class_of(contract, "A").members] == [
        None,
        Provenance("documented", "table"),
    ]
    assert class_of(contract, "A").provenance == Provenance("inferred", "the file")
    assert [m.provenance for m in class_of(contract, "B").members] == [
        None,
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
    assert [m.default for m in class_of(contract, "A").members] == [
        "asc",
        None,
    ]
    (parameter,) = contract.operations[0].parameters
    assert (parameter.default, parameter.examples, parameter.required) == (
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
    assert (contract.docs.page, contract.docs.url, contract.base_url) == ("p.txt", "https://x", "https://x/a")
    assert contract.undocumented == ("auth",)
    assert [name for name, _ in contract.files] == ["api.yaml", "e.yaml"]


def test_the_five_specs_resolve(specs: Path) -> None:
    contracts = {contract.api: contract for contract in load_specs(specs)}
    use = contracts["bemicron"].operations[0].responses[0].type
    assert use is not None
    type_ = bare(use)
    assert isinstance(type_, ListType)
    entity_model = CONTRACTS + "EntityModel"
    assert type_.root == QName("ArrayOfmediwave_batch_details", entity_model)
    assert type_.item_name == QName("mediwave_batch_details", entity_model)
    assert contracts["asavie"].types["PBPRReturnOfBatch"].root == QName(
        "PBPRReturnOfBatch7NMnQmOk", CONTRACTS + "AS.Models.API"
    )


def test_marks_cover_aspects_and_name_sources(load: Load) -> None:
    contract = load(
        "inferred: {presence: samples/a.json, null: samples/a.json}\n"
        "types:\n"
        "  A:\n"
        "    fields:\n"
        "      a: int\n"
        "      b: {type: int, assumed: {null: openapi}}\n"
        "      c: {type: Id, documented: the table}\n"
        "      d: {type: int, observed: '14 payloads, 2026-11-30'}\n"
        "  B: {extends: A, assumed: openapi, fields: {}}\n"
        "  Id: {type: str, min_length: 2, assumed: {limits: openapi}, doc: It names.}\n"
        "  E: {enum: [x], assumed: {values: openapi}}\n",
        API + "sources: {openapi: {title: The OpenAPI, url: 'https://x', date: 2026-08-01}}\n",
    )
    sample, openapi = (
        Provenance("inferred", "samples/a.json"),
        Provenance("assumed", "The OpenAPI, 2026-08-01"),
    )
    around = Provenance("documented", "", (("presence", sample), ("null", sample)))
    a = class_of(contract, "A")
    assert a.provenance == around
    assert [member.provenance for member in a.members] == [
        None,
        Provenance("documented", "", (("presence", sample), ("null", openapi))),
        Provenance("documented", "the table"),
        Provenance("observed", "14 payloads, 2026-11-30"),
    ]
    b = class_of(contract, "B")
    assert b.provenance == openapi
    assert b.members[0].provenance == around
    named = bare(a.members[2].type)
    assert isinstance(named, Scalar)
    assert (named.doc, named.provenance) == (
        "It names.",
        Provenance("documented", "", (("presence", sample), ("null", sample), ("limits", openapi))),
    )
    assert contract.types["E"].provenance.of("values") == openapi
    assert contract.sources["openapi"].url == "https://x"
