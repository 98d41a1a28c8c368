"""XS files taken apart by xsdata, once they are known to be harmless: nothing is fetched, no DTD, bounded
sizes.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from lxml import etree
from xsdata.codegen.parsers.schema import SchemaParser
from xsdata.exceptions import ParserError
from xsdata.formats.dataclass.parsers.config import ParserConfig
from xsdata.formats.dataclass.parsers.handlers import LxmlEventHandler
from xsdata.models import xsd
from xsdata.models.mixins import ElementBase

from wiresmith.description import QName
from wiresmith.failure import XsdError
from wiresmith.language import Spot
from wiresmith.values.namespaces import XS

MOST_BYTES: Final = 16 * 2**20
"""The most bytes of one file; the schemas of a large product have less."""


@dataclass(frozen=True, slots=True)
class SchemaFile:
    """One XS file as xsdata's records; ``lines`` are those of its elements in document order, ``foreign`` the
    attributes of no schema language that stand on schema elements, with their lines.
    """

    path: str
    schema: xsd.Schema
    lines: tuple[int, ...]
    foreign: tuple[tuple[int, str], ...]

    @property
    def types(self) -> list[xsd.ComplexType | xsd.SimpleType]:
        """The types with names, in their order."""
        found: list[xsd.ComplexType | xsd.SimpleType] = [
            *self.schema.complex_types,
            *self.schema.simple_types,
        ]
        return sorted(found, key=lambda each: each.index)

    @property
    def namespace(self) -> str:
        """The target namespace."""
        return self.schema.target_namespace or ""

    def at(self, component: ElementBase) -> Spot:
        """The place of a component."""
        place = component.index - 1
        return Spot(self.path, self.lines[place] if 0 <= place < len(self.lines) else 1, 1)

    def line(self, line: int) -> Spot:
        """A line of the file."""
        return Spot(self.path, line, 1)

    def name(self, text: str, component: ElementBase) -> QName:
        """The qualified name that a name with or without a prefix stands for at a component."""
        prefix, _, local = text.strip().rpartition(":")
        # xsdata says str of the keys, and has None for the default namespace.
        namespaces: dict[str | None, str] = dict(component.ns_map.items())
        return QName(local, namespaces.get(prefix or None, ""))


def read_schema(path: Path) -> SchemaFile:
    """Read one XS file.

    Raises: XsdError where it cannot be read, is no schema, or has a document type.
    """
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise XsdError(f"{path}: {error.strerror}") from error
    if len(data) > MOST_BYTES:
        raise XsdError(f"{path}: more than {MOST_BYTES:,} bytes; an XS file of data contracts is smaller")
    lines, foreign = _checked(path, data)
    parser = SchemaParser(
        handler=LxmlEventHandler,
        config=ParserConfig(fail_on_unknown_properties=False, fail_on_converter_warnings=True),
    )
    try:
        schema = parser.from_bytes(data, xsd.Schema)
    except (ParserError, ValueError, TypeError, AssertionError) as error:
        raise XsdError(f"{path}: not an XML Schema that xsdata can read: {error}") from error
    return SchemaFile(str(path), schema, lines, foreign)


def _checked(path: Path, data: bytes) -> tuple[tuple[int, ...], tuple[tuple[int, str], ...]]:
    """The lines of the elements, and the attributes of other namespaces on elements of the schema
    language.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise XsdError(f"{path}:{error.lineno or 1}: not XML: {error.msg}") from error
    if root.getroottree().docinfo.doctype:
        raise XsdError(f"{path}: has a document type; remove it: schemas of data contracts have none")
    if root.tag != f"{{{XS}}}schema":
        raise XsdError(f"{path}: the root element is {str(root.tag)[:80]!r}; expected xs:schema")
    elements = list(root.iter(etree.Element))
    foreign = tuple(
        (element.sourceline or 1, str(name))
        for element in elements
        if str(element.tag).startswith(f"{{{XS}}}")
        for name in element.attrib
        if str(name).startswith("{")
    )
    return tuple(element.sourceline or 1 for element in elements), foreign
