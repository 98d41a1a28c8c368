"""``datetimeoffset``: a date and time with an offset, which .NET writes as an object of two members.

In XML an element holds it in parts; each walk along a document knows them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wiresmith.kinds._moment import CLOCK, DAY, Moment, example_moment
from wiresmith.kinds.code import Code, calling
from wiresmith.kinds.lazy_modules import Lazy
from wiresmith.kinds.registry import register
from wiresmith.values.namespaces import SYSTEM
from wiresmith.values.qnames import QName

if TYPE_CHECKING:
    import datetime

    from wiresmith.kinds.kind import Bounds, Examples
    from wiresmith.values import datetimes
    from wiresmith.values.forms import Floats, Format, Texts
else:
    datetime = Lazy("datetime")
    datetimes = Lazy("wiresmith.values.datetimes")

_OFFSET = "(?:Z|[+-](?:(?:0[0-9]|1[0-3]):[0-5][0-9]|14:00))"


class DateTimeOffset(Moment):
    """The kind ``datetimeoffset``."""

    name = "datetimeoffset"
    annotation = "datetime.datetime"
    python = ("datetime.datetime",)
    bounded_by = frozenset()
    spec_form = "a date and time such as 2024-01-31T12:00:00+01:00"
    json_format = "date-time"
    xml_shape = "parts"
    clr_name = "System.DateTimeOffset"
    schema_local = ""
    contract_name = QName("DateTimeOffset", SYSTEM)
    zero_if = calling("wiresmith.values.datetimes.is_least_moment")

    def zero(self) -> datetimes.DateTime:
        return datetimes.parse_datetime("0001-01-01T00:00:00+00:00")

    def is_zero(self, value: Any) -> bool:
        return self.accepts(value) and datetimes.is_least_moment(value)

    def expected(self, form: Format, texts: Texts) -> str:
        return datetimes.OFFSET_FORM

    def parse(self, text: str, form: Format, texts: Texts, floats: Floats) -> datetimes.DateTime:
        return datetimes.parse_offset(text)

    def text(self, value: datetime.datetime, form: Format, texts: Texts, floats: Floats) -> str:
        return datetimes.offset_text(value)

    def is_spelled(self, text: str) -> bool:
        try:
            return datetime.datetime.fromisoformat(text).tzinfo is not None
        except ValueError:
            return False

    def json_pattern(self, texts: Texts) -> str:
        return f"^{DAY}T{CLOCK}{_OFFSET}$"

    def json_reader(self, texts: Texts) -> Code:
        return calling("wiresmith.values.datetimes.parse_offset")

    def json_writer(self, texts: Texts) -> Code:
        return calling("wiresmith.values.datetimes.offset_text")

    def xml_reader(self, floats: Floats) -> Code:
        raise TypeError(f"{self.name} is no single text in XML: it is read in parts")

    def xml_writer(self, texts: Texts, floats: Floats) -> Code:
        raise TypeError(f"{self.name} is no single text in XML: it is written in parts")

    def example(self, bounds: Bounds, examples: Examples) -> datetime.datetime:
        return example_moment(examples)


register(DateTimeOffset())
