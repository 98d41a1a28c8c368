"""The declared types of an API by name and arity, and whether every annotation names one of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Final

from wiresmith.contract._naming import did_you_mean
from wiresmith.contract._predeclared import predeclared
from wiresmith.kinds import all_kinds, kind_names
from wiresmith.language import Annotation, ApiDocument, PayloadDoc, Problems, TypeDoc, TypeName, shown

CONTAINERS: Final = {"list": 1, "dict": 2}
MOST_LEVELS: Final = 50
"""Classes in one chain of bases."""

_FOREIGN: Final = {
    "array": "list", "sequence": "list", "collection": "list", "set": "list", "tuple": "list", "map": "dict",
    "mapping": "dict",
    "dictionary": "dict",
}  # fmt: skip
"""What other languages and pages call the containers."""


@cache
def _foreign() -> Mapping[str, str]:
    """The names that other languages and pages have for the built-in types."""
    return _FOREIGN | {alias: kind.name for kind in all_kinds() for alias in kind.aliases}


Key = tuple[str, int]
"""A declared type's name and how many type variables it has; ``Page`` and ``Page[T]`` are two types."""


def key_of(doc: TypeDoc) -> Key:
    """The name and arity that tell a declared type from the others."""
    return doc.name.value, len(doc.parameters)


def spelled(doc: TypeDoc) -> str:
    """A declared type as the spec spells it: ``PBPRReturn[T]``."""
    return doc.name.value + (f"[{', '.join(doc.parameters)}]" if doc.parameters else "")


