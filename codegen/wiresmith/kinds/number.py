"""``number``: an int or a float, as a document writes it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wiresmith.kinds._numeric import Floating
from wiresmith.kinds.code import Code, calling
from wiresmith.kinds.registry import register
from wiresmith.values.namespaces import XS
from wiresmith.values.numbers import parse_number
from wiresmith.values.qnames import QName

if TYPE_CHECKING:
    from wiresmith.kinds.kind import Bounds, Examples
    from wiresmith.values.forms import Floats, Format, Texts
    from wiresmith.values.numbers import Number


class AnyNumber(Floating):
    """The kind ``number``; in .NET a double, as that is what it has for one of which a page says no more."""

    name = "number"
    annotation = "Number"
    is_class = False
    python = ("builtins.int", "builtins.float")
    form = "a number"
    is_told = True
    wire = ("int", "float")
    clr_name = "System.Double"
    schema_local = ""
    contract_name = QName("double", XS)
    is_synonym = True
    boxes = True
    in_arrays = True
    dotnet = "wiresmith.dotnet.scalar_reading.double"
    zero_literal = "0"

    def parse(self, text: str, form: Format, texts: Texts, floats: Floats) -> Number:
        return parse_number(text, form, floats=floats)

    def from_spec(self, value: Any) -> float:
        return float(value)

    def checked(self) -> tuple[Any, ...]:
        return (int, float)

    def xml_reader(self, floats: Floats) -> Code:
        return calling(f"wiresmith.values.xml_numbers.read_{'core_' if floats == 'core' else ''}number")

    def xml_writer(self, texts: Texts, floats: Floats) -> Code:
        return calling(
            "wiresmith.values.xml_numbers.core_number"
            if floats == "core"
            else "wiresmith.values.lexical.xml_number"
        )

    def example(self, bounds: Bounds, examples: Examples) -> Number:
        return examples.number(fraction=examples.random.random() < 0.5)


register(AnyNumber())
