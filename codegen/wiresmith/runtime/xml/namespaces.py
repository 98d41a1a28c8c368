"""The namespaces that XML of typed data uses, and the names of simple types in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiresmith.runtime.findings import excerpt, quoted
from wiresmith.runtime.schema import DictType, ListType, Nullable, QName, Ref, Scalar

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wiresmith.runtime.schema import ScalarKind, Schema, Type

XSI = "http://www.w3.org/2001/XMLSchema-instance"
XS = "http://www.w3.org/2001/XMLSchema"
SERIALIZATION = "http://schemas.microsoft.com/2003/10/Serialization/"

NIL = f"{{{XSI}}}nil"
TYPE = f"{{{XSI}}}type"
REFERENCE = f"{{{SERIALIZATION}}}Ref"

SIMPLE_TYPES: Mapping[ScalarKind, str] = {
    "str": "string",
    "bool": "boolean",
    "int": "integer",
    "int8": "byte",
    "int16": "short",
    "int32": "int",
    "int64": "long",
    "uint8": "unsignedByte",
    "uint16": "unsignedShort",
    "uint32": "unsignedInt",
    "uint64": "unsignedLong",
    "float32": "float",
    "float64": "double",
    "decimal": "decimal",
    "datetime": "dateTime",
    "date": "date",
    "time": "time",
    "timedelta": "duration",
    "uuid": "guid",
    "uri": "anyURI",
    "bytes": "base64Binary",
    "any": "anyType",
}
"""Local names in XS, or (``guid`` and .NET's ``duration``) in SERIALIZATION; ``number`` has none."""


def root_name(type: Type, schema: Schema) -> QName | None:
    """The root element of a document of this type; None where the type has no XML form."""
    if isinstance(type, Nullable):
        return root_name(type.type, schema)
    if isinstance(type, Ref):
        return schema.by_name[type.name].root
    return type.root


def split_tag(tag: str) -> QName:
    """The name that Clark notation (``{namespace}local``) spells."""
    namespace, _, local = tag[1:].rpartition("}") if tag.startswith("{") else ("", "", tag)
    return QName(local, namespace)


def local_name(tag: str) -> str:
    """The local part of a name in Clark notation."""
    return tag.rpartition("}")[2]


def spelled(name: QName) -> str:
    """A name as shown to people: ``<Data> in namespace "urn:x"``."""
    element = f"<{excerpt(name.local, 120)}>"
    return f"{element} in namespace {quoted(name.namespace, 120)}" if name.namespace else element


def type_names(type: Type, schema: Schema) -> frozenset[QName]:
    """The names by which ``i:type`` may repeat a declared type that is not Nullable."""
    if isinstance(type, Scalar):
        local = type.root.local if type.root else SIMPLE_TYPES.get(type.kind)
        return frozenset({QName(local, XS), QName(local, SERIALIZATION)}) if local else frozenset()
    assert isinstance(type, Ref | ListType | DictType)
    root = root_name(type, schema)
    return frozenset({root}) if root else frozenset()
