"""The code that pages show: it compiles, its calls fit the emitted clients, and it runs."""

from __future__ import annotations

import ast
import inspect
import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import httpx2
import pytest

from wiresmith.check.loading import load
from wiresmith.contract.resolve import load_specs
from wiresmith.description import Contract, Operation
from wiresmith.serve import Behaviour, api, app_for
from wiresmith.serve.api import ServedApi
from wiresmith.serve.client_code import ClientCode, client_code
from wiresmith.serve.operation_examples import Examples

pytestmark = pytest.mark.slow

URL = "http://served.example:8000"
HERE = Path(__file__).parent
ROOT = HERE.parents[2]
OPERATIONS = [
    (contract, operation)
    for folder in (ROOT / "specs", ROOT / "tests" / "data" / "specs", HERE / "specs")
    for contract in load_specs(folder)
    if contract.has_client
    for operation in contract.operations
]
each_operation = pytest.mark.parametrize(
    ("contract", "operation"),
    OPERATIONS,
    ids=[f"{contract.api}.{each.name}" for contract, each in OPERATIONS],
)


def code_of(contract: Contract, operation: Operation[Any]) -> ClientCode:
    served = ServedApi(contract, Behaviour())
    return client_code(served, operation, Examples(served), f"{URL}/{contract.api}")


def calls_of(source: str) -> list[tuple[str, ast.Call]]:
    """The calls of a program, each with what is called."""
    return [
        (ast.unparse(node.func), node) for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)
    ]


def fits(signature: inspect.Signature, call: ast.Call) -> None:
    signature.bind(*call.args, **{keyword.arg or "": keyword.value for keyword in call.keywords})


@each_operation
def test_calls_fit_the_client(contract: Contract, operation: Operation[Any]) -> None:
    package: Any = load(contract)
    code = code_of(contract, operation)
    for source, client in ((code.for_threads, package.Client), (code.for_tasks, package.AsyncClient)):
        compile(source, "shown.py", "exec")
        assert max(map(len, source.splitlines())) <= 110
        signature = inspect.signature(getattr(client(base_url=URL), operation.python))
        method = f"client.{operation.python}"
        found: set[str] = set()
        for name, call in calls_of(source):
            if name in (method, f"{method}.items", f"{method}.pages", "wait"):
                fits(signature, call)
                found.add(name.removeprefix(method))
            elif name == f"{method}.until_done":
                fits(inspect.signature(getattr(client, operation.python).until_done), call)
                found.add(".until_done")
            elif name == f"{contract.api}.{client.__name__}":
                fits(inspect.signature(client), call)
                found.add("client")
        expected = {"", "client"}
        expected |= {".items", ".pages"} if operation.paging else set()
        expected |= {".until_done", "wait"} if operation.wait else set()
        assert found == expected


@each_operation
def test_it_runs(
    contract: Contract,
    operation: Operation[Any],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """What is shown for tasks, with this process as the server."""
    monkeypatch.setattr(api, "PENDING", 0)
    package: Any = load(contract)
    transport = httpx2.ASGITransport(app=app_for([contract]))

    def client(**options: Any) -> Any:
        return package.AsyncClient(transport=transport, **options)

    names = {name: getattr(package, name) for name in package.__all__}
    shown = SimpleNamespace(**{**names, "AsyncClient": client})
    root = ModuleType("batch_apis")
    setattr(root, contract.api, shown)
    monkeypatch.setitem(sys.modules, "batch_apis", root)
    exec(compile(code_of(contract, operation).for_tasks, "shown.py", "exec"), {"__name__": "shown"})
    assert capsys.readouterr().out


def test_long_calls_are_laid_out() -> None:
    contract, operation = next(each for each in OPERATIONS if each[1].name == "add_item")
    source = code_of(contract, operation).for_threads
    assert '        depot.Item(\n            name="' in source
    assert "        ),\n        x_reason=" in source
    assert "    # This server. Unless given: https://depot.example/v1\n" in source
