"""The pieces that emitted XML codecs consist of; ``xml.py.jinja`` and its neighbours show the
code of each.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from wiresmith.emit._codec_code import Code
from wiresmith.emit._expression import Expression, FText
from wiresmith.emit.code_shape import Shape
from wiresmith.emit.safe_text import Identifier, PyLiteral

# --- the module ---


@dataclass(frozen=True, slots=True)
class EnumTables(Shape):
    """The two tables of an enum: from text in XML to member, and back.

    With aliases, the first text of a value is written. ``has_numbers``: plain numbers are looked up, too.
    """

    values: Identifier
    texts: Identifier
    entries: tuple[tuple[PyLiteral, Expression], ...]
    has_aliases: bool
    has_numbers: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class XmlDocument(Shape):
    """One entry of ``CODECS``: what may be asked for, its root element, and what reads and writes its
    content.
    """

    key: Expression
    local: PyLiteral
    namespace: PyLiteral
    read: Code
    write: Code
    form: PyLiteral | None = None
    is_deep: bool = False
    contract: PyLiteral | None = None
    items: PyLiteral | None = None
    prefixes: tuple[PyLiteral, ...] = ()
    is_never_null: bool = False


@dataclass(frozen=True, slots=True)
class Parameter(Shape):
    """A parameter of an emitted function."""

    name: Identifier
    type: Identifier


# --- patterns ---


@dataclass(frozen=True, slots=True)
class RunPattern(Shape):
    """The pattern of neighbouring elements with one scalar each, up to the first that holds more."""

    name: Identifier
    parts: tuple[Code, ...]


@dataclass(frozen=True, slots=True)
class Leaf(Shape):
    """A part of a pattern: an element that holds one scalar; ``pattern`` is that of its text, None for any
    text.
    """

    name: Expression
    pattern: Expression | None
    default: Expression | None
    is_nillable: bool
    is_optional: bool


@dataclass(frozen=True, slots=True)
class Opening(Shape):
    """A part of a pattern: the start tag of an element that holds more.

    ``declared`` is what it declares, ``of_content`` what it declares unless it is null, ``default`` a default
    namespace that it sets.
    """

    name: Expression
    declared: Expression | None
    of_content: Expression | None
    default: Expression | None
    is_optional: bool


@dataclass(frozen=True, slots=True)
class TagsByPrefix(Shape):
    """Tags that depend on a prefix, encoded once for each."""

    name: Identifier
    prefix: Identifier
    tags: tuple[Expression, ...]


# --- readers ---


@dataclass(frozen=True, slots=True)
class XmlObjectReader(Shape):
    """The function that reads an object's content, run after run."""

    function: Identifier
    parameters: tuple[Parameter, ...]
    annotation: Expression
    cls: Expression
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Run(Shape):
    """A match of a pattern, the members made of what it captured, and the member that ends it (if
    any does).
    """

    pattern: Identifier
    prefixes: tuple[Expression, ...]
    captured: tuple[Identifier, ...]
    assignments: tuple[tuple[Identifier, Code], ...]
    content: Content | None


@dataclass(frozen=True, slots=True)
class Content(Shape):
    """A member with a content of its own, behind its start tag.

    ``rest`` of that tag tells which it is: ``opened``, ``nil``, ``empty``, or None where the element is
    missing (``missing`` is then the value).
    """

    name: Identifier
    read: Identifier
    arguments: tuple[Expression, ...]
    opened: Expression
    end: Expression
    nil: Expression | None
    empty: Expression | None
    blank: Expression
    missing: Expression | None


@dataclass(frozen=True, slots=True)
class AbsentOr(Shape):
    """ABSENT where nothing was captured, else the value."""

    text: Identifier
    value: Code


@dataclass(frozen=True, slots=True)
class DefaultOr(Shape):
    """The default where nothing was captured, else the value."""

    default: Expression
    text: Identifier
    value: Code


@dataclass(frozen=True, slots=True)
class XmlCollectionReader(Shape):
    """The function that reads the content of a list or dictionary; ``bounds`` are what its length has to
    satisfy.
    """

    function: Identifier
    parameters: tuple[Parameter, ...]
    annotation: Expression
    reading: Code
    bounds: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class ReadValues(Shape):
    """Items that are one scalar each."""

    is_nillable: bool
    pattern: Identifier
    convert: Expression
    prefixes: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class ReadItems(Shape):
    """Items that hold more, between these tags; ``empty`` is the tag of one without content, ``blank`` its
    class.
    """

    is_nillable: bool
    tags: Code
    read: Identifier
    arguments: tuple[Expression, ...]
    empty: Expression | None
    blank: Identifier


@dataclass(frozen=True, slots=True)
class TagTuple(Shape):
    """The tags of items where they are always the same."""

    tags: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class TagsFor(Shape):
    """The tags of items where they depend on a prefix."""

    name: Identifier
    prefix: Identifier


