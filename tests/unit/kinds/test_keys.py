"""Every kind that can be the key of a dictionary, in JSON of both dialects: written, read fast and read
exactly.
"""

from __future__ import annotations

import json
from random import Random
from typing import Any

import pytest

from tests.unit.emit.workshop import Made
from wiresmith.description import Scalar
from wiresmith.kinds import all_kinds, kind_of
from wiresmith.runtime import Limits
from wiresmith.runtime.json.json_reader import read_json
from wiresmith.serve.generated import _Examples  # pyright: ignore[reportPrivateUsage]

KEYS = [kind.name for kind in all_kinds() if kind.is_key]
DIALECTS = ["plain", "datacontract"]


def wall(dialect: str) -> Made:
    fields = "".join(f"      {kind}_keys: {{type: 'dict[{kind}, int32]'}}\n" for kind in KEYS)
    xml = f'formats: [json, xml]\nxml: {{dialect: {dialect}, namespace: "urn:w"}}\n'
    return Made(f"wiresmith: 1\napi: workshop\n{xml}types:\n  Wall:\n    fields:\n{fields}")


@pytest.fixture(scope="module", params=DIALECTS)
def made(request: pytest.FixtureRequest) -> Made:
    return wall(request.param)


@pytest.mark.parametrize("kind", KEYS)
def test_keys_go_through_json(made: Made, kind: str) -> None:
    inner = made.package._package
    scalar = Scalar(kind=kind)
    key: Any = kind_of(kind).example(scalar, _Examples(Random(1), scalar, "key"))
    value = made.Wall(**{f"{name}_keys": {key: 7} if name == kind else {} for name in KEYS})
    data = made.encode(value, format="json")
    texts = inner.schema.rules.texts
    assert json.loads(data)[f"{kind}_keys"] == {kind_of(kind).text(key, "json", texts, "core"): 7}
    fast = inner._codec(inner.key_of(made.Wall), "json").decode(data)
    exact, findings = read_json(data, inner.schema, inner.type_of(inner.key_of(made.Wall)), Limits())
    assert findings == []
    assert fast == exact == value
    assert made.encode(fast, format="json") == data
