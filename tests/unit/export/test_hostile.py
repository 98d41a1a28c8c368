"""Text of specs and samples is data in exports, and so are odd types."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.unit.export.exports import contract_of, openapi_of, schema_of
from wiresmith.export.written_json import json_text

EVIL = '"}, "x": {"$ref": "file:///etc/passwd"}, \\ \u001b[2J \u009b2J \u202e \u2028 \ud800 </script>'


def test_any_text_comes_back_and_controls_nothing() -> None:
    text = json_text({EVIL: [EVIL]})
    assert json.loads(text) == {EVIL: [EVIL]}
    assert text.encode().decode().replace("\n", "").isprintable()


def test_dictionaries_without_texts_for_keys_are_pairs(tmp_path: Path) -> None:
    text = (
        "formats: [xml]\nxml: {dialect: datacontract, clr_namespace: A}\ntypes:\n  Key: {fields: {a: "
        "int32}}\n"
        '  Table: {fields: {rows: "dict[Key, str]"}}\n'
    )
    rows: Any = openapi_of(contract_of(tmp_path, text))["components"]["schemas"]["Table"]["properties"][
        "rows"
    ]
    assert (rows["type"], rows["x-wiresmith-pairs"]) == (["array", "null"], True)
    assert list(rows["items"]["properties"]) == ["key", "value"]


def test_flags_are_integers_and_aliases_are_values_once(tmp_path: Path) -> None:
    text = (
        "xml: {dialect: datacontract, clr_namespace: A}\ntypes:\n"
        "  Access: {enum: {Read: 1, Write: 4}, flags: true}\n  Shade: {enum: {Green: 1, Grass: 1, Red: 0}, "
        "closed: true}\n"
    )
    types = schema_of(contract_of(tmp_path, text))["$defs"]
    assert (types["Access"]["x-wiresmith-flags"], types["Access"]["anyOf"][1]) == (True, {"type": "integer"})
    assert types["Shade"]["enum"] == [1, 0]
    assert len(types["Shade"]["x-enum-varnames"]) == 2
