"""``float32`` and ``float64``: floating point numbers, .NET's float and double."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wiresmith.kinds._numeric import Floating
from wiresmith.kinds.code import Code, calling
from wiresmith.kinds.registry import register
from wiresmith.values.namespaces import XS
from wiresmith.values.numbers import GREATEST_SINGLE, LexicalFloat, in_float_range, number_text, parse_float
from wiresmith.values.qnames import QName

if TYPE_CHECKING:
    from wiresmith.kinds.kind import Bounds, Examples
    from wiresmith.values.forms import Floats, Format, Texts

_INFINITE = float("inf")


class Float(Floating):
    """Floating point numbers of 32 or 64 bits."""

    annotation = "float"
    python = ("builtins.float", "builtins.int")
    is_told = True
    wire = ("float",)
    in_arrays = True
    zero_literal = "0.0"

    def __init__(self, bits: int) -> None:
        self.single = bits == 32
        word = "float" if self.single else "double"
        self.name = f"float{bits}"
        self.aliases = ("single",) if self.single else ("float", "double")
        self.form = f"a number in the range of a {bits}-bit float"
        self.json_format = word
        self.greatest = GREATEST_SINGLE if self.single else None
        self.clr_name = "System.Single" if self.single else "System.Double"
        self.contract_name = QName(word, XS)
        self.boxes = not self.single
        check = "is_single" if self.single else "is_float"
        self.misfit_unless = Code(
            f"(type({{}}) is float or {check}({{}}))", (f"wiresmith.values.lexical.{check}",)
        )
        self.dotnet = f"wiresmith.dotnet.scalar_reading.{'single' if self.single else 'double'}"

    def zero(self) -> float:
        return 0.0

    def in_range(self, value: object) -> bool:
        if isinstance(value, int):
            return in_float_range(value, single=self.single)
        if not isinstance(value, float):
            return True
        if abs(value) == _INFINITE:
            # A text of digits that are too many is none; INF is one.
            return not (isinstance(value, LexicalFloat) and value.text.lstrip("+-")[0] in ".0123456789")
        return not (self.single and abs(value) >= GREATEST_SINGLE)

    def parse(self, text: str, form: Format, texts: Texts, floats: Floats) -> float:
        return parse_float(text, form, single=self.single, floats=floats)

    def text(self, value: float, form: Format, texts: Texts, floats: Floats) -> str:
        if isinstance(value, int) and not self.in_range(value):
            raise ValueError(self.form)
        return super().text(value, form, texts, floats)

    def from_spec(self, value: Any) -> float:
        return float(value)

    def from_number(self, value: int | float) -> float:
        return value if isinstance(value, float) else parse_float(number_text(value))

    def checked(self) -> tuple[Any, ...]:
        return () if self.single else (float,)

    def xml_reader(self, floats: Floats) -> Code:
        framework = "core_" if floats == "core" else ""
        width = "single" if self.single else "float"
        return calling(f"wiresmith.values.xml_numbers.read_{framework}{width}")

    def xml_writer(self, texts: Texts, floats: Floats) -> Code:
        function = "single" if self.single else "float"
        if floats == "core":
            return calling(f"wiresmith.values.xml_numbers.core_{function}")
        return calling(f"wiresmith.values.lexical.xml_{function}")

    def example(self, bounds: Bounds, examples: Examples) -> float:
        return examples.number(fraction=True)


for _bits in (32, 64):
    register(Float(_bits))
