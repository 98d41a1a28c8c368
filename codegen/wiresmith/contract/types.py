"""Annotations become types: aliases are followed, generics closed over their arguments, implicit null made explicit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from wiresmith.contract import python_names
from wiresmith.contract.constraints import INTEGERS, constrained
from wiresmith.contract.declarations import SCALARS, Declarations, key_of
from wiresmith.contract.model import (
    NamedType,
    QName,
    ScalarKind,
    ScalarType,
    Type,
    TypeUse,
)
from wiresmith.contract.xml_names import XmlNames
from wiresmith.spec.document import Annotation, ApiDocument, TypeDoc, TypeName
from wiresmith.spec.problem import Problems, shown

LONGEST_IDENTITY: Final = 500
DEEPEST_IDENTITY: Final = 12
MOST_INSTANCES: Final = 2_000
"""Closed types of one API; past these limits generics that need ever larger ones of themselves are cut off."""

KEYS: Final = INTEGERS | {"str", "uri", "uuid", "bool", "decimal", "datetime", "date", "time", "timedelta"}
"""Scalars that can be the key of a dictionary: those with one text for one value."""

_REFERENCES: Final = frozenset({"str", "uri", "bytes", "any"})
"""Scalar kinds that are reference types in .NET."""


@dataclass(frozen=True, slots=True)
class Argument:
    """A type with the text that identifies it (``list[Batch]``) and its part of a class name (``ListOfBatch``).

    ``use`` has the null that is written, not the null that goes without saying; only null that does not is part of the identity.
    """

    use: TypeUse
    identity: str
    label: str


Bindings = Mapping[str, Argument]
"""What the type variables of a generic stand for."""


@dataclass(frozen=True, slots=True)
class Instance:
    """A declared object or enum, closed over its arguments."""

    doc: TypeDoc
    identity: str
    python: str
    xml: QName | None
    bindings: Bindings = field(default_factory=dict[str, Argument])


class TypeResolver:
    """Resolves annotations of one API. ``instances`` holds every object and enum that was met, in no particular order."""

    def __init__(self, document: ApiDocument, declarations: Declarations, problems: Problems) -> None:
        self.instances: dict[str, Instance] = {}
        self.waiting: list[Instance] = []
        self.xml = XmlNames(document, problems, self._xml_of, self._is_reference)
        self._declarations = declarations
        self._problems = problems
        self._aliases: dict[str, Argument | None] = {}
        self._cut_off = False

    def use(
        self, annotation: Annotation, bindings: Bindings, *, implicit_null: bool = True
    ) -> TypeUse | None:
        """The type that an annotation stands for; None if it is not a type, which is reported elsewhere."""
        found = self._argument(annotation, bindings)
        if found is None:
            return None
        return self._with_null(found.use) if implicit_null else found.use

    def declared(self, doc: TypeDoc) -> Instance:
        """The object or enum that a declaration without type variables stands for."""
        return self._instance(doc, (), doc.name.value)

    def alias(self, doc: TypeDoc) -> Type | None:
        """What an alias without type variables stands for; what is wrong with it is reported even if nobody uses it."""
        found = self._alias(doc, [], doc.name.value)
        return found.use.type if found is not None else None

    def has_implicit_null(self, type_: Type) -> bool:
        """Whether the dialect lets a type be null without saying so: .NET's reference types."""
        return self.xml.datacontract and self._is_reference(type_)

    def _is_reference(self, type_: Type) -> bool:
        if isinstance(type_, ScalarType):
            return type_.kind in _REFERENCES
        return not (isinstance(type_, NamedType) and self.instances[type_.identity].doc.kind == "enum")

    def _xml_of(self, identity: str) -> QName | None:
        return self.instances[identity].xml

    def _with_null(self, use: TypeUse) -> TypeUse:
        return TypeUse(use.type, use.nullable or self.has_implicit_null(use.type))

    def _argument(self, annotation: Annotation, bindings: Bindings) -> Argument | None:
        found = self._named(annotation.type, bindings)
        if found is None or not annotation.nullable:
            return found
        if found.use.nullable or self.has_implicit_null(found.use.type):
            return replace(found, use=TypeUse(found.use.type, nullable=True))
        return Argument(
            TypeUse(found.use.type, nullable=True), f"{found.identity} | None", f"Nullable{found.label}"
        )

    def _named(self, name: TypeName, bindings: Bindings) -> Argument | None:
        if name.name in bindings:
            return bindings[name.name]
        if name.name in SCALARS:
            kind: ScalarKind = name.name
            return Argument(
                TypeUse(ScalarType(kind, xml_root=self.xml.scalar_root(kind))), kind, kind.capitalize()
            )
        given = [self._argument(argument, bindings) for argument in name.arguments]
        arguments = [argument for argument in given if argument is not None]
        if len(arguments) < len(given):
            return None
        if name.name == "list" and len(arguments) == 1:
            (item,) = arguments
            listed = self.xml.list_of(self._with_null(item.use))
            return Argument(TypeUse(listed), f"list[{item.identity}]", f"ListOf{item.label}")
        if name.name == "dict" and len(arguments) == 2:
            return self._dict(name, *arguments)
        doc = self._declarations.find(name)
        if doc is None or key_of(doc) in self._declarations.broken:
            return None
        return self._close(doc, name, arguments)

    def _dict(self, name: TypeName, key: Argument, value: Argument) -> Argument | None:
        if key.use.nullable:
            self._problems.add(
                name.at, f"the keys of {shown(f'dict[{key.identity}, …]')} may be null", "a key is never null"
            )
            return None
        if not self._is_key(key.use.type):
            self._problems.add(
                name.at,
                f"{shown(key.identity)} cannot be the key of a dictionary",
                "str, an integer, uuid, a date or time, or an enum is expected",
            )
            return None
        mapped = self.xml.dict_of(key.use, self._with_null(value.use))
        return Argument(
            TypeUse(mapped), f"dict[{key.identity}, {value.identity}]", f"DictOf{key.label}{value.label}"
        )

    def _is_key(self, type_: Type) -> bool:
        if isinstance(type_, ScalarType):
            return type_.kind in KEYS
        return isinstance(type_, NamedType) and self.instances[type_.identity].doc.kind == "enum"

    def _close(self, doc: TypeDoc, name: TypeName, arguments: list[Argument]) -> Argument | None:
        identity = doc.name.value
        if arguments:
            identity += f"[{', '.join(argument.identity for argument in arguments)}]"
            if self._cut_off or self._too_large(identity, name):
                return None
        if doc.kind == "alias":
            return self._alias(doc, arguments, identity)
        instance = self._instance(doc, arguments, identity)
        return Argument(TypeUse(NamedType(identity)), identity, instance.python)

    def _too_large(self, identity: str, name: TypeName) -> bool:
        if len(identity) > LONGEST_IDENTITY or _depth(identity) > DEEPEST_IDENTITY:
            why = "needs ever larger types of itself"
        elif len(self.instances) >= MOST_INSTANCES and identity not in self.instances:
            why = f"is one of more than {MOST_INSTANCES:,} types"
        else:
            return False
        self._cut_off = True
        self._problems.add(
            name.at,
            f"the generic type {shown(name.name)} {why}",
            "a generic may refer to itself with arguments that do not grow",
        )
        return True

    def _instance(self, doc: TypeDoc, arguments: tuple[()] | list[Argument], identity: str) -> Instance:
        if identity in self.instances:
            return self.instances[identity]
        python = class_name(doc, self._problems)
        if arguments:
            python += "Of" + "".join(argument.label for argument in arguments)
        xml = self.xml.type_name(doc, [argument.use for argument in arguments])
        bindings = dict(zip(doc.parameters, arguments, strict=True))
        instance = Instance(doc, identity, python, xml, bindings)
        self.instances[identity] = instance
        self.waiting.append(instance)
        return instance

    def _alias(self, doc: TypeDoc, arguments: list[Argument], identity: str) -> Argument | None:
        if identity not in self._aliases:
            self._aliases[identity] = self._expanded(doc, arguments, identity)
        return self._aliases[identity]

    def _expanded(self, doc: TypeDoc, arguments: list[Argument], identity: str) -> Argument | None:
        assert doc.alias is not None
        inner = self._argument(doc.alias, dict(zip(doc.parameters, arguments, strict=True)))
        if inner is None:
            return None
        type_ = constrained(inner.use.type, doc.constraints, self._problems)
        if isinstance(type_, ScalarType):
            self.xml.refuse(
                doc.xml, tuple(doc.xml.values) if doc.xml else (), "a named scalar has no XML name of its own"
            )
            type_ = replace(type_, name=doc.name.value if not arguments else None)
        elif doc.xml is not None and not isinstance(type_, NamedType):
            type_ = self.xml.collection_contract(type_, doc, [argument.use for argument in arguments])
        elif doc.xml is not None:
            self.xml.refuse(doc.xml, tuple(doc.xml.values), "say it with the type that the alias stands for")
        if type_ == inner.use.type:
            return inner
        label = class_name(doc, self._problems)
        if arguments:
            label += "Of" + "".join(argument.label for argument in arguments)
        return Argument(TypeUse(type_, inner.use.nullable), identity, label)


def class_name(doc: TypeDoc, problems: Problems) -> str:
    """The class of a declared type, without its arguments; what cannot be one is reported."""
    try:
        if doc.python is None:
            return python_names.class_name(doc.name.value)
        if (fault := python_names.fault(doc.python.value, "class")) is not None:
            problems.add(
                doc.python.at, f"{shown(doc.python.value)} {fault}", "a name for a class is expected"
            )
        return doc.python.value
    except python_names.NoPythonName as error:
        problems.add(doc.name.at, str(error), "", "set python:")
        return "Type"


def without_name(type_: Type) -> Type:
    """A named scalar that was narrowed where it is used is no longer the named one."""
    return replace(type_, name=None) if isinstance(type_, ScalarType) else type_


def _depth(identity: str) -> int:
    depth = deepest = 0
    for character in identity:
        depth += {"[": 1, "]": -1}.get(character, 0)
        deepest = max(deepest, depth)
    return deepest
