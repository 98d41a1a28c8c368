"""Which types a contract reaches, what they are called in the spec, and how annotations name them.

Closed generics of the recording become open ones again: where every recorded instance has its own argument,
the definition gets a type parameter.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

from tests.conformance import library
from tests.conformance.clr import ClrType, TypeName, UnreadableCase, type_name
from tests.conformance.outcome import OutOfScope, Refused
from tests.conformance.rules import Anything, Class, Collection, Enumeration, Nullable, Pair, Rules, Scalar

_TAKEN = {
    "str", "bool", "int", "number", "decimal", "datetime", "datetimeoffset", "date", "time", "timedelta",
    "uuid", "uri",
    "bytes", "char", "qname", "any", "list", "dict", "keyvaluepair", "none", "optional", "union", "document",
}  # fmt: skip


class Diverging(Exception):
    """Instances of a generic type that no one definition gives."""


@dataclass(slots=True)
class Definition:
    """A type of the spec: its name and the recorded types that are instances of it."""

    name: str
    instances: list[ClrType] = field(default_factory=list[ClrType])


class Spelling:
    """The types of one spec and their names; ``definitions`` are in the order in which they are reached."""

    def __init__(self, rules: Rules) -> None:
        self._rules = rules
        self.definitions: dict[str, Definition] = {}
        self.of: dict[str, Definition] = {}
        self._names = set(_TAKEN)

    def reach(self, start: list[TypeName]) -> list[ClrType]:
        """The types with a contract of their own that values of some types may hold, declared and known ones,
        each once.
        """
        pending, seen, found = list(reversed(start)), set[TypeName](), list[ClrType]()
        while pending:
            name = pending.pop()
            if name in seen:
                continue
            seen.add(name)
            shape = self._rules.shape(name)
            match shape:
                case Nullable(inner):
                    pending.append(inner)
                case Pair(key, value):
                    pending += [value, key]
                case Collection(parts, declared):
                    pending += reversed(parts)
                    if declared is not None:
                        pending += reversed(
                            [*declared.arguments, *map(type_name, self._rules.known_types(declared))]
                        )
                        if shape.has_contract_of_its_own:
                            found.append(declared)
                case Enumeration(declared):
                    found.append(declared)
                case Class(declared):
                    found.append(declared)
                    pending += reversed(list(self._parts(declared)))
                case Scalar() | Anything():
                    pass
        return found

    def _parts(self, type_: ClrType) -> Iterator[TypeName]:
        base = self._rules.base(type_)
        if base is not None:
            yield base.full
        for member in self._rules.members(type_):
            yield member.type
        yield from type_.arguments
        yield from map(type_name, self._rules.known_types(type_))

    def define(self, types: list[ClrType], agree: Callable[[Definition], bool]) -> None:
        """Name types; instances of one generic type share a definition if they ``agree`` on one."""
        for type_ in types:
            # Specs have no generic enums, so that each closed one is a type of its own.
            key = str(type_.full) if type_.kind == "enum" else type_.full.name
            definition = self.definitions.get(key)
            if definition is None:
                definition = Definition(self._free(type_.levels[-1]))
                self.definitions[key] = definition
            definition.instances.append(type_)
            self.of[str(type_.full)] = definition
        for key, definition in list(self.definitions.items()):
            if len(definition.instances) > 1 and not agree(definition):
                del self.definitions[key]
                for at, type_ in enumerate(definition.instances):
                    alone = Definition(self._free(type_.levels[-1]), [type_])
                    self.definitions[f"{key} {at}"] = self.of[str(type_.full)] = alone

    def _free(self, name: str) -> str:
        base = re.sub("[^A-Za-z0-9_]", "_", name.partition("`")[0]).lstrip("_0123456789") or "Type"
        if re.fullmatch("T[0-9]+", base):  # a type variable of a generic type
            base = f"Type{base}"
        free, count = base, 1
        while free.lower() in self._names:
            count += 1
            free = f"{base}{count}"
        self._names.add(free.lower())
        return free

    def text(self, name: TypeName) -> str:
        """The annotation of a type."""
        return self.annotation((name,), ())

    def annotation(self, types: tuple[TypeName, ...], instances: tuple[ClrType, ...]) -> str:
        """One annotation for what each instance of a generic type has at a place."""
        first = types[0]
        if instances:
            for at in range(len(instances[0].arguments)):
                if all(one.arguments[at] == type_ for one, type_ in zip(instances, types, strict=True)):
                    return f"T{at}"
        shapes = [self._rules.shape(type_) for type_ in types]
        if any(one.__class__ is not shapes[0].__class__ for one in shapes):
            raise Diverging
        match shapes[0]:
            case Scalar(kind):
                if len(set(types)) > 1:
                    raise Diverging
                return kind
            case Anything():
                return "any"
            case Nullable():
                return self.annotation(tuple(type_.arguments[0] for type_ in types), instances) + " | None"
            case Pair():
                return f"KeyValuePair[{self._arguments(types, instances)}]"
            case Collection() as collection if not collection.has_contract_of_its_own:
                return self.collection([one for one in shapes if isinstance(one, Collection)], instances)
            case _:
                definition = self.of[str(first)]
                if any(self.of[str(type_)] is not definition for type_ in types):
                    raise Diverging
                if not first.arguments or isinstance(shapes[0], Enumeration):
                    return definition.name
                return f"{definition.name}[{self._arguments(types, instances)}]"

    def _arguments(self, types: tuple[TypeName, ...], instances: tuple[ClrType, ...]) -> str:
        columns = zip(*(type_.arguments for type_ in types), strict=True)
        return ", ".join(self.annotation(column, instances) for column in columns)

    def collection(self, shapes: list[Collection], instances: tuple[ClrType, ...]) -> str:
        """The annotation of lists or dictionaries, by their parts."""
        if len({len(one.parts) for one in shapes}) > 1:
            raise Diverging
        parts = [
            self.annotation(column, instances) for column in zip(*(one.parts for one in shapes), strict=True)
        ]
        return f"{'list' if len(parts) == 1 else 'dict'}[{', '.join(parts)}]"


def runtime_types(
    recorded: Any, rules: Rules, floats: Literal["framework", "core"] = "framework"
) -> list[TypeName]:
    """The types of all objects and enums of a recorded value, and of the collections that have names.

    .NET Core asks for a contract of every object, also of one behind a collection interface, which .NET
    Framework only enumerates.

    Raises: Refused for an object of a type that the serializer refuses.
    """
    found: dict[TypeName, None] = {}
    pending = [recorded]
    while pending:
        value = pending.pop()
        if isinstance(value, list):
            pending += value
        elif isinstance(value, dict):
            if value.get("t"):
                found[type_name(value["t"])] = None
            if isinstance(value.get("m"), dict):
                pending += value["m"].values()
            pending += [value[key] for key in ("items", "entries", "key", "value") if key in value]
    usable: list[TypeName] = []
    for name in found:
        if floats == "core" and name.name.startswith("System.Linq."):
            raise Refused("not-serializable", f"{name} is a private class without attributes")
        try:
            rules.shape(name)
            usable.append(name)
        except (OutOfScope, UnreadableCase):
            continue
        except Refused:
            if library.collection(name) is None and rules.is_collection(name):
                continue
            raise
    return usable
