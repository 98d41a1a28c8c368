"""Which type of a contract the name in an ``i:type`` means."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from wiresmith.contract.model import (
    Contract,
    DictType,
    ListType,
    NamedType,
    ObjectType,
    QName,
    ScalarKind,
    ScalarType,
    Type,
)

XS = "http://www.w3.org/2001/XMLSchema"
SERIALIZATION = "http://schemas.microsoft.com/2003/10/Serialization/"

PRIMITIVES: Final[dict[QName, ScalarKind]] = {
    QName("string", XS): "str",
    QName("boolean", XS): "bool",
    QName("byte", XS): "int8",
    QName("short", XS): "int16",
    QName("int", XS): "int32",
    QName("long", XS): "int64",
    QName("unsignedByte", XS): "uint8",
    QName("unsignedShort", XS): "uint16",
    QName("unsignedInt", XS): "uint32",
    QName("unsignedLong", XS): "uint64",
    QName("float", XS): "float32",
    QName("double", XS): "float64",
    QName("decimal", XS): "decimal",
    QName("dateTime", XS): "datetime",
    QName("anyURI", XS): "uri",
    QName("base64Binary", XS): "bytes",
    QName("QName", XS): "qname",
    QName("char", SERIALIZATION): "char",
    QName("guid", SERIALIZATION): "uuid",
    QName("duration", SERIALIZATION): "timedelta",
    QName("dateOnly", SERIALIZATION): "date",
    QName("timeOnly", SERIALIZATION): "time",
}
"""What .NET calls the types that it knows without being told."""

NAMES: Final = {kind: name for name, kind in PRIMITIVES.items()} | {
    "datetimeoffset": QName("DateTimeOffset", "http://schemas.datacontract.org/2004/07/System"),
}
"""The reverse."""


def named_type(contract: Contract, name: QName) -> Type:
    """The type of this contract name: a primitive, or one that the contract declares as known somewhere."""
    if name in PRIMITIVES:
        return ScalarType(PRIMITIVES[name])
    return next(type_ for type_ in declared_known(contract) if contract_name(contract, type_) == name)


def declared_known(contract: Contract) -> Iterator[Type]:
    """Every type that is declared as known, in the order of the contract."""
    yield from contract.known_types
    for declared in contract.types.values():
        if isinstance(declared, ObjectType):
            yield from declared.known_types


def contract_name(contract: Contract, type_: Type) -> QName | None:
    """What ``i:type`` calls a type."""
    match type_:
        case ScalarType(kind=kind):
            return NAMES[kind]
        case NamedType(identity=identity):
            return contract.types[identity].xml_contract
        case ListType() | DictType():
            return type_.xml_contract
