from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import wiresmith.runtime as runtime
from batch_apis import bemicron
from wiresmith import description


def test_every_public_name_is_there_and_nothing_else_is_made_up() -> None:
    for name in runtime.__all__:
        assert getattr(runtime, name) is not None
    assert set(runtime.__all__) <= set(dir(runtime))
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        _ = runtime.nonsense


@pytest.mark.parametrize(
    "statement",
    [
        "from wiresmith.runtime import ABSENT, DateTime, Time, Duration, Guid, LexicalInt, LexicalFloat, "
        "Undeclared, JsonValue, Number",
        "import batch_apis.bemicron",
        "import batch_apis.tofupilot",
    ],
)
def test_values_and_packages_import_no_codec(statement: str) -> None:
    codecs = {"lxml", "msgspec", "re2", "json", "decimal", "wiresmith.description"}
    assert not codecs & imported(statement)


def test_a_package_imports_nothing_that_only_its_functions_need() -> None:
    assert {
        name for name in imported("import batch_apis.bemicron") if name.startswith(("batch_", "wire"))
    } == {
        "batch_apis",
        "batch_apis.bemicron",
        "batch_apis.bemicron.models",
        "wiresmith",
        "wiresmith.runtime",
        "wiresmith.values",
        "wiresmith.values.guids",
        *(f"wiresmith.runtime.{name}" for name in ("model", "package", "package_modules")),
        *(f"wiresmith.runtime.{name}" for name in ("undeclared", "unusual", "version")),
    }


def test_operations_and_clients_are_there_when_they_are_used() -> None:
    assert "batch_apis.bemicron.operations" in imported("from batch_apis.bemicron import batch_details")
    assert "batch_apis.bemicron.operations" in imported("import batch_apis.bemicron as b; b.operations")
    assert {"Client", "batch_details", "decode"} <= set(dir(bemicron))
    with pytest.raises(AttributeError, match=r"module 'batch_apis\.bemicron' has no attribute 'nonsense'"):
        _ = bemicron.nonsense  # type: ignore[attr-defined]


def test_a_package_imports_what_takes_long_only_for_its_dataclasses() -> None:
    alone = imported("import contextvars, dataclasses, datetime, typing")
    new = imported("import batch_apis.bemicron") - alone
    assert {name for name in new if not name.startswith(("batch_", "wire"))} <= {
        "importlib",
        "contextvars",
        "warnings",
        "__future__",
    }


def test_the_types_of_documents_need_no_operations() -> None:
    found = imported("import batch_apis.bemicron._schema")
    assert "wiresmith.description.schema" in found
    assert not found & {"wiresmith.description.operations", "wiresmith.description.contract"}
    assert set(description.__all__) <= set(dir(description))
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        _ = description.nonsense


def imported(statement: str) -> set[str]:
    """The modules that a fresh Python has after a statement."""
    root = Path(runtime.__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-S", "-c", f"{statement}; import sys; print(*sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": f"{root}{os.pathsep}{root.parent / 'generated'}"},
    )
    return set(done.stdout.split())
