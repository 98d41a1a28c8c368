"""The search for the type of a name, whatever reads or writes it."""

from __future__ import annotations

from typing import Any

from tests.unit.runtime.xml.shapes import INT, N, member, object_type, schema_of
from wiresmith.description import ListType, Ref
from wiresmith.plan.contracts import Contracts, contracts_of
from wiresmith.plan.known_types import KnownTypes
from wiresmith.values.qnames import QName

NEAR = QName("Near", N)


def contracts(**known: Any) -> Contracts:
    schema = schema_of(
        object_type("Holder", member("A", INT), known=(Ref("Near"),)),
        object_type("Near", member("A", INT), known=(Ref("Far"),)),
        object_type("Far", member("A", INT)),
        object_type("Plain", member("A", INT)),
        **known,
    )
    return contracts_of(schema)


def test_what_a_type_knows_is_known_inside_it_with_what_that_knows() -> None:
    made = contracts()
    known = KnownTypes(made.api_known, made.of(Ref("Plain")))
    assert known.find(NEAR) is None
    assert known.enter(made.of(Ref("Holder")))
    assert known.find(NEAR) is made.of(Ref("Near"))
    assert known.find(QName("Far", N)) is made.of(Ref("Far"))
    known.leave()
    assert known.find(NEAR) is None


def test_a_type_that_knows_nothing_has_not_to_be_left() -> None:
    made = contracts()
    assert not KnownTypes(made.api_known, made.of(Ref("Plain"))).enter(made.of(Ref("Plain")))


def test_the_declared_type_counts_with_what_it_knows() -> None:
    made = contracts()
    known = KnownTypes(made.api_known, made.of(Ref("Plain")))
    assert known.find(NEAR, made.of(Ref("Holder"))) is made.of(Ref("Near"))
    assert known.find(QName("Holder", N), made.of(Ref("Holder"))) is made.of(Ref("Holder"))


def test_the_root_and_its_items_are_known() -> None:
    made = contracts()
    root = made.of(
        ListType(ListType(Ref("Plain"), item_name=QName("Plain", N)), item_name=QName("Plains", N))
    )
    assert KnownTypes(made.api_known, root).find(QName("Plain", N)) is made.of(Ref("Plain"))


def test_looking_names_up_in_depth_costs_once_for_each_level() -> None:
    made = contracts()
    asked: list[QName] = []

    class Counted(dict[QName, Any]):
        def get(self, key: QName, default: Any = None) -> Any:
            asked.append(key)
            return super().get(key, default)

    known = KnownTypes(made.api_known, made.of(Ref("Plain")))
    holder = made.of(Ref("Holder"))
    holder.__dict__["known"] = Counted(holder.known)
    for _ in range(500):
        known.enter(holder)
        assert known.find(QName("Plain", "urn:none")) is None
        assert known.find(QName("Plain", "urn:none")) is None
    assert len(asked) == 500
