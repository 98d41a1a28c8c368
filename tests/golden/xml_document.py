"""XML text as a tree that keeps tags and texts as they are written, and says where each element stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

from tests.golden.changes import Place, place_of
from tests.golden.documented import DocumentedSample
from tests.golden.json_document import last_of_equal
from tests.golden.xml_types import named_type
from wiresmith.description import (
    DictType,
    ListType,
    Member,
    ObjectType,
    QName,
    Ref,
    Scalar,
    Type,
    bare,
    is_nullable,
    with_null,
)

_TOKEN = re.compile(r"<[^>]*>|[^<]+")
_START = re.compile(r"<([^\s/>]+)([^>]*?)\s*(/?)>", re.DOTALL)
_DECLARATION = re.compile(r' xmlns(?::([^=]*))?="([^"]*)"')
_TYPE = re.compile(r' i:type="([^"]*)"')

Steps = tuple[int, ...]
"""The way to an element: which child element, at each level."""


@dataclass(frozen=True, slots=True)
class Element:
    """An element: its tag and the text of its attributes (with the blank before it) as written; what it
    holds.

    ``text`` is raw; None where there are child elements, or nothing at all (``<A />``).
    """

    tag: str
    attributes: str = ""
    text: str | None = None
    children: tuple[Element, ...] = ()

    @property
    def local(self) -> str:
        return self.tag.rpartition(":")[2]

    @property
    def prefix(self) -> str:
        """With its colon."""
        return self.tag.removesuffix(self.local)

    @property
    def declared(self) -> dict[str, str]:
        """The namespaces that it declares, by prefix."""
        return dict(_DECLARATION.findall(self.attributes))

    @property
    def is_nil(self) -> bool:
        return "nil=" in self.attributes


def parse(text: str) -> Element:
    """The tree of a document in .NET's form, compact or indented."""
    element, rest = _parse(_TOKEN.findall(text), 0)
    assert rest == len(_TOKEN.findall(text))
    return element


def _parse(tokens: list[str], at: int) -> tuple[Element, int]:
    match = _START.fullmatch(tokens[at])
    assert match is not None, tokens[at]
    tag, attributes, slash = match.groups()
    at += 1
    if slash:
        return Element(tag, attributes), at
    children: list[Element] = []
    text = ""
    while not tokens[at].startswith("</"):
        if tokens[at].startswith("<"):
            child, at = _parse(tokens, at)
            children.append(child)
        else:
            text += tokens[at]
            at += 1
    return Element(tag, attributes, None if children else text, tuple(children)), at + 1


@dataclass(frozen=True, slots=True)
class Rendered:
    """The text of a tree, and where the start tag of the element at the end of each way begins."""

    text: str
    offsets: dict[Steps, int]

    @property
    def data(self) -> bytes:
        return self.text.encode()

    def place(self, steps: Steps) -> Place:
        return place_of(self.text, self.offsets[steps])


def render(root: Element, indent: int | None = 2, *, stream: bool = False) -> Rendered:
    """Lay a tree out as .NET's XmlWriter does, or (``stream``) its writer of text, which has one form for
    what is empty.
    """
    pieces: list[str] = []
    offsets: dict[Steps, int] = {}
    length = 0

    def put(text: str) -> None:
        nonlocal length
        pieces.append(text)
        length += len(text)

    def lay(element: Element, steps: Steps) -> None:
        offsets[steps] = length
        if not element.children and (element.text is None or (stream and not element.text)):
            put(f"<{element.tag}{element.attributes}{'/>' if stream else ' />'}")
            return
        put(f"<{element.tag}{element.attributes}>{element.text or ''}")
        for index, child in enumerate(element.children):
            put("" if indent is None else "\n" + " " * indent * (len(steps) + 1))
            lay(child, (*steps, index))
        if element.children and indent is not None:
            put("\n" + " " * indent * len(steps))
        put(f"</{element.tag}>")

    lay(root, ())
    return Rendered("".join(pieces), offsets)


def replaced(root: Element, steps: Steps, new: Element) -> Element:
    """The tree with another element in this place."""
    if not steps:
        return new
    children = list(root.children)
    children[steps[0]] = replaced(children[steps[0]], steps[1:], new)
    return Element(root.tag, root.attributes, None, tuple(children))


