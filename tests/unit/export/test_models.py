"""What ``wiresmith generate --models`` says where it makes no models; ``tests/judge`` has those that it
makes.
"""

from __future__ import annotations

import importlib.util
import subprocess
from typing import Any

import pytest

from tests.unit.export.exports import contracts
from wiresmith.export.library_models import models
from wiresmith.failure import ExportError


def test_without_the_generator(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    with pytest.raises(ExportError, match=r"install wiresmith\[models\]"):
        models(contracts()["os1"], "pydantic")


def test_what_the_generator_says_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(*args: Any, **kwargs: Any) -> Any:
        return subprocess.CompletedProcess([], 1, "", "Traceback\nNo: such thing\n")

    monkeypatch.setattr(importlib.util, "find_spec", lambda name: name)
    monkeypatch.setattr(subprocess, "run", failing)
    with pytest.raises(
        ExportError,
        match="os1: datamodel-code-generator makes nothing of the schema; it says: No: such thing",
    ):
        models(contracts()["os1"], "pydantic")


def test_an_api_without_json_has_no_models() -> None:
    with pytest.raises(ExportError, match="tm7 has no JSON"):
        models(contracts()["tm7"], "pydantic")
