"""JSON of values that say their type themselves, as a spec spells it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from wiresmith.runtime.json.open_json import typed_json

DAY = timedelta(1)


def part(value: Any) -> Any:
    return "part", value


@pytest.mark.parametrize(
    ("spelled", "value", "expected"),
    [
        ("timedelta", DAY, "1.00:00:00"),
        ("list[timedelta]", [DAY], ["1.00:00:00"]),
        ("dict[str, timedelta]", {"a": DAY}, {"a": "1.00:00:00"}),
        ("dict[timedelta, int32]", {DAY: 5}, {"1.00:00:00": 5}),
        ("list[dict[str, list[timedelta]]]", [{"a": [DAY]}], [{"a": ["1.00:00:00"]}]),
        ("dict[str, dict[str, timedelta]]", {"a": {"b": DAY}}, {"a": {"b": "1.00:00:00"}}),
        ("dict[str, Thing]", {"a": DAY}, {"a": ("part", DAY)}),
        ("list[any]", [None, 5], [("part", None), ("part", 5)]),
        ("any", None, {}),
        ("int32 | None", None, None),
    ],
)
def test_a_value_is_written_as_its_type_says(spelled: str, value: Any, expected: Any) -> None:
    assert typed_json(spelled, value, part) == expected


@pytest.mark.parametrize(
    ("spelled", "value"), [("list[int32]", {}), ("dict[str, int32]", []), ("int32", "5"), ("any", 5)]
)
def test_what_is_no_such_value_is_refused(spelled: str, value: Any) -> None:
    with pytest.raises((TypeError, ValueError)):
        typed_json(spelled, value, part)
