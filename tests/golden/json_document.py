"""JSON text as a tree that keeps every literal as it is written, and says where each value stands."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from tests.golden.changes import Place, place_of
from tests.golden.documented import DocumentedSample
from wiresmith.description import Contract, DictType, ListType, Member, ObjectType, Ref, Type, bare

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\]:,]|[^\s{}\[\]:,"]+')

T = TypeVar("T")

Steps = tuple[int, ...]
"""The way to a node: which item, or which member, at each level."""


@dataclass(frozen=True, slots=True)
class Node:
    """A literal (``raw``), an array (``items``) or an object (``members``, with the names as literals)."""

    raw: str | None = None
    items: tuple[Node, ...] | None = None
    members: tuple[tuple[str, Node], ...] | None = None


def parse(text: str) -> Node:
    """The tree of a valid document."""
    tokens = _TOKEN.findall(text)
    node, rest = _parse(tokens, 0)
    assert rest == len(tokens)
    return node


def _parse(tokens: list[str], at: int) -> tuple[Node, int]:
    if tokens[at] not in ("[", "{"):
        return Node(tokens[at]), at + 1
    is_object = tokens[at] == "{"
    items: list[Node] = []
    names: list[str] = []
    at += 1
    while tokens[at] not in ("]", "}"):
        if tokens[at] == ",":
            at += 1
        if is_object:
            names.append(tokens[at])
            at += 2
        item, at = _parse(tokens, at)
        items.append(item)
    if is_object:
        return Node(members=tuple(zip(names, items, strict=True))), at + 1
    return Node(items=tuple(items)), at + 1


@dataclass(frozen=True, slots=True)
class Rendered:
    """The text of a tree, and where the value that each JSON pointer leads to begins."""

    text: str
    offsets: dict[str, int]

    @property
    def data(self) -> bytes:
        return self.text.encode()

    def place(self, pointer: str) -> Place:
        return place_of(self.text, self.offsets[pointer])


def render(root: Node, indent: int | None) -> Rendered:
    """Lay a tree out: on one line, or with this many spaces for each level."""
    pieces: list[str] = []
    offsets: dict[str, int] = {}
    length = 0

    def put(text: str) -> None:
        nonlocal length
        pieces.append(text)
        length += len(text)

    def lay(node: Node, pointer: str, depth: int) -> None:
        offsets[pointer] = length
        if node.raw is not None:
            put(node.raw)
            return
        parts = node.members if node.members is not None else [("", item) for item in node.items or ()]
        opening, closing = "{}" if node.members is not None else "[]"
        put(opening)
        for number, (name, item) in enumerate(parts):
            put("," if number else "")
            put("" if indent is None else "\n" + " " * indent * (depth + 1))
            put(f"{name}:{'' if indent is None else ' '}" if name else "")
            lay(item, f"{pointer}/{escaped(json.loads(name)) if name else number}", depth + 1)
        if parts and indent is not None:
            put("\n" + " " * indent * depth)
        put(closing)

    lay(root, "", 0)
    return Rendered("".join(pieces), offsets)


def escaped(name: str) -> str:
    """A step of a JSON pointer."""
    return name.replace("~", "~0").replace("/", "~1")


def node_at(root: Node, steps: Steps) -> Node:
    """The node that steps lead to."""
    for step in steps:
        root = root.members[step][1] if root.members is not None else (root.items or ())[step]
    return root


def replaced(root: Node, steps: Steps, new: Node) -> Node:
    """The tree with another node in this place."""
    if not steps:
        return new
    step, *rest = steps
    if root.members is not None:
        members = list(root.members)
        members[step] = (members[step][0], replaced(members[step][1], tuple(rest), new))
        return Node(members=tuple(members))
    items = list(root.items or ())
    items[step] = replaced(items[step], tuple(rest), new)
    return Node(items=tuple(items))


@dataclass(frozen=True, slots=True)
class Spot:
    """A value in a document: where it is, and its type. ``member`` is set for the member of an object."""

    steps: Steps
    pointer: str
    node: Node
    use: Type
    member: Member | None = None


def last_of_equal(items: tuple[T, ...]) -> list[tuple[int, T]]:
    """Items and where they are; of equal ones in a row the last, since what fits into one fits into the
    others.
    """
    return [(i, item) for i, item in enumerate(items) if i + 1 == len(items) or items[i + 1] != item]


def walk(contract: Contract, use: Type, node: Node, steps: Steps = (), pointer: str = "") -> Iterator[Spot]:
    """Every value of a document that its type describes, the outermost first; of equal items only
    the last.
    """
    yield from _walk(contract, Spot(steps, pointer, node, use))


def _walk(contract: Contract, spot: Spot) -> Iterator[Spot]:
    yield spot
    node, type_ = spot.node, bare(spot.use)
    if isinstance(type_, ListType):
        for index, item in last_of_equal(node.items or ()):
            inner = Spot((*spot.steps, index), f"{spot.pointer}/{index}", item, type_.item)
            yield from _walk(contract, inner)
        return
    members: dict[str, Member] = {}
    if isinstance(type_, Ref) and isinstance(declared := contract.types[type_.name], ObjectType):
        members = {member.wire: member for member in declared.members}
    for index, (literal, item) in enumerate(node.members or ()):
        name = json.loads(literal)
        member = members.get(name)
        if member is None and not isinstance(type_, DictType):
            continue
        use = type_.value if isinstance(type_, DictType) else members[name].type
        inner = Spot((*spot.steps, index), f"{spot.pointer}/{escaped(name)}", item, use, member)
        yield from _walk(contract, inner)


@dataclass(frozen=True)
class JsonSubject:
    """A sample to make changes to."""

    sample: DocumentedSample

    @cached_property
    def root(self) -> Node:
        root = parse(self.sample.data.decode())
        assert self.render(root).data == self.sample.data
        return root

    @cached_property
    def spots(self) -> list[Spot]:
        return list(walk(self.sample.contract, self.sample.use, self.root))

    def render(self, root: Node) -> Rendered:
        return render(root, self.sample.sample.indent)

    def declared(self, spot: Spot) -> ObjectType | None:
        """The class of an object that is not null."""
        if spot.node.members is None or not isinstance(type_ := bare(spot.use), Ref):
            return None
        declared = self.sample.contract.types[type_.name]
        return declared if isinstance(declared, ObjectType) else None

    def with_value(self, spot: Spot, raw: str) -> Rendered:
        """The document with other text for one value."""
        return self.render(replaced(self.root, spot.steps, parse(raw)))

    def with_members(self, spot: Spot, members: list[tuple[str, Node]]) -> Rendered:
        """The document with other members in one object."""
        return self.render(replaced(self.root, spot.steps, Node(members=tuple(members))))
