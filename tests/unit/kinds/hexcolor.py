"""A kind of our own: colours such as ``#00ff7f``. This file and its registration are all that it takes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from wiresmith.kinds import PATTERN, Code, Kind, calling, register
from wiresmith.values.qnames import QName

_COLOR = re.compile("#[0-9a-f]{6}")


@dataclass(frozen=True, order=True)
class Color:
    """A colour by its three parts."""

    red: int
    green: int
    blue: int


def read_color(text: str) -> Color:
    """The colour that a text says; raises ValueError for any other."""
    if not _COLOR.fullmatch(text):
        raise ValueError
    return Color(*bytes.fromhex(text[1:]))


def read_bytes(text: bytes) -> Color:
    """The same for the bytes of an XML document."""
    return read_color(text.decode())


def color_text(value: Color) -> str:
    """A colour as a text; raises AttributeError for anything else."""
    return f"#{value.red:02x}{value.green:02x}{value.blue:02x}"


def is_black(value: Color) -> bool:
    """Is it what a new .NET object has?"""
    return value == Color(0, 0, 0)


class HexColor(Kind):
    """The kind ``color``."""

    name = "color"
    aliases = ("colour", "rgb")
    annotation = "Color"
    annotation_imports = (f"{__name__}.Color",)
    python = (f"{__name__}.Color",)
    bounded_by = frozenset((PATTERN,))
    spec_form = "a colour such as #00ff7f"
    form = "a colour such as #00ff7f"
    xml_pattern = "(#[0-9a-f]{6})"
    clr_name = "Paints.Color"
    contract_name = QName("color", "urn:colors")
    boxes = True
    xsd_base = "xs:string"
    xsd_facets = (("pattern", "#[0-9a-f]{6}"),)
    zero_if = calling(f"{__name__}.is_black")

    def zero(self) -> Color:
        return Color(0, 0, 0)

    def is_zero(self, value: Any) -> bool:
        return is_black(value)

    def parse(self, text: str, form: Any, texts: Any, floats: Any) -> Color:
        return read_color(text)

    def text(self, value: Color, form: Any, texts: Any, floats: Any) -> str:
        return color_text(value)

    def json_pattern(self, texts: Any) -> str:
        return "^#[0-9a-f]{6}$"

    def json_reader(self, texts: Any) -> Code:
        return calling(f"{__name__}.read_color")

    def json_writer(self, texts: Any) -> Code:
        return calling(f"{__name__}.color_text")

    def xml_reader(self, floats: Any) -> Code:
        return calling(f"{__name__}.read_bytes")

    def xml_writer(self, texts: Any, floats: Any) -> Code:
        return calling(f"{__name__}.color_text")

    def example(self, bounds: Any, examples: Any) -> Color:
        return Color(*examples.random.randbytes(3))


register(HexColor())
