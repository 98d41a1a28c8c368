"""Reading where ``any`` (.NET's object, or an interface) is declared: the element says itself what it is.

A value comes as the Python type that stands for its .NET type, or in ``Typed`` where none does. Source:
ObjectDataContract.ReadXmlValue and PrimitiveDataContract for the types that are always known.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wiresmith.kinds import kind_of
from wiresmith.plan.boxing import boxed
from wiresmith.plan.contract_names import other_types
from wiresmith.runtime.findings import quoted
from wiresmith.runtime.unexpected_values import Unexpected
from wiresmith.runtime.xml.reading._marks import note_unknown
from wiresmith.runtime.xml.reading._shown_names import said
from wiresmith.runtime.xml.reading._type_lookup import find_type
from wiresmith.values.namespaces import XS
from wiresmith.values.typed import Typed

if TYPE_CHECKING:
    from wiresmith.plan.contracts import Contract
    from wiresmith.runtime.report import Path
    from wiresmith.runtime.xml.reading._identities import Identified
    from wiresmith.runtime.xml.reading._marks import Marks
    from wiresmith.runtime.xml.reading.careful_walk import Walk
    from wiresmith.runtime.xml.tree import Element
    from wiresmith.values.qnames import QName


def read_open(reader: Walk, element: Element, marks: Marks | None, path: Path, depth: int) -> Any:
    """The value of an element of any type, neither nil nor a reference."""
    name = marks.type if marks else None
    if name is None or name == reader.contracts.any.name:
        value = _untyped(reader, element, marks, path, depth)
        reader.references.define(marks, value, reader.contracts.any, path)
        return value
    foreign = other_types().get(name)
    if foreign is not None:
        why = "which .NET has not got" if name.namespace == XS else "which .NET reads and does not write"
        message = f"the type {said(name)}, {why}: it is read and written as {foreign.kind}"
        reader.report.warning(path, "foreign-type", message, said(kind_of(foreign.kind).contract_name))
    known = reader.contracts.of(foreign) if foreign is not None else find_type(reader, name, None)
    if known is None:
        _note_unknown_type(reader, name, path)
        return reader.keeper.keep(element, path, depth)
    errors = reader.report.errors
    value = reader.content(element, known, marks, path, depth, boxed=True)
    if isinstance(value, Unexpected):
        return value
    return None if reader.report.errors != errors else box(reader, marks, known, value)


def box(reader: Walk, marks: Marks | None, contract: Contract, value: Any) -> Any:
    """A value where ``any`` is declared; references to it there give this very object again."""
    identified = reader.references.found(marks.identity) if marks and marks.identity is not None else None
    return boxed(value, contract) if identified is None else box_once(identified)


def box_once(identified: Identified) -> Any:
    """The value that an element was read as, as it stands where ``any`` is declared: the same object each
    time.
    """
    if identified.boxed is None:
        identified.boxed = boxed(identified.value, identified.contract)
    return identified.boxed


def _untyped(reader: Walk, element: Element, marks: Marks | None, path: Path, depth: int) -> Any:
    """The value of an element without a type: nothing as a rule, since .NET reads nothing else."""
    if len(element):
        message = f"{reader.refuses}elements without i:type where any type may stand; kept as they are"
        reader.report.warning(path, "untyped", message, "an i:type that says what they are")
        return reader.keeper.keep(element, path, depth)
    if marks is not None:
        note_unknown(reader, marks, path)
    if reader.is_blank(element.text):
        return Typed("any", None)
    text = reader.text(element, path)
    if text is not None:
        message = f"{reader.refuses}the text {quoted(text)} without i:type where any type may stand"
        reader.report.warning(path, "untyped", message, "an i:type that says what it is")
    return None if text is None else Typed("any", text)


def _note_unknown_type(reader: Walk, name: QName, path: Path) -> None:
    message = f"{reader.refuses}no knowledge of any type {said(name)}; the element is kept as it is"
    reader.report.warning(path, "unknown-type", message, "a primitive type or a known type")
