"""The facts of types, besides their members, that the emitted JSON codec needs: names of enum members, and
who may stand for whom.
"""

from __future__ import annotations

from collections.abc import Iterator

from wiresmith.description import BareType, Contract, DictType, EnumType, ListType, ObjectType, Ref, bare
from wiresmith.emit.expression import expression
from wiresmith.emit.function_names import FunctionNames
from wiresmith.emit.json_code import EnumKeys
from wiresmith.emit.schema_table import body_uses
from wiresmith.emit.text import Identifier, literal
from wiresmith.emit.types import class_reference


def has_names(declared: EnumType) -> bool:
    """Have the members names on the wire besides their values?"""
    return any(member.xml not in (None, str(member.wire)) for member in declared.values)


def key_table(declared: EnumType, names: FunctionNames) -> EnumKeys:
    """The table of an enum whose members have names; the first of several names is the one that
    is written.
    """
    stem = names.stem(declared).upper()
    cls = class_reference(declared.name)
    entries = tuple(
        (literal(member.xml), expression("{}.{}", cls, Identifier(member.python)))
        for member in declared.values
        if member.xml is not None
    )
    return EnumKeys(Identifier(f"_{stem}_KEYS"), Identifier(f"_{stem}_NAMES"), entries)


def derived_types(contract: Contract) -> dict[str, list[ObjectType]]:
    """The known types that extend each object, at whatever distance: .NET writes them where it is
    declared.
    """
    known = {type_.name for type_ in _known_types(contract) if isinstance(type_, Ref)}
    derived: dict[str, list[ObjectType]] = {}
    for declared in contract.types.values():
        if declared.name not in known or not isinstance(declared, ObjectType):
            continue
        base = declared.base
        while base is not None:
            derived.setdefault(base, []).append(declared)
            above = contract.types[base]
            base = above.base if isinstance(above, ObjectType) else None
    return derived


def _known_types(contract: Contract) -> Iterator[BareType]:
    """Every type that is declared as a known one, wherever."""
    types = [contract.known]
    uses = list(body_uses(contract))
    for declared in contract.types.values():
        if isinstance(declared, ObjectType):
            types.append(declared.known)
            uses += [member.type for member in declared.members]
    for known in types:
        for type_ in known:
            yield type_
            yield from _known_through(type_)
    for use in uses:
        yield from _known_through(bare(use))


def _known_through(type_: BareType) -> Iterator[BareType]:
    match type_:
        case ListType():
            parts: tuple[BareType, ...] = (bare(type_.item),)
        case DictType():
            parts = (bare(type_.key), bare(type_.value))
        case _:
            return
    yield from type_.known
    for part in (*parts, *type_.known):
        yield from _known_through(part)
