"""The part that all kinds of numbers have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wiresmith.kinds.code import Code
from wiresmith.kinds.kind import RANGE, Kind
from wiresmith.values.numbers import is_json_number, number_text

if TYPE_CHECKING:
    from wiresmith.kinds.kind import JsonType
    from wiresmith.values.forms import Floats, Format, Texts

_NUMBER_TEXT = r"^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$"


class Numeric(Kind):
    """A kind of numbers."""

    bounded_by = frozenset((RANGE,))
    json_type: JsonType = "number"
    single = False
    """Floating point numbers of 32 bits."""

    def zero(self) -> Any:
        return 0

    def text(self, value: Any, form: Format, texts: Texts, floats: Floats) -> str:
        return number_text(value, form, single=self.single, floats=floats)

    def from_json(self, value: object, texts: Texts) -> Any:
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            return None
        return self.from_number(value)

    def from_number(self, value: int | float) -> Any:
        """The value of a number in JSON; None for one of the wrong kind."""
        return value

    def to_json(self, value: Any, texts: Texts) -> Any:
        return value

    def key_schema(self) -> dict[str, Any]:
        return {"pattern": _NUMBER_TEXT, "x-wiresmith-type": self.name}


class Floating(Numeric):
    """A kind of numbers some of which JSON cannot hold: NaN and the infinities."""

    json_is_finite = True
    misfit_unless = Code("(type({}) is float or is_number({}))", ("wiresmith.values.lexical.is_number",))
    xml_text_refuses = True
    zero_if = Code("({} == 0 and {} is not False)")

    def to_json(self, value: float, texts: Texts) -> float:
        if value - value != 0 and not is_json_number(value):
            raise ValueError("a number that JSON can say (not NaN, not infinite)")
        return value

    def equality(self, value: float) -> Any:
        return repr(value) if value != value else value
