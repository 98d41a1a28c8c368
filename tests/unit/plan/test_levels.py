from __future__ import annotations

from wiresmith.plan.levels import levels

BASES = {"Cat": "Animal", "Animal": "Thing", "Hen": "Egg", "Egg": "Hen"}


def test_a_class_comes_before_what_it_extends() -> None:
    assert list(levels("Cat", BASES.get)) == ["Cat", "Animal", "Thing"]


def test_a_circle_ends_where_it_closes() -> None:
    assert list(levels("Hen", BASES.get)) == ["Hen", "Egg"]
