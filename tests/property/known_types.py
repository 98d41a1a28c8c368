"""Which types may stand where a contract declares another one: .NET's known types, by rules of this module's
own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from wiresmith.description import (
    BareType,
    Contract,
    DictType,
    EnumType,
    ListType,
    ObjectType,
    Ref,
    Scalar,
    Type,
    bare,
    is_nullable,
)

Scope = frozenset[BareType]
"""The known types at one place of a document."""


def levels(contract: Contract, identity: str) -> Iterator[ObjectType]:
    """A class and those that it extends, itself first."""
    declared = contract.types[identity]
    while isinstance(declared, ObjectType):
        yield declared
        if declared.base is None:
            return
        declared = contract.types[declared.base]


def closure(contract: Contract, types: Iterable[BareType]) -> Scope:
    """These types, and all that become known with them."""
    found: set[BareType] = set()
    waiting = list(types)
    while waiting:
        type_ = waiting.pop()
        if type_ not in found:
            found.add(type_)
            waiting += declared_by(contract, type_)
    return frozenset(found)


def declared_by(contract: Contract, type_: BareType) -> Iterator[BareType]:
    """What a type and those that it extends make known."""
    match type_:
        case ListType() | DictType():
            yield from type_.known
        case Ref(name=identity):
            for level in levels(contract, identity):
                yield from level.known
        case Scalar():
            return


def inside(contract: Contract, type_: BareType, scope: Scope) -> Scope:
    """What is known inside a value of this type."""
    return scope | closure(contract, declared_by(contract, type_))


def around(contract: Contract, document: Type) -> Scope:
    """What is known in a whole document: what the API says, its own type, and that of its items."""
    types = [*closure(contract, contract.known), bare(document)]
    while isinstance(types[-1], ListType):
        types.append(bare(types[-1].item))
    return frozenset(type_ for type_ in types if not isinstance(type_, Scalar))


def derived(contract: Contract, declared: ObjectType, scope: Scope) -> list[ObjectType]:
    """The classes that may stand for another one, itself left out: they extend it, and are known or make
    themselves known.
    """
    return [
        other
        for other in contract.types.values()
        if isinstance(other, ObjectType)
        and other is not declared
        and any(level is declared for level in levels(contract, other.name))
        and Ref(other.name) in inside(contract, Ref(other.name), scope)
    ]


def spelled(contract: Contract, use: Type) -> str:
    """A type as a spec spells it; ``| None`` stands only where .NET's type alone does not allow null."""
    type_ = bare(use)
    match type_:
        case Scalar(kind=kind):
            text, has_null = kind, kind in ("str", "uri", "bytes", "qname", "any")
        case Ref(name=identity):
            declared = contract.types[identity]
            text, has_null = identity, not isinstance(declared, EnumType) and not declared.value_type
        case ListType():
            text, has_null = type_.name or f"list[{spelled(contract, type_.item)}]", True
        case DictType():
            parts = f"{spelled(contract, type_.key)}, {spelled(contract, type_.value)}"
            text, has_null = type_.name or f"dict[{parts}]", True
    return f"{text} | None" if is_nullable(use) and not has_null else text
