"""The XSD files of a contract."""

from __future__ import annotations

from wiresmith.description import Contract
from wiresmith.xsd._render import render
from wiresmith.xsd.collect import definitions_of


def export_xsd(contract: Contract) -> dict[str, bytes]:
    """The XSD files of an API by name, as .NET's XsdDataContractExporter writes them.

    ``schema.xsd`` imports the others, for validators that take one file.

    Raises: XsdError where the API has no data contracts, or says what no XSD can say.
    """
    return {name: text.encode() for name, text in render(definitions_of(contract)).items()}
