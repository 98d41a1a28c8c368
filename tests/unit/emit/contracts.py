"""Contracts made by hand, with every kind of type, member, parameter and response in them."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any, Literal

from wiresmith.contract.model import (
    Auth,
    BodyPath,
    Constraints,
    Contract,
    DictType,
    EnumMember,
    EnumType,
    Envelope,
    HeaderPath,
    ListType,
    Member,
    NamedType,
    ObjectType,
    Operation,
    Paging,
    Parameter,
    Payload,
    Provenance,
    QName,
    Response,
    Sample,
    ScalarType,
    TypeUse,
    Wait,
)

Text = Callable[[str], str]
"""Gives the text of a place (``member.doc``), so that a test can put its own in all of them."""

JSON: tuple[tuple[str, Literal["json", "xml"]], ...] = (("application/json", "json"),)
NAMESPACE = "http://schemas.datacontract.org/2004/07/Some.Models"
ARRAYS = "http://schemas.microsoft.com/2003/10/Serialization/Arrays"


def benign(place: str) -> str:
    """A harmless text for a place."""
    texts = {
        "namespace": NAMESPACE,
        "pattern": "^[a-z]+$",
        "operation.path": "/v1/batches/{batchId}",
        "base_url": "https://api.example.com/v1",
    }
    return texts.get(place, place.replace(".", " ").replace("_", " ").capitalize())


def scalar(kind: Any, **constraints: Any) -> ScalarType:
    """A scalar, narrowed or not."""
    return ScalarType(kind, Constraints(**constraints))


def member(wire: str, use: TypeUse, declared_by: str, python: str = "", **facts: Any) -> Member:
    """A member whose field and XML element are called like it, if nothing else is said."""
    defaults: dict[str, Any] = {"xml_name": QName(python or wire, NAMESPACE)}
    return Member(
        wire=wire, python=python or wire.lower(), use=use, declared_by=declared_by, **{**defaults, **facts}
    )


def rich(text: Text = benign) -> Contract:
    """One API with everything in it: all scalars, inheritance, recursion, generics, enums of both kinds, XML, paging."""
    namespace = text("namespace")
    named = scalar("str", min_length=20, max_length=37, pattern=text("pattern"))
    strings = DictType(
        TypeUse(ScalarType("str")),
        TypeUse(ScalarType("str"), nullable=True),
        xml_root=QName("ArrayOfKeyValueOfstringstring", ARRAYS),
        xml_entry=QName("KeyValueOfstringstring", ARRAYS),
        xml_key=QName("Key", ARRAYS),
        xml_value=QName("Value", ARRAYS),
    )
    envelope = (
        member("Success", TypeUse(ScalarType("bool")), "Envelope", doc=text("member.doc")),
        member(
            "Meta",
            TypeUse(strings, nullable=True),
            "Envelope",
            absent_as_null=True,
            xml_name=QName("Meta", namespace),
            xml_order=1,
            xml_emit_default=False,
        ),
    )
    kinds = (
        "str", "int", "int32", "uint64", "number", "float32", "float64", "decimal", "datetime", "date", "time",
        "timedelta", "uuid", "uri", "bytes", "any",
    )  # fmt: skip
    batch = (
        member(text("member.wire"), TypeUse(named), "Batch", python="id", doc=text("member.doc 2")),
        *(member(f"{kind}_value", TypeUse(scalar(kind), nullable=kind == "date"), "Batch") for kind in kinds),
        member(
            "state",
            TypeUse(NamedType("State")),
            "Batch",
            optional=True,
            provenance=Provenance("assumed", text("member.provenance")),
        ),
        member("grade", TypeUse(NamedType("Grade"), nullable=True), "Batch", optional=True),
        member(
            "parent",
            TypeUse(NamedType("Batch"), nullable=True),
            "Batch",
            has_default=True,
            default=text("member.default"),
            examples=(text("member.example"), True, None, Decimal("1.10")),
        ),
        member(
            "children", TypeUse(ListType(TypeUse(NamedType("Batch")), Constraints(max_length=9))), "Batch"
        ),
        member("labels", TypeUse(strings, nullable=True), "Batch"),
    )
    data = member(
        "Data",
        TypeUse(NamedType("Batch"), nullable=True),
        "Envelope[Batch]",
        xml_name=QName("Data", namespace),
    )
    types: dict[str, ObjectType | EnumType] = {
        "Envelope[Batch]": ObjectType(
            identity="Envelope[Batch]",
            python="EnvelopeOfBatch",
            base="Envelope",
            own=(data,),
            members=(data, *envelope),
            xml_members=(*envelope, data),
            xml_root=QName(text("type.xml"), namespace),
        ),
        "Envelope": ObjectType(
            identity="Envelope",
            python="Envelope",
            doc=text("type.doc"),
            own=envelope,
            members=envelope,
            xml_members=envelope,
            xml_root=QName("Envelope", namespace),
            provenance=Provenance("inferred", text("type.provenance")),
        ),
        "Batch": ObjectType(
            identity="Batch", python="Batch", doc=text("type.doc 2"), own=batch, members=batch
        ),
        "Empty": ObjectType(identity="Empty", python="Empty", own=(), members=()),
        "State": EnumType(
            identity="State",
            python="State",
            doc=text("enum.doc"),
            values=(
                EnumMember(
                    wire=text("enum.wire"), python="FIRST", doc=text("enum_member.doc"), xml=text("enum.xml")
                ),
                EnumMember(wire="second", python="SECOND"),
            ),
        ),
        "Grade": EnumType(
            identity="Grade",
            python="Grade",
            base="int",
            closed=True,
            values=(EnumMember(wire=1, python="ONE"), EnumMember(wire=-2, python="VALUE_MINUS_2")),
        ),
    }
    secret = Auth(
        name="api_key",
        place="header",
        wire=text("auth.wire"),
        python="api_key",
        scheme=text("auth.scheme"),
        env=text("auth.env"),
        doc=text("auth.doc"),
    )
    after = Parameter(
        place="query",
        wire=text("parameter.wire"),
        python="after",
        use=TypeUse(scalar("str", min_length=1), nullable=True),
        required=False,
        has_default=True,
        default=text("parameter.default"),
        examples=(text("parameter.example"),),
        doc=text("parameter.doc"),
        provenance=Provenance("inferred", text("parameter.provenance")),
    )
    page = Operation(
        name="list_batches",
        python="list_batches",
        method="get",
        path=text("operation.path"),
        summary=text("operation.summary"),
        doc=text("operation.doc"),
        parameters=(
            after,
            Parameter(place="path", wire="batchId", python="batch_id", use=TypeUse(named), required=True),
            Parameter(
                place="query",
                wire="ids",
                python="ids",
                use=TypeUse(ListType(TypeUse(ScalarType("uuid")))),
                required=False,
                explode=False,
            ),
            Parameter(
                place="query",
                wire="state",
                python="state",
                use=TypeUse(NamedType("State")),
                required=False,
                has_default=True,
                default="second",
            ),
            Parameter(
                place="header",
                wire="X-Weight",
                python="x_weight",
                use=TypeUse(ScalarType("decimal")),
                required=False,
                has_default=True,
                default=Decimal("1.10"),
            ),
        ),
        responses=(
            Response(
                status="404",
                payload=Payload(use=TypeUse(ScalarType("any")), media=JSON),
                doc=text("response.doc"),
            ),
            Response(
                status="200",
                payload=Payload(
                    use=TypeUse(NamedType("Envelope[Batch]")), media=(*JSON, (text("media"), "xml"))
                ),
                headers=(
                    Parameter(
                        place="header",
                        wire=text("header.wire"),
                        python="x_rest",
                        use=TypeUse(ScalarType("int")),
                        required=False,
                        doc=text("header.doc"),
                    ),
                ),
            ),
        ),
        samples=(Sample(status="200", file=Path("samples/a.json"), media="application/json", codec="json"),),
        auth=(secret,),
        paging=Paging(
            style="cursor",
            send=after.python,
            items=BodyPath(members=("Data", "children"), use=batch[-2].use),
            backward=Paging(style="cursor", send="ids"),
        ),
        undocumented=(text("undocumented"),),
        provenance=Provenance("assumed", text("operation.provenance")),
    )
    batches = ListType(
        TypeUse(NamedType("Batch")),
        xml_root=QName("ArrayOfBatch", namespace),
        xml_item=QName("Batch", namespace),
    )
    put = Operation(
        name="put_batches",
        python="put_batches",
        method="put",
        path="/batches",
        body=Payload(use=TypeUse(batches), media=JSON),
        responses=(Response(status="204", payload=Payload(use=None)),),
    )
    state = Operation(
        name="get_state",
        python="get_state",
        method="get",
        path="/state",
        responses=(
            Response(
                status="201", payload=Payload(use=TypeUse(NamedType("State"), nullable=True), media=JSON)
            ),
            Response(status="4XX", payload=Payload(use=TypeUse(ScalarType("number")), media=JSON)),
            Response(status="default", payload=Payload(use=TypeUse(ScalarType("datetime")), media=JSON)),
        ),
        envelope=Envelope(error=(("message", BodyPath(members=(), use=TypeUse(NamedType("State")))),)),
        wait=Wait(
            on=BodyPath(members=(), use=TypeUse(NamedType("State"))),
            url=HeaderPath(text("wait.url")),
            pending=(text("wait.pending"), text("wait.pending 2")),
            failed=(text("wait.failed"),),
        ),
        idempotent=True,
    )
    return Contract(
        api="rich",
        title=text("title"),
        doc=text("doc"),
        docs_page=text("docs_page"),
        base_url=text("base_url"),
        base_url_variables=((text("variable"), "tenant"),),
        dialect="datacontract",
        has_xml=True,
        types=types,
        operations=(page, put, state),
        auth=(secret,),
        undocumented=(text("undocumented 2"),),
        sources=(("api.yaml", "00" * 32), ("list_batches.yaml", "11" * 32)),
    )


def plain() -> Contract:
    """The smallest API that has anything: one class, one operation, JSON only."""
    members = (member("name", TypeUse(ScalarType("str")), "Thing"),)
    return Contract(
        api="plain",
        types={
            "Thing": ObjectType(
                identity="Thing", python="Thing", doc="A thing.", own=members, members=members
            )
        },
        operations=(
            Operation(
                name="get_thing",
                python="get_thing",
                method="get",
                path="/thing",
                responses=(
                    Response(status="200", payload=Payload(use=TypeUse(NamedType("Thing")), media=JSON)),
                ),
            ),
        ),
    )
