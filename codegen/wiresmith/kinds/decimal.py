"""``decimal``: a decimal number with its scale."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wiresmith.kinds._numeric import Numeric
from wiresmith.kinds.code import Code, calling
from wiresmith.kinds.lazy_modules import Lazy
from wiresmith.kinds.registry import register
from wiresmith.values.namespaces import XS
from wiresmith.values.numbers import number_text
from wiresmith.values.qnames import QName

if TYPE_CHECKING:
    import decimal

    from wiresmith.kinds.kind import Bounds, Examples
    from wiresmith.values import decimals
    from wiresmith.values.forms import Floats, Format, Texts
else:
    decimal = Lazy("decimal")
    decimals = Lazy("wiresmith.values.decimals")


class DecimalNumber(Numeric):
    """The kind ``decimal``."""

    name = "decimal"
    annotation = "decimal.Decimal"
    python = ("decimal.Decimal",)
    form = "a decimal number"
    json_format = "decimal"
    wire = ("Decimal",)
    wire_imports = ("decimal.Decimal",)
    wire_is_bounded = False
    xml_pattern = r"(-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?)"
    clr_name = "System.Decimal"
    contract_name = QName("decimal", XS)
    boxes = True
    boxed_classes = ("decimal.Decimal",)
    in_arrays = True
    dotnet = "wiresmith.dotnet.scalar_reading.decimal"
    misfit_unless = Code("isinstance({}, Decimal)", ("decimal.Decimal",))
    zero_if = Code("not {}")

    def zero(self) -> decimal.Decimal:
        return decimal.Decimal(0)

    def parse(self, text: str, form: Format, texts: Texts, floats: Floats) -> decimal.Decimal:
        return decimals.parse_decimal(text, form)

    def from_spec(self, value: Any) -> decimal.Decimal:
        return decimal.Decimal(str(value))

    def from_number(self, value: int | float) -> decimal.Decimal:
        return self.parse(number_text(value), "json", "standard", "core")

    def to_json(self, value: decimal.Decimal, texts: Texts) -> decimal.Decimal:
        if not value.is_finite():
            raise ValueError("a number that JSON can say (not NaN, not infinite)")
        return value

    def json_writer(self, texts: Texts) -> Code:
        return calling("wiresmith.runtime.json.fast.finite_decimal")

    def xml_reader(self, floats: Floats) -> Code:
        return calling("wiresmith.values.decimals.read_decimal")

    def xml_writer(self, texts: Texts, floats: Floats) -> Code:
        return calling("wiresmith.values.decimals.xml_decimal")

    def example(self, bounds: Bounds, examples: Examples) -> decimal.Decimal:
        return decimal.Decimal(str(examples.number(fraction=examples.random.random() < 0.5)))


register(DecimalNumber())
