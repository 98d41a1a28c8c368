"""A contract made by hand with everything that only .NET's data contracts say."""

from __future__ import annotations

from typing import Any

from wiresmith.description import (
    BareType,
    Contract,
    DictType,
    EnumMember,
    EnumType,
    ListType,
    Member,
    Nullable,
    ObjectType,
    Operation,
    QName,
    Ref,
    Response,
    Scalar,
    Type,
    with_null,
)

NAMESPACE = "urn:things"
ARRAYS = "http://schemas.microsoft.com/2003/10/Serialization/Arrays"

NAMES = ListType(
    Nullable(Scalar("str")),
    root=QName("Root", NAMESPACE),
    item_name=QName("Name", NAMESPACE),
    contract=QName("Names", NAMESPACE),
    name="Names",
    known=(Ref("Colour"),),
    reference=True,
)
PAIRS = DictType(
    Scalar("bytes"),
    Nullable(Scalar("any")),
    root=QName("Pairs", NAMESPACE),
    entry_name=QName("Pair", NAMESPACE),
    key_name=QName("Key", NAMESPACE),
    value_name=QName("Value", NAMESPACE),
    pairs=True,
)


def _member(wire: str, type_: BareType, by: str, *, nullable: bool = False, **facts: Any) -> Member:
    return Member(
        wire=wire,
        attribute=wire.lower(),
        type=with_null(type_, nullable),
        declared_by=by,
        xml_name=QName(wire, NAMESPACE),
        **facts,
    )


def _enum(identity: str, *values: tuple[str, int], **facts: Any) -> EnumType:
    return EnumType(
        identity=identity,
        name=identity,
        base="int",
        values=tuple(EnumMember(wire=number, python=text.upper(), xml=text) for text, number in values),
        root=QName(identity, NAMESPACE),
        contract=QName(identity, NAMESPACE),
        **facts,
    )


def _object(
    identity: str, own: tuple[Member, ...], base: ObjectType | None = None, **facts: Any
) -> ObjectType:
    above = base.members if base else ()
    return ObjectType(
        identity=identity,
        name=identity,
        base=base.name if base else None,
        own=own,
        members=(*own, *above),
        xml_order=tuple(member.attribute for member in (*above, *own)),
        **{"root": QName(identity, NAMESPACE), **facts},
    )


def dotnet(*payloads: Type, pairs: bool = True) -> Contract:
    """The contract; ``payloads`` are returned by operations ``get_0``, ``get_1``, …; without ``pairs`` JSON
    can say all of it.
    """
    thing = _object(
        "Thing",
        (
            _member("Sign", Scalar("char"), "Thing"),
            _member("Tag", Scalar("qname"), "Thing", nullable=True),
            _member("Moment", Scalar("datetimeoffset"), "Thing"),
            _member("Anything", Scalar("any"), "Thing", nullable=True),
            _member("Access", Ref("Access"), "Thing"),
            _member("Colour", Ref("Colour"), "Thing"),
            _member("Count", Scalar("int"), "Thing", has_xml_initial=True, xml_initial=5),
            _member("Names", NAMES, "Thing", xml_get_only=True, has_xml_initial=True, xml_initial=("a", "b")),
            _member("Next", Ref("Thing"), "Thing", nullable=True),
            *((_member("Pairs", PAIRS, "Thing", nullable=True),) if pairs else ()),
        ),
        root=QName("Root", NAMESPACE),
        contract=QName("Thing", NAMESPACE),
        known=(Ref("Special"), NAMES),
        reference=True,
    )
    special = _object(
        "Special",
        (_member("Extra", Scalar("str"), "Special"),),
        thing,
        value_type=True,
        extensible=True,
        typed=("extra",),
    )
    return Contract(
        api="dotnet",
        dialect="datacontract",
        has_xml=True,
        floats="core",
        preserve_references=True,
        known=(NAMES, Scalar("str")),
        types={
            "Thing": thing,
            "Special": special,
            "Access": _enum("Access", ("Read", 1), ("Write", 2), flags=True, closed=True),
            "Colour": _enum("Colour", ("Red", 0), ("Green", 1), ("Blue", 1)),
        },
        operations=tuple(
            Operation(
                name=f"get_{number}",
                python=f"get_{number}",
                method="GET",
                path="/",
                responses=(Response(status="200", type=use, media=("application/xml",)),),
            )
            for number, use in enumerate(payloads)
        ),
    )
