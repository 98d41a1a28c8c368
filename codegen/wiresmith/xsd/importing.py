"""XSD files → a spec."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from wiresmith.description import QName
from wiresmith.language import Problem, Spot
from wiresmith.xsd._interpret import interpret
from wiresmith.xsd._spec_text import spec_text
from wiresmith.xsd.reading import SchemaFile, read_schema


@dataclass(frozen=True, slots=True)
class Imported:
    """A spec's files by name, and what the schemas hold that it does not say."""

    files: dict[str, str]
    remarks: list[Problem]


def import_xsd(paths: Sequence[Path], api: str) -> Imported:
    """The spec of an API whose data contracts XSD files describe.

    Raises: XsdError where a file cannot be read as a schema.
    """
    files = [read_schema(path) for path in paths]
    definitions, remarks = interpret(files)
    text, unsaid = spec_text(definitions, api)
    remarks += [Problem(_place(files, name), f"{name.local}: {why}") for name, why in unsaid]
    return Imported({"api.yaml": text}, remarks)


def _place(files: Sequence[SchemaFile], name: QName) -> Spot:
    for file in files:
        for component in file.types:
            if component.name == name.local and file.namespace == name.namespace:
                return file.at(component)
    return files[0].line(1)
