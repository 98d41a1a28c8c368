"""The schema of .NET's serialization namespace, as every export brings it along."""

from __future__ import annotations

from typing import Final

_BUILT_IN: Final = (
    "anyType", "anyURI", "base64Binary", "boolean", "byte", "dateTime", "decimal", "double", "float", "int", "long", "QName", "short",
    "string", "unsignedByte", "unsignedInt", "unsignedLong", "unsignedShort",
)  # fmt: skip

_HEAD: Final = """\
<?xml version="1.0" encoding="utf-8"?>
<xs:schema xmlns:tns="http://schemas.microsoft.com/2003/10/Serialization/" attributeFormDefault="qualified" elementFormDefault="qualified" targetNamespace="http://schemas.microsoft.com/2003/10/Serialization/" xmlns:xs="http://www.w3.org/2001/XMLSchema">
"""
_RESTRICTED: Final = """\
  <xs:element name="char" nillable="true" type="tns:char" />
  <xs:simpleType name="char">
    <xs:restriction base="xs:int" />
  </xs:simpleType>
  <xs:element name="duration" nillable="true" type="tns:duration" />
  <xs:simpleType name="duration">
    <xs:restriction base="xs:duration">
      <xs:pattern value="\\-?P(\\d*D)?(T(\\d*H)?(\\d*M)?(\\d*(\\.\\d*)?S)?)?" />
      <xs:minInclusive value="-P10675199DT2H48M5.4775808S" />
      <xs:maxInclusive value="P10675199DT2H48M5.4775807S" />
    </xs:restriction>
  </xs:simpleType>
  <xs:element name="guid" nillable="true" type="tns:guid" />
  <xs:simpleType name="guid">
    <xs:restriction base="xs:string">
      <xs:pattern value="[\\da-fA-F]{8}-[\\da-fA-F]{4}-[\\da-fA-F]{4}-[\\da-fA-F]{4}-[\\da-fA-F]{12}" />
    </xs:restriction>
  </xs:simpleType>
"""
_DATES: Final = """\
  <xs:element name="dateOnly" nillable="true" type="tns:dateOnly" />
  <xs:simpleType name="dateOnly">
    <xs:restriction base="xs:date">
      <xs:pattern value="\\d{4}-\\d{2}-\\d{2}" />
    </xs:restriction>
  </xs:simpleType>
  <xs:element name="timeOnly" nillable="true" type="tns:timeOnly" />
  <xs:simpleType name="timeOnly">
    <xs:restriction base="xs:time">
      <xs:pattern value="\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,7})?" />
    </xs:restriction>
  </xs:simpleType>
"""
_ATTRIBUTES: Final = """\
  <xs:attribute name="FactoryType" type="xs:QName" />
  <xs:attribute name="Id" type="xs:ID" />
  <xs:attribute name="Ref" type="xs:IDREF" />
</xs:schema>
"""


def serialization_schema(dates: bool) -> str:
    """The schema's text; ``dates``: with dateOnly and timeOnly, which only .NET 10 and later know."""
    elements = "".join(
        f'  <xs:element name="{name}" nillable="true" type="xs:{name}" />\n' for name in _BUILT_IN
    )
    return _HEAD + elements + _RESTRICTED + (_DATES if dates else "") + _ATTRIBUTES
