"""``time``: a time of day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wiresmith.kinds._moment import CLOCK, ZONE, Moment, example_moment
from wiresmith.kinds.code import Code, calling
from wiresmith.kinds.lazy_modules import Lazy
from wiresmith.kinds.registry import register
from wiresmith.values.namespaces import SERIALIZATION
from wiresmith.values.qnames import QName

if TYPE_CHECKING:
    import datetime

    from wiresmith.kinds.kind import Bounds, Examples
    from wiresmith.values import datetimes
    from wiresmith.values.forms import Floats, Format, Texts
else:
    datetime = Lazy("datetime")
    datetimes = Lazy("wiresmith.values.datetimes")


class TimeOfDay(Moment):
    """The kind ``time``."""

    name = "time"
    annotation = "datetime.time"
    python = ("datetime.time",)
    spec_form = "a time such as 12:00:00"
    clr_name = "System.TimeOnly"
    contract_name = QName("timeOnly", SERIALIZATION)
    schema_local = "time"
    boxes = True
    dotnet = "wiresmith.dotnet.scalar_reading.time"
    xsd_base = "xs:time"
    xsd_facets = (("pattern", r"\d{2}:\d{2}:\d{2}(\.\d{1,7})?"),)
    xsd_is_new = True
    misfit_unless = Code("isinstance({}, datetime.time)", ("datetime",))
    zero_if = calling("wiresmith.values.datetimes.is_midnight")

    def zero(self) -> datetimes.Time:
        return datetimes.parse_time("00:00:00")

    def is_zero(self, value: Any) -> bool:
        return self.accepts(value) and datetimes.is_midnight(value)

    def equality(self, value: Any) -> Any:
        return getattr(value, "text", str(value))

    def expected(self, form: Format, texts: Texts) -> str:
        return datetimes.TIME_FORM

    def parse(self, text: str, form: Format, texts: Texts, floats: Floats) -> datetimes.Time:
        return datetimes.parse_time(text)

    def text(self, value: datetime.time, form: Format, texts: Texts, floats: Floats) -> str:
        return datetimes.time_text(value)

    def is_spelled(self, text: str) -> bool:
        try:
            datetime.time.fromisoformat(text)
        except ValueError:
            return False
        return ":" in text

    def json_pattern(self, texts: Texts) -> str:
        return f"^{CLOCK}{ZONE}?$"

    def json_reader(self, texts: Texts) -> Code:
        return calling("wiresmith.values.datetimes.parse_time")

    def json_writer(self, texts: Texts) -> Code:
        return calling("wiresmith.values.datetimes.time_text")

    def xml_reader(self, floats: Floats) -> Code:
        return calling("wiresmith.values.datetimes.read_time")

    def xml_writer(self, texts: Texts, floats: Floats) -> Code:
        return calling("wiresmith.values.datetimes.time_text")

    def example(self, bounds: Bounds, examples: Examples) -> datetime.time:
        return example_moment(examples).time()


register(TimeOfDay())
