"""The state while one API's XML codec is emitted: the functions wanted so far, and the names they use."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field

from wiresmith.description import (
    BareType,
    Contract,
    DictType,
    ListType,
    Member,
    ObjectType,
    QName,
    Ref,
    Scalar,
    bare,
)
from wiresmith.emit._expression import NOTHING, Expression, expression, fstring, joined, value_literal
from wiresmith.emit._function_names import FunctionNames
from wiresmith.emit._python_types import python_annotation
from wiresmith.emit._writer_conditions import WriterChecks
from wiresmith.emit._xml_code import Parameter
from wiresmith.emit._xml_scope import Scope, StartTag, start_tag
from wiresmith.emit._xml_shapes import Nested, Shapes
from wiresmith.emit._xml_values import XmlValues
from wiresmith.emit.code_shape import Shape
from wiresmith.emit.safe_text import Identifier
from wiresmith.plan.contracts import Slot
from wiresmith.values.namespaces import ARRAYS, SERIALIZATION, SYSTEM, XSI

_KNOWN_NAMESPACES = {ARRAYS: "arrays", SERIALIZATION: "serialization", SYSTEM: "system"}
MOST_VARIANTS = 200
"""The most functions for all types together, besides six for each; where namespaces make more scopes than
that, the exact reader and writer take over.

