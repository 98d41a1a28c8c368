"""The pieces that emitted readers of XML consist of; ``xml_reading.jinja`` shows the code of each."""

from __future__ import annotations

from dataclasses import dataclass

from wiresmith.emit._codec_code import Code
from wiresmith.emit._expression import Expression
from wiresmith.emit._xml_code import Parameter
from wiresmith.emit.code_shape import Shape
from wiresmith.emit.safe_text import Identifier

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
