"""``qname``: a name with a namespace, .NET's XmlQualifiedName.

In XML its text has a prefix that the element declares, and in JSON it is an object; each walk along a
document knows both.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from wiresmith.kinds.code import Code, calling
from wiresmith.kinds.kind import Kind
from wiresmith.kinds.registry import register
from wiresmith.values.namespaces import XS
from wiresmith.values.qnames import QName

if TYPE_CHECKING:
    from wiresmith.kinds.kind import Bounds, Examples
    from wiresmith.values.forms import Floats, Format, Texts

_SPELLED = re.compile(r"(?:\{[^{}]*\})?[^\s{}:]*")


class QualifiedName(Kind):
    """The kind ``qname``; its text as a key of a dictionary is ``namespace:local``."""

    name = "qname"
    annotation = "QName"
    python = ("wiresmith.values.qnames.QName",)
    is_parameter = False
    spec_form = "an XML name such as {urn:x}name"
    form = 'a name and its namespace, as {"name": …, "ns": …}'
    is_walked = True
    json_type = "object"
    wire = ("WireName",)
    wire_imports = ("wiresmith.runtime.json.open_json.WireName",)
    xml_shape = "name"
    is_reference = True
    contract_name = QName("QName", XS)
    boxes = True

    def parse(self, text: str, form: Format, texts: Texts, floats: Floats) -> QName | None:
        namespace, _, local = text.rpartition(":")
        return QName(local, namespace) if local else None

    def text(self, value: QName, form: Format, texts: Texts, floats: Floats) -> str:
        return f"{value.namespace}:{value.local}" if value.namespace else str(value.local)

    def is_spelled(self, text: str) -> bool:
        return _SPELLED.fullmatch(text) is not None

    def from_json(self, value: object, texts: Texts) -> None:
        return None

    def to_json(self, value: QName, texts: Texts) -> dict[str, str]:
        return {"name": value.local, "ns": value.namespace}

    def json_schema(self, texts: Texts) -> dict[str, Any]:
        part = {"type": "string"}
        return {
            "type": "object",
            "properties": {"name": part, "ns": part},
            "required": ["name", "ns"],
            "additionalProperties": False,
        }

    def key_schema(self) -> dict[str, Any]:
        return {"pattern": "[^:]$", "x-wiresmith-type": self.name}

    def json_reader(self, texts: Texts) -> Code:
        return calling("wiresmith.runtime.json.open_json.read_name")

    def json_writer(self, texts: Texts) -> Code:
        return calling("wiresmith.runtime.json.open_json.write_name")

    def xml_reader(self, floats: Floats) -> Code:
        return Code("unusual()", ("wiresmith.runtime.xml.fast.runs.unusual",))

    def xml_writer(self, texts: Texts, floats: Floats) -> Code:
        raise TypeError(f"{self.name} is no single text in XML: its prefix has to be declared")

    def example(self, bounds: Bounds, examples: Examples) -> QName:
        return QName(examples.word(), "urn:example")


register(QualifiedName())
