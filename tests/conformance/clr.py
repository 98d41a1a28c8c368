"""The recorded description of C# types (clr.json): type names, types, members, attributes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.conformance.deep import deep

Attribute = dict[str, Any]
"""``attr`` is the class name; the rest are the properties that were set."""


class UnreadableCase(ValueError):
    """A case whose files are not what its layout says."""


@dataclass(frozen=True, slots=True)
class TypeName:
    """A CLR type as it is used: ``name`` is the definition's full name, or ``[]``, ``[,]`` for an array of
    ``arguments[0]``.
    """

    name: str
    arguments: tuple[TypeName, ...] = ()

    @property
    def is_array(self) -> bool:
        return self.name.startswith("[")

    def __str__(self) -> str:
        if self.is_array:
            return f"{self.arguments[0]}{self.name}"
        return f"{self.name}[{','.join(map(str, self.arguments))}]" if self.arguments else self.name


def type_name(text: str) -> TypeName:
    """Read ``Ns.G`1[Arg,Arg]``, ``T[]``, ``Outer+Inner``.

    Raises: UnreadableCase for anything else.
    """
    name, rest = _type_name(text, 0)
    if rest != len(text):
        raise UnreadableCase(f"{text!r} is no type name: {text[rest:]!r} is left over")
    return name


def _type_name(text: str, at: int) -> tuple[TypeName, int]:
    end = at
    while end < len(text) and text[end] not in "[],":
        end += 1
    if end == at:
        raise UnreadableCase(f"{text!r} is no type name at character {at + 1}")
    name, arguments = text[at:end], []
    if text[end : end + 1] == "[" and text[end + 1 : end + 2] not in ("]", ",", "*", ""):
        while text[end : end + 1] in ("[", ","):
            argument, end = _type_name(text, end + 1)
            arguments.append(argument)
        if text[end : end + 1] != "]":
            raise UnreadableCase(f"{text!r} is no type name: a ] is missing")
        end += 1
    made = TypeName(name, tuple(arguments))
    while text[end : end + 1] == "[" and text[end + 1 : end + 2] in ("]", ",", "*"):
        close = text.find("]", end)
        if close < 0:
            raise UnreadableCase(f"{text!r} is no type name: a ] is missing")
        made, end = TypeName(text[end : close + 1], (made,)), close + 1
    return made, end


@dataclass(frozen=True, slots=True)
class ClrMember:
    """A field, property or enum member that a type itself declares."""

    name: str
    kind: str
    type: TypeName | None
    public: bool
    settable: str
    attributes: tuple[Attribute, ...]
    value: int = 0

    def attribute(self, name: str) -> Attribute | None:
        """The attribute of that name, without the word Attribute."""
        return _attribute(self.attributes, name)


@dataclass(frozen=True, slots=True)
class ClrType:
    """A class, struct, enum or interface that is not of the base library; generic ones are closed."""

    full: TypeName
    kind: str
    namespace: str
    base: TypeName | None
    interfaces: tuple[TypeName, ...]
    attributes: tuple[Attribute, ...]
    members: tuple[ClrMember, ...]

    @property
    def arguments(self) -> tuple[TypeName, ...]:
        return self.full.arguments

    @property
    def levels(self) -> tuple[str, ...]:
        """The simple names of the types it is nested in, outermost first, then its own; arities are still
        there.
        """
        name = self.full.name
        if self.namespace and name.startswith(self.namespace + "."):
            name = name[len(self.namespace) + 1 :]
        return tuple(name.split("+"))

    def attribute(self, name: str) -> Attribute | None:
        """The attribute of that name, without the word Attribute."""
        return _attribute(self.attributes, name)

    def has(self, name: str) -> bool:
        return self.attribute(name) is not None

    def all(self, name: str) -> Iterator[Attribute]:
        return (found for found in self.attributes if found.get("attr") == f"{name}Attribute")


def _attribute(attributes: tuple[Attribute, ...], name: str) -> Attribute | None:
    return next((found for found in attributes if found.get("attr") == f"{name}Attribute"), None)


@dataclass(frozen=True, slots=True)
class Contract:
    """All of one clr.json."""

    root: TypeName
    types: dict[str, ClrType]
    serializer: dict[str, Any]
    namespaces: dict[str, str]
    """CLR namespace to contract namespace, as [assembly: ContractNamespace] maps them."""
    value: Any
    has_value: bool
    source: str = field(default="", repr=False)
    """The C# text (type.cs), where there is one."""

    def find(self, name: TypeName) -> ClrType | None:
        return self.types.get(str(name))


def read_contract(folder: Path) -> Contract:
    """Read clr.json, and type.cs beside it.

    Raises: UnreadableCase if they are not what the layout says.
    """
    path = folder / "clr.json"
    try:
        with deep():
            recorded = json.loads(path.read_text("utf-8"))
        types = {name: _clr_type(name, about) for name, about in recorded["types"].items()}
        source = folder / "type.cs"
        return Contract(
            root=type_name(recorded["root"]),
            types={str(made.full): made for made in types.values()},
            serializer=dict(recorded.get("serializer", {})),
            namespaces=_namespaces(recorded.get("contract_namespaces", {})),
            value=recorded.get("value"),
            has_value="value" in recorded,
            source=source.read_text("utf-8-sig") if source.is_file() else "",
        )
    except UnreadableCase as fault:
        raise UnreadableCase(f"{path}: {fault}") from None
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as fault:
        raise UnreadableCase(f"{path}: {type(fault).__name__}: {fault}") from fault


def _namespaces(recorded: Any) -> dict[str, str]:
    if isinstance(recorded, dict):
        return {str(clr): str(contract) for clr, contract in recorded.items()}
    return {str(one.get("clr_namespace", "")): str(one["contract_namespace"]) for one in recorded}


def _clr_type(name: str, about: dict[str, Any]) -> ClrType:
    base = about.get("base")
    return ClrType(
        full=type_name(name),
        kind=about["kind"],
        namespace=about.get("namespace") or "",
        base=type_name(base) if base else None,
        interfaces=tuple(type_name(text) for text in about.get("interfaces", ())),
        attributes=tuple(about.get("attrs", ())),
        members=tuple(_clr_member(one) for one in about.get("members", ())),
    )


def _clr_member(about: dict[str, Any]) -> ClrMember:
    return ClrMember(
        name=about["name"],
        kind=about.get("kind", "constant"),
        type=type_name(about["type"]) if "type" in about else None,
        public=about.get("public", True),
        settable=about.get("settable", "none"),
        attributes=tuple(about.get("attrs", ())),
        value=int(about.get("value", 0)),
    )