@dataclass(frozen=True, slots=True)
class ReadEntries(Shape):
    """Entries whose value is one scalar."""

    is_nillable: bool
    pattern: Identifier
    key: Expression
    value: Expression
    prefixes: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class ReadObjectEntries(Shape):
    """Entries whose value holds more."""

    is_nillable: bool
    pattern: Identifier
    key: Expression
    value_end: Expression
    entry_end: Expression
    prefixes: tuple[Expression, ...]
    read: Identifier
    arguments: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class MomentReader(Shape):
    """The function that reads a moment in UTC and the minutes of its offset."""

    function: Identifier
    parameters: tuple[Parameter, ...]
    annotation: Expression
    pattern: Identifier
    prefixes: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class UnusualReader(Shape):
    """The function for content that only the exact reader knows."""

    function: Identifier
    parameters: tuple[Parameter, ...]
    annotation: Expression


# --- writers ---


@dataclass(frozen=True, slots=True)
class XmlObjectWriter(Shape):
    """The function that writes an object's content.

    ``elements`` are made first, each under a name; ``content`` puts those and the simple ones in their order.
    """

    function: Identifier
    parameters: tuple[Parameter, ...]
    annotation: Expression
    misfit: Expression
    elements: tuple[tuple[Identifier, Code], ...]
    content: tuple[Code, ...]


@dataclass(frozen=True, slots=True)
class Placed(Shape):
    """A text that was made before, as an f-string, so that it is one string with its neighbours."""

    name: Identifier


@dataclass(frozen=True, slots=True)
class XmlListWriter(Shape):
    """The function that writes the items of a list."""

    function: Identifier
    parameters: tuple[Parameter, ...]
    annotation: Expression
    item: Code


@dataclass(frozen=True, slots=True)
class XmlDictWriter(Shape):
    """The function that writes the entries of a dictionary, or of a list of pairs."""

    function: Identifier
    parameters: tuple[Parameter, ...]
    annotation: Expression
    entry: tuple[Code, ...]
    is_pairs: bool


@dataclass(frozen=True, slots=True)
class Adjacent(Shape):
    """Strings side by side, which Python makes into one at once."""

    parts: tuple[Code, ...]


@dataclass(frozen=True, slots=True)
class MomentWriter(Shape):
    """The function that writes a moment in UTC and the minutes of its offset."""

    function: Identifier
    parameters: tuple[Parameter, ...]
    annotation: Expression
    moment: TextElement
    minutes: TextElement


# --- elements ---


class Element(Shape):
    """An element, or the choice between it and something else, as an expression."""

    __slots__ = ()
    is_conditional: ClassVar[bool] = True


@dataclass(frozen=True, slots=True)
class TextElement(Element):
    """An element that holds a text; ``open`` and ``close`` are pieces of an f-string, as they are everywhere
    here.
    """

    open: FText
    text: Expression
    close: FText
    is_conditional: ClassVar[bool] = False


@dataclass(frozen=True, slots=True)
class ContentElement(Element):
    """An element that holds what another function writes, or whose text may be empty: then it has
    no end tag.
    """

    open: FText
    content: Expression
    close: FText
    empty: Expression


@dataclass(frozen=True, slots=True)
class PlainObject(Element):
    """An element of .NET's object, whose ``i:type`` the runtime finds."""

    source: Expression
    start: Expression
    prefix: Expression
    end: Expression
    default: PyLiteral | None
    number: Identifier | None
    is_conditional: ClassVar[bool] = False


@dataclass(frozen=True, slots=True)
class UnusualElement(Element):
    """An element that only the exact writer knows."""

    is_conditional: ClassVar[bool] = False


@dataclass(frozen=True, slots=True)
class NillableElement(Element):
    """``nil`` where the value is None."""

    nil: Expression
    source: Expression
    element: Code


@dataclass(frozen=True, slots=True)
class ElementOfClass(Element):
    """This element if the value is of this very class; otherwise another one."""

    element: Code
    source: Expression
    cls: Expression
    otherwise: Code


@dataclass(frozen=True, slots=True)
class OmittedDefault(Element):
    """Nothing where the member has the value that .NET leaves out."""

    condition: Expression
    element: Code


@dataclass(frozen=True, slots=True)
class RefusedDefault(Element):
    """A required member that .NET would leave out: it refuses it, which the exact writer says."""

    condition: Expression
    element: Code


@dataclass(frozen=True, slots=True)
class OptionalElement(Element):
    """Nothing where the member is absent."""

    source: Expression
    element: Code


@dataclass(frozen=True, slots=True)
class Grouped(Element):
    """Code in parentheses."""

    code: Code
    is_conditional: ClassVar[bool] = False


def grouped(code: Element) -> Element:
    """The element as an operand."""
    return Grouped(code) if code.is_conditional else code
