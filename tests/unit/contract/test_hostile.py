"""Whatever a spec says, there is a contract or an error that says where; never anything else."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.contract.conftest import DATACONTRACT, Lines
from wiresmith.contract.python_names import fault
from wiresmith.contract.resolve import load_api
from wiresmith.description import Contract, ObjectType, Ref
from wiresmith.language.problem import Problem, SpecError

CLOSED = st.sampled_from(
    [
        "int",
        "str",
        "any",
        "uuid",
        "decimal",
        "datetime",
        "A",
        "B",
        "E",
        "P[A]",
        "P[B]",
        "P[P[A]]",
        "P[list[int]]",
        "list[B]",
        "dict[str,B]",
        "dict[E,A]",
        "A|None",
        "B|None",
        "list[int|None]",
        "P[int|None]",
        "L",
    ]
)
OPEN = CLOSED | st.sampled_from(
    ["T", "T|None", "list[T]", "P[T]", "P[list[T]]", "dict[str,T]", "dict[T,int]"]
)
MISTAKES = st.sampled_from(
    [
        "Nope",
        "P",
        "P[A,B]",
        "int[A]",
        "T[A]",
        "bytes",
        "dict[any,A]",
        "dict[B,A]",
        "Q[A]",
        "KeyValuePair[A, L]",
        "dict[int32|None,L]",
    ]
)
KEYS = st.lists(
    st.sampled_from(["a", "b?", "ID", "class", "x-y", "str", "c?", "x y"]), max_size=4, unique=True
)
XML = st.sampled_from(
    [
        "",
        "",
        "",
        ", xml: {name: X}",
        ", xml: {namespace: 'urn:a'}",
        ", xml: {clr_namespace: A.B}",
        ", xml: {item_name: i}",
        ", xml: {root: {name: r}}",
        ", xml: {root: {name: r}, known_types: [L, B]}",
        ", xml: {known_types: [A, B, 'P[A]', 'list[L]', 'dict[str, L]']}",
        ", xml: {known_types: ['P[T]', T]}",
        ", xml: {reference: true}",
        ", xml: {value_type: true, extensible: true}",
        ", xml: {name: '{0}X{#}', generic_parameters: [0, 1]}",
    ]
)
MEMBER_XML = st.sampled_from(
    [
        "{name: 'a b'}",
        "{name: a, order: 1}",
        "{required: true, emit_default: false}",
        "{get_only: true}",
        "{initial: []}",
        "{initial: 1}",
    ]
)


@st.composite
def specs(draw: st.DrawFn) -> str:
    """A spec of a few types that refer to each other, and an operation; every second one may have
    mistakes.
    """
    sound = draw(st.booleans())
    has_xml = draw(st.booleans())

    def word(words: st.SearchStrategy[str]) -> str:
        return draw(words if sound else words | MISTAKES)

    def xml() -> str:
        return draw(XML) if has_xml and not sound else ""

    def fields(words: st.SearchStrategy[str], prefix: str) -> str:
        found: list[str] = []
        for key in draw(KEYS):
            facts = f", xml: {draw(MEMBER_XML)}" if has_xml and not sound and draw(st.booleans()) else ""
            found.append(f"'{prefix}{key}': {{type: '{word(words)}'{facts}}}")
        return ", ".join(found)

    base = draw(st.sampled_from(["", ", extends: A", ", extends: 'P[A]'"]))
    lines = [
        "types:",
        f"  A: {{fields: {{{fields(CLOSED, '')}}}{xml()}}}",
        f"  B: {{fields: {{{fields(CLOSED, 'n')}}}{base}{xml()}}}",
        f"  P[T]: {{fields: {{{fields(OPEN, 'm')}}}{xml()}}}",
        f"  E: {{enum: "
        f"{draw(st.sampled_from(['[e, f]', '{e: 0, f: 0}', '{e: 1, f: 2}, flags: true']))}{xml()}}}",
        f"  L: {{type: '{word(st.sampled_from(['list[A]', 'str', 'dict[str,P[B]]']))}'{xml()}, max_length: "
        f"3}}",
        "operations:\n  op:\n    get: /a/{id}\n    path: {id: int}",
        f"    query: {{q: '{word(st.sampled_from(['int', 'E', 'list[str]']))}'}}",
        f"    returns: {{200: '{word(CLOSED)}'}}",
    ]
    if not sound:
        lines.append(
            f"    paging: {{style: page, send: $query.q, items: "
            f"$body{draw(st.sampled_from(['', '.a', '.c.a']))}}}"
        )
    return "\n".join(lines) + "\n"


APIS = [
    "",
    "xml: {dialect: datacontract}\n",
    "formats: [xml]\nxml: {dialect: datacontract, known_types: [L, 'P[A]']}\n",
    "xml: {dialect: plain}\n",
]


@settings(max_examples=200)
@given(spec=specs(), xml=st.sampled_from(APIS))
def test_a_contract_or_an_error(spec: str, xml: str) -> None:
    with tempfile.TemporaryDirectory() as root:
        folder = Path(root) / "shop"
        folder.mkdir()
        (folder / "api.yaml").write_text("wiresmith: 1\napi: shop\n" + xml)
        (folder / "e.yaml").write_text(spec)
        contract, problems = loaded(folder)
        assert (contract is None) == bool(problems)
        assert all(problem.at.line > 0 and problem.message for problem in problems)
        if contract is not None:
            check(contract)
            assert load_api(folder) == contract


def loaded(folder: Path) -> tuple[Contract | None, list[Problem]]:
    try:
        return load_api(folder), []
    except SpecError as error:
        return None, error.problems


def check(contract: Contract) -> None:
    """What every contract keeps to."""
    seen: set[str] = set()
    for identity, declared in contract.types.items():
        assert declared.name == identity
        assert fault(declared.name, "class") is None
        assert (declared.root is not None) == contract.has_xml
        assert (declared.contract is not None) == contract.has_xml
        if isinstance(declared, ObjectType):
            assert declared.base is None or declared.base in seen
            assert len({member.attribute for member in declared.members}) == len(declared.members)
            assert set(declared.own) <= set(declared.members)
            if contract.has_xml:
                assert set(declared.xml_members) == set(declared.members)
            assert set(declared.typed) <= {member.attribute for member in declared.members}
            assert not (declared.value_type and (declared.base or declared.reference))
            for known in declared.known:
                assert not isinstance(known, Ref) or known.name in contract.types
        seen.add(identity)
    assert len({declared.name for declared in contract.types.values()}) == len(contract.types)


@pytest.mark.parametrize(
    "endpoint",
    [
        "types:\n  A: {fields: {a: {type: str, pattern: '" + "(a{1000}){1000}" + "'}}}\n",
        'types:\n  A: {fields: {a: {type: str, example: "\\ud800", pattern: a}}}\n',
        "types:\n  A: {fields: {a: {type: int, ge: 1e400}}}\n",
        'types:\n  A: {fields: {"\\ud800": int}}\n',
        'types:\n  A: {fields: {"\\0": int}}\n',
        'operations:\n  op:\n    get: /a\n    returns: {200: any}\n    samples: {200: ["a\\0.json"]}\n',
        "operations:\n  op:\n    get: /a\n    returns: {200: any}\n    samples: {200: ["
        + "a" * 5000
        + ".json]}\n",
    ],
)
def test_strange_values_are_problems(lines: Lines, endpoint: str) -> None:
    assert lines(endpoint)


def test_types_that_double_with_every_name(lines: Lines) -> None:
    names = "".join(f"  A{level}: {{type: 'dict[A{level - 1}, A{level - 1}]'}}\n" for level in range(1, 40))
    spec = f"types:\n  A0: {{type: 'dict[str, str]'}}\n{names}"
    (line,) = lines(spec, DATACONTRACT + "formats: [xml]\n")
    assert line.endswith("the dict is made of more than 500 types; let it go through an object type")


def test_lists_of_lists_of_lists(lines: Lines) -> None:
    deep = "list[" * 12 + "A{}" + "]" * 12
    names = "".join(f"  A{level}: {{type: '{deep.format(level - 1)}'}}\n" for level in range(1, 49))
    assert len(lines(f"types:\n  A0: {{type: str}}\n{names}")) == 1


def test_names_within_names(lines: Lines) -> None:
    spec = (
        f"types:\n  G[T]: {{xml: {{name: '{'{0}' * 100}'}}, fields: {{}}}}\n"
        f"  A: {{fields: {{a: '{'G[' * 9}int32{']' * 9}'}}}}\n"
    )
    found = lines(spec, DATACONTRACT)
    assert all(
        line.endswith("has more than 20,000 characters; {0}, {1}, … and {#} can stand in it")
        for line in found
    )
    assert found


def test_a_place_in_a_name_of_many_digits(lines: Lines) -> None:
    spec = (
        f"types:\n  G[T]: {{xml: {{name: '{{{'0' * 9000}}}'}}, fields: {{}}}}\n"
        "  A: {fields: {a: 'G[int32]'}}\n"
    )
    (line,) = lines(spec, DATACONTRACT)
    assert "a number between 0 and 0 or # is expected" in line
