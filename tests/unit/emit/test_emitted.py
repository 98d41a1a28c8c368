"""What is emitted for whole contracts: its shape, its stability, and that no text of a spec becomes code."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.emit.contracts import Text, benign, plain, rich
from wiresmith.description import Contract, ObjectType
from wiresmith.emit.format import formatted
from wiresmith.emit.packages import MODULES, emit_all, emit_module, emit_package
from wiresmith.failure import EmitError

HOSTILE = [
    '"""\nimport os\nos.system("id")\n"""',
    "'''",
    '"',
    "\\",
    '\\"""',
    "\\N{BULLET} \\x41 \\",
    "\n\nimport os",
    "\r\nimport os\r",
    "{{ ''.__class__ }} {% include 'x' %} {# x #}",
    "{0} {} {x!r} %s %(x)s",
    "\u202eevil\u2066",
    "\ud800 \udfff",
    "\x00\x1b[31m",
    "\u2028import os",
    "class",
    "__init__",
    "__import__('os')",
    "../../etc/passwd",
    "# type: ignore\n# coding: utf-7",
    "x" * 400,
    "word " * 100,
    ">>> import os",
    "- item\n- item",
    'ends with quote"',
    "$body",
    "type[int]",
]
hostile = st.one_of(
    st.sampled_from(HOSTILE),
    st.lists(st.sampled_from(HOSTILE), min_size=1, max_size=3).map("".join),
    st.text(st.characters(), min_size=1, max_size=40),
).filter(lambda text: text.strip() != "")


class _Shape(ast.NodeTransformer):
    """Leaves of a syntax tree only the structure: names that were derived from text and all strings become
    the same.
    """

    def visit_Constant(self, node: ast.Constant) -> ast.Constant:
        return ast.Constant("text") if isinstance(node.value, str) else node

    def visit_Name(self, node: ast.Name) -> ast.Name:
        # Constants of namespaces are called after them, the only names that come from text.
        return ast.Name("CONSTANT", node.ctx) if node.id.isupper() else node


def shape(source: str) -> str:
    return ast.dump(_Shape().visit(ast.parse(source)))


def hostile_everywhere(texts: dict[str, str], fallback: str) -> Text:
    """A distinct text for each place, since equal texts may share a constant."""
    places: list[str] = []

    def text(place: str) -> str:
        if place not in places:
            places.append(place)
        return f"{texts.get(place, fallback)}{places.index(place)}"

    return text


def numbered(place: str) -> str:
    return f"{benign(place)} {place}"


@pytest.mark.parametrize("name", MODULES)
@given(
    fallback=hostile,
    texts=st.dictionaries(st.sampled_from(["doc", "title", "namespace", "type.doc"]), hostile),
)
@settings(max_examples=60)
def test_no_text_becomes_code(name: str, fallback: str, texts: dict[str, str]) -> None:
    source = emit_module(rich(hostile_everywhere(texts, fallback)), name)
    source.encode()
    assert shape(source) == shape(emit_module(rich(numbered), name))


@pytest.mark.slow
@pytest.mark.slow
def test_formatting_changes_no_value() -> None:
    """Of what ruff makes of hostile text, only the white space of docstrings differs."""
    before = {
        PurePosixPath(f"m{number}/{name}"): emit_module(rich(hostile_everywhere({}, text)), name)
        for number, text in enumerate(HOSTILE)
        for name in MODULES
    }
    after = formatted(before)
    assert after != before
    for path, source in before.items():
        assert _without_layout(after[path]) == _without_layout(source)


def _without_layout(source: str) -> str:
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            node.value = ast.Constant(str(node.value.value).split())  # type: ignore[arg-type]
    return ast.dump(tree)


@given(st.text(st.characters(), max_size=20))
def test_hostile_names_are_refused_with_the_api_they_are_in(name: str) -> None:
    contract = plain()
    if name.isidentifier() and not name.startswith("_"):
        return
    thing = contract.types["Thing"]
    assert isinstance(thing, ObjectType)
    spoiled = (
        replace(contract, api=name),
        replace(contract, types={"Thing": replace(thing, name=name)}),
        replace(
            contract, types={"Thing": replace(thing, own=(replace(thing.own[0], attribute=f"{name} "),))}
        ),
        replace(contract, operations=(replace(contract.operations[0], python=f"{name} "),)),
    )
    for each in spoiled:
        with pytest.raises(EmitError):
            emit_package(each)


@pytest.mark.parametrize(
    "contract", [rich(), plain(), replace(plain(), operations=()), Contract(api="nothing")]
)
def test_every_module_is_python(contract: Contract) -> None:
    for source in emit_package(contract).values():
        ast.parse(source)


@pytest.mark.slow
@pytest.mark.slow
def test_emitted_bytes_do_not_depend_on_the_process(repository: Path) -> None:
    program = (
        "import hashlib, sys\n"
        "from tests.unit.emit.contracts import rich\n"
        "from wiresmith.emit.packages import emit_package\n"
        "text = ''.join(emit_package(rich()).values())\n"
        "print(hashlib.sha256(text.encode()).hexdigest())\n"
    )
    path = os.pathsep.join(str(repository / part) for part in (".", "codegen", "generated"))
    digests = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": path},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "2")
    }
    assert len(digests) == 1


def test_header_and_paths() -> None:
    files = emit_all([plain()])
    assert [str(path) for path in files] == sorted(str(path) for path in files)
    assert {path.name for path in files if len(path.parts) == 3} == set(MODULES) - {"_xml.py"}
    assert {str(path) for path in files if len(path.parts) == 2} == {
        "batch_apis/__init__.py",
        "batch_apis/py.typed",
    }
    for path, data in files.items():
        assert data.startswith(b"# Emitted by wiresmith from specs/"), path
        assert data.endswith(b"\n")
        assert b"\r" not in data
        assert str(Path.cwd()).encode() not in data


def test_two_apis_of_one_name_are_refused() -> None:
    with pytest.raises(EmitError, match="two specs are called plain"):
        emit_all([plain(), plain()])


@pytest.mark.parametrize("name", ["decode", "read", "encode", "models", "Client", "AsyncClient", "client"])
def test_operations_cannot_hide_what_every_package_has(name: str) -> None:
    contract = plain()
    with pytest.raises(EmitError, match=f"plain: every package has something called {name}"):
        emit_package(replace(contract, operations=(replace(contract.operations[0], python=name),)))
