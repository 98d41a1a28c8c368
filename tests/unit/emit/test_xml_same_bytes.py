"""The emitted writers and the exact one give the same bytes for every value that both write."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.property.known_types import Scope
from tests.property.scalars import SCALARS
from tests.property.values import Values, alike
from tests.unit.emit.workshop import HEAD, REFUSALS, Made, made
from wiresmith.description import DictType, EnumType, Ref, Scalar, Type, bare
from wiresmith.runtime import EncodeError, QName, Undeclared, XmlElement
from wiresmith.runtime.unusual import Unusual

pytestmark = pytest.mark.slow

TYPES = """
  Flags: {enum: {High: 8, AB: 3, A: 1, B: 2}, flags: true}
  Shade: {enum: {Red: 0, Green: {value: 1, xml: {name: "rot & <"}}, Blue: 1}}
  Size: {xml: {value_type: true, namespace: "urn:s"}, fields: {Width: int32, Unit: str | None}}
  Base:
    xml: {namespace: "urn:b", known_types: [Bolt, Nut]}
    fields: {X: {type: int32, xml: {emit_default: false}}, Next: Base | None, Sizes: "list[Size]"}
  Bolt:
    extends: Base
    xml: {namespace: "urn:d"}
    fields: {Thread: char, Extra: any, x2: {type: int32, xml: {name: X}}}
  Nut: {extends: Base, fields: {Made: datetimeoffset, Price: decimal | None}}
  Parts: {type: "list[Base | None]", xml: {name: Parts, namespace: "urn:l", item_name: It}}
  Shelf:
    fields:
      Sizes: "dict[str, Size | None]"
      Counted: "dict[Shade, list[int32]]"
      Flags: Flags
      Shades: "list[Shade | None]"
      Moment: datetimeoffset | None
      Moments: "list[datetimeoffset | None]"
      Plain: Size
      Where: uri | None
      Letter: char
      Letters: "list[char | None]"
      Ratio: {type: float64, xml: {emit_default: false}}
      Single: float32
      Valid: {type: bool, xml: {emit_default: false}}
      Note: {type: str | None, xml: {emit_default: false}}
  Crate:
    fields:
      Parts: Parts | None
      Named: "dict[str, Base]"
      Counted: "dict[Shade, list[int32]]"
      Pairs: "dict[Size, Parts | None]"
      Flags: Flags
      Shades: "list[Shade | None]"
      Moments: "list[datetimeoffset | None]"
      Any: any
      Size: Size | None
      Plain: {type: Size, xml: {emit_default: false}}
      Data: bytes
      Gap: {type: timedelta, xml: {emit_default: false}}
      Id: {type: uuid, xml: {emit_default: false}}
      Where: uri | None
