"""``emit_default: false``: what .NET leaves out is left out, and read as the default."""

from __future__ import annotations

from pathlib import Path

import pytest

from wiresmith.check.loading import load
from wiresmith.contract.resolve import load_api
from wiresmith.runtime import EncodeError, LexicalInt

SPEC = """
wiresmith: 1
api: dropping
xml: {dialect: datacontract, clr_namespace: Dropping}
types:
  Order:
    fields:
      Count: {type: int32, xml: {emit_default: false}}
      Open: {type: bool, xml: {emit_default: false}}
      Note: {type: str, xml: {emit_default: false}}
      Items: {type: "list[int32]", xml: {emit_default: false}}
      Kept: int32
"""
START = (
    b'<Order xmlns:i="http://www.w3.org/2001/XMLSchema-instance"'
    b' xmlns="http://schemas.datacontract.org/2004/07/Dropping">'
)


def test_defaults_are_left_out_and_read_again(tmp_path: Path) -> None:
    folder = tmp_path / "dropping"
    folder.mkdir()
    (folder / "api.yaml").write_text(SPEC)
    package = load(load_api(folder))
    order = package.Order  # type: ignore[attr-defined]
    empty = order(count=0, open=False, note=None, items=None, kept=0)
    written = package.encode(empty, format="xml")
    assert written == START + b"<Kept>0</Kept></Order>"
    assert package.read(written, order) == (empty, [])


def test_what_is_no_default_is_written(tmp_path: Path) -> None:
    folder = tmp_path / "dropping"
    folder.mkdir()
    (folder / "api.yaml").write_text(SPEC)
    package = load(load_api(folder))
    order = package.Order  # type: ignore[attr-defined]
    value = order(count=1, open=True, note="", items=[], kept=0)
    written = package.encode(value, format="xml")
    assert b"<Count>1</Count>" in written
    assert b"<Note></Note>" in written
    assert b"<Items " in written
    assert b"<Open>true</Open>" in written
    assert package.read(written, order) == (value, [])


def test_a_zero_of_another_type_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "dropping"
    folder.mkdir()
    (folder / "api.yaml").write_text(SPEC)
    package = load(load_api(folder))
    order = package.Order  # type: ignore[attr-defined]
    for wrong in (False, 0.0):
        with pytest.raises(EncodeError, match="Count"):
            package.encode(order(count=wrong, open=False, note=None, items=None, kept=0), format="xml")
    for zero in (0, LexicalInt("-0")):
        value = order(count=zero, open=False, note=None, items=None, kept=0)
        assert package.encode(value, format="xml") == START + b"<Kept>0</Kept></Order>"
