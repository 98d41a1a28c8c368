"""Objects that no document can hold, because each holds another one of them without end."""

from __future__ import annotations

from collections.abc import Mapping

from wiresmith.description import Member, ObjectType, Ref, bare, is_nullable


def endless(objects: Mapping[str, ObjectType]) -> dict[str, Member]:
    """The objects that have no finite value, each with a member which is to blame."""
    blamed: dict[str, Member] = {}
    rest = dict(objects)
    while rest:
        blamed = {
            name: member
            for name, declared in rest.items()
            if (member := next((each for each in declared.members if _needs(each, rest)), None)) is not None
        }
        if len(blamed) == len(rest):
            break
        rest = {name: rest[name] for name in blamed}
    return blamed


def _needs(member: Member, objects: Mapping[str, ObjectType]) -> bool:
    """Whether a member is always there and always one of these objects."""
    type_ = bare(member.type)
    return (
        not (member.optional or is_nullable(member.type)) and isinstance(type_, Ref) and type_.name in objects
    )
