"""The pieces that emitted JSON codecs consist of; ``json.py.jinja`` shows the code of each."""

from __future__ import annotations

from dataclasses import dataclass

from wiresmith.emit._codec_code import Code
from wiresmith.emit._expression import Expression
from wiresmith.emit.code_shape import Shape
from wiresmith.emit.safe_text import Identifier, PyLiteral

# --- the module ---


@dataclass(frozen=True, slots=True)
class EnumLookup(Shape):
    """The table from the values of an enum to its members."""

    name: Identifier
    cls: Expression


@dataclass(frozen=True, slots=True)
class EnumKeys(Shape):
    """The members of an enum by their names, as keys of JSON objects have them, and the reverse."""

    members: Identifier
    names: Identifier
    entries: tuple[tuple[PyLiteral, Expression], ...]


@dataclass(frozen=True, slots=True)
class JsonDocument(Shape):
    """One entry of ``CODECS``: what may be asked for, the type that msgspec decodes, and the conversions."""

    key: Expression
    wire: Expression
    read: Code
    write: Code


@dataclass(frozen=True, slots=True)
class JsonStruct(Shape):
    """The private Struct beside a public class; ``renames`` are the fields whose names on the wire are
    others.
    """

    name: Identifier
    is_keyword_only: bool
    renames: tuple[tuple[PyLiteral, PyLiteral], ...]
    fields: tuple[StructField, ...]


@dataclass(frozen=True, slots=True)
class StructField(Shape):
    """A field of a Struct; an optional one is UNSET where the document lacks it."""

    name: Identifier
    annotation: Expression
    is_optional: bool


@dataclass(frozen=True, slots=True)
class JsonReader(Shape):
    """The function that makes an object of a Struct."""

    function: Identifier
    struct: Identifier
    cls: Expression
    assignments: tuple[tuple[Identifier, Code], ...]


@dataclass(frozen=True, slots=True)
class JsonWriter(Shape):
    """The function that makes a Struct of an object.

    ``derived`` are the classes whose objects may stand where this one is declared, and what writes them.
    """

    function: Identifier
    struct: Identifier
    cls: Expression
    derived: tuple[tuple[Expression, Identifier], ...]
    misfit: Expression
    arguments: tuple[tuple[Identifier | None, Code], ...]


# --- conversions ---


@dataclass(frozen=True, slots=True)
class NamedNullOr(Shape):
    """None where the source is None, else the value, which is made of the source under a name."""

    name: Expression
    source: Expression
    value: Code


@dataclass(frozen=True, slots=True)
class UnsetAsAbsent(Shape):
    """ABSENT where the Struct has no value, else the value."""

    name: Expression
    source: Expression
    value: Code


@dataclass(frozen=True, slots=True)
class AbsentAsUnset(Shape):
    """UNSET where the member is absent, else the value."""

    name: Expression
    source: Expression
    value: Code


@dataclass(frozen=True, slots=True)
class EachItem(Shape):
    """A list with every item converted."""

    value: Code
    item: Expression
    source: Expression


@dataclass(frozen=True, slots=True)
class EachEntry(Shape):
    """A dictionary with every key and item converted."""

    new_key: Code
    new_item: Code
    key: Expression
    item: Expression
    source: Expression


@dataclass(frozen=True, slots=True)
class FiniteNumber(Shape):
    """A number that JSON can hold: of NaN and the infinities, x - x is NaN."""

    name: Expression
    source: Expression | None
