"""``uri``: a URI, kept as the text that it was; .NET writes it as its System.Uri spells it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiresmith.kinds.code import Code, calling
from wiresmith.kinds.registry import register
from wiresmith.kinds.str import Text
from wiresmith.values.namespaces import XS
from wiresmith.values.qnames import QName
from wiresmith.values.uris import uri_text
from wiresmith.values.xml_text import exact_text

if TYPE_CHECKING:
    from wiresmith.kinds.kind import Bounds, Examples
    from wiresmith.values.forms import Floats, Format, Texts


class Uri(Text):
    """The kind ``uri``."""

    name = "uri"
    aliases = ("url",)
    form = "a string (URI)"
    contract_name = QName("anyURI", XS)
    dotnet = "wiresmith.dotnet.scalar_reading.uri"

    def text(self, value: str, form: Format, texts: Texts, floats: Floats) -> str:
        return uri_text(value) if form == "xml" and texts == "dotnet" else exact_text(value)

    def xml_writer(self, texts: Texts, floats: Floats) -> Code | None:
        return calling("wiresmith.values.uris.uri_text") if texts == "dotnet" else None

    def example(self, bounds: Bounds, examples: Examples) -> str:
        return f"https://{examples.word()}.example/{examples.word()}"


register(Uri())
