"""``timedelta``: a duration, in ISO 8601; in JSON of .NET as its TimeSpan prints."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from wiresmith.kinds.code import Code, calling
from wiresmith.kinds.kind import PATTERN, Kind
from wiresmith.kinds.lazy_modules import Lazy
from wiresmith.kinds.registry import register
from wiresmith.values.namespaces import SERIALIZATION, XS
from wiresmith.values.qnames import QName

if TYPE_CHECKING:
    import datetime

    from wiresmith.kinds.kind import Bounds, Examples
    from wiresmith.values import durations
    from wiresmith.values.durations import DurationForm
    from wiresmith.values.forms import Floats, Format, Texts
else:
    datetime = Lazy("datetime")
    durations = Lazy("wiresmith.values.durations")

_SPELLED = (
    # ISO 8601.
    r"-?P(?=.)(?:\d+Y)?(?:\d+M)?(?:\d+W)?(?:\d+D)?(?:T(?=.)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d+)?S)?)?"
    r"|-?(?:\d+\.)?\d{1,2}:\d{2}:\d{2}(?:\.\d{1,7})?"  # .NET
)
_SECONDS = r"[0-9]+(?:\.[0-9]+)?S"
_HOURS = f"(?:[0-9]+H(?:[0-9]+M)?(?:{_SECONDS})?|[0-9]+M(?:{_SECONDS})?|{_SECONDS})"
_DAYS = "(?:[0-9]+Y(?:[0-9]+M)?(?:[0-9]+D)?|[0-9]+M(?:[0-9]+D)?|[0-9]+D)"
_JSON_PATTERNS = {
    "standard": f"^-?P(?:{_DAYS}(?:T{_HOURS})?|T{_HOURS})$",
    "dotnet": r"^-?(?:[0-9]+\.)?(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\.[0-9]+)?$",
}


class Timedelta(Kind):
    """The kind ``timedelta``, .NET's TimeSpan."""

    name = "timedelta"
    aliases = ("duration", "timespan")
    annotation = "datetime.timedelta"
    python = ("datetime.timedelta",)
    bounded_by = frozenset((PATTERN,))
    spec_form = "a duration such as PT1H30M"
    clr_name = "System.TimeSpan"
    contract_name = QName("duration", SERIALIZATION)
    also_read = (QName("duration", XS),)
    boxes = True
    boxed_classes = ("datetime.timedelta", "wiresmith.values.durations.Duration")
    dotnet = "wiresmith.dotnet.scalar_reading.duration"
    xsd_base = "xs:duration"
    xsd_facets = (
        ("pattern", r"\-?P(\d*D)?(T(\d*H)?(\d*M)?(\d*(\.\d*)?S)?)?"),
        ("minInclusive", "-P10675199DT2H48M5.4775808S"),
        ("maxInclusive", "P10675199DT2H48M5.4775807S"),
    )
    zero_if = calling("wiresmith.values.durations.is_no_time")

    def zero(self) -> durations.Duration:
        return durations.parse_duration("PT0S")

    def is_zero(self, value: Any) -> bool:
        return self.accepts(value) and durations.is_no_time(value)

    def equality(self, value: Any) -> Any:
        return getattr(value, "text", str(value))

    def expected(self, form: Format, texts: Texts) -> str:
        return durations.FORMS[_form(form, texts)]

    def parse(self, text: str, form: Format, texts: Texts, floats: Floats) -> durations.Duration:
        return durations.parse_duration(text, _form(form, texts))

    def text(self, value: datetime.timedelta, form: Format, texts: Texts, floats: Floats) -> str:
        return durations.duration_text(value, _form(form, texts))

    def is_spelled(self, text: str) -> bool:
        return re.fullmatch(_SPELLED, text, re.ASCII) is not None

    def json_pattern(self, texts: Texts) -> str:
        return _JSON_PATTERNS[texts]

    def json_reader(self, texts: Texts) -> Code:
        return calling("wiresmith.values.durations.parse_duration", *_arguments(texts))

    def json_writer(self, texts: Texts) -> Code:
        return calling("wiresmith.values.durations.duration_text", *_arguments(texts))

    def xml_reader(self, floats: Floats) -> Code:
        return calling("wiresmith.values.durations.read_duration")

    def xml_writer(self, texts: Texts, floats: Floats) -> Code:
        return calling("wiresmith.values.durations.duration_text")

    def example(self, bounds: Bounds, examples: Examples) -> datetime.timedelta:
        return datetime.timedelta(seconds=examples.random.randint(0, 300 * 24 * 3600) % 100_000)


def _form(form: Format, texts: Texts) -> DurationForm:
    return "timespan" if form == "json" and texts == "dotnet" else "iso"


def _arguments(texts: Texts) -> tuple[str, ...]:
    return ("timespan",) if texts == "dotnet" else ()


register(Timedelta())
