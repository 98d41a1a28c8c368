from __future__ import annotations

import dataclasses
import datetime as dt
import json
import sys
import time
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum, IntEnum, StrEnum
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wiresmith.description import (
    DictType,
    EnumType,
    ListType,
    Member,
    Nullable,
    ObjectType,
    Ref,
    Scalar,
    Schema,
    Type,
    named,
)
from wiresmith.runtime import (
    ABSENT,
    Absent,
    DateTime,
    Duration,
    LexicalDecimal,
    LexicalFloat,
    LexicalInt,
    Limits,
    Undeclared,
)
from wiresmith.runtime.json import json_reader as reader
from wiresmith.runtime.json.json_reader import read_json
from wiresmith.runtime.report import LONGEST_PATHS
from wiresmith.values.numbers import number_text


class Order(StrEnum):
    ASC = "asc"
    DESC = "desc"


class Level(IntEnum):
    LOW = 0
    HIGH = 5


class Closed(Enum):
    YES = "yes"


@dataclass(slots=True, kw_only=True)
class Node:
    name: str
    note: str | Absent | None = ABSENT
    count: int | None = None
    child: Node | Absent | None = ABSENT
    _undeclared: Undeclared | None = field(default=None, repr=False)


STR = Scalar(kind="str")
INT = Scalar(kind="int")
SCHEMA = Schema(
    api="x",
    types=named(
        ObjectType(
            name="Node",
            cls=Node,
            members=(
                Member(wire="name", attribute="name", type=STR),
                Member(wire="note", attribute="note", type=Nullable(STR), optional=True),
                Member(wire="Count", attribute="count", type=Nullable(INT), absent_as_null=True),
                Member(wire="child", attribute="child", type=Nullable(Ref("Node")), optional=True),
            ),
        ),
        EnumType(name="Order", cls=Order),
        EnumType(name="Level", cls=Level, base="int"),
        EnumType(name="Closed", cls=Closed, closed=True),
    ),
)
NODE = Ref("Node")
ANY = Scalar(kind="any")
TYPES: list[Type] = [
    NODE,
    ListType(Nullable(NODE)),
    DictType(Scalar(kind="int32"), Ref("Order")),
    DictType(Ref("Level"), ListType(ANY)),
    ListType(Ref("Closed")),
    ANY,
]


def read(document: str | bytes, type_: Type, limits: Limits | None = None, schema: Schema = SCHEMA) -> Any:
    data = document.encode("utf-8", "surrogatepass") if isinstance(document, str) else document
    return read_json(data, schema, type_, limits or Limits())


def value(document: str, type_: Type) -> Any:
    found, findings = read(document, type_)
    assert findings == []
    return found


def told(document: str | bytes, type_: Type, limits: Limits | None = None) -> list[tuple[str, str, str]]:
    """What is said of a document: severity, code and path of each finding."""
    found, findings = read(document, type_, limits)
    if any(finding.severity == "error" for finding in findings):
        assert found is None
    assert all(finding.message for finding in findings)
    return [(finding.severity, finding.code, finding.path) for finding in findings]


def test_a_clean_document_is_the_value_that_straight_line_code_makes() -> None:
    document = '\ufeff {"child": {"name": "b", "Count": null}, "note": null, "Count": 5, "name": "a"}\n'
    expected = Node(name="a", note=None, count=5, child=Node(name="b"))
    found = value(document, NODE)
    assert found == expected
    assert found._undeclared is None
    assert value("null", Nullable(NODE)) is None
    assert value('[null, {"name": "", "Count": 1}]', ListType(Nullable(NODE))) == [
        None,
        Node(name="", count=1),
    ]


