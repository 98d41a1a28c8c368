"""Types that would grow without end are refused, and those that may refer to themselves are not."""

from __future__ import annotations

import pytest

from tests.unit.contract.conftest import Lines, Load


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
