"""Elements that repeat a member: what was read from the first stays the value, however it is written."""

from __future__ import annotations

from typing import Any

import pytest

from wiresmith.check.loading import load
from wiresmith.contract.resolve import load_api

SPEC = """\
wiresmith: 1
api: twice
formats: [json, xml]
xml: {dialect: datacontract, clr_namespace: D}
undocumented: [base_url, auth]
types:
  E: {enum: [a, b]}
  T: {fields: {a: int, b: str, "c?": {type: int, xml: {emit_default: false}}}}
"""


@pytest.fixture(scope="module")
def twice(tmp_path_factory: pytest.TempPathFactory) -> Any:
    folder = tmp_path_factory.mktemp("specs") / "twice"
    folder.mkdir()
    (folder / "api.yaml").write_text(SPEC, "utf-8")
    return load(load_api(folder))


@pytest.mark.parametrize(
    ("inner", "first"),
    [
        ("<b>FIRST</b><b>SECOND</b><a>1</a>", "FIRST"),
        ("<b>FIRST</b><b>SECOND</b><x>1</x><a>1</a>", "FIRST"),
        ("<x/><b>FIRST</b><b>SECOND</b><a>1</a><a>2</a>", "FIRST"),
        ("<c>3</c><b>FIRST</b><c>4</c><b>SECOND</b><x/><a>1</a><b>THIRD</b>", "FIRST"),
        ("<a>1</a><b>FIRST</b><c>0</c><c>4</c>", "FIRST"),
    ],
)
def test_a_second_element_stays_behind_the_first(twice: Any, inner: str, first: str) -> None:
    document = f'<T xmlns="http://schemas.datacontract.org/2004/07/D">{inner}</T>'
    value = twice.decode(document, twice.T)
    again = twice.decode(twice.encode(value, format="xml"), twice.T)
    assert value.b == again.b == first
    assert again == value
    assert twice.encode(again, format="xml") == twice.encode(value, format="xml")


def test_what_is_no_document_is_neither_read_nor_written(twice: Any) -> None:
    for format in ("json", "xml"):
        with pytest.raises(TypeError, match="E"):
            twice.encode(twice.E.A, format=format)
        with pytest.raises(TypeError, match="E"):
            twice.decode(b'"a"', twice.E, format=format)
