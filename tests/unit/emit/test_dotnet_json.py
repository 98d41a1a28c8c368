"""JSON of what only .NET's data contracts have, as Newtonsoft's serializer writes it."""

from __future__ import annotations

import datetime as dt
import json
from decimal import Decimal
from functools import cache
from typing import Any

import pytest

from tests.unit.emit.dotnet import NAMESPACE, PAIRS, dotnet
from wiresmith import description as schema
from wiresmith.check.loading import load
from wiresmith.description import DictType, Nullable, QName, Ref, Scalar
from wiresmith.runtime import EncodeError, Typed, XmlElement, guid

MOMENT = dt.datetime(2020, 1, 2, tzinfo=dt.UTC)


def by_colour() -> DictType:
    name = QName("x", NAMESPACE)
    return DictType(
        Ref("Colour"),
        Scalar("int"),
        root=name,
        entry_name=name,
        key_name=QName("Key", NAMESPACE),
        value_name=QName("Value", NAMESPACE),
    )


@cache
def package() -> Any:
    return load(dotnet(Nullable(Scalar("any")), by_colour(), PAIRS, pairs=False))


def thing(cls: str = "Thing", **facts: Any) -> Any:
    usual: dict[str, Any] = {
        "sign": "A",
        "tag": schema.QName("n", "urn:q"),
        "moment": MOMENT,
        "access": 3,
        "colour": package().Colour.GREEN,
        "count": 1,
        "names": ["a", None],
    }
    return getattr(package(), cls)(**{**usual, **facts})


DOCUMENT = (
    b'{"Sign":"A","Tag":{"name":"n","ns":"urn:q"},"Moment":"2020-01-02T00:00:00+00:00","Anything":null,"Access":3,"Colour":1,'
    b'"Count":1,"Names":["a",null],"Next":null}'
)


def test_every_kind_in_both_tiers() -> None:
    assert package().encode(thing()) == DOCUMENT
    assert package().read(DOCUMENT, package().Thing) == (thing(), [])
    exact, findings = package().read(b" " + DOCUMENT, package().Thing)
    assert (exact, findings) == (thing(), [])
    assert package().encode(exact) == DOCUMENT
    assert (
        package().encode(package().decode(DOCUMENT.replace(b"+00:00", b"Z"), package().Thing)).count(b"00Z")
        == 1
    )


@pytest.mark.parametrize(
    ("old", "new", "path", "expected"),
    [
        (b'"A"', b'"AB"', "/Sign", "one UTF-16 code unit"),
        (b'"A"', b"65", "/Sign", "one UTF-16 code unit"),
        (b'"urn:q"', b"5", "/Tag/ns", "a string"),
        (b'"ns"', b'"namespace"', "/Tag", 'a name and its namespace, as {"name": …, "ns": …}'),
        (b'{"name":"n","ns":"urn:q"}', b'"n"', "/Tag", 'a name and its namespace, as {"name": …, "ns": …}'),
        (b"+00:00", b"", "/Moment", "a date and time with an offset"),
        (b'"Access":3', b'"Access":7', "/Access", "one of 1, 2 (Access)"),
    ],
)
def test_wrong_values_are_refused(old: bytes, new: bytes, path: str, expected: str) -> None:
    value, findings = package().read(DOCUMENT.replace(old, new), package().Thing)
    assert value is None
    assert [finding.path for finding in findings] == [path]
    assert findings[0].expected.startswith(expected)


def test_flags_combine() -> None:
    assert package().decode(DOCUMENT.replace(b'"Access":3', b'"Access":0'), package().Thing).access == 0
    single = package().decode(DOCUMENT.replace(b'"Access":3', b'"Access":2'), package().Thing)
    assert single.access is package().Access.WRITE


def test_keys_of_an_enum_are_names() -> None:
    colour: Any = package().Colour
    key: Any = dict[colour | int, int]
    document = package().encode({colour.BLUE: 1, colour.RED: 2, 9: 3}, key)
    assert document == b'{"Green":1,"Red":2,"9":3}'
    assert package().decode(document, key) == {colour.GREEN: 1, colour.RED: 2, 9: 3}
    assert package().decode(b'{"Blue":1}', key) == package().decode(b'{"1":1}', key) == {colour.BLUE: 1}