@pytest.mark.parametrize(
    ("kind", "document", "expected"),
    [
        ("str", '"a\\u00e9\\ud800"', "aé\ud800"), ("bool", "true", True),
        ("int", "12345678901234567890", 12345678901234567890),
        ("int8", "-128", -128), ("number", "5", 5), ("number", "5.0", 5.0), ("float64", "5.5", 5.5),
        ("float32", "0.1", 0.1),
        ("decimal", "1.50", Decimal("1.50")), ("decimal", "1", Decimal(1)),
        ("datetime", '"2014-11-06T15:38:36.6853105+00:00"',
        DateTime(2014, 11, 6, 15, 38, 36, 685310, dt.UTC)),
        ("date", '"2014-11-06"', dt.date(2014, 11, 6)), ("timedelta", '"PT1S"', Duration(seconds=1)),
        ("bytes", '"AQL9"', b"\x01\x02\xfd"),
        ("uuid", '"{6F9619FF-8B86-D011-B42D-00CF4FC964FF}"', "{6F9619FF-8B86-D011-B42D-00CF4FC964FF}"),
        ("any", '{"a": [1, null, "x"]}', {"a": [1, None, "x"]}),
    ],
)  # fmt: skip
def test_scalars(kind: str, document: str, expected: object) -> None:
    found = value(document, Scalar(kind=kind))
    assert found == expected
    assert type(found) is type(expected)


@pytest.mark.parametrize(
    ("kind", "text", "type_"),
    [
        ("number", "-0", LexicalInt), ("number", "1e3", LexicalFloat), ("number", "1.50", LexicalFloat),
        ("any", "1E+20", LexicalFloat),
        ("int", "-0", LexicalInt), ("float64", "5", LexicalFloat), ("decimal", "1e3", LexicalDecimal),
        ("number", "1e400", LexicalFloat),
        ("float64", "12345678901234567890123", LexicalFloat), ("decimal", "0.0000000", LexicalDecimal),
    ],
)  # fmt: skip
def test_numbers_keep_their_spelling(kind: str, text: str, type_: type) -> None:
    found: Any = value(text, Scalar(kind=kind))
    assert type(found) is type_
    assert number_text(found) == text  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("kind", "document", "code"),
    [
        ("str", "5", "wrong-type"), ("str", "null", "null"), ("bool", "1", "wrong-type"),
        ("bool", '"true"', "wrong-type"),
        ("int", "1.0", "wrong-type"), ("int", "1e3", "wrong-type"), ("int", "true", "wrong-type"),
        ("int", '"5"', "wrong-type"),
        ("int8", "128", "out-of-bounds"), ("uint64", "18446744073709551616", "out-of-bounds"),
        ("number", '"5"', "wrong-type"),
        ("float64", "1e400", "out-of-bounds"), ("float32", "1e39", "out-of-bounds"),
        ("float64", "1" + "0" * 400, "out-of-bounds"),
        ("float64", '"NaN"', "wrong-type"), ("float64", "NaN", "not-json"),
        ("number", "-Infinity", "not-json"), ("any", "NaN", "not-json"),
        ("decimal", '"1.5"', "wrong-type"), ("decimal", "1e99999999999999999999", "wrong-value"),
        ("datetime", '"2014-11-06"', "wrong-value"), ("datetime", "5", "wrong-type"),
        ("uuid", '"x"', "wrong-value"),
        ("bytes", '"A"', "wrong-value"), ("timedelta", '"00:00:01"', "wrong-value"),
        ("any", "9" * 5000, "wrong-type"),
        ("int", "9" * 1_000_000, "wrong-type"), ("number", "1." + "0" * 1_000_000, "wrong-type"),
        ("str", "[]", "wrong-type"),
    ],
)  # fmt: skip
def test_wrong_scalars(kind: str, document: str, code: str) -> None:
    assert told(document, Scalar(kind=kind)) == [("error", code, "")]


def test_durations_follow_the_dialect() -> None:
    schema = dataclasses.replace(SCHEMA, dialect="datacontract")
    assert read('"1.02:03:04"', Scalar(kind="timedelta"), schema=schema) == (dt.timedelta(1, 7384), [])


