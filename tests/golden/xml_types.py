"""Which type of a contract the name in an ``i:type`` means."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from wiresmith.description import (
    BareType,
    Contract,
    DictType,
    ListType,
    ObjectType,
    QName,
    Ref,
    Scalar,
)

XS = "http://www.w3.org/2001/XMLSchema"
SERIALIZATION = "http://schemas.microsoft.com/2003/10/Serialization/"

PRIMITIVES: Final[dict[QName, str]] = {
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


def named_type(contract: Contract, name: QName) -> BareType:
    """The type of this contract name: a primitive, or one that the contract declares as known somewhere."""
    if name in PRIMITIVES:
        return Scalar(PRIMITIVES[name])
    return next(type_ for type_ in declared_known(contract) if contract_name(contract, type_) == name)


def declared_known(contract: Contract) -> Iterator[BareType]:
    """Every type that is declared as known, in the order of the contract."""
    yield from contract.known
    for declared in contract.types.values():
        if isinstance(declared, ObjectType):
            yield from declared.known


def contract_name(contract: Contract, type_: BareType) -> QName | None:
    """What ``i:type`` calls a type."""
    match type_:
        case Scalar(kind=kind):
            return NAMES[kind]
        case Ref(name=identity):
            return contract.types[identity].contract
        case ListType() | DictType():
            return type_.contract
