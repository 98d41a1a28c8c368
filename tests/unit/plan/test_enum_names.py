from __future__ import annotations

from enum import IntEnum, StrEnum

import pytest

from wiresmith.description import EnumType
from wiresmith.plan.enum_names import EnumNames, combines, flag_names

Size = IntEnum("Size", {"SMALL": 1, "LARGE": 2})
Colour = StrEnum("Colour", {"RED": "red"})
TEXTS = {0: "None", 1: "A", 2: "B", 3: "Both", 8: "D"}


@pytest.mark.parametrize(
    ("value", "names"),
    [(1, ["A"]), (3, ["A", "B"]), (9, ["A", "D"]), (0, []), (4, None), (5, None), (-1, None)],
)
def test_names_of_flags_are_found_in_the_order_of_their_declaration(
    value: int, names: list[str] | None
) -> None:
    assert flag_names(TEXTS, value) == names


@pytest.mark.parametrize(("value", "combined"), [(0, True), (11, True), (4, False), (12, False)])
def test_a_combination_has_no_other_bits(value: int, combined: bool) -> None:
    assert combines(TEXTS, value) is combined


def test_the_first_text_of_a_value_and_the_first_value_of_a_text_count() -> None:
    names = EnumNames(
        EnumType(name="Size", cls=Size, base="int", xml_values=(("S", 1), ("Small", 1), ("S", 2)))
    )
    assert names.texts == {1: "S", 2: "S"}
    assert names.wires == {"S": 1, "Small": 1}


def test_without_texts_of_their_own_the_values_are_their_texts() -> None:
    assert EnumNames(EnumType(name="Colour", cls=Colour)).texts == {"red": "red"}
