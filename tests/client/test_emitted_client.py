"""Emitted clients as programmers meet them: signatures, docstrings, what importing brings, and
hostile specs.
"""

from __future__ import annotations

import ast
import inspect
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any, Final

import pytest

from batch_apis import isometric, os1, tofupilot
from tests.client.network import Server, as_json
from tests.client.service import Driver, emitted
from tests.golden.documented import GENERATED, REPOSITORY
from wiresmith.client import ConfigurationError, ParameterError
from wiresmith.contract.resolve import load_api
from wiresmith.emit.packages import emit_module
from wiresmith.language.problem import SpecError

APIS: Final = ("asavie", "bemicron", "isometric", "os1", "tofupilot")


def test_signatures_are_those_of_the_operations() -> None:
    with tofupilot.Client(api_key="k") as client:
        signature = inspect.signature(client.list_batches)
        assert list(signature.parameters)[:3] == ["ids", "numbers", "created_after"]
        assert {each.kind for each in signature.parameters.values()} == {inspect.Parameter.KEYWORD_ONLY}
        assert {each.default for each in signature.parameters.values()} == {None}
        assert signature.parameters["limit"].annotation == int | None
        assert signature.return_annotation is tofupilot.BatchPage
        assert inspect.getdoc(client.list_batches) == inspect.getdoc(tofupilot.Client.list_batches)
        assert (inspect.getdoc(client.list_batches) or "").startswith("List and filter batches.")
    with os1.Client(access_token="a", tenant_id="t", tenant_subdomain="s") as other:
        assert str(inspect.signature(other.container_batch_status)).startswith(
            "(container_type: str, *, batch_id: "
        )
        assert other.base_url == "https://s.io/core/api/v2/containers"


def test_constructors_take_secrets_variables_and_options() -> None:
    assert list(inspect.signature(os1.Client).parameters) == [
        "access_token",
        "tenant_id",
        "tenant_subdomain",
        "base_url",
        "options",
    ]
    assert "OS1_ACCESS_TOKEN" in (inspect.getdoc(os1.AsyncClient) or "")
    with pytest.raises(
        ConfigurationError, match=r"expected a value for \{tenantSubdomain\}, or another base_url"
    ):
        os1.Client(access_token="a", tenant_id="t")
    with pytest.raises(ConfigurationError, match=r"cannot stand for \{tenantSubdomain\}"):
        os1.Client(access_token="a", tenant_id="t", tenant_subdomain="evil.example/x#")


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"timeouts": 5}, "a client has no option timeouts; it has format, timeout"),
        ({"timeout": "5"}, r"timeout='5'; expected seconds, or Timeouts\(…\)"),
        ({"timeout": 0}, r"Timeouts\(total=0\); expected more than 0"),
        ({"retries": -1}, r"Retries\(most=-1\); expected 0 or more"),
        ({"retries": "2"}, "retries='2'; expected a number"),
        ({"caps": 5}, "caps is a int; expected"),
        ({"strict": True}, 'strict=True; expected "documented" or "everything" or "nothing"'),
        ({"user_agent": b"x"}, "user_agent is a bytes; expected a text"),
        ({"headers": ["X"]}, "headers is a list; expected names and values"),
        ({"hooks": print}, "hooks is a builtin_function_or_method; expected a list"),
        ({"http": 5}, "http is a int; expected an httpx2"),
        ({"base_url": "https://x.example/?a=b"}, "the base URL has a query"),
        ({"base_url": "ftp://x.example"}, "it is not one of http or https"),
        ({"base_url": "https://u:p@x.example"}, "it holds a user or password"),
    ],
)
@pytest.mark.parametrize("make", [isometric.Client, isometric.AsyncClient])
def test_options_that_cannot_be_used(make: Any, options: dict[str, Any], message: str) -> None:
    with pytest.raises(ConfigurationError, match=message):
        make(access_token="a", client_secret="b", **options)


def test_reprs_show_where_and_no_secrets() -> None:
    with isometric.Client(access_token="top-secret", client_secret="hidden") as client:
        assert repr(client) == f"<batch_apis.isometric.client.Client of {client.base_url}>"
        assert repr(client.list_production_batches).startswith("<function Client.list_production_batches at ")


def test_arguments_that_an_operation_has_not(do: Driver, service: Server) -> None:
    with pytest.raises(TypeError, match="unexpected keyword argument 'nothing'"):
        do(do.open().get_product(5, nothing=1))
    with pytest.raises(TypeError, match="missing 1 required positional argument: 'id'"):
        do(do.open().get_product())
    with pytest.raises(ParameterError, match='id: the text "5"; expected a int'):
        do(do.open().get_product("5"))
    assert service.requests == []


def test_the_clients_of_the_documented_apis_are_short() -> None:
    lines = [len((GENERATED / "batch_apis" / api / "client.py").read_text().splitlines()) for api in APIS]
    assert sum(lines) < 1000


