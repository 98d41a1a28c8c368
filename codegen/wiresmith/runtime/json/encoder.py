"""The JSON encoder: msgspec's, and what it does not know."""

from __future__ import annotations

from decimal import Decimal

import msgspec

from wiresmith.values.datetimes import DateTime
from wiresmith.values.numbers import number_text
from wiresmith.values.xml_text import exact_text


def _lexical(value: object) -> object:
    """Encode what msgspec does not know: values that keep the text they were written with, and those of
    other subclasses.
    """
    if isinstance(value, DateTime):
        return value.text
    if isinstance(value, str):
        return exact_text(value)
    if isinstance(value, (int, float, Decimal)):
        return msgspec.Raw(number_text(value, "json").encode())
    raise TypeError(f"a {type(value).__name__} cannot be written as JSON")


ENCODER = msgspec.json.Encoder(enc_hook=_lexical, decimal_format="number")
