from __future__ import annotations

import copy
import datetime as dt
import pickle
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wiresmith.runtime import DateTime, Time
from wiresmith.values.datetimes import (
    date_text,
    datetime_text,
    parse_date,
    parse_datetime,
    parse_time,
    time_text,
)

FORM = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9])?"
)
zones = st.sampled_from(["", "Z", "+00:00", "-00:00", "+05:30", "-08:00", "+23:59"])
fractions = st.text("0123456789", min_size=1, max_size=12).map(lambda digits: "." + digits) | st.just("")
moments = st.datetimes().map(lambda moment: moment.replace(microsecond=0, fold=0).isoformat())
texts = st.builds(lambda moment, fraction, zone: moment + fraction + zone, moments, fractions, zones)


@given(texts)
def test_a_text_is_kept_and_says_what_python_reads(text: str) -> None:
    value = parse_datetime(text)
    plain = dt.datetime.fromisoformat(text)
    assert value.text == datetime_text(value) == text
    assert value == plain
    assert value.utcoffset() == plain.utcoffset()
    assert hash(value) == hash(plain)


@given(st.data())
def test_one_changed_character_is_refused_unless_it_is_still_the_form(data: st.DataObject) -> None:
    text = data.draw(texts)
    place = data.draw(st.integers(0, len(text)))
    changed = text[:place] + data.draw(st.text(max_size=1)) + text[place + 1 :]
    try:
        value = parse_datetime(changed)
    except ValueError:
        return
    assert FORM.fullmatch(changed)
    assert value.text == changed


@pytest.mark.parametrize(
    "text",
    [
        "", "2014-11-06", "2014-11-06T15:38", "20141106T153836", "2014-W45-4T15:38:36", "2014-11-06 15:38:36",
        "2014-11-06t15:38:36", "2014-11-06T15:38:36z", "2014-11-06T15:38:36.", "2014-11-06T15:38:36.Z",
        "2014-11-06T15:38:36,5Z", "2014-11-06T15:38:36+0100", "2014-11-06T15:38:36+01", "2014-11-06T24:00:00",
        "2014-11-06T15:38:60", "0000-11-06T15:38:36", "2014-02-30T00:00:00", "2014-11-06T15:38:36+01:60",
        "2014-11-06T15:38:36.123456x+01:00", "2014-11-06T15:38:36.12345678901x", "2014-11-06T15:38:36+24:00",
        "2014-11-06T15:38:36+01:00:00", "٢٠١٤-11-06T15:38:36", "2014-11-06T15:38:36\ud800",
        "2014-11-06T15:38:36\n",
        " 2014-11-06T15:38:36",
    ],
)  # fmt: skip
def test_other_forms_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match="a date and time"):
        parse_datetime(text)


@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, lambda value: pickle.loads(pickle.dumps(value))])
@pytest.mark.parametrize(
    "value", [parse_datetime("2014-11-06T15:38:36.6853105+00:00"), parse_time("15:38:36.6853105Z")]
)
def test_copies_keep_the_text(again: Any, value: Any) -> None:
    copied = again(value)
    assert copied == value
    assert (type(copied), copied.text) == (type(value), value.text)


def test_equal_to_and_ordered_like_datetimes() -> None:
    ticks = parse_datetime("2014-11-06T15:38:36.6853105Z")
    assert ticks == parse_datetime("2014-11-06T16:38:36.685310+01:00")
    assert ticks < dt.datetime(2015, 1, 1, tzinfo=dt.UTC)
    assert dt.datetime(2014, 11, 6, 15, 38, 36, 685310, dt.UTC) in {ticks}
    assert isinstance(ticks, dt.datetime)


def test_arithmetic_gives_plain_datetimes() -> None:
    value = parse_datetime("2014-11-06T15:38:36.6853105Z")
    day = dt.timedelta(1)
    results = [
        value + day,
        day + value,
        value - day,
        value.replace(day=1),
        value.astimezone(dt.UTC),
        value.plain(),
    ]
    assert {type(result) for result in results} == {dt.datetime}
    assert results[1] == results[0] == value.plain() + day
    assert value - value == dt.timedelta(0)
    assert type(parse_time("01:02:03").replace(hour=2)) is dt.time
    assert value.plain().replace(fold=1).fold == DateTime(2014, 11, 6, fold=1).plain().fold == 1


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (DateTime(2014, 1, 2), "2014-01-02T00:00:00"),
        (dt.datetime(2014, 1, 2, 3, 4, 5, 5000, dt.UTC), "2014-01-02T03:04:05.005Z"),
        (DateTime(1, 1, 1, 0, 0, 0, 1, dt.timezone(dt.timedelta(hours=-5, minutes=-30))),
        "0001-01-01T00:00:00.000001-05:30"),
    ],
)  # fmt: skip
def test_canonical_text(value: dt.datetime, text: str) -> None:
    assert datetime_text(value) == text
    assert parse_datetime(text) == value


def test_an_offset_with_seconds_has_no_text() -> None:
    odd = dt.datetime(1900, 1, 1, tzinfo=dt.timezone(dt.timedelta(seconds=1)))
    with pytest.raises(ValueError, match="whole minutes"):
        datetime_text(odd)


def test_text_is_the_only_attribute_made_up() -> None:
    with pytest.raises(AttributeError):
        _ = DateTime(2014, 1, 2).texture  # type: ignore[attr-defined]
    with pytest.raises(AttributeError):
        _ = Time(1).texture  # type: ignore[attr-defined]


def test_dates() -> None:
    assert parse_date("2014-11-06") == dt.date(2014, 11, 6)
    assert date_text(dt.date(14, 11, 6)) == "0014-11-06"
    for text in ("20141106", "2014-W45-4", "2014-11-6", "2014-13-01", "2014-11-06Z", ""):
        with pytest.raises(ValueError, match="a date YYYY-MM-DD"):
            parse_date(text)
    with pytest.raises(ValueError, match="without a time"):
        date_text(dt.datetime(2014, 11, 6))


@given(st.times().map(lambda time: time.replace(fold=0, microsecond=0).isoformat()), fractions, zones)
def test_times_keep_their_text(clock: str, fraction: str, zone: str) -> None:
    text = clock + fraction + zone
    assert time_text(parse_time(text)) == text
    assert parse_time(text) == dt.time.fromisoformat(text)


def test_other_times_are_refused_and_plain_ones_have_a_text() -> None:
    for text in ("24:00:00", "1:02:03", "01:02", "010203", "01:02:03.", "T01:02:03", "01:02:03+0100"):
        with pytest.raises(ValueError, match="a time"):
            parse_time(text)
    assert time_text(dt.time(1, 2, 3, 40, dt.UTC)) == "01:02:03.00004Z"
    assert Time(1, 2, 3).text == "01:02:03"
