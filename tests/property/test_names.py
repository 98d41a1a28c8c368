"""Names that a spec may copy from a page and that emitted code uses itself, or that formats spell in their
own way.
"""

from __future__ import annotations

import ast
import json
from pathlib import Path
from typing import Any

import pytest

from tests.property.judge import json_says
from tests.property.xml_judge import xml_says
from wiresmith.check.loading import load
from wiresmith.contract.resolve import load_api
from wiresmith.description import Ref
from wiresmith.emit.packages import emit_package

KINDS = {
    "str": "a<&", "bool": True, "int": 7, "int32": 8, "number": 1.5, "float32": 0.5, "float64": 2.5,
    "uuid": "f" * 32,
}  # fmt: skip


def api(folder: Path, types: dict[str, Any], *, xml: bool) -> Any:
    """The contract of a spec with these types."""
    root = folder / "names"
    root.mkdir(exist_ok=True)
    text = "wiresmith: 1\napi: names\n" + (
        "xml: {dialect: datacontract, clr_namespace: Names}\n" if xml else ""
    )
    (root / "api.yaml").write_text(
        f"{text}types: {json.dumps(types, ensure_ascii=False)}\n", encoding="utf-8"
    )
    return load_api(root)


def round_trips(contract: Any, type_: str, fields: dict[str, Any]) -> None:
    """Assert that a value of a class survives every format, and that other parsers find the same in it."""
    emitted = load(contract)
    declared = next(each for each in contract.types.values() if each.identity == type_)
    cls = getattr(emitted, declared.name)
    value = cls(**{member.attribute: fields[member.wire] for member in declared.members})
    use = Ref(declared.name)
    for format in ("json", "xml") if contract.has_xml else ("json",):
        written = emitted.encode(value, cls, format=format)
        assert emitted.read(written, cls, format=format) == (value, [])
        (json_says if format == "json" else xml_says)(contract, use, value, written)


@pytest.fixture(scope="module")
def names_in_emitted_code(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Every name that the codecs of an API with all kinds use, and what is before an affix of theirs."""
    fields = {f"{kind}_{n}": kind + suffix for kind in KINDS for n, suffix in enumerate(("", " | None"))}
    contract = api(tmp_path_factory.mktemp("spec"), {"A": {"fields": fields}}, xml=True)
    found: set[str] = set()
    for source in emit_package(contract).values():
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.Name):
                found.add(node.id)
            elif isinstance(node, ast.alias):
                found.add(node.asname or node.name.rpartition(".")[2])
            elif isinstance(node, ast.arg | ast.FunctionDef | ast.ClassDef):
                found.add(getattr(node, "arg", "") or getattr(node, "name", ""))
    stems = {name.rpartition("_")[0] for name in found} | {name.partition("_")[2] for name in found}
    return sorted(name for name in found | stems if name.isidentifier() and not name.startswith("__"))


@pytest.mark.parametrize("null", ["", " | None", "?"])
@pytest.mark.parametrize("kind", KINDS)
def test_names_that_emitted_code_uses(
    kind: str, null: str, names_in_emitted_code: list[str], tmp_path: Path
) -> None:
    """A member may be called as a function, a parameter or a variable of the codecs is."""
    optional = null == "?"
    type_ = kind if optional else kind + null
    fields = {f"{name}{'?' if optional else ''}": {"type": type_} for name in names_in_emitted_code}
    python: set[str] = set()
    for key in list(fields):  # two that would be one name in Python are another matter
        name = key.rstrip("?").lower().strip("_")
        if name in python:
            del fields[key]
        python.add(name)
    contract = api(tmp_path, {"A": {"fields": fields}}, xml=True)
    round_trips(contract, "A", {name.rstrip("?"): KINDS[kind] for name in fields})


@pytest.mark.parametrize("xml", [False, True], ids=["json", "datacontract"])
@pytest.mark.parametrize(
    "name",
    [
        'a"b',
        "a\\b",
        "a\tb",
        "a\nb",
        "a\x01b",
        "{a}",
        "{0}",
        "%s",
        "'",
        "</a>",
        "é",
        "e\u0301",
        "𝄞",
        "a.b",
        "\u202e",
        "~/",
        "$ref",
    ],
)
def test_names_that_formats_escape(name: str, tmp_path: Path, *, xml: bool) -> None:
    fields = {name: {"type": "str", "python": "plain"}, "other": {"type": "int32"}}
    contract = api(tmp_path, {"A": {"fields": fields}}, xml=xml)
    round_trips(contract, "A", {name: "x", "other": 1})


@pytest.mark.parametrize("name", ["Any", "models", "Struct", "ABSENT", "Pattern", "object", "A1", "Leaf"])
def test_names_of_classes(name: str, tmp_path: Path) -> None:
    types = {
        name: {"fields": {"a": "int32", "b?": "str | None", "c": "list[str]", "d": "dict[str, int32]"}},
        "Holder": {"fields": {"one": name, "many": f"list[{name}]"}},
    }
    contract = api(tmp_path, types, xml=True)
    round_trips(contract, name, {"a": 1, "b": None, "c": ["x"], "d": {"y": 1}})
    round_trips(contract, "Holder", {"one": None, "many": []})


@pytest.mark.parametrize(
    "value", ['a"b', "a\\b", "a b", "{0}", "é", "𝄞", "None", "true", "1", "a.b", "mro", "name", "value"]
)
def test_enum_values(value: str, tmp_path: Path) -> None:
    enum = {value: {"python": "plain"}, "other": {}}
    types = {"E": {"enum": enum}, "A": {"fields": {"e": "E", "es": "list[E]", "by": "dict[E, int32]"}}}
    contract = api(tmp_path, types, xml=True)
    member = load(contract).E(value)  # type: ignore[attr-defined]
    round_trips(contract, "A", {"e": member, "es": [member], "by": {member: 1}})
