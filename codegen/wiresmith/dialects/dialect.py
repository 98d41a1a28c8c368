"""The record that is a dialect: its answers to every question that serializers answer differently."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from wiresmith.values.forms import Texts as Texts


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Dialect:
    """The rules that an API's documents follow.

    Every field is one question that some room of the program asks, and every dialect answers all of them. A
    spec names its dialect (``xml: {dialect: datacontract}``), an emitted package carries the name, and
    `dialect_of` finds the rules behind it.
    """

    name: str
    """The name by which specs choose it."""
    title: str
    """The name that people have for its rules, as in "is part of .NET's data contracts"; "" where they have
    no name.
    """
    serializer: str
    """The program that writes such documents, to say to people; "" where no single one does."""
    reader: str
    """The program whose reading findings speak of (it would refuse, drop or keep something); "" where they
    speak of the documentation alone.
    """

    xml_keys: frozenset[str]
    """The keys under ``xml:`` that mean something here, besides those that every dialect has."""
    predeclared: frozenset[str]
    """The generic types that an API has without declaring them."""
    media: Mapping[str, tuple[str, ...]]
    """The media types of each format, where a spec gives none."""
    has_xsd: bool
    """The dialect has XSD files: its own exporter writes them, and importers of its kind read them."""

    texts: Texts
    """The texts that scalars have where there is more than one form: those of ISO 8601 and its like, or
    .NET's (``1.02:03:04``).
    """

    default_namespace: str
    """The XML namespace of a type about which a spec says nothing."""
    one_namespace: bool
    """Lists, dictionaries and scalars are in the namespace of the API, rather than each in one of its own."""
    checks_namespaces: bool
    """A namespace that its serializer would refuse is a mistake."""
    encodes_names: bool
    """A name that XML cannot say is encoded (``a_x0020_b``); otherwise it is a mistake."""
    names_nullable: bool
    """A value type that may be null has a contract name of its own (``NullableOfint``), wherever names are
    made of names.
    """
    names_enum_values: bool
    """XML has the names of an enum's values, so that a number without a name has no text; otherwise it is its
    own text.
    """

    null_by_reference: bool
    """Every reference type may be null without ``| None`` saying so."""
    any_says_its_type: bool
    """A value where any type may stand says which one it has, and may be an object of the API; otherwise it
    is a text, or JSON.
    """

    json_base_first: bool
    """Objects in JSON begin with the members of what they extend; otherwise with their own."""
    json_by_order: bool
    """Members in JSON are sorted by their ``order``, across all levels of inheritance."""
    xml_by_name: bool
    """Members in XML without an ``order`` are sorted by name within their level; otherwise they stay as they
    are declared.
    """
    levels_share_names: bool
    """Two levels of inheritance may each have an element of the same name, and both are written."""

    answers_unacceptable: bool
    """Its servers answer in a type that the client does not accept where they have no other; otherwise with
    status 406.
    """
    answers_in_charsets: bool
    """Its servers honour ``Accept-Charset``, and name the charset of every answer; otherwise all is UTF-8."""


_registered: dict[str, Dialect] = {}


def register(dialect: Dialect) -> Dialect:
    """Make a dialect known by its name, before the first spec or package that names it is read; the same
    dialect is returned.

    Raises:
        ValueError: another dialect has the name.
    """
    if _registered.setdefault(dialect.name, dialect) is not dialect:
        raise ValueError(f"there is a dialect {dialect.name} already")
    return dialect


def dialect_of(name: str) -> Dialect:
    """The dialect of this name.

    Raises:
        LookupError: none is registered; the message names those that are.
    """
    try:
        return _registered[name]
    except KeyError:
        raise LookupError(f"there is no dialect {name}, only {', '.join(_registered)}") from None


def dialect_names() -> tuple[str, ...]:
    """The names of all dialects that are registered."""
    return tuple(_registered)