def test_unknown_members_are_kept_with_their_place_and_absences_noted() -> None:
    document = '{"x": -0, "name": "a", "y": [1.50], "note": "n", "count": 1, "a/b~": {}}'
    found, findings = read(document, NODE)
    assert [(f.severity, f.code, f.path) for f in findings] == [
        ("warning", "unknown-member", "/x"),
        ("warning", "unknown-member", "/y"),
        ("warning", "unknown-member", "/count"),
        ("warning", "unknown-member", "/a~1b~0"),
        ("warning", "absent-member", ""),
    ]
    assert '"Count"' in findings[2].expected
    assert found == Node(
        name="a",
        note="n",
        _undeclared=Undeclared(
            unknown_json=((0, "x", 0), (1, "y", [1.5]), (2, "count", 1), (2, "a/b~", {})),
            absent=frozenset({"count"}),
        ),
    )
    assert type(found._undeclared.unknown_json[0][2]) is LexicalInt
    assert found.child is ABSENT


def test_all_errors_are_found_in_one_reading() -> None:
    document = (
        '[{"name": 5, "Count": "x", "child": {"note": 1}}, null, 7, {"name": "a", "name": "b", "Count": 1}]'
    )
    assert told(document, ListType(NODE)) == [
        ("error", "wrong-type", "/0/name"),
        ("error", "wrong-type", "/0/Count"),
        ("error", "wrong-type", "/0/child/note"),
        ("error", "missing-member", "/0/child"),
        ("warning", "absent-member", "/0/child"),
        ("error", "null", "/1"),
        ("error", "wrong-type", "/2"),
        ("error", "duplicate-member", "/3/name"),
    ]


def test_enums() -> None:
    assert value('["asc", "desc"]', ListType(Ref("Order"))) == [Order.ASC, Order.DESC]
    assert value("[0, 5]", ListType(Ref("Level"))) == [Level.LOW, Level.HIGH]
    assert type(value("5", Ref("Level"))) is Level
    found, findings = read('["new", "asc"]', ListType(Ref("Order")))
    assert (found, [type(item) for item in found]) == (["new", Order.ASC], [str, Order])
    assert [(f.severity, f.code, f.path) for f in findings] == [("warning", "unknown-enum-value", "/0")]
    assert told("[7, -0]", ListType(Ref("Level"))) == [
        ("warning", "unknown-enum-value", "/0"),
        ("warning", "unknown-enum-value", "/1"),
    ]
    assert told('["no", 1, null, true]', ListType(Ref("Closed"))) == [
        ("error", "unknown-enum-value", "/0"), ("error", "wrong-type", "/1"), ("error", "null", "/2"),
        ("error", "wrong-type", "/3"),
    ]  # fmt: skip
    assert told("[true, 1.0]", ListType(Ref("Level"))) == [
        ("error", "wrong-type", "/0"),
        ("error", "wrong-type", "/1"),
    ]


def test_dictionaries() -> None:
    assert value('{"1": "asc", "-2": "desc"}', TYPES[2]) == {1: Order.ASC, -2: Order.DESC}
    assert value('{"5": [1]}', TYPES[3]) == {Level.HIGH: [1]}
    keys = DictType(Scalar(kind="datetime"), INT)
    assert value('{"2014-11-06T00:00:00Z": 1}', keys) == {dt.datetime(2014, 11, 6, tzinfo=dt.UTC): 1}
    assert told('{"x": "asc", "3000000000": "asc", "1": 1}', TYPES[2]) == [
        ("error", "wrong-value", "/x"), ("error", "wrong-value", "/3000000000"),
        ("error", "wrong-type", "/1"),
    ]  # fmt: skip
    assert told('{"2014-11-06T00:00:00Z": 1, "2014-11-06T00:00:00+00:00": 2}', keys) == [
        ("error", "duplicate-key", "/2014-11-06T00:00:00+00:00")
    ]
    assert told('{"a": 1, "a": 2}', DictType(STR, INT)) == [("error", "duplicate-member", "/a")]
    assert told('{"x": [], "7": []}', TYPES[3]) == [
        ("error", "wrong-value", "/x"),
        ("warning", "unknown-enum-value", "/7"),
    ]
    assert told('{"abc": 1}', DictType(Scalar(kind="str", max_length=2), INT)) == [
        ("error", "out-of-bounds", "/abc")
    ]


