"""What a format cannot say is refused, never written otherwise; the refusal names the member."""

from __future__ import annotations

import datetime
import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from operator import setitem
from typing import Any

import pytest

from tests.golden.documented import DocumentedSample, Format, made_up_samples, package, samples
from tests.golden.json_document import escaped
from tests.golden.texts import WIDTHS
from wiresmith.description import (
    Contract,
    DictType,
    EnumType,
    ListType,
    ObjectType,
    QName,
    Ref,
    Scalar,
    Type,
    bare,
    is_nullable,
)
from wiresmith.runtime import ABSENT, EncodeError, Undeclared, WriterOptions, XmlElement

BOTH: tuple[Format, ...] = ("json", "xml")
RIGHT = {
    "str": str, "uri": str, "uuid": str, "bool": bool, "decimal": Decimal, "datetime": datetime.datetime,
    "date": datetime.date, "time": datetime.time, "timedelta": datetime.timedelta, "bytes": bytes,
    "number": (int, float), "float32": (int, float), "float64": (int, float), "char": str, "qname": QName,
    "datetimeoffset": datetime.datetime,
}  # fmt: skip
WRONG = ["text", 1, 1.5, True, None, Decimal(1), b"bytes", [], {}, object(), datetime.datetime(2014, 11, 6)]


@dataclass(frozen=True)
class Slot:
    """A place in a value: how to put something else there, and what the refusal calls it in each format."""

    use: Type
    value: Any
    put: Callable[[Any], None]
    paths: dict[Format, str]
    optional: bool = False


def slots(contract: Contract, use: Type, value: Any, json: str = "", xml: str = "/*") -> Iterator[Slot]:
    """Every place below a value."""
    type_ = bare(use)
    if isinstance(type_, ListType) and value:
        for index, item in enumerate(value):
            paths: dict[Format, str] = {"json": f"{json}/{index}", "xml": f"{xml}/*[{index + 1}]"}
            yield Slot(type_.item, item, partial(setitem, value, index), paths)
            yield from slots(contract, type_.item, item, paths["json"], paths["xml"])
    elif isinstance(type_, DictType) and value:
        for index, (key, item) in enumerate(value.items()):
            name = str(getattr(key, "value", key))
            paths = {"json": f"{json}/{escaped(name)}", "xml": f"{xml}/*[{index + 1}]"}
            yield Slot(type_.value, item, partial(setitem, value, key), paths)
            yield from slots(contract, type_.value, item, paths["json"], paths["xml"])
    elif isinstance(type_, Ref) and isinstance(declared := contract.types[type_.name], ObjectType) and value:
        for member in declared.members:
            item = getattr(value, member.attribute)
            local = member.xml_name.local if member.xml_name else ""
            paths = {"json": f"{json}/{escaped(member.wire)}", "xml": f"{xml}/{local}"}
            put = partial(setattr, value, member.attribute)
            yield Slot(member.type, item, put, paths, member.optional)
            yield from slots(contract, member.type, item, paths["json"], paths["xml"])


def wrong_values(contract: Contract, slot: Slot) -> list[Any]:
    """Values that cannot stand in a place, whatever the format."""
    type_ = bare(slot.use)
    if isinstance(type_, Scalar) and type_.kind == "any":
        json_only = [b"bytes", Decimal(1)] if not contract.rules.any_says_its_type else [(1,)]
        return [object(), {1, 2}, *json_only]
    right: Any = ()
    if isinstance(type_, Scalar):
        right = RIGHT.get(type_.kind, int)
    elif isinstance(type_, ListType | DictType):
        right = list if isinstance(type_, ListType) else dict
    elif isinstance(declared := contract.types[type_.name], EnumType) and not declared.closed:
        right = str if declared.base == "str" else int
    found = [
        wrong
        for wrong in WRONG
        if not isinstance(wrong, right) and (wrong is not None or not is_nullable(slot.use))
    ]
    if isinstance(type_, Scalar):
        if right not in (bool, str):
            found.append(True)
        if type_.kind == "date":
            found.append(datetime.datetime(2014, 11, 6))
        if type_.kind == "uuid":
            found.append("no GUID")
        if type_.kind == "char":
            found += ["", "AB", "\U0001f600"]
        if type_.kind == "datetimeoffset":
            found.append(datetime.datetime(2014, 11, 6))
        if type_.kind in WIDTHS:
            found += [WIDTHS[type_.kind][0] - 1, WIDTHS[type_.kind][1] + 1]
        if type_.kind == "decimal":
            found += [Decimal("NaN"), Decimal("-Infinity")]
    if not slot.optional:
        found.append(ABSENT)
    return found