@dataclass(frozen=True, slots=True)
class Spot:
    """An element in a document: where it is, and its type. ``use`` is None for the entry of a dictionary.

    Where any type may stand, ``use`` is the type that the element says, and ``is_any`` is set. ``scope`` are
    the namespaces around it.
    """

    steps: Steps
    path: str
    element: Element
    use: Type | None
    member: Member | None = None
    is_key: bool = False
    is_any: bool = False
    scope: dict[str, str] = field(default_factory=dict[str, str])

    @property
    def inner_scope(self) -> dict[str, str]:
        return self.scope | self.element.declared


@dataclass(frozen=True)
class XmlSubject:
    """A sample to make changes to."""

    sample: DocumentedSample

    @cached_property
    def root(self) -> Element:
        root = parse(self.sample.data.decode())
        assert self.render(root).data == self.sample.data
        return root

    @cached_property
    def spots(self) -> list[Spot]:
        """Every element that the type describes, the outermost first; of equal items only the last."""
        return list(self._walk(self._whole))

    @cached_property
    def all_spots(self) -> list[Spot]:
        """The same with all of equal items."""
        return list(self._walk(self._whole, every=True))

    @property
    def _whole(self) -> Spot:
        return Spot((), f"/{self.root.local}", self.root, self.sample.use)

    @property
    def is_stream(self) -> bool:
        """Whether the document has the form of WriteObject(Stream)."""
        return self.sample.options.style == "stream"

    def render(self, root: Element) -> Rendered:
        return render(root, self.sample.sample.indent, stream=self.is_stream)

    def declared(self, spot: Spot) -> ObjectType | None:
        """The class of an object that is not null."""
        if spot.use is None or not isinstance(type_ := bare(spot.use), Ref) or spot.element.is_nil:
            return None
        declared = self.sample.contract.types[type_.name]
        return declared if isinstance(declared, ObjectType) else None

    def replace(self, spot: Spot, new: Element) -> Rendered:
        """The document with another element in one place."""
        return self.render(replaced(self.root, spot.steps, new))

    def with_text(self, spot: Spot, text: str) -> Rendered:
        """The document with another (raw) text in one element."""
        return self.replace(spot, Element(spot.element.tag, spot.element.attributes, text))

    def with_children(self, spot: Spot, children: tuple[Element, ...]) -> Rendered:
        """The document with other elements in one element."""
        return self.replace(spot, Element(spot.element.tag, spot.element.attributes, None, children))

    def _walk(self, spot: Spot, *, every: bool = False) -> Iterator[Spot]:
        spot = self._typed(spot)
        yield spot
        for inner in () if spot.element.is_nil else self._inner(spot, every):
            yield from self._walk(inner, every=every)

    def _typed(self, spot: Spot) -> Spot:
        """With the type that ``i:type`` says, if it says one."""
        type_ = None if spot.use is None else bare(spot.use)
        is_any = isinstance(type_, Scalar) and type_.kind == "any"
        name = _TYPE.search(spot.element.attributes)
        if spot.use is None or name is None:
            return replace(spot, is_any=is_any)
        prefix, _, said = name[1].rpartition(":")
        type_ = named_type(self.sample.contract, QName(said, spot.inner_scope[prefix]))
        return replace(spot, is_any=is_any, use=with_null(type_, is_any or is_nullable(spot.use)))

    def _inner(self, spot: Spot, every: bool) -> Iterator[Spot]:
        children, scope = spot.element.children, spot.inner_scope
        if spot.use is None:
            return
        match bare(spot.use):
            case ListType(item=item):
                for index, child in enumerate(children) if every else last_of_equal(children):
                    path = f"{spot.path}/{child.local}[{index + 1}]"
                    yield Spot((*spot.steps, index), path, child, item, scope=scope)
            case DictType(key=key, value=value):
                for index, entry in enumerate(children):
                    steps, path = (*spot.steps, index), f"{spot.path}/{entry.local}[{index + 1}]"
                    around = Spot(steps, path, entry, None, scope=scope)
                    yield around
                    for number, (part, use) in enumerate(zip(entry.children, (key, value), strict=True)):
                        here = f"{path}/{part.local}"
                        inner = (*steps, number)
                        yield Spot(inner, here, part, use, is_key=number == 0, scope=around.inner_scope)
            case Ref() if (declared := self.declared(spot)) is not None:
                members = {local(member.xml_name): member for member in declared.xml_members}
                for index, child in enumerate(children):
                    member = members[child.local]
                    path = f"{spot.path}/{child.local}"
                    yield Spot((*spot.steps, index), path, child, member.type, member, scope=scope)
            case _:
                return


def local(name: QName | None) -> str:
    assert name is not None
    return name.local