def test_lengths_of_containers() -> None:
    assert told("[1]", ListType(INT, min_length=2)) == [("error", "out-of-bounds", "")]
    assert told("[1, 2]", ListType(INT, max_length=1)) == [("error", "out-of-bounds", "")]
    assert told('{"a": 1}', DictType(STR, INT, min_length=2)) == [("error", "out-of-bounds", "")]


def test_constraints() -> None:
    assert told("[1, 0]", ListType(Scalar(kind="int", ge=1))) == [("error", "out-of-bounds", "/1")]


@pytest.mark.parametrize(
    ("document", "code", "line", "column"),
    [
        (b"", "empty", 1, 1), (b" \n ", "empty", 2, 2), (b'{"a": 1', "not-json", 1, 8),
        (b'{"a":\n 1,}', "not-json", 2, 4),
        (b'["\xc3\xa9", x]', "not-json", 1, 7), (b"[1] 2", "not-json", 1, 5),
        (b'"\xff"', "wrong-encoding", 1, 2),
        (b'"\xc3\xa9\xc3', "wrong-encoding", 1, 3), ("[1]".encode("utf-16"), "wrong-encoding", 1, 1),
        (b'"a\nb"', "not-json", 1, 3),
        ("[1]".encode("utf-32-le"), "wrong-encoding", 1, 1), (b"[01]", "not-json", 1, 3),
        (b"[1,]", "not-json", 1, 4),
        (b"{'a': 1}", "not-json", 1, 2), (b"[.5]", "not-json", 1, 2), (b"/* */ 1", "not-json", 1, 1),
        (b'"\xed\xa0\x80"', "wrong-encoding", 1, 2),
    ],
)  # fmt: skip
def test_what_is_not_json_is_said_with_its_place(document: bytes, code: str, line: int, column: int) -> None:
    found, [finding] = read(document, ANY)
    assert (found, finding.severity, finding.code, finding.line) == (None, "error", code, line)
    if sys.version_info < (3, 13) or b",]" not in document:  # later versions point at the comma
        assert finding.column == column


@pytest.mark.parametrize("type_", TYPES)
@pytest.mark.parametrize("opening", ["[", '{"child":', '{"x":', '[{"child":', '{"5":['])
def test_endless_nesting_ends_clean_and_fast(type_: Type, opening: str) -> None:
    start = time.process_time()
    assert told(opening * 100_000, type_)[0][:2] == ("error", "too-deep")
    assert time.process_time() - start < 2


def test_depth_is_limited_wherever_it_is() -> None:
    nested = "[" * 20 + "]" * 20
    limits = Limits(depth=20)
    assert read(nested, ANY, limits)[1] == []
    assert told(f"[{nested}]", ANY, limits) == [("error", "too-deep", "/0" * 20)]
    assert told(f'{{"name": "", "Count": 1, "x": {nested}}}', NODE, limits)[-1] == (
        "error",
        "too-deep",
        "/x" + "/0" * 19,
    )
    child = '{"name": "", "Count": 1, "child": null}'
    for _ in range(19):
        child = child.replace("null", '{"name": "", "Count": 1, "child": null}')
    assert read(child, NODE, limits)[1] == []
    deeper = child.replace("null", '{"name": "", "Count": 1, "child": null}')
    assert told(deeper, NODE, limits) == [("error", "too-deep", "/child" * 20)]
    deep_list: Type = INT
    for _ in range(21):
        deep_list = ListType(deep_list)
    assert told("[" * 21 + "]" * 21, deep_list, limits) == [("error", "too-deep", "/0" * 20)]


def test_a_greater_depth_than_python_allows_is_refused_too() -> None:
    child = '{"name":"","Count":1,"child":'
    document = child * 900 + "null" + "}" * 900
    found, findings = read(document, NODE, Limits(depth=100_000))
    if found is None:  # a later Python may manage it
        assert findings[-1].code == "too-deep"


