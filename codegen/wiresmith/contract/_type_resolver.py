"""Annotations become types: aliases are followed, generics closed over their arguments, implicit null made
explicit.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from wiresmith.contract import python_names
from wiresmith.contract._declarations import Declarations, key_of
from wiresmith.contract._generics import closed_from
from wiresmith.contract._provenance_rules import Marks, text
from wiresmith.contract._xml_names import XmlNames, is_contract
from wiresmith.contract.constraints import constrained
from wiresmith.description import (
    BareType,
    DictType,
    Generic,
    ListType,
    Nullable,
    Provenance,
    QName,
    Ref,
    Scalar,
    Type,
    bare,
    is_nullable,
    with_null,
)
from wiresmith.kinds import kind_names, kind_of
from wiresmith.language import (
    Annotation,
    ApiDocument,
    ApiXmlDoc,
    Problems,
    TypeDoc,
    TypeName,
    TypeXmlDoc,
    is_true,
    shown,
)

LONGEST_IDENTITY: Final = 500
DEEPEST_IDENTITY: Final = 12
MOST_INSTANCES: Final = 2_000
"""Closed types of one API; past these limits generics that need ever larger ones of themselves
are cut off.
"""
LARGEST_TYPE: Final = 500
"""Lists, dictionaries and what is in them, of which one type is made."""
DEEPEST_TYPE: Final = 100
"""Lists, dictionaries and aliases of them, one within the other."""

"""Scalar kinds that are reference types in .NET."""


@dataclass(frozen=True, slots=True)
class Argument:
    """A type with the text that identifies it (``list[Batch]``), its part of a class name (``ListOfBatch``),
    and of how many it is made.

    ``use`` has the null that is written, not the null that goes without saying; only null that does not is
    part of the identity.
    """

    use: Type
    identity: str
    label: str
    size: int = 1


Bindings = Mapping[str, Argument]
"""The types that the variables of a generic stand for."""


@dataclass(frozen=True, slots=True)
class Instance:
    """A declared object or enum, closed over its arguments.

    ``name`` is what references say: that of the class (``python``), unless another type has it, which is a
    mistake.
    """

    doc: TypeDoc
    name: str
    identity: str
    python: str
    xml: QName | None
    bindings: Bindings = field(default_factory=dict[str, Argument])
    generic: Generic | None = None


class TypeResolver:
    """Resolves annotations of one API.

    ``instances`` holds every object and enum that was met by its name, in no particular order.
    """

    def __init__(self, document: ApiDocument, declarations: Declarations, problems: Problems) -> None:
        self.instances: dict[str, Instance] = {}
        self._closed: dict[str, Instance] = {}
        self.waiting: list[Instance] = []
        self.marks = Marks(document.sources, problems)
        self.xml = XmlNames(document, problems, self._xml_of, self._is_reference)
        self._declarations = declarations
        self._problems = problems
        self._aliases: dict[tuple[str, bool], Argument | None] = {}
        self._collections: dict[str, list[tuple[TypeXmlDoc | None, Bindings]]] = {}
        self._bare = False  # collections come without their known types, which may lead back to them
        self._cut_off = False
        self._depth = 0

    def use(self, annotation: Annotation, bindings: Bindings, *, implicit_null: bool = True) -> Type | None:
        """The type that an annotation stands for; None if it is not a type, which is reported elsewhere."""
        found = self._argument(annotation, bindings)
        if found is None:
            return None
        return self._with_null(found.use) if implicit_null else found.use

    def known(self, xml: ApiXmlDoc | TypeXmlDoc | None, bindings: Bindings) -> tuple[BareType, ...]:
        """The types under ``known_types``, each once."""
        found: dict[BareType, None] = {}
        names: dict[QName, Ref] = {}
        for annotation in xml.known_types if xml is not None else ():
            use = self.use(annotation, bindings, implicit_null=False)
            if use is not None and is_nullable(use):
                self._problems.add(
                    annotation.at,
                    f"the known type {shown(annotation.text)} may be null",
                    "a type without | None is expected",
                )
            elif use is not None:
                found[bare(use)] = None
                self._check_known(bare(use), annotation, names)
        return tuple(found)

    def _check_known(self, type_: BareType, annotation: Annotation, names: dict[QName, Ref]) -> None:
        """Report a known type whose contract is called like another's: two instances of a generic with a name
        that tells them not apart.
        """
        name = self.instances[type_.name].xml if isinstance(type_, Ref) else None
        if name is None or not isinstance(type_, Ref):
            return
        other = names.setdefault(name, type_)
        if self._arguments_of(other) != self._arguments_of(type_):
            self._problems.add(
                annotation.at,
                f"type {shown(self.instances[type_.name].identity)} cannot be added to list of known types "
                "since another type "
                f"{shown(self.instances[other.name].identity)} with the same data contract name "
                f"{shown(name.local)} is already present",
            )

    def _arguments_of(self, type_: Ref) -> list[QName]:
        """The types that a closed generic is closed over, as .NET sees them: a named scalar is its scalar."""
        return [self.xml.contract_of(each.use) for each in self.instances[type_.name].bindings.values()]

    def declared(self, doc: TypeDoc) -> Instance:
        """The object or enum that a declaration without type variables stands for."""
        return self._instance(doc, (), doc.name.value)

    def alias(self, doc: TypeDoc) -> BareType | None:
        """The type that an alias without type variables stands for; a mistake in it is reported even if
        nobody uses it.
        """
        found = self._alias(doc, [], doc.name.value)
        return bare(found.use) if found is not None else None

    def has_implicit_null(self, type_: BareType) -> bool:
        """Whether the dialect lets a type be null without saying so: a reference type."""
        return self.xml.rules.null_by_reference and self._is_reference(type_)

    def _is_reference(self, type_: BareType) -> bool:
        if isinstance(type_, Scalar):
            return kind_of(type_.kind).is_reference
        return not (isinstance(type_, Ref) and is_value_type(self.instances[type_.name].doc))

    def _xml_of(self, name: str) -> QName | None:
        return self.instances[name].xml

    def _with_null(self, use: Type) -> Type:
        return with_null(bare(use), is_nullable(use) or self.has_implicit_null(bare(use)))

    def _argument(self, annotation: Annotation, bindings: Bindings) -> Argument | None:
        found = self._named(annotation.type, bindings)
        if found is None or not annotation.nullable:
            return found
        if is_nullable(found.use) or self.has_implicit_null(bare(found.use)):
            return replace(found, use=Nullable(bare(found.use)))
        use = Nullable(bare(found.use))
        return replace(found, use=use, identity=f"{found.identity} | None", label=f"Nullable{found.label}")

    def _named(self, name: TypeName, bindings: Bindings) -> Argument | None:
        if name.name in bindings:
            return bindings[name.name]
        if name.name in kind_names():
            kind = name.name
            return Argument(Scalar(kind, root=self.xml.scalar_root(kind)), kind, kind.capitalize())
        arguments = self._arguments(name, bindings)
        if arguments is None:
            return None
        if name.name == "list" and len(arguments) == 1:
            (item,) = arguments
            if (size := self._size(name, item)) > LARGEST_TYPE:
                return None
            listed = self.xml.list_of(self._with_null(item.use))
            return Argument(listed, f"list[{item.identity}]", f"ListOf{item.label}", size)
        if name.name == "dict" and len(arguments) == 2:
            return self._dict(name, *arguments)
        doc = self._declarations.find(name)
        if doc is None or key_of(doc) in self._declarations.broken:
            return None
        return self._close(doc, name, arguments)

    def _arguments(self, name: TypeName, bindings: Bindings) -> list[Argument] | None:
        if name.arguments and self._depth == DEEPEST_TYPE:
            self._problems.add(
                name.at,
                f"types that nest more than {DEEPEST_TYPE} deep",
                "let them go through an object type",
            )
            return None
        self._depth += 1
        given = [self._argument(argument, bindings) for argument in name.arguments]
        self._depth -= 1
        arguments = [argument for argument in given if argument is not None]
        return arguments if len(arguments) == len(given) else None

    def _dict(self, name: TypeName, key: Argument, value: Argument) -> Argument | None:
        if is_nullable(key.use) and (not self.xml.rules.names_nullable or self._is_reference(bare(key.use))):
            self._problems.add(
                name.at, f"the keys of {shown(f'dict[{key.identity}, …]')} may be null", "a key is never null"
            )
            return None
        if (size := self._size(name, key, value)) > LARGEST_TYPE:
            return None
        pairs = not self._is_key(bare(key.use))
        if pairs and self.xml.has_json:
            self._problems.add(
                name.at,
                f"{shown(key.identity)} cannot be the key of a dictionary in JSON",
                "a scalar other than any and bytes, or an enum, is expected",
                "say formats: [xml] if the API has no JSON",
            )
            return None
        key_use = self._with_null(key.use) if pairs else key.use
        mapped = self.xml.dict_of(key_use, self._with_null(value.use), pairs=pairs)
        return Argument(
            mapped,
            f"dict[{key.identity}, {value.identity}]",
            f"DictOf{key.label}{value.label}",
            size,
        )

    def _size(self, name: TypeName, *parts: Argument) -> int:
        """The number of types that a list or dictionary is made of; one that aliases let grow beyond measure
        is reported.
        """
        size = 1 + sum(part.size for part in parts)
        if size > LARGEST_TYPE:
            self._problems.add(
                name.at,
                f"the {name.name} is made of more than {LARGEST_TYPE:,} types",
                "let it go through an object type",
            )
        return size

    def _is_key(self, type_: BareType) -> bool:
        if isinstance(type_, Scalar):
            return kind_of(type_.kind).is_key
        return isinstance(type_, Ref) and self.instances[type_.name].doc.kind == "enum"

    def _close(self, doc: TypeDoc, name: TypeName, arguments: list[Argument]) -> Argument | None:
        identity = doc.name.value
        if arguments:
            identity += f"[{', '.join(argument.identity for argument in arguments)}]"
            if self._cut_off or self._too_large(identity, name):
                return None
        if doc.kind == "alias":
            return self._alias(doc, arguments, identity)
        instance = self._instance(doc, arguments, identity)
        return Argument(Ref(instance.name), identity, instance.python)

    def _too_large(self, identity: str, name: TypeName) -> bool:
        if len(identity) > LONGEST_IDENTITY or _depth(identity) > DEEPEST_IDENTITY:
            why = "needs ever larger types of itself"
        elif len(self.instances) >= MOST_INSTANCES and identity not in self._closed:
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
        if identity in self._closed:
            return self._closed[identity]
        python = class_name(doc, self._problems)
        if arguments:
            python += "Of" + "".join(argument.label for argument in arguments)
        uses = [argument.use for argument in arguments]
        xml = self.xml.type_name(doc, uses)
        bindings = dict(zip(doc.parameters, arguments, strict=True))
        name = python if python not in self.instances else f"{python} of {identity}"
        instance = Instance(doc, name, identity, python, xml, bindings, closed_from(doc, uses))
        self.instances[name] = self._closed[identity] = instance
        self.waiting.append(instance)
        return instance

    def _alias(self, doc: TypeDoc, arguments: list[Argument], identity: str) -> Argument | None:
        key = (identity, self._bare)
        if key not in self._aliases:
            self._aliases[key] = self._expanded(doc, arguments, identity)
        return self._aliases[key]

    def _expanded(self, doc: TypeDoc, arguments: list[Argument], identity: str) -> Argument | None:
        assert doc.alias is not None
        bindings = dict(zip(doc.parameters, arguments, strict=True))
        inner = self._argument(doc.alias, bindings)
        if inner is None:
            return None
        type_ = constrained(bare(inner.use), doc.constraints, self._problems)
        if isinstance(type_, Scalar):
            self.xml.refuse(
                doc.xml,
                set(doc.xml.places) - {"root"} if doc.xml else (),
                "a named scalar has no XML name of its own",
            )
            root = self.xml.root_name(doc, type_.root)
            type_ = replace(
                type_,
                name=doc.name.value if not arguments else None,
                root=root,
                doc=text(doc.doc) or type_.doc,
                provenance=self._limits(doc, type_),
            )
        elif doc.xml is not None and not isinstance(type_, Ref):
            own = is_contract(doc.xml)
            self._collections[identity] = [
                (doc.xml, bindings),
                *([] if own or type_.name is None else self._collections[type_.name]),
            ]
            type_ = self.xml.collection(type_, doc, [argument.use for argument in arguments], identity)
            type_ = replace(type_, known=() if self._bare else self._all_known(identity))
        elif doc.xml is not None:
            self.xml.refuse(doc.xml, tuple(doc.xml.places), "say it with the type that the alias stands for")
        if type_ == bare(inner.use):
            return inner
        label = class_name(doc, self._problems)
        if arguments:
            label += "Of" + "".join(argument.label for argument in arguments)
        return Argument(with_null(type_, is_nullable(inner.use)), identity, label, inner.size)

    def _limits(self, doc: TypeDoc, type_: Scalar) -> Provenance | None:
        """The provenance of a named scalar; one that says nothing itself has that of the one it stands for,
        or of the place where it stands.
        """
        if doc.provenance is None:
            return type_.provenance if doc.constraints is None else None
        return self.marks.of(doc.provenance)

    def _all_known(self, identity: str) -> tuple[BareType, ...]:
        """The known types of a named collection with those of the collections among them, which may know each
        other.
        """
        found: dict[BareType, None] = {}
        seen, pending = {identity}, [identity]
        while pending:
            self._bare = True
            known = [
                each
                for xml, bindings in self._collections[pending.pop()]
                for each in self.known(xml, bindings)
            ]
            self._bare = False
            for each in known:
                found[each] = None
                named = [name for name in _named_collections(each) if name not in seen]
                seen.update(named)
                pending += named
        return tuple(found)


def _named_collections(type_: BareType) -> Iterator[str]:
    match type_:
        case ListType():
            yield from (type_.name,) if type_.name is not None else ()
            yield from _named_collections(bare(type_.item))
        case DictType():
            yield from (type_.name,) if type_.name is not None else ()
            yield from _named_collections(bare(type_.key))
            yield from _named_collections(bare(type_.value))
        case _:
            pass


def is_value_type(doc: TypeDoc) -> bool:
    """Whether a declared object or enum is a value type in .NET."""
    return doc.kind == "enum" or (doc.xml is not None and is_true(doc.xml.value_type))


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


def without_name(type_: BareType) -> BareType:
    """A named scalar that was narrowed where it is used is no longer the named one."""
    return replace(type_, name=None, doc="", provenance=None) if isinstance(type_, Scalar) else type_


def _depth(identity: str) -> int:
    depth = deepest = 0
    for character in identity:
        depth += {"[": 1, "]": -1}.get(character, 0)
        deepest = max(deepest, depth)
    return deepest
