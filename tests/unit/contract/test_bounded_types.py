"""Types that would grow without end are refused, and those that may refer to themselves are not."""

from __future__ import annotations

import pytest

from tests.unit.contract.conftest import XML_ONLY, Lines, Load


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


def nested(depth: int, inner: str) -> str:
    return "list[" * depth + inner + "]" * depth


def test_a_type_is_made_of_five_hundred_types(lines: Lines) -> None:
    def spec(last: int) -> str:
        """A dictionary made of 495 types, and some more."""
        aliases = "".join(f"  A{n + 1}: {{type: 'dict[A{n}, A{n}]'}}\n" for n in range(7))
        inner = f"dict[A7, dict[A6, dict[A5, dict[A4, {nested(last, 'A3')}]]]]"
        return f"types:\n  A0: {{type: int}}\n{aliases}  T: {{fields: {{a: '{inner}'}}}}\n"

    assert lines(spec(5), XML_ONLY) == []
    (line,) = lines(spec(6), XML_ONLY)
    assert "the dict is made of more than 500 types" in line


def test_types_nest_a_hundred_deep(lines: Lines) -> None:
    def spec(aliases: int, last: int) -> str:
        chain = "".join(f"  A{n}: {{type: '{nested(10, f'A{n + 1}')}'}}\n" for n in range(aliases))
        return f"types:\n{chain}  A{aliases}: {{type: '{nested(last, 'int')}'}}\n  T: {{fields: {{a: A0}}}}\n"

    assert lines(spec(9, 10)) == []
    (line,) = lines(spec(9, 11))
    assert "types that nest more than 100 deep" in line
    assert all("more than 100 deep" in line for line in lines(spec(49, 10)))