def test_size_text_and_item_limits() -> None:
    assert told("[1, 2]", ANY, Limits(bytes=5)) == [("error", "too-large", "")]
    assert told('["abcdef"]', ANY, Limits(text=5)) == [("error", "text-too-long", "")]
    assert told('{"abcdef": 1}', ANY, Limits(text=5)) == [("error", "text-too-long", "")]
    assert told('["abcde"]', ANY, Limits(text=5)) == []
    assert told("[1, [2, 3]]", ANY, Limits(items=4)) == [("error", "too-many-items", "")]
    assert told('[1, [2, {"a": ",,,,,"}]]', ANY, Limits(items=6)) == []


def test_findings_are_bounded_but_no_error_is_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "MOST_FINDINGS", 3)
    document = '["a", "b", "c", "d", "e"]'
    found, findings = read(document, ListType(Ref("Order")))
    assert found == ["a", "b", "c", "d", "e"]
    assert [(f.severity, f.code, f.message) for f in findings[3:]] == [
        ("warning", "more-findings", "2 more warnings")
    ]
    assert told('["a", "b", "c", "d", 4]', ListType(Ref("Order")))[3:] == [
        ("error", "wrong-type", "/4"),
        ("warning", "more-findings", ""),
    ]
    assert told("[1, 2, 3, 4]", ListType(Ref("Order")))[3:] == [("error", "more-findings", "")]


def test_long_names_do_not_multiply() -> None:
    document = '{"' + "x" * 1_000_000 + '": [' + "0," * 5_000 + "0]}"
    _, findings = read(document, DictType(STR, ListType(STR)))
    assert sum(len(finding.path) for finding in findings) < 2 * LONGEST_PATHS
    assert (findings[-1].severity, findings[-1].code) == ("error", "more-findings")


def test_quoted_payload_text_is_bounded_and_escaped() -> None:
    _, [finding] = read(json.dumps("\u202e" + "x" * 100_000), INT)
    assert len(finding.message) < 100
    assert "\u202e" not in str(finding)


def test_what_is_no_utf_8_is_told_from_a_document_that_ends_too_early() -> None:
    messages = [read(document, ANY)[1][0].message for document in (b'"\xc3', b'"\xc3"', b'"\xff"')]
    assert messages == [
        "the document ends within a character",
        "byte 0xC3, which is not UTF-8",
        "byte 0xFF, which is not UTF-8",
    ]


@pytest.mark.parametrize("number", ["1" * 4300, "1." + "5" * 4298])
def test_a_number_has_4300_characters(number: str) -> None:
    assert number_text(value(number, ANY)) == number
    (finding,) = read(number + "1", ANY)[1]
    assert "a number of 4301 characters" in finding.message


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.sampled_from(["asc", "yes", 5]),
    lambda inner: st.lists(inner) | st.dictionaries(st.text() | st.sampled_from(["name", "note", "Count",
    "child", "5"]), inner),
)  # fmt: skip


@given(json_values, st.sampled_from(TYPES))
def test_any_json_is_read_or_refused(document: Any, type_: Type) -> None:
    found, findings = read(json.dumps(document), type_)
    errors = [finding for finding in findings if finding.severity == "error"]
    assert not errors or found is None
    assert errors or found is not None or document is None


@given(
    st.binary() | st.text().map(lambda text: text.encode("utf-8", "surrogatepass")), st.sampled_from(TYPES)
)
def test_random_bytes_never_raise(data: bytes, type_: Type) -> None:
    read_json(data, SCHEMA, type_, Limits())


@given(st.data())
def test_mutated_documents_never_raise(data: st.DataObject) -> None:
    document = bytearray(
        b'[{"name": "a\\u00e9\xc3\xa9", "note": null, "Count": -12.5e+3, "child": {"name": "", "Count": '
        b"1}}, true]"
    )
    for _ in range(data.draw(st.integers(1, 5))):
        place = data.draw(st.integers(0, len(document) - 1))
        document[place : place + data.draw(st.integers(0, 3))] = data.draw(
            st.binary(max_size=3) | st.sampled_from([b'"', b"{", b"]", b","])
        )
        document = document or bytearray(b"0")
    for type_ in TYPES:
        _, findings = read_json(bytes(document), SCHEMA, type_, Limits())
        assert all(str(finding) for finding in findings)
