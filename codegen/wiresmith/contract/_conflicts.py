"""Members of one element name at several levels: which .NET writes with ``i:type``.

ClassDataContract.SetIfMembersHaveConflict links a member to the one that it hides;
XmlFormatWriterGenerator.CheckIfMemberHasConflict asks the links. The sweep goes over the sorted members of
all levels and, after each group of equal names, skips the first of the next group. A group of two that is
skipped into is not found; .NET has always written it so, and readers depend on it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from wiresmith.contract.dotnet_names import ordinal
from wiresmith.description import Member, ObjectType, QName, Type
from wiresmith.plan.levels import levels

SameType = Callable[[Type, Type], bool]


class Conflicts:
    """Finds the conflicts of one API's classes, each base before what extends it.

    ``same_type`` says whether two types are one.
    """

    def __init__(self, objects: Mapping[str, ObjectType], same_type: SameType) -> None:
        self._objects = objects
        self._same_type = same_type
        self._links: dict[str, dict[str, Member]] = {}

    def typed(self, name: str, own: tuple[Member, ...], parent: ObjectType | None) -> tuple[str, ...]:
        """The Python names of the members of a class (inherited ones too) that are written with ``i:type``
        because of their name.

        Parameters: ``name`` and ``own``, those of the class and the members it declares.
        """
        links = dict(self._links[parent.name]) if parent is not None else {}
        above_it = levels(parent, self._base) if parent is not None else ()
        by_level = [own, *(level.own for level in above_it)]
        links |= _links(by_level)
        self._links[name] = links
        found: list[str] = []
        above: dict[QName | None, Member] = {}
        for level in by_level:
            found += [
                member.attribute
                for member in level
                if self._differs(member, links) or self._differs(above.get(member.xml_name), links)
            ]
            above = {member.xml_name: member for member in level} | above
        return tuple(found)

    def _base(self, declared: ObjectType) -> ObjectType | None:
        return self._objects[declared.base] if declared.base is not None else None

    def _differs(self, member: Member | None, links: Mapping[str, Member]) -> bool:
        """Whether one of the members that a member hides has another type."""
        met: set[str] = (
            set()
        )  # two members of one Python name, a mistake found elsewhere, would link to themselves
        while member is not None and member.attribute not in met:
            met.add(member.attribute)
            hidden = links.get(member.attribute)
            if hidden is not None and not self._same_type(member.type, hidden.type):
                return True
            member = hidden
        return False


def _links(levels: list[tuple[Member, ...]]) -> dict[str, Member]:
    """One class's sweep: for members, by Python name, the member of a lower level that each hides."""
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
            found[named[at][3].attribute] = named[at + 1][3]
            at += 1
        at += 2
    return found
