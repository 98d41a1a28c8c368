"""A document, read as .NET's DataContractSerializer reads it."""

from __future__ import annotations

from typing import Any

from wiresmith.description import Nullable, ObjectType, QName, Ref, Scalar, Schema, Type
from wiresmith.dotnet._context import Context
from wiresmith.dotnet._created_reader import CreatedReader
from wiresmith.dotnet._cursor import Cursor
from wiresmith.dotnet._encodings import stream_utf8, xmlreader_utf8
from wiresmith.dotnet._graph_reader import Values
from wiresmith.dotnet._refusal import Refused
from wiresmith.dotnet._text_reader import TextReader
from wiresmith.plan.contract_names import root_name
from wiresmith.plan.contracts import Contract, contracts_of
from wiresmith.runtime.dotnet_reader import LIMITS, DotNetReader
from wiresmith.runtime.findings import Finding, quoted
from wiresmith.runtime.limits import Limits
from wiresmith.values.namespaces import SERIALIZATION

_ANY_ROOT = QName("anyType", SERIALIZATION)


def read_dotnet(
    data: bytes, schema: Schema, type_: Type, machine: DotNetReader, limits: Limits | None
) -> tuple[Any, list[Finding]]:
    """Read a document.

    Args:
        data: the document.
        schema: of the API.
        type_: what the serializer was made for.
        machine: its settings.
        limits: what is refused for its size, whatever .NET does; None: the usual limits, but for the depth.

    Returns:
        The value that .NET has, and nothing; or None and the error that it stops at, with line and column
        where they are known.
    """
    limits = limits or LIMITS
    cursor: Cursor | None = None
    try:
        if len(data) > limits.bytes:
            message = f"{len(data):,} bytes"
            raise Refused("too-large", message, f"at most {limits.bytes:,} bytes")
        if machine.parser == "stream":
            cursor = TextReader(stream_utf8(data), limits, machine.max_depth)
        else:
            cursor = CreatedReader(xmlreader_utf8(data), limits, machine.max_depth)
        return _read(cursor, schema, type_, machine), []
    except Refused as refused:
        return None, [_finding(refused, cursor)]


def _read(cursor: Cursor, schema: Schema, type_: Type, machine: DotNetReader) -> Any:
    contract = contracts_of(schema).of(type_)
    context = Context(cursor, schema, machine, contract)
    if machine.max_items == 0:
        raise Refused("too-many-items", "MaxItemsInObjectGraph is 0", "at most 0")
    names = _root_names(contract, type_, schema) if machine.verify_root else frozenset[QName]()
    if not cursor.is_start() or (names and cursor.name not in names):
        expected = root_name(type_, schema) or QName("")
        message = f"{cursor.described()} where the root element should be"
        wanted = f"element {quoted(expected.local)} from namespace {quoted(expected.namespace)}"
        raise Refused("wrong-root", message, wanted if names else "an element", cursor.at)
    return Values(context).root(contract, nullable=isinstance(type_, Nullable))


def _root_names(contract: Contract, type_: Type, schema: Schema) -> frozenset[QName]:
    """The names that the root element may have: its own; where no other was given, those of base types and of
    object too.
    """
    name = root_name(type_, schema)
    if name is None:
        return frozenset()
    declared = contract.declared
    given = declared.root is not None if isinstance(declared, Scalar) else contract.name != name
    if given:
        return frozenset({name})
    names = {name, _ANY_ROOT}
    if isinstance(declared, ObjectType):
        contracts = contracts_of(schema)
        names.update(contracts.of(Ref(level.name)).name for level in contracts.bases(declared))
    return frozenset(names)


def _finding(refused: Refused, cursor: Cursor | None) -> Finding:
    line = column = None
    if cursor is not None and refused.at is not None:
        before = cursor.data[: refused.at].decode("utf-8", "replace")
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    return Finding(
        severity="error",
        code=refused.code,
        message=refused.message,
        expected=refused.expected,
        path=cursor.path() if cursor is not None else "",
        line=line,
        column=column,
    )
