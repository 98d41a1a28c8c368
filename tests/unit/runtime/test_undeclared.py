from __future__ import annotations

import dataclasses
import pickle

import pytest

from wiresmith.runtime import Undeclared, XmlElement
from wiresmith.runtime.schema import QName


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
