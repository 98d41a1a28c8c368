"""Reads types of an API with data contracts, and finds them in the contract."""

from __future__ import annotations

from wiresmith.description import (
    BareType,
    Contract,
    DictType,
    EnumType,
    ListType,
    Member,
    ObjectType,
    bare,
)

SHOP = "http://schemas.datacontract.org/2004/07/Shop"
SYSTEM = "http://schemas.datacontract.org/2004/07/System"
ARRAYS = "http://schemas.microsoft.com/2003/10/Serialization/Arrays"


def class_of(contract: Contract, identity: str) -> ObjectType:
    found = next(each for each in contract.types.values() if each.identity == identity)
    assert isinstance(found, ObjectType)
    return found


def enum_of(contract: Contract, identity: str) -> EnumType:
    found = contract.types[identity]
    assert isinstance(found, EnumType)
    return found


def wires(members: tuple[Member, ...]) -> list[str]:
    return [member.wire for member in members]


def a_member(contract: Contract, identity: str, wire: str) -> Member:
    return next(member for member in class_of(contract, identity).members if member.wire == wire)


def member_type(contract: Contract, wire: str = "a", identity: str = "T") -> BareType:
    return bare(next(each for each in class_of(contract, identity).members if each.wire == wire).type)


def list_member(contract: Contract) -> ListType:
    found = member_type(contract)
    assert isinstance(found, ListType)
    return found


def dict_member(contract: Contract) -> DictType:
    found = member_type(contract)
    assert isinstance(found, DictType)
    return found
