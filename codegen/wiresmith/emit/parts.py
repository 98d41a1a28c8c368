"""A large API in parts, so that a program pays for what it uses: its classes grouped by the operations that
reach them.

What a class refers to is reached by at least the operations that reach the class. So whatever a group refers
to is in itself or in a group that more operations reach, and modules of classes import each other in one
direction only.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, Final

from wiresmith.description import (
    BareType,
    Contract,
    DictType,
    EnumType,
    ListType,
    Operation,
    Ref,
    Type,
    bare,
)
from wiresmith.emit.json_types import derived_types

MOST_OPERATIONS: Final = 100
MOST_TYPES: Final = 400
"""An API that has more of either comes in parts."""
MOST_REPEATED: Final = 8
"""Each part has codecs for all that it reaches; an API whose parts would repeat each type more often than
this stays whole.
"""
REST: Final = "_0"
"""The part of bodies that hold no class, and of operations that reach no class of their own."""


@dataclass(frozen=True, slots=True)
class Part:
    """Some classes of an API.

    ``module`` is the name of their module in every package of the API's; ``contract`` is the API with nothing
    but what the part reaches.
    """

    module: str
    own: tuple[str, ...]
    contract: Contract


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of an API; ``classes`` and ``operations`` say which part each is in, by its name
    in Python.
    """

    parts: tuple[Part, ...]
    classes: dict[str, str]
    operations: dict[str, str]


def parts_of(contract: Contract) -> Parts | None:
    """The parts of a large API; None for one that stays whole."""
    if len(contract.operations) <= MOST_OPERATIONS and len(contract.types) <= MOST_TYPES:
        return None
    return _Division(contract).parts()


class _Division:
    def __init__(self, contract: Contract) -> None:
        self.contract = contract
        self.derived = derived_types(contract)
        self.edges = {name: tuple(self._referred(name)) for name in contract.types}

    def parts(self) -> Parts | None:
        contract = self.contract
        reached_by = dict.fromkeys(contract.types, 0)
        for place, operation in enumerate(contract.operations):
            for name in self._closure(_named_of(operation)):
                reached_by[name] |= 1 << place
        groups: dict[int, list[str]] = {}
        for name, operations in reached_by.items():
            groups.setdefault(operations, []).append(name)
        modules = self._modules(groups)
        classes = {name: modules[operations] for name, operations in reached_by.items()}
        homes = {
            operation.python: modules.get(1 << place, REST)
            for place, operation in enumerate(contract.operations)
        }
        bodies = self._bodies(classes, homes)
        own = {modules[operations]: tuple(names) for operations, names in groups.items()} | {REST: ()}
        parts: list[Part] = []
        for module, names in own.items():
            reached = self._closure((*names, *(each for one in bodies[module] for each in _named_of(one))))
            types = {name: declared for name, declared in contract.types.items() if name in reached}
            part = replace(contract, types=types, operations=tuple(bodies[module]))
            parts.append(Part(module, names, part))
        if sum(len(part.contract.types) for part in parts) > MOST_REPEATED * len(contract.types):
            return None
        return Parts(tuple(parts), classes, homes)

    def _modules(self, groups: Iterable[int]) -> dict[int, str]:
        """A name for each group: that of the operation that alone reaches it, or a number."""
        modules: dict[int, str] = {}
        single = {1 << place: each.python for place, each in enumerate(self.contract.operations)}
        shared = 0
        for operations in groups:
            if operations in single:
                modules[operations] = f"_{single[operations]}"
            else:
                shared += 1
                modules[operations] = f"_{shared}"  # no operation is called like a number
        return modules

    def _bodies(self, classes: dict[str, str], homes: dict[str, str]) -> dict[str, list[Operation[Any]]]:
        """For each part the operations with those of their bodies and parameters that are in it."""
        found: dict[str, list[Operation[Any]]] = {module: [] for module in (*classes.values(), REST)}

        def part_of(type_: Type | None) -> str:
            first = next(_named_in(type_), None) if type_ is not None else None
            return REST if first is None else classes[first]

        for operation in self.contract.operations:
            modules = {homes[operation.python]} | {part_of(each.type) for each in operation.responses}
            if operation.body is not None:
                modules.add(part_of(operation.body.type))
            for module in sorted(modules):
                body = operation.body
                found[module].append(
                    replace(
                        operation,
                        parameters=operation.parameters if homes[operation.python] == module else (),
                        body=body if body is not None and part_of(body.type) == module else None,
                        responses=tuple(each for each in operation.responses if part_of(each.type) == module),
                    )
                )
        return found

    def _closure(self, names: Iterable[str]) -> set[str]:
        """The classes and all that they refer to."""
        pending = [*names, *(each for known in self.contract.known for each in _named_in(known))]
        reached: set[str] = set()
        while pending:
            name = pending.pop()
            if name not in reached:
                reached.add(name)
                pending += self.edges[name]
        return reached

    def _referred(self, name: str) -> Iterator[str]:
        declared = self.contract.types[name]
        if isinstance(declared, EnumType):
            return
        if declared.base is not None:
            yield declared.base
        for known in declared.known:
            yield from _named_in(known)
        for member in declared.members:
            yield from _named_in(member.type)
        yield from (each.name for each in self.derived.get(name, ()))


def _named_of(operation: Operation[Any]) -> Iterator[str]:
    """The classes that an operation names."""
    for parameter in operation.parameters:
        yield from _named_in(parameter.type)
    for type_ in operation.bodies:
        yield from _named_in(type_)


def _named_in(type_: Type) -> Iterator[str]:
    """The classes that a type is made of, in the order of its annotation; then those that its collections
    know.
    """
    inner: BareType = bare(type_)
    match inner:
        case Ref():
            yield inner.name
        case ListType():
            yield from _named_in(inner.item)
        case DictType():
            yield from _named_in(inner.key)
            yield from _named_in(inner.value)
        case _:
            return
    if isinstance(inner, ListType | DictType):
        for known in inner.known:
            yield from _named_in(known)
