"""What .NET's data contracts say besides names and members arrives in the emitted schema and classes."""

from __future__ import annotations

import copy
import datetime
import pickle
import typing
from dataclasses import replace
from functools import cache
from typing import Any

from tests.unit.emit.dotnet import NAMES, NAMESPACE, PAIRS, dotnet
from tests.unit.emit.test_operations import run
from wiresmith import description as schema
from wiresmith.check.loading import load
from wiresmith.description import Nullable, Ref, Scalar, Type
from wiresmith.runtime import QName


@cache
def models() -> Any:
    return run(dotnet(), "models.py")


def table(*payloads: Type) -> schema.Schema:
    made: schema.Schema = run(replace(dotnet(*payloads), api="dotnet_table"), "_schema.py").SCHEMA
    return made


def test_contracts_known_types_and_kinds_of_classes() -> None:
    schema_ = table()
    thing, special = schema_.types["Thing"], schema_.types["Special"]
    assert isinstance(thing, schema.ObjectType)
    assert isinstance(special, schema.ObjectType)
    assert (thing.root, thing.contract) == (schema.QName("Root", NAMESPACE), schema.QName("Thing", NAMESPACE))
    assert (special.root, special.contract) == (schema.QName("Special", NAMESPACE),) * 2
    assert (thing.base, special.base) == (None, "Thing")
    assert thing.known[0] == schema.Ref("Special")
    assert (thing.reference, thing.value_type, thing.extensible, thing.typed) == (True, False, False, ())
    assert (special.reference, special.value_type, special.extensible) == (False, True, True)
    assert special.typed == ("extra",)


def test_what_holds_for_the_whole_api() -> None:
    schema_ = table()
    names = schema.ListType(
        schema.Nullable(schema.Scalar(kind="str")),
        root=schema.QName("Root", NAMESPACE),
        item_name=schema.QName("Name", NAMESPACE),
        contract=schema.QName("Names", NAMESPACE),
        name="Names",
        known=(schema.Ref("Colour"),),
        reference=True,
    )
    assert (schema_.floats, schema_.preserve_references) == ("core", True)
    assert schema_.known == (names, schema.Scalar(kind="str"))
    thing = schema_.types["Thing"]
    assert isinstance(thing, schema.ObjectType)
    members = {member.attribute: member for member in thing.members}
    assert members["names"].type == thing.known[1] == names
    assert (members["names"].xml_get_only, members["names"].xml_initial) == (True, ("a", "b"))
    assert (members["count"].xml_get_only, members["count"].xml_initial) == (False, 5)


def test_enums_with_numbers_aliases_and_flags() -> None:
    schema_ = table()
    access, colour = schema_.types["Access"], schema_.types["Colour"]
    assert isinstance(access, schema.EnumType)
    assert isinstance(colour, schema.EnumType)
    assert (access.flags, access.closed, colour.flags) == (True, True, False)
    assert access.xml_values == (("Read", 1), ("Write", 2))
    assert colour.xml_values == (("Red", 0), ("Green", 1), ("Blue", 1))
    cls = models().Colour
    assert cls["BLUE"] is cls["GREEN"]
    assert cls(1).name == "GREEN"


def test_annotations() -> None:
    hints = typing.get_type_hints(models().Thing)
    access = models().Access
    assert hints["sign"] is str
    assert hints["tag"] == QName | None
    assert hints["moment"] is datetime.datetime
    assert hints["anything"] is object
    assert hints["access"] == access | int
    assert hints["pairs"] == list[tuple[bytes, object]] | None
    assert hints["names"] == list[str | None]


def test_any_type_may_be_a_document() -> None:
    contract = dotnet(
        Nullable(Scalar("any")),
        Scalar("qname"),
        Scalar("char"),
        Ref("Access"),
        PAIRS,
        NAMES,
        Nullable(Scalar("datetimeoffset")),
    )
    made: Any = load(replace(contract, api="dotnet_documents"))
    documents, access = made._package.documents, made.Access
    assert documents[object] == schema.Nullable(schema.Scalar(kind="any"))
    assert documents[QName] == schema.Scalar(kind="qname")
    assert documents[str] == schema.Scalar(kind="char")
    assert documents[access | int] == schema.Ref("Access")
    assert documents[datetime.datetime] == schema.Nullable(schema.Scalar(kind="datetimeoffset"))
    pairs = documents[list[tuple[bytes, object]]]
    assert isinstance(pairs, schema.DictType)
    assert pairs.pairs
    assert isinstance(documents[list[str | None]], schema.ListType)


def things(last: object = None, *, length: int = 3) -> Any:
    """A ring of things."""
    cls = models().Thing
    made = [
        cls(sign="x", moment=None, access=1, colour=1, count=number, names=[]) for number in range(length)
    ]
    for here, there in zip(made, [*made[1:], made[0]], strict=True):
        here.next = there
    made[-1].anything = last
    return made[0]


def test_objects_that_hold_themselves_are_compared_and_shown() -> None:
    assert things() == things()
    assert things("a") != things("b")
    assert things() != things(length=4)
    assert repr(things()).count("...") == 1
    assert pickle.loads(pickle.dumps(things())) == things() == copy.deepcopy(things())


def test_deep_and_shared_objects_are_compared_in_linear_time() -> None:
    def chain(last: object) -> Any:
        value: object = last
        for _ in range(3000):
            value = [{"held": things(value, length=1)}]
        return value

    def shared() -> Any:
        value: object = None
        for _ in range(60):
            value = things((value, value), length=1)
        return value

    # A failure must not make pytest show these values.
    assert (chain(1)[0]["held"] == chain(1)[0]["held"]) is True
    assert (chain(1)[0]["held"] == chain(2)[0]["held"]) is False
    assert (shared() == shared()) is True
