"""The JSON encoder: msgspec's, and what it does not know."""

from __future__ import annotations

import msgspec

from wiresmith.values.datetimes import DateTime
from wiresmith.values.decimals import LexicalDecimal
from wiresmith.values.numbers import LexicalFloat, LexicalInt, number_text


def _lexical(value: object) -> object:
    """Encode what msgspec does not know: values that keep the text they were written with."""
    if isinstance(value, DateTime):
        return value.text
    if isinstance(value, (LexicalInt, LexicalFloat, LexicalDecimal)):
        return msgspec.Raw(number_text(value, "json").encode())
    raise TypeError(f"a {type(value).__name__} cannot be written as JSON")


ENCODER = msgspec.json.Encoder(enc_hook=_lexical, decimal_format="number")
