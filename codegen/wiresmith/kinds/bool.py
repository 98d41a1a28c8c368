"""``bool``: true or false."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wiresmith.kinds.code import Code, calling
from wiresmith.kinds.kind import Kind
from wiresmith.kinds.registry import register
from wiresmith.values.namespaces import XS
from wiresmith.values.qnames import QName

if TYPE_CHECKING:
    from wiresmith.kinds.kind import Bounds, Examples
    from wiresmith.values.forms import Floats, Format, Texts

_VALUES = {"true": True, "false": False}
_XML_VALUES = {**_VALUES, "1": True, "0": False}


class Bool(Kind):
    """The kind ``bool``."""

    name = "bool"
    aliases = ("boolean",)
    annotation = "bool"
    python = ("builtins.bool",)
    spec_form = form = "true or false"
    choices = ("true", "false")
    json_type = "boolean"
    is_told = True
    wire = ("bool",)
    xml_pattern = "(true|false)"
    clr_name = "System.Boolean"
    contract_name = QName("boolean", XS)
    boxes = True
    boxed_classes = ("builtins.bool",)
    in_arrays = True
    dotnet = "wiresmith.dotnet.scalar_reading.boolean"
    misfit_unless = Code("type({}) is bool")
    xml_text_refuses = True
    zero_literal = "False"
    zero_if = Code("{} is False")

    def zero(self) -> bool:
        return False

    def parse(self, text: str, form: Format, texts: Texts, floats: Floats) -> bool | None:
        return (_XML_VALUES if form == "xml" else _VALUES).get(text)

    def text(self, value: object, form: Format, texts: Texts, floats: Floats) -> str:
        return "true" if value else "false"

    def from_json(self, value: object, texts: Texts) -> bool | None:
        return value if isinstance(value, bool) else None

    def to_json(self, value: bool, texts: Texts) -> bool:
        return value

    def key_schema(self) -> dict[str, Any]:
        return {"enum": ["true", "false"]}

    def checked(self) -> tuple[Any, ...]:
        return (bool,)

    def xml_reader(self, floats: Floats) -> Code:
        return Code('{} == b"true"')

    def xml_writer(self, texts: Texts, floats: Floats) -> Code:
        return calling("wiresmith.values.lexical.boolean_text")

    def example(self, bounds: Bounds, examples: Examples) -> bool:
        return examples.random.random() < 0.5


register(Bool())
