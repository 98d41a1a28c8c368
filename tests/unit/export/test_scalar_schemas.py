"""Schemas of scalars take the texts that our readers take, in values and in names."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest

from tests.unit.export.exports import contract_of, schema_of
from wiresmith.check.loading import load
from wiresmith.description import Scalar
from wiresmith.export.scalar_schemas import scalar_schema
from wiresmith.export.written_json import json_text

_GUID = "6f9619ff-8b86-d011-b42d-00cf4fc964ff"
VALUES: dict[str, list[Any]] = {
    "bool": [True, 1, "true", None],
    "int": [0, -5, 10**30, 1.5, "1", True],
    "number": [1, 1.5, "1", True],
    "float32": [0.1, 3.4028234e38, 3.5e38, -3.5e38, "1"],
    "float64": [1.5, 1, "NaN"],
    "decimal": [1.25, 10**20, "1.25"],
    "datetime": ["2020-01-02T03:04:05", "2020-01-02T03:04:05.1234567Z", "2020-01-02T03:04:05+14:30",
    "2020-01-02T24:00:00", "2020-13-02T03:04:05",
                 "2020-01-02 03:04:05", "2020-01-02T03:04:05z", "2020-01-02T03:04", "20200102T030405",
                 "2020-01-02T03:04:60Z", "2020-01-02T03:04:05."],
    "datetimeoffset": ["2020-01-02T03:04:05Z", "2020-01-02T03:04:05", "2020-01-02T03:04:05+14:00",
    "2020-01-02T03:04:05+14:01", "2020-01-02T03:04:05-13:59"],
    "date": ["2020-01-02", "2020-01-2", "2020-00-01", "2020-01-32", "2020-01-02T00:00:00"],
    "time": ["03:04:05", "03:04:05.5Z", "03:04:05+01:00", "24:00:00", "3:04:05", "03:04"],
    "timedelta": ["P1D", "PT1H", "P1Y2M3DT4H5M6.7S", "-PT0S", "P", "PT", "P1DT", "P1W", "PT1S2M",
    "1.02:03:04", "00:00:01", "-1.00:00:00.5", "24:00:00", "P1H"],
    "uuid": [_GUID, _GUID.upper(), f"{{{_GUID}}}", f"({_GUID})", _GUID.replace("-", ""), f"{{{_GUID}",
    f"({_GUID}}}", _GUID[:-1], f"{_GUID}\n"],
    "uri": ["http://a/b c", "", "../x"],
    "bytes": ["", "AA==", "AAE=", "AAEC", "AAECAw==", "AB==", "AAF=", "AA", "A A=", "-_==", "====",
    "AA==AA=="],
    "char": ["a", "é", "\uffff", "😀", "", "ab", "\n"],
    "qname": [{"name": "a", "ns": ""}, {"name": "a"}, {"name": "a", "ns": "", "x": 1}, {"name": 1, "ns": ""},
    "a"],
    "any": [None, 1, [], {}, "x"],
}  # fmt: skip
for _bits in (8, 16, 32, 64):
    VALUES[f"int{_bits}"] = [
        2 ** (_bits - 1) - 1,
        2 ** (_bits - 1),
        -(2 ** (_bits - 1)),
        -(2 ** (_bits - 1)) - 1,
    ]
    VALUES[f"uint{_bits}"] = [2**_bits - 1, 2**_bits, 0, -1]
KEYS: dict[str, list[str]] = {
    "int32": ["1", "-1", "01", "1.0", "x", ""],
    "uuid": [_GUID, "x"],
    "bool": ["true", "false", "True", "1"],
    "datetime": ["2020-01-02T03:04:05", "2020"],
    "number": ["1", "1.5", "1e3", ".5", "x"],
    "decimal": ["1.50", "+1"],
    "timedelta": ["PT1S", "00:00:01"],
    "char": ["a", "ab"],
    "str": ["", "x"],
    "Word": ["ab", "a", "AB"],
    "Colour": ["red", "blue"],
    "Fixed": ["1", "2", "3", "01", "x", "One", "a.b|c"],
    "Many": ["1", "7", "-3", "a.b|c", "aXb|c", "c", "1.0"],
}
_TYPES = """\
types:
  Word: {type: str, min_length: 2, pattern: "^[a-z]+$"}
  Colour: {enum: [red], closed: true}
  Fixed: {enum: {1: {python: one, xml: {name: One}}, 2: {python: two, xml: {name: "a.b|c"}}}, closed: true}
  Many: {enum: {1: {python: one, xml: {name: "a.b|c"}}}}
"""


@pytest.mark.parametrize(
    "xml", ["", "xml: {dialect: datacontract, clr_namespace: A}\n"], ids=["plain", "dotnet"]
)
def test_values_and_names_are_valid_as_they_are_read(tmp_path: Path, xml: str) -> None:
    kinds = VALUES.keys() - ({"char", "qname", "datetimeoffset"} if not xml else set())
    fields = "".join(f"      {kind}_v?: {kind}\n" for kind in sorted(kinds))
    usable = [key for key in KEYS if key in kinds or key not in VALUES]
    fields += "".join(f'      {key}_k?: "dict[{key}, int32]"\n' for key in usable)
    types = _TYPES if xml else re.sub(r", xml: \{.*?\}", "", _TYPES)
    text = (
        f"{xml}operations:\n  get_all:\n    get: all\n    returns: {{200: All}}\n"
        f"{types}  All:\n    fields:\n{fields}"
    )
    contract = contract_of(tmp_path, text)
    package: Any = load(contract)
    schema = schema_of(contract)
    check = jsonschema_rs.Draft202012Validator({**schema, "$ref": "#/$defs/All"}, validate_formats=True)
    documents = [{f"{kind}_v": value} for kind in sorted(kinds) for value in VALUES[kind]]
    documents += [{f"{key}_k": {name: 1}} for key in usable for name in KEYS[key]]
    wrong = [
        document
        for document in documents
        if check.is_valid(document)
        == any(
            found.severity == "error" for found in package.read(json_text(document).encode(), package.All)[1]
        )
    ]
    assert wrong == []


def test_formats_are_said_only_where_every_text_has_them() -> None:
    kinds: list[str] = ["datetime", "datetimeoffset", "date", "time", "timedelta", "uuid", "uri"]
    formats = {kind: scalar_schema(Scalar(kind), "standard").get("format") for kind in kinds}
    assert {kind: text for kind, text in formats.items() if text} == {
        "datetimeoffset": "date-time",
        "date": "date",
    }


def test_bounds_narrow_those_of_the_kind(tmp_path: Path) -> None:
    contract = contract_of(
        tmp_path,
        "types:\n  A:\n    fields:\n      a: {type: uint8, ge: 3, le: 1000}\n      b: {type: float64, gt: "
        "0, lt: 1}\n"
        '      c: {type: bytes, min_length: 1, max_length: 4}\n      d: {type: "list[str] | None", '
        'max_length: 2}\n      e: {type: "dict[str, str]", min_length: 1}\n',
    )
    members = schema_of(contract)["$defs"]["A"]["properties"]
    assert (members["a"]["minimum"], members["a"]["maximum"]) == (3, 255)
    assert (members["b"]["exclusiveMinimum"], members["b"]["exclusiveMaximum"]) == (0, 1)
    assert (members["c"]["minLength"], members["c"]["maxLength"]) == (4, 8)
    assert members["c"]["x-wiresmith-bytes"] == {"minLength": 1, "maxLength": 4}
    assert (members["d"]["type"], members["d"]["maxItems"]) == (["array", "null"], 2)
    assert members["e"]["minProperties"] == 1
