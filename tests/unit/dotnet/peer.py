"""Reading as .NET does: a document's content in, the value or the refusal out."""

from __future__ import annotations

import datetime
from typing import Any
from zoneinfo import ZoneInfo

from tests.unit.runtime.xml.shapes import N
from wiresmith.description import ObjectType, Ref, Schema, Type, named
from wiresmith.dotnet.document_reader import read_dotnet
from wiresmith.runtime.dotnet_reader import DotNetReader
from wiresmith.runtime.findings import Finding
from wiresmith.runtime.limits import Limits
from wiresmith.values.namespaces import ARRAYS, SERIALIZATION, SYSTEM, XS, XSI

DECLARED = (
    f'xmlns="{N}" xmlns:i="{XSI}" xmlns:x="{XS}" '
    f'xmlns:z="{SERIALIZATION}" xmlns:a="{ARRAYS}" xmlns:s="{SYSTEM}"'
)
MACHINE: dict[str, Any] = {
    "zone": ZoneInfo("America/New_York"),
    "now": datetime.datetime(2026, 11, 21, 22, 43, tzinfo=ZoneInfo("America/New_York")),
}


def schema_of(*types: Any, **options: Any) -> Schema:
    """A schema of these types."""
    return Schema(api="peer", types=named(*types), dialect="datacontract", **options)


def read_bytes(
    document: bytes, type_: Type, schema: Schema, limits: Limits | None = None, **settings: Any
) -> tuple[Any, Finding | None]:
    """The value of a document, or what it is refused for."""
    value, findings = read_dotnet(document, schema, type_, DotNetReader(**{**MACHINE, **settings}), limits)
    assert len(findings) <= 1
    assert not (findings and value is not None)
    return value, findings[0] if findings else None


def read(
    content: str, declared: ObjectType, *others: Any, attributes: str = "", **settings: Any
) -> tuple[Any, Finding | None]:
    """The same for an object, given what its root element holds."""
    schema = settings.pop("schema", None) or schema_of(declared, *others)
    root = declared.name
    document = f"<{root} {DECLARED} {attributes}>{content}</{root}>"
    return read_bytes(document.encode("utf-8", "surrogatepass"), Ref(root), schema, **settings)


def value_of(content: str, declared: ObjectType, *others: Any, **settings: Any) -> Any:
    """The value of what .NET accepts."""
    value, finding = read(content, declared, *others, **settings)
    assert finding is None, str(finding)
    return value


def refused(content: str, declared: ObjectType, *others: Any, **settings: Any) -> Finding:
    """Why .NET does not accept it."""
    _, finding = read(content, declared, *others, **settings)
    assert finding is not None
    return finding
