"""Types that a dialect declares by itself, unless a spec declares the name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from wiresmith.contract.xml_names import dialect_said
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
    dialect = dialect_said(document.xml)
    if dialect is None:
        return ()
    declared = {doc.name.value for doc in document.types}
    return tuple(_PREDECLARED[name](document.name.at) for name in sorted(dialect.predeclared - declared))


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


_PREDECLARED: Final[Mapping[str, Callable[[Spot], TypeDoc]]] = {"KeyValuePair": _key_value_pair}
