"""A small schema with everything that XML can hold, its classes written by hand, and documents of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, IntEnum
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
from wiresmith.runtime.undeclared import Undeclared
from wiresmith.runtime.xml.reading.careful_reader import read_xml
from wiresmith.values.absent import ABSENT
from wiresmith.values.namespaces import XSI

NAMESPACE = "http://schemas.example.org/Orders"
ARRAYS = "http://schemas.microsoft.com/2003/10/Serialization/Arrays"


class State(Enum):
    OPEN = "open"
    SHUT = "shut"


class Level(IntEnum):
    LOW = 1
    HIGH = 2


class Unit(Enum):
    KG = "kg"


@dataclass(slots=True, kw_only=True)
class Order:
    """What ``ORDER`` describes; ``Id`` is required, the rest may be null or absent."""

    id: int
    name: str | None = None
    tags: list[str | None] | None = None
    prices: dict[str, int | None] | None = None
    rows: list[list[int]] | None = None
    state: Any = ABSENT
    level: Any = ABSENT
    unit: Any = ABSENT
    parent: Order | None = None
    _undeclared: Undeclared | None = field(default=None, repr=False)


STRING = Scalar(kind="str")
INT = Scalar(kind="int32")
TAGS = ListType(
    Nullable(STRING), root=QName("ArrayOfstring", ARRAYS), item_name=QName("string", ARRAYS), max_length=5
)
PRICES = DictType(
    STRING,
    Nullable(INT),
    entry_name=QName("KeyValueOfstringint", ARRAYS),
    key_name=QName("Key", ARRAYS),
    value_name=QName("Value", ARRAYS),
    max_length=4,
)
ROWS = ListType(ListType(INT, item_name=QName("int", ARRAYS)), item_name=QName("ArrayOfint", ARRAYS))


def member(name: str, type_: Type, **options: Any) -> Member:
    """A member whose field is its name in lower case."""
    return Member(wire=name, attribute=name.lower(), type=type_, xml_name=QName(name, NAMESPACE), **options)


def object_type(cls: type[Any], *members: Member) -> ObjectType:
    """A class whose members come in the order given, in XML too."""
    order = tuple(member.attribute for member in members)
    root = QName(cls.__name__, NAMESPACE)
    return ObjectType(name=cls.__name__, cls=cls, members=members, xml_order=order, root=root)


ORDER = object_type(
    Order,
    member("Id", INT),
    member("Name", Nullable(STRING), absent_as_null=True),
    member("Tags", Nullable(TAGS), absent_as_null=True),
    member("Prices", Nullable(PRICES), absent_as_null=True),
    member("Rows", Nullable(ROWS), absent_as_null=True),
    member("State", Ref("State"), optional=True),
    member("Level", Ref("Level"), optional=True),
    member("Unit", Ref("Unit"), optional=True),
    member("Parent", Nullable(Ref("Order")), absent_as_null=True),
)
STATE = EnumType(name="State", cls=State, root=QName("State", NAMESPACE))
LEVEL = EnumType(name="Level", cls=Level, base="int", xml_values=(("Low", 1), ("High", 2)))
UNIT = EnumType(name="Unit", cls=Unit, closed=True)
SCHEMA = Schema("orders", named(ORDER, STATE, LEVEL, UNIT), dialect="datacontract")

NULLS = '<Tags i:nil="true"/><Prices i:nil="true"/><Rows i:nil="true"/><Parent i:nil="true"/>'


def order(content: str, attributes: str = "") -> str:
    """A document with this content; its declared prefixes are ``i`` and ``a`` (Arrays)."""
    return f'<Order xmlns="{NAMESPACE}" xmlns:i="{XSI}" xmlns:a="{ARRAYS}"{attributes}>{content}</Order>'


def complete(
    *, name: str = "<Name>n</Name>", tags: str = "", prices: str = "", rows: str = "", extra: str = ""
) -> str:
    """A document in contract order without undeclared absences; parts that are not given are nil."""
    return order(
        "<Id>1</Id>"
        + name
        + (tags or '<Tags i:nil="true"/>')
        + (prices or '<Prices i:nil="true"/>')
        + (rows or '<Rows i:nil="true"/>')
        + extra
        + '<Parent i:nil="true"/>'
    )


def read(document: str | bytes, type_: Type | None = None, limits: Limits | None = None) -> Any:
    """Read a document that there is nothing to say about."""
    value, findings = read_with_findings(document, type_, limits)
    assert findings == []
    return value


def read_with_findings(
    document: str | bytes, type_: Type | None = None, limits: Limits | None = None
) -> tuple[Any, list[Finding]]:
    """Read a document as an Order, or another type."""
    data = document.encode() if isinstance(document, str) else document
    return read_xml(data, SCHEMA, type_ or Ref("Order"), limits or Limits())


def told(
    document: str | bytes, type_: Type | None = None, limits: Limits | None = None
) -> list[tuple[str, str, str]]:
    """Severity, code and path of each finding."""
    _, findings = read_with_findings(document, type_, limits)
    return [(finding.severity, finding.code, finding.path) for finding in findings]
