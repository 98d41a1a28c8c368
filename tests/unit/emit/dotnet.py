"""A contract made by hand with everything that only .NET's data contracts say."""

from __future__ import annotations

from typing import Any

from wiresmith.contract.model import (
    Contract,
    DictType,
    EnumMember,
    EnumType,
    ListType,
    Member,
    NamedType,
    ObjectType,
    Operation,
    Payload,
    QName,
    Response,
    ScalarType,
    Type,
    TypeUse,
)

NAMESPACE = "urn:things"
ARRAYS = "http://schemas.microsoft.com/2003/10/Serialization/Arrays"

NAMES = ListType(
    TypeUse(ScalarType("str"), nullable=True),
    xml_root=QName("Root", NAMESPACE),
    xml_item=QName("Name", NAMESPACE),
    xml_contract=QName("Names", NAMESPACE),
    name="Names",
    known_types=(NamedType("Colour"),),
    reference=True,
)
PAIRS = DictType(
    TypeUse(ScalarType("bytes")),
    TypeUse(ScalarType("any"), nullable=True),
    xml_root=QName("Pairs", NAMESPACE),
    xml_entry=QName("Pair", NAMESPACE),
    xml_key=QName("Key", NAMESPACE),
    xml_value=QName("Value", NAMESPACE),
    pairs=True,
)


def _member(wire: str, type_: Type, by: str, *, nullable: bool = False, **facts: Any) -> Member:
    return Member(
        wire=wire,
        python=wire.lower(),
        use=TypeUse(type_, nullable),
        declared_by=by,
        xml_name=QName(wire, NAMESPACE),
        **facts,
    )


def _enum(identity: str, *values: tuple[str, int], **facts: Any) -> EnumType:
    return EnumType(
        identity=identity,
        python=identity,
        base="int",
        values=tuple(EnumMember(wire=number, python=text.upper(), xml=text) for text, number in values),
        xml_root=QName(identity, NAMESPACE),
        xml_contract=QName(identity, NAMESPACE),
        **facts,
    )


def _object(
    identity: str, own: tuple[Member, ...], base: ObjectType | None = None, **facts: Any
) -> ObjectType:
    above = base.members if base else ()
    return ObjectType(
        identity=identity,
        python=identity,
        base=base.identity if base else None,
        own=own,
        members=(*own, *above),
        xml_members=(*above, *own),
        **{"xml_root": QName(identity, NAMESPACE), "xml_contract": QName(identity, NAMESPACE), **facts},
    )


def dotnet(*payloads: TypeUse, pairs: bool = True) -> Contract:
    """The contract; ``payloads`` are returned by operations ``get_0``, ``get_1``, …; without ``pairs`` JSON can say all of it."""
    thing = _object(
        "Thing",
        (
            _member("Sign", ScalarType("char"), "Thing"),
            _member("Tag", ScalarType("qname"), "Thing", nullable=True),
            _member("Moment", ScalarType("datetimeoffset"), "Thing"),
            _member("Anything", ScalarType("any"), "Thing", nullable=True),
            _member("Access", NamedType("Access"), "Thing"),
            _member("Colour", NamedType("Colour"), "Thing"),
            _member("Count", ScalarType("int"), "Thing", has_xml_initial=True, xml_initial=5),
            _member("Names", NAMES, "Thing", xml_get_only=True, has_xml_initial=True, xml_initial=("a", "b")),
            _member("Next", NamedType("Thing"), "Thing", nullable=True),
            *((_member("Pairs", PAIRS, "Thing", nullable=True),) if pairs else ()),
        ),
        xml_root=QName("Root", NAMESPACE),
        known_types=(NamedType("Special"), NAMES),
        reference=True,
    )
    special = _object(
        "Special",
        (_member("Extra", ScalarType("str"), "Special"),),
        thing,
        value_type=True,
        extensible=True,
        xml_typed=("extra",),
    )
    return Contract(
        api="dotnet",
        dialect="datacontract",
        has_xml=True,
        floats="core",
        preserve_references=True,
        known_types=(NAMES, ScalarType("str")),
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
                method="get",
                path="/",
                responses=(
                    Response(status="200", payload=Payload(use=use, media=(("application/xml", "xml"),))),
                ),
            )
            for number, use in enumerate(payloads)
        ),
    )
