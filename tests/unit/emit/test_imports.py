"""Imports follow from what a module uses, and a module that is no Python is not emitted."""

from __future__ import annotations

import importlib

import pytest

from tests.unit.emit.contracts import rich
from wiresmith.emit import packages
from wiresmith.emit.environment import SourceEnvironment
from wiresmith.emit.imports import ORIGINS, PLACE, free_names
from wiresmith.emit.safe_text import Comment, Docstring, literal
from wiresmith.emit.scope import ModuleScope
from wiresmith.failure import EmitError
from wiresmith.kinds import all_kinds

MODULE = f"""\
from __future__ import annotations

{PLACE}

class Batch(Model):
    name: str
    at: datetime.datetime | None = ABSENT

    def read(self, text: Number) -> list[Guid]:
        match = text  # Undeclared
        return [escape(item, "decimal") for item in match]
"""


def test_every_name_that_is_used_is_imported_and_no_other() -> None:
    assert ModuleScope(()).with_imports(MODULE).split("\n")[2:7] == [
        "import datetime",
        "",
        "from wiresmith.runtime import (ABSENT, Guid, Model, Number)",
        "from wiresmith.values.xml_text import (escape)",
        "",
    ]


def test_names_that_the_module_has_itself_are_imported_under_others() -> None:
    scope = ModuleScope(("Model", "list"), ("Batch", "Order", "Exception"))
    base, many, unused = scope.name("Model"), scope.name("list"), scope.name("ABSENT")
    assert unused.source == "ABSENT"
    source = f"{PLACE}\nclass X({base.source}):\n    list: {many.source}[Batch]\n    why: Exception\n"
    assert scope.with_imports(source).split("\n\n")[:3] == [
        "from builtins import list as list_",
        "from wiresmith.runtime import Model as Model_",
        "from .models import (Batch, Exception)\nclass X(Model_):\n    list: list_[Batch]\n    why: "
        "Exception\n",
    ]


@pytest.mark.parametrize("source", ["x = strange", "def f(a: strange): ...", "class X:\n    y: strange"])
def test_names_that_nothing_defines_are_refused(source: str) -> None:
    with pytest.raises(EmitError, match="it uses strange, which nothing defines"):
        ModuleScope(()).with_imports(f"{PLACE}\n{source}\n")


def test_names_of_inner_scopes_are_their_own() -> None:
    assert free_names("def f(a):\n    b = [c for c in a]\n    return lambda d: b, d\n") == {"d"}
    assert free_names("x = y.z\ny = 1\n") == set()


@pytest.mark.parametrize("kind", [Docstring, Comment, literal])
def test_no_text_of_a_spec_is_the_place_of_imports(kind: type[Docstring]) -> None:
    assert PLACE not in kind(f"a {PLACE} b").source


def test_what_a_parser_takes_and_the_compiler_refuses_is_not_emitted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(SourceEnvironment, "rendered", lambda *given: f"{PLACE}\nreturn 1\n")
    with pytest.raises(EmitError, match="'return' outside function"):
        packages.emit_module(rich(), "models.py")


OF_KINDS = sorted({entry for kind in all_kinds() for entry in kind.emitted_names().items()})


@pytest.mark.parametrize(
    ("name", "module"),
    [*((name, module) for name, module in ORIGINS.items() if not module.startswith(".")), *OF_KINDS],
)
def test_every_origin_has_its_name(name: str, module: str) -> None:
    assert hasattr(importlib.import_module(module), name) if module else importlib.import_module(name)