def said(sample: DocumentedSample, value: Any, format: Format) -> list[str] | None:
    """The paths that a refusal names; None if the value is written."""
    try:
        sample.package.encode(value, sample.as_, format=format, strict="everything")
    except EncodeError as error:
        findings = error.findings
    else:
        return None
    assert all(finding.expected and finding.message for finding in findings)
    assert all(finding.severity == "error" for finding in findings)
    return [finding.path for finding in findings]


def refused_everywhere(
    sample: DocumentedSample, format: Format, wrong: Callable[[Slot], list[Any]]
) -> tuple[int, list[str]]:
    """Put wrong values into every place, one at a time; how many, and what was not refused as it
    has to be.
    """
    value = sample.decode(sample.data)
    complaints: list[str] = []
    count = 0
    for slot in slots(sample.contract, sample.use, value):
        for new in wrong(slot):
            slot.put(new)
            count += 1
            paths = said(sample, value, format)
            # A wrong part of a free JSON value has a place of its own, within the member.
            if paths is None or len(paths) != 1 or not f"{paths[0]}/".startswith(f"{slot.paths[format]}/"):
                complaints.append(f"{new!r} in {slot.paths[format]} ({bare(slot.use)}): {paths}")
        slot.put(slot.value)
    assert said(sample, value, format) is None
    return count, complaints


def formats_of(sample: DocumentedSample) -> tuple[Format, ...]:
    return BOTH if sample.contract.has_xml else ("json",)


CASES = [
    pytest.param(sample, format, id=f"{sample}-{format}")
    for sample in (*samples(), *made_up_samples())
    if sample.format == "json"
    for format in formats_of(sample)
]


@pytest.mark.parametrize(("sample", "format"), CASES)
def test_wrong_type_and_width(sample: DocumentedSample, format: Format) -> None:
    count, complaints = refused_everywhere(sample, format, lambda slot: wrong_values(sample.contract, slot))
    assert not complaints, f"{len(complaints)} of {count}:\n" + "\n".join(complaints[:8])


def _not_in_json(slot: Slot) -> list[Any]:
    type_ = bare(slot.use)
    kind = type_.kind if isinstance(type_, Scalar) else ""
    return [math.nan, math.inf, -math.inf] if kind in ("number", "float32", "float64", "any") else []


def _not_in_xml(slot: Slot) -> list[Any]:
    type_ = bare(slot.use)
    bad = isinstance(type_, Scalar) and type_.kind == "str" and type_.pattern is None
    return ["\ud800"] if bad else []


@pytest.mark.parametrize(("sample", "format"), CASES)
def test_what_one_format_cannot_say(sample: DocumentedSample, format: Format) -> None:
    count, complaints = refused_everywhere(sample, format, _not_in_json if format == "json" else _not_in_xml)
    assert not complaints, f"{len(complaints)} of {count}:\n" + "\n".join(complaints[:8])


def test_bounds() -> None:
    kitchen = package("kitchen")
    bounded = kitchen.Bounded(
        code="ab12",
        codes=["AB1", "A1"],
        score=101,
        ratio=1.0,
        price=Decimal("-1"),
        short="",
        few=[],
        small=None,
        packed=b"",
    )
    names = ["code", "codes/1", "score", "ratio", "price", "short", "few", "packed"]
    with pytest.raises(EncodeError) as refused:
        kitchen.encode(bounded)
    assert sorted(finding.path for finding in refused.value.findings) == sorted(f"/{name}" for name in names)
    with pytest.raises(EncodeError) as refused:
        kitchen.encode(bounded, format="xml")
    wanted = [f"/*/{name}".replace("codes/1", "codes/*[2]") for name in names]
    assert sorted(finding.path for finding in refused.value.findings) == sorted(wanted)


@pytest.mark.parametrize("format", BOTH)
def test_member_that_was_never_set(format: Format) -> None:
    kitchen = package("kitchen")
    leaf = object.__new__(kitchen.Leaf)
    leaf._undeclared = None
    leaf.label = "x"
    with pytest.raises(EncodeError) as refused:
        kitchen.encode(leaf, format=format)
    assert [finding.path for finding in refused.value.findings] == ["/id" if format == "json" else "/*/id"]


