"""Names of components: what OpenAPI and URI fragments allow, each once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from wiresmith.description import (
    BareType,
    Contract,
    DictType,
    EnumType,
    ListType,
    Ref,
    Scalar,
    Schema,
    Type,
    bare,
    is_nullable,
)

_UNFIT: Final = re.compile(r"[^A-Za-z0-9_]")


class Names:
    """Gives out names, each once."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def unique(self, wanted: str) -> str:
        """The name in letters, digits and _, with a number where it is taken, in whatever case.

        Source: OpenAPI 3.1, 4.8.7.1.
        """
        base = _UNFIT.sub("_", wanted)
        base = f"_{base}" if base[:1].isdigit() or not base else base
        name, number = base, 2
        while name.lower() in self._taken:
            name, number = f"{base}_{number}", number + 1
        self._taken.add(name.lower())
        return name


class TypeNames:
    """The names of the types of an API: as their classes in Python; named scalars as in the spec."""

    def __init__(self, contract: Contract) -> None:
        names = Names()
        self.types = {identity: names.unique(declared.name) for identity, declared in contract.types.items()}
        self.scalars: dict[Scalar, str] = {}
        for scalar in _named_scalars(contract):
            if scalar not in self.scalars:
                self.scalars[scalar] = names.unique(scalar.name or "")


def identity_of(schema: Schema, type_: BareType) -> str:
    """The spelling of a type in a spec."""
    match type_:
        case Ref():
            return schema.types[type_.name].identity
        case Scalar():
            return type_.name or type_.kind
        case ListType():
            return type_.name or f"list[{_use(schema, type_.item)}]"
        case DictType():
            return type_.name or f"dict[{_use(schema, type_.key)}, {_use(schema, type_.value)}]"


def _use(schema: Schema, use: Type) -> str:
    inner = identity_of(schema, bare(use))
    return f"{inner} | None" if is_nullable(use) else inner


def _named_scalars(contract: Contract) -> Iterator[Scalar]:
    """Every scalar of the API that has a name, in the order of the spec."""
    for use in _uses(contract):
        waiting: list[BareType] = [bare(use)]
        while waiting:
            match waiting.pop():
                case Scalar() as scalar:
                    if scalar.name is not None:
                        yield scalar
                case ListType() as array:
                    waiting.append(bare(array.item))
                case DictType() as table:
                    waiting += [bare(table.value), bare(table.key)]
                case Ref():
                    pass


def _uses(contract: Contract) -> Iterator[Type]:
    for declared in contract.types.values():
        if not isinstance(declared, EnumType):
            yield from (member.type for member in declared.members)
    for operation in contract.operations:
        yield from (parameter.type for parameter in operation.parameters)
        yield from operation.bodies
        for response in operation.responses:
            yield from (header.type for header in response.headers)
