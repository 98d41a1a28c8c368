"""Enums as schemas: open ones take other values, flags their combinations."""

from __future__ import annotations

import re
from typing import Final

from wiresmith.description import EnumType
from wiresmith.export.written_json import Json, Object

_INTEGER: Final = "-?(?:0|[1-9][0-9]*)"
_SYNTAX: Final = re.compile(r"[\^$\\.*+?()\[\]{}|/]")


def enum_schema(declared: EnumType, *, unions: bool) -> Object:
    """The schema of an enum's JSON values.

    An open enum is ``anyOf`` its values and its base type, so that unknown values validate, or without
    ``unions`` its base type; flags are always open.
    """
    base = "string" if declared.base == "str" else "integer"
    known: Object = {"type": base, "enum": _distinct(declared)}
    known |= _names(declared)
    if declared.closed:
        return known
    schema: Object = {"anyOf": [known, {"type": base}]} if unions else {"type": base}
    schema["x-wiresmith-open"] = True
    if declared.flags:
        schema["x-wiresmith-flags"] = True
    return schema


def enum_key_schema(declared: EnumType) -> Object:
    """The schema of the names that a dictionary's keys of an enum have; numbers go by the names that .NET has
    for them.
    """
    if declared.base == "str":
        return {"enum": _distinct(declared)} if declared.closed else {}
    names = list(dict.fromkeys(each.xml for each in declared.values if each.xml is not None))
    if declared.closed:
        return {"enum": [*names, *(str(value) for value in _distinct(declared))]}
    # One pattern, since few generators take anyOf for names.
    texts = [_SYNTAX.sub(r"\\\g<0>", name) for name in names]
    return {"pattern": f"^(?:{'|'.join([*texts, _INTEGER])})$"}


def _distinct(declared: EnumType) -> list[Json]:
    return list(dict.fromkeys(each.wire for each in declared.values))


def _names(declared: EnumType) -> Object:
    """The names and descriptions that other generators look for; of several members with one value, the
    first.
    """
    first = {each.wire: each for each in reversed(declared.values)}
    members = [first[wire] for wire in dict.fromkeys(each.wire for each in declared.values)]
    names: Object = {"x-enum-varnames": [each.python for each in members]}
    if any(each.doc for each in members):
        names["x-enum-descriptions"] = [each.doc for each in members]
    return names
