"""Exports and imports in folders of tests."""

from __future__ import annotations

from pathlib import Path

from lxml import etree

from wiresmith.contract.resolve import load_api
from wiresmith.description import Contract
from wiresmith.language.problem import Problem
from wiresmith.xsd.exporting import export_xsd
from wiresmith.xsd.importing import import_xsd


def exported(contract: Contract, folder: Path) -> dict[str, bytes]:
    """The XSD files of a contract, also put into a folder."""
    files = export_xsd(contract)
    folder.mkdir()
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return files


def imported(files: list[Path], folder: Path) -> tuple[Contract, list[Problem]]:
    """The contract of the spec that is made of XSD files, and the remarks."""
    spec = import_xsd(files, folder.name)
    folder.mkdir()
    for name, text in spec.files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return load_api(folder), spec.remarks


def schema_of(folder: Path) -> etree.XMLSchema:
    """The schema that the files of a folder are together."""
    return etree.XMLSchema(etree.parse(folder / "schema.xsd"))
