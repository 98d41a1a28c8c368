"""Writing a whole document: the root element, then what is in it
(DataContractSerializer.InternalWriteObject).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wiresmith.description import Nullable, QName, provenance_of
from wiresmith.plan.contract_names import root_name
from wiresmith.plan.contracts import contracts_of
from wiresmith.runtime.codec_errors import EncodeError
from wiresmith.runtime.report import Path, Report, Stopped
from wiresmith.runtime.unexpected_values import Unexpected
from wiresmith.runtime.xml.writing._graph_writer import ValueWriter
from wiresmith.runtime.xml.writing._held_facts import HeldFacts
from wiresmith.runtime.xml.writing.sink import WriterError
from wiresmith.runtime.xml.writing.stream_writer import StreamSink
from wiresmith.runtime.xml.writing.xml_writer import XmlWriterSink
from wiresmith.values.namespaces import SERIALIZATION, XSI

if TYPE_CHECKING:
    from wiresmith.description import Schema, Type
    from wiresmith.plan.contracts import Contract
    from wiresmith.runtime.strictness import Strict
    from wiresmith.runtime.writer_options import WriterOptions
    from wiresmith.runtime.xml.writing.sink import Sink


MOST = 1000
"""The most errors that are listed; writing stops at that many."""


def write_document(
    value: Any,
    schema: Schema,
    type_: Type,
    options: WriterOptions,
    strict: Strict = "documented",
    *,
    drop_undeclared: bool = False,
) -> str:
    """Write a value as .NET's DataContractSerializer does, on one line.

    Args:
        value: the value.
        schema: the API's.
        type_: the type given to the serializer.
        options: the style, what line breaks in texts become, how many items there may be.
        strict: the facts that are held.
        drop_undeclared: leave out what only JSON can say.

    Returns:
        The document, without XML declaration.

    Raises:
        EncodeError: if .NET would not write the value; its findings say where and why.
    """
    report: Report[Path] = Report(MOST, stops=True)
    try:
        document = _write(value, schema, type_, options, report, drop_undeclared, strict)
    except Stopped:
        document = ""
    if report.findings:
        raise EncodeError(report.findings)
    return document


def _write(
    value: Any,
    schema: Schema,
    type_: Type,
    options: WriterOptions,
    report: Report[Path],
    drop: bool,
    strict: Strict,
) -> str:
    contracts = contracts_of(schema)
    contract = contracts.of(type_)
    sink: Sink = StreamSink() if options.style == "stream" else XmlWriterSink(options.newline)
    place = Path(None, "*")
    root = root_name(type_, schema)
    if root is None:
        report.stop(
            place, "no-xml-form", f"{contract.spelled} has no root element", "a type with an XML name"
        )
    held = HeldFacts(strict, provenance_of(type_, schema), report)
    writer = ValueWriter(sink, contracts, contract, held, options.max_items, drop)
    if options.max_items == 0:
        writer.count(1, place)
    try:
        if isinstance(value, Unexpected):
            writer.write_unexpected(value, place)
            return "" if report.findings else sink.document()
        _start_root(sink, contract, root)
        if value is None and (isinstance(type_, Nullable) or not contract.value_type):
            sink.attribute("i", "nil", XSI, "true")
            sink.end()
        else:
            writer.write_root(value, place)
    except WriterError as error:
        report.stop(place, "cannot-write", str(error), "namespaces that .NET's writer can declare there")
    return "" if report.findings else sink.document()


def _start_root(sink: Sink, contract: Contract, root: QName) -> None:
    """Begin the root element; the contract's namespace is declared where the root was given a name of its
    own.
    """
    prefix: str | None = None
    is_qname = contract.primitive and contract.scalar_kind.xml_shape == "name"
    if root.namespace == SERIALIZATION and (contract.kind == "open" or is_qname):
        prefix = "z"
    elif is_qname and root.namespace:
        prefix = "q"
    sink.start(root.local, root.namespace, prefix)
    if contract.declares and contract.declares != root.namespace:
        sink.declare(contract.declares)
