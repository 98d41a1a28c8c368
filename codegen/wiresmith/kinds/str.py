"""``str``: any text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wiresmith.kinds.code import Code, calling
from wiresmith.kinds.kind import LENGTH, PATTERN, Kind
from wiresmith.kinds.registry import register
from wiresmith.values.namespaces import XS
from wiresmith.values.qnames import QName
from wiresmith.values.xml_text import exact_text

if TYPE_CHECKING:
    from wiresmith.kinds.kind import Bounds, Examples
    from wiresmith.values.forms import Floats, Format, Texts

_READ_AS_TEXT = (
    "date", "time", "hexBinary", "gYearMonth", "gYear", "gMonthDay", "gDay", "gMonth", "normalizedString",
    "token", "language",
    "Name", "NCName", "ID", "IDREF", "IDREFS", "ENTITY", "ENTITIES", "NMTOKEN", "NMTOKENS",
)  # fmt: skip


class Text(Kind):
    """A text; what ``str`` and ``uri`` have in common."""

    bounded_by = frozenset((LENGTH, PATTERN))
    is_text = True
    xml_markup = True
    is_reference = True
    misfit_unless = Code("type({}) is str")
    xml_text_refuses = True

    def text(self, value: str, form: Format, texts: Texts, floats: Floats) -> str:
        return exact_text(value)

    def to_json(self, value: str, texts: Texts) -> str:
        return exact_text(value)

    def from_json(self, value: object, texts: Texts) -> str | None:
        return value if isinstance(value, str) else None

    def checked(self) -> tuple[Any, ...]:
        return (str,)

    def xml_reader(self, floats: Floats) -> Code:
        return calling("wiresmith.values.xml_text.read_string")

    def xml_writer(self, texts: Texts, floats: Floats) -> Code | None:
        return None


class Str(Text):
    """The kind ``str``."""

    name = "str"
    aliases = ("string", "text")
    names_requests = True
    first_tries = ("17",)
    form = "a string"
    is_told = True
    contract_name = QName("string", XS)
    also_read = tuple(QName(local, XS) for local in _READ_AS_TEXT)
    is_one_object = True
    boxes = True
    boxed_classes = ("builtins.str",)
    dotnet = "wiresmith.dotnet.scalar_reading.string"

    def example(self, bounds: Bounds, examples: Examples) -> str:
        return examples.words() if bounds.pattern is None else examples.match(bounds.pattern)


register(Str())
