"""The record that is a kind of scalar: everything that any room of the program asks about it."""

from __future__ import annotations

from abc import ABC, abstractmethod
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal, Protocol

from wiresmith.kinds.code import Code
from wiresmith.kinds.lazy_modules import loaded
from wiresmith.values.forms import ANY_TEXT
from wiresmith.values.qnames import QName

if TYPE_CHECKING:
    from random import Random

    from wiresmith.values.forms import Floats, Format, Texts

JsonType = Literal["string", "number", "integer", "boolean", "object", "any"]
XmlShape = Literal["text", "name", "parts", "open"]

TEXTS: tuple[Texts, ...] = ("standard", "dotnet")
FLOATS: tuple[Floats, ...] = ("framework", "core")
RANGE, LENGTH, PATTERN = "range", "length", "pattern"
"""The constraints that may bound a kind."""

_SPACE = " \t\r\n"


class Bounds(Protocol):
    """The constraints of a scalar: the record of its type."""

    @property
    def kind(self) -> str: ...
    @property
    def min_length(self) -> int | None: ...
    @property
    def max_length(self) -> int | None: ...
    @property
    def pattern(self) -> str | None: ...


class Examples(Protocol):
    """The source of made-up values, for kinds to make theirs with."""

    random: Random

    def word(self) -> str:
        """A word."""
        ...

    def words(self) -> str:
        """A text of a few words that belongs to the member."""
        ...

    def number(self, *, fraction: bool) -> int | float:
        """A number within the bounds of the scalar."""
        ...

    def match(self, pattern: str) -> str:
        """A text that matches a pattern."""
        ...