class Declarations:
    """Finds declared types; making one reports what is wrong with the declarations as such.

    ``broken`` holds the types that go round in circles, which nobody may follow.
    """

    def __init__(self, document: ApiDocument, problems: Problems) -> None:
        self._document = document
        self._problems = problems
        self.types: dict[Key, TypeDoc] = {}
        self.broken: set[Key] = set()
        for doc in (*document.types, *predeclared(document)):
            self._declare(doc)
        for doc in document.types:
            self._check_variables(doc)
            self._check_type(doc)
        self._check_payloads()
        self._check_bases()
        self._check_aliases()

    def find(self, name: TypeName) -> TypeDoc | None:
        """The declared type that a name with its arguments stands for."""
        return self.types.get((name.name, len(name.arguments)))

    def _declare(self, doc: TypeDoc) -> None:
        name, key = doc.name.value, key_of(doc)
        if name in kind_names() or name in CONTAINERS:
            self._problems.add(
                doc.name.at, f"{shown(name)} is a built-in type", "a name of its own is expected"
            )
        elif key in self.types:
            other = self.types[key].name.at
            self._problems.add(
                doc.name.at, f"the type {shown(spelled(doc))} is declared twice", f"the other is at {other}"
            )
        else:
            self.types[key] = doc

    def _check_variables(self, doc: TypeDoc) -> None:
        names = {name for name, _ in self.types}
        for variable in doc.parameters:
            if variable in names or variable in kind_names() or variable in CONTAINERS:
                self._problems.add(
                    doc.name.at,
                    f"the type variable {shown(variable)} of {shown(spelled(doc))} is the name of a type",
                    "a name that no type has is expected, such as T",
                )
        if doc.kind == "enum" and doc.parameters:
            self._problems.add(
                doc.name.at, f"the enum {shown(spelled(doc))} has type variables", "an enum has none"
            )

    def _check_type(self, doc: TypeDoc) -> None:
        known = doc.xml.known_types if doc.xml is not None else ()
        for annotation in (doc.extends, doc.alias, *known, *(field.annotation for field in doc.fields)):
            if annotation is not None:
                self._check(annotation, doc.parameters)

    def _check_payloads(self) -> None:
        document = self._document
        for annotation in document.xml.known_types if document.xml is not None else ():
            self._check(annotation, ())
        for annotation in _annotations(document.returns):
            self._check(annotation, ())
        for operation in document.operations:
            for annotation in _annotations(operation.returns):
                self._check(annotation, ())
            if operation.body is not None and operation.body.annotation is not None:
                self._check(operation.body.annotation, ())
            for group in (operation.path_parameters, operation.query, operation.headers, operation.cookies):
                for field in group:
                    self._check(field.annotation, ())
        for field in document.headers:
            self._check(field.annotation, ())

    def _check(self, annotation: Annotation, variables: Sequence[str]) -> None:
        name = annotation.type
        count = len(name.arguments)
        if name.name in variables:
            if count:
                self._problems.add(name.at, f"the type variable {shown(name.name)} takes no arguments")
        elif name.name in kind_names():
            if count:
                self._problems.add(name.at, f"{shown(name.name)} takes no arguments")
        elif name.name in CONTAINERS:
            if count != CONTAINERS[name.name]:
                wanted = "list[T]" if name.name == "list" else "dict[K, V]"
                self._problems.add(
                    name.at, f"{shown(name.name)} with {_arguments(count)}", f"{wanted} is expected"
                )
        elif self.find(name) is None:
            self._unknown(name, variables)
        for argument in name.arguments:
            self._check(argument, variables)

    def _unknown(self, name: TypeName, variables: Sequence[str]) -> None:
        arities = sorted(arity for known, arity in self.types if known == name.name)
        if arities:
            forms = " and ".join(shown(spelled(self.types[name.name, arity])) for arity in arities)
            self._problems.add(
                name.at, f"{shown(name.name)} with {_arguments(len(name.arguments))}", f"{forms} is declared"
            )
            return
        candidates = {*(known for known, _ in self.types), *kind_names(), *CONTAINERS, *variables}
        meant = _foreign().get(name.name.lower())
        self._problems.add(
            name.at,
            f"there is no type {shown(name.name)}",
            "a built-in type is expected, or one that a file of this API declares",
            f"did you mean {shown(meant)}?" if meant else did_you_mean(name.name, sorted(candidates)),
        )

    def _check_bases(self) -> None:
        for doc in self.types.values():
            if doc.extends is None:
                continue
            base = self.types.get((doc.extends.type.name, len(doc.extends.type.arguments)))
            if doc.extends.type.name in doc.parameters:
                self._refuse_base(doc, "is a type variable")
            elif doc.extends.nullable:
                self._refuse_base(doc, "may be null")
            elif doc.extends.type.name in kind_names() or doc.extends.type.name in CONTAINERS:
                self._refuse_base(doc, "is a built-in type")
            elif base is not None and base.kind != "object":
                self._refuse_base(doc, "is an enum" if base.kind == "enum" else "is an alias, not an object")
        for key, doc in self.types.items():
            self._follow_bases(key, doc)

    def _refuse_base(self, doc: TypeDoc, why: str) -> None:
        assert doc.extends is not None
        self._problems.add(
            doc.extends.at,
            f"{shown(spelled(doc))} extends {shown(doc.extends.text)}, which {why}",
            "an object type is expected",
        )
        self.broken.add(key_of(doc))

    def _follow_bases(self, start: Key, doc: TypeDoc) -> None:
        chain, here = [start], doc
        while here.extends is not None:
            base = self.find(here.extends.type)
            if base is None:
                self.broken.update(chain)
                return
            key = key_of(base)
            if key == start:
                path = " -> ".join(spelled(self.types[each]) for each in (*chain, start)[:6])
                self._problems.add(doc.name.at, f"{shown(spelled(doc))} extends itself", path)
            if key in chain or key in self.broken or len(chain) > MOST_LEVELS:
                if len(chain) > MOST_LEVELS:
                    self._problems.add(doc.name.at, f"more than {MOST_LEVELS} bases one above the other")
                self.broken.update(chain)
                return
            chain.append(key)
            here = base

    def _check_aliases(self) -> None:
        """Depth first without recursion; an alias that comes back to one that is still open is a circle."""
        edges = {
            key: [name for name in self._named(doc.alias) if self.types[name].kind == "alias"]
            for key, doc in self.types.items()
            if doc.alias is not None
        }
        done: set[Key] = set()
        for start in edges:
            path: list[tuple[Key, Iterator[Key]]] = [(start, iter(edges[start]))] if start not in done else []
            while path:
                key, rest = path[-1]
                following = next(rest, None)
                opened = [each for each, _ in path]
                if following is None:
                    done.add(key)
                    path.pop()
                elif following in opened:
                    self._circular_alias(opened[opened.index(following) :])
                elif following not in done and len(path) <= MOST_LEVELS:
                    path.append((following, iter(edges[following])))
                elif following not in done:
                    self._problems.add(
                        self.types[start].name.at, f"more than {MOST_LEVELS} aliases that lead to each other"
                    )
                    self.broken.update(opened)
                    done.update(opened)
                    path.clear()
                elif following in self.broken:
                    self.broken.update(opened)

    def _circular_alias(self, circle: list[Key]) -> None:
        first = self.types[circle[0]]
        path = " -> ".join(spelled(self.types[each]) for each in (*circle, circle[0])[:6])
        self._problems.add(
            first.name.at,
            f"the alias {shown(spelled(first))} is made of itself",
            path,
            "let it go through an object type, which may refer to itself",
        )
        self.broken.update(circle)

    def _named(self, annotation: Annotation) -> Iterator[Key]:
        key = (annotation.type.name, len(annotation.type.arguments))
        if key in self.types:
            yield key
        for argument in annotation.type.arguments:
            yield from self._named(argument)


def _annotations(returns: Sequence[tuple[object, PayloadDoc]]) -> Iterator[Annotation]:
    for _, payload in returns:
        if payload.annotation is not None:
            yield payload.annotation
        for header in payload.headers:
            yield header.annotation


def _arguments(count: int) -> str:
    return {0: "no type arguments", 1: "1 type argument"}.get(count, f"{count} type arguments")
