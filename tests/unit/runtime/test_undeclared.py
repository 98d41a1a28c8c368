from __future__ import annotations

import copy
import dataclasses
import pickle
import typing
from collections.abc import Callable

import pytest

from wiresmith.description import QName
from wiresmith.runtime import Undeclared, XmlElement


def test_a_record_is_compared_by_value_pickled_and_frozen() -> None:
    record = Undeclared(
        unknown_json=((0, "a", [1, {"b": None}]),),
        unknown_xml=(
            (1, XmlElement(QName("a", "urn:x"), ((QName("b"), "c"),), ("text", XmlElement(QName("d"))))),
        ),
        absent=frozenset({"x", "y"}),
    )
    assert pickle.loads(pickle.dumps(record)) == record
    assert record != dataclasses.replace(record, absent=frozenset({"x"}))
    assert record != dataclasses.replace(record, unknown_json=((1, "a", [1, {"b": None}]),))
    with pytest.raises(dataclasses.FrozenInstanceError):
        record.absent = frozenset()  # type: ignore[misc]


def test_records_behave_as_frozen_dataclasses() -> None:
    record = Undeclared(absent=frozenset({"x"}))
    assert repr(record) == "Undeclared(unknown_json=(), unknown_xml=(), absent=frozenset({'x'}))"
    assert dataclasses.asdict(record) == {"unknown_json": (), "unknown_xml": (), "absent": {"x"}}
    assert hash(record) == hash(Undeclared(absent=frozenset({"x"})))
    assert copy.copy(record) == copy.deepcopy(record) == record
    assert not hasattr(record, "__dict__")
    with pytest.raises(dataclasses.FrozenInstanceError):
        del record.absent
    element = XmlElement(QName("a"), content=("b",))
    assert element != XmlElement(QName("a"))
    assert (element.name, element.attributes, element.content) == (QName("a"), (), ("b",))
    assert XmlElement(QName("a"), (), ("b",)) == element
    assert typing.get_type_hints(Undeclared)["absent"] == frozenset[str]


# For calls that type checkers refuse, too.
ELEMENT: typing.Any = XmlElement
UNDECLARED: typing.Any = Undeclared


@pytest.mark.parametrize(
    "make",
    [
        lambda: ELEMENT(),
        lambda: ELEMENT(QName("a"), (), (), ()),
        lambda: ELEMENT(QName("a"), name=QName("b")),
        lambda: ELEMENT(QName("a"), text=""),
        lambda: UNDECLARED(()),
    ],
)
def test_records_take_their_fields_only(make: Callable[[], object]) -> None:
    with pytest.raises(TypeError, match=r"__init__\(\)"):
        make()