"""


class Stock(Values):
    """Values of what only data contracts have, besides those of all APIs; objects may be of known other
    classes.
    """

    def _of_type(self, use: Type, scope: Scope, depth: int) -> Any:
        match bare(use):
            case Scalar(kind="any"):
                return st.none() | _objects(self)
            case Scalar(kind="char"):
                return st.characters(max_codepoint=0xFFFF, categories=["L", "Cs", "Cc"])
            case Scalar(kind="datetimeoffset"):
                zones = st.integers(-840, 840).map(lambda minutes: dt.timezone(dt.timedelta(minutes=minutes)))
                return st.datetimes(dt.datetime(1, 1, 3), dt.datetime(9999, 12, 29), timezones=zones)
            case Scalar(kind="uri"):
                return st.sampled_from(["http://Example.org", "urn:x", "a b", "http://x/a?b=c#d"])
            case DictType(pairs=True, key=key, value=value):
                pair = st.tuples(self._of(key, scope, depth), self._of(value, scope, depth))
                return st.lists(pair, max_size=2)
            case Ref(name="Base"):
                known = [self.contract.types[name] for name in ("Bolt", "Nut")]
                others = (self._object(each, scope, depth) for each in known)  # type: ignore[arg-type]
                return st.one_of(super()._of_type(use, scope, depth), *others)
            case _:
                return super()._of_type(use, scope, depth)

    def _enum(self, declared: EnumType) -> Any:
        return (
            st.integers(0, 16)
            if declared.flags
            else st.sampled_from(list(getattr(self.package, declared.name)))
        )


def _objects(values: Stock) -> Any:
    plain = (
        SCALARS[kind]("xml") for kind in ("str", "bool", "int64", "float64", "decimal", "timedelta", "bytes")
    )
    typed = values.of(Ref("Nut"))
    return st.one_of(*plain, typed)


@pytest.fixture(scope="module", params=["framework", "core"])
def api(request: pytest.FixtureRequest) -> Made:
    return made(TYPES, HEAD.replace('"urn:w"', f'"urn:w", floats: {request.param}'))


def test_what_both_write_is_the_same(api: Made) -> None:
    straight = 0
    values = Stock(api.contract, api.package, "xml").of(Ref("Crate"))

    @settings(max_examples=100)
    @given(values)
    def check(value: Any) -> None:
        nonlocal straight
        try:
            written = api.fast(value)
        except (Unusual, *REFUSALS):
            return  # the exact writer's, which writes it or says why it cannot be written
        assert api.exact(value) == written
        straight += 1

    check()
    assert straight > 10


def test_what_both_read_is_the_same(api: Made) -> None:
    read = 0
    values = Stock(api.contract, api.package, "xml", undeclared=False).of(Ref("Shelf"))

    # The same values every time: how many of them are usual ones is not to hang on chance.
    @settings(max_examples=300)
    @given(values)
    def check(value: Any) -> None:
        nonlocal read
        try:
            document = api.exact(value)
            value = api.read(document, api.Shelf)
        except (Unusual, EncodeError):
            return
        exact, findings = api.exactly(document, api.Shelf)
        assert not findings
        assert alike(value, exact)
        read += 1

    check()
    assert read > 10


def test_what_the_description_does_not_know_is_the_exact_writers(api: Made) -> None:
    value = api.Size(
        width=1, unit=None, _undeclared=Undeclared(unknown_xml=((0, XmlElement(QName("x", "urn:s"))),))
    )
    assert "<x />" in api.elsewhere(value)


WRONG: dict[str, list[Any]] = {
    "flags": [16, -1, "A", None],
    "shades": [[2], [None, "Red"], "Red"],
    "moments": [[dt.datetime(2020, 1, 1)], [1]],
    "named": [{1: None}, [1], {"a": 1}],
    "pairs": [{}, [(1, None)], [(None,)], [1]],
    "size": [1],
    "data": ["AA=="],
    "gap": [1],
    "parts": [[1], {}],
}


@pytest.mark.parametrize(
    ("name", "value"), [(name, value) for name, found in WRONG.items() for value in found]
)
def test_what_the_emitted_code_refuses_the_exact_writer_refuses_too(api: Made, name: str, value: Any) -> None:
    right: dict[str, Any] = {
        "parts": None, "named": {}, "counted": {}, "pairs": [], "flags": 1, "shades": [], "moments": [],
        "any": None,
        "size": None, "plain": api.Size(width=1, unit=None), "data": b"", "gap": dt.timedelta(1),
        "where": None,
        "id": "6f9619ff-8b86-d011-b42d-00cf4fc964ff",
    }  # fmt: skip
    assert api.fast(api.Crate(**right)) == api.exact(api.Crate(**right))
    with pytest.raises(EncodeError):
        api.elsewhere(api.Crate(**{**right, name: value}))


def test_decimals_are_written_alike() -> None:
    api = made('  T: {fields: {D: "list[decimal]"}}')
    value = api.T(d=[Decimal("1.50"), Decimal("0.00"), Decimal("1E+3"), Decimal("-0")])
    assert api.fast(value) == api.exact(value)
