"""What an export says beyond .NET's, and what it refuses."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.xsd.files import exported, schema_of
from wiresmith.contract.resolve import load_api
from wiresmith.description import Contract
from wiresmith.failure import XsdError
from wiresmith.xsd.exporting import export_xsd


def contract(folder: Path, types: str, xml: str = "clr_namespace: Shop") -> Contract:
    (folder / "shop").mkdir()
    (folder / "shop/api.yaml").write_text(
        f"wiresmith: 1\napi: shop\nformats: [xml]\nxml: {{dialect: datacontract, {xml}}}\ntypes:\n{types}",
        "utf-8",
    )
    return load_api(folder / "shop")


def test_files_are_named_after_namespaces(tmp_path: Path) -> None:
    types = (
        '  A: {xml: {namespace: "urn:a:b"}, fields: {X: int32}}\n'
        '  B: {xml: {namespace: "http://a/b/"}, fields: {A: A}}\n'
        '  C: {xml: {namespace: "urn.a.b"}, fields: {X: int32}}\n'
        '  D: {xml: {namespace: ""}, fields: {X: int32}}\n'
    )
    assert sorted(export_xsd(contract(tmp_path, types))) == [
        "a.b.xsd",
        "no-namespace.xsd",
        "schema.xsd",
        "schemas.microsoft.com.2003.10.Serialization.xsd",
        "urn.a.b-2.xsd",
        "urn.a.b.xsd",
    ]


def test_roots_of_their_own(tmp_path: Path) -> None:
    types = '  A: {xml: {root: {name: Doc, namespace: "urn:doc"}}, fields: {X: int32}}\n'
    exported(contract(tmp_path, types), tmp_path / "xsd")
    text = (tmp_path / "xsd/urn.doc.xsd").read_text()
    assert '<xs:element name="Doc" nillable="true" type="q1:A" />' in text
    schema_of(tmp_path / "xsd")


def test_dates_of_newer_versions(tmp_path: Path) -> None:
    files = exported(contract(tmp_path, "  A: {fields: {D: date, T: time}}\n"), tmp_path / "xsd")
    assert b'<xs:simpleType name="dateOnly">' in files["schemas.microsoft.com.2003.10.Serialization.xsd"]
    schema_of(tmp_path / "xsd")


def test_nullable_keys(tmp_path: Path) -> None:
    files = export_xsd(contract(tmp_path, '  A: {fields: {D: "dict[int32 | None, str]"}}\n'))
    name = "schemas.microsoft.com.2003.10.Serialization.Arrays.xsd"
    assert b'<xs:element name="Key" nillable="true" type="xs:int" />' in files[name]


@pytest.mark.parametrize(
    ("types", "message"),
    [
        ('  A: {fields: {X: int32}}\n  B: {extends: A, fields: {Z: {type: int32, xml: {name: X}}}}\n',
         "type B has two elements 'X' that an XSD could not tell apart"),
        ('  A: {fields: {L: {type: "list[int32]", xml: {item_name: one}}, M: "list[int32]"}}\n',
         "two types that differ are both 'ArrayOfint'"),
        ('  A: {enum: {B: {value: 1, xml: {name: "\\u0001"}}}}\n', "characters that XML does not allow"),
    ],
)  # fmt: skip
def test_what_no_xsd_says(types: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(XsdError) as caught:
        export_xsd(contract(tmp_path, types))
    assert message in str(caught.value)
