"""Items of lists in emitted code: what is declared for them, the list declares."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from wiresmith.check.loading import load
from wiresmith.contract.resolve import load_api
from wiresmith.runtime import WriterOptions

SPEC = """\
wiresmith: 1
api: items
formats: [xml]
xml: {dialect: datacontract, namespace: "urn:u"}
undocumented: [base_url, auth]
types:
  T: {fields: {L: Bare}}
  U: {fields: {X: int}}
  Bare: {type: "list[U]", xml: {name: Bare, namespace: ""}}
"""


def test_an_item_whose_namespace_hides_the_default_declares_nothing_else(tmp_path: Path) -> None:
    folder = tmp_path / "items"
    folder.mkdir()
    (folder / "api.yaml").write_text(SPEC, "utf-8")
    package: Any = load(load_api(folder))
    value = package.T(l=[package.U(x=1)])
    straight = package.encode(value)
    assert straight == package.encode(value, options=WriterOptions(max_items=1_000_000))
    assert straight == (
        b'<T xmlns:i="http://www.w3.org/2001/XMLSchema-instance" xmlns="urn:u">'
        b'<L><U xmlns=""><X xmlns="urn:u">1</X></U></L></T>'
    )
