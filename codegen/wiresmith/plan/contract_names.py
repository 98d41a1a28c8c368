"""The names that types have in XML: of a document's root element, and in ``i:type``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiresmith.runtime.schema import Nullable, QName, Ref, Scalar
from wiresmith.values.namespaces import SERIALIZATION, SYSTEM, XS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wiresmith.runtime.schema import ScalarKind, Schema, Type

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
    "char": "char",
    "qname": "QName",
    "any": "anyType",
}
"""Local names in XML Schema, or something like them; ``number`` has none."""

CONTRACT_NAMES: Mapping[ScalarKind, QName] = {
    **{kind: QName(local, XS) for kind, local in SIMPLE_TYPES.items()},
    "int": QName("int", XS),
    "number": QName("double", XS),
    "char": QName("char", SERIALIZATION),
    "uuid": QName("guid", SERIALIZATION),
    "timedelta": QName("duration", SERIALIZATION),
    "date": QName("dateOnly", SERIALIZATION),
    "time": QName("timeOnly", SERIALIZATION),
    "datetimeoffset": QName("DateTimeOffset", SYSTEM),
}
"""The names of scalars in .NET's data contracts: in ``i:type``, and in the names of collections."""


def contract_name(type: Type, schema: Schema) -> QName | None:
    """The name by which ``i:type`` calls a type of a data contract; None where the schema does not say it."""
    if isinstance(type, Nullable):
        return contract_name(type.type, schema)
    if isinstance(type, Scalar):
        return CONTRACT_NAMES[type.kind]
    described = schema.by_name[type.name] if isinstance(type, Ref) else type
    return described.contract or described.root


def root_name(type: Type, schema: Schema) -> QName | None:
    """The root element of a document of this type; None where the type has no XML form."""
    if isinstance(type, Nullable):
        return root_name(type.type, schema)
    if isinstance(type, Ref):
        return schema.by_name[type.name].root
    if isinstance(type, Scalar) and type.root is None and not schema.rules.one_namespace:
        name = CONTRACT_NAMES[type.kind]
        return name if name.namespace == SYSTEM else QName(name.local, SERIALIZATION)
    return type.root


def type_names(type: Type, schema: Schema) -> frozenset[QName]:
    """The names by which ``i:type`` may repeat a declared type that is not Nullable."""
    contract = contract_name(type, schema)
    names = {contract} if contract else set[QName]()
    if isinstance(type, Scalar):
        local = type.root.local if type.root else SIMPLE_TYPES.get(type.kind)
        if local:
            names |= {QName(local, XS), QName(local, SERIALIZATION)}
    elif root := root_name(type, schema):
        names.add(root)
    return frozenset(names)