ANYTHING: list[tuple[Any, object]] = [
    (None, None), ("x", "x"), (True, True), (2**70, 2**70), (1.5, 1.5), (Decimal("1.50"), 1.5),
    ([1, {"a": None}], [1, {"a": None}]),
    (guid("00112233-4455-6677-8899-aabbccddeeff"), "00112233-4455-6677-8899-aabbccddeeff"),
    (dt.datetime(2020, 1, 2, 3), "2020-01-02T03:00:00"), (dt.date(2020, 1, 2), "2020-01-02"),
    (dt.time(1, 2), "01:02:00"),
    (dt.timedelta(1, 2), "1.00:00:02"), (b"\x01\x02", "AQI="), (schema.QName("a"), {"name": "a", "ns": ""}),
    (Typed("int16", 5), 5), (Typed("char", "x"), "x"), (Typed("uri", "http://x"), "http://x"),
    (Typed("any", None), {}),
    (Typed("str", None), None), (Typed("datetimeoffset", MOMENT), "2020-01-02T00:00:00+00:00"),
    (Typed("bool", True), True),
    (Typed("float32", 1), 1), (Typed("timedelta", dt.timedelta(1)), "1.00:00:00"), (Typed("bytes", b""), ""),
    (Typed("decimal", Decimal(1)), 1),
    (Typed("list[datetimeoffset | None]", [MOMENT, None]), ["2020-01-02T00:00:00+00:00", None]),
    (Typed("dict[int32, list[char]]", {1: ["a"]}), {"1": ["a"]}),
    (Typed("dict[str, any]", {"a": [b""]}), {"a": [""]}),
    (Typed("Access", 3), 3), (Typed("Names", ["a"]), ["a"]),
    (Typed("qname", schema.QName("a", "b")), {"name": "a", "ns": "b"}),
]  # fmt: skip


@pytest.mark.parametrize(("value", "written"), ANYTHING)
def test_anything_is_written_and_read_as_json(value: Any, written: object) -> None:
    document = package().encode(thing(anything=value))
    assert json.loads(document)["Anything"] == written
    assert package().decode(document, package().Thing).anything == written
    assert json.loads(package().encode(value, object)) == written


def test_objects_stand_where_anything_may() -> None:
    member = json.loads(package().encode(thing(anything=[thing("Special", extra="x")])))["Anything"][0]
    assert member == {"Extra": "x"} | json.loads(DOCUMENT)
    assert json.loads(package().encode(thing(anything=package().Colour.BLUE)))["Anything"] == 1


@pytest.mark.parametrize(
    "value",
    [XmlElement(schema.QName("a")), {1: 2}, float("nan"), Decimal("NaN"), object(),
    {"k": [Typed("int16", 99999)]}, Typed("str", 5),
     Typed("bool", 1), Typed("int32", True), Typed("any", "text"), Typed("list[str]", {}),
     Typed("dict[bytes, str]", [(b"", "")]),
     Typed("list[int16]", ["x"]), Typed("uuid", "x"), (1,), Typed("list[any]", [object()])],
)  # fmt: skip
def test_what_json_cannot_say_is_refused_by_name(value: Any) -> None:
    with pytest.raises(EncodeError) as refused:
        package().encode(thing(anything=value))
    assert [finding.path[:9] for finding in refused.value.findings] == ["/Anything"]


@pytest.mark.parametrize(
    ("facts", "path"),
    [
        ({"sign": "AB"}, "/Sign"), ({"sign": 65}, "/Sign"), ({"tag": "x"}, "/Tag"),
        ({"moment": dt.datetime(2020, 1, 1)}, "/Moment"),
        ({"moment": "x"}, "/Moment"), ({"access": "x"}, "/Access"), ({"access": 8}, "/Access"),
    ],
)  # fmt: skip
def test_members_that_hold_something_else_are_refused_by_name(facts: dict[str, Any], path: str) -> None:
    with pytest.raises(EncodeError) as refused:
        package().encode(thing(**facts))
    assert path in [finding.path for finding in refused.value.findings]


def test_known_types_are_written_where_their_base_is_declared() -> None:
    document = json.loads(package().encode(thing(next=thing("Special", extra="x"))))
    assert document["Next"] == {"Extra": "x"} | json.loads(DOCUMENT)
    with pytest.raises(EncodeError, match="/Next/Sign"):
        package().encode(thing(next=thing("Special", extra="x", sign="")))
    with pytest.raises(EncodeError, match="expected a Thing"):
        package().encode(thing("Special", extra="", next=package().Colour.RED), package().Special)


def test_an_object_that_holds_itself_is_refused() -> None:
    ring = thing()
    ring.next = thing(next=ring)
    with pytest.raises(EncodeError, match="/Next/Next: a Thing that holds itself"):
        package().encode(ring)


def test_dictionaries_without_a_json_form_are_refused() -> None:
    key = list[tuple[bytes, object]]
    with pytest.raises(EncodeError, match="keys are no texts; expected XML"):
        package().encode([(b"", 1)], key)
    value, findings = package().read(b'{"a":1}', key)
    assert value is None
    assert [finding.code for finding in findings] == ["no-json-form"]