class Kind(ABC):
    """One kind of scalar: what its values are in Python, in JSON, in XML, in .NET and in the descriptions
    that are exported.

    A kind is a subclass in a file of its own that says what differs from this one, which is a kind of text,
    and an instance given to `register`. Whatever is slow to import (datetime, decimal) is imported inside the
    methods.
    """

    name: str
    """Its name in specs."""
    aliases: tuple[str, ...] = ()
    """Its names in other languages and on pages, to ask "did you mean …?"."""

    # --- Python ---

    annotation: str = "str"
    """Its type in emitted code; names of modules and of the runtime's values are imported by themselves."""
    annotation_imports: tuple[str, ...] = ()
    """Other names in the annotation, with their modules."""
    is_class: bool = True
    """The annotation is a class, or an alias of one, rather than a union."""
    python: tuple[str, ...] = ("builtins.str",)
    """The classes of its values, with their modules."""
    argument: tuple[str, ...] = ()
    """Further classes that a client takes for a parameter."""
    is_key: bool = True
    """Its values can be the keys of a Python dict."""

    # --- the spec ---

    bounded_by: frozenset[str] = frozenset()
    """The constraints that may narrow it."""
    range: tuple[int, int] | None = None
    """The least and the greatest value of an integer that has a width."""
    spec_form: str = "text"
    """A description of a default or example in a spec, to say after "is not"."""
    length_unit: str = "character"
    """The unit that its lengths count."""
    first_tries: tuple[object, ...] = ()
    """What people try first, as an example of a spec would say it."""
    choices: tuple[str, ...] = ()
    """All the texts that there are of it, where they are few."""
    is_walked: bool = False
    """What stands for it in JSON is no scalar: the walks along a document know it themselves."""
    is_text: bool = False
    """Its values are texts as such, which no form binds: white space around them is part of them."""
    is_parameter: bool = True
    """A request can carry it as one text."""
    names_requests: bool = False
    """A request's identifier that is made up, a UUID, is one of its values."""

    # --- text ---

    form: str = "a text"
    """A description of its texts, to say after "expected"."""
    explains: bool = False
    """Its parser says itself what was expected."""

    # --- JSON ---

    json_type: JsonType = "string"
    """The JSON type of its values."""
    json_format: str = ""
    """``format`` in JSON Schema, for what all its texts obey."""
    is_told: bool = False
    """JSON Schema tells it from all other kinds."""
    greatest: float | None = None
    """JSON Schema bounds it by this number on both sides, itself excluded."""
    wire: tuple[str, ...] = ("str",)
    """The types that msgspec decodes it to, as they are spelled."""
    wire_imports: tuple[str, ...] = ()
    """Names in ``wire`` that have to be imported, with their modules."""
    json_is_finite: bool = False
    """Some of its values are none in JSON: NaN and the infinities."""
    wire_is_bounded: bool = True
    """msgspec can check bounds of such values, as far as they fit 64 bits."""

    # --- XML ---

    xml_shape: XmlShape = "text"
    """The form in which an element holds it: as text; as a name whose prefix the element declares; in parts,
    as elements; or anything.
    """
    xml_pattern: str = ANY_TEXT
    """The regular expression of the texts that straight-line code reads, with one group."""
    xml_markup: bool = False
    """Its texts may hold what XML has to escape."""
    xml_empty: bool = False
    """.NET writes no text at all for some value, where an empty string would be written as text."""

    # --- .NET ---

    is_reference: bool = False
    """It is an object in .NET, so that null is one of its values."""
    clr_name: str = ""
    """Its name in .NET, where it is a value type."""
    contract_name: QName
    """Its name in data contracts: in ``i:type``, and in the names of collections."""
    schema_local: str | None = None
    """The local name by which ``i:type`` may repeat it, where that is not the one of its contract; "" for
    none.
    """
    is_synonym: bool = False
    """Another kind has the same contract name, and is what the name means."""
    also_read: tuple[QName, ...] = ()
    """Other names of types that .NET reads as this one."""
    is_one_object: bool = False
    """Equal values are one object to .NET."""
    boxes: bool = False
    """Where any type may stand, its Python class alone says that a value is of this kind."""
    boxed_classes: tuple[str, ...] = ()
    """The very classes whose values straight-line code writes where any type may stand."""
    in_arrays: bool = False
    """.NET reads arrays of it in one go."""
    dotnet: str = "wiresmith.dotnet.scalar_reading.spelled"
    """The function that reads its text as .NET does."""

    # --- XSD ---

    xsd_base: str = ""
    """The type of XML Schema that its own restricts, where XML Schema has not got it."""
    xsd_facets: tuple[tuple[str, str], ...] = ()
    """The facets of the restriction."""
    xsd_is_new: bool = False
    """Only .NET 10 and later declare it, and only files that use it have it."""

    # --- values ---

    @cached_property
    def classes(self) -> tuple[type, ...]:
        """The classes of its values."""
        return tuple(map(loaded, self.python))

    @cached_property
    def is_ranged(self) -> bool:
        """Are there values of its Python type that it does not have?"""
        return type(self).in_range is not Kind.in_range

    def accepts(self, value: object) -> bool:
        """Is a value of the right Python type?

        A bool is no number and a datetime no date, though Python says so.
        """
        if value.__class__ in self.classes:
            return True
        return isinstance(value, self.classes) and not isinstance(value, bool)

    @property
    def wanted(self) -> str:
        """The Python types, to say after "expected"."""
        return " or ".join(f"a {name.rpartition('.')[2]}" for name in self.python)

    def from_argument(self, value: Any) -> Any:
        """The value that an argument of a client stands for."""
        return value

    def from_spec(self, value: Any) -> Any:
        """A value of a spec (a text, a number, true or false) as one of the kind."""
        return self.read(value, "xml", "standard", "core") if isinstance(value, str) else value

    def in_range(self, value: object) -> bool:
        """Is a value of the right Python type one of the kind?"""
        return True

    def zero(self) -> Any:
        """``default(T)`` in .NET; None for reference types."""
        return None

    def is_zero(self, value: object) -> bool:
        """Is it ``default(T)``? A value of another Python type is not."""
        return self.accepts(value) and not value

    def stands_alone(self, value: object) -> bool:
        """Does a value say by itself that it is of this kind, where any type may stand?"""
        return self.boxes

    def equality(self, value: Any) -> Any:
        """Something that is equal for values that .NET takes for the same key of a dictionary."""
        return value

    # --- text ---

    def expected(self, form: Format, texts: Texts) -> str:
        """A description of its texts, to say after "expected"."""
        return self.form

    def parse(self, text: str, form: Format, texts: Texts, floats: Floats) -> Any:
        """The value of a text, without white space around it in XML; None or ValueError for what is none."""
        return text

    def text(self, value: Any, form: Format, texts: Texts, floats: Floats) -> str:
        """The text of a value.

        Raises:
            ValueError: for a value that the form cannot say.
            TypeError, AttributeError: for one of another type.
        """
        return str(value)

    def read(self, text: str, form: Format, texts: Texts, floats: Floats) -> Any:
        """The value of a text that stands in an element, a JSON string or key, or a parameter.

        Raises:
            ValueError: with what was expected.
        """
        if form == "xml" and not self.is_text:
            text = text.strip(_SPACE)
        try:
            value = self.parse(text, form, texts, floats)
        except UnicodeEncodeError:
            value = None
        except ValueError as error:
            raise ValueError(str(error) if self.explains else self.expected(form, texts)) from None
        if value is None or (self.is_ranged and not self.in_range(value)):
            raise ValueError(self.expected(form, texts))
        return value

    # --- the spec ---

    def is_spelled(self, text: str) -> bool:
        """Is a text of a spec a default or an example of the kind?"""
        try:
            self.read(text, "json", "standard", "core")
        except ValueError:
            return False
        return True

    def length(self, text: str) -> int:
        """The length that constraints bound, of a text in a spec."""
        return len(text)

    @abstractmethod
    def example(self, bounds: Bounds, examples: Examples) -> Any:
        """A value, for a server that makes its answers up; it is checked against the bounds."""

    # --- JSON ---

    def from_json(self, value: object, texts: Texts) -> Any:
        """The value of what stands in a JSON document; None for what is of another JSON type.

        Raises:
            ValueError: with what was expected.
        """
        return self.read(value, "json", texts, "core") if isinstance(value, str) else None

    def to_json(self, value: Any, texts: Texts) -> Any:
        """The JSON value that stands for a value.

        Raises:
            ValueError, TypeError: for a value that JSON cannot hold.
        """
        return self.text(value, "json", texts, "core")

    def json_pattern(self, texts: Texts) -> str:
        """A regular expression of its JSON strings, in the syntax of ECMA-262; "" for none."""
        return ""

    def json_schema(self, texts: Texts) -> dict[str, Any]:
        """The keywords of JSON Schema for it, besides its pattern and bounds."""
        schema: dict[str, Any] = {} if self.json_type == "any" else {"type": self.json_type}
        if self.json_format:
            schema["format"] = self.json_format
        return schema

    def key_schema(self) -> dict[str, Any] | None:
        """The keywords of JSON Schema for member names that are its texts; None where they are those of its
        strings.
        """
        return None

    def json_lengths(self, least: int | None, greatest: int | None) -> dict[str, Any]:
        """The keywords of JSON Schema for lengths."""
        bounds = {"minLength": least, "maxLength": greatest}
        return {name: bound for name, bound in bounds.items() if bound is not None}

    def checked(self) -> tuple[Any, ...]:
        """The types by which msgspec checks values before it writes them; none where it cannot."""
        return ()

    # --- emitted code ---

    def json_reader(self, texts: Texts) -> Code | None:
        """The code that makes a value of what msgspec decoded; None where that is the value."""
        return None

    def json_writer(self, texts: Texts) -> Code | None:
        """The code that makes of a value what msgspec encodes, refusing what JSON cannot hold; None where
        that is the value.
        """
        return None

    @abstractmethod
    def xml_reader(self, floats: Floats) -> Code:
        """The code that makes a value of the bytes that ``xml_pattern`` captured.

        Raises:
            TypeError: the kind is no single text in XML.
        """

    @abstractmethod
    def xml_writer(self, texts: Texts, floats: Floats) -> Code | None:
        """The code that makes an element's text of a value; None where the value is the text.

        Escaped only where it may hold markup.

        Raises:
            TypeError: the kind is no single text in XML.
        """

    def emitted_names(self) -> dict[str, str]:
        """The names that emitted code may use for the kind, and their modules; "" for a name that is a
        module.
        """
        codes = [self.misfit_unless, self.zero_if]
        for texts in TEXTS:
            codes += [self.json_reader(texts), self.json_writer(texts)]
            if self.xml_shape in ("text", "open"):
                codes += [
                    code
                    for floats in FLOATS
                    for code in (self.xml_reader(floats), self.xml_writer(texts, floats))
                ]
        names = [
            *self.annotation_imports,
            *self.wire_imports,
            *(name for code in codes if code is not None for name in code.functions),
        ]
        return {name.rpartition(".")[2]: name.rpartition(".")[0] for name in names}

    misfit_unless: Code | None = None
    """The condition of the values that emitted writers take; None where the code that makes the text refuses
    all others.
    """
    xml_text_refuses: bool = False
    """The code that makes the text in XML refuses values of other types by itself."""
    zero_literal: str = ""
    """``default(T)`` where straight-line code can spell it."""
    zero_if: Code | None = None
    """The condition under which a value is ``default(T)``; None for reference types."""

    def __repr__(self) -> str:
        return f"<kind {self.name}>"
