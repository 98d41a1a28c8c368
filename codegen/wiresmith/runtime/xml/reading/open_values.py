"""Reading where ``any`` (.NET's object, or an interface) is declared: the element says itself what it is.

A value comes as the Python type that stands for its .NET type, or in ``Typed`` where none does. Source: ObjectDataContract.ReadXmlValue and
PrimitiveDataContract for the types that are always known.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wiresmith.kinds import kind_of
from wiresmith.plan.contract_names import contract_name, other_types
from wiresmith.plan.type_names import spelled
from wiresmith.runtime.findings import quoted
from wiresmith.runtime.schema import Nullable, ObjectType, Ref, Scalar
from wiresmith.runtime.typed import Typed
from wiresmith.runtime.xml.reading.attributes import note_unknown
from wiresmith.runtime.xml.reading.known_types import ANY
from wiresmith.runtime.xml.reading.wording import said
from wiresmith.values.namespaces import XS

if TYPE_CHECKING:
    from wiresmith.runtime.report import Path
    from wiresmith.runtime.schema import QName, Type
    from wiresmith.runtime.xml.reading.attributes import Marks
    from wiresmith.runtime.xml.reading.read import Reader
    from wiresmith.runtime.xml.tree import Element


def read_open(reader: Reader, element: Element, marks: Marks | None, path: Path, depth: int) -> Any:
    """The value of an element of any type, neither nil nor a reference."""
    name = marks.type if marks else None
    if name is None or name == contract_name(ANY, reader.schema):
        value = _untyped(reader, element, marks, path, depth)
        reader.references.define(marks, value, ANY, path)
        return value
    foreign = other_types().get(name)
    if foreign is not None:
        why = "which .NET has not got" if name.namespace == XS else "which .NET reads and does not write"
        message = f"the type {said(name)}, {why}: it is read and written as {foreign.kind}"
        reader.report.warning(path, "foreign-type", message, said(kind_of(foreign.kind).contract_name))
    known = foreign or reader.known_types.find(name, ANY)
    if known is None:
        _note_unknown_type(reader, name, path)
        return reader.keeper.keep(element, path, depth)
    errors = reader.report.errors
    value = reader.content(element, known, marks, path, depth, boxed=True)
    return None if reader.report.errors != errors else reader.boxed(marks, known, value)


def box(type_: Type, value: Any, reader: Reader) -> Any:
    """A value of this type as it stands where ``any`` is declared."""
    if value is None:
        return None
    if isinstance(type_, Ref):
        described = reader.schema.by_name[type_.name]
        is_member = isinstance(described, ObjectType) or isinstance(value, described.cls)
        return value if is_member else Typed(type_.name, value)
    if isinstance(type_, Scalar):
        return value if kind_of(type_.kind).stands_alone(value) else Typed(type_.kind, value)
    assert not isinstance(type_, Nullable)
    return Typed(spelled(type_, reader.schema), value)


def _untyped(reader: Reader, element: Element, marks: Marks | None, path: Path, depth: int) -> Any:
    """What an element without a type holds: nothing as a rule, since .NET reads nothing else."""
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


def _note_unknown_type(reader: Reader, name: QName, path: Path) -> None:
    message = f"{reader.refuses}no knowledge of any type {said(name)}; the element is kept as it is"
    reader.report.warning(path, "unknown-type", message, "a primitive type or a known type")
