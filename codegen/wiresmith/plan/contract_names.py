"""The names that types have in XML: of a document's root element, and in ``i:type``."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from wiresmith.description import Nullable, QName, Ref, Scalar
from wiresmith.kinds import by_contract_name, by_other_name, kind_of
from wiresmith.values.namespaces import SERIALIZATION, SYSTEM, XS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wiresmith.description import Schema, Type


@cache
def built_in_types() -> Mapping[QName, Scalar]:
    """The types of scalars that are always known, by contract name. DateTimeOffset is a class to .NET."""
    return {
        name: Scalar(kind=kind.name) for name, kind in by_contract_name().items() if kind.xml_shape != "parts"
    }


@cache
def other_types() -> Mapping[QName, Scalar]:
    """Types that .NET reads as one of its own and never writes: many of XML Schema's, and two of its older
    web services.
    """
    return {name: Scalar(kind=kind.name) for name, kind in by_other_name().items()}


def contract_name(type: Type, schema: Schema) -> QName | None:
    """The name by which ``i:type`` calls a type of a data contract; None where the schema does not say it."""
    if isinstance(type, Nullable):
        return contract_name(type.type, schema)
    if isinstance(type, Scalar):
        return kind_of(type.kind).contract_name
    described = schema.types[type.name] if isinstance(type, Ref) else type
    return described.contract or described.root


def root_name(type: Type, schema: Schema) -> QName | None:
    """The root element of a document of this type; None where the type has no XML form."""
    if isinstance(type, Nullable):
        return root_name(type.type, schema)
    if isinstance(type, Ref):
        return schema.types[type.name].root
    if isinstance(type, Scalar) and type.root is None and not schema.rules.one_namespace:
        name = kind_of(type.kind).contract_name
        return name if name.namespace == SYSTEM else QName(name.local, SERIALIZATION)
    return type.root


def type_names(type: Type, schema: Schema) -> frozenset[QName]:
    """The names by which ``i:type`` may repeat a declared type that is not Nullable."""
    contract = contract_name(type, schema)
    names = {contract} if contract else set[QName]()
    if isinstance(type, Scalar):
        kind = kind_of(type.kind)
        local = kind.contract_name.local if kind.schema_local is None else kind.schema_local
        local = type.root.local if type.root else local
        if local:
            names |= {QName(local, XS), QName(local, SERIALIZATION)}
    elif root := root_name(type, schema):
        names.add(root)
    return frozenset(names)
