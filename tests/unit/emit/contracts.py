"""Contracts made by hand, with every kind of type, member, parameter and response in them."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

from wiresmith.description import (
    Auth,
    Body,
    Contract,
    DictType,
    Docs,
    EnumMember,
    EnumType,
    Envelope,
    Header,
    ListType,
    Member,
    Nullable,
    ObjectType,
    Operation,
    Paging,
    Parameter,
    Provenance,
    QName,
    Ref,
    Response,
    Sample,
    Scalar,
    Type,
    Wait,
    with_null,
)

Text = Callable[[str], str]
"""Gives the text of a place (``member.doc``), so that a test can put its own in all of them."""

JSON = ("application/json",)
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


def scalar(kind: Any, **constraints: Any) -> Scalar:
    """A scalar, narrowed or not."""
    return Scalar(kind, **constraints)


def member(wire: str, use: Type, declared_by: str, python: str = "", **facts: Any) -> Member:
    """A member whose field and XML element are called like it, if nothing else is said."""
    defaults: dict[str, Any] = {"xml_name": QName(python or wire, NAMESPACE)}
    return Member(
        wire=wire,
        attribute=python or wire.lower(),
        type=use,
        declared_by=declared_by,
        **{**defaults, **facts},
    )


def rich(text: Text = benign) -> Contract:
    """One API with everything in it: all scalars, inheritance, recursion, generics, enums of both kinds, XML,
    paging.
    """
    namespace = text("namespace")
    named = scalar("str", min_length=20, max_length=37, pattern=text("pattern"))
    strings = DictType(
        Scalar("str"),
        Nullable(Scalar("str")),
        root=QName("ArrayOfKeyValueOfstringstring", ARRAYS),
        entry_name=QName("KeyValueOfstringstring", ARRAYS),
        key_name=QName("Key", ARRAYS),
        value_name=QName("Value", ARRAYS),
    )
    envelope = (
        member("Success", Scalar("bool"), "Envelope", doc=text("member.doc")),
        member(
            "Meta",
            Nullable(strings),
            "Envelope",
            absent_as_null=True,
            xml_name=QName("Meta", namespace),
            xml_order=1,
            xml_emit_default=False,
        ),
    )
    kinds = (
        "str", "int", "int32", "uint64", "number", "float32", "float64", "decimal", "datetime", "date",
        "time",
        "timedelta", "uuid", "uri", "bytes", "any",
    )  # fmt: skip
    batch = (
        member(text("member.wire"), named, "Batch", python="id", doc=text("member.doc 2")),
        *(member(f"{kind}_value", with_null(scalar(kind), kind == "date"), "Batch") for kind in kinds),
        member(
            "state",
            Ref("State"),
            "Batch",
            optional=True,
            provenance=Provenance("assumed", text("member.provenance")),
        ),
        member("grade", Nullable(Ref("Grade")), "Batch", optional=True),
        member(
            "parent",
            Nullable(Ref("Batch")),
            "Batch",
            default=text("member.default"),
            examples=(text("member.example"), True, None, Decimal("1.10")),
        ),
        member("children", ListType(Ref("Batch"), max_length=9), "Batch"),
        member("labels", Nullable(strings), "Batch"),
    )
    data = member(
        "Data",
        Nullable(Ref("Batch")),
        "EnvelopeOfBatch",
        xml_name=QName("Data", namespace),
    )
    types: dict[str, ObjectType | EnumType] = {
        "EnvelopeOfBatch": ObjectType(
            identity="Envelope[Batch]",
            name="EnvelopeOfBatch",
            base="Envelope",
            own=(data,),
            members=(data, *envelope),
            xml_order=tuple(each.attribute for each in (*envelope, data)),
            root=QName(text("type.xml"), namespace),
        ),
        "Envelope": ObjectType(
            identity="Envelope",
            name="Envelope",
            doc=text("type.doc"),
            own=envelope,
            members=envelope,
            xml_order=tuple(each.attribute for each in envelope),
            root=QName("Envelope", namespace),
            provenance=Provenance("inferred", text("type.provenance")),
        ),
        "Batch": ObjectType(identity="Batch", name="Batch", doc=text("type.doc 2"), own=batch, members=batch),
        "Empty": ObjectType(identity="Empty", name="Empty", own=(), members=()),
        "State": EnumType(
            identity="State",
            name="State",
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
            name="Grade",
            base="int",
            closed=True,
            values=(EnumMember(wire=1, python="ONE"), EnumMember(wire=-2, python="VALUE_MINUS_2")),
        ),
    }
    secret = Auth(
        name="api_key",
        place="header",
        wire=text("auth.wire"),
        argument="api_key",
        scheme=text("auth.scheme"),
        env=text("auth.env"),
        doc=text("auth.doc"),
    )
    after = Parameter(
        place="query",
        wire=text("parameter.wire"),
        name="after",
        type=Nullable(scalar("str", min_length=1)),
        required=False,
        default=text("parameter.default"),
        examples=(text("parameter.example"),),
        doc=text("parameter.doc"),
        provenance=Provenance("inferred", text("parameter.provenance")),
    )
    page = Operation[Any](
        name="list_batches",
        python="list_batches",
        base_url=text("base_url"),
        method="GET",
        path=text("operation.path"),
        summary=text("operation.summary"),
        doc=text("operation.doc"),
        parameters=(
            after,
            Parameter(place="path", wire="batchId", name="batch_id", type=named, required=True),
            Parameter(
                place="query",
                wire="ids",
                name="ids",
                type=ListType(Scalar("uuid")),
                required=False,
                explode=False,
            ),
            Parameter(
                place="query",
                wire="state",
                name="state",
                type=Ref("State"),
                required=False,
                default="second",
            ),
            Parameter(
                place="header",
                wire="X-Weight",
                name="x_weight",
                type=Scalar("decimal"),
                required=False,
                default=Decimal("1.10"),
            ),
        ),
        responses=(
            Response(
                status="404",
                type=Scalar("any"),
                media=JSON,
                doc=text("response.doc"),
            ),
            Response(
                status="200",
                type=Ref("EnvelopeOfBatch"),
                media=(*JSON, text("media")),
                headers=(
                    Parameter(
                        place="header",
                        wire=text("header.wire"),
                        name="x_rest",
                        type=Scalar("int"),
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
            send=after.name,
            items=("data", "children"),
            backward=Paging(style="cursor", send="ids"),
        ),
        undocumented=(text("undocumented"),),
        provenance=Provenance("assumed", text("operation.provenance")),
    )
    batches = ListType(
        Ref("Batch"),
        root=QName("ArrayOfBatch", namespace),
        item_name=QName("Batch", namespace),
    )
    put = Operation[Any](
        name="put_batches",
        python="put_batches",
        base_url=text("base_url"),
        method="PUT",
        path="/batches",
        body=Body(type=batches, media=JSON),
        responses=(Response(status="204"),),
    )
    state = Operation[Any](
        name="get_state",
        python="get_state",
        base_url=text("base_url"),
        method="GET",
        path="/state",
        responses=(
            Response(status="201", type=Nullable(Ref("State")), media=JSON),
            Response(status="4XX", type=Scalar("number"), media=JSON),
            Response(status="default", type=Scalar("datetime"), media=JSON),
        ),
        envelope=Envelope(error=(("message", ()),)),
        wait=Wait(
            on=(),
            url=Header(text("wait.url")),
            pending=(text("wait.pending"), text("wait.pending 2")),
            failed=(text("wait.failed"),),
        ),
        idempotent=True,
    )
    return Contract(
        api="rich",
        title=text("title"),
        doc=text("doc"),
        docs=Docs(page=text("docs_page")),
        base_url=text("base_url"),
        base_url_variables=((text("variable"), "tenant"),),
        dialect="datacontract",
        has_xml=True,
        types=types,
        operations=(page, put, state),
        auth=(secret,),
        undocumented=(text("undocumented 2"),),
        files=(("api.yaml", "00" * 32), ("list_batches.yaml", "11" * 32)),
    )


def plain() -> Contract:
    """The smallest API that has anything: one class, one operation, JSON only."""
    members = (member("name", Scalar("str"), "Thing"),)
    return Contract(
        api="plain",
        types={
            "Thing": ObjectType(identity="Thing", name="Thing", doc="A thing.", own=members, members=members)
        },
        operations=(
            Operation(
                name="get_thing",
                python="get_thing",
                method="GET",
                path="/thing",
                responses=(Response(status="200", type=Ref("Thing"), media=JSON),),
            ),
        ),
    )
