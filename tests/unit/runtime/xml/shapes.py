"""Schemas of data contracts written by hand, and documents of them.

Prefixes in documents: ``i`` (instances), ``x`` (XML Schema), ``z`` (serialization), ``a`` (arrays), ``s``
(System); the namespace of all classes is the default one.
"""

from __future__ import annotations

from dataclasses import field, make_dataclass
from typing import Any

from wiresmith.description import (
    DictType,
    EnumType,
    ListType,
    Member,
    Nullable,
    ObjectType,
    QName,
    Ref,
    Scalar,
    Schema,
    Type,
    named,
)
from wiresmith.runtime.findings import Finding
from wiresmith.runtime.limits import Limits
from wiresmith.runtime.xml.positions import with_positions
from wiresmith.runtime.xml.reading.careful_reader import read_xml
from wiresmith.values.namespaces import ARRAYS, ASMX, SERIALIZATION, SYSTEM, XS, XSI

N = "urn:n"
ANY = Scalar(kind="any")
STR = Nullable(Scalar(kind="str"))
INT = Scalar(kind="int32")
STRINGS = ListType(STR, root=QName("ArrayOfstring", ARRAYS), item_name=QName("string", ARRAYS))
ANYS = ListType(Nullable(ANY), root=QName("ArrayOfanyType", ARRAYS), item_name=QName("anyType", ARRAYS))


def member(name: str, type_: Type, namespace: str = N, **options: Any) -> Member:
    """A member whose field is its name in lower case."""
    attribute = options.pop("attribute", name.lower())
    options.setdefault("absent_as_null", isinstance(type_, Nullable))
    return Member(wire=name, attribute=attribute, type=type_, xml_name=QName(name, namespace), **options)


def class_of(name: str, *attributes: str) -> type[Any]:
    """A class with these fields, as emitted ones are."""
    fields = [(attribute, Any, field(default=None)) for attribute in attributes]
    kept = ("_undeclared", Any, field(default=None, repr=False))
    made: type[Any] = make_dataclass(name, [*fields, kept], slots=True, kw_only=True)
    return made


def object_type(name: str, *members: Member, namespace: str = N, **options: Any) -> ObjectType:
    """A class whose members come in the order given."""
    attributes = tuple(each.attribute for each in members)
    options.setdefault("cls", class_of(name, *attributes))
    return ObjectType(
        name=name, members=members, xml_order=attributes, root=QName(name, namespace), **options
    )


def dict_type(key: Type, value: Type, name: str, **options: Any) -> DictType:
    """A dictionary whose entries have this name."""
    return DictType(
        key,
        value,
        root=QName(f"ArrayOf{name}", ARRAYS),
        entry_name=QName(name, ARRAYS),
        key_name=QName("Key", ARRAYS),
        value_name=QName("Value", ARRAYS),
        **options,
    )


def schema_of(*types: ObjectType | EnumType, **options: Any) -> Schema:
    """A schema of data contracts."""
    return Schema("shapes", named(*types), dialect="datacontract", **options)


def document(content: str, root: str = "T", attributes: str = "") -> str:
    """A document with this content."""
    return (
        f'<{root} xmlns="{N}" xmlns:i="{XSI}" xmlns:x="{XS}" xmlns:z="{SERIALIZATION}" xmlns:a="{ARRAYS}" '
        f'xmlns:s="{SYSTEM}" xmlns:w="{ASMX}"'
        f"{attributes}>{content}</{root}>"
    )


def reading(
    schema: Schema, text: str | bytes, type_: Type | None = None, limits: Limits | None = None
) -> tuple[Any, list[Finding]]:
    """The value (of the first type unless another is given) and the findings, with their places."""
    data = text.encode() if isinstance(text, str) else text
    value, findings = read_xml(
        data, schema, type_ or Ref(next(iter(schema.types.values())).name), limits or Limits()
    )
    return value, with_positions(data, findings)


def read(schema: Schema, text: str | bytes, type_: Type | None = None) -> Any:
    """The value of a document that there is nothing to say about."""
    value, findings = reading(schema, text, type_)
    assert findings == []
    return value


def codes(findings: list[Finding]) -> list[tuple[str, str, str]]:
    """Severity, code and path of each finding."""
    return [(finding.severity, finding.code, finding.path) for finding in findings]
