"""Which members .NET writes with ``i:type`` because of their name: seen in documents that Microsoft's
contract code made.
"""

from __future__ import annotations

import pytest

from tests.unit.contract.conftest import DATACONTRACT, Load
from wiresmith.description import ObjectType

BASE = "A: {fields: {B: int32, C: int32, D: int32}}"
CLASSES = {
    "C: the group after a single member is passed over": (
        ["X: {extends: A, fields: {c: {type: str, python: c2, xml: {name: C}}}}"],
        set[str](),
    ),
    "B: both": (["X: {extends: A, fields: {b: {type: str, python: b2, xml: {name: B}}}}"], {"b", "b2"}),
    "D: both": (["X: {extends: A, fields: {d: {type: str, python: d2, xml: {name: D}}}}"], {"d", "d2"}),
    "all: every second group": (
        [
            "X: {extends: A, fields: {b: {type: str, python: b2, xml: {name: B}}, c: {type: str, python: "
            "c2, xml: {name: C}}, "
            "d: {type: str, python: d2, xml: {name: D}}}}"
        ],
        {"b", "b2"},
    ),
    "Nullable is another type": (
        [
            "X: {extends: A, fields: {b: {type: 'int32 | None', python: b2, xml: {name: B}}, c: {type: any, "
            "python: c2, xml: {name: C}}}}"
        ],
        {"b", "b2"},
    ),
    "the same type": (
        ["X: {extends: A, fields: {b: {type: int32, python: b2, xml: {name: B}}}}"],
        set[str](),
    ),
    "three levels": (
        [
            "M: {extends: A, fields: {c: {type: str, python: c2, xml: {name: C}}}}",
            "X: {extends: M, fields: {x: {type: int32, python: c3, xml: {name: C}}}}",
        ],
        {"c2"},
    ),
    "another name before": (
        [
            "X: {extends: A, fields: {A0: int32, c: {type: str, python: c2, xml: {name: C}}}}",
        ],
        {"c", "c2"},
    ),
    "another namespace": (
        ["X: {extends: A, xml: {namespace: 'urn:x'}, fields: {b: {type: str, python: b2, xml: {name: B}}}}"],
        set[str](),
    ),
    "a level below": (
        [
            "M: {extends: A, fields: {b: {type: str, python: b2, xml: {name: B}}}}",
            "X: {extends: M, xml: {namespace: 'urn:x'}, fields: {}}",
        ],
        {"b", "b2"},
    ),
    "a list and a dictionary": (
        [
            "O: {fields: {B: 'list[int32]'}}",
            "X: {extends: O, fields: {b: {type: 'dict[str, str]', python: b2, xml: {name: B}}}}",
        ],
        {"b", "b2"},
    ),
}


@pytest.mark.parametrize("name", CLASSES)
def test_members_with_a_type(load: Load, name: str) -> None:
    classes, expected = CLASSES[name]
    lines = "".join(f"  {line}\n" for line in (BASE, *classes))
    found = load(f"types:\n{lines}", DATACONTRACT).types["X"]
    assert isinstance(found, ObjectType)
    assert set(found.typed) == expected
    base = load(f"types:\n{lines}", DATACONTRACT).types["A"]
    assert isinstance(base, ObjectType)
    assert base.typed == ()


def test_both_members_are_written(load: Load) -> None:
    spec = (
        "types:\n  A: {fields: {B: int32}}\n"
        "  X: {extends: A, fields: {b: {type: str, python: b2, xml: {name: B, order: 0}}}}\n"
    )
    found = load(spec, DATACONTRACT).types["X"]
    assert isinstance(found, ObjectType)
    assert [(each.declared_by, each.xml_name and each.xml_name.local) for each in found.xml_members] == [
        ("A", "B"),
        ("X", "B"),
    ]
