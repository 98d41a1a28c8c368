from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import wiresmith.runtime as runtime


def test_every_public_name_is_there_and_nothing_else_is_made_up() -> None:
    for name in runtime.__all__:
        assert getattr(runtime, name) is not None
    assert set(runtime.__all__) <= set(dir(runtime))
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        _ = runtime.nonsense


def test_values_import_no_codec() -> None:
    values = "ABSENT, DateTime, Time, Duration, Guid, LexicalInt, LexicalFloat, Undeclared, JsonValue, Number"
    program = (
        f"from wiresmith.runtime import {values}; import sys; "
        "print([m for m in ('lxml', 'msgspec', 're2', 'json', 'decimal', 'wiresmith.runtime.schema') if m in sys.modules])"
    )
    root = Path(runtime.__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": str(root)},
    )
    assert done.stdout.strip() == "[]"