Types of ten namespaces that all hold each other would have a thousand scopes each.
"""
DEPTH = expression("depth")
DEPTH_NEEDED = ""
"""Stands for the depth among the namespaces whose prefixes are needed; no prefix is ever bound to the empty
one.
"""


@dataclass(frozen=True, slots=True)
class Variant:
    """A type's content as it is written and read in one scope, and the namespace of its contract.

    ``known`` are the classes that the object around a list or dictionary declares to be known.
    """

    type: Nested
    scope: Scope
    namespace: str
    known: frozenset[str] = frozenset()

    def __hash__(self) -> int:
        # An object's members would be hashed each time.
        type_ = self.type.name if isinstance(self.type, ObjectType) else self.type
        return hash((type_, self.scope, self.namespace))


@dataclass(slots=True)
class Functions:
    """The reader and writer of one variant: first their names and parameters, then what they are made of."""

    read: Identifier
    write: Identifier
    parameters: tuple[Parameter, ...]
    annotation: Expression
    patterns: list[Shape] = field(default_factory=list[Shape])
    reader: Shape | None = None
    writer: Shape | None = None
    is_read: bool = False
    """There is a reader.

    Elements with ``i:type`` are the exact reader's, so what only they hold is only written.
    """

    def takes(self, name: str) -> bool:
        """Is there a parameter of this name?"""
        return any(parameter.name.source == name for parameter in self.parameters)

    @property
    def definitions(self) -> list[Shape]:
        """Everything that the module defines for this variant."""
        both = (self.reader, self.writer)
        return [*self.patterns, *(made for made in both if made is not None)]


ELSEWHERE = Functions(Identifier("read_elsewhere"), Identifier("write_elsewhere"), (), NOTHING)
"""The functions of content that only the exact reader and writer know."""


class XmlEmission:
    """The functions of one contract: made on demand, filled by the reader and the writer emission.

    ``needs`` is what is known to be needed inside of each variant: namespaces whose prefix it uses, and
    ``DEPTH_NEEDED`` where something declares a prefix named after its depth.
    """

    def __init__(self, contract: Contract, needs: Mapping[Variant, frozenset[str]] | None = None) -> None:
        self.contract = contract
        self.needs = needs
        self.shapes = Shapes(contract)
        self.names = FunctionNames(contract)
        self.values = XmlValues(contract, self.names)
        self.checks = WriterChecks(contract, self.values.checks, texts_checked=True)
        self.functions: dict[Variant, Functions] = {}
        self.unwritten: deque[Variant] = deque()
        self.unread: deque[Variant] = deque()
        self.most_variants = MOST_VARIANTS + 6 * len(contract.types)
        self.current: Variant | None = None
        self.used: dict[Variant, set[str]] = {}
        self.calls: dict[Variant, set[tuple[Variant, tuple[str, ...]]]] = {}
        self.stems: dict[str, int] = {}
        self.prefixes: dict[str, Identifier] = {}

    def prefix(self, namespace: str) -> Identifier:
        """The variable that holds a namespace's prefix (with its colon) in emitted functions."""
        name = self.prefixes.get(namespace)
        if name is None:
            text = _KNOWN_NAMESPACES.get(namespace, f"prefix_{len(self.prefixes) + 1}")
            name = self.prefixes[namespace] = Identifier(text)
        return name

    def use_prefix(self, namespace: str) -> Identifier:
        """The variable of a namespace's prefix, which the current variant needs for itself."""
        self._use(namespace)
        return self.prefix(namespace)

    def _use(self, needed: str) -> None:
        if self.current is not None:
            self.used.setdefault(self.current, set()).add(needed)

    def reader(self, type_: BareType, tag: StartTag) -> Functions:
        """The functions for a type's content inside this start tag, the reader among them."""
        functions = self.writer(type_, tag)
        if functions is not ELSEWHERE and not functions.is_read:
            functions.is_read = True
            self.unread.append(self._key(type_, tag))
        return functions

    def writer(self, type_: BareType, tag: StartTag) -> Functions:
        """The functions for a type's content inside this start tag; there is a reader only if ``reader`` was
        asked for it, too.
        """
        key = self._key(type_, tag)
        functions = self.functions.get(key)
        if functions is None:
            if self.shapes.is_elsewhere(key.type) or len(self.functions) >= self.most_variants:
                return ELSEWHERE
            stem = self._stem(type_)
            number = self.stems[stem] = self.stems.get(stem, 0) + 1
            stem = stem if number == 1 else f"{stem}_{number}"
            needed = self._needed(key)
            parameters = [
                Parameter(self.prefix(namespace), Identifier("str"))
                for namespace in tag.inner.prefixed
                if namespace in needed
            ]
            if DEPTH_NEEDED in needed:
                parameters.insert(0, Parameter(Identifier("depth"), Identifier("int")))
            functions = self.functions[key] = Functions(
                read=Identifier(f"_read_{stem}"),
                write=Identifier(f"_write_{stem}"),
                parameters=tuple(parameters),
                annotation=python_annotation(self.contract, type_, qualified=True),
            )
            self.unwritten.append(key)
        if self.current is not None:
            self.calls.setdefault(self.current, set()).add((key, tag.declares))
        return functions

    def _needed(self, variant: Variant) -> frozenset[str]:
        if self.needs is None:
            return frozenset((DEPTH_NEEDED, *variant.scope.prefixed))
        return self.needs.get(variant, frozenset())

    def _key(self, type_: BareType, tag: StartTag) -> Variant:
        resolved = self.shapes.nested(type_)
        known = frozenset[str]()
        if self.current is not None and isinstance(resolved, (ListType, DictType)):
            known = self.current.known | self.shapes.planned(self.current.type).known_classes
        return Variant(resolved, tag.inner, self.shapes.planned(type_).declares, known)

    def _stem(self, type_: BareType) -> str:
        match type_:
            case ListType():
                return f"list_of_{self._stem(bare(type_.item))}"
            case DictType():
                return f"dict_of_{self._stem(bare(type_.key))}_{self._stem(bare(type_.value))}"
            case Ref():
                return self.names.stem(self.contract.types[type_.name])
            case Scalar():
                return type_.kind

    # --- pieces that readers and writers share ---

    def tag_parts(self, tag: StartTag) -> tuple[str | Expression, ...]:
        """The element's name with its prefix, as f-string parts."""
        if tag.prefix_of is None:
            return (tag.name.local,)
        if tag.prefix_of == XSI:
            return (f"i:{tag.name.local}",)
        return (expression("{}", self.use_prefix(tag.prefix_of)), tag.name.local)

    def arguments(self, content: Functions, tag: StartTag, depth: Expression) -> tuple[Expression, ...]:
        """The arguments of a content function: the depth of the element, where it matters, and the prefixes
        bound inside it.
        """
        if content is ELSEWHERE:
            return ()
        bound = [
            fstring(*self._bound(namespace, tag, depth))
            if namespace in tag.declares
            else expression("{}", self.prefix(namespace))
            for namespace in tag.inner.prefixed
            if content.takes(self.prefix(namespace).source)
        ]
        return (depth, *bound) if content.takes("depth") else tuple(bound)

    def declared_prefix(self, depth: Expression, number: int = 1) -> tuple[str | Expression, ...]:
        """The prefix that an element at this depth binds as its first, second …, as f-string parts."""
        self._use(DEPTH_NEEDED)
        return ("d", depth, f"p{number}")

    def declarations(
        self, tag: StartTag, depth: Expression, *, null: bool = False
    ) -> tuple[str | Expression, ...]:
        """The declarations of a start tag besides the default namespace, and its ``i:type``."""
        parts: list[str | Expression] = []
        for number, namespace in enumerate(tag.declares[: tag.of_null if null else None], 1):
            parts += [" xmlns:", *self.declared_prefix(depth, number), f'="{attribute_text(namespace)}"']
        if tag.typed is not None and not null:
            prefix = self._bound(tag.typed.namespace, tag, depth)
            parts += [' i:type="', *prefix, f'{tag.typed.local}"']
        return tuple(parts)

    def _bound(self, namespace: str, tag: StartTag, depth: Expression) -> tuple[str | Expression, ...]:
        """The prefix (with its colon) of a namespace inside a start tag."""
        if namespace in tag.declares:
            return (*self.declared_prefix(depth, tag.declares.index(namespace) + 1), ":")
        if namespace in tag.inner.prefixed:
            return (expression("{}", self.use_prefix(namespace)),)
        return ("i:",) if namespace == XSI else ()

    def default_declaration(self, tag: StartTag) -> str:
        """A default namespace that the element re-declares; .NET writes it last."""
        return "" if tag.redeclares is None else f' xmlns="{attribute_text(tag.redeclares)}"'

    def all_needs(self) -> dict[Variant, frozenset[str]]:
        """The needs of each variant, for itself and for what it holds, once all are filled."""
        needs = {variant: set(self.used.get(variant, ())) for variant in self.functions}
        callers: dict[Variant, set[Variant]] = {}
        for caller, called in self.calls.items():
            for variant, _ in called:
                callers.setdefault(variant, set()).add(caller)
        pending = set(needs)
        while pending:
            changed = pending.pop()
            for caller in callers.get(changed, ()):
                size = len(needs[caller])
                for variant, declared in self.calls[caller]:
                    needs[caller] |= needs[variant].difference(declared)
                if len(needs[caller]) > size:
                    pending.add(caller)
        return {variant: frozenset(needed) for variant, needed in needs.items()}


