"""Elements of one name at several levels of a class: which of them must be anyType, and when no XSD can tell
them apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from wiresmith.description import Member, ObjectType, QName


def typed_by_value(types: Iterable[ObjectType]) -> set[tuple[str, str]]:
    """The members, as (name of the declaring class, wire name), whose element is anyType: another level has
    its name for another type.
    """
    return {
        (member.declared_by, member.wire)
        for declared in types
        for member in declared.members
        if member.attribute in declared.typed
    }


def ambiguous(members: Sequence[Member]) -> QName | None:
    """The name of two elements of a sequence between which everything, the first of them included, may be
    missing; None if there is none.
    """
    reachable: set[QName | None] = set()
    for member in members:
        if member.xml_name in reachable:
            return member.xml_name
        if member.xml_required:
            reachable.clear()
        else:
            reachable.add(member.xml_name)
    return None
