"""Members of one element name at several levels: which .NET writes with ``i:type``.

ClassDataContract.SetIfMembersHaveConflict links a member to the one that it hides; XmlFormatWriterGenerator.CheckIfMemberHasConflict
asks the links. The sweep goes over the sorted members of all levels and, after each group of equal names, skips the first of the next
group. A group of two that is skipped into is not found; .NET has always written it so, and readers depend on it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from wiresmith.contract.datacontract import ordinal
from wiresmith.contract.model import Member, ObjectType, TypeUse

SameType = Callable[[TypeUse, TypeUse], bool]


def typed_members(
    own: tuple[Member, ...], parent: ObjectType | None, objects: Mapping[str, ObjectType], same_type: SameType
) -> tuple[str, ...]:
    """The Python names of the members of a class (inherited ones too) that are written with ``i:type`` because of their name.

    Parameters: ``own``, the members of the class itself, which is not among ``objects`` yet; ``same_type``, whether two types are one.
    """
    levels = [own, *(level.own for level in _chain(parent, objects))]
    hidden: dict[str, Member] = {}
    for start in reversed(range(len(levels))):
        hidden |= _hidden(levels[start:])

    def differs(member: Member) -> bool:
        while (below := hidden.get(member.python)) is not None:
            if not same_type(member.use, below.use):
                return True
            member = below
        return False

    def conflicts(member: Member, depth: int) -> bool:
        if differs(member):
            return True
        above = (each for level in levels[:depth] for each in level if each.xml_name == member.xml_name)
        nearest = next(above, None)
        return nearest is not None and differs(nearest)

    return tuple(
        member.python for depth, level in enumerate(levels) for member in level if conflicts(member, depth)
    )


def _chain(parent: ObjectType | None, objects: Mapping[str, ObjectType]) -> Iterator[ObjectType]:
    while parent is not None:
        yield parent
        parent = objects[parent.base] if parent.base is not None else None


def _hidden(levels: list[tuple[Member, ...]]) -> dict[str, Member]:
    """One class's sweep: for members, by Python name, the member of a lower level that each is linked to."""
    named = [
        (ordinal(member.xml_name.namespace), ordinal(member.xml_name.local), depth, member)
        for depth, level in enumerate(levels)
        for member in level
        if member.xml_name is not None
    ]
    named.sort(key=lambda each: each[:3])
    found: dict[str, Member] = {}
    at = 0
    while at < len(named) - 1:
        while at < len(named) - 1 and named[at][:2] == named[at + 1][:2]:
            found[named[at][3].python] = named[at + 1][3]
            at += 1
        at += 2
    return found
