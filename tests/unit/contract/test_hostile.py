"""Whatever a spec says, there is a contract or an error that says where; never anything else."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.contract.conftest import Lines
from wiresmith.contract.model import Contract, ObjectType
from wiresmith.contract.python_names import fault
from wiresmith.contract.resolve import load_api
from wiresmith.spec.problem import Problem, SpecError

WORDS = st.sampled_from(
    [
        "int",
        "str",
        "any",
        "uuid",
        "bytes",
        "decimal",
        "datetime",
        "A",
        "B",
        "P",
        "E",
        "X",
        "T",
        "list[A]",
        "list[T]",
        "P[A]",
        "P[B]",
        "P[P[A]]",
        "P[list[T]]",
        "dict[str,T]",
        "dict[E,A]",
        "A|None",
        "T|None",
        "list[int|None]",
        "P",
        "P[A,B]",
        "Nope",
    ]
)
MEMBERS = st.dictionaries(
    st.sampled_from(["a", "b", "A", "class", "a-b", "a_b", "c?", "str"]), WORDS, max_size=4
)
XML = st.sampled_from(
    [
        "",
        ", xml: {name: X}",
        ", xml: {namespace: 'urn:a'}",
        ", xml: {clr_namespace: A.B}",
        ", xml: {item_name: i}",
    ]
)


@st.composite
def specs(draw: st.DrawFn) -> str:
    lines = ["types:"]
    for name in draw(
        st.lists(st.sampled_from(["A", "B", "P[T]", "P", "X[T]", "a"]), unique=True, max_size=6)
    ):
        fields = ", ".join(f"'{key}': '{value}'" for key, value in draw(MEMBERS).items())
        kind = draw(st.sampled_from(["fields", "extends", "alias", "enum"]))
        xml = draw(XML)
        if kind == "alias":
            lines.append(
                f"  {name}: {{type: '{draw(WORDS)}'{xml}{draw(st.sampled_from(['', ', max_length: 3', ', ge: 1']))}}}"
            )
        elif kind == "enum":
            lines.append(f"  {name}: {{enum: [a, b]{xml}}}")
        else:
            base = f", extends: '{draw(WORDS)}'" if kind == "extends" else ""
            lines.append(f"  {name}: {{fields: {{{fields}}}{base}{xml}}}")
    lines.append("  E: {enum: [e]}")
    lines.append("operations:\n  op:\n    get: /a/{id}\n    path: {id: int}")
    lines.append(f"    query: {{q: '{draw(WORDS)}'}}\n    returns: {{200: '{draw(WORDS)}'}}")
    if draw(st.booleans()):
        lines.append(
            f"    paging: {{style: page, send: $query.q, items: $body{draw(st.sampled_from(['', '.a', '.c.a']))}}}"
        )
    return "\n".join(lines) + "\n"


@settings(max_examples=150)
@given(spec=specs(), xml=st.sampled_from(["", "xml: {dialect: datacontract}\n", "xml: {dialect: plain}\n"]))
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
        assert declared.identity == identity
        assert fault(declared.python, "class") is None
        assert (declared.xml_root is not None) == contract.has_xml
        if isinstance(declared, ObjectType):
            assert declared.base is None or declared.base in seen
            assert len({member.python for member in declared.members}) == len(declared.members)
            assert set(declared.own) <= set(declared.members)
            if contract.has_xml:
                assert set(declared.xml_members) == set(declared.members)
        seen.add(identity)
    assert len({declared.python for declared in contract.types.values()}) == len(contract.types)


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
