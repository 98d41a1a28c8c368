"""``date``: a date without a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wiresmith.kinds._moment import DAY, Moment, example_moment
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


class Date(Moment):
    """The kind ``date``."""

    name = "date"
    annotation = "datetime.date"
    python = ("datetime.date",)
    spec_form = "a date such as 2024-01-31"
    json_format = "date"
    is_told = True
    clr_name = "System.DateOnly"
    contract_name = QName("dateOnly", SERIALIZATION)
    schema_local = "date"
    boxes = True
    dotnet = "wiresmith.dotnet.scalar_reading.date"
    xsd_base = "xs:date"
    xsd_facets = (("pattern", r"\d{4}-\d{2}-\d{2}"),)
    xsd_is_new = True
    zero_if = calling("wiresmith.values.datetimes.is_least_date")

    def accepts(self, value: object) -> bool:
        return isinstance(value, self.classes) and not isinstance(value, datetime.datetime)

    def zero(self) -> datetime.date:
        return datetimes.parse_date("0001-01-01")

    def is_zero(self, value: Any) -> bool:
        return self.accepts(value) and datetimes.is_least_date(value)

    def expected(self, form: Format, texts: Texts) -> str:
        return datetimes.DATE_FORM

    def parse(self, text: str, form: Format, texts: Texts, floats: Floats) -> datetime.date:
        return datetimes.parse_date(text)

    def text(self, value: datetime.date, form: Format, texts: Texts, floats: Floats) -> str:
        return datetimes.date_text(value)

    def is_spelled(self, text: str) -> bool:
        try:
            datetime.date.fromisoformat(text)
        except ValueError:
            return False
        return len(text) == len("2024-01-31")

    def json_pattern(self, texts: Texts) -> str:
        return f"^{DAY}$"

    def json_reader(self, texts: Texts) -> Code:
        return calling("wiresmith.values.datetimes.parse_date")

    def json_writer(self, texts: Texts) -> Code:
        return calling("wiresmith.values.datetimes.date_text")

    def xml_reader(self, floats: Floats) -> Code:
        return calling("wiresmith.values.datetimes.read_date")

    def xml_writer(self, texts: Texts, floats: Floats) -> Code:
        return calling("wiresmith.values.datetimes.date_text")

    def example(self, bounds: Bounds, examples: Examples) -> datetime.date:
        return example_moment(examples).date()


register(Date())