def member_name(member: Member) -> QName:
    """The element of a member.

    Raises:
        ValueError: if the contract gives it none.
    """
    return _named(member.xml_name, member.wire)


def member_tag(emission: XmlEmission, variant: Variant, member: Member) -> StartTag:
    """The start tag of a member's element."""
    return _tag(emission.shapes.planned(variant.type).by_attribute[member.attribute], variant.scope)


def item_tag(emission: XmlEmission, variant: Variant, type_: ListType) -> StartTag:
    """The start tag of a list's items; what their type brings into scope, the list declares for
    all of them.
    """
    _named(type_.item_name, "a list")
    return _tag(emission.shapes.planned(type_).item, variant.scope)


def entry_tags(
    emission: XmlEmission, variant: Variant, type_: DictType
) -> tuple[StartTag, StartTag, StartTag]:
    """The start tags of a dictionary's entries, of their keys and of their values."""
    for given in (type_.entry_name, type_.key_name, type_.value_name):
        _named(given, "a dictionary")
    name, key, value = emission.shapes.planned(type_).entry
    entry = start_tag(name, variant.scope)
    return entry, _tag(key, entry.inner), _tag(value, entry.inner)


def _tag(slot: Slot, scope: Scope) -> StartTag:
    return start_tag(slot.name, scope, slot.declares, slot.contract.item_declares)


def _named(name: QName | None, what: str) -> QName:
    if name is None:
        raise ValueError(f"{what} has no XML names")
    return name


def deeper(levels: int) -> Expression:
    """``depth + levels`` as an expression."""
    return DEPTH if levels == 0 else expression("depth + {}", value_literal(levels))


def call(function: Identifier, *arguments: Expression) -> Expression:
    """A call with positional arguments."""
    return expression("{}({})", function, joined(", ", list(arguments)))


def attribute_text(text: str) -> str:
    """A namespace as it stands in an attribute."""
    return (
        text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
        .replace("\t", "&#x9;").replace("\n", "&#xA;").replace("\r", "&#xD;")
    )  # fmt: skip
