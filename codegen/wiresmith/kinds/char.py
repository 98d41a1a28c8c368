"""``char``: one UTF-16 code unit; in XML its number."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wiresmith.kinds.code import Code, calling
from wiresmith.kinds.kind import Kind
from wiresmith.kinds.registry import register
from wiresmith.values.lexical import char_text, code_unit
from wiresmith.values.namespaces import ASMX, SERIALIZATION
from wiresmith.values.numbers import parse_int
from wiresmith.values.qnames import QName

if TYPE_CHECKING:
    from wiresmith.kinds.kind import Bounds, Examples
    from wiresmith.values.forms import Floats, Format, Texts

_LAST_CODE_UNIT = 0xFFFF


class Char(Kind):
    """The kind ``char``."""

    name = "char"
    spec_form = "one character"
    form = "one UTF-16 code unit"
    xml_pattern = "(0|[1-9][0-9]{0,4})"
    clr_name = "System.Char"
    contract_name = QName("char", SERIALIZATION)
    also_read = (QName("char", ASMX),)
    dotnet = "wiresmith.dotnet.scalar_reading.char"
    xsd_base = "xs:int"
    zero_if = Code('{} == "\\0"')

    def from_spec(self, value: Any) -> Any:
        return value

    def zero(self) -> str:
        return "\0"

    def is_zero(self, value: object) -> bool:
        return value == "\0"

    def in_range(self, value: object) -> bool:
        return isinstance(value, str) and len(value) == 1 and ord(value) <= _LAST_CODE_UNIT

    def expected(self, form: Format, texts: Texts) -> str:
        return "the number of a UTF-16 code unit, 0 to 65535" if form == "xml" else self.form

    def parse(self, text: str, form: Format, texts: Texts, floats: Floats) -> str | None:
        if form == "json":
            return text
        number = parse_int(text, "xml")
        return chr(number) if 0 <= number <= _LAST_CODE_UNIT else None

    def text(self, value: str, form: Format, texts: Texts, floats: Floats) -> str:
        if not self.in_range(value):
            raise ValueError(self.form)
        return char_text(value) if form == "xml" else code_unit(value)

    def is_spelled(self, text: str) -> bool:
        return len(text.encode("utf-16-le", "surrogatepass")) == 2

    def json_pattern(self, texts: Texts) -> str:
        return r"^[\u0000-\uFFFF]$"

    def json_reader(self, texts: Texts) -> Code:
        return calling("wiresmith.values.lexical.code_unit")

    def json_writer(self, texts: Texts) -> Code:
        return calling("wiresmith.values.lexical.code_unit")

    def xml_reader(self, floats: Floats) -> Code:
        return calling("wiresmith.values.lexical.read_char")

    def xml_writer(self, texts: Texts, floats: Floats) -> Code:
        return calling("wiresmith.values.lexical.char_text")

    def example(self, bounds: Bounds, examples: Examples) -> str:
        return examples.random.choice("abcdefghij")


register(Char())
