"""Types that a dialect declares by itself, unless a spec declares the name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from wiresmith.contract._xml_names import dialect_said
from wiresmith.language import (
    Annotation,
    ApiDocument,
    MemberDoc,
    MemberXmlDoc,
    Placed,
    Spot,
    TypeDoc,
    TypeName,
    TypeXmlDoc,
)


def predeclared(document: ApiDocument) -> tuple[TypeDoc, ...]:
    """The types that an API has without declaring them: ``KeyValuePair[K, V]``, outside dictionaries a struct
    with two fields.
    """
    dialect = dialect_said(document.xml)
    if dialect is None:
        return ()
    declared = {doc.name.value for doc in document.types}
    return tuple(_PREDECLARED[name](document.name.at) for name in sorted(dialect.predeclared - declared))


def _key_value_pair(at: Spot) -> TypeDoc:
    return TypeDoc(
        entry=Placed("KeyValuePair[TKey, TValue]", at),
        fields=(_field("Key", "TKey", at), _field("Value", "TValue", at)),
        xml=TypeXmlDoc(
            clr_namespace=Placed("System.Collections.Generic", at),
            value_type=Placed(True, at),
            at=at,
            places=dict.fromkeys(("clr_namespace", "value_type"), at),
        ),
        at=at,
    )


def _field(name: str, variable: str, at: Spot) -> MemberDoc:
    return MemberDoc(
        entry=Placed(name, at),
        annotation=Annotation(TypeName(variable, (), at), nullable=False, text=variable, at=at),
        xml=MemberXmlDoc(
            name=Placed(name.lower(), at),
            required=Placed(True, at),
            at=at,
            places=dict.fromkeys(("name", "required"), at),
        ),
        at=at,
    )


_PREDECLARED: Final[Mapping[str, Callable[[Spot], TypeDoc]]] = {"KeyValuePair": _key_value_pair}
