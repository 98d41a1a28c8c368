"""``int`` and the integers of 8 to 64 bits, with and without sign."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wiresmith.kinds._numeric import Numeric
from wiresmith.kinds.code import Code, calling
from wiresmith.kinds.registry import register
from wiresmith.values.namespaces import XS
from wiresmith.values.numbers import parse_int
from wiresmith.values.qnames import QName

if TYPE_CHECKING:
    from wiresmith.kinds.kind import Bounds, Examples
    from wiresmith.values.forms import Floats, Format, Texts

_INTEGER_TEXT = "^-?(?:0|[1-9][0-9]*)$"
_READ_AS_LONG = ("integer", "positiveInteger", "negativeInteger", "nonPositiveInteger", "nonNegativeInteger")
_XML_NAMES = {
    8: ("byte", "unsignedByte"),
    16: ("short", "unsignedShort"),
    32: ("int", "unsignedInt"),
    64: ("long", "unsignedLong"),
}
_CLR_NAMES = {8: ("SByte", "Byte"), 16: ("Int16", "UInt16"), 32: ("Int32", "UInt32"), 64: ("Int64", "UInt64")}
_ALIASES = {(16, True): ("short",), (64, True): ("long",), (8, False): ("byte",)}
_INT32 = range(-(2**31), 2**31)


class Integer(Numeric):
    """Whole numbers; without a width (``bits`` is None) as many digits as there are, in .NET an int."""

    annotation = "int"
    python = ("builtins.int",)
    json_type = "integer"
    is_told = True
    first_tries = (17,)
    wire = ("int",)
    dotnet = "wiresmith.dotnet.scalar_reading.integer"
    misfit_unless = Code("(type({}) is int or is_integer({}))", ("wiresmith.values.lexical.is_integer",))
    xml_text_refuses = True
    zero_literal = "0"
    zero_if = Code("({} == 0 and isinstance({}, int) and {} is not False)")

    def __init__(self, bits: int | None, *, signed: bool = True) -> None:
        self.bits, self.signed, self.is_ranged = bits, signed, bits is not None
        width = bits or 32
        self.contract_name = QName(_XML_NAMES[width][not signed], XS)
        self.clr_name = f"System.{_CLR_NAMES[width][not signed]}"
        self.boxes = signed and width == 32
        self.in_arrays = signed and width >= 32
        if bits is None:
            self.name = "int"
            self.aliases = ("integer",)
            self.form = "an integer"
            self.schema_local = "integer"
            self.is_synonym = True
            self.xml_pattern = "(0|-?[1-9][0-9]{0,999})"
            return
        least, greatest = (-(2 ** (bits - 1)), 2 ** (bits - 1) - 1) if signed else (0, 2**bits - 1)
        self.name = f"{'' if signed else 'u'}int{bits}"
        self.aliases = _ALIASES.get((bits, signed), ())
        self.range = (least, greatest)
        self.form = f"an integer from {least} to {greatest}"
        self.json_format = self.name
        self.also_read = tuple(QName(local, XS) for local in _READ_AS_LONG) if signed and bits == 64 else ()
        # As many digits as are in range whatever they are; the rest is the exact reader's.
        digits = len(str(greatest)) - 2
        self.xml_pattern = (
            f"(0|{'-?' if signed else ''}[1-9][0-9]{'?' if digits == 1 else f'{{0,{digits}}}'})"
        )

    def in_range(self, value: object) -> bool:
        if self.range is None:
            return True
        return isinstance(value, int) and self.range[0] <= value <= self.range[1]

    def stands_alone(self, value: Any) -> bool:
        return self.boxes or (self.signed and self.bits == 64 and value not in _INT32)

    def parse(self, text: str, form: Format, texts: Texts, floats: Floats) -> int:
        return parse_int(text, form)

    def from_json(self, value: object, texts: Texts) -> int | None:
        return value if isinstance(value, int) and not isinstance(value, bool) else None

    def key_schema(self) -> dict[str, Any]:
        return {"pattern": _INTEGER_TEXT, "x-wiresmith-type": self.name}

    def checked(self) -> tuple[Any, ...]:
        return (int,)

    def xml_reader(self, floats: Floats) -> Code:
        return Code("int({})")

    def xml_writer(self, texts: Texts, floats: Floats) -> Code:
        return calling("wiresmith.values.lexical.integer_text")

    def example(self, bounds: Bounds, examples: Examples) -> int | float:
        return examples.number(fraction=False)


register(Integer(None))
for _bits in (8, 16, 32, 64):
    register(Integer(_bits))
    register(Integer(_bits, signed=False))
