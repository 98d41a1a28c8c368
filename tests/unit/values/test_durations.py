from __future__ import annotations

import copy
import datetime as dt
import pickle
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wiresmith.runtime import Duration
from wiresmith.values.durations import (
    duration_text,
    parse_duration,
    read_duration,
)

MS = dt.timedelta(milliseconds=1)


# Each pair was written by .NET (DataContractSerializer, and Web API's JSON formatter).
@pytest.mark.parametrize(
    ("iso", "timespan"),
    [
        ("P1DT2H3M4.005S", "1.02:03:04.0050000"),
        ("-P1DT2H3M4.005S", "-1.02:03:04.0050000"),
        ("PT0S", "00:00:00"),
        ("PT1M30S", "00:01:30"),
        ("PT0.0000001S", "00:00:00.0000001"),
        ("P10675199DT2H48M5.4775807S", "10675199.02:48:05.4775807"),
        ("P400D", "400.00:00:00"),
        ("PT0.5S", "00:00:00.5000000"),
        ("PT1M", "00:01:00"),
    ],
)
def test_both_forms_as_dotnet_writes_them_with_all_digits(iso: str, timespan: str) -> None:
    assert parse_duration(iso) == parse_duration(timespan, "timespan")
    assert duration_text(parse_duration(iso), "timespan") == timespan
    assert duration_text(parse_duration(timespan, "timespan")) == iso
    assert duration_text(parse_duration(iso)) == iso
    assert duration_text(parse_duration(timespan, "timespan"), "timespan") == timespan


@given(st.timedeltas())
def test_any_timedelta_comes_back(value: dt.timedelta) -> None:
    assert parse_duration(duration_text(value)) == value
    assert parse_duration(duration_text(value, "timespan"), "timespan") == value


def test_what_is_read_keeps_its_spelling_and_is_a_timedelta() -> None:
    value = parse_duration("P1Y2M0DT26H")
    assert value == dt.timedelta(days=365 + 60, hours=26)
    assert value.text == duration_text(value) == "P1Y2M0DT26H"
    assert duration_text(value, "timespan") == "426.02:00:00"
    assert parse_duration("PT1.0000009S") == dt.timedelta(seconds=1)
    assert parse_duration("PT1.0000019S").text == "PT1.0000019S"
    assert type(value + value) is dt.timedelta
    for again in (copy.copy(value), copy.deepcopy(value), pickle.loads(pickle.dumps(value))):
        assert (type(again), again, again.text) == (Duration, value, value.text)
    assert Duration(seconds=-90).text == "-PT1M30S"
    with pytest.raises(AttributeError):
        _ = value.texture  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "text", ["", "P", "PT", "P1DT", "P1W", "1D", "+P1D", "P-1D", "PT1.S", "PT.5S", "P1H", "PT1S ", "P٣D",
    "P9999999999D"]
)  # fmt: skip
def test_other_iso_forms_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match="a duration such as"):
        parse_duration(text)


@pytest.mark.parametrize(
    "text", ["", "1:02:03", "24:00:00", "00:60:00", "00:00:60", "1 00:00:00", "00:00:00.", "PT1S",
    "1234567890.00:00:00", "9" * 5000 + ".00:00:00"]
)  # fmt: skip
def test_other_time_spans_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match="a time span"):
        parse_duration(text, "timespan")


def test_the_least_timedelta_is_the_limit() -> None:
    assert parse_duration("-P999999999D") == dt.timedelta.min
    with pytest.raises(ValueError, match="less than"):
        parse_duration("-P999999999DT1S")


def test_emitted_code_reads_durations_by_the_same_rules() -> None:
    random = Random(3)
    pieces = ("P", "T", "-", "0", "7", "23", "123456789", "000", "D", "H", "M", "S", "Y", ".5")
    read = 0
    for _ in range(20_000):
        text = "P" * (random.random() < 0.8) + "".join(random.choices(pieces, k=random.randint(0, 8)))
        try:
            value = parse_duration(text)
        except ValueError:
            with pytest.raises(ValueError, match="duration"):
                read_duration(text.encode())
        else:
            again = read_duration(text.encode())
            assert (again, again.text) == (value, text)
            read += 1
    assert read > 100
