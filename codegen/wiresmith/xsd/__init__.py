"""XML Schema: contracts become XSD files as .NET's XsdDataContractExporter writes them, and such files become
specs.

``_definitions`` has the records that both directions meet in. Export: ``collect`` makes them of a contract,
``_render`` writes them. Import: ``reading`` takes files apart, ``_interpret`` makes records of them,
``_spec_types`` and what it calls make a spec of those.
"""

from __future__ import annotations

from wiresmith.xsd.folders import read_xsd, write_xsd

__all__ = [
    "read_xsd",
    "write_xsd",
]
