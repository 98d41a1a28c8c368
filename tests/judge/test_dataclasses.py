"""Emitted dataclasses as pydantic sees them."""

from __future__ import annotations

import dataclasses
from typing import Any

import pydantic
import pytest

from tests.client.service import emitted
from tests.golden.documented import package


@pytest.mark.parametrize(
    "api", ["asavie", "bemicron", "epu", "isometric", "kitchen", "os1", "shop", "tm7", "tofupilot"]
)
def test_pydantic_can_look_at_classes(api: str) -> None:
    made = emitted() if api == "shop" else package(api)
    public = [getattr(made, name) for name in made.__all__]
    classes = [each for each in public if isinstance(each, type) and dataclasses.is_dataclass(each)]
    assert classes
    for cls in classes:
        adapter: Any = pydantic.TypeAdapter(cls)
        assert adapter.core_schema


def test_pydantic_reads_an_emitted_class() -> None:
    api = package("asavie")
    adapter: Any = pydantic.TypeAdapter(api.Batch)
    batch = adapter.validate_python({"status": 1, "timeout_minutes": "5", "parameters": {"a": None}})
    assert batch == api.Batch(status=1, timeout_minutes=5, parameters={"a": None})
