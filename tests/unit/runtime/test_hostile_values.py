"""Values that type checkers let through and no document may hold as they are: written right, or refused with
the member's name, and always soon.
"""

from __future__ import annotations

import datetime
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Any

import pytest

from wiresmith.check.loading import load
from wiresmith.contract.resolve import load_api
from wiresmith.runtime import EncodeError, Finding, QName

SPEC = """\
wiresmith: 1
api: hostile
formats: [json, xml]
xml: {dialect: datacontract, clr_namespace: H}
undocumented: [base_url, auth]
types:
  Count: {enum: {one: 1, two: 2}}
  Rights: {enum: {R: 1, W: 2}, flags: true}
  Word: {enum: [one, two]}
"""
KINDS = [
    "str",
    "uri",
    "uuid",
    "char",
    "int",
    "int64",
    "number",
    "float32",
    "float64",
    "decimal",
    "date",
    "time",
    "datetime",
    "datetimeoffset",
    "timedelta",
    "bytes",
    "qname",
    "any",
    "bool",
    "Count",
    "Rights",
    "Word",
]


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Any:
    members = "".join(f"  Has{kind.title()}: {{fields: {{v: {kind}}}}}\n" for kind in KINDS)
    return _package(tmp_path_factory, SPEC + members)


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Any:
    spec = "wiresmith: 1\napi: hostile\nundocumented: [base_url, auth]\n"
    return _package(tmp_path_factory, f"{spec}types:\n  T: {{fields: {{v: any}}}}\n")


def _package(tmp_path_factory: pytest.TempPathFactory, spec: str) -> Any:
    folder = tmp_path_factory.mktemp("specs") / "hostile"
    folder.mkdir()
    (folder / "api.yaml").write_text(spec, "utf-8")
    return load(load_api(folder))


if TYPE_CHECKING:

    class Lying: ...

else:

    class Lying:
        """What is said by all methods that make texts."""

        def __str__(self) -> str:
            return "<evil/>"

        __repr__ = isoformat = __str__
        isprintable = __str__
        text = "<evil/>"

        def __format__(self, spec: str) -> str:
            return "<evil/>"

        def __contains__(self, part: object) -> bool:
            return False

        def replace(self, *_: object) -> str:
            return "<evil/>"

        def __int__(self) -> int:
            return 666

        def __float__(self) -> float:
            return 666.0

        def encode(self, *_: object) -> bytes:
            return b"<evil/>"


class Text(Lying, str): ...


class Int(Lying, int): ...


class Float(Lying, float): ...


class Precise(Lying, Decimal): ...


class Date(Lying, datetime.date): ...


class Moment(Lying, datetime.datetime): ...


class Clock(Lying, datetime.time): ...


class Status(StrEnum):
    BAD = "<a&b>"

    def __str__(self) -> str:
        return "<evil/>"


GUID = "6f9619ff-8b86-d011-b42d-00cf4fc964ff"
SUBCLASSES = [
    ("str", Text("a<b"), "a<b"), ("str", Status.BAD, "<a&b>"), ("uri", Text("http://a/x"), "http://a/x"),
    ("uuid", Text(GUID), GUID), ("char", Text("<"), "<"), ("Word", Text("three<"), "three<"),
    ("int", Int(5), 5), ("int64", Int(5), 5), ("number", Int(5), 5), ("number", Float(1.5), 1.5),
    ("float32", Float(1.5), 1.5), ("float64", Float(1.5), 1.5), ("float64", Int(5), 5),
    ("decimal", Precise("1.5"), Decimal("1.5")), ("date", Date(2024, 1, 2), datetime.date(2024, 1, 2)),
    ("datetime", Moment(2024, 1, 2), datetime.datetime(2024, 1, 2)),
    ("time", Clock(1, 2), datetime.time(1, 2)),
    ("qname", QName(Text("a"), Text("urn:x")), QName("a", "urn:x")),
    ("any", Text("a<b"), "a<b"), ("any", Int(5), 5), ("any", Float(1.5), 1.5),
    ("any", {"a": Text("<")}, None),
]  # fmt: skip


@pytest.mark.parametrize("format", ["json", "xml"])
@pytest.mark.parametrize(("kind", "value", "plainly"), SUBCLASSES)
def test_a_value_says_what_it_is_and_not_what_its_methods_say(
    hostile: Any, kind: str, value: Any, plainly: Any, format: Any
) -> None:
    cls = getattr(hostile, f"Has{kind.title()}")
    findings: tuple[Finding, ...] = ()
    document = b""
    try:
        document = hostile.encode(cls(v=value), format=format)
    except EncodeError as error:
        findings = error.findings
    if findings:
        assert kind == "any", findings
        assert findings[0].path.endswith("/v"), findings
        return
    assert b"evil" not in document
    assert b"666" not in document
    read = hostile.decode(document, cls, format=format)
    if plainly is not None:
        assert read.v == plainly


REFUSED = [
    ("Count", True, "json xml"), ("Rights", False, "json xml"), ("float64", 10**400, "json xml"),
    ("float32", 10**39, "json xml"), ("date", datetime.time(1, 2), "json xml"),
    ("date", datetime.datetime(2024, 1, 2), "json xml"), ("char", b"q", "json xml"),
    ("qname", QName("a:b", "urn:x"), "xml"), ("qname", QName("a:b", ""), "xml"),
    ("qname", QName(" a", "urn:x"), "xml"), ("number", float("inf"), "json"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "value", "formats"), REFUSED)
def test_what_no_reader_would_take_is_refused_with_its_place(
    hostile: Any, kind: str, value: Any, formats: str
) -> None:
    cls = getattr(hostile, f"Has{kind.title()}")
    for format in formats.split():
        with pytest.raises(EncodeError) as caught:
            hostile.encode(cls(v=value), format=format)
        assert [finding.path.rpartition("/")[2] for finding in caught.value.findings] == ["v"]


def _cyclic() -> list[Any]:
    one: list[Any] = []
    one.append(one)
    two: dict[str, Any] = {}
    two["a"] = two
    three: list[Any] = []
    three += [three] * 1000
    return [one, two, three, [1, {"a": three}]]


def _shared() -> list[Any]:
    deep: Any = []
    named: Any = {}
    for _ in range(40):
        deep = [deep, deep]
        named = {"a": named, "b": named}
    wide: Any = 1
    for _ in range(4):
        wide = [wide] * 1000
    return [deep, named, wide]


@pytest.mark.parametrize("value", [*_cyclic(), *_shared()])
def test_an_endless_value_of_any_type_is_refused_soon(hostile: Any, plain: Any, value: Any) -> None:
    for package, format in ((plain, "json"), (hostile, "json"), (hostile, "xml")):
        cls = plain.T if package is plain else hostile.HasAny
        with pytest.raises(EncodeError) as caught:
            package.encode(cls(v=value), format=format)
        assert "/v" in caught.value.findings[0].path


def test_what_is_shared_without_end_is_written_as_often(plain: Any) -> None:
    shared = ["a", {"b": 1}]
    value = plain.T(v=[shared] * 5000)
    assert plain.decode(plain.encode(value), plain.T) == value


def test_numbers_that_no_float_comes_near_to_are_written_as_they_came(plain: Any) -> None:
    for document in (b'{"v":1e400}', b'{"v":[-1e400,{"a":1E+999}]}'):
        assert plain.encode(plain.decode(document, plain.T)) == document
