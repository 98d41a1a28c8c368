"""Walks over all types that the description of an API mentions; each type is met once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiresmith.description import DictType, ListType, ObjectType, Ref, bare

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiresmith.description import Schema, Type


def mentioned(schema: Schema) -> Iterator[Type]:
    """Every type of documents, members and known types, and what collections are made of, without null."""
    seen: set[Type] = set()
    pending: list[Type] = [*schema.documents, *schema.known]
    for declared in schema.types.values():
        pending.append(Ref(declared.name))
        if isinstance(declared, ObjectType):
            pending += [*declared.known, *(member.type for member in declared.members)]
    while pending:
        type_ = bare(pending.pop())
        if type_ in seen:
            continue
        seen.add(type_)
        yield type_
        pending += [*_parts(type_), *_known(type_)]


def known_anywhere(schema: Schema) -> frozenset[str]:
    """The names of the types that are known somewhere in the API, and may stand where a type that they extend
    is declared.
    """
    found: set[str] = set()
    seen: set[Type] = set()
    known: list[Type] = [*schema.known]
    others = [*schema.documents]
    for declared in schema.types.values():
        if isinstance(declared, ObjectType):
            known += declared.known
            others += [member.type for member in declared.members]
    while known or others:
        is_known, type_ = bool(known), bare(known.pop() if known else others.pop())
        if is_known and isinstance(type_, Ref):
            found.add(type_.name)
        if type_ not in seen:
            seen.add(type_)
            known += _known(type_)
            others += _parts(type_)
    return frozenset(found)


def _known(type_: Type) -> tuple[Type, ...]:
    return type_.known if isinstance(type_, ListType | DictType) else ()


def _parts(type_: Type) -> tuple[Type, ...]:
    if isinstance(type_, ListType):
        return (type_.item,)
    return (type_.key, type_.value) if isinstance(type_, DictType) else ()
