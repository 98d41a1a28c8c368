"""The schema of .NET's serialization namespace, as every export brings it along."""

from __future__ import annotations

from typing import Final
from xml.sax.saxutils import quoteattr

from wiresmith.kinds import Kind, by_contract_name
from wiresmith.values.namespaces import SERIALIZATION, XS

_HEAD: Final = (
    '<?xml version="1.0" encoding="utf-8"?>\n'
    f'<xs:schema xmlns:tns="{SERIALIZATION}" attributeFormDefault="qualified" elementFormDefault="qualified"'
    f' targetNamespace="{SERIALIZATION}" xmlns:xs="{XS}">\n'
)
_ATTRIBUTES: Final = """\
  <xs:attribute name="FactoryType" type="xs:QName" />
  <xs:attribute name="Id" type="xs:ID" />
  <xs:attribute name="Ref" type="xs:IDREF" />
</xs:schema>
"""


def serialization_schema(dates: bool) -> str:
    """The schema's text; ``dates``: with dateOnly and timeOnly, which only .NET 10 and later know."""
    kinds = sorted(by_contract_name().values(), key=lambda kind: kind.contract_name.local.lower())
    elements = "".join(
        f'  <xs:element name="{kind.contract_name.local}" nillable="true" '
        f'type="xs:{kind.contract_name.local}" />\n'
        for kind in kinds
        if kind.contract_name.namespace == XS
    )
    own = [kind for kind in kinds if kind.contract_name.namespace == SERIALIZATION]
    types = (
        kind
        for is_new in (False, True)
        for kind in own
        if kind.xsd_is_new == is_new and (dates or not is_new)
    )
    return _HEAD + elements + "".join(map(scalar_type, types)) + _ATTRIBUTES


def scalar_type(kind: Kind) -> str:
    """The document element and the simple type of a kind that XML Schema has not got, in the namespace of the
    file.
    """
    name = kind.contract_name.local
    start = f'    <xs:restriction base="{kind.xsd_base}"'
    facets = "".join(f"      <xs:{facet} value={quoteattr(value)} />\n" for facet, value in kind.xsd_facets)
    restriction = f"{start}>\n{facets}    </xs:restriction>" if facets else f"{start} />"
    return (
        f'  <xs:element name="{name}" nillable="true" type="tns:{name}" />\n'
        f'  <xs:simpleType name="{name}">\n{restriction}\n  </xs:simpleType>\n'
    )
