"""Defaults and examples against the types they stand beside."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from wiresmith.contract.documented_values import value_fault
from wiresmith.description import Nullable, Scalar
from wiresmith.language.placed import Plain


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("int", 10**30),
        ("int8", -128),
        ("number", Decimal("1.50")),
        ("float64", 1.5),
        ("decimal", 5),
        ("bool", False),
        ("str", ""),
        ("uri", "a b"),
        ("any", "x"),
        ("any", True),
        ("datetime", "2024-01-31T12:00:00.1234567Z"),
        ("datetime", "2024-01-31T12:00:00+05:30"),
        ("date", "2024-01-31"),
        ("time", "12:00:00"),
        ("timedelta", "P1DT2H"),
        ("timedelta", "1.02:03:04.005"),
        ("uuid", "{F359F8E9-4A2D-4538-98F8-7AFB520352C2}"),
        ("bytes", "AAE="),
    ],
)
def test_values(kind: str, value: Plain) -> None:
    assert value_fault(value, Scalar(kind), None) is None


@pytest.mark.parametrize(
    ("kind", "value", "message"),
    [
        ("int", True, "true is not a number"),
        ("int", Decimal("1.0"), "1.0 is not written as an integer"),
        ("int", "1", "'1' is not a number"),
        ("str", 5, "5 is not text"),
        ("str", False, "false is not text"),
        ("bool", "true", "'true' is not a boolean"),
        ("date", "20240131", "'20240131' is not a date such as 2024-01-31"),
        ("time", "12", "'12' is not a time such as 12:00:00"),
        ("time", "25:00:00", "'25:00:00' is not a time such as 12:00:00"),
        ("timedelta", "P", "'P' is not a duration such as PT1H30M"),
        ("uuid", "f359f8e9", "'f359f8e9' is not a UUID"),
        ("bytes", "A", "'A' is not base64"),
        ("int", None, "null is not a value of the type"),
    ],
)
def test_what_is_no_value(kind: str, value: Plain, message: str) -> None:
    fault = value_fault(value, Scalar(kind), None)
    assert fault is not None
    assert fault[0] == message


@pytest.mark.parametrize(
    ("kind", "constraints", "value", "message"),
    [
        ("bytes", {"min_length": 3}, "AAE=", "'AAE=' is too short"),
        ("bytes", {"max_length": 1}, "AAE=", "'AAE=' is too long"),
        ("decimal", {"lt": 1}, Decimal("1.0"), "1.0 is out of range"),
        ("number", {"gt": 1}, 1.0, "1 is out of range"),
        ("str", {"pattern": "a"}, "\ud800", "'\\ud800' does not match"),
    ],
)
def test_values_outside_their_constraints(
    kind: str, constraints: dict[str, Any], value: Plain, message: str
) -> None:
    fault = value_fault(value, Scalar(kind, **constraints), None)
    assert fault is not None
    assert fault[0] == message


def test_null_where_it_is_allowed() -> None:
    assert value_fault(None, Nullable(Scalar("int")), None) is None
