"""The JSON Schema for editors: checked in, and as strict about keys as the reader."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from wiresmith.language.document import DEFINITIONS, ApiFileDoc, EndpointFileDoc
from wiresmith.language.language_schema import language_schema, language_schema_text
from wiresmith.language.reader import read_api_collecting
from wiresmith.language.shape import Either, Keys, Many, Shape, Table

VALIDATOR = Draft202012Validator(language_schema())


def as_json(value: Any) -> Any:
    """What an editor makes of YAML: keys are text, `on` (a boolean to PyYAML, in YAML 1.1) too."""
    if isinstance(value, dict):
        return {{True: "on", None: "null"}.get(key) or str(key): as_json(item) for key, item in value.items()}
    if isinstance(value, list):
        return [as_json(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value


def accepts(text: str) -> bool:
    return VALIDATOR.is_valid(as_json(yaml.safe_load(text)))


def test_the_schema_that_is_checked_in_is_this_one(repository: Path) -> None:
    assert (repository / "specs" / "spec.schema.json").read_text(encoding="utf-8") == language_schema_text()
    assert language_schema_text() == language_schema_text()
    assert json.loads(language_schema_text()) == language_schema()


def test_it_is_a_schema_and_describes_every_key() -> None:
    Draft202012Validator.check_schema(language_schema())
    for definition in language_schema()["$defs"].values():
        for key in definition.get("properties", {}).values():
            assert key["description"].endswith(".")


def test_it_accepts_the_specs_and_the_documentation(repository: Path, specs: Path) -> None:
    text = (repository / "docs" / "spec-language.md").read_text(encoding="utf-8")
    documents = re.findall(r"^```yaml\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    documents += [path.read_text(encoding="utf-8") for path in sorted(specs.glob("*/*.yaml"))]
    assert len(documents) > 10
    for document in documents:
        errors = [
            f"{e.json_path}: {e.message}" for e in VALIDATOR.iter_errors(as_json(yaml.safe_load(document)))
        ]
        assert errors == []


@pytest.mark.parametrize(
    "text",
    [
        "wiresmith: 2\napi: a",
        "wiresmith: 1",
        "api: a",
        "operations: {a: {}}",
        "operations: {a: {get: /, post: /}}",
        "operations: {a: {get: /, path: {b?: str}}}",
        "operations: {a: {get: /, returns: {2000: X}}}",
        "operations: {a: {get: /, samples: {200: [../x.json]}}}",
        "operations: {a: {get: /, samples: {200: []}}}",
        "types: {A: {fields: {}, enum: [a]}}",
        "types: {A: {fields: {}, closed: true}}",
        "types: {A: {fields: {a: {doc: x}}}}",
        "types: {A: {fields: {a: 1}}}",
        "types: {A B: {fields: {}}}",
        "types: {A: {enum: [1.5]}}",
        "wiresmith: 1\napi: a\nxml: {dialect: datacontract, namespace: u, clr_namespace: A}",
    ],
)
def test_it_refuses_what_the_reader_refuses(text: str, tmp_path: Path) -> None:
    name = "api" if text.startswith(("wiresmith", "api")) else "e"
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "api.yaml").write_text("wiresmith: 1\napi: a\n", encoding="utf-8")
    (tmp_path / "a" / f"{name}.yaml").write_text(text.replace("b?: ", '"b?": '), encoding="utf-8")
    assert read_api_collecting(tmp_path / "a")[1]
    assert not accepts(text.replace("b?: ", '"b?": '))


def mappings(shape: Shape, path: tuple[str, ...]) -> Iterator[tuple[Keys, tuple[str, ...]]]:
    """Every mapping with known keys, with the keys that lead to it; ``[]`` is an item."""
    if isinstance(shape, Keys):
        yield shape, path
        for key in shape.keys:
            yield from mappings(key.value, (*path, key.name))
    elif isinstance(shape, Either):
        for each in shape.shapes:
            yield from mappings(each, path)
    elif isinstance(shape, Table):
        name = "200" if shape.key.numeric and shape.what == "a response" else "A"
        yield from mappings(shape.value, (*path, name))
    elif isinstance(shape, Many):
        yield from mappings(shape.item, (*path, "[]"))


PLACES = [
    (file, keys, path)
    for file, root in (("api.yaml", ApiFileDoc.shape), ("e.yaml", EndpointFileDoc.shape))
    for keys, path in mappings(root, ())
]


def test_every_mapping_of_the_language_is_defined() -> None:
    assert {keys.name for _, keys, _ in PLACES} == {keys.name for keys in DEFINITIONS}


@pytest.mark.parametrize(
    ("file", "keys", "path"), PLACES, ids=lambda value: ".".join(value) if isinstance(value, tuple) else ""
)
def test_an_unknown_key_is_refused_by_both_wherever_it_stands(
    file: str, keys: Keys, path: tuple[str, ...], tmp_path: Path
) -> None:
    inner: Any = {"unheard_of": 1}
    for step in reversed(path):
        inner = [inner] if step == "[]" else {step: inner}
    if file == "api.yaml":
        inner = {"wiresmith": 1, "api": "a", **inner}
    folder = tmp_path / "a"
    folder.mkdir()
    (folder / "api.yaml").write_text("wiresmith: 1\napi: a\n", encoding="utf-8")
    (folder / file).write_text(json.dumps(inner), encoding="utf-8")
    messages = [problem.message for problem in read_api_collecting(folder)[1]]
    assert f"unknown key 'unheard_of' in {keys.what}" in messages
    assert any("unheard_of" in error.message for error in _leaves(VALIDATOR.iter_errors(inner)))


def _leaves(errors: Any) -> Iterator[Any]:
    for error in errors:
        yield error
        yield from _leaves(error.context)
