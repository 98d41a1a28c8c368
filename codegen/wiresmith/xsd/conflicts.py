"""Elements of one name at several levels of a class: what .NET does about their types, and when no XSD can tell them apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from wiresmith.contract.datacontract import ordinal
from wiresmith.contract.model import Member, ObjectType, QName, ScalarType, TypeUse


def conflicting(types: Iterable[ObjectType]) -> set[tuple[str, str]]:
    """The members, as (declaring identity, wire name), whose element must be anyType because another level has its name for another type.

    ``ClassDataContract.SetIfMembersHaveConflict``, with its way of passing over the member after each name that it looked at: a pair that starts
    there is not seen, and keeps its types.
    """
    found: set[tuple[str, str]] = set()
    for declared in types:
        if declared.base is not None:
            found |= _of_one(declared.xml_members)
    return found


def _of_one(members: Sequence[Member]) -> set[tuple[str, str]]:
    depth = {identity: place for place, identity in enumerate(dict.fromkeys(m.declared_by for m in members))}
    in_order = sorted(members, key=lambda m: (ordinal(_name(m).local), ordinal(_name(m).namespace), -depth[m.declared_by]))
    found: set[tuple[str, str]] = set()
    start = 0
    while start < len(in_order) - 1:
        end = start
        while end < len(in_order) - 1 and _name(in_order[end]) == _name(in_order[end + 1]):
            end += 1
        same = in_order[start : end + 1]
        if any(_clr_type(one.use) != _clr_type(same[0].use) for one in same):
            found |= {(one.declared_by, one.wire) for one in same}
        start = end + 2
    return found


def ambiguous(members: Sequence[Member]) -> QName | None:
    """The name of two elements of a sequence between which everything, the first of them included, may be missing; None if there is none."""
    reachable: set[QName] = set()
    for member in members:
        name = _name(member)
        if name in reachable:
            return name
        if member.xml_required:
            reachable.clear()
        else:
            reachable.add(name)
    return None


def _clr_type(use: TypeUse) -> TypeUse:
    if isinstance(use.type, ScalarType):
        return TypeUse(ScalarType(use.type.kind), use.nullable)
    return use


def _name(member: Member) -> QName:
    assert member.xml_name is not None
    return member.xml_name
