"""``datetime``: a date and time, with or without a zone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wiresmith.kinds._moment import CLOCK, DAY, ZONE, Moment, example_moment
from wiresmith.kinds.code import Code, calling
from wiresmith.kinds.lazy_modules import Lazy
from wiresmith.kinds.registry import register
from wiresmith.values.namespaces import XS
from wiresmith.values.qnames import QName

if TYPE_CHECKING:
    import datetime

    from wiresmith.kinds.kind import Bounds, Examples
    from wiresmith.values import datetimes
    from wiresmith.values.forms import Floats, Format, Texts
else:
    datetime = Lazy("datetime")
    datetimes = Lazy("wiresmith.values.datetimes")


class DateAndTime(Moment):
    """The kind ``datetime``."""

    name = "datetime"
    aliases = ("timestamp",)
    annotation = "datetime.datetime"
    python = ("datetime.datetime",)
    spec_form = "a date and time such as 2024-01-31T12:00:00Z"
    clr_name = "System.DateTime"
    contract_name = QName("dateTime", XS)
    boxes = True
    boxed_classes = ("datetime.datetime", "wiresmith.values.datetimes.DateTime")
    in_arrays = True
    dotnet = "wiresmith.dotnet.scalar_reading.moment"
    zero_if = calling("wiresmith.values.datetimes.is_least_datetime")

    def zero(self) -> datetimes.DateTime:
        return datetimes.parse_datetime("0001-01-01T00:00:00")

    def is_zero(self, value: Any) -> bool:
        return self.accepts(value) and datetimes.is_least_datetime(value)

    def equality(self, value: Any) -> Any:
        # A DateTime's kind does not count.
        return (
            None
            if value is None
            else getattr(value, "text", str(value)).rstrip("Z").partition("+")[0].rpartition("T")
        )

    def expected(self, form: Format, texts: Texts) -> str:
        return datetimes.DATETIME_FORM

    def parse(self, text: str, form: Format, texts: Texts, floats: Floats) -> datetimes.DateTime:
        return datetimes.parse_datetime(text)

    def from_json(self, value: object, texts: Texts) -> datetimes.DateTime | None:
        return datetimes.parse_datetime(value) if isinstance(value, str) else None

    def text(self, value: datetime.datetime, form: Format, texts: Texts, floats: Floats) -> str:
        return datetimes.datetime_text(value)

    def is_spelled(self, text: str) -> bool:
        try:
            datetime.datetime.fromisoformat(text)
        except ValueError:
            return False
        return "T" in text

    def json_pattern(self, texts: Texts) -> str:
        return f"^{DAY}T{CLOCK}{ZONE}?$"

    def checked(self) -> tuple[Any, ...]:
        return (datetimes.DateTime,)

    def json_reader(self, texts: Texts) -> Code:
        return calling("wiresmith.values.datetimes.parse_datetime")

    def json_writer(self, texts: Texts) -> Code:
        return calling("wiresmith.values.datetimes.datetime_text")

    def xml_reader(self, floats: Floats) -> Code:
        return calling("wiresmith.values.datetimes.read_datetime")

    def xml_writer(self, texts: Texts, floats: Floats) -> Code:
        return calling("wiresmith.values.datetimes.datetime_text")

    def example(self, bounds: Bounds, examples: Examples) -> datetime.datetime:
        return example_moment(examples)


register(DateAndTime())
