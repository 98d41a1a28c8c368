"""``bytes``: binary data, in Base64."""

from __future__ import annotations

import binascii
from typing import TYPE_CHECKING, Any

from wiresmith.kinds.code import Code, calling
from wiresmith.kinds.kind import LENGTH, Kind
from wiresmith.kinds.registry import register
from wiresmith.values.lexical import base64_text
from wiresmith.values.namespaces import XS
from wiresmith.values.qnames import QName

if TYPE_CHECKING:
    from wiresmith.kinds.kind import Bounds, Examples
    from wiresmith.values.forms import Floats, Format, Texts


class Bytes(Kind):
    """The kind ``bytes``, an array of bytes in .NET."""

    name = "bytes"
    aliases = ("binary", "base64")
    annotation = "bytes"
    python = ("builtins.bytes",)
    is_key = False
    bounded_by = frozenset((LENGTH,))
    length_unit = "byte"
    spec_form = "base64"
    form = "Base64 with its padding"
    is_told = True
    xml_empty = True
    is_reference = True
    contract_name = QName("base64Binary", XS)
    boxes = True
    dotnet = "wiresmith.dotnet.scalar_reading.base64"

    def equality(self, value: bytes) -> Any:
        return object()  # Python may have one object for two arrays of .NET

    def parse(self, text: str, form: Format, texts: Texts, floats: Floats) -> bytes:
        if form == "xml":
            text = "".join(text.split())
        value = binascii.a2b_base64(text, strict_mode=True)
        # Bits that stand for nothing must be 0 (RFC 4648, 3.5): otherwise two texts would be one value.
        if binascii.b2a_base64(value, newline=False) != text.encode():
            raise ValueError
        return value

    def text(self, value: bytes, form: Format, texts: Texts, floats: Floats) -> str:
        return base64_text(value)

    def is_spelled(self, text: str) -> bool:
        import base64

        try:
            base64.b64decode(text, validate=True)
        except ValueError:
            return False
        return True

    def length(self, text: str) -> int:
        return len(binascii.a2b_base64(text))

    def json_pattern(self, texts: Texts) -> str:
        # Bits that stand for nothing are 0, as above.
        return "^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/][AQgw]==|[A-Za-z0-9+/]{2}[AEIMQUYcgkosw048]=)?$"

    def json_lengths(self, least: int | None, greatest: int | None) -> dict[str, Any]:
        bounds = {"minLength": least, "maxLength": greatest}
        lengths = {name: bound for name, bound in bounds.items() if bound is not None}
        schema: dict[str, Any] = {"contentEncoding": "base64"}
        schema |= {name: -(-bound // 3) * 4 for name, bound in lengths.items()}
        return schema | ({"x-wiresmith-bytes": lengths} if lengths else {})

    def json_reader(self, texts: Texts) -> Code:
        return calling("wiresmith.values.lexical.base64_bytes")

    def json_writer(self, texts: Texts) -> Code:
        return calling("wiresmith.values.lexical.base64_text")

    def xml_reader(self, floats: Floats) -> Code:
        return calling("wiresmith.values.lexical.read_base64")

    def xml_writer(self, texts: Texts, floats: Floats) -> Code:
        return calling("wiresmith.values.lexical.base64_text")

    def example(self, bounds: Bounds, examples: Examples) -> bytes:
        longest = 8 if bounds.max_length is None else bounds.max_length
        return examples.random.randbytes(max(bounds.min_length or 0, min(8, longest)))


register(Bytes())