@pytest.mark.parametrize("format", BOTH)
def test_object_of_another_class(format: Format) -> None:
    kitchen = package("kitchen")
    derived = kitchen.Derived(
        alpha=1, zeta=None, beta=None, leaf=kitchen.Tree(name=None, children=None, parent=None)
    )
    with pytest.raises(EncodeError) as refused:
        kitchen.encode(derived, format=format)
    assert [finding.path for finding in refused.value.findings] == [
        "/leaf" if format == "json" else "/*/leaf"
    ]


@pytest.mark.parametrize("format", BOTH)
def test_value_that_holds_itself(format: Format) -> None:
    kitchen = package("kitchen")
    tree = kitchen.Tree(name="a", children=[], parent=None)
    tree.children.append(tree)
    with pytest.raises(EncodeError) as refused:
        kitchen.encode(tree, format=format)
    assert [finding.code for finding in refused.value.findings] == ["holds-itself"]


ELEMENT = XmlElement(QName("extra", "http://schemas.datacontract.org/2004/07/AS.Models.API"), (), ("1",))


@pytest.mark.parametrize("nested", [False, True])
@pytest.mark.parametrize(
    ("undeclared", "other"),
    [(Undeclared(unknown_xml=((0, ELEMENT),)), "json"), (Undeclared(unknown_json=((0, "extra", 1),)), "xml")],
    ids=["from XML", "from JSON"],
)
def test_undeclared_of_the_other_format(undeclared: Undeclared, other: Format, *, nested: bool) -> None:
    asavie = package("asavie")
    sample = next(sample for sample in samples() if sample.package is asavie)
    plain = sample.decode(sample.data)
    value = sample.decode(sample.data)
    (value.data if nested else value)._undeclared = undeclared
    with pytest.raises(EncodeError) as refused:
        asavie.encode(value, format=other)
    root = "" if other == "json" else "/*"
    (finding,) = refused.value.findings
    assert (finding.code, finding.path) == ("other-format", f"{root}/Data" if nested else root)
    assert "extra" in finding.message
    assert "drop_undeclared" in finding.expected

    assert asavie.encode(value, format=other, drop_undeclared=True) == asavie.encode(plain, format=other)
    own: Format = "xml" if other == "json" else "json"
    assert b"extra" in asavie.encode(value, format=own)
    assert asavie.decode(asavie.encode(value, format=own), asavie.PBPRReturnOfBatch) == value


def test_absences_are_of_both_formats() -> None:
    """A member that one format left out is left out in the other."""
    asavie = package("asavie")
    (json_sample, xml_sample) = [sample for sample in samples() if sample.package is asavie]
    without = json_sample.data.replace(b'    "AppTag": "sample string 2",\n', b"")
    value = json_sample.decode(without)
    written = asavie.encode(value, format="xml", options=WriterOptions(indent=2))
    assert written == xml_sample.data.replace(b"    <AppTag>sample string 2</AppTag>\n", b"")
    assert xml_sample.decode(written) == value


def test_everything_that_is_wrong_is_named() -> None:
    kitchen = package("kitchen")
    leaves = [
        kitchen.Leaf(id=2**31, label=None),
        kitchen.Leaf(id=1, label=5),
        kitchen.Leaf(id="1", label="x"),
    ]
    value = kitchen.PairOfLeafInt32(first=None, second=None, firsts=leaves)
    with pytest.raises(EncodeError) as refused:
        kitchen.encode(value)
    assert [finding.path for finding in refused.value.findings] == [
        "/second",
        "/firsts/0/id",
        "/firsts/1/label",
        "/firsts/2/id",
    ]


@pytest.mark.parametrize("document", [b'{"\\ud800":1}', b'[{"a":[{"b\\udc00":"\\udc00"}]}]'])
def test_name_that_only_an_escape_can_write(document: bytes) -> None:
    """A member name with half a character: in a value of any type it goes out as it came, like one that is
    not declared.
    """
    pantry = package("pantry")
    assert pantry.encode(pantry.decode(document, pantry.anything), pantry.anything) == document
    unknown = b'{"id":1,"unknown":' + document + b"}"
    assert pantry.encode(pantry.decode(unknown, pantry.Leaf)) == unknown


def test_key_that_only_an_escape_can_write() -> None:
    """A dictionary's key either goes out as it came or is named."""
    pantry = package("pantry")
    document = b'{"a":null,"\\ud800":null}'
    value = pantry.decode(document, pantry.dict_of_lists)
    try:
        written = pantry.encode(value, pantry.dict_of_lists)
    except EncodeError as error:
        paths = [finding.path for finding in error.findings]
    else:
        paths = []
        assert written == document
    assert paths in ([], ["/\ud800"])
