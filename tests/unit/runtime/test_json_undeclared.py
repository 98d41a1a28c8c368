from __future__ import annotations

import json
import math
import re
from collections.abc import Callable
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from wiresmith.description import QName, Scalar, Schema
from wiresmith.runtime import EncodeError, Limits, Undeclared, XmlElement
from wiresmith.runtime.json.encoder import ENCODER
from wiresmith.runtime.json.json_reader import read_json
from wiresmith.runtime.json.undeclared_members import encodable, restored, with_undeclared
from wiresmith.runtime.undeclared import dropping

MEMBERS = [("A", "a", 1), ("B", "b", None), ("C", "c", msgspec.UNSET), ("D", "d", "x")]
ANY = Scalar(kind="any")
EMPTY = Schema(api="x", types={})


def names(undeclared: Undeclared) -> list[str]:
    result = restored(MEMBERS, undeclared)
    assert isinstance(result, dict)
    return list(result)


def test_unknown_members_stand_where_they_were_and_absent_ones_do_not() -> None:
    unknown = ((0, "x", 1), (1, "y", 2), (1, "z", 3), (9, "last", 4))
    assert names(Undeclared(unknown_json=unknown)) == ["x", "A", "y", "z", "B", "D", "last"]
    assert names(Undeclared(unknown_json=unknown, absent=frozenset({"b"}))) == [
        "x",
        "A",
        "y",
        "z",
        "D",
        "last",
    ]


def test_an_absent_member_that_was_set_since_is_written() -> None:
    assert names(Undeclared(absent=frozenset({"a", "b"}))) == ["A", "D"]


class Wire(msgspec.Struct, rename={"a": "A", "b": "B"}):
    a: int
    b: int | msgspec.UnsetType = msgspec.UNSET


def test_a_struct_is_taken_apart_by_its_names() -> None:
    result = with_undeclared(Wire(a=1), Undeclared(unknown_json=((0, "x", [1.0]),)))
    assert ENCODER.encode(result) == b'{"x":[1.0],"A":1}'


@pytest.mark.parametrize("unknown", [((0, "A", 1),), ((0, "C", 1),), ((0, "x", 1), (1, "x", 2))])
def test_a_name_stands_once(unknown: Any) -> None:
    with pytest.raises(EncodeError, match="each name once"):
        restored(MEMBERS, Undeclared(unknown_json=unknown))


def test_what_is_unknown_from_xml_is_refused_unless_dropped() -> None:
    undeclared = Undeclared(unknown_xml=((0, XmlElement(QName("extra", "urn:x"))),), absent=frozenset({"b"}))
    with pytest.raises(EncodeError, match='"extra" was read from XML'):
        restored(MEMBERS, undeclared)
    token = dropping.set(True)
    try:
        assert names(undeclared) == ["A", "D"]
    finally:
        dropping.reset(token)


@pytest.mark.parametrize(
    "document",
    [
        b"[-0,1e3,1.50,1E+20,1e400,123456789012345678901234567890,1e20,0.00001,true,null]",
        b'["\\ud800","\\udfffx\\"\\u0001",{"\\udc00":["\\udc00"],"a":1}]',
        b'{"a":{"b":[{}]}}',
    ],
)
def test_every_value_goes_out_as_it_came(document: bytes) -> None:
    value, findings = read_json(document, EMPTY, ANY, Limits())
    assert not findings
    assert ENCODER.encode(encodable(value)) == document


def test_a_name_with_a_lone_surrogate() -> None:
    result = restored(MEMBERS, Undeclared(unknown_json=((1, "\ud800", "\ud801"),)))
    assert ENCODER.encode(result) == b'{"A":1,"\\ud800":"\\ud801","B":null,"D":"x"}'


json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(codec=None)),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(st.characters(codec=None)), inner),
)


def has_split_pair(value: Any) -> bool:
    """Whether a text holds both halves of a surrogate pair, which JSON text would join."""
    if isinstance(value, list):
        return any(map(has_split_pair, value))
    if isinstance(value, dict):
        return has_split_pair([*value.keys(), *value.values()])
    return isinstance(value, str) and re.search("[\ud800-\udbff][\udc00-\udfff]", value) is not None


@given(json_values)
def test_encoding_then_reading_is_the_identity(value: Any) -> None:
    if has_split_pair(value):
        with pytest.raises(EncodeError, match="a surrogate pair in two characters"):
            encodable(value)
        return
    document = ENCODER.encode(encodable(value))
    assert read_json(document, EMPTY, ANY, Limits()) == (value, [])
    assert json.loads(document) == value


def test_what_json_cannot_say_is_refused_with_its_place() -> None:
    itself: list[Any] = []
    itself.append(itself)
    for value, path in (
        ({"a": [math.nan]}, "/x/a/0"), ([-math.inf], "/x/0"), ({"a/b": {1: 2}}, "/x/a~1b"),
        (["\ud83d\ude00"], "/x/0"),
        ([object()], "/x/0"), ([b""], "/x/0"),
    ):  # fmt: skip
        with pytest.raises(EncodeError) as caught:
            encodable(value, "/x")
        assert [finding.path for finding in caught.value.findings] == [path]
    with pytest.raises(EncodeError, match="nests deeper"):
        encodable(itself)


@pytest.mark.parametrize("outer", [lambda inner: [inner], lambda inner: {"a": inner}])
def test_values_nest_three_hundred_deep(outer: Callable[[Any], Any]) -> None:
    value: Any = 1
    for _ in range(300):
        value = outer(value)
    assert encodable(value) == value
    with pytest.raises(EncodeError, match="nests deeper than 300"):
        encodable(outer(value))
