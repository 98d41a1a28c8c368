"""``any``: a value of any type, .NET's object.

What it holds, each walk along a document finds out; where its dialect says no more, it is a text or JSON.
"""

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


class Anything(Kind):
    """The kind ``any``."""

    name = "any"
    aliases = ("object", "json")
    annotation = "JsonValue"
    is_class = False
    python = ()
    is_key = False
    is_parameter = False
    spec_form = form = "any value"
    is_walked = True
    json_type = "any"
    is_told = True
    wire = ("Any",)
    wire_imports = ("typing.Any",)
    xml_shape = "open"
    xml_markup = True
    is_reference = True
    contract_name = QName("anyType", XS)
    boxes = True

    def read(self, text: str, form: Format, texts: Texts, floats: Floats) -> str:
        return text

    def from_json(self, value: object, texts: Texts) -> Any:
        return value

    def to_json(self, value: Any, texts: Texts) -> Any:
        return value

    def xml_reader(self, floats: Floats) -> Code:
        return calling("wiresmith.values.xml_text.read_string")

    def xml_writer(self, texts: Texts, floats: Floats) -> Code | None:
        return None

    def example(self, bounds: Bounds, examples: Examples) -> str:
        return examples.words()


register(Anything())
