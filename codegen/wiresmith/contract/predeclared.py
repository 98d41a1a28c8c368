"""Types of .NET's base library that the datacontract dialect declares by itself, unless a spec declares the name."""

from __future__ import annotations

from wiresmith.language.document import (
    Annotation,
    ApiDocument,
    ConstraintsDoc,
    FieldDoc,
    Placed,
    Spot,
    TypeDoc,
    TypeName,
    XmlDoc,
)


def predeclared(document: ApiDocument) -> tuple[TypeDoc, ...]:
    """The types that an API has without declaring them: ``KeyValuePair[K, V]``, outside dictionaries a struct with two fields."""
    xml = document.xml
    if xml is None or xml.values.get("dialect") != "datacontract":
        return ()
    if any(doc.name.value == "KeyValuePair" for doc in document.types):
        return ()
    return (_key_value_pair(document.name.at),)


def _key_value_pair(at: Spot) -> TypeDoc:
    values: dict[str, str | int | bool] = {"clr_namespace": "System.Collections.Generic", "value_type": True}
    return TypeDoc(
        name=Placed("KeyValuePair", at),
        parameters=("TKey", "TValue"),
        kind="object",
        fields=(_field("Key", "TKey", at), _field("Value", "TValue", at)),
        xml=XmlDoc(values=values, at=dict.fromkeys(values, at), place=at),
    )


def _field(name: str, variable: str, at: Spot) -> FieldDoc:
    element: dict[str, str | int | bool] = {"name": name.lower(), "required": True}
    return FieldDoc(
        key=Placed(name, at),
        optional=False,
        annotation=Annotation(TypeName(variable, (), at), nullable=False, text=variable, at=at),
        constraints=ConstraintsDoc(values={}, at={}),
        xml=XmlDoc(values=element, at=dict.fromkeys(element, at), place=at),
    )
