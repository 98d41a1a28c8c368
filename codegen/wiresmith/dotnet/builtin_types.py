"""The names that ``i:type`` may give without anybody declaring them (PrimitiveDataContract)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiresmith.runtime.schema import QName, Scalar
from wiresmith.values.namespaces import SERIALIZATION, XS

if TYPE_CHECKING:
    from wiresmith.runtime.schema import ScalarKind

_ASMX = "http://microsoft.com/wsdl/types/"
_SIMPLE: dict[str, ScalarKind] = {
    "boolean": "bool", "byte": "int8", "unsignedByte": "uint8", "short": "int16", "unsignedShort": "uint16",
    "int": "int32", "unsignedInt": "uint32", "long": "int64", "unsignedLong": "uint64", "float": "float32",
    "double": "float64", "decimal": "decimal", "dateTime": "datetime", "base64Binary": "bytes", "anyType": "any",
    "anyURI": "uri", "QName": "qname", "duration": "timedelta",
}  # fmt: skip
_LONGS = ("integer", "positiveInteger", "negativeInteger", "nonPositiveInteger", "nonNegativeInteger")
_STRINGS = (
    "string", "time", "date", "hexBinary", "gYearMonth", "gYear", "gMonthDay", "gDay", "gMonth", "normalizedString",
    "token", "language", "Name", "NCName", "ID", "IDREF", "IDREFS", "ENTITY", "ENTITIES", "NMTOKEN", "NMTOKENS",
)  # fmt: skip
_OWN: dict[str, ScalarKind] = {
    "guid": "uuid", "duration": "timedelta", "char": "char", "dateOnly": "date", "timeOnly": "time",
}  # fmt: skip

BUILTIN: dict[QName, Scalar] = (
    {QName(local, XS): Scalar(kind=kind) for local, kind in _SIMPLE.items()}
    | {QName(local, XS): Scalar(kind="int64") for local in _LONGS}
    | {QName(local, XS): Scalar(kind="str") for local in _STRINGS}
    | {QName(local, SERIALIZATION): Scalar(kind=kind) for local, kind in _OWN.items()}
    | {QName("guid", _ASMX): Scalar(kind="uuid"), QName("char", _ASMX): Scalar(kind="char")}
)
"""XML Schema's types that .NET knows, each as the type that it becomes, and the serializer's own."""
