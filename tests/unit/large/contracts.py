"""APIs of many operations, made up."""

from __future__ import annotations

from typing import Any

from wiresmith.description import (
    Body,
    Contract,
    EnumMember,
    EnumType,
    ListType,
    Member,
    Nullable,
    ObjectType,
    Operation,
    Parameter,
    QName,
    Ref,
    Response,
    Scalar,
    Type,
)
from wiresmith.description.schema import Declared

MEDIA = ("application/json", "application/xml")
STR, INT, FLOAT = Scalar("str", root=QName("str")), Scalar("int", root=QName("int")), Scalar("float64")


def _object(name: str, /, **types: Type) -> ObjectType:
    members = tuple(
        Member(wire=wire, attribute=wire, type=type_, xml_name=QName(wire), declared_by=name)
        for wire, type_ in types.items()
    )
    return ObjectType(
        name=name,
        own=members,
        members=members,
        xml_order=tuple(types),
        root=QName(name),
    )


def large(operations: int, api: str = "large") -> Contract:
    """An API of so many operations: each has four types of its own, and all share three."""
    types: dict[str, Declared] = {}
    made: list[Operation[Any]] = []
    for shared in (
        EnumType(name="State", values=(EnumMember(wire="open", python="OPEN"),), root=QName("State")),
        _object("Money", amount=INT, currency=STR),
        _object("Page", next=Nullable(STR), state=Ref("State")),
    ):
        types[shared.name] = shared
    for number in range(operations):
        detail = _object(f"Detail{number}", weight=FLOAT, price=Ref("Money"), note=Nullable(STR))
        item = _object(f"Item{number}", id=STR, count=INT, detail=Ref(detail.name))
        items = ListType(Ref(item.name), root=QName(f"ArrayOfItem{number}"), item_name=QName(f"Item{number}"))
        answer = _object(f"Answer{number}", items=items, page=Ref("Page"), total=INT)
        order = _object(f"Order{number}", name=STR, count=INT, state=Ref("State"))
        types |= {each.name: each for each in (detail, item, answer, order)}
        made.append(
            Operation(
                name=f"find_{number}",
                python=f"find_{number}",
                method="POST",
                path=f"/things/{{id}}/{number}",
                parameters=(
                    Parameter(place="path", wire="id", name="id", type=STR, required=True),
                    Parameter(place="query", wire="limit", name="limit", type=INT, required=False),
                ),
                body=Body(type=Ref(order.name), media=MEDIA),
                responses=(
                    Response(status="200", type=Ref(answer.name), media=MEDIA),
                    Response(status="404", type=items, media=MEDIA),
                ),
            )
        )
    return Contract(
        api=api,
        title=f"An API of {operations} operations",
        base_url="https://things.example",
        has_xml=True,
        types=types,
        operations=tuple(made),
    )