@pytest.mark.parametrize("api", APIS)
@pytest.mark.slow
def test_importing_a_package_brings_no_http_library(api: str) -> None:
    program = (
        f"import sys, batch_apis.{api} as package\n"
        "assert 'Client' in package.__all__\n"
        "heavy = [name for name in sys.modules if name.split('.')[0] in ('httpx2', 'httpcore2', 'anyio')\n"
        "         or name.startswith('wiresmith.client')]\n"
        "assert not heavy, heavy\n"
        "package.AsyncClient\n"
        "assert 'httpx2' in sys.modules\n"
    )
    path = os.pathsep.join(str(REPOSITORY / part) for part in ("codegen", "generated"))
    done = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "PYTHONPATH": path},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_files_have_no_client(tmp_path: Path) -> None:
    (tmp_path / "files").mkdir()
    (tmp_path / "files/api.yaml").write_text(
        "wiresmith: 1\napi: files\nclient: false\noperations: {read_it: {get: /a, returns: {200: int}}}\n"
    )
    package = emitted(tmp_path / "files")
    assert "Client" not in package.__all__
    with pytest.raises(AttributeError, match="Client"):
        _ = package.Client


HOSTILE: Final = '"""\nimport os\nos.system("id")\n"""\\N{BULLET} {{ 1 }} \u202e ${x}'


def hostile(tmp_path: Path, **texts: str) -> Path:
    doc = {
        name: json.dumps(text) for name, text in {"doc": HOSTILE, "name": "x", "env": "X", **texts}.items()
    }
    (tmp_path / "evil").mkdir(exist_ok=True)
    (tmp_path / "evil/api.yaml").write_text(
        f"wiresmith: 1\napi: evil\ntitle: {doc['doc']}\ndoc: {doc['doc']}\nbase_url: "
        f"https://{{tenant}}.example\n"
        f"auth: {{key: {{header: X-Key, env: {doc['env']}, doc: {doc['doc']}}}}}\n"
        "operations:\n"
        f"  {doc['name']}:\n"
        f"    get: a/{{id}}\n    summary: {doc['doc']}\n    doc: {doc['doc']}\n"
        f"    path: {{id: {{type: str, doc: {doc['doc']}}}}}\n"
        f"    query: {{q?: {{type: str, doc: {doc['doc']}, default: {doc['doc']}}}}}\n"
        f"    returns: {{200: {{type: Answer, doc: {doc['doc']}}}}}\n"
        f"    wait: {{on: $body.state, succeeded: [{doc['doc']}]}}\n"
        "types: {Answer: {fields: {state: str}}}\n",
        encoding="utf-8",
    )
    return tmp_path / "evil"


def shape(source: str) -> str:
    """The syntax without its texts."""
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            node.value = ""
    return ast.dump(tree)


def test_texts_of_a_spec_cannot_become_code(tmp_path: Path) -> None:
    sources: list[tuple[str, str]] = []
    for doc in (HOSTILE, "plain"):
        contract = load_api(hostile(tmp_path, doc=doc))
        sources.append((emit_module(contract, "client.py"), emit_module(contract, "operations.py")))
    (client, operations), (plain_client, plain_operations) = sources
    assert shape(client) == shape(plain_client)
    assert shape(operations) == shape(plain_operations)
    assert "\u202e" not in client


@pytest.mark.parametrize(
    "texts", [{"name": "x(): pass\nimport os\ndef y"}, {"env": 'X"\nimport os'}, {"env": "X Y"}]
)
def test_names_that_are_none_are_refused(tmp_path: Path, texts: dict[str, str]) -> None:
    with pytest.raises(SpecError, match="is expected"):
        load_api(hostile(tmp_path, **texts))


@pytest.mark.parametrize(
    ("name", "method"),
    [
        ("__init__", "init"),
        ("_private", "private"),
        ("close", "close_"),
        ("with_options", "with_options_"),
        ("base_url", "base_url_"),
        ("client", "client_"),
        ("Client", "client_"),
    ],
)
def test_names_that_a_client_has_itself_are_changed(tmp_path: Path, name: str, method: str) -> None:
    package: Any = emitted(hostile(tmp_path, name=name))
    methods = {each for each in vars(package.Client.__mro__[1]) if not each.startswith("__")}
    assert methods == {method}
    assert not methods & {each for base in package.Client.__mro__[2:] for each in vars(base)}


def test_an_operation_may_be_called_like_what_the_module_imports(
    do: Driver, service: Server, tmp_path: Path
) -> None:
    (tmp_path / "odd").mkdir()
    names = (
        "call",
        "operations_2",
        "unpack",
        "package",
        "method",
        "sequence",
        "items",
        "pages",
        "run",
        "http",
    )
    operations = "".join(
        f"  {name}: {{get: /{name}, query: {{self?: str, body?: int}}, returns: {{200: int}}}}\n"
        for name in names
    )
    (tmp_path / "odd/api.yaml").write_text(f"wiresmith: 1\napi: odd\noperations:\n{operations}")
    service.answer(as_json(5))
    package = emitted(tmp_path / "odd")
    client = do.open(package)
    methods = [name for name in vars(package.Client.__mro__[1]) if not name.startswith("__")]
    assert len(methods) == len(names)
    assert [do(getattr(client, name)(body_=1)) for name in methods] == [5] * len(names)
    assert {request.query for request in service.requests} == {"body=1"}
