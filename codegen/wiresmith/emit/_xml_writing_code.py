"""The pieces that emitted writers of XML consist of; ``xml_writing.jinja`` shows the code of each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from wiresmith.emit._codec_code import Code
from wiresmith.emit._expression import Expression, FText
from wiresmith.emit._xml_code import Parameter
from wiresmith.emit.code_shape import Shape
from wiresmith.emit.safe_text import Identifier, PyLiteral

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
