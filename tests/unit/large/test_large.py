"""The package of an API of many operations: what a program does not use is neither imported nor made."""

from __future__ import annotations

import inspect
import os
import pickle
import subprocess
import sys
import typing
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any
from unittest.mock import create_autospec

import pytest

from tests.unit.large.contracts import large
from wiresmith.check.loading import load
from wiresmith.emit.packages import emit_package
from wiresmith.emit.parts import REST, parts_of
from wiresmith.emit.write import write_tree
from wiresmith.runtime import DecodeError

pytestmark = pytest.mark.slow

OPERATIONS = 101
ROOT = Path(__file__).parents[3]


@cache
def package() -> Any:
    return load(large(OPERATIONS))


def test_a_small_api_stays_whole() -> None:
    assert parts_of(large(90)) is None
    assert {path.name for path in emit_package(large(3))} == {
        "__init__.py", "models.py", "operations.py", "client.py", "_schema.py", "_json.py", "_xml.py",
    }  # fmt: skip


def test_groups_are_what_the_same_operations_reach() -> None:
    parts = parts_of(large(OPERATIONS))
    assert parts is not None
    by_module = {part.module: part for part in parts.parts}
    assert set(by_module["_find_7"].own) == {"Answer7", "Item7", "Detail7", "Order7"}
    assert set(by_module["_find_7"].contract.types) == {*by_module["_find_7"].own, "Money", "Page", "State"}
    assert set(by_module["_1"].own) == {"Money", "Page", "State"}
    assert parts.operations["find_7"] == "_find_7"
    assert not by_module[REST].own


def test_modules_of_classes_import_in_one_direction() -> None:
    sources = {
        path: source for path, source in emit_package(large(OPERATIONS)).items() if "models" in path.parts
    }
    shared = next(source for path, source in sources.items() if path.name == "_1.py")
    assert "import Answer" not in shared
    assert "from ._1 import (Money" in next(
        source for path, source in sources.items() if path.name == "_find_7.py"
    )


def value(of: Any, number: int = 7) -> Any:
    answer, item, detail = (getattr(of, f"{name}{number}") for name in ("Answer", "Item", "Detail"))
    made = detail(weight=1.5, price=of.Money(amount=1, currency="EUR"), note=None)
    return answer(
        items=[item(id="a", count=1, detail=made)], page=of.Page(next=None, state=of.State.OPEN), total=1
    )


@pytest.mark.parametrize("format", ["json", "xml"])
def test_documents(format: Any) -> None:
    made = package()
    data = made.encode(value(made), format=format)
    assert made.decode(data, made.find_7, format=format) == value(made)
    assert made.decode(data, made.Answer7, format=format) == value(made)
    items = made.encode(value(made).items, list[made.Item7], format=format)  # type: ignore[name-defined]
    assert made.decode(items, list[made.Item7], format=format) == value(made).items  # type: ignore[name-defined]
    unusual = data.replace(b'"total"', b' "total"').replace(b"<total>", b" <total>")
    assert made.decode(unusual, made.find_7, format=format) == value(made)
    with pytest.raises(DecodeError):
        made.decode(data, made.Order8, format=format)
    money = made.encode(made.Money(amount=1, currency="EUR"), format=format)
    assert made.decode(money, made.Money, format=format).amount == 1


def test_the_whole_schema_is_that_of_the_contract() -> None:
    schema = package()._package.schema
    assert set(schema.types) == set(large(OPERATIONS).types)
    assert len(schema.documents) == OPERATIONS
    assert schema.types["Item7"].cls is package().Item7


def test_names() -> None:
    made = package()
    assert set(made.__all__) <= set(dir(made))
    names: dict[str, Any] = {}
    exec(f"from {made.__name__} import *", names)
    assert names["Item7"] is made.Item7 is made.models.Item7
    assert names["find_7"] is made.find_7 is import_module(f"{made.__name__}.operations").find_7
    assert set(import_module(f"{made.__name__}.models").__all__) == set(large(OPERATIONS).types)
    for module in (made, made.models, import_module(f"{made.__name__}.operations")):
        with pytest.raises(AttributeError, match="Nothing"):
            module.Nothing  # noqa: B018
    assert pickle.loads(pickle.dumps(value(made))) == value(made)


def test_annotations_resolve_everywhere() -> None:
    made = package()
    for name in made.__all__:
        each = getattr(made, name)
        if isinstance(each, type) and name.startswith(("Answer", "Item", "Money")):
            assert typing.get_type_hints(each)
    assert typing.get_type_hints(made.Answer7)["items"] == list[made.Item7]  # type: ignore[name-defined]
    calls = import_module(f"{made.__name__}.client._find_7")
    assert typing.get_type_hints(calls._find_7)["body"] is made.Order7


def test_methods_are_as_those_of_a_small_api() -> None:
    made = package()
    assert "find_7" in dir(made.Client)
    shown = inspect.signature(made.Client.find_9)
    assert list(shown.parameters)[-3:] == ["id", "body", "limit"]
    assert shown.return_annotation is made.Answer9
    double = create_autospec(made.Client, instance=True)
    order = made.Order11(name="x", count=1, state=made.State.OPEN)
    double.find_11("1", order, limit=5)
    with pytest.raises(TypeError):
        double.find_11()


def test_a_call_imports_what_its_operation_reaches_and_nothing_more(tmp_path: Path) -> None:
    files = {path: source.encode() for path, source in emit_package(large(OPERATIONS)).items()}
    write_tree(files, tmp_path)
    (tmp_path / "batch_apis" / "__init__.py").touch()
    program = (
        "import sys\n"
        "from tests.unit.large.calling import call\n"
        "call('batch_apis.large')\n"
        "print(*sorted(name for name in sys.modules if name.startswith('batch_apis.large.')))\n"
        "tools = {'jinja2', 'yaml', 'wiresmith.language', 'wiresmith.contract', 'wiresmith.emit'}\n"
        "assert not tools & sys.modules.keys()\n"
    )
    path = os.pathsep.join((str(tmp_path), str(ROOT / "codegen"), str(ROOT)))
    done = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "PYTHONPATH": path},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    used = ["_find_7", "_1"]
    modules = {name.removeprefix("batch_apis.large.") for name in done.stdout.split()}
    assert modules == {
        "_parts", "client", "client._find_7", "operations", "operations._find_7", "models", "_json", "_xml",
        "_schema",
        "_json._find_7", "_xml._find_7", "_schema._find_7", "_schema._0",
        *(f"models.{each}" for each in used),
    } - ({"_schema._0"} - modules)  # fmt: skip
